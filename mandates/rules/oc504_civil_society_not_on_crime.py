"""OC504: the mission works with civil society or communities, but not on organized crime."""

from collections.abc import Iterator

from mandates.analysis import asked, company, wording
from mandates.analysis.values import RANKED_KINDS, PartnerKind, Register, Review, Severity
from mandates.rules import local_partners, quotes, sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Status

MOST = 6  # places that the message names


def check(review: Review) -> Iterator[Hit]:
    if company.communities_on_crime(review):
        return
    engaged = tuple(company.communities(review))
    labels = list(dict.fromkeys(review.document.paragraphs[span.paragraph].label for span in engaged))
    named = wording.join(labels) if len(labels) <= MOST else f"{', '.join(labels[:MOST])} and {len(labels) - MOST} more"
    crime = wording.paragraphs([place.label for place in asked.find(review)])
    beside = local_partners.known(review, local_partners.COMMUNITIES)
    yield Hit(
        f"The mission is told to work with communities or civil society in {wording.count(len(labels), 'place')} ({named}), "
        f"none of them on organized crime, on which it is asked to act in {crime}.{beside}",
        quotes.together(review, engaged),
        searched=(
            "Where the mission is asked to act on organized crime, the chapeaux above, and every operative paragraph and item "
            "that is about it, for communities, local leaders and civil society as partners."
        ),
    )


RULE = Rule(
    code="OC504",
    name="civil-society-not-on-crime",
    title="Civil society is worked with, but not on organized crime",
    question="Does the mission's work with communities and civil society reach organized crime?",
    family=Family.PARTNERS,
    severity=Severity.LOW,
    severity_reason="Low: advice on how a request is to be carried out; it flags nothing by itself.",
    sources=(sources.UNU_CPR,),
    rationale=(
        "Where a mission already meets communities on protection, elections or reconciliation, the same people see who "
        "taxes the road and who runs the port. UNU-CPR asks missions to work with such local efforts against crime; a text "
        "that keeps the two apart leaves that knowledge unasked for."
    ),
    remedy=(
        "Carry the words of the text on communities over to the task on organized crime, with care for those who speak: “in "
        "consultation with communities and civil society, and without putting them at risk”."
    ),
    precondition=Precondition(
        "the text sets, extends or authorizes a mission's mandate, asks the mission, in its own words, to act on organized "
        "crime, and tells it to work with communities or civil society on anything",
        lambda review: (
            review.kind in RANKED_KINDS and bool(asked.find(review)) and any(True for _ in company.communities(review))
        ),
    ),
    check=check,
    flags=(
        Example(
            shows="Communities are consulted on protection; the task on drugs knows only the police.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To protect civilians, in consultation with local communities;

                (b) To combat drug trafficking in cooperation with the police of Karesia;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "The mission is told to work with communities or civil society in 1 place (1 (a)), none of them on "
                "organized crime, on which it is asked to act in paragraph 1 (b)."
            ),
            quotes=("communities",),
        ),
        Example(
            shows="Civil society is strengthened and brought into the talks, and left out where it is about gangs.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the talks, with the participation of civil society;

                (b) To strengthen civil society organizations in every province;

                (c) To help the police to combat gangs;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "The mission is told to work with communities or civil society in 2 places (1 (a) and 1 (b)), none of "
                "them on organized crime, on which it is asked to act in paragraph 1 (c)."
            ),
            quotes=("civil society", "civil society"),
        ),
        Example(
            shows="Monitors who may be named are on the register; the customs service among the partners is no community.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To protect civilians, in consultation with local communities;

                (b) To combat the smuggling of gold in cooperation with the customs service of Karesia;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "The mission is told to work with communities or civil society in 1 place (1 (a)), none of them on organized "
                "crime, on which it is asked to act in paragraph 1 (b). On public record in the country: 1 civil-society monitor."
            ),
            quotes=("communities",),
            register=Register(today=True, partners=((PartnerKind.MONITOR, 1), (PartnerKind.NATIONAL_AGENCY, 2))),
        ),
    ),
    passes=(
        Example(
            shows="Community engagement is part of the work against gangs.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To protect civilians, in consultation with local communities;

                (b) To help the police to combat gangs, including through community engagement;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Civil society is nowhere engaged.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To protect civilians in communities under threat;

                (b) To help the police to combat gangs;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="The international community and the Economic Community of a region are no communities in this sense.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support elections, in coordination with the international community and the Economic Community of West
                African States;

                (b) To help the police to combat gangs;

                2. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/2423 (2018)",
        "38 (c) (iv), (d) (i) to (iii)",
        "MINUSMA works with civil society and communities on talks and protection, and not on organized crime.",
    ),
    silent_on=RealText("S/RES/2743 (2024)", "6", "BINUH engages the communities that bear the brunt of gang violence."),
    status=Status.PREVIEW,
    note=True,
)
