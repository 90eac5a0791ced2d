"""OC704: trafficking in persons or the smuggling of migrants is tasked, and nobody is told to protect those people."""

import re
from collections.abc import Iterator

from mandates.analysis import crime_tasks, taxonomy, wording
from mandates.analysis.values import RANKED_KINDS, Review, Severity
from mandates.rules import quotes
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Source, Status

PROTECTION = Source("S/RES/2388 (2017), paragraph 3", "https://undocs.org/S/RES/2388(2017)")
DONE_TO_THEM = {"human_trafficking": "trafficked", "migrant_smuggling": "smuggled"}
VICTIM_PROTECTION = "victim_protection"  # the taxonomy's kind of task
OF_TRAFFICKING = re.compile(
    r"\bvictims? (?:of|and survivors of) (?:human |child )?(?:traffick|crime|abduct)|\btrafficked (?:persons|people|women|children)\b"
    r"|\b(?:victims?(?: protection)? and witness|witness(?:es)? and victims?)",
    re.I,
)


def is_asked(review: Review) -> bool:
    """Whether this text tasks the mission on trafficking in persons or the smuggling of migrants."""
    if review.kind not in RANKED_KINDS:
        return False
    return any(DONE_TO_THEM.keys() & set(task.crime_types) for task in crime_tasks.of(review))


def check(review: Review) -> Iterator[Hit]:
    body = (*review.document.preambular(), *review.document.operative())
    named = review.crime.paragraphs
    if any(VICTIM_PROTECTION in named[p.index].task_kinds for p in body if p.index in named):
        return
    if any(OF_TRAFFICKING.search(p.text) for p in body if "ictim" in p.text or "trafficked" in p.text):
        return
    tasks = [task for task in crime_tasks.of(review) if DONE_TO_THEM.keys() & set(task.crime_types)]
    tasked = [name for name in DONE_TO_THEM if any(name in task.crime_types for task in tasks)]
    crimes = wording.capital(wording.join([taxonomy.load().types[name].label for name in tasked]))
    done = " or ".join(DONE_TO_THEM[name] for name in tasked)
    operative = wording.count(len(review.document.numbered()), "operative paragraph")
    yield Hit(
        f"{crimes} {'is' if len(tasked) == 1 else 'are'} tasked in {wording.join([task.label for task in tasks])}, and "
        f"none of the {operative} says that the people {done} are to be found, protected or helped.",
        quotes.together(review, (span for task in tasks for span in task.words_for(tasked))),
        searched="the preamble and every operative paragraph",
    )


RULE = Rule(
    code="OC704",
    name="victims-unprotected",
    title="Nobody is told to protect the people who are trafficked or smuggled",
    question="Where trafficking in persons or the smuggling of migrants is tasked, are those trafficked or smuggled to be protected?",
    family=Family.ACCOUNTABILITY,
    severity=Severity.LOW,
    severity_reason="Low: advice; the task stands, but those whom it is about are not in it.",
    sources=(PROTECTION,),
    rationale=(
        "Whoever is freed from a trafficker and then held as an offender or sent back does not testify, and is trafficked "
        "again. Finding and sheltering victims is half of the work, and police alone are not made for it."
    ),
    remedy=(
        "Add the other half to the task, for example: “and in identifying, sheltering and assisting the victims, with "
        "attention to women and children, and in protecting those who testify”."
    ),
    precondition=Precondition(
        "this text tasks the mission on trafficking in persons or the smuggling of migrants", is_asked
    ),
    check=check,
    flags=(
        Example(
            shows="Trafficking in persons is to be combated, and the text has no word on those trafficked.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating trafficking in persons;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Trafficking in persons is tasked in 1 (a), and none of the 2 operative paragraphs says that the people "
                "trafficked are to be found, protected or helped."
            ),
            quotes=("trafficking in persons",),
        ),
        Example(
            shows="Care for victims of another crime is not care for these.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To assist the authorities against trafficking in persons and smuggling of migrants;

                (b) To support services for the victims of rape and other sexual violence in the camps;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Trafficking in persons and smuggling of migrants are tasked in 1 (a), and none of the 2 operative "
                "paragraphs says that the people trafficked or smuggled are to be found, protected or helped."
            ),
            quotes=("trafficking in persons and smuggling of migrants",),
        ),
    ),
    passes=(
        Example(
            shows="The task itself speaks of the victims.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the authorities of Karesia in combating trafficking in persons and in the protection of
                victims;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Another paragraph does.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating trafficking in persons;

                (b) To observe the ceasefire along the river;

                2. Urges the authorities of Karesia to open shelters for victims of trafficking;

                3. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Trafficking in arms and drugs has no victim who could be sheltered; that in persons is only deplored.",
            text="""
                The Security Council,

                Deploring trafficking in persons along the coast of Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia against trafficking in arms and drugs;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/1876 (2009)",
        "3 (f)",
        "UNIOGBIS is tasked on trafficking in persons; the text does not speak of victims.",
    ),
    silent_on=RealText(
        "S/RES/2217 (2015)", "33 (c)", "MINUSCA's task is on natural resources: the question is not asked."
    ),
    status=Status.PREVIEW,
    note=True,
)
