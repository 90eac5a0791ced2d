"""OC206: what the predecessor asked on organized crime is asked more weakly now."""

from collections.abc import Iterator

from mandates.analysis import wording
from mandates.analysis.values import Change, Comparison, CrimeChange, CrimeFate, Review, Severity
from mandates.rules import predecessors, sources
from mandates.rules.base import Example, Family, Hit, RealText, Rule, Status


def check(review: Review) -> Iterator[Hit]:
    made = review.comparison
    for change in predecessors.passages(made):
        if change.fate is not CrimeFate.LOST and change.newer and (reasons := _weaker(made, change)):
            yield Hit(
                f"What {predecessors.place(change.newer)} asks on organized crime is weaker than "
                f"{predecessors.of_older(made, change)}: {wording.join(reasons)}.",
                spans=change.newer_words,
            )


def _weaker(made: Comparison, change: CrimeChange) -> tuple[str, ...]:
    """By which words a passage is weaker: its own, or those of the numbered paragraph whose item it is."""
    for paired in (predecessors.counterpart(made, change), predecessors.holder(made, change)):
        if paired and paired.change is Change.WEAKENED:
            return paired.reasons
    return ()


PREDECESSOR = """
    The Security Council,

    Recalling its previous resolutions on the situation in Karesia,

    1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2032;

    2. Decides that the mandate of UNMIKA shall be the following:

    (a) To observe the ceasefire along the river;

    (b) To support the police of Karesia in investigating organized crime and trafficking in persons;

    3. Requests UNMIKA to find out, together with the customs service, how the smuggling of gold pays for the war;

    4. Decides to remain seized of the matter.
"""
HELD = {"S/RES/3050 (2031)": PREDECESSOR}

RULE = Rule(
    code="OC206",
    name="weakened",
    title="Organized crime is asked for more weakly than before",
    question="Does the text ask as strongly on organized crime as its predecessor did?",
    family=Family.PRIORITY,
    severity=Severity.LOW,
    severity_reason="Low: the passage is kept, in its place; a weaker verb or a new limit only loosens it.",
    sources=(sources.POLICING_MANDATES, sources.CLEAR_MANDATES),
    rationale=(
        "A mission does first what it is told and last what it is encouraged to do. A verb of less force, or a limit such "
        "as the resources at hand, lets a task be put off without anybody having decided against it."
    ),
    remedy=(
        "Use the verb that the predecessor used, and leave the new limit out or say what it stands for, for example: “with the "
        "specialized police posts set out in paragraph …” instead of “within existing resources”."
    ),
    precondition=predecessors.NAMED_IT,
    check=check,
    flags=(
        Example(
            shows="A request becomes an encouragement.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support the police of Karesia in investigating organized crime and trafficking in persons;

                3. Encourages UNMIKA to find out, together with the customs service, how the smuggling of gold pays for
                the war;

                4. Decides to remain seized of the matter.
            """,
            message=(
                "What paragraph 3 asks on organized crime is weaker than paragraph 3 of resolution 3050 (2031): “Requests” is "
                "now “Encourages”."
            ),
            quotes=("smuggling of gold",),
            earlier=HELD,
        ),
        Example(
            shows="A task is limited to the resources at hand.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To observe the ceasefire along the river;

                (b) Within existing resources, to support the police of Karesia in investigating organized crime and
                trafficking in persons;

                3. Requests UNMIKA to find out, together with the customs service, how the smuggling of gold pays for the
                war;

                4. Decides to remain seized of the matter.
            """,
            message=(
                "What paragraph 2 (b) asks on organized crime is weaker than paragraph 2 (b) of resolution 3050 (2031): “Within "
                "existing resources” added."
            ),
            quotes=("organized crime", "trafficking in persons"),
            earlier=HELD,
        ),
    ),
    passes=(
        Example(
            shows="Other words of the same strength.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support the police and the prosecutors of Karesia in investigating organized crime and trafficking
                in persons;

                3. Requests UNMIKA to find out, together with the customs service, how the smuggling of gold pays for the
                war;

                4. Decides to remain seized of the matter.
            """,
            earlier=HELD,
        ),
        Example(
            shows="A limit on another task is not one on this.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) Within existing resources, to observe the ceasefire along the river;

                (b) To support the police of Karesia in investigating organized crime and trafficking in persons;

                3. Requests UNMIKA to find out, together with the customs service, how the smuggling of gold pays for the
                war;

                4. Decides to remain seized of the matter.
            """,
            earlier=HELD,
        ),
    ),
    fires_on=RealText(
        "S/RES/2041 (2012)",
        "36",
        "What 1974 (2011) called for in paragraph 30 is only appreciated.",
        predecessor="S/RES/1974 (2011)",
    ),
    silent_on=RealText(
        "S/RES/2217 (2015)",
        "34 (c)",
        "One limit on the task of 2149 (2014), 31 (d), is exchanged for another: neither stronger nor weaker.",
        predecessor="S/RES/2149 (2014)",
    ),
    status=Status.PREVIEW,
)
