"""OC205: what the predecessor said of organized crime stands lower now."""

from collections.abc import Iterator

from mandates.analysis import places, wording
from mandates.analysis.values import Comparison, CrimeChange, CrimeFate, Movement, Review, Severity, UnitChange
from mandates.rules import predecessors, sources
from mandates.rules.base import Example, Family, Hit, RealText, Rule, Status

PARTS = {
    predecessors.PREAMBLE: "a preambular paragraph",
    predecessors.OPERATIVE: "an operative paragraph outside the task list",
    predecessors.TASK: "a task of the mission",
}


def check(review: Review) -> Iterator[Hit]:
    made = review.comparison
    for change in predecessors.passages(made):
        if change.fate is not CrimeFate.LOST and change.newer and (said := _lower(made, change, review.policy.top)):
            yield Hit(
                f"{wording.capital(predecessors.place(change.newer))} {said}.",
                spans=change.newer_words,
            )


def _lower(made: Comparison, change: CrimeChange, top: int) -> str:
    """In which way a passage stands lower than before; "" where it does not."""
    before, after = predecessors.part(made.older, change.older), predecessors.part(made.newer, change.newer)
    older = predecessors.of_older(made, change)
    if after < before:
        if set(change.kept) <= predecessors.taken_up(made, change, by_anybody=True):
            return ""
        return f"is {PARTS[after]}; in {older} organized crime was named in {PARTS[before]}"
    if change.mission_dropped and before > predecessors.PREAMBLE:
        mission = places.mission_name(made.older_mission)
        return f"no longer speaks of {mission}, which {older} did beside the same words on organized crime"
    moved = predecessors.counterpart(made, change)
    if moved and _fell(moved, top):
        was, is_now = moved.place.split(" → ") if moved.place else _ranks(made, moved)
        return f"stands {'in ' if is_now.startswith('in ') else 'as '}{is_now.removeprefix('in ')}; {older} stood {'in ' if was.startswith('in ') else 'as '}{was.removeprefix('in ')}"
    return ""


def _fell(moved: UnitChange, top: int) -> bool:
    """Whether a task is demoted among the tasks, or is a main task that others put before it push beyond the top."""
    if moved.movement is Movement.DEMOTED:
        return True
    before, after = moved.older.task, moved.newer.task
    return bool(before and after and before.level == after.level == 1 and before.rank <= top < after.rank)


def _ranks(made: Comparison, moved: UnitChange) -> tuple[str, str]:
    sides = ((made.older_mission, moved.older.task), (made.newer_mission, moved.newer.task))
    was, is_now = (wording.place(task.rank, len(reading.main_tasks), "main task") for reading, task in sides)
    return was, is_now


PREDECESSOR = """
    The Security Council,

    Recalling its previous resolutions on the situation in Karesia,

    1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2032;

    2. Decides that the mandate of UNMIKA shall be the following:

    (a) To support the police of Karesia against organized crime and trafficking in persons;

    (b) To observe the ceasefire along the river;

    (c) To support elections in every province;

    3. Decides to remain seized of the matter.
"""
HELD = {"S/RES/3050 (2031)": PREDECESSOR}

RULE = Rule(
    code="OC205",
    name="demoted",
    title="Organized crime stands lower than before",
    question="Does what the text keeps of its predecessor on organized crime stand as high as it did?",
    family=Family.PRIORITY,
    severity=Severity.MEDIUM,
    severity_reason="Medium: the words are kept, but staff and money follow the place; it flags nothing by itself.",
    sources=(sources.UNU_CPR, sources.BUDGET_FOLLOWS_ORDER),
    rationale=(
        "The order of tasks is read as an order of priority when posts and money are shared out. A task that slips down "
        "the list, or out of it, keeps its words and loses its people."
    ),
    remedy=(
        "Move the passage back to where it stood: the task into the list and tier that held it, the request to the paragraph that "
        "names the mission. Where the Council means to set other priorities, dismiss this finding and record which."
    ),
    precondition=predecessors.NAMED_IT,
    check=check,
    flags=(
        Example(
            shows="A task becomes a paragraph outside the list.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                3. Encourages UNMIKA to support the police of Karesia against organized crime and trafficking in persons;

                4. Decides to remain seized of the matter.
            """,
            message=(
                "Paragraph 3 is an operative paragraph outside the task list; in paragraph 2 (a) of resolution 3050 (2031) "
                "organized crime was named in a task of the mission."
            ),
            quotes=("organized crime", "trafficking in persons"),
            earlier=HELD,
        ),
        Example(
            shows="The first task becomes the last of three.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                (c) To support the police of Karesia against organized crime and trafficking in persons;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "Paragraph 2 (c) stands as the 3rd of 3 main tasks; paragraph 2 (a) of resolution 3050 (2031) stood as the 1st "
                "of 3 main tasks."
            ),
            quotes=("organized crime", "trafficking in persons"),
            earlier=HELD,
        ),
    ),
    passes=(
        Example(
            shows="A new task in front leaves it among the top three.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To protect civilians under threat of physical violence;

                (b) To support the police of Karesia against organized crime and trafficking in persons;

                (c) To observe the ceasefire along the river;

                (d) To support elections in every province;

                3. Decides to remain seized of the matter.
            """,
            earlier=HELD,
        ),
        Example(
            shows="A task that is dropped is not one that slipped: OC204 says so.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                3. Decides to remain seized of the matter.
            """,
            earlier=HELD,
        ),
    ),
    fires_on=RealText(
        "S/RES/2480 (2019)",
        "62",
        "The paragraph on small arms, 69 before, is kept, but MINUSMA is no longer named in it.",
        predecessor="S/RES/2423 (2018)",
    ),
    silent_on=RealText(
        "S/RES/2423 (2018)",
        "48",
        "What stood in the preamble of 2364 (2017) is an operative paragraph now: it was promoted.",
        predecessor="S/RES/2364 (2017)",
    ),
    status=Status.STABLE,
)
