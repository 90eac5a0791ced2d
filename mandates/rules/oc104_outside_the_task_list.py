"""OC104: the mission is asked to act on organized crime, but not in its task list."""

from collections.abc import Iterator

from mandates.analysis import places, wording
from mandates.analysis.values import FlagReason, Review, Severity
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, RealText, Rule, Status


def check(review: Review) -> Iterator[Hit]:
    if not quotes.is_flagged_for(review, FlagReason.OUTSIDE_THE_LIST):
        return
    reading, source = quotes.judged(review)
    labels = places.outside_lists(reading)
    asked = f"the mission is asked to act on organized crime in {wording.paragraphs(labels)}"
    if reading.main_tasks:
        tasks = wording.count(len(reading.leaf_tasks), "individual task")
        place = f", outside the listed tasks: the request has no place among the {tasks}."
    elif in_force := quotes.tasks_in_force(review):
        place = f": the request has no place among {in_force}."
    else:
        place = ", and the text has no task list in which the request could have a place."
    if source:
        message = f"In {source}, whose tasks this text renews, {asked}{place}"
        yield Hit(message, quotes.renewal(review, source), anchor=source)
    else:
        message = asked[0].upper() + asked[1:] + place
        asking = [o.paragraph for o in reading.oc_operative if o.label in labels]
        yield Hit(message, quotes.crime_under(review, asking))


RULE = Rule(
    code="OC104",
    name="outside-the-task-list",
    title="The request on organized crime stands outside the task list",
    question="Does what the mission is asked to do about organized crime stand in its task list?",
    family=Family.RECOGNITION,
    severity=Severity.HIGH,
    severity_reason="High: no task list tells the mission to act on organized crime.",
    sources=(sources.UNU_CPR, sources.BUDGET_FOLLOWS_ORDER),
    rationale=(
        "A mission plans and budgets by its task list; the Council itself has asked for budgets that follow the "
        "order of the list. A request elsewhere in the text has no rank there and is the first to wait."
    ),
    remedy=(
        "Move the request into the task list as a lettered item with its own heading, keep its verb, and leave in "
        "its old place no more than a reference to the new item."
    ),
    precondition=quotes.FLAGGED,
    check=check,
    flags=(
        Example(
            shows="A request in a paragraph of its own, after a list that does not mention it.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Requests UNMIKA to share with the police of Karesia what it learns about criminal networks;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "The mission is asked to act on organized crime in paragraph 2, outside the listed tasks: the request "
                "has no place among the 2 individual tasks."
            ),
            quotes=("criminal networks",),
        ),
        Example(
            shows="An extension adds a request to tasks that stand in another text, held beside it.",
            text="""
                The Security Council,

                Recalling its resolution 3050 (2031),

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) as set out in
                paragraph 1 of resolution 3050 (2031) until 30 June 2033;

                2. Requests UNMIKA to support the authorities in preventing the smuggling of migrants;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "The mission is asked to act on organized crime in paragraph 2: the request has no place among the 2 "
                "individual tasks in force (resolution 3050 (2031))."
            ),
            quotes=("smuggling of migrants",),
            held={
                "S/RES/3050 (2031)": """
                The Security Council,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Decides to remain seized of the matter.
                """
            },
        ),
    ),
    passes=(
        Example(
            shows="The same request as an item of the list.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To share with the police of Karesia what it learns about criminal networks;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="A further request outside the list does no harm where the list has the task as well.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Requests UNMIKA to know better the criminal networks of the northern provinces;

                3. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/2502 (2019)",
        ("26"),
        "MONUSCO is urged to work on the flow of conflict minerals; its task list, 29, is silent.",
    ),
    silent_on=RealText(
        "S/RES/2423 (2018)",
        "31",
        "MINUSMA is asked outside its list, but its list names organized crime too, in 38 (a) (iii).",
    ),
    status=Status.STABLE,
)
