"""What a reader asks a review to show: which paragraphs stand open and which findings stand beside them. Pure.

Nothing is ever left out: a paragraph that does not fit folds to one line, a finding is hidden and counted.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from language.marks import marked
from language.said import say
from mandates.analysis import taxonomy
from mandates.rules.base import FAMILIES, Family

SHOW = (
    ("all", marked("everything")),
    ("task", marked("tasks")),
    ("crime", marked("organized crime")),
    ("nexus", marked("crime with terrorism")),
    ("changed", marked("changed since the predecessor")),
)
FOLDED = {  # what a folded paragraph has in common with its neighbours
    "all": marked("nothing marked"),
    "task": marked("no task"),
    "crime": marked("nothing on organized crime"),
    "nexus": marked("no crime beside terrorism"),
    "changed": marked("nothing changed"),
}
SEVERITIES = ("high", "medium", "low")
STATES = (
    ("", "any"),
    ("open", marked("undecided")),
    ("accept", marked("accepted")),
    ("dismiss", marked("dismissed")),
    ("defer", marked("deferred")),
)
FAMILY_NAMES = {str(family).replace(" ", "_"): family for family in Family}
SINCE = ("OC204", "OC205", "OC206")  # the rules that ask about the predecessor


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a list: ``count`` of what it leaves, ``off`` why it cannot be chosen."""

    value: str
    word: str
    count: int | None = None
    chosen: bool = False
    off: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """``about`` is the name of a family of rules or of a crime type; ``state`` one of STATES."""

    show: str = "all"
    severity: Collection[str] = SEVERITIES
    state: str = ""
    about: str = ""

    @property
    def asked(self) -> bool:
        """Whether anything is asked that leaves less than everything."""
        return (self.show, self.state, self.about) != ("all", "", "") or set(self.severity) != set(SEVERITIES)

    @property
    def narrows_text(self) -> bool:
        return self.show != "all" or self._crime_type != ""

    @property
    def folded(self) -> str:
        if self._crime_type:
            return say("nothing on {crime}", crime=say(taxonomy.said(self._crime_type)))
        return say(FOLDED[self.show])

    def paragraph(self, paragraph: Mapping) -> bool:
        """Whether a paragraph as ``sheet`` prepares it stands open."""
        if self._crime_type and self._crime_type not in paragraph["crime_types"]:
            return False
        return fits(self.show, paragraph)

    def finding(self, finding: Mapping) -> bool:
        """Whether a finding is asked for, wherever its paragraph stands."""
        family = FAMILY_NAMES.get(self.about)
        return (
            finding["severity"] in self.severity
            and self.state in ("", state(finding))
            and family in (None, FAMILIES[finding["code"][2]])
        )

    def unplaced(self, finding: Mapping) -> bool:
        """Whether a finding that quotes nothing stands open: what is not in the text is about crime, or about the text before it."""
        if not self.narrows_text:
            return True
        return not self._crime_type and (self.show == "crime" or (self.show == "changed" and finding["code"] in SINCE))

    @property
    def _crime_type(self) -> str:
        return "" if self.about in FAMILY_NAMES else self.about


EVERYTHING = Shown()


def fits(show: str, paragraph: Mapping) -> bool:
    """Whether a paragraph as ``sheet`` prepares it is what ``show`` asks for."""
    marks = {segment["mark"] for line in paragraph["lines"] for segment in line}
    match show:
        case "task":
            return paragraph["task"] is not None
        case "crime":
            return "crime" in marks
        case "nexus":
            return {"crime", "terrorism"} <= marks
        case "changed":
            return bool(paragraph["change"])
    return True


def state(finding: Mapping) -> str:
    return finding["decision"]["verdict"] if finding["decision"] else "open"


def choices(shown: Shown, paragraphs: Sequence[Mapping], findings: Sequence[Mapping], changed: int | None) -> dict:
    """The lists of the form, each choice with its count.

    ``paragraphs`` are prepared by ``sheet``; ``changed`` counts what differs from the predecessor, None where none is held.
    """
    text = [p for p in paragraphs if p["kind"] != "heading"]
    counts: dict[str, int | None] = {name: sum(fits(name, p) for p in text) for name, _ in SHOW}
    counts["changed"] = changed
    off = {"changed": say("no predecessor is held")} if changed is None else {}
    families = {name: sum(FAMILIES[f["code"][2]] == family for f in findings) for name, family in FAMILY_NAMES.items()}
    types: dict[str, int] = {}
    for name in (name for p in text for name in p["crime_types"]):
        types[name] = types.get(name, 0) + 1
    about = [(name, say(FAMILY_NAMES[name]), count) for name, count in families.items()]
    about += [
        (name, say(taxonomy.said(name)), count) for name, count in sorted(types.items(), key=lambda kept: -kept[1])
    ]
    if shown.about and shown.about not in {name for name, _, count in about if count}:
        about.append((shown.about, say(FAMILY_NAMES.get(shown.about) or taxonomy.said(shown.about)), 0))
    return {
        "show": [Choice(name, say(word), counts[name], name == shown.show, off.get(name, "")) for name, word in SHOW],
        "severity": [
            Choice(name, say(name).capitalize(), sum(f["severity"] == name for f in findings), name in shown.severity)
            for name in SEVERITIES
        ],
        "state": [
            Choice(name, say(word), sum(name in ("", state(f)) for f in findings), name == shown.state)
            for name, word in STATES
        ],
        "families": [
            Choice(name, word, count, name == shown.about)
            for name, word, count in about
            if name in FAMILY_NAMES and (count or name == shown.about)
        ],
        "types": [
            Choice(name, word, count, name == shown.about) for name, word, count in about if name not in FAMILY_NAMES
        ],
    }
