"""OC403: nobody in the mission, there or promised, has the expertise that its tasks on organized crime take."""

from collections.abc import Iterator

from mandates.analysis.values import Cover, Expertise, Review, Severity
from mandates.rules import needs, sources
from mandates.rules.base import Example, Family, Hit, RealText, Rule, Status


def check(review: Review) -> Iterator[Hit]:
    return needs.hit(review, Cover.GAP, "nobody is there or promised")


DRUGS = frozenset({"drug_trafficking"})
BORDER = Expertise("border surveillance", DRUGS, Cover.COVERED, "Border officers: 40 deployed of 40 authorized.")
FORENSICS = Expertise("financial forensics", DRUGS, Cover.GAP)
NETWORKS = Expertise(
    "network analysis",
    DRUGS,
    Cover.GAP,
    "Analysts: 6 authorized, none deployed and none pledged; somebody nominated today would come between 1 January and "
    "1 April 2033, after the mandate is half over on 30 December 2032.",
)
INTELLIGENCE = Expertise("intelligence", DRUGS, Cover.NOT_KNOWN, "Intelligence cell: no numbers recorded.")
ENVIRONMENT = Expertise("environmental crime", frozenset({"natural_resources"}), Cover.GAP)
NATURAL = frozenset({"natural_resources"})

RULE = Rule(
    code="OC403",
    name="capacity-gap",
    title="Nobody has the expertise that the tasks take",
    question="Is somebody in the mission, or promised to it, for each field of expertise that its tasks on organized crime take?",
    family=Family.MEANS,
    severity=Severity.MEDIUM,
    severity_reason="Medium: a task that nobody can carry out is a task on paper; people may still be found, and it flags nothing.",
    sources=(sources.UNU_CPR, sources.POLICING_MANDATES),
    rationale=(
        "UNU-CPR names the people whom missions lacked: financial forensics, the tracing of networks, intelligence, border "
        "surveillance. The Council's own standard is a mandate for policing that is matched by resources. What is laid beside the "
        "text is what is recorded of the mission's capacities on the day; which expertise a crime takes is this project's judgement."
    ),
    remedy=(
        "Ask for the people with the task, for example: “requests the Secretary-General to deploy to the mission, as a priority, a "
        "specialized police team for financial investigation”; or name another body that has them. Where the people are there and "
        "not recorded, record them: the review is made again by night."
    ),
    precondition=needs.ARE_HELD,
    check=check,
    flags=(
        Example(
            shows="Officers watch the border; nobody follows the money, and the analysts who were authorized never came.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To help the police to combat drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Financial forensics and network analysis: nobody is there or promised (2 of the 4 fields of expertise that "
                "the mission's tasks on organized crime take, paragraph 1 (a); as recorded on 1 July 2032; of 1 more it is "
                "not known). Analysts: 6 authorized, none deployed and none pledged; somebody nominated today would come "
                "between 1 January and 1 April 2033, after the mandate is half over on 30 December 2032."
            ),
            quotes=("drug trafficking",),
            register=needs.made_up(BORDER, FORENSICS, NETWORKS, INTELLIGENCE, ENVIRONMENT),
        ),
        Example(
            shows="The tasks stand in the text that this one renews.",
            text="""
                The Security Council,

                Recalling its resolution 3050 (2031),

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) as set out in paragraph 1
                of resolution 3050 (2031) until 30 June 2033;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Financial forensics: nobody is there or promised (the one field of expertise that the mission's tasks on "
                "organized crime take, paragraph 1 (a) of resolution 3050 (2031); as recorded on 1 July 2032)."
            ),
            quotes=("3050 (2031)",),
            held={
                "S/RES/3050 (2031)": """
                    The Security Council,

                    Recalling its previous resolutions on the situation in Karesia,

                    1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                    (a) To help the police to combat drug trafficking;

                    (b) To observe the ceasefire along the river;

                    2. Decides to remain seized of the matter.
                """
            },
            register=needs.made_up(FORENSICS),
        ),
    ),
    passes=(
        Example(
            shows="Of one field it is not known whether somebody has it: that is no gap.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To help the police to combat drug trafficking in the ports;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            register=needs.made_up(BORDER, INTELLIGENCE),
        ),
        Example(
            shows="What nobody has is for a crime on which the mission is not to act.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To help the police to combat drug trafficking along the coast;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            register=needs.made_up(BORDER, ENVIRONMENT),
        ),
        Example(
            shows="Nothing is recorded of the mission: the rule is not asked.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To help the police to combat drug trafficking at sea;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/2709 (2023)",
        "36 (b) (i), 38 (b)",
        "MINUSCA acts on natural resources; had it observers of the border alone, nobody would work on environmental crime.",
        register=needs.made_up(Expertise("environmental crime", NATURAL, Cover.GAP)),
    ),
    silent_on=RealText(
        "S/RES/2765 (2024)",
        "the tasks on natural resources",
        "MONUSCO acts on natural resources; with an environmental crime unit there, nothing is missing.",
        register=needs.made_up(
            Expertise("environmental crime", NATURAL, Cover.COVERED, "Unit: 6 deployed of 6 authorized.")
        ),
    ),
    status=Status.PREVIEW,
)
