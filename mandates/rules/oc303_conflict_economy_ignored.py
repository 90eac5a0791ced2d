"""OC303: the text says that a market of organized crime pays for armed actors, and tasks the mission with none of it."""

from collections.abc import Iterator

from mandates.analysis import conflict_economy, taxonomy, wording
from mandates.analysis.values import RANKED_KINDS, Flagged, Kind, Review, Severity
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Source, Status

FINANCIAL_SOURCES = Source("S/RES/2423 (2018), paragraph 31", "https://undocs.org/S/RES/2423(2018)")


def _is_whole(review: Review) -> bool:
    """Whether the mission's tasks are all at hand; a mandate without a term only adds to one that stands elsewhere."""
    for_a_term = review.reading.term is not None or review.kind is not Kind.MANDATE
    return review.kind in RANKED_KINDS and for_a_term and review.flagged is not Flagged.UNKNOWN


def check(review: Review) -> Iterator[Hit]:
    paid = tuple(conflict_economy.find(review))
    if conflict_economy.answered(review, {p.market for p in paid}):
        return
    types = taxonomy.load().types
    labels = list(dict.fromkeys(review.document.paragraphs[p.paragraph].label for p in paid))
    markets = wording.join(list(dict.fromkeys(types[p.market].label for p in paid)))
    in_force = quotes.tasks_in_force(review)
    yield Hit(
        f"{_places(labels)} {'says' if len(labels) == 1 else 'say'} what pays for armed actors or "
        f"their conflict ({markets}), and no task of the mission is on it{f', nor any of {in_force}' if in_force else ''}.",
        quotes.together(review, (span for p in paid for span in p.words)),
    )


def _places(labels: list[str]) -> str:
    """
    >>> _places(["PP8"]), _places(["PP8", "22"])
    ('PP8', 'PP8 and paragraph 22')
    """
    preambular = [label for label in labels if label.startswith("PP")]
    operative = [label for label in labels if label not in preambular]
    return wording.capital(wording.join([*preambular, *([wording.paragraphs(operative)] if operative else [])]))


RULE = Rule(
    code="OC303",
    name="conflict-economy-ignored",
    title="What pays for armed actors is named, and the mission is not told to act on it",
    question="Is the mission told to act on the markets that, by the text's own words, pay for armed actors?",
    family=Family.FRAMING,
    severity=Severity.LOW,
    severity_reason="Low: advice on how the text's tasks fit its own view of the conflict; it flags nothing by itself.",
    sources=(sources.UNU_CPR, FINANCIAL_SOURCES),
    rationale=(
        "A conflict that pays for itself outlasts every ceasefire. Where the Council says what armed actors live on and "
        "then leaves the market to others, the mission watches the armed part and not the economy behind it, in which "
        "officials and businesses may share."
    ),
    remedy=(
        "Give the mission a task on the market that the text names, at the least one of knowledge: “To map, with the "
        "authorities and relevant United Nations entities, how” the market named “is taxed, protected and sold, and to "
        "report on it.”"
    ),
    precondition=Precondition(
        "the text sets, extends or authorizes a mission's mandate for a term, its task list is held, and it says that a "
        "market of organized crime pays for armed actors or their conflict",
        lambda review: _is_whole(review) and any(True for _ in conflict_economy.find(review)),
    ),
    check=check,
    flags=(
        Example(
            shows="The preamble says where the rebels' money comes from; no task returns to it.",
            text="""
                The Security Council,

                Gravely concerned that the smuggling of gold finances the armed groups in the north of Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033, with
                the following tasks:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "PP1 says what pays for armed actors or their conflict (natural resources), and no task of "
                "the mission is on it."
            ),
            quotes=("smuggling of gold finances the armed groups",),
        ),
        Example(
            shows="The mission has a task on organized crime, but on another market than those that pay for the war.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033, with
                the following tasks:

                (a) To support the police of Karesia against trafficking in persons;

                (b) To observe the ceasefire along the river;

                2. Condemns the illegal trade in timber, which is a source of income for the militias;

                3. Calls upon all States to act against drug trafficking, the proceeds of which sustain the militias;

                4. Decides to remain seized of the matter.
            """,
            message=(
                "Paragraphs 2 and 3 say what pays for armed actors or their conflict (natural resources and drug "
                "trafficking), and no task of the mission is on it."
            ),
            quotes=("illegal trade in timber", "income", "militias", "drug trafficking, the proceeds", "militias"),
        ),
    ),
    passes=(
        Example(
            shows="What the preamble names is a task.",
            text="""
                The Security Council,

                Gravely concerned that the smuggling of gold finances the armed groups in the north of Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033, with
                the following tasks:

                (a) To observe the ceasefire along the river;

                (b) To support the authorities in the inspection of mining sites;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Two clauses of one paragraph, on armed groups and on drugs, with no word that one pays for the other.",
            text="""
                The Security Council,

                Condemning the attacks of armed groups; concerned also by drug trafficking along the coast of Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033, with
                the following tasks:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Money, armed groups and nothing unlawful: the funding of reintegration.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033, with
                the following tasks:

                (a) To observe the ceasefire along the river;

                (b) To help to fund the reintegration of members of armed groups who leave the drug trade;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="The tasks in force, in a text held beside it, act on the market that is named.",
            text="""
                The Security Council,

                Recalling its resolution 3050 (2031),

                Gravely concerned that the smuggling of gold finances the armed groups in the north of Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) as set out in
                paragraph 1 of resolution 3050 (2031) until 30 June 2033;

                2. Decides to remain seized of the matter.
            """,
            held={
                "S/RES/3050 (2031)": """
                The Security Council,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia against the smuggling of gold;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
                """
            },
        ),
    ),
    fires_on=RealText(
        "S/RES/1565 (2004)",
        "22",
        "The illicit trade in natural resources is said to fuel the conflict; none of MONUC's tasks is on it.",
    ),
    silent_on=RealText(
        "S/RES/2423 (2018)",
        "31",
        "MINUSMA itself is asked to know better the illicit trades that pay for the conflict.",
    ),
    status=Status.PREVIEW,
)
