"""OC703: a crime is tasked on which States have bound themselves, and the text does not say so."""

import re
from collections.abc import Iterator

from mandates.analysis import crime_tasks, instruments, taxonomy, wording
from mandates.analysis.crime_tasks import CrimeTask
from mandates.analysis.values import RANKED_KINDS, Review, Severity
from mandates.rules import quotes
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Source, Status

CONVENTIONS = Source("S/RES/2195 (2014), paragraph 3", "https://undocs.org/S/RES/2195(2014)")
# crimes for which an instrument was made; gangs, extortion and kidnapping are mostly domestic, and what there is on natural
# resources and on goods is for rough diamonds and for tobacco alone
MADE_FOR = frozenset(
    [
        "organized_crime", "human_trafficking", "migrant_smuggling", "drug_trafficking", "arms_trafficking", "wildlife",
        "cultural_property", "illicit_finance", "piracy", "cybercrime", "waste",
    ]
)  # fmt: skip


TO_KNOW = re.compile(r"\b(?:information|awareness|understanding)\b[^;]{0,120}$")


def is_asked(review: Review) -> bool:
    """Whether this text tasks the mission on a crime for which an instrument was made.

    Tasks that stand in another text are left out: that text may cite what this one need not repeat.
    """
    if review.kind not in RANKED_KINDS:
        return False
    return any(_crimes(review, task) for task in crime_tasks.of(review))


def _crimes(review: Review, task: CrimeTask) -> tuple[str, ...]:
    """The crimes of a task for which an instrument was made.

    An illicit economy as such is no crime of a treaty, and a crime on which information is only shared needs none.
    """
    if TO_KNOW.search(review.document.paragraphs[task.paragraph].text, 0, task.words[0].start):
        return ()
    return tuple(
        name
        for name in task.crime_types
        if name in MADE_FOR and (name != "organized_crime" or any("crim" in span.text.lower() for span in task.words))
    )


def check(review: Review) -> Iterator[Hit]:
    tasks = crime_tasks.of(review)
    tasked = dict.fromkeys(name for task in tasks for name in _crimes(review, task))
    bare = instruments.without(review.document, tasked)
    if not bare:
        return
    types = taxonomy.load().types
    on = [task for task in tasks if set(bare).intersection(_crimes(review, task))]
    crimes = wording.join([types[name].label for name in bare])
    recalled = wording.join(list(dict.fromkeys(f"the {types[name].instruments[0].name}" for name in bare)))
    yield Hit(
        f"No treaty or standard is cited on {crimes}, tasked in {wording.join([task.label for task in on])}; the text "
        f"could recall {recalled}.",
        quotes.together(review, (span for task in on for span in task.words_for(bare))),
        searched="the preamble and every operative paragraph",
    )


RULE = Rule(
    code="OC703",
    name="instrument-not-cited",
    title="No treaty on the crime is recalled",
    question="Does the text recall an instrument by which States have bound themselves to act on the crime that it tasks?",
    family=Family.ACCOUNTABILITY,
    severity=Severity.LOW,
    severity_reason="Low: advice on one line of the preamble; the task stands without it.",
    sources=(CONVENTIONS,),
    rationale=(
        "A treaty says what the crime is, what a State has promised to do about it and who may help. With it a mission "
        "can ask the authorities for laws, cooperation and extradition as their own obligation, not as the mission's wish."
    ),
    remedy=(
        "Add a preambular paragraph, for example: “Recalling the obligations of [the State] under the United Nations "
        "Convention against Transnational Organized Crime and its protocols”, after checking to what the State is a party."
    ),
    precondition=Precondition(
        "this text tasks the mission to act on a crime for which an instrument was made (not gangs, extortion, kidnapping, "
        "natural resources or the smuggling of goods, for which none or only one on a single commodity was)",
        is_asked,
    ),
    check=check,
    flags=(
        Example(
            shows="Drug trafficking and trafficking in persons are tasked, and no treaty stands in the text.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking and trafficking in persons;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "No treaty or standard is cited on drug trafficking and trafficking in persons, tasked in 1 (a); the text "
                "could recall the Convention against Illicit Traffic in Narcotic Drugs and Psychotropic Substances and the "
                "Trafficking in Persons Protocol."
            ),
            quotes=("drug trafficking and trafficking in persons",),
        ),
        Example(
            shows="A convention on something else is no instrument on the crime.",
            text="""
                The Security Council,

                Recalling the Convention on the Safety of United Nations and Associated Personnel,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To help the courts of Karesia to try those who lead organized crime;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "No treaty or standard is cited on organized crime, tasked in 1 (b); the text could recall the United "
                "Nations Convention against Transnational Organized Crime."
            ),
            quotes=("organized crime",),
        ),
    ),
    passes=(
        Example(
            shows="The preamble recalls the convention that covers both.",
            text="""
                The Security Council,

                Recalling the United Nations Convention against Transnational Organized Crime and the Protocols thereto,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking and trafficking in persons;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="A regional instrument on the crime is as good.",
            text="""
                The Security Council,

                Welcoming the accession of Karesia to the Nairobi Protocol on small arms,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To help the authorities against arms trafficking across the river;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Gangs: no instrument was made for what a gang does within one town.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia against gangs in the capital;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/1876 (2009)",
        "3 (f)",
        "Drug trafficking, organized crime and trafficking in persons are tasked, and no treaty on any of them is cited.",
    ),
    silent_on=RealText(
        "S/RES/1917 (2010)",
        "5 (a)",
        "Counter-narcotics is tasked, and the text cites the convention of 1988 on narcotic drugs.",
    ),
    status=Status.STABLE,
    note=True,
)
