"""The tour: what to look at on the review of the specimen draft, step by step. It records nothing but that a person has one."""

from dataclasses import dataclass

from language.marks import marked
from mandates import jobs, services
from mandates.models import Mandate


@dataclass(frozen=True, slots=True)
class Step:
    """``at`` is the id of what to look at on the page of a review; "finding" stands for its first finding."""

    title: str
    says: str
    at: str


STEPS = (
    Step(
        marked("The answer"),
        marked(
            "This sentence says where organized crime stands in the draft: a task of its own, a part of another, or nowhere. "
            "The line below it says whether the draft is flagged, and why."
        ),
        "answer",
    ),
    Step(
        marked("Look at first"),
        marked(
            "These are the gravest findings, three at most; the others are folded below them. "
            "Press a code to see what its rule asks and why."
        ),
        "h-first",
    ),
    Step(
        marked("The ladder"),
        marked(
            "Each row is a main task, in the order of the text, and each box one individual task. "
            "The coloured box is organized crime: see how far down it stands, and in which task."
        ),
        "stand",
    ),
    Step(
        marked("Text and findings"),
        marked(
            "Organized crime is marked in colour in the draft, and findings stand beside or below the words that they are about. "
            "Open “Why it matters, what to write” to see what would mend it."
        ),
        "h-work",
    ),
    Step(
        marked("Decide"),
        marked(
            "Accept a finding, dismiss it or put it off, with a reason where you differ. "
            "What you decide stays with the draft, also in its next version."
        ),
        "finding",
    ),
    Step(
        marked("Filter and keys"),
        marked(
            "Show only what you need: paragraphs on organized crime, high findings, what is undecided. "
            "After the tour, the key n takes you to the next finding, and the question mark lists all keys."
        ),
        "h-work",
    ),
    Step(
        marked("Take it along"),
        marked(
            "Export gives you a brief of two pages, a table of comments and the whole review as a file. "
            "Decisions and their reasons are in all of them."
        ),
        "export",
    ),
    Step(
        marked("Your own draft"),
        marked(
            "Upload yours: it is read in seconds, and seen by nobody but you and those whom you name. "
            "Help says how everything is read, and this tour stays there."
        ),
        "answer",
    ),
)


@dataclass(frozen=True, slots=True)
class Stop:
    """Where somebody is on the tour of one review: the step by its number, and the ways on, back and out."""

    step: Step
    number: int
    on: str
    back: str
    leave: str
    of: int = len(STEPS)


def stop(asked: str, page: str, finding: str) -> Stop | None:
    """The step that an address asks for; None where it asks for none. ``finding``: the id of the first finding, if there is one."""
    if asked not in {str(number) for number in range(1, len(STEPS) + 1)}:
        return None
    number = int(asked)
    on = address(page, number + 1, finding) if number < len(STEPS) else ""
    back = address(page, number - 1, finding) if number > 1 else ""
    return Stop(STEPS[number - 1], number, on, back, page)


def address(page: str, number: int, finding: str = "") -> str:
    """Of a step, on the page of a review."""
    at = STEPS[number - 1].at
    return f"{page}?tour={number}#{(finding or 'h-work') if at == 'finding' else at}"


def begin(user) -> Mandate:
    """The specimen of a person, reviewed: at once where it is new, so that nobody waits for the tour."""
    version = services.try_specimen(user, queue=False)
    if not hasattr(version, "review"):
        jobs.review_mandate(version.latest_job.pk)
    return version.mandate
