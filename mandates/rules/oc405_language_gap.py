"""OC405: those who have the expertise are not recorded as speaking a language of the area."""

from collections.abc import Iterator

from mandates.analysis.values import Cover, Expertise, Review, Severity
from mandates.rules import needs, sources
from mandates.rules.base import Example, Family, Hit, RealText, Rule, Status

MOST = 4  # languages that the message names


def check(review: Review) -> Iterator[Hit]:
    spoken = review.register.languages
    named = [*spoken[:MOST], "another of its languages"] if len(spoken) > MOST else [*spoken]
    area = " or ".join(filter(None, [", ".join(named[:-1]), *named[-1:]]))
    return needs.hit(
        review, Cover.LANGUAGE_GAP, f"nobody who has it is recorded as speaking a language of the area, {area}"
    )


GOLD = frozenset({"natural_resources", "organized_crime"})
NATURAL = frozenset({"natural_resources"})
INVESTIGATORS = Expertise(
    "environmental crime",
    GOLD,
    Cover.LANGUAGE_GAP,
    "Mine investigators: 8 deployed; none is recorded as speaking French or Karesian.",
)
ANALYSTS = Expertise(
    "network analysis",
    GOLD,
    Cover.LANGUAGE_GAP,
    "Network analysts: 3 deployed; none is recorded as speaking French or Karesian.",
)
FORENSICS = Expertise("financial forensics", GOLD, Cover.COVERED, "Accountants: 2 deployed of 2 authorized.")
SPEAKING = Expertise("environmental crime", GOLD, Cover.COVERED, "Mine investigators: 8 deployed of 8 authorized.")

RULE = Rule(
    code="OC405",
    name="language-gap",
    title="Those with the expertise speak no language of the area",
    question="Can those who work on organized crime speak with the people of the area?",
    family=Family.MEANS,
    severity=Severity.LOW,
    severity_reason="Low: interpreters may help, and not every post needs the language; advice, and it flags nothing.",
    sources=(sources.UNU_CPR,),
    rationale=(
        "Who taxes a mine or buys a border post is told in the language of those who live there. UNU-CPR counts language "
        "skills and knowledge of the context among the capacities that missions lacked. The languages are those of the whole "
        "country; a capacity whose languages nobody recorded is not faulted."
    ),
    remedy=(
        "Ask for the language with the people, for example: “with the languages that are spoken where they work”, and for "
        "national staff beside them: “including national professional staff who know the area”. Where they do speak it, "
        "record that: the review is made again by night."
    ),
    precondition=needs.ARE_HELD,
    check=check,
    flags=(
        Example(
            shows="Investigators of mines are there, and speak with nobody.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To act against the smuggling of gold;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Environmental crime: nobody who has it is recorded as speaking a language of the area, French or Karesian (1"
                " of the 2 fields of expertise that the mission's tasks on organized crime take, paragraph 1 (a); as recorded"
                " on 1 July 2032). Mine investigators: 8 deployed; none is recorded as speaking French or Karesian."
            ),
            quotes=("smuggling of gold",),
            register=needs.made_up(INVESTIGATORS, FORENSICS),
        ),
        Example(
            shows="Two fields, each with people who would need interpreters.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To act against the smuggling of gold and other criminal networks;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Environmental crime and network analysis: nobody who has it is recorded as speaking a language of the area, "
                "French or Karesian (both fields of expertise that the mission's tasks on organized crime take, paragraph 1 "
                "(a); as recorded on 1 July 2032). Mine investigators: 8 deployed; none is recorded as speaking French or "
                "Karesian. Network analysts: 3 deployed; none is recorded as speaking French or Karesian."
            ),
            quotes=("smuggling of gold", "criminal networks"),
            register=needs.made_up(INVESTIGATORS, ANALYSTS),
        ),
    ),
    passes=(
        Example(
            shows="The investigators speak French.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To act against the smuggling of gold in the north;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            register=needs.made_up(SPEAKING, FORENSICS),
        ),
        Example(
            shows="What they speak is not recorded: that is no gap.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To act against the smuggling of gold in the south;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            register=needs.made_up(
                Expertise(
                    "environmental crime",
                    GOLD,
                    Cover.NOT_KNOWN,
                    "Mine investigators: 8 deployed; whether they speak French or Karesian is not recorded.",
                )
            ),
        ),
    ),
    fires_on=RealText(
        "S/RES/2709 (2023)",
        "36 (b) (i), 38 (b)",
        "MINUSCA acts on natural resources; investigators who speak neither French nor Sango would need interpreters.",
        register=needs.made_up(Expertise("environmental crime", NATURAL, Cover.LANGUAGE_GAP, "None speaks Sango.")),
    ),
    silent_on=RealText(
        "S/RES/2765 (2024)",
        "the tasks on natural resources",
        "MONUSCO acts on natural resources; investigators who speak Lingala can work.",
        register=needs.made_up(Expertise("environmental crime", NATURAL, Cover.COVERED, "All speak Lingala.")),
    ),
    status=Status.PREVIEW,
)
