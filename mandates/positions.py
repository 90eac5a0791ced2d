"""Where organized crime stood in each mission's mandate, year by year. A year without a text is never bridged by a guess."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import QuerySet

from language.marks import marked
from language.said import say
from mandates import counting, symbols
from mandates.analysis.values import RANKED_KINDS, Flagged, Position
from mandates.models import Mandate, Review, TextVersion
from missions.models import Mission

YEARS = 14  # shown unless other years are asked for


class State(StrEnum):
    """What is known of a mission's year."""

    READ = "read"
    KEPT = "kept"
    NOT_HELD = "not_held"
    NO_MISSION = "no_mission"


WORDS = {
    Position.MISSION_PARAGRAPH_OUTSIDE_LIST: marked("outside"),
    Position.OTHERS_ONLY: marked("others"),
    Position.PREAMBLE_ONLY: marked("PP only"),
    Position.ABSENT: marked("absent"),
}
BRIEFLY = {
    Position.MISSION_PARAGRAPH_OUTSIDE_LIST: marked("outside the list"),
    Position.OTHERS_ONLY: marked("others only"),
    Position.PREAMBLE_ONLY: marked("preamble only"),
    Position.ABSENT: marked("absent"),
}
SENTENCES = {
    Position.MISSION_PARAGRAPH_OUTSIDE_LIST: marked("told to the mission, outside its task list"),
    Position.OTHERS_ONLY: marked("told to others only"),
    Position.PREAMBLE_ONLY: marked("in the preamble only"),
    Position.ABSENT: marked("absent"),
}


def stands(review) -> str:
    """Where organized crime stands, in a few words for a list: "6th of 11 main tasks"."""
    position = Position(review.position)
    if review.flagged == "unknown":
        return say("among tasks that another text holds")
    if position is Position.MAIN_TASK:
        return counting.of_main_tasks(review.best_main_task_rank, review.main_tasks)
    if position is Position.WITHIN_MAIN_TASK:
        return say("inside the {place}", place=counting.of_main_tasks(review.best_containing_rank, review.main_tasks))
    if review.kind == "presidential_statement" and position is Position.PREAMBLE_ONLY:
        return say("named in the statement")
    return say(SENTENCES[position])


@dataclass(frozen=True, slots=True)
class Cell:
    """One mission and year. ``words`` is what fits in a cell, ``said`` the same in full."""

    year: int
    state: State
    words: str = ""
    said: str = ""
    position: Position | None = None
    rank: int | None = None
    main_tasks: int | None = None
    within_top: bool = False
    flagged: str = ""
    symbol: str = ""
    mandate: int | None = None
    texts: int = 0

    @property
    def briefly(self) -> str:
        """Where organized crime stands, for a line of a list: "inside 2nd of 15"."""
        if self.rank is None:
            return say(BRIEFLY.get(self.position, ""))
        inside, place = self.position is Position.WITHIN_MAIN_TASK, counting.ordinal(self.rank)
        if self.main_tasks == 1:
            return say("inside the only one") if inside else say("main task, the only one")
        if inside:
            return say("inside {rank} of {total}", rank=place, total=self.main_tasks)
        return say("main task, {rank} of {total}", rank=place, total=self.main_tasks)


@dataclass(frozen=True, slots=True)
class Row:
    """One mission over the years; ``about`` is the register's, None where it does not know the mission; ``group`` is one of GROUPS.

    ``latest`` is the last text shown that lays down tasks, ``flagged`` the flag of the last text of all, ``first`` the year of the
    first held. ``ends`` is the last day of an open mission's mandate, ``by`` the symbol of the text that says so.
    """

    mission: str
    where: str
    group: str
    about: Mission | None
    cells: tuple[Cell, ...]
    latest: Cell | None
    flagged: str = ""
    first: int | None = None
    ends: date | None = None
    by: str = ""
    ended: date | None = None  # of an open mission: its last known mandate has run out

    @property
    def registered(self) -> bool:
        return self.about is not None

    @property
    def as_of(self) -> date | None:
        """The day of which the register speaks."""
        return self.about.as_of if self.about else None


@dataclass(frozen=True, slots=True)
class Held:
    """The adopted texts held, by their mission's acronym or the name that they give it, and the missions of the register."""

    texts: Mapping[str, Sequence[Mapping]]
    missions: Mapping[str, Mission]


def table(user, since: int, until: int, *, only: Mission | None = None, today: date) -> list[Row]:
    """Open missions, closed ones of which a text is held, then those that the register does not know. Three queries."""
    return rows(held(user), since, until, only=only, today=today)


def held(user) -> Held:
    """What the rows of all missions are made of. Three queries."""
    texts: dict[str, list[Mapping]] = {}
    for text in _texts(user):
        texts.setdefault(text["acronym"] or text["mission_name"], []).append(text)
    return Held(texts, {m.acronym: m for m in Mission.objects.prefetch_related("countries")})


def rows(held: Held, since: int, until: int, *, only: Mission | None = None, today: date) -> list[Row]:
    """The rows that ``table`` gives."""
    texts, missions = held.texts, held.missions
    names = [only.acronym] if only else sorted(set(texts) | {n for n, m in missions.items() if m.status != "closed"})
    made = [row_of(name, missions.get(name), texts.get(name, []), since, until, today) for name in names if name]
    shown = [row for row in made if only or row.group == OPEN or any(c.mandate for c in row.cells)]
    return sorted(shown, key=lambda row: (GROUPS.index(row.group), row.mission))


OPEN, CLOSED, UNKNOWN = GROUPS = (
    marked("Open missions"),
    marked("Closed missions"),
    marked("Not in the register of missions"),
)


def _texts(user) -> QuerySet:
    """What is known of every adopted text that gives a mission its mandate, in the order of the resolutions."""
    seen = Mandate.objects.visible_to(user).filter(draft=False)
    newest = TextVersion.objects.newest().filter(mandate__in=seen)
    reviews = Review.objects.filter(version__in=newest, kind__in=RANKED_KINDS, version__summary__year__isnull=False)
    told = {
        "acronym": "version__mandate__mission__acronym",
        "symbol": "version__mandate__symbol",
        "mandate": "version__mandate",
        "year": "version__summary__year",
        "renews": "version__summary__renews",
        "runs_until": "version__summary__runs_until",
    }
    own = ("mission_name", "position", "flagged", "best_main_task_rank", "best_containing_rank", "main_tasks", "top")
    rows = reviews.order_by("version__summary__year", "pk").values(*own, *told.values())
    texts = [{**{name: row[name] for name in own}, **{name: row[path] for name, path in told.items()}} for row in rows]
    return sorted(texts, key=lambda text: (text["year"], symbols.number(text["symbol"]) or 0))


def row_of(name: str, mission: Mission | None, texts: Sequence[Mapping], since: int, until: int, today: date) -> Row:
    """One mission over the years, from its texts as ``_texts`` tells them, in the order of the resolutions."""
    by_year: dict[int, list[Mapping]] = {}
    for text in texts:
        by_year.setdefault(text["year"], []).append(text)
    first, last = life(mission, sorted(by_year), today)
    told = [text for text in texts if text["year"] <= until]
    earlier = [text for text in told if text["year"] < since]
    cells, before = [], earlier[-1] if earlier else None
    for year in range(since, until + 1):
        cells.append(cell_of(year, by_year.get(year, []), before, first <= year <= last))
        before = by_year[year][-1] if year in by_year else before
    stating = [text["year"] for text in told if not text["renews"]]
    ends, by = end_of(mission, texts)
    return Row(
        mission=name,
        where=", ".join(say(c.name) for c in mission.countries.all()) if mission else "",
        group=UNKNOWN if mission is None else GROUPS[mission.status == Mission.Status.CLOSED],
        about=mission,
        cells=tuple(cells),
        latest=cell_of(stating[-1], by_year[stating[-1]], None, True) if stating else None,
        flagged=told[-1]["flagged"] if told else "",
        first=texts[0]["year"] if texts else None,
        ends=ends,
        by=by,
        ended=ends if ends and ends < today else None,
    )


def life(mission: Mission | None, held: Sequence[int], today: date) -> tuple[int, int]:
    """The first and the last year of a mission, as far as the register or else the texts held know them."""
    first = held[0] if held else today.year
    last = held[-1] if held else today.year
    if mission is None:
        return first, last
    if mission.established:
        first = mission.established.year
    else:
        first = min(first, symbols.year(mission.established_by) or first)
    if mission.status != Mission.Status.CLOSED:
        last = max(last, today.year)
    elif mission.closed:
        last = max(last, mission.closed.year)
    return first, last


def end_of(mission: Mission | None, texts: Sequence[Mapping]) -> tuple[date | None, str]:
    """The last day of an open mission's mandate with the symbol of the text that sets it: by the register, or by the own words of
    a later resolution held, where that runs on beyond the register's day."""
    if mission is None or mission.status == Mission.Status.CLOSED:
        return None, ""
    known, by = mission.mandate_ends, mission.mandate_in_force
    after = symbols.number(by)
    for text in texts if known and after else ():
        runs_until, number = text["runs_until"], symbols.number(text["symbol"])
        if runs_until and number and number > after and runs_until > known:
            known, by = runs_until, text["symbol"]
    return known, by


def cell_of(year: int, texts: Sequence[Mapping], before: Mapping | None, exists: bool) -> Cell:
    """What the texts of one year say; ``before`` is the last text of an earlier one, ``exists`` whether there was a mission."""
    stating = [text for text in texts if not text["renews"]]
    if stating:
        return _read(year, stating[-1], len(texts))
    if texts:
        text = texts[-1]
        named = {"text": counting.resolution(text["symbol"]), "earlier": counting.resolution(text["renews"])}
        said = say("{text} keeps earlier tasks in force, those of {earlier}", **named)
        return Cell(year, State.KEPT, "", said, symbol=text["symbol"], mandate=text["mandate"], texts=len(texts))
    if before and before["runs_until"] and before["runs_until"] >= date(year, 12, 31):
        symbol = before["symbol"]
        named = counting.resolution(symbol)
        said = say("no text of this year is held; {text} runs on through it by its own words", text=named)
        return Cell(year, State.KEPT, "", said, symbol=symbol, mandate=before["mandate"])
    return Cell(year, State.NOT_HELD, "·", say("text not held")) if exists else Cell(year, State.NO_MISSION)


def _read(year: int, text: Mapping, texts: int) -> Cell:
    position = Position(text["position"])
    rank, of = None, text["main_tasks"]
    top = position is Position.MAIN_TASK and text["flagged"] == Flagged.NO
    if position is Position.MAIN_TASK:
        rank = text["best_main_task_rank"]
        place = {"place": counting.among_main_tasks(rank, of), "top": text["top"]}
        said = (
            say("{place}, within the top {top}", **place) if top else say("{place}, not within the top {top}", **place)
        )
    elif position is Position.WITHIN_MAIN_TASK:
        rank = text["best_containing_rank"]
        said = say("clause or sub-task inside {place}", place=counting.among_main_tasks(rank, of))
    else:
        said = say(SENTENCES[position])
    return Cell(
        year=year,
        state=State.READ,
        words=say("{rank} of {total}", rank=rank, total=of) if rank else say(WORDS[position]),
        said=say("{name}: {said}", name=counting.resolution(text["symbol"]), said=said),
        position=position,
        rank=rank,
        main_tasks=of,
        within_top=top,
        flagged=text["flagged"],
        symbol=text["symbol"],
        mandate=text["mandate"],
        texts=texts,
    )
