"""What needs a person, as lines of one table: the soonest first, of those of one day the gravest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from home.drafts import GRAVITY, Work
from language.said import joined, say, say_many
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
        "name": mandate.title or mandate.symbol or say("Untitled"),
        "detail": _whose(work, user),
        "address": mandate.get_absolute_url(),
        "mission": work.mission_name,
    }
    if work.failed:
        return Need(Kind.FAILED, asked=say("The review did not end: start it again."), gravity=FAILED, **told)
    if work.running:
        return Need(Kind.RUNNING, asked=say("Nothing yet: the review is on its way."), gravity=0, **told)
    if not work.undecided:
        return None
    due = ends.get(work.mission_name)
    due = due if due and due >= today else None
    return Need(
        Kind.DRAFT,
        asked=say_many(
            "Decide {number} finding; {gravest}",
            "Decide {number} findings; {gravest}",
            work.undecided,
            gravest=_gravest(work),
        ),
        gravity=work.gravity,
        review=work.review,
        undecided=work.undecided,
        findings=work.findings,
        due=due,
        due_words=say("its mission's mandate ends") if due else "",
        **told,
    )


def _whose(work: Work, user) -> str:
    """Whose a text is and who else sees it: names are told of the owner alone."""
    mandate = work.mandate
    if not mandate.draft:
        return say("adopted text")
    if mandate.owner_id != user.pk:
        return say("draft of {owner}", owner=mandate.owner.username)
    if not work.others:
        return say("draft, seen by you alone")
    return say_many("draft, seen by {number} person", "draft, seen by {number} people", work.others + 1)


def _gravest(work: Work) -> str:
    """The gravest of what is undecided: "OC202 is high", "4 are high", "all are low"."""
    many, severity = len(work.codes), say(WORDS[work.gravity])
    if many > 1 and many == work.undecided:
        return say("all are {severity}", severity=severity)
    named = str(many) if many > 2 else joined(work.codes)
    return say_many("{codes} is {severity}", "{codes} are {severity}", many, codes=named, severity=severity)


def _plan(one: Gaps, today: date) -> Need:
    due, what = one.due(today)
    asked = [
        one.missing and say_many("find who meets {number} need", "find who meets {number} needs", one.missing),
        one.stopped
        and say_many(
            "mend {number} assignment that cannot be as planned",
            "mend {number} assignments that cannot be as planned",
            one.stopped,
        ),
        one.to_look_at and say_many("look at {number} conflict", "look at {number} conflicts", one.to_look_at),
    ]
    measures, option = one.option.measures, one.option.option
    return Need(
        Kind.PLAN,
        name=one.plan.title,
        detail=say("plan for {mission}", mission=one.plan.mission.acronym),
        address=option.get_absolute_url() if one.option.rows else one.plan.get_absolute_url(),
        asked=wording.capital(joined([clause for clause in asked if clause])),
        gravity=GRAVITY["high"] if one.stopped else GRAVITY["medium"],
        mission=one.plan.mission.acronym,
        stands=say_many(
            "“{option}” meets {met} of {number} need",
            "“{option}” meets {met} of {number} needs",
            measures.total,
            option=option.title,
            met=measures.met,
        ),
        due=due,
        due_words=what,
    )
