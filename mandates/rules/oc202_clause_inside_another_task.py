"""OC202: organized crime stands inside a main task that is about something else."""

from collections.abc import Iterator

from mandates.analysis import places, wording
from mandates.analysis.values import FlagReason, MissionReading, Review, Role, Severity, Task
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, RealText, Rule, Status


def check(review: Review) -> Iterator[Hit]:
    if not quotes.is_flagged_for(review, FlagReason.CLAUSE_OR_SUB_TASK):
        return
    reading, source = quotes.judged(review)
    best, *others = places.named(reading)
    role = "a sub-task" if best.role is Role.SUBJECT else "a clause"
    message = f"rganized crime is {role} in {_place(best, reading)}"
    if others:
        message += f", and stands again in {wording.join([_short(t) for t in others])}"
    if source:
        yield Hit(
            f"In {source}, whose tasks this text renews, o{message}.", quotes.renewal(review, source), anchor=source
        )
    else:
        yield Hit(f"O{message}.", quotes.crime(review, [t.paragraph for t in (best, *others)]))


def _place(task: Task, reading: MissionReading) -> str:
    """``38 (a) (iii), the 7th of 26 individual tasks, inside the 1st of 9 main tasks``."""
    main = wording.place(task.rank, len(reading.main_tasks), "main task")
    if task.leaf_index is None:
        return f"the opening words of {task.label}, inside {main}"
    leaf = wording.place(task.leaf_index, len(reading.leaf_tasks), "individual task")
    if task.level > 1:
        return f"{task.label}, {leaf}, inside {main}"
    return f"{task.label}, {main}" + ("" if len(reading.leaf_tasks) == len(reading.main_tasks) else f" and {leaf}")


def _short(task: Task) -> str:
    return f"{task.label}, the {wording.ordinal(task.leaf_index)}" if task.leaf_index else task.label


RULE = Rule(
    code="OC202",
    name="clause-inside-another-task",
    title="Organized crime is only a part of another main task",
    question="Is organized crime a main task of its own rather than a part of another?",
    family=Family.PRIORITY,
    severity=Severity.MEDIUM,
    severity_reason="Medium: the task list tells the mission to act, but not as one of the few things that it is for.",
    sources=(sources.UNU_CPR, sources.POLICING_MANDATES),
    rationale=(
        "Law enforcement is carried out where a mandate spells it out. A clause has no heading, verb or lead of its "
        "own, so it is planned, staffed and reported as what surrounds it."
    ),
    remedy=(
        "Lift the words into a lettered item of their own with their own verb, for example: “To support the "
        "authorities in investigating and disrupting” what the clause names, and bring other requests on organized "
        "crime in beside it."
    ),
    precondition=quotes.FLAGGED,
    check=check,
    flags=(
        Example(
            shows="A clause at the end of a sub-item on courts.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) Protection of civilians

                (i) To protect civilians under threat of physical violence;

                (ii) To warn them of attacks;

                (b) Justice

                (i) To help the courts of Karesia to sit again in every province, train judges and clerks, keep
                their records and protect witnesses, and to advise prosecutors on grave offences, including those
                committed by criminal networks;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Organized crime is a clause in 1 (b) (i), the 3rd of 3 individual tasks, inside the 2nd of 2 main "
                "tasks."
            ),
            quotes=("criminal networks",),
        ),
        Example(
            shows="A sub-task of its own, below a main task on something else, and a clause further down.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) Rule of law

                (i) To help the courts of Karesia to sit again in every province;

                (ii) To support the police in combating drug trafficking;

                (b) To help the authorities to rebuild the ports, train their staff, survey the coast, mark the
                channels and inspect ships, including those suspected of smuggling of migrants;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Organized crime is a sub-task in 1 (a) (ii), the 2nd of 3 individual tasks, inside the 1st of 2 "
                "main tasks, and stands again in 1 (b), the 3rd."
            ),
            quotes=("drug trafficking", "smuggling of migrants"),
        ),
    ),
    passes=(
        Example(
            shows="A main task of its own; a clause elsewhere does not matter.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To help the authorities to rebuild the ports, train their staff, survey the coast, mark the
                channels and inspect ships, including those suspected of smuggling of migrants;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="A main task whose heading names organized crime, with sub-items that spell it out.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) Drug trafficking and organized crime

                (i) To help to build a unit of investigators;

                (ii) To train customs officers;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/2423 (2018)",
        "38 (a) (iii)",
        "MINUSMA's only task on organized crime is a clause in an item on justice, the 7th of 26.",
    ),
    silent_on=RealText(
        "S/RES/2217 (2015)",
        "33 (c)",
        "MINUSCA has a lettered item with a heading on natural resources: a task of its own, though the 11th of 16.",
    ),
    status=Status.STABLE,
)
