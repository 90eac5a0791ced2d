"""OC706: the mission helps a State's forces against crime, and the text does not bind that help to human rights."""

import re
from collections.abc import Iterator

from mandates.analysis import crime_tasks, wording
from mandates.analysis.crime_tasks import CrimeTask
from mandates.analysis.values import RANKED_KINDS, Review, Severity, Span
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Source, Status

ADHERENCE = Source("S/RES/2185 (2014), paragraph 23", "https://undocs.org/S/RES/2185(2014)")
IN_COMPLIANCE = Source("S/RES/2149 (2014), paragraph 39", "https://undocs.org/S/RES/2149(2014)")
FIRST_YEAR = 2013  # the first resolutions that name the policy are of this year
SYMBOL_YEAR = re.compile(r"\((\d{4})\)")
POLICY = re.compile(r"\bdue diligence polic|\bHRDDP\b", re.I)
SUPPORT = re.compile(
    r"\b(?:support|assist|help|aid|train|mentor|equip|advis|reinforc|strengthen|build|operations? with|joint(?:ly)? )\w*",
    re.I,
)
# those of a State who use force; not the mission's own, nor its courts and prisons
FORCES = re.compile(
    r"(?<!United Nations )(?<!formed )(?<!UN )\b(?:(?:national )?police(?! (?:and corrections|component|personnel|commissioner|unit|adviser|contribut))|gendarmerie"
    r"|armed forces|(?:(?:national|internal|defen[cs]e and|state|local|non-United Nations) )?security (?:forces|services)|law[- ]enforcement"
    r"|(?:national )?army|coast ?guard|border guards?|customs (?:service|officers)|HNP|FACA|FARDC)\b",
    re.I,
)
# a State that is helped to combat crime is helped through them, also where they are not named
STATE = re.compile(r"\b(?:authorities|Government)\b(?=[^;]{0,80}\b(?:combat|fight|tackl|counter)\w*)", re.I)


def is_asked(review: Review) -> bool:
    """Whether a United Nations mission is told to support a State's forces against crime, and the policy is as old as the text."""
    mission = review.reading.mission
    if review.kind not in RANKED_KINDS or mission is None or not mission.un:
        return False
    if not any(_forces(review, task) for task in crime_tasks.of(review)):
        return False
    year = SYMBOL_YEAR.search(review.document.symbol or "")
    return not year or int(year[1]) >= FIRST_YEAR


def check(review: Review) -> Iterator[Hit]:
    body = (*review.document.preambular(), *review.document.operative())
    if any(POLICY.search(p.text) for p in body if "iligence" in p.text or "HRDDP" in p.text):
        return
    helped = [(task, forces) for task in crime_tasks.of(review) if (forces := _forces(review, task))]
    yield Hit(
        f"The mission is to support forces or authorities ({wording.join(list(dict.fromkeys(f'“{forces.text}”' for _, forces in helped)))}) against "
        f"organized crime ({wording.join([task.label for task, _ in helped])}), and none of the "
        f"{wording.count(len(review.document.numbered()), 'operative paragraph')} names the human rights due diligence "
        "policy.",
        tuple(forces for _, forces in helped),
        searched="the preamble and every operative paragraph",
    )


def _forces(review: Review, task: CrimeTask) -> Span | None:
    """The words for the forces that a task supports, those named nearest to the crime; else for the State that is helped."""
    text = review.document.paragraphs[task.paragraph].text
    if not SUPPORT.search(text):
        return None
    crime = task.words[0].start
    found = sorted(FORCES.finditer(text), key=lambda match: abs(match.start() - crime))
    found += STATE.finditer(text, 0, task.words[-1].end)
    return Span(task.paragraph, found[0].start(), found[0].end(), found[0][0]) if found else None


RULE = Rule(
    code="OC706",
    name="due-diligence-missing",
    title="Support to forces without the human rights due diligence policy",
    question="Is support to a State's forces against crime bound to the human rights due diligence policy?",
    family=Family.ACCOUNTABILITY,
    severity=Severity.LOW,
    severity_reason="Low: advice; the policy binds the United Nations whether or not a resolution names it.",
    sources=(ADHERENCE, IN_COMPLIANCE),
    rationale=(
        "Units that fight gangs and traffickers are those most often accused of killings, and some live from the trade "
        "that they police. A text that names the policy gives the mission the ground to screen, and to stop, its support."
    ),
    remedy=(
        "Add: “Requests [the mission] to give any support to forces that are not of the United Nations in strict compliance with "
        "the human rights due diligence policy, and requests the Secretary-General to report on it”."
    ),
    precondition=Precondition(
        "this text tells a United Nations mission to support police or other forces of a State against organized crime, "
        f"or its authorities in combating it, and is a draft or of {FIRST_YEAR} or later, when resolutions began to name the policy",
        is_asked,
    ),
    check=check,
    flags=(
        Example(
            shows="Operations with the police against gangs.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the National Police of Karesia in operations against gangs;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "The mission is to support forces or authorities (“National Police”) against organized crime (1 (a)), and none of the 2 operative paragraphs "
                "names the human rights due diligence policy."
            ),
            quotes=("National Police",),
        ),
        Example(
            shows="Training of border guards and of the army; human rights elsewhere do not make a policy.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To monitor human rights;

                (b) To train border guards against the smuggling of gold;

                (c) To help the army to keep armed groups from exploiting natural resources;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "The mission is to support forces or authorities (“border guards” and “army”) against organized crime (1 (b) and 1 (c)), and none of "
                "the 2 operative paragraphs names the human rights due diligence policy."
            ),
            quotes=("border guards", "army"),
        ),
    ),
    passes=(
        Example(
            shows="A paragraph of its own binds the support to the policy.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the National Police of Karesia in operations against gangs;

                (b) To observe the ceasefire along the river;

                2. Requests UNMIKA to give any support in compliance with the human rights due diligence policy;

                3. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Help to courts is no support to forces, and the mission's own police are not a State's.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To help the courts of Karesia to try those who lead organized crime, with advice from United Nations
                police;

                (b) To train the police of Karesia in traffic control;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="A text from before the policy is not asked.",
            text="""
                S/RES/1999 (2011)

                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the National Police of Karesia in operations against gangs;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/2476 (2019)",
        "1 (b) (ii)",
        "BINUH is to reinforce the Haitian National Police against gang violence; the text does not name the policy.",
    ),
    silent_on=RealText("S/RES/2743 (2024)", "9", "BINUH's support to the police is bound to the policy."),
    status=Status.PREVIEW,
    note=True,
)
