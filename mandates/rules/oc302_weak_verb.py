"""OC302: the mission is only encouraged or invited to act on organized crime, or the Council only remarks on it."""

from collections.abc import Iterator

from mandates.analysis import addressee, asked, wording
from mandates.analysis.values import RANKED_KINDS, Position, Review, Severity
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Status

LISTED = frozenset({Position.MAIN_TASK, Position.WITHIN_MAIN_TASK})


def check(review: Review) -> Iterator[Hit]:
    places = asked.find(review)
    verbs = [asked.verb(review, place) for place in places]
    strongest = max(verbs, key=lambda verb: verb.strength)
    force = review.reading.in_force
    if strongest.strength > addressee.ADDRESSING or (force and force.reading.position in LISTED):
        return
    labels = wording.paragraphs([place.label for place in places])
    yield Hit(
        f"The strongest verb with which the mission is asked to act on organized crime is “{strongest.span.text.lower()}” "
        f"({labels}): {strongest.strength} on our scale from 0 to 5, where a task list is decided (5) or requested (4).",
        quotes.together(
            review,
            (
                *(verb.span for verb in verbs),
                *quotes.crime(review, (place.paragraph for place in places)),
            ),
        ),
    )


RULE = Rule(
    code="OC302",
    name="weak-verb",
    title="The mission is only encouraged to act on organized crime",
    question="Is the mission told to act on organized crime, and not only encouraged?",
    family=Family.FRAMING,
    severity=Severity.LOW,
    severity_reason="Low: advice on one verb; where the request stands is judged by other rules.",
    sources=(sources.UNU_CPR, sources.POLICING_MANDATES),
    rationale=(
        "A mission plans for what it is told and gets to what it is encouraged to do when time is left. The Council ranks "
        "its verbs nowhere, so the scale is this project's own; but a text that requests other things and encourages this "
        "one has made a choice, and budget and reporting follow it."
    ),
    remedy=(
        "Give the request a verb that binds, and place it in the task list, for example: “Requests [the mission] to assist the "
        "authorities in tackling” what the paragraph names, “and to report on it every ninety days.”"
    ),
    precondition=Precondition(
        "the text sets, extends or authorizes a mission's mandate and asks the mission, in its own words, to act on "
        "organized crime",
        lambda review: review.kind in RANKED_KINDS and bool(asked.find(review)),
    ),
    check=check,
    flags=(
        Example(
            shows="Encouraged in a paragraph of its own, while the task list is decided.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Encourages UNMIKA to help the police of Karesia against drug trafficking;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "The strongest verb with which the mission is asked to act on organized crime is “encourages” "
                "(paragraph 2): 2 on our scale from 0 to 5, where a task list is decided (5) or requested (4)."
            ),
            quotes=("Encourages", "drug trafficking"),
        ),
        Example(
            shows="Twice, and both times the Council only remarks that it would be of use.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Underlines the importance of better analysis across UNMIKA of the criminal networks in the north;

                3. Stresses the need for UNMIKA to watch the smuggling of gold;

                4. Decides to remain seized of the matter.
            """,
            message=(
                "The strongest verb with which the mission is asked to act on organized crime is “underlines” "
                "(paragraphs 2 and 3): 1 on our scale from 0 to 5, where a task list is decided (5) or requested (4)."
            ),
            quotes=("Underlines", "criminal networks", "Stresses", "smuggling of gold"),
        ),
    ),
    passes=(
        Example(
            shows="The paragraph opens with a weak verb, but the clause on the mission has a strong one.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Welcomes the new mining code, encourages the authorities to apply it, and requests UNMIKA to help them
                against the smuggling of gold;

                3. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Encouraged in one paragraph, but a task in the list all the same.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Encourages UNMIKA to share what it learns about criminal networks with the authorities;

                3. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Concern over trafficking, and encouragement to do something else: nothing is asked on trafficking.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Expresses its concern over arms trafficking in the north, and encourages UNMIKA to visit the camps of
                displaced persons there;

                3. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="An encouragement beside tasks in force, in a text held beside it, that act on organized crime.",
            text="""
                The Security Council,

                Recalling its resolution 3050 (2031),

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) as set out in
                paragraph 1 of resolution 3050 (2031) until 30 June 2033;

                2. Encourages UNMIKA to help the police of Karesia against drug trafficking;

                3. Decides to remain seized of the matter.
            """,
            held={
                "S/RES/3050 (2031)": """
                The Security Council,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
                """
            },
        ),
    ),
    fires_on=RealText(
        "S/RES/2348 (2017)",
        "30",
        "The Council underlines that MONUSCO should know the criminal networks behind armed groups; no stronger verb "
        "speaks to it of crime.",
    ),
    silent_on=RealText(
        "S/RES/2692 (2023)",
        "9",
        "BINUH is requested to support the authorities against arms trafficking and illicit flows.",
    ),
    status=Status.STABLE,
)
