"""OC502: those with whom the mission is to act on organized crime all come from outside the country."""

from collections.abc import Iterator

from mandates.analysis import asked, company, wording
from mandates.analysis.values import RANKED_KINDS, PartnerKind, Register, Review, Severity
from mandates.rules import local_partners, quotes, sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Status


def check(review: Review) -> Iterator[Hit]:
    partners = company.find(review)
    if any(partner.kind.local for partner in partners):
        return
    labels = wording.paragraphs([place.label for place in asked.find(review)])
    kinds = wording.join(list(dict.fromkeys(partner.kind.label for partner in partners)))
    yield Hit(
        f"On organized crime ({labels}) the mission is to act with {kinds} alone; no national body, local authority, "
        f"community or civil society is named as a partner (those whom it is told to help are not counted).{local_partners.known(review)}",
        quotes.together(review, (partner.span for partner in partners)),
    )


RULE = Rule(
    code="OC502",
    name="no-local-partner",
    title="Every partner on organized crime comes from outside",
    question="Is anybody in the country among the partners named on organized crime?",
    family=Family.PARTNERS,
    severity=Severity.LOW,
    severity_reason="Low: advice on how a request is to be carried out; it flags nothing by itself.",
    sources=(sources.UNU_CPR,),
    rationale=(
        "Civil-society monitors, customary leaders, protection networks and financial intelligence units know the markets "
        "and stay when the mission goes; UNU-CPR found that many act already and feel cut off. To be helped is not to be a "
        "partner: what they know is then not asked for."
    ),
    remedy=(
        "Add a partner in the country whom it is safe to name, for example: “in cooperation with the financial intelligence "
        "unit and the customs service of [the country], and in consultation with the communities along the border”. Where naming "
        "would put people at risk, dismiss this finding and record why."
    ),
    precondition=Precondition(
        "the text sets, extends or authorizes a mission's mandate, asks the mission, in its own words, to act on organized "
        "crime, and names somebody with whom",
        lambda review: review.kind in RANKED_KINDS and bool(company.find(review)),
    ),
    check=check,
    flags=(
        Example(
            shows="Two partners, both international; the authorities are helped.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To assist the authorities in combating drug trafficking, in coordination with UNODC and INTERPOL;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "On organized crime (paragraph 1 (a)) the mission is to act with the United Nations and international "
                "bodies and forces alone; no national body, local authority, community or civil society is named as a "
                "partner (those whom it is told to help are not counted)."
            ),
            quotes=("UNODC and INTERPOL",),
        ),
        Example(
            shows="Communities are consulted on another task.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To monitor the smuggling of gold together with neighbouring States and regional organizations;

                (b) To protect civilians, in consultation with local communities;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "On organized crime (paragraph 1 (a)) the mission is to act with other States and regional bodies alone; "
                "no national body, local authority, community or civil society is named as a partner (those whom it "
                "is told to help are not counted)."
            ),
            quotes=("neighbouring States and regional organizations",),
        ),
        Example(
            shows="The register knows monitors and a network in the country whom everybody may see.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To assist the authorities in combating gangs, in coordination with INTERPOL;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "On organized crime (paragraph 1 (a)) the mission is to act with international bodies and forces alone; no "
                "national body, local authority, community or civil society is named as a partner (those whom it is told to help "
                "are not counted). On public record in the country: 2 civil-society monitors and 1 community network."
            ),
            quotes=("INTERPOL",),
            register=Register(today=True, partners=((PartnerKind.MONITOR, 2), (PartnerKind.COMMUNITY, 1))),
        ),
    ),
    passes=(
        Example(
            shows="The customs service stands beside UNODC.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To act against the smuggling of gold in coordination with UNODC and the customs service of Karesia;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Civil society is worked with.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To reduce gang violence in dialogue with regional organizations and civil society;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="No partner at all: another rule speaks of that.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To assist the authorities in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/2423 (2018)", "31", "MINUSMA is to act with UNOWAS and UNODC; nobody in Mali is named beside them."
    ),
    silent_on=RealText(
        "S/RES/2476 (2019)", "1 (b) (iii)", "Gang violence is to be reduced in an approach with all sectors of society."
    ),
    status=Status.PREVIEW,
)
