"""OC301: organized crime is named almost only where terrorism is."""

from collections.abc import Iterator

from mandates.analysis import places
from mandates.analysis.values import RANKED_KINDS, ParagraphCrime, ParagraphKind, Review, Severity, Span
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Status

BODY = (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE)
FEWEST = 2  # paragraphs or items, of which a share can be spoken of


def _units(review: Review) -> tuple[ParagraphCrime, ...]:
    """The paragraphs and items that name organized crime in their own words, in the order of the text."""
    kinds = {p.index: p.kind for p in review.document.paragraphs}
    return tuple(c for i, c in sorted(review.crime.paragraphs.items()) if c.organized_crime and kinds[i] in BODY)


def check(review: Review) -> Iterator[Hit]:
    units = _units(review)
    shared = [u for u in units if u.with_terrorism]
    best = next(iter(places.named(review.reading)), None)
    best_shares = best is not None and any(u.paragraph == best.paragraph for u in shared)
    most = len(units) >= FEWEST and len(shared) * 3 >= len(units) * 2
    if not (most or best_shares):
        return
    apart = len(units) - len(shared)
    units_named = "1 paragraph or item that names" if len(units) == 1 else f"{len(units)} paragraphs or items that name"
    message = f"{len(shared)} of {units_named} organized crime also name{'s' if len(shared) == 1 else ''} terrorism"
    if best_shares:
        task = f"the best-placed task ({best.label})"
        message += f", {task} among them" if len(shared) > 1 else f": {task}"
    if apart:
        message += f"; {apart} {'does' if apart == 1 else 'do'} not"
    yield Hit(f"{message}.", _beside(review, shared))


def _beside(review: Review, shared: list[ParagraphCrime]) -> tuple[Span, ...]:
    """The words for organized crime and those for terrorism, where both stand."""
    paragraphs = {u.paragraph for u in shared}
    terrorism = [s for s in review.crime.terrorism if s.paragraph in paragraphs]
    return quotes.together(review, (*quotes.crime(review, paragraphs), *terrorism))


RULE = Rule(
    code="OC301",
    name="counter-terrorism-lens",
    title="Organized crime is seen through counter-terrorism",
    question="Is organized crime seen on its own, and not only beside terrorism?",
    family=Family.FRAMING,
    severity=Severity.LOW,
    severity_reason="Low: advice on how the text speaks of organized crime; it flags nothing by itself.",
    sources=(sources.UNU_CPR,),
    rationale=(
        "Seen through counter-terrorism, organized crime shrinks to the financing of terrorists. The trade that pays "
        "armed groups and officials alike, and the people who protect it, then fall outside the mission's view."
    ),
    remedy=(
        "Name organized crime once on its own, with the markets on which it lives, before any link with terrorism; "
        "keep that link in a sentence of its own, worded “where such links exist”."
    ),
    precondition=Precondition(
        "the text sets, extends or authorizes a mission's mandate and names organized crime",
        lambda review: review.kind in RANKED_KINDS and bool(_units(review)),
    ),
    check=check,
    flags=(
        Example(
            shows="Two of three places name terrorism in the same breath, the task among them.",
            text="""
                The Security Council,

                Concerned by the links between terrorism and organized crime in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the authorities in combating drug trafficking and the financing of terrorism;

                (b) To observe the ceasefire along the river;

                2. Calls upon all Member States to act together against trafficking in persons;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "2 of 3 paragraphs or items that name organized crime also name terrorism, the best-placed task (1 "
                "(a)) among them; 1 does not."
            ),
            quotes=("terrorism and organized crime", "drug trafficking", "terrorism"),
        ),
        Example(
            shows="One place in three, but it is the only task.",
            text="""
                The Security Council,

                Concerned by the smuggling of gold in the north of Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the authorities in combating terrorist groups and criminal networks;

                (b) To observe the ceasefire along the river;

                2. Calls upon all Member States to act together against trafficking in persons;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "1 of 3 paragraphs or items that name organized crime also names terrorism: the best-placed task (1 "
                "(a)); 2 do not."
            ),
            quotes=("terrorist", "criminal networks"),
        ),
    ),
    passes=(
        Example(
            shows="One of three places names terrorism, and it is not the task.",
            text="""
                The Security Council,

                Concerned by the links between terrorism and organized crime in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the authorities in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Calls upon all Member States to act together against trafficking in persons;

                3. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Terrorism has an item of its own beside the one on organized crime: they share a list, not a unit.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the authorities in combating drug trafficking;

                (b) To support the authorities in preventing acts of terrorism;

                2. Calls upon all Member States to act together against trafficking in persons;

                3. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/2423 (2018)",
        "38 (a) (iii)",
        (
            "4 of 6 paragraphs or items that name organized crime also name terrorism, MINUSMA's only task on it "
            "among them."
        ),
    ),
    silent_on=RealText("S/RES/1876 (2009)", "3 (f)", "Organized crime stands without terrorism."),
    status=Status.STABLE,
)
