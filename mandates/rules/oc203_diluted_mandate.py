"""OC203: so many individual tasks that no one of them can count."""

from collections.abc import Iterator

from mandates.analysis import wording
from mandates.analysis.values import RANKED_KINDS, Policy, Review, Severity
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Status


def check(review: Review) -> Iterator[Hit]:
    reading = review.reading
    if reading.in_force and not reading.task_lists:
        reading, source = reading.in_force.reading, wording.resolution(reading.in_force.symbol)
    else:
        source = ""
    leaves, main = len(reading.leaf_tasks), len(reading.main_tasks)
    if leaves <= review.policy.dilution:
        return
    on_crime = len(reading.oc_leaf_tasks)
    where = f" of {source}, renewed by this text," if source else ""
    share = f"{on_crime or 'none'} of the {leaves} {'are' if on_crime > 1 else 'is'} on organized crime"
    message = (
        f"The mission has {leaves} individual tasks{where} in {wording.count(main, 'main task')}, "
        f"where {review.policy.dilution} is the limit; {share}."
    )
    if source:
        yield Hit(message, quotes.renewal(review, source), anchor=source)
    else:
        yield Hit(message, tuple(quotes.opening(review, t.paragraph) for t in reading.task_lists))


RULE = Rule(
    code="OC203",
    name="diluted-mandate",
    title="So many tasks that no one of them counts",
    question="Is the list of tasks short enough for any one task to count?",
    family=Family.PRIORITY,
    severity=Severity.LOW,
    severity_reason="Low: advice on the text as a whole; it flags nothing by itself.",
    sources=(sources.UNU_CPR, sources.CLEAR_MANDATES),
    rationale=(
        "A policing specialist quoted by UNU-CPR sets two or three main tasks against forty to sixty. Where "
        "everything is a task, missions choose for themselves, and work against organized crime is seldom what they "
        "choose."
    ),
    remedy=(
        "Merge or drop items until the list can be read aloud, name two or three tasks as those that the mission is "
        "for, and leave the detail to the Secretary-General's concept of operations."
    ),
    precondition=Precondition(
        "the text sets, extends or authorizes a mission's mandate, and its task list is held",
        lambda review: review.kind in RANKED_KINDS and bool(review.reading.task_lists or review.reading.in_force),
    ),
    check=check,
    flags=(
        Example(
            shows="Five individual tasks, where the policy allows four (40 unless an office says otherwise).",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) Protection of civilians

                (i) To protect civilians under threat of physical violence;

                (ii) To warn them of attacks;

                (b) Rule of law

                (i) To support the police in combating drug trafficking;

                (ii) To help the courts of Karesia to sit again in every province;

                (c) To support elections in every province;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "The mission has 5 individual tasks in 3 main tasks, where 4 is the limit; 1 of the 5 is on "
                "organized crime."
            ),
            quotes=(
                "Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:",
            ),
            policy=Policy(dilution=4),
        ),
        Example(
            shows="Dashes are individual tasks too: six under two letters, where the policy allows five.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of UNMIKA shall be the following:

                (a) Protection of civilians

                – To protect civilians under threat of physical violence;

                – To warn them of attacks;

                – To keep the roads open;

                (b) Political process

                – To lend its good offices;

                – To support elections in every province;

                – To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "The mission has 6 individual tasks in 2 main tasks, where 5 is the limit; none of the 6 is on "
                "organized crime."
            ),
            quotes=("Decides that the mandate of UNMIKA shall be the following:",),
            policy=Policy(dilution=5),
        ),
    ),
    passes=(
        Example(
            shows="Three individual tasks.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                (c) To support elections in every province;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="As many as the policy allows are not too many.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                (c) To support elections in every province;

                2. Decides to remain seized of the matter.
            """,
            policy=Policy(dilution=3),
        ),
    ),
    fires_on=RealText("S/RES/2709 (2023)", "36 to 38", "MINUSCA is given 49 individual tasks in 15 main tasks."),
    silent_on=RealText("S/RES/2476 (2019)", "1", "BINUH is given 7."),
    status=Status.STABLE,
)
