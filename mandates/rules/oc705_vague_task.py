"""OC705: the task on organized crime names an aim, and nothing that anybody could plan, staff or count."""

from collections.abc import Iterator

from mandates.analysis import clarity, crime_tasks, wording
from mandates.analysis.values import RANKED_KINDS, Review, Severity
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Status


def is_asked(review: Review) -> bool:
    """Whether this text tasks the mission on organized crime in its own words."""
    return review.kind in RANKED_KINDS and bool(crime_tasks.of(review))


def check(review: Review) -> Iterator[Hit]:
    tasks = crime_tasks.of(review)
    if any(clarity.says_how(review.document, task) for task in tasks):
        return
    labels = wording.join([task.label for task in tasks])
    named = (
        f"task on organized crime ({labels}) names" if len(tasks) == 1 else f"tasks on organized crime ({labels}) name"
    )
    yield Hit(
        f"The {named} an aim only: no activity, no partner by name and no date.",
        quotes.together(review, (span for task in tasks for span in task.words)),
    )


RULE = Rule(
    code="OC705",
    name="vague-task",
    title="The task on organized crime does not say how",
    question="Does the task on organized crime say by what activity, with which partner or by when?",
    family=Family.ACCOUNTABILITY,
    severity=Severity.LOW,
    severity_reason="Low: advice; the mission is told to act, and left alone with how.",
    sources=(sources.POLICING_MANDATES, sources.CLEAR_MANDATES),
    rationale=(
        "The Council has set itself the standard of clear, credible and achievable mandates. Nobody can plan, staff or "
        "count “to assist in combating”; such a task is met by a workshop, and nobody can say that it was not."
    ),
    remedy=(
        "Say what is to be done and with whom, for example: “by training and mentoring investigators, by analysing the "
        "trade in gold with the United Nations Office on Drugs and Crime, and by joint patrols at the two river ports”."
    ),
    precondition=Precondition("this text tasks the mission on organized crime in its own words", is_asked),
    check=check,
    flags=(
        Example(
            shows="To assist in combating: an aim, and nothing else.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To assist the authorities of Karesia in combating drug trafficking;

                (b) To train judges and observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            message="The task on organized crime (1 (a)) names an aim only: no activity, no partner by name and no date.",
            quotes=("drug trafficking",),
        ),
        Example(
            shows="The activities before “including efforts to counter” are those of another task.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To monitor human rights and train judges, including efforts to counter organized crime;

                (b) To support the Government, with its partners, in the fight against gangs;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "The tasks on organized crime (1 (a) and 1 (b)) name an aim only: no activity, no partner by name and no "
                "date."
            ),
            quotes=("organized crime", "gangs"),
        ),
    ),
    passes=(
        Example(
            shows="Training and mentoring can be planned and counted.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To train and mentor the police of Karesia in the fight against drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="A partner by name, who brings the activities.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To assist the authorities of Karesia in combating drug trafficking, together with UNODC;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="A heading that is an aim, with items that say how.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) Drug trafficking and organized crime

                (i) To help to build a unit of investigators;

                (ii) To inspect the two river ports;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/1876 (2009)", "3 (f)", "UNIOGBIS is to assist in combating three crimes, and the text does not say how."
    ),
    silent_on=RealText("S/RES/2103 (2013)", "1 (f)", "The same task is to be done in cooperation with UNODC."),
    status=Status.PREVIEW,
)
