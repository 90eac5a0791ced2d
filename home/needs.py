"""What needs a person, as lines of one table: the soonest first, of those of one day the gravest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from home.drafts import GRAVITY, Work
from mandates.analysis import wording
from mandates.models import Review
from plans.gaps import Gaps

WORDS = {weight: severity.value for severity, weight in GRAVITY.items()}
FAILED = max(GRAVITY.values()) + 1


class Kind(StrEnum):
    DRAFT = "draft"
    FAILED = "failed"
    RUNNING = "running"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Need:
    """One line. ``due`` is a day that is known and still to come, ``due_words`` what happens on it; ``gravity`` orders alone."""

    kind: Kind
    name: str
    detail: str
    address: str
    asked: str
    gravity: int
    mission: str = ""
    review: Review | None = None
    stands: str = ""  # of a plan: how far its needs are met
    undecided: int = 0
    findings: int = 0
    due: date | None = None
    due_words: str = ""


def of(works: Sequence[Work], gaps: Iterable[Gaps], ends: Mapping[str, date | None], user, today: date) -> list[Need]:
    """All lines, in their order. ``ends``: the last days of mandates by mission, as far as they are known."""
    found = [need for work in works if (need := _draft(work, ends, user, today))]
    found += [_plan(one, today) for one in gaps]
    return sorted(found, key=lambda need: (need.due is None, need.due or today, -need.gravity))


def _draft(work: Work, ends: Mapping[str, date | None], user, today: date) -> Need | None:
    """None where nothing is left to do."""
    mandate = work.mandate
    told = {
        "name": mandate.title or mandate.symbol or "Untitled",
        "detail": _whose(work, user),
        "address": mandate.get_absolute_url(),
        "mission": work.mission_name,
    }
    if work.failed:
        return Need(Kind.FAILED, asked="The review did not end: start it again.", gravity=FAILED, **told)
    if work.running:
        return Need(Kind.RUNNING, asked="Nothing yet: the review is on its way.", gravity=0, **told)
    if not work.undecided:
        return None
    due = ends.get(work.mission_name)
    due = due if due and due >= today else None
    return Need(
        Kind.DRAFT,
        asked=f"Decide {wording.count(work.undecided, 'finding')}; {_gravest(work)}",
        gravity=work.gravity,
        review=work.review,
        undecided=work.undecided,
        findings=work.findings,
        due=due,
        due_words="its mission's mandate ends" if due else "",
        **told,
    )


def _whose(work: Work, user) -> str:
    """Whose a text is and who else sees it: names are told of the owner alone."""
    mandate = work.mandate
    if not mandate.draft:
        return "adopted text"
    if mandate.owner_id != user.pk:
        return f"draft of {mandate.owner.username}"
    return f"draft, seen by {work.others + 1} people" if work.others else "draft, seen by you alone"


def _gravest(work: Work) -> str:
    """The gravest of what is undecided: "OC202 is high", "4 are high", "all are low"."""
    if work.undecided > 1 and len(work.codes) == work.undecided:
        return f"all are {WORDS[work.gravity]}"
    if len(work.codes) > 2:
        return f"{len(work.codes)} are {WORDS[work.gravity]}"
    return f"{wording.join(work.codes)} {'is' if len(work.codes) == 1 else 'are'} {WORDS[work.gravity]}"


def _plan(one: Gaps, today: date) -> Need:
    due, what = one.due(today)
    asked = [
        (one.missing, "find who meets {}".format(wording.count(one.missing, "need"))),
        (one.stopped, f"mend {wording.count(one.stopped, 'assignment')} that cannot be as planned"),
        (one.to_look_at, f"look at {wording.count(one.to_look_at, 'conflict')}"),
    ]
    measures, option = one.option.measures, one.option.option
    return Need(
        Kind.PLAN,
        name=one.plan.title,
        detail=f"plan for {one.plan.mission.acronym}",
        address=option.get_absolute_url() if one.option.rows else one.plan.get_absolute_url(),
        asked=wording.capital(wording.join([said for count, said in asked if count])),
        gravity=GRAVITY["high"] if one.stopped else GRAVITY["medium"],
        mission=one.plan.mission.acronym,
        stands=f"“{option.title}” meets {measures.met} of {wording.count(measures.total, 'need')}",
        due=due,
        due_words=what,
    )
