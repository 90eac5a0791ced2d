"""OC402: the mission is asked to act against organized crime, and no police or investigators for it are named."""

from collections.abc import Iterator

from mandates.analysis import asked, expertise, wording
from mandates.analysis.asked import Asked
from mandates.analysis.values import RANKED_KINDS, Review, Severity
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Source, Status

POLICE_TEAMS = Source("S/RES/2185 (2014), paragraph 14", "https://undocs.org/S/RES/2185(2014)")


WEAPONS = {"arms_trafficking"}  # alone they are a matter for experts in weapons


def _against(review: Review) -> tuple[Asked, ...]:
    """The places that direct an effort against crime that police work on."""
    return tuple(
        place
        for place in asked.find(review)
        if asked.acts_against(review, place) and set(review.crime.paragraphs[place.paragraph].crime_types) != WEAPONS
    )


def check(review: Review) -> Iterator[Hit]:
    if expertise.first(review):
        return
    places = _against(review)
    searched = wording.count(len(review.document.operative()), "operative paragraph or item").replace(
        "paragraph or items", "paragraphs and items"
    )
    yield Hit(
        f"The mission is asked to act against organized crime in {wording.paragraphs([p.label for p in places])}, and no "
        "operative paragraph names specialized police, analysis or investigation capacity for it.",
        quotes.crime(review, (place.paragraph for place in places)),
        searched=(
            f"{searched}, for specialized police, investigators, criminal intelligence and analysis, financial "
            "investigation and units against a kind of crime; where organized crime is named also for experts, forensic "
            "work, intelligence and analysis of any kind."
        ),
    )


RULE = Rule(
    code="OC402",
    name="no-police-expertise",
    title="No police or investigators are named for organized crime",
    question="Is specialized police, analysis or investigation capacity named for the crime that the mission shall act against?",
    family=Family.MEANS,
    severity=Severity.LOW,
    severity_reason="Low: advice on the means of a request that is made; capacity may follow in the concept of operations.",
    sources=(sources.UNU_CPR, POLICE_TEAMS),
    rationale=(
        "General police duties do not make a unit that can follow money, map a network or work a crime scene. Such people "
        "are recruited for a profile that somebody asked for; where the mandate names none, they come late or not at all."
    ),
    remedy=(
        "Name the capacity beside the task or with the strengths, for example: “including a specialized police team for "
        "financial investigation and the analysis of criminal networks, with the languages and equipment that it needs.”"
    ),
    precondition=Precondition(
        "the text sets, extends or authorizes a mission's mandate and directs an effort of the mission, in the text's own "
        "words, against organized crime other than the flow of arms alone",
        lambda review: review.kind in RANKED_KINDS and bool(_against(review)),
    ),
    check=check,
    flags=(
        Example(
            shows="Police are authorized, but none with a skill for what the task asks.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the United Nations Mission in Karesia (UNMIKA) shall comprise up to 900 police personnel;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To support the authorities in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "The mission is asked to act against organized crime in paragraph 2 (a), and no operative paragraph names "
                "specialized police, analysis or investigation capacity for it."
            ),
            quotes=("drug trafficking",),
        ),
        Example(
            shows="Experts and investigations there are, on human rights and for a panel of experts: neither is for the crime.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To help to dismantle the networks that live from the smuggling of gold;

                (b) To help to investigate violations of human rights, with gender experts;

                2. Requests UNMIKA to help the Panel of Experts;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "The mission is asked to act against organized crime in paragraph 1 (a), and no operative paragraph names "
                "specialized police, analysis or investigation capacity for it."
            ),
            quotes=("smuggling of gold",),
        ),
    ),
    passes=(
        Example(
            shows="Arms alone: who registers, marks and destroys weapons is another question.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To help the authorities to curb the proliferation of small arms;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="The strengths hold a specialized police team.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the United Nations Mission in Karesia (UNMIKA) shall comprise up to 900 police personnel,
                including a specialized police team;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To support the authorities in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                3. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="The task itself asks for analysis.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To combat organized crime through joint analysis with the police of Karesia;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Aid is coordinated, for work against drugs among other things: no effort of the mission against the crime.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To coordinate what donors give to the provinces of Karesia for schools, roads, hospitals, clean water and
                the return of displaced persons, as well as for counter-narcotics;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/2423 (2018)",
        "31 and 38 (a) (iii)",
        "MINUSMA has 1,920 police and two requests on organized crime; no specialized police are named.",
    ),
    silent_on=RealText("S/RES/2217 (2015)", "26", "Specialized police teams are to be considered for MINUSCA."),
    status=Status.PREVIEW,
)
