"""What the trends need of one text is written down with its review."""

from datetime import date

from mandates import symbols
from mandates.analysis import references, values
from mandates.analysis.wording import resolution
from mandates.models import Mandate, NamedCrime, TextSummary, TextVersion


def summarize(mandate: Mandate, version: TextVersion, review: values.Review) -> None:
    """Replace the text's summary by this review's. Part of the transaction that records the review."""
    reference = references.refer(review.document, review.crime)
    TextSummary.objects.filter(version=version).delete()
    summary = TextSummary.objects.create(
        version=version,
        project=reference.project,
        only_small_arms=reference.only_small_arms,
        wider=reference.wider,
        year=adoption_year(mandate, review),
        renews=_renewed(review.reading)[:200],
        runs_until=_runs_until(review),
    )
    NamedCrime.objects.bulk_create(NamedCrime(summary=summary, crime_type=name) for name in reference.crime_types)


def adoption_year(mandate: Mandate, review: values.Review) -> int | None:
    """The year to which a text is counted: that of its symbol, else that of the date on its own face."""
    adopted = review.document.adopted
    return symbols.year(mandate.symbol) or (adopted.year if adopted else None)


def _renewed(reading: values.MissionReading) -> str:
    """The text whose tasks stay in force, as people cite it; empty where this one lays tasks down itself."""
    if reading.main_tasks or not (reading.in_force or reading.tasks_by_reference):
        return ""
    return resolution(reading.in_force.symbol) if reading.in_force else reading.tasks_by_reference


def _runs_until(review: values.Review) -> date | None:
    """The last day of the mandate: as the text names it, else counted from the date on its face."""
    term, adopted = review.reading.term, review.document.adopted
    if term is None or term.until or adopted is None or not term.months:
        return term.until if term else None
    month = adopted.month - 1 + term.months
    return date(adopted.year + month // 12, month % 12 + 1, 1)  # the month is enough: only whole years are asked for
