"""OC603: the text asks for work with a panel of experts, and nothing keeps it safe or gives it access."""

from collections.abc import Iterator
from datetime import date

from mandates.analysis import panels, tasked, wording
from mandates.analysis.values import Panel, Regime, Register, Review, Severity
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Source, Status

ACCESS = Source("S/RES/2745 (2024), paragraph 11", "https://undocs.org/S/RES/2745(2024)")


def _with_panel(review: Review) -> tuple[Regime, ...]:
    return tuple(regime for regime in review.register.regimes if regime.panel)


def check(review: Review) -> Iterator[Hit]:
    said = panels.find(review)
    if said.protection:
        return
    labels = [review.document.paragraphs[span.paragraph].label for span in said.named]
    clauses = wording.join(list(dict.fromkeys(r.panel.access for r in _with_panel(review) if r.panel.access)))
    elsewhere = f"; {clauses} speaks of it" if clauses else ""
    yield Hit(
        f"A panel of experts is named in {wording.paragraphs(labels)}, and nothing is said there of its access, its safety or its "
        f"freedom of movement{elsewhere}.",
        quotes.together(review, said.named),
        searched="The operative paragraphs and items that name a panel, for access, safety and freedom of movement.",
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
            panel=Panel("Panel of Experts on Karesia", access="S/RES/3001 (2031), paragraph 15"),
        ),
    ),
)

RULE = Rule(
    code="OC603",
    name="panel-access-unprotected",
    title="The panel of experts is named, and not protected",
    question="Where the text names a panel of experts, does it speak of the panel's access, safety or freedom of movement?",
    family=Family.POLITICAL_ECONOMY,
    severity=Severity.LOW,
    severity_reason="Low: advice; the sanctions text may say it already, and it flags nothing by itself.",
    sources=(sources.UNU_CPR, ACCESS),
    rationale=(
        "Experts who follow gold, fuel or drugs come close to those who live on them, some in office. UNU-CPR asks that the independence "
        "and the access of panels be protected; a mission that is told so can open a site, lend a seat in a convoy and keep "
        "documents that others would lose."
    ),
    remedy=(
        "Add it where the panel is named, for example: “and to ensure the safety of its members and their unhindered access to persons, "
        "documents and sites, as far as the mission is able”."
    ),
    precondition=Precondition(
        "the text lays down or renews a mandate in words of its own, for a term, its operative part names a panel of experts, and one of "
        "a sanctions regime on a host country is known to stand on the text's own day (of a draft: today)",
        lambda review: bool(_with_panel(review)) and tasked.lays_down(review) and bool(panels.find(review).named),
    ),
    check=check,
    flags=(
        Example(
            shows="The mission helps the panel; whether the panel gets in anywhere is left open.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To act against the smuggling of gold;

                (b) To assist the Panel of Experts, including by passing on what it learns of the trade;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "A panel of experts is named in paragraph 2 (b), and nothing is said there of its access, its safety or its "
                "freedom of movement."
            ),
            quotes=("the Panel of Experts",),
            register=KARESIA,
        ),
        Example(
            shows="Access is for those who bring aid; the sanctions text, which the register knows, speaks of the panel's.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be to protect civilians and to act against the smuggling of gold;

                3. Calls upon all parties to allow unhindered access of humanitarian workers;

                4. Requests UNMIKA to exchange information with the Group of Experts;

                5. Decides to remain seized of the matter.
            """,
            message=(
                "A panel of experts is named in paragraph 4, and nothing is said there of its access, its safety or its "
                "freedom of movement; S/RES/3001 (2031), paragraph 15 speaks of it."
            ),
            quotes=("Group of Experts",),
            register=KNOWN_CLAUSE,
        ),
    ),
    passes=(
        Example(
            shows="Access and safety stand with the request.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To act against the smuggling of gold;

                (b) To assist the Panel of Experts and to ensure its unhindered access to mines and markets;

                3. Decides to remain seized of the matter.
            """,
            register=KARESIA,
        ),
        Example(
            shows="No panel is named: another rule speaks of that.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To act against the smuggling of gold;

                (b) To observe the ceasefire along the river;

                3. Decides to remain seized of the matter.
            """,
            register=KARESIA,
        ),
    ),
    fires_on=RealText(
        "S/RES/2743 (2024)",
        "18",
        "BINUH is asked to ease the work of the Panel of Experts; access and safety are not spoken of.",
    ),
    silent_on=RealText(
        "S/RES/2709 (2023)", "38 (d)", "MINUSCA is to see to the access and the safety of the Panel of Experts."
    ),
    status=Status.PREVIEW,
)
