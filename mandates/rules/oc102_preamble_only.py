"""OC102: the preamble names organized crime, and no operative paragraph does."""

from collections.abc import Iterator

from mandates.analysis import wording
from mandates.analysis.values import FlagReason, Review, Severity
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, RealText, Rule, Status


def check(review: Review) -> Iterator[Hit]:
    if not quotes.is_flagged_for(review, FlagReason.PREAMBLE_ONLY):
        return
    reading, source = quotes.judged(review)
    numbers = reading.oc_preambular
    named = f"{wording.count(len(numbers), 'preambular paragraph')} ({wording.preambular(numbers)})"
    if source:
        yield Hit(
            f"This text does not name organized crime; {source}, whose tasks it renews, names it in {named} and in no "
            "operative one: nobody is told to act on it.",
            quotes.renewal(review, source),
            anchor=source,
        )
    else:
        in_force = quotes.tasks_in_force(review)
        nor = f", nor in {in_force}" if in_force else ""
        yield Hit(
            f"Organized crime is named in {named} and in no operative one{nor}: nobody is told to act on it.",
            quotes.preamble(review),
        )


RULE = Rule(
    code="OC102",
    name="preamble-only",
    title="Organized crime is named in the preamble only",
    question="Does anything follow in the operative part from what the preamble says of organized crime?",
    family=Family.RECOGNITION,
    severity=Severity.HIGH,
    severity_reason="High: no task list tells the mission to act on organized crime.",
    sources=(sources.UNU_CPR, sources.CLEAR_MANDATES),
    rationale=(
        "The preamble gives reasons; only operative paragraphs tell somebody to do something. A threat that is "
        "recognized and then left without a task shows that the Council saw it and gave nobody the means to answer "
        "it."
    ),
    remedy=(
        "Carry the preamble's own words into the task list as an item with a verb, for example: “To assist the "
        "authorities in preventing and investigating” what the preamble names, “and to report on progress every "
        "ninety days.”"
    ),
    precondition=quotes.FLAGGED,
    check=check,
    flags=(
        Example(
            shows="The threat is recognized twice in the preamble; no task answers it.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                Concerned that drug trafficking in the coastal provinces of Karesia threatens its stability,

                Noting with alarm the links of criminal networks with armed groups,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Organized crime is named in 2 preambular paragraphs (PP2 and PP3) and in no operative one: nobody "
                "is told to act on it."
            ),
            quotes=("drug trafficking", "criminal networks"),
        ),
        Example(
            shows=(
                "An extension; the tasks that it renews, in a text held beside it, do not name organized crime either."
            ),
            text="""
                The Security Council,

                Recalling its resolution 3050 (2031),

                Concerned by the illicit trafficking of weapons in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) as set out in
                paragraph 1 of resolution 3050 (2031) until 30 June 2033;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Organized crime is named in 1 preambular paragraph (PP2) and in no operative one, nor in the 2 "
                "individual tasks in force (resolution 3050 (2031)): nobody is told to act on it."
            ),
            quotes=("illicit trafficking of weapons",),
            held={
                "S/RES/3050 (2031)": """
                The Security Council,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Decides to remain seized of the matter.
                """
            },
        ),
    ),
    passes=(
        Example(
            shows="What the preamble names returns as a task.",
            text="""
                The Security Council,

                Concerned that drug trafficking in the coastal provinces of Karesia threatens its stability,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="An operative paragraph speaks of it, though to Member States: another rule speaks of that.",
            text="""
                The Security Council,

                Concerned that drug trafficking in the coastal provinces of Karesia threatens its stability,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Urges all Member States to cooperate against drug trafficking in the region;

                3. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/1938 (2010)",
        "the preamble",
        "UNMIL is extended; organized crime stands in the preamble and in no task that is renewed.",
    ),
    silent_on=RealText("S/RES/2476 (2019)", "1 (b) (iii)", "BINUH's task list names gang violence."),
    status=Status.STABLE,
)
