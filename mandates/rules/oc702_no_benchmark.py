"""OC702: the text says how progress or the end of the mission is measured, and organized crime is no part of it."""

from collections.abc import Iterator

from mandates.analysis import crime_tasks, follow_up, wording
from mandates.analysis.values import RANKED_KINDS, Review, Severity
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Source, Status

REALISTIC_BENCHMARKS = Source("S/RES/2447 (2018), paragraph 5", "https://undocs.org/S/RES/2447(2018)")


def is_asked(review: Review) -> bool:
    """Whether the mission is tasked on organized crime and its progress or end is measured.

    A text that measures nothing is not asked: what it lacks is a way to measure at all, for organized crime no more
    than for anything else.
    """
    if review.kind not in RANKED_KINDS or not crime_tasks.are_asked(review):
        return False
    return bool(crime_tasks.place(review)) and bool(follow_up.measures(review))


def check(review: Review) -> Iterator[Hit]:
    measures = follow_up.measures(review)
    for measure in measures:
        if follow_up.names_crime(review, measure) or follow_up.covers_all(review, measure, whole_mandate=True):
            return
    labels = [measure.label for measure in measures]
    named = wording.join(list(dict.fromkeys(measure.words.text.lower() for measure in measures)))
    where = (
        f"paragraph {labels[0]}, by which the mission's progress or end is measured ({named}), does not touch it"
        if len(labels) == 1
        else f"none of the {len(labels)} paragraphs by which the mission's progress or end is measured "
        f"({wording.join(labels)}: {named}) touches it"
    )
    message = f"Organized crime is tasked in {crime_tasks.place(review)}, and {where}."
    yield Hit(message, tuple(measure.words for measure in measures))


RULE = Rule(
    code="OC702",
    name="no-benchmark",
    title="Progress is measured, but not against organized crime",
    question="Where the text says how the mission's progress or end is measured, is organized crime part of it?",
    family=Family.ACCOUNTABILITY,
    severity=Severity.LOW,
    severity_reason="Low: advice; the task stands whatever measures it.",
    sources=(REALISTIC_BENCHMARKS,),
    rationale=(
        "Benchmarks decide when a mission shrinks and leaves. Where they count votes and battalions alone, a mission can "
        "meet them all while the networks that fed the conflict are as strong as before, and nobody takes the task over."
    ),
    remedy=(
        "Add one measure that can be counted, for example: “trained investigators in post, cases on criminal networks "
        "brought to court, and illegal checkpoints removed in the northern provinces”, and say who carries the task on "
        "when the mission leaves."
    ),
    precondition=Precondition(
        "the mission is tasked on organized crime, and the text sets or names benchmarks, indicators, an end state, a "
        "transition plan, an exit strategy or a strategic review of the mission",
        is_asked,
    ),
    check=check,
    flags=(
        Example(
            shows="Benchmarks for the drawdown that are about other tasks.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Requests the Secretary-General to propose benchmarks for a gradual drawdown of UNMIKA, such as the
                disarmament of both forces and the holding of elections;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "Organized crime is tasked in 1 (a), and paragraph 2, by which the mission's progress or end is measured "
                "(benchmarks), does not touch it."
            ),
            quotes=("benchmarks",),
        ),
        Example(
            shows="A transition plan and an exit strategy that hand over everything but the task on organized crime.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To help the authorities of Karesia to keep armed groups from exploiting natural resources;

                2. Requests the Secretary-General to prepare, with the country team, a transition plan for the transfer of
                the political work of UNMIKA;

                3. Looks forward to an exit strategy that follows from the security of the capital;

                4. Decides to remain seized of the matter.
            """,
            message=(
                "Organized crime is tasked in 1 (b), and none of the 2 paragraphs by which the mission's progress or end "
                "is measured (2 and 3: transition plan and exit strategy) touches it."
            ),
            quotes=("transition plan", "exit strategy"),
        ),
    ),
    passes=(
        Example(
            shows="Benchmarks that count what is done against criminal networks.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Requests the Secretary-General to propose benchmarks for a gradual drawdown of UNMIKA, including the
                number of criminal networks brought to court;

                3. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Benchmarks for the whole of the mandate are for each of its tasks.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Requests the Secretary-General to set benchmarks that measure progress in the implementation of the
                mandate of UNMIKA;

                3. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Benchmarks of others, indicators of attacks to come and the performance of troops measure no mission's progress.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To protect civilians, with early warning indicators in every district;

                2. Welcomes a performance policy for troops with clear benchmarks;

                3. Urges the authorities to meet the benchmarks for the lifting of the arms embargo;

                4. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/1756 (2007)",
        "23",
        "Benchmarks for the drawdown of MONUC are asked for; the support to armed groups from illicit trade, tasked in 2 (l), is no part of them.",
    ),
    silent_on=RealText(
        "S/RES/2476 (2019)", "4", "BINUH's benchmarks are to be for the tasks of paragraph 1, gang violence among them."
    ),
    status=Status.STABLE,
)
