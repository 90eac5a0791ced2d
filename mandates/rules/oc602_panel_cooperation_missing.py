"""OC602: a panel of experts looks into the situation, and the text asks nobody to work with it or its committee."""

from collections.abc import Iterator
from datetime import date

from mandates.analysis import panels, tasked, wording
from mandates.analysis.values import Panel, Regime, Register, Review, Severity
from mandates.rules import sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Source, Status

BINUH = Source("S/RES/2692 (2023), paragraph 8", "https://undocs.org/S/RES/2692(2023)")


def _regimes(review: Review) -> tuple[Regime, ...]:
    """Those with a panel, where the criteria for listing or the mission's tasks are on organized crime."""
    with_panel = tuple(regime for regime in review.register.regimes if regime.panel)
    on_crime = bool(with_panel and tasked.crime_types(review))
    return tuple(regime for regime in with_panel if regime.criteria or on_crime)


def check(review: Review) -> Iterator[Hit]:
    said = panels.find(review)
    if said.cooperation:
        return
    found = _regimes(review)
    names = wording.join([f"the {regime.panel.name}" for regime in found])
    clauses = wording.join(list(dict.fromkeys(r.panel.cooperation for r in found if r.panel.cooperation)))
    elsewhere = f" ({clauses} asks it of all)" if clauses else ""
    operative = len(review.document.numbered())
    yield Hit(
        f"{wording.capital(names)} {'looks' if len(found) == 1 else 'look'} into the situation, and none of the "
        f"{wording.count(operative, 'operative paragraph')} asks the mission or anybody else to work with it or its committee{elsewhere}.",
        said.named,
        searched=(
            f"{wording.count(operative, 'operative paragraph')} with their items, for panels, groups and teams of experts, their committees, and "
            "words that ask to cooperate, assist or share information with them."
        ),
        anchor=names,
    )


KARESIA = Register(
    day=date(2032, 7, 1),
    regimes=(Regime("Karesia", date(2031, 10, 2), panel=Panel("Panel of Experts on Karesia")),),
)
KNOWN_CLAUSE = Register(
    day=date(2032, 7, 1),
    regimes=(
        Regime(
            "Karesia",
            date(2031, 10, 2),
            panel=Panel("Panel of Experts on Karesia", cooperation="S/RES/3001 (2031), paragraph 14"),
        ),
    ),
)

RULE = Rule(
    code="OC602",
    name="panel-cooperation-missing",
    title="Nobody is asked to work with the panel of experts",
    question="Does the text ask the mission, or anybody else, to work with the panel of experts on its situation?",
    family=Family.POLITICAL_ECONOMY,
    severity=Severity.LOW,
    severity_reason="Low: advice; the sanctions text may ask it already, and it flags nothing by itself.",
    sources=(sources.UNU_CPR, BINUH),
    rationale=(
        "A panel of experts names those who trade and those who let them; a mission sees what passes on the road. Neither has the "
        "whole, and staff share what their mandate tells them to. Where a text says nothing, each office decides for itself."
    ),
    remedy=(
        "Ask for it in a paragraph or task of its own, for example: “requests the mission to cooperate with the Committee and the Panel "
        "of Experts, and to pass on what it learns that bears on their work, with due care for its sources”."
    ),
    precondition=Precondition(
        "the text lays down or renews a mandate in words of its own, for a term, a panel of experts of a sanctions regime on a host "
        "country is known to stand on the text's own day (of a draft: today), and its criteria for listing or the mission's tasks are on organized "
        "crime",
        lambda review: bool(_regimes(review)) and tasked.lays_down(review),
    ),
    check=check,
    flags=(
        Example(
            shows="The text knows no panel.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To help the customs service to act against the smuggling of gold;

                (b) To observe the ceasefire along the river;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "The Panel of Experts on Karesia looks into the situation, and none of the 3 operative paragraphs asks the mission or "
                "anybody else to work with it or its committee."
            ),
            register=KARESIA,
        ),
        Example(
            shows="The report of the panel is noted; nobody is asked to help it.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Takes note of the report of the Panel of Experts on the smuggling of gold;

                3. Decides that the mandate of UNMIKA shall be the following:

                (a) To help the customs service to act against the smuggling of gold;

                (b) To observe the ceasefire along the river;

                4. Decides to remain seized of the matter.
            """,
            message=(
                "The Panel of Experts on Karesia looks into the situation, and none of the 4 operative paragraphs asks the mission or "
                "anybody else to work with it or its committee (S/RES/3001 (2031), paragraph 14 asks it of all)."
            ),
            quotes=("the Panel of Experts",),
            register=KNOWN_CLAUSE,
        ),
    ),
    passes=(
        Example(
            shows="The mission passes on what it learns.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To act against the smuggling of gold;

                (b) To assist the Panel of Experts, including by passing on what it learns of the trade;

                3. Decides to remain seized of the matter.
            """,
            register=KARESIA,
        ),
        Example(
            shows="All States are asked to cooperate with the group.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To act against the smuggling of gold;

                (b) To observe the ceasefire along the river;

                3. Calls upon all States to cooperate with the Group of Experts;

                4. Decides to remain seized of the matter.
            """,
            register=KARESIA,
        ),
        Example(
            shows="No panel is known to stand: the rule is not asked.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To act against the smuggling of gold in the north;

                (b) To observe the ceasefire along the river;

                3. Decides to remain seized of the matter.
            """,
            register=Register(day=date(2032, 7, 1), regimes=(Regime("Karesia", date(2031, 10, 2)),)),
        ),
    ),
    fires_on=RealText(
        "S/RES/2699 (2023)",
        "1 to 23",
        "The force in Haiti acts on gangs and trafficking; nobody is asked to work with the Panel of S/RES/2653 (2022), paragraph 21.",
    ),
    silent_on=RealText(
        "S/RES/2743 (2024)", "18", "BINUH is asked to cooperate with the Committee and its Panel of Experts."
    ),
    status=Status.PREVIEW,
)
