"""The adopted texts of a mission as lines: what the table behind the timeline and its file both say, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from language.marks import marked
from language.said import say
from mandates.analysis import taxonomy, wording
from mandates.analysis.values import Position
from mandates.models import Review, TextVersion
from mandates.positions import stands

HEAD = (
    *(marked("Year"), marked("Text"), marked("Kind"), marked("Adopted"), marked("Where organized crime stands")),
    *(marked("Position"), marked("Rank of the main task"), marked("Main tasks"), marked("Flagged")),
    marked("Runs until, by its words"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One text. What is not known is None or empty; of a text that only keeps earlier tasks nothing else is told. ``kind`` and
    ``flagged`` are kept in English."""

    version: TextVersion
    name: str
    kind: str
    day: date | None
    year: int | None
    stands: str
    position: str
    rank: int | None
    main_tasks: int | None
    flagged: str
    until: date | None

    @property
    def cells(self) -> tuple:
        """As the columns of ``HEAD``."""
        days = [day.isoformat() if day else "" for day in (self.day, self.until)]
        place = (self.stands, say(taxonomy.said(self.position)), self.rank, self.main_tasks, say(self.flagged))
        return (self.year, self.name, say(self.kind), days[0], *place, days[1])


def of(adopted: Iterable[TextVersion]) -> list[Line]:
    """``adopted`` carry mandate, adoption, review and summary; no query."""
    return [_line(version) for version in adopted]


def _line(version: TextVersion) -> Line:
    mandate, review, summary = version.mandate, getattr(version, "review", None), getattr(version, "summary", None)
    adoption = getattr(mandate, "adoption", None)
    renews = summary.renews if summary else ""
    told = review if review and not renews else None
    said = stands(review) if review else say("no review yet")
    if renews:
        said = say("keeps earlier tasks in force, those of {symbol}", symbol=renews)
    day = adoption.date if adoption else None
    return Line(
        version=version,
        name=mandate.symbol or mandate.title or say("Untitled"),
        kind=wording.KINDS[wording.Kind(review.kind)] if review else "",
        day=day,
        year=summary.year if summary and summary.year else day.year if day else None,
        stands=said,
        position=told.position if told else "",
        rank=_rank(told) if told else None,
        main_tasks=told.main_tasks if told else None,
        flagged=told.flagged.replace("_", " ") if told else "",
        until=summary.runs_until if summary else None,
    )


def _rank(review: Review) -> int | None:
    """Of the main task in which organized crime stands."""
    ranks = {
        Position.MAIN_TASK: review.best_main_task_rank,
        Position.WITHIN_MAIN_TASK: review.best_containing_rank,
    }
    return ranks.get(review.position)
