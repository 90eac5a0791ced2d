"""OC501: the mission is asked to act on organized crime, and nobody is named with whom."""

from collections.abc import Iterator

from mandates.analysis import asked, company, wording
from mandates.analysis.values import RANKED_KINDS, Review, Severity
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Source, Status

WITH_PARTNERS = Source("S/RES/2423 (2018), paragraph 31", "https://undocs.org/S/RES/2423(2018)")


def check(review: Review) -> Iterator[Hit]:
    if company.find(review):
        return
    places = asked.find(review)
    yield Hit(
        f"The mission is asked to act on organized crime in {wording.paragraphs([p.label for p in places])}, and nobody is "
        "named with whom it is to act (those whom it is told to help are not counted).",
        quotes.crime(review, (place.paragraph for place in places)),
        searched=(
            "These paragraphs and the chapeaux above them, for whoever acts beside the mission (in coordination, "
            "cooperation or consultation with, together with, with the support of); and every operative paragraph on "
            "organized crime, for whoever is told to act together with the mission."
        ),
    )


RULE = Rule(
    code="OC501",
    name="no-partner-named",
    title="No partner is named for the work on organized crime",
    question="Is anybody named with whom the mission is to act on organized crime?",
    family=Family.PARTNERS,
    severity=Severity.LOW,
    severity_reason="Low: advice on how a request is to be carried out; it flags nothing by itself.",
    sources=(sources.UNU_CPR, WITH_PARTNERS),
    rationale=(
        "No mission acts on organized crime alone: the files are with national bodies, the routes cross borders, and the "
        "expertise is in the country team. A partner that is named can be asked for its share; one that is not decides "
        "for itself whether to answer."
    ),
    remedy=(
        "Name those who hold the files and the skills, for example: “in coordination with the financial intelligence unit "
        "of [the country], the United Nations country team and the neighbouring States”."
    ),
    precondition=Precondition(
        "the text sets, extends or authorizes a mission's mandate and asks the mission, in its own words, to act on "
        "organized crime",
        lambda review: review.kind in RANKED_KINDS and bool(asked.find(review)),
    ),
    check=check,
    flags=(
        Example(
            shows="The authorities are helped; nobody is named who acts with the mission.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To assist the authorities in combating drug trafficking;

                (b) To observe the ceasefire along the river, in coordination with the African Union;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "The mission is asked to act on organized crime in paragraph 1 (a), and nobody is named with whom it is "
                "to act (those whom it is told to help are not counted)."
            ),
            quotes=("drug trafficking",),
        ),
        Example(
            shows="Others are told to cooperate with one another against it, without a word of the mission.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To monitor the smuggling of gold;

                (b) To observe the ceasefire along the river;

                2. Calls upon all Member States to act against criminal networks in cooperation with INTERPOL;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "The mission is asked to act on organized crime in paragraph 1 (a), and nobody is named with whom it is "
                "to act (those whom it is told to help are not counted)."
            ),
            quotes=("smuggling of gold",),
        ),
    ),
    passes=(
        Example(
            shows="The task names whom it is done with.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To assist the authorities in combating drug trafficking, in close cooperation with UNODC;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="The chapeau above the tasks does so for all of them.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that UNMIKA shall, in consultation with the Government of Karesia, carry out the following tasks:

                (a) To monitor the smuggling of gold;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="The authorities are told elsewhere to act on it in coordination with the mission.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To monitor the smuggling of gold;

                (b) To observe the ceasefire along the river;

                2. Calls upon the authorities of Karesia, in coordination with UNMIKA, to dismantle criminal networks;

                3. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/2480 (2019)",
        "28 (a) (iii)",
        "MINUSMA's clause on organized crime helps the courts and names nobody to act with; the partners of 2423 are gone.",
    ),
    silent_on=RealText("S/RES/2423 (2018)", "31", "UNOWAS and UNODC are named."),
    status=Status.PREVIEW,
)
