"""OC201: organized crime is a main task, but not one of the first few, or only in a lower tier."""

from collections.abc import Iterator

from mandates.analysis import places, wording
from mandates.analysis.values import FlagReason, Policy, Review, Severity
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, RealText, Rule, Status


def check(review: Review) -> Iterator[Hit]:
    if not quotes.is_flagged_for(review, FlagReason.BEYOND_N, FlagReason.LOWER_TIER):
        return
    reading, source = quotes.judged(review)
    best = places.named(reading)[0]
    place = f"{wording.place(best.rank, len(reading.main_tasks), 'main task')} ({best.label})"
    top = review.policy.top
    if review.reading.flag_reason is FlagReason.LOWER_TIER:
        short = f"within the top {top}, but among the {wording.TIERS[best.tier]}"
    else:
        short = f"outside the top {top}"
    order = "" if reading.order_stated else "; the order is that of the text, the Council states none"
    message = f"rganized crime is {place}, {short}{order}."
    if source:
        yield Hit(
            f"In {source}, whose tasks this text renews, o{message}", quotes.renewal(review, source), anchor=source
        )
    else:
        yield Hit(f"O{message}", quotes.crime(review, [best.paragraph]))


RULE = Rule(
    code="OC201",
    name="outside-top-tasks",
    title="Organized crime is a main task, but not one of the first",
    question="Does the task on organized crime come among the first few, and above the lower tiers?",
    family=Family.PRIORITY,
    severity=Severity.MEDIUM,
    severity_reason="Medium: the task list tells the mission to act, but not as one of the few things that it is for.",
    sources=(sources.UNU_CPR, sources.BUDGET_FOLLOWS_ORDER),
    rationale=(
        "A law-enforcement task works when it is one of the two or three things that a mission is for. Planners go "
        "down the list until people and money run out, and the Council has asked for budgets in the order of the "
        "list."
    ),
    remedy=(
        "Move the item up among the first tasks or out of the lower tier, or add to the chapeau: “and requests the "
        "Secretary-General to give [item] the same priority as [first items] in planning and resources.”"
    ),
    precondition=quotes.FLAGGED,
    check=check,
    flags=(
        Example(
            shows="The fourth of four tasks, where three count; the Council states no order.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                (c) To help to return displaced persons to their homes;

                (d) To support the police of Karesia in combating drug trafficking and organized crime;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Organized crime is the 4th of 4 main tasks (1 (d)), outside the top 3; the order is that of the "
                "text, the Council states none."
            ),
            quotes=("drug trafficking and organized crime",),
        ),
        Example(
            shows=(
                "The second of two tasks, but an additional one: place is judged before tier, and here the tier "
                "decides."
            ),
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall include the
                following priority tasks:

                (a) To observe the ceasefire along the river;

                2. Further authorizes UNMIKA to carry out the following additional tasks:

                (a) To support the customs service against the smuggling of gold;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "Organized crime is the 2nd of 2 main tasks (2 (a)), within the top 3, but among the additional tasks."
            ),
            quotes=("smuggling of gold",),
        ),
    ),
    passes=(
        Example(
            shows="The second of four tasks.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support the police of Karesia in combating drug trafficking and organized crime;

                (c) To support elections in every province;

                (d) To help to return displaced persons to their homes;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="The fourth of four, in an office whose policy counts the first four.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                (c) To help to return displaced persons to their homes;

                (d) To support the police of Karesia in combating drug trafficking and organized crime;

                2. Decides to remain seized of the matter.
            """,
            policy=Policy(top=4),
        ),
    ),
    fires_on=RealText("S/RES/1876 (2009)", "3 (f)", "For UNIOGBIS organized crime is the 6th of 11 main tasks."),
    silent_on=RealText("S/RES/2699 (2023)", "1 (a)", "For the support mission in Haiti it is the 1st of 2."),
    status=Status.STABLE,
)
