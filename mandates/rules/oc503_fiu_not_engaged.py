"""OC503: the crime makes money that a financial intelligence unit follows, and that of the country is not engaged."""

import re
from collections.abc import Iterator

from mandates.analysis import asked, tasked, wording
from mandates.analysis.values import RANKED_KINDS, Fiu, Register, Review, Severity
from mandates.rules import predecessors, quotes, sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Source, Status

FINANCIAL_UNITS = Source("S/RES/2462 (2019), paragraph 15", "https://undocs.org/S/RES/2462(2019)")
UNIT = r"\bfinancial[\s-]+intelligence\b|\bFIUs?\b"


def _followed(review: Review) -> list[str]:
    """The crimes tasked whose money an FIU follows."""
    return [name for name in tasked.crime_types(review) if name in review.register.fiu_crimes]


def _names_one(review: Review) -> bool:
    names = "|".join(rf"(?<!\w){re.escape(fiu.name)}(?!\w)" for fiu in review.register.fius)
    unit = re.compile(f"{UNIT}|{names}", re.I)
    return any(unit.search(p.text) for p in review.document.operative())


def check(review: Review) -> Iterator[Hit]:
    fius = review.register.fius
    if any(fiu.engaged for fiu in fius) or _names_one(review):
        return
    units = wording.join([_called(fiu) for fiu in fius])
    yield Hit(
        f"The mission is to act on {predecessors.types(_followed(review))} ({tasked.where(review)}) and no operative paragraph names a "
        f"financial intelligence unit; {units} {'is' if len(fius) == 1 else 'are'} on the register, and no partner record that "
        "everybody may see says that it is worked with.",
        quotes.crime(review, (place.paragraph for place in asked.find(review))),
        searched="The operative paragraphs and items, for financial intelligence and for the unit's own name; the register of partners.",
        anchor=", ".join(fiu.country for fiu in fius),
    )


def _called(fiu: Fiu) -> str:
    known = "; ".join(filter(None, [fiu.country, fiu.standing]))
    return f"{fiu.name} ({known})" if fiu.listed else f"the unit of a public partner record ({known})"


UNIT_OF_KARESIA = Fiu("Karesia", "CENTIF-Karesia", "member of the Egmont Group on 1 May 2032")
MONEY = frozenset({"drug_trafficking", "illicit_finance", "organized_crime", "natural_resources"})
KNOWN = Register(today=True, fius=(UNIT_OF_KARESIA,), fiu_crimes=MONEY)

RULE = Rule(
    code="OC503",
    name="fiu-not-engaged",
    title="The country's financial intelligence unit is left out",
    question="Is the financial intelligence unit of the country engaged on the crime whose money it follows?",
    family=Family.PARTNERS,
    severity=Severity.LOW,
    severity_reason="Low: advice on with whom a request is carried out; it flags nothing by itself.",
    sources=(sources.UNU_CPR, FINANCIAL_UNITS),
    rationale=(
        "A financial intelligence unit receives the reports of banks and traders on money that looks wrong, and can ask its "
        "counterparts abroad. UNU-CPR counts units that hold to the standards of the FATF among the national bodies worth closer "
        "work, within the limits of what a mission and its host can share. What is known of each stands on the register with its day."
    ),
    remedy=(
        "Name the unit beside the task where that is safe and wanted, for example: “in cooperation with the financial intelligence "
        "unit of [the country] and with due regard to its independence”. Where the unit is close to those whom it should watch, "
        "dismiss this finding and record why."
    ),
    precondition=Precondition(
        "the text is a draft or its mission's mandate in force, a financial intelligence unit of the host country is known by name, "
        "and the text, or the one whose tasks it renews, tells the mission to act on a crime for which such a unit is a partner",
        lambda review: review.kind in RANKED_KINDS and bool(review.register.fius) and bool(_followed(review)),
    ),
    check=check,
    flags=(
        Example(
            shows="Drug money is to be found together with the police alone.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To combat drug trafficking in cooperation with the police of Karesia;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "The mission is to act on drug trafficking (paragraph 1 (a)) and no operative paragraph names a financial "
                "intelligence unit; CENTIF-Karesia (Karesia; member of the Egmont Group on 1 May 2032) is on the register, "
                "and no partner record that everybody may see says that it is worked with."
            ),
            quotes=("drug trafficking",),
            register=KNOWN,
        ),
        Example(
            shows="The preamble welcomes the unit; no paragraph that asks for something does.",
            text="""
                The Security Council,

                Welcoming the new financial intelligence unit of Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To trace illicit financial flows from the mines;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "The mission is to act on illicit finance (paragraph 1 (a)) and no operative paragraph names a financial "
                "intelligence unit; CENTIF-Karesia (Karesia; member of the Egmont Group on 1 May 2032) is on the register, "
                "and no partner record that everybody may see says that it is worked with."
            ),
            quotes=("illicit financial flows",),
            register=KNOWN,
        ),
    ),
    passes=(
        Example(
            shows="The unit is named where its help is asked for.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To combat drug trafficking together with the police and the financial intelligence unit of Karesia;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            register=KNOWN,
        ),
        Example(
            shows="The unit stands in the text by the name that the register knows, which ends in a bracket.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To combat drug trafficking together with the Cellule karésienne (CENTIF), at its request;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            register=Register(today=True, fius=(Fiu("Karesia", "Cellule karésienne (CENTIF)"),), fiu_crimes=MONEY),
        ),
        Example(
            shows="A public partner record says that information is exchanged with it.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To combat drug trafficking in cooperation with the customs service of Karesia;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            register=Register(today=True, fius=(Fiu("Karesia", "CENTIF-Karesia", engaged=True),), fiu_crimes=MONEY),
        ),
        Example(
            shows="No unit of the country is known: the rule is not asked.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To combat drug trafficking in cooperation with the coast guard of Karesia;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            register=Register(today=True, fiu_crimes=MONEY),
        ),
    ),
    fires_on=RealText(
        "S/RES/2423 (2018)",
        "31, 38 (a) (iii)",
        "MINUSMA is to act on drugs and trafficking; were it in force, Mali's unit, an Egmont member in July 2026, would be left out.",
        register=Register(
            today=True,
            fius=(Fiu("Mali", "CENTIF-Mali", "member of the Egmont Group on 17 July 2026, to be verified"),),
            fiu_crimes=MONEY,
        ),
    ),
    silent_on=RealText(
        "S/RES/2709 (2023)",
        "36 (b) (i), 38 (b)",
        "MINUSCA is to act on natural resources; no unit of the Central African Republic is known by name to the register.",
        register=Register(today=True, fiu_crimes=MONEY),
    ),
    status=Status.PREVIEW,
)
