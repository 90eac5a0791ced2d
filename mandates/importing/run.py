"""Texts one by one into the database, in the order of adoption, so that predecessors are there before successors.

Each goes the way of any text (services.submit, jobs.review_mandate, in this process), so that it is whole or not there: an import
can be stopped after any text and run again.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mandates import jobs, services, symbols
from mandates.analysis import read
from mandates.importing.texts import Facts, Refusal, Text
from mandates.models import Job, Mandate, Review, TextVersion
from mandates.rules import RULESET


@dataclass(slots=True)
class Report:
    """What an import did. ``reviewed`` counts the texts created and those held that this ruleset had not reviewed.

    ``passed_over`` are files in whose place another with the same text was taken; ``doubtful`` those whose text calls
    itself by another symbol than the file.
    """

    created: int = 0
    unchanged: int = 0
    reviewed: int = 0
    refused: list[Refusal] = field(default_factory=list)
    passed_over: list[Refusal] = field(default_factory=list)
    doubtful: list[Refusal] = field(default_factory=list)
    stopped: bool = False


def run(
    groups: Sequence[Sequence[Text]],
    facts: Mapping[str, Facts],
    owner,
    tell: Callable[[int, str], None],
    stopped: Callable[[], bool],
) -> Report:
    """Import each group's first readable text, unless its symbol or its bytes are held.

    ``tell`` hears how many texts are done and which was last; ``stopped`` is asked after each.
    """
    report, held, known = Report(), _held(), _digests()
    for done, group in enumerate(groups, start=1):
        symbol = group[0].symbol
        if symbol in held:
            report.unchanged += 1
            mandate = held[symbol]
            if not mandate.latest_review or mandate.latest_review.ruleset != RULESET:
                report.reviewed += _review(mandate.newest_version, report, group[0].place)
        else:
            mandate = _create(group, owner, known, report)
        if mandate and symbol in facts:
            services.note_adoption(mandate, facts[symbol], owner)
        tell(done, symbol)
        if stopped():
            report.stopped = done < len(groups)
            return report
    for version in _waiting():
        report.reviewed += _review(version, report, version.mandate.symbol)
        if stopped():
            break
    return report


def _held() -> dict[str, Mandate]:
    """The adopted texts that are held, by symbol; of several with one symbol the first. Four queries."""
    adopted = Mandate.objects.filter(draft=False).exclude(symbol="").with_latest().select_related("adoption")
    return {mandate.symbol: mandate for mandate in adopted.order_by("-pk")}


def _digests() -> dict[str, str]:
    """The symbols of the adopted texts that are held, by the sum of their bytes."""
    adopted = TextVersion.objects.filter(mandate__draft=False)
    return dict(adopted.values_list("sha256", "mandate__symbol"))


def _create(group: Sequence[Text], owner, known: dict[str, str], report: Report) -> Mandate | None:
    """The mandate made from the first text of the group that can be read; None where none can, or its bytes are held."""
    unreadable = []
    for text in group:
        try:
            data = text.load()
            sha256 = hashlib.sha256(data).hexdigest()
            if sha256 in known:
                report.unchanged += 1
                report.passed_over.append(Refusal(text.place, f"the same bytes are held as {known[sha256]}"))
                return None
            version = services.submit(
                owner=owner, data=data, filename=text.filename, draft=False, symbol=text.symbol, queue=False
            )
        except read.Unreadable as error:
            unreadable.append(Refusal(text.place, str(error)))
        except OSError as error:
            unreadable.append(Refusal(text.place, error.strerror or "it cannot be opened"))
        else:
            known[sha256] = text.symbol
            report.created += 1
            report.passed_over += unreadable
            report.reviewed += _review(version, report, text.place)
            _doubt(version, text, report)
            return version.mandate
    report.refused += unreadable
    return None


def _doubt(version: TextVersion, text: Text, report: Report) -> None:
    """Note where the symbol at the head of the text is another than that of the file, which counts."""
    said = Review.objects.filter(version=version).values_list("data__symbol", flat=True).first()
    if said and symbols.normal(said) != text.symbol:
        report.doubtful.append(Refusal(text.place, f"taken as {text.symbol}, but the text calls itself {said}"))


def _review(version: TextVersion, report: Report, place: str) -> int:
    """1 where the version was reviewed now, 0 where it had been; what went wrong goes to the report."""
    job = services.start_review(version, queue=False)
    if job.state != Job.State.PENDING:
        return 0
    jobs.review_mandate(job.pk)
    job.refresh_from_db()
    if job.state == Job.State.DONE:
        return 1
    report.refused.append(Refusal(place, f"it is held, but its review did not end: {job.error or jobs.FAULT}"))
    return 0


def _waiting() -> Iterator[TextVersion]:
    """The adopted texts whose review was asked for again while the import ran: they name a text that came in later."""
    waiting = Job.objects.filter(ruleset=RULESET, state=Job.State.PENDING, version__mandate__draft=False)
    for job in waiting.select_related("version__mandate").defer("version__source").order_by("pk"):
        yield job.version
