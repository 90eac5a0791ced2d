"""OC404: the people whom the tasks on organized crime take are promised, and come when the mandate is half over."""

from collections.abc import Iterator

from mandates.analysis.values import Cover, Expertise, Review, Severity
from mandates.rules import needs, sources
from mandates.rules.base import Example, Family, Hit, RealText, Rule, Status


def check(review: Review) -> Iterator[Hit]:
    return needs.hit(review, Cover.LATE, "the best that is promised comes when the mandate is more than half over")


GANGS = frozenset({"gangs", "kidnapping_ransom"})
NATURAL = frozenset({"natural_resources"})
ANALYSTS = Expertise(
    "network analysis",
    GANGS,
    Cover.LATE,
    "Gang analysts: 4 pledged, to arrive on 1 March 2033: the mandate is half over on 30 December 2032.",
)
INVESTIGATORS = Expertise(
    "intelligence",
    GANGS,
    Cover.LATE,
    "Investigators: 2 pledged, to be expected between 1 January and 1 April 2033 if nominated today (an average of 6 to 9 "
    "months): the mandate is half over on 30 December 2032.",
)
COMMUNITY = Expertise("community policing", GANGS, Cover.COVERED, "Liaison officers: 12 deployed of 12 authorized.")
IN_TIME = Expertise(
    "network analysis",
    GANGS,
    Cover.PARTLY,
    "Gang analysts: 4 pledged, to arrive on 1 September 2032, before the mandate is half over on 30 December 2032.",
)

RULE = Rule(
    code="OC404",
    name="capacity-late",
    title="The people promised come when the mandate is half over",
    question="Do the people who are promised for the tasks on organized crime come before the mandate is half over?",
    family=Family.MEANS,
    severity=Severity.LOW,
    severity_reason="Low: the people are promised; advice on when they are to come, and it flags nothing by itself.",
    sources=(sources.UNU_CPR, sources.CLEAR_MANDATES),
    rationale=(
        "UNU-CPR found no ready supply of staff against organized crime; to find, clear and send them takes months. The "
        "police division publishes averages of three months for individual officers and six to nine for seconded posts. Of a "
        "mandate of a year little is left when they arrive. When a day is not recorded and no average is published, nothing is said."
    ),
    remedy=(
        "Set the order and a day, for example: “requests the Secretary-General to deploy the specialized police team within three "
        "months of the adoption of this resolution”; bridge the time with people from the Standing Police Capacity or of "
        "another entity; or give the mandate a longer term."
    ),
    precondition=needs.ARE_HELD,
    check=check,
    flags=(
        Example(
            shows="Analysts are pledged for a day in the second half of the mandate.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To help the police to dismantle gangs;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Network analysis: the best that is promised comes when the mandate is more than half over (1 of the 2 fields"
                " of expertise that the mission's tasks on organized crime take, paragraph 1 (a); as recorded on 1 July "
                "2032). Gang analysts: 4 pledged, to arrive on 1 March 2033: the mandate is half over on 30 December 2032."
            ),
            quotes=("gangs",),
            register=needs.made_up(ANALYSTS, COMMUNITY),
        ),
        Example(
            shows="Two kinds of people are late, one of them by the published average.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To help the police to act against gangs and kidnapping for ransom;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Network analysis and intelligence: the best that is promised comes when the mandate is more than half over "
                "(both fields of expertise that the mission's tasks on organized crime take, paragraph 1 (a); as recorded on"
                " 1 July 2032). Gang analysts: 4 pledged, to arrive on 1 March 2033: the mandate is half over on 30 "
                "December 2032. Investigators: 2 pledged, to be expected between 1 January and 1 April 2033 if nominated "
                "today (an average of 6 to 9 months): the mandate is half over on 30 December 2032."
            ),
            quotes=("gangs and kidnapping for ransom",),
            register=needs.made_up(ANALYSTS, INVESTIGATORS),
        ),
    ),
    passes=(
        Example(
            shows="The analysts come in the first months.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To help the police to dismantle gangs in the capital;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            register=needs.made_up(IN_TIME, COMMUNITY),
        ),
        Example(
            shows="Nobody at all is promised: another rule speaks of that.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To help the police to dismantle gangs in the ports;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
            register=needs.made_up(Expertise("network analysis", GANGS, Cover.GAP), COMMUNITY),
        ),
    ),
    fires_on=RealText(
        "S/RES/2765 (2024)",
        "the tasks on natural resources",
        "MONUSCO acts on natural resources; an environmental crime unit that comes after half of the year would be late.",
        register=needs.made_up(
            Expertise(
                "environmental crime",
                NATURAL,
                Cover.LATE,
                "Unit: 6 pledged, to arrive on 1 March 2033: the mandate is half over on 30 December 2032.",
            )
        ),
    ),
    silent_on=RealText(
        "S/RES/2709 (2023)",
        "36 (b) (i), 38 (b)",
        "MINUSCA acts on natural resources; people who are there already are not late.",
        register=needs.made_up(
            Expertise("environmental crime", NATURAL, Cover.COVERED, "Unit: 6 deployed of 6 authorized.")
        ),
    ),
    status=Status.PREVIEW,
)
