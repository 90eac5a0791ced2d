"""What a mandate takes beside what its mission has, as bars and dots: verdicts and numbers → lengths in an SVG. Pure.

People are counted over the capacities that have a field of expertise, each in every field that it has. A number that nobody
recorded is not known, never nought: what is drawn is what is recorded, and the words say what is missing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from capacities.coverage import Cell, Coverage, Offer, Row, Verdict
from language.marks import marked
from language.said import say, say_many

BAR = 300  # of the longest bar
DOT, DOTS = 14, 20  # from one partner to the next; the most that are drawn
WIDTH, LINE, HEAD, TITLE, FOOT = 1080, 28, 34, 64, 48  # of the file
ANSWERS = {
    Verdict.COVERED: marked("covered"),
    Verdict.PARTLY: marked("partly covered"),
    Verdict.LANGUAGE_GAP: marked("without the language"),
    Verdict.LATE: marked("late"),
    Verdict.NOT_KNOWN: marked("not known"),
    Verdict.GAP: marked("missing"),
}
SIGNS = {Verdict.COVERED: "full", Verdict.NOT_KNOWN: "unknown", Verdict.GAP: "empty"}


@dataclass(frozen=True, slots=True)
class People:
    """How many are authorized, there and pledged; None where no capacity says. ``partial`` names numbers that another does not say."""

    authorized: int | None
    there: int | None
    pledged: int | None
    partial: frozenset[str]

    @property
    def said(self) -> str:
        """In a few words: "6 of 10 there, 2 pledged"; nothing where nothing is recorded."""
        if self.authorized is None and self.there is None and self.pledged is None:
            return ""
        known = self._known()
        known += [say_many("{number} pledged", "{number} pledged", self.pledged)] if self.pledged else []
        told, unknown = ", ".join(known), self._unknown()
        return say("{known}; {unknown}", known=told, unknown=unknown) if told and unknown else told or unknown

    def _known(self) -> list[str]:
        there, authorized = self.there, self.authorized
        if there is not None and authorized is not None and not self.partial:
            return [
                say_many(
                    "{number} of {authorized} there", "{number} of {authorized} there", there, authorized=authorized
                )
            ]
        told = []
        if there is not None and "there" in self.partial:
            told.append(say_many("at least {number} there", "at least {number} there", there))
        elif there is not None:
            told.append(say_many("{number} there", "{number} there", there))
        if authorized is not None and "authorized" in self.partial:
            told.append(say_many("at least {number} authorized", "at least {number} authorized", authorized))
        elif authorized is not None:
            told.append(say_many("{number} authorized", "{number} authorized", authorized))
        return told

    def _unknown(self) -> str:
        if self.there is None and self.authorized is None:
            return say("number there and authorized not known")
        if self.there is None:
            return say("number there not known")
        return say("number authorized not known") if self.authorized is None else ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A field of expertise: the edge is as long as people are authorized, where all of that is known, the fill as are there, ``coming`` as are pledged."""

    label: str
    answer: str
    sign: str
    people: People
    edge: float
    fill: float
    coming: float
    said: str
    y: int = 0


@dataclass(frozen=True, slots=True)
class Dots:
    """A kind of partner: a dot for each that is recorded."""

    label: str
    count: int
    dots: tuple[int, ...]
    said: str
    y: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """``partners``: where in the file they begin; ``height`` of all of it, without what is said above and below."""

    bars: tuple[Bar, ...]
    dots: tuple[Dots, ...]
    partners: int
    height: int

    @property
    def paper(self) -> tuple[int, int]:
        """Width and height of the file."""
        return WIDTH, TITLE + self.height + FOOT


def build(coverage: Coverage, kinds: Sequence, today: date) -> Picture:
    """``kinds`` are the kinds of partners taken, each with a label and its partners."""
    counted = [people(row, today) for row in coverage.rows]
    most = max((max(one.authorized or 0, (one.there or 0) + (one.pledged or 0)) for one in counted), default=0) or 1
    rows = zip(coverage.rows, counted, strict=True)
    bars = tuple(_bar(row, one, BAR / most, HEAD + LINE * i) for i, (row, one) in enumerate(rows))
    below = HEAD + LINE * len(bars) + 8
    dots = tuple(_dots(kind.label, len(kind.partners), below + HEAD + LINE * i) for i, kind in enumerate(kinds))
    return Picture(bars, dots, below, below + (HEAD + LINE * len(dots) if dots else 0))


def people(row: Row, today: date) -> People:
    """The people of the capacities that have one field of expertise."""
    told = [_numbers(cell, today) for cell in row.cells]
    authorized, there, pledged = (_sum(found) for found in zip(*told, strict=True)) if told else (None, None, None)
    known = (("authorized", authorized), ("there", there))
    partial = {name for i, (name, total) in enumerate(known) if total is not None and any(n[i] is None for n in told)}
    return People(authorized, there, pledged, frozenset(partial))


def _numbers(cell: Cell, today: date) -> tuple[int | None, int | None, int | None]:
    """Authorized, there and pledged of one capacity. Who does not count any more is not there; who is still to come is pledged."""
    offer = cell.offer
    if offer.deployed is None or (cell.verdict is not Verdict.GAP and not _to_come(offer, today)):
        return offer.authorized, offer.deployed, offer.pledged
    coming = (offer.pledged or 0) + offer.deployed if _to_come(offer, today) else offer.pledged
    return offer.authorized, 0, coming


def _to_come(offer: Offer, today: date) -> bool:
    return bool(offer.available_from and offer.available_from > today)


def _sum(found: Iterable[int | None]) -> int | None:
    known = [number for number in found if number is not None]
    return sum(known) if known else None


def _bar(row: Row, counted: People, unit: float, y: int) -> Bar:
    needed = 0 if "authorized" in counted.partial else counted.authorized
    lengths = [round((number or 0) * unit, 1) for number in (needed, counted.there, counted.pledged)]
    has = say("no number recorded") if row.cells else say("no capacity recorded has it")
    answer, sign = say(ANSWERS[row.verdict]), SIGNS.get(row.verdict, "halved")
    return Bar(row.need.label, answer, sign, counted, *lengths, counted.said or has, y)


def _dots(label: str, count: int, y: int) -> Dots:
    said = say_many("{number} recorded", "{number} recorded", count) if count else say("none that covers one of these")
    return Dots(label, count, tuple(DOT * i for i in range(min(count, DOTS))), said, y)
