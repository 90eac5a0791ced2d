"""The drafts that a person may see, with what nobody has decided in them, and their reviews that did not end or still run."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Case, Count, Exists, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce

from mandates.analysis.values import Severity
from mandates.models import Decision, Finding, Job, Mandate, Review

MOST = 100  # that are looked at, the newest; drafts before adopted texts
GRAVITY = {Severity.HIGH: 3, Severity.MEDIUM: 2, Severity.LOW: 1}
DECIDED = Decision.objects.filter(mandate=OuterRef("review__version__mandate"), fingerprint=OuterRef("fingerprint"))


@dataclass(slots=True)
class Work:
    """A draft, or an adopted text whose review did not end. ``codes`` are the rules of its gravest undecided findings.

    ``others`` is how many are named on it beside its owner.
    """

    mandate: Mandate
    others: int
    findings: int = 0
    undecided: int = 0
    gravity: int = 0
    codes: tuple[str, ...] = ()

    @property
    def review(self) -> Review | None:
        return self.mandate.latest_review

    @property
    def failed(self) -> bool:
        job = self.mandate.latest_job
        return job is not None and job.state == Job.State.FAILED

    @property
    def running(self) -> bool:
        """On its way to a first review."""
        return self.review is None and not self.failed

    @property
    def mission_name(self) -> str:
        """The acronym of its mission: the one it was submitted for, else the one that its text names."""
        if self.mandate.mission:
            return self.mandate.mission.acronym
        return self.review.mission_name if self.review else ""


def of(user) -> list[Work]:
    """A person's drafts, newest first, and then the adopted texts that they brought and whose review did not end or still runs.
    Five queries, however many rows; two where there are none."""
    unfinished = Job.objects.exclude(state=Job.State.DONE).values("version__mandate")
    named = Mandate.readers.through.objects.filter(mandate=OuterRef("pk")).order_by().values("mandate")
    seen = Mandate.objects.visible_to(user).filter(Q(draft=True) | Q(owner=user, pk__in=unfinished))
    rows = seen.annotate(others=Coalesce(Subquery(named.annotate(n=Count("pk")).values("n")), 0)).with_latest()
    found = [
        Work(m, m.others)
        for m in rows.select_related("mission", "owner").order_by("-draft", "-created_at", "-pk")[:MOST]
    ]
    found = [work for work in found if work.mandate.draft or work.failed or work.running]
    _count([work for work in found if work.mandate.draft and work.review])
    return found


def _count(works: Sequence[Work]) -> None:
    """Findings in all and without a decision, and which of these are the gravest. Two queries: no finding is loaded."""
    if not works:
        return
    by_review = {work.review.pk: work for work in works}
    grave = Case(*(When(severity=severity, then=weight) for severity, weight in GRAVITY.items()), default=0)
    rows = Finding.objects.filter(review__in=by_review).order_by().annotate(gravity=grave).values("review", "gravity")
    for row in rows.annotate(findings=Count("pk"), undecided=Count("pk", filter=~Exists(DECIDED))):
        work = by_review[row["review"]]
        work.findings += row["findings"]
        work.undecided += row["undecided"]
        work.gravity = max(work.gravity, row["gravity"] if row["undecided"] else 0)
    open_ones = Finding.objects.filter(~Exists(DECIDED), review__in=by_review).annotate(gravity=grave)
    gravest = Q()
    for weight in GRAVITY.values():
        gravest |= Q(gravity=weight, review__in=[pk for pk, work in by_review.items() if work.gravity == weight])
    codes = open_ones.filter(gravest).order_by("order").values_list("review", "code")
    for pk, code in codes:
        by_review[pk].codes += (code,)
