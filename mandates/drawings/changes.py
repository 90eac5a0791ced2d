"""How a comparison is laid out as a page: each change with its words told apart, and unchanged runs folded. Pure.

Everything is built from dicts as in ``serializers.comparison_data``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from language.marks import marked
from language.said import say, say_many
from mandates.analysis import wording
from mandates.analysis.values import CrimeFate, Link, Tier
from mandates.counting import among_main_tasks, ordinal

SHOWN = (
    ("all", marked("Everything")),
    ("changed", marked("Changed only")),
    ("crime", marked("Organized crime only")),
    ("tasks", marked("Tasks only")),
)
WORDS = {
    "kept": marked("Kept"),
    "reworded": marked("Reworded"),
    "strengthened": marked("Stronger"),
    "weakened": marked("Weaker"),
    "dropped": marked("Dropped"),
    "new": marked("New"),
    "renewed": marked("In force by reference"),
}
MOVED = {"promoted": marked("Promoted"), "demoted": marked("Demoted")}
FATES = {
    CrimeFate.LOST: marked("Lost"),
    CrimeFate.PARTLY_LOST: marked("Partly lost"),
    CrimeFate.GAINED: marked("New"),
    CrimeFate.KEPT: marked("Kept"),
}
PARTS = {"task": marked("listed task of the mission"), "operative": marked("operative paragraph")}
PREAMBLE = marked("preamble")
LINKS = {
    "merged": marked("merged: its words now stand in a paragraph that continues another one"),
    "split": marked("divided: a part of what the older paragraph said"),
}
VERDICTS = {"accept": marked("Agree"), "dismiss": marked("Object"), "defer": marked("Defer")}
DECIDED = {"accept": marked("Agreed"), "dismiss": marked("Objected"), "defer": marked("Deferred")}


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one side: ``kind`` is equal, deleted, inserted or aside; ``crime`` where they name organized crime.

    ``aside``: they are what else stands in the paragraph into which a unit was merged, or from which it was divided.
    """

    text: str
    kind: str
    crime: bool


@dataclass(slots=True)
class Entry:
    """A unit of either text and what became of it. ``number`` counts the changes; it is 0 for what did not change."""

    change: Mapping
    task: bool
    main_tasks: Mapping[str, int] = field(default_factory=dict)  # how many either side has
    crime: list[Mapping] = field(default_factory=list)
    older: list[Segment] = field(default_factory=list)
    newer: list[Segment] = field(default_factory=list)
    number: int = 0
    hidden: bool = False

    @property
    def anchor(self) -> str:
        """Where it stands on the page: by its fingerprint, else by the place of its paragraph in either text."""
        if self.change["fingerprint"]:
            return f"c-{self.change['fingerprint'][:12]}"
        side = "newer" if self.change["newer"] else "older"
        return f"k-{side[0]}{self.change[side]['paragraph']}"

    @property
    def ghost(self) -> str:
        """Where it stands on the page of a review, if it was dropped."""
        return f"lost-{self.change['fingerprint'][:12]}"

    @property
    def what(self) -> str:
        """What became of its words."""
        return say(WORDS[self.change["change"]])

    @property
    def moved(self) -> str:
        return say(MOVED.get(self.change["movement"], ""))

    @property
    def label(self) -> str:
        """38 (c) → 28 (d); one label where only one side is there or both are the same."""
        labels = [unit["label"] for unit in (self.change["older"], self.change["newer"]) if unit]
        return " → ".join(dict.fromkeys(labels))

    @property
    def place(self) -> str:
        """Its place before and now: in full where it moved, else the main task that it is or stands in."""
        there = [(side, unit) for side in ("older", "newer") if (unit := self.change[side])]
        if self.change["place"] and all(unit["task"] for _, unit in there):
            said = [_in_full(unit["task"], self.main_tasks[side]) for side, unit in there]
        elif self.change["place"]:
            said = [say(PARTS.get("task" if unit["task"] else unit["kind"], PREAMBLE)) for _, unit in there]
        else:
            said = [_briefly(unit["task"]) for _, unit in there if unit["task"]]
        return " → ".join(dict.fromkeys(said))

    @property
    def why(self) -> str:
        """Why it is stronger or weaker, in the engine's words; no sentence yet."""
        return wording.capital("; ".join(self.change["reasons"]))

    @property
    def besides(self) -> str:
        """What else is to be known of it; goes on after ``why``."""
        said = [say("it moved together with its main task")] if self.change["with_main_task"] else []
        if link := LINKS.get(self.change["link"]):
            said.append(say(link))
        told = (say(";") + " ").join(said)
        return told if self.change["reasons"] else wording.capital(told)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What can be said of it."""
        return [(verdict, say(word)) for verdict, word in VERDICTS.items()]

    @property
    def decided(self) -> str:
        """What was said of it last; it must have been."""
        return say(DECIDED[self.change["decision"]["verdict"]])

    @property
    def folds(self) -> bool:
        """Whether it may be folded away: nothing became of it, and no organized crime stands in it."""
        return not self.number and not self.crime and not self.task

    @property
    def lost(self) -> bool:
        """Whether organized-crime language went with it."""
        return any(crime["fate"] in (CrimeFate.LOST, CrimeFate.PARTLY_LOST) for crime in self.crime)


@dataclass(slots=True)
class Run:
    """One entry, or several in a row that fold to one line."""

    entries: list[Entry]
    fold: bool

    @property
    def entry(self) -> Entry:
        return self.entries[0]

    @property
    def hidden(self) -> bool:
        return all(entry.hidden for entry in self.entries)

    @property
    def span(self) -> str:
        """PP1 to PP16, by the newer labels."""
        labels = [(e.change["newer"] or e.change["older"])["label"] for e in (self.entries[0], self.entries[-1])]
        return labels[0] if len(set(labels)) == 1 else say("{first} to {last}", first=labels[0], last=labels[1])


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage on organized crime: what became of it, the change that it stands in, and its words, each once."""

    told: Mapping
    entry: Entry
    words: list[str]


@dataclass(slots=True)
class Page:
    tasks: list[Run]
    paragraphs: list[Run]
    crime: dict[str, list[Passage]]  # by fate
    total: int  # changes
    shown: int  # those that the filter leaves

    @property
    def said(self) -> str:
        """How many changes are shown, and of how many where some are not."""
        if self.shown == self.total:
            return say_many("{number} change", "{number} changes", self.shown)
        return say_many("{number} change of {total}", "{number} changes of {total}", self.shown, total=self.total)

    @property
    def fates(self) -> list[tuple[str, str, list[Passage]]]:
        """Passages on organized crime by what became of them, under a heading: what is lost first."""
        return [(fate, say(head), self.crime[fate]) for fate, head in FATES.items() if fate in self.crime]


def build(data: Mapping, show: str = "all") -> Page:
    """The page of a comparison; ``show`` is one of SHOWN, and hides the rest."""
    entries, passages = units(data)
    tell(entries, data)
    for entry in entries:
        entry.hidden = not _is_shown(entry, show)
    tasks = [Run([entry], fold=False) for entry in entries if entry.task]
    shown = sum(bool(entry.number) and not entry.hidden for entry in entries)
    total = sum(bool(entry.number) for entry in entries)
    return Page(tasks, _folded([e for e in entries if not e.task]), passages, total, shown)


def units(data: Mapping) -> tuple[list[Entry], dict[str, list[Passage]]]:
    """Every unit with its number and the organized crime in it, and the passages by fate; the words are not told apart yet."""
    main = {side: _main_tasks(data, side) for side in ("older", "newer")}
    entries = [Entry(c, name == "tasks", main) for name in ("tasks", "paragraphs") for c in data[name]]
    passages = _with_crime(entries, data["crime"])
    for number, entry in enumerate((e for e in entries if e.change["fingerprint"]), start=1):
        entry.number = number
    return entries, passages


def _main_tasks(data: Mapping, side: str) -> int:
    tasks = [c[side]["task"] for name in ("tasks", "paragraphs") for c in data[name] if c[side] and c[side]["task"]]
    return len({task["rank"] for task in tasks if task["level"] == 1})


def _in_full(task: Mapping, total: int) -> str:
    """the 3rd of 11 main tasks (priority tasks), in the 4th of 9 main tasks."""
    place = among_main_tasks(task["rank"], total)
    if task["level"] > 1:
        place = say("in {place}", place=place)
    tier = Tier(task["tier"])
    return place if tier is Tier.UNSPECIFIED else f"{place} ({say(wording.TIERS[tier])})"


def _briefly(task: Mapping) -> str:
    if task["level"] == 1:
        return say("{rank} main task", rank=ordinal(task["rank"]))
    return say("in the {rank} main task", rank=ordinal(task["rank"]))


def tell(entries: Iterable[Entry], data: Mapping) -> None:
    """Tell the words of these units apart: most of what a comparison costs to draw."""
    marks = _marks(data["crime"])
    for entry in entries:
        entry.older, entry.newer = _sides(entry.change, marks)


def one(data: Mapping, fingerprint: str) -> Entry | None:
    """The entry of one change, as it stands on the page."""
    page = build(data)
    runs = (*page.tasks, *page.paragraphs)
    return next((e for run in runs for e in run.entries if e.change["fingerprint"] == fingerprint), None)


def _is_shown(entry: Entry, show: str) -> bool:
    match show:
        case "changed":
            return bool(entry.number)
        case "crime":
            return bool(entry.crime)
        case "tasks":
            return entry.task
    return True


def _folded(entries: Sequence[Entry]) -> list[Run]:
    runs: list[Run] = []
    for folds, group in groupby(entries, key=lambda entry: entry.folds):
        if folds:
            runs.append(Run(list(group), fold=True))
        else:
            runs += [Run([entry], fold=False) for entry in group]
    return runs


# --- organized crime --------------------------------------------------------------------------------------------


def _with_crime(entries: Sequence[Entry], crime: Sequence[Mapping]) -> dict[str, list[Passage]]:
    """Each passage with the entry that it stands in, which learns of it: lost and kept by the older unit, gained by the newer."""
    places: dict[tuple[str, int], Entry] = {}
    for entry in sorted(entries, key=lambda e: e.change["link"] != Link.ONE_TO_ONE):
        for side in ("older", "newer"):
            if entry.change[side]:
                places.setdefault((side, entry.change[side]["paragraph"]), entry)
    passages = defaultdict(list)
    for told in crime:
        side = "newer" if told["fate"] == "gained" else "older"
        entry = places[side, told[f"{side}_paragraph"]]
        entry.crime.append(told)
        words: dict[str, str] = {}
        for span in told[f"{side}_words"]:
            words.setdefault(" ".join(span["text"].split()).casefold(), span["text"])
        passages[told["fate"]].append(Passage(told, entry, list(words.values())))
    return dict(passages)


def _marks(crime: Sequence[Mapping]) -> dict[tuple[str, int], list[Mapping]]:
    """Side and paragraph → the words that name organized crime there."""
    marks = defaultdict(list)
    for passage in crime:
        for side in ("older", "newer"):
            if passage[f"{side}_paragraph"] is not None:
                marks[side, passage[f"{side}_paragraph"]] += passage[f"{side}_words"]
    return marks


# --- words ------------------------------------------------------------------------------------------------------


def _sides(change: Mapping, marks: Mapping) -> tuple[list[Segment], list[Segment]]:
    """The words of both sides; a kept unit has its newer words alone.

    What else stands in a paragraph into which a unit was merged is not new, nor gone what stood beside it where it was divided from.
    """
    both = change["older"] and change["newer"]
    whole = {"merged": "newer", "split": "older"}.get(change["link"])
    sides = []
    for side, gone in (("older", "deleted"), ("newer", "inserted")):
        unit = change[side]
        if unit is None or (side == "older" and both and not change["runs"]):
            sides.append([])
            continue
        differing = [run[side] for run in change["runs"] if run["kind"] == gone]
        kind = "aside" if side == whole else gone
        sides.append(list(_segments(unit["text"], differing, kind, marks.get((side, unit["paragraph"]), []))))
    return sides[0], sides[1]


def _segments(text: str, differing: Sequence[Mapping], other: str, crime: Sequence[Mapping]) -> Iterator[Segment]:
    """The text in pieces; ``other`` is the kind of what differs."""
    edges = {0, len(text)} | {place[edge] for place in (*differing, *crime) for edge in ("start", "end")}
    held: Segment | None = None
    for start, end in pairwise(sorted(edge for edge in edges if 0 <= edge <= len(text))):
        kind = other if any(p["start"] <= start and end <= p["end"] for p in differing) else "equal"
        named = any(p["start"] <= start and end <= p["end"] for p in crime)
        if held and (held.kind, held.crime) == (kind, named):
            held = Segment(held.text + text[start:end], kind, named)
            continue
        if held:
            yield held
        held = Segment(text[start:end], kind, named)
    if held:
        yield held
