"""OC204: a passage on organized crime of the predecessor is gone."""

from collections.abc import Iterator

from mandates.analysis import wording
from mandates.analysis.values import CrimeChange, CrimeFate, Review, Severity
from mandates.rules import predecessors, sources
from mandates.rules.base import Example, Family, Hit, RealText, Rule, Status


def check(review: Review) -> Iterator[Hit]:
    made, document = review.comparison, review.document
    passages = predecessors.passages(made)
    gone = [c for c in passages if c.older_words and predecessors.lost_types(made, c)]
    share = f"{len(gone)} of {wording.count(len(passages), 'passage')} on organized crime {'is' if len(gone) == 1 else 'are'} lost"
    searched = (
        f"The {wording.count(len(document.preambular()), 'preambular paragraph')} and "
        f"{wording.count(len(document.numbered()), 'operative paragraph')} of this text with their items, for a "
        f"passage that continues it, or a new one that names the same crime types as high up and to the same addressees."
    )
    for lost in _together(review, gone):
        older = wording.capital(predecessors.of_older(made, *lost))
        yield Hit(
            f"{older} spoke of {predecessors.quoted(*lost)}; {_left(lost)} ({share}).",
            searched=searched,
            anchor=predecessors.anchor(*lost),
        )


def _together(review: Review, gone: list[CrimeChange]) -> Iterator[tuple[CrimeChange, ...]]:
    """What one finding is about: the preamble as a whole, and each operative passage."""
    older = review.comparison.older
    preamble = tuple(c for c in gone if predecessors.part(older, c.older) == predecessors.PREAMBLE)
    if preamble:
        yield preamble
    yield from ((c,) for c in gone if c not in preamble)


def _left(lost: tuple[CrimeChange, ...]) -> str:
    """What stands in its place."""
    if len(lost) > 1:
        return "no passage of this text takes that up"
    change = lost[0]
    if change.newer is None:
        return "nothing in this text corresponds to it"
    newer = predecessors.place(change.newer)
    if change.fate is CrimeFate.PARTLY_LOST:
        return f"{newer}, which continues it, names only {predecessors.types(change.kept)}"
    return f"{newer}, which continues it, names no organized crime"


PREDECESSOR = """
    The Security Council,

    Concerned by the smuggling of gold from the mines in the north of Karesia,

    1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2032;

    2. Decides that the mandate of UNMIKA shall be the following:

    (a) To observe the ceasefire along the river;

    (b) To support the police of Karesia against organized crime and trafficking in persons;

    3. Requests UNMIKA to find out, together with the customs service, how the smuggling of gold pays for the war;

    4. Decides to remain seized of the matter.
"""
HELD = {"S/RES/3050 (2031)": PREDECESSOR}

RULE = Rule(
    code="OC204",
    name="language-dropped",
    title="Language on organized crime is dropped",
    question="Does the text keep what its predecessor said of organized crime?",
    family=Family.PRIORITY,
    severity=Severity.MEDIUM,
    severity_reason="Medium: what the Council had agreed on is gone, which may be meant; it flags nothing by itself.",
    sources=(sources.UNU_CPR, sources.LOST_IN_RENEWAL),
    rationale=(
        "What a mandate does not name gets no staff, no budget line and no place in a report. Language that a renewal leaves "
        "out is lost without a decision: paragraph 31 of resolution 2423 (2018), on the trade that pays for a conflict, has no "
        "successor in the mandate of the next year."
    ),
    remedy=(
        "Put the passage back where it stood, or say in the text why the task is over, for example: “Notes that the work of "
        "the mission with the customs service has been taken over by” those who now do it. If the Council means to "
        "drop it, dismiss this finding and record why."
    ),
    precondition=predecessors.NAMED_IT,
    check=check,
    flags=(
        Example(
            shows="A request outside the task list is not repeated.",
            text="""
                The Security Council,

                Concerned by the smuggling of gold from the mines in the north of Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support the police of Karesia against organized crime and trafficking in persons;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "Paragraph 3 of resolution 3050 (2031) spoke of “smuggling of gold”; nothing in this text corresponds to "
                "it (1 of 3 passages on organized crime is lost)."
            ),
            earlier=HELD,
        ),
        Example(
            shows="A task goes on without one of the crimes that it named.",
            text="""
                The Security Council,

                Concerned by the smuggling of gold from the mines in the north of Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support the police of Karesia against organized crime;

                3. Requests UNMIKA to find out, together with the customs service, how the smuggling of gold pays for the
                war;

                4. Decides to remain seized of the matter.
            """,
            message=(
                "Paragraph 2 (b) of resolution 3050 (2031) spoke of “trafficking in persons”; paragraph 2 (b), which "
                "continues it, names only organized crime (1 of 3 passages on organized crime is lost)."
            ),
            earlier=HELD,
        ),
    ),
    passes=(
        Example(
            shows="The request has become a task: nothing is lost.",
            text="""
                The Security Council,

                Concerned by the smuggling of gold from the mines in the north of Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support the police of Karesia against organized crime and trafficking in persons;

                (c) To find out, together with the customs service, how the smuggling of gold pays for the war;

                3. Decides to remain seized of the matter.
            """,
            earlier=HELD,
        ),
        Example(
            shows="A bare extension leaves everything in force and repeats nothing.",
            text="""
                The Security Council,

                Recalling its resolution 3050 (2031),

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) as set out in
                paragraph 2 of resolution 3050 (2031) until 31 August 2032;

                2. Decides to remain seized of the matter.
            """,
            earlier=HELD,
            held=HELD,
        ),
    ),
    fires_on=RealText(
        "S/RES/2480 (2019)",
        "what was 31",
        "The request that MINUSMA know better how trafficking pays for the conflict is gone; so are PP17, PP27 and 48 on crime.",
        predecessor="S/RES/2423 (2018)",
    ),
    silent_on=RealText(
        "S/RES/2217 (2015)",
        "33 (c), 34 (c), 37",
        "MINUSCA keeps what 2149 (2014) said of crime, and gains a task on natural resources.",
        predecessor="S/RES/2149 (2014)",
    ),
    status=Status.PREVIEW,
)
