import pytest

from mandates.analysis import addressee
from mandates.analysis.values import Addressee, MissionName

MISSION = MissionName(
    "UNMKA", "United Nations Mission in Karesia", True, ("UNMKA", "United Nations Mission in Karesia", "the Mission")
)


def address(parsed, text):
    document = parsed(f"The Security Council,\nRecalling,\n1. {text}")
    (found,) = addressee.read(document, (MISSION,))
    return found


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Requests UNMKA to watch the border;", [Addressee.MISSION]),
        ("Further requests the Mission to share what it learns;", [Addressee.MISSION]),
        ("Requests the Secretary-General to report every six months;", [Addressee.SECRETARY_GENERAL]),
        ("Requests the Secretary-General to ensure that UNMKA has a unit on gangs;", [Addressee.MISSION]),
        (
            "Calls upon the Karesian authorities, with the assistance of UNMKA, to act against smuggling;",
            [Addressee.HOST_STATE],
        ),
        ("Urges the Government of Karesia to adopt a law;", [Addressee.HOST_STATE]),
        ("Urges all Member States of the region to cooperate;", [Addressee.MEMBER_STATES]),
        ("Calls on the States of the lake basin to share information;", [Addressee.MEMBER_STATES]),
        (
            "Calls upon the authorities of Karesia and neighbouring countries to act;",
            [Addressee.MEMBER_STATES, Addressee.HOST_STATE],
        ),
        ("Calls upon all armed groups to cut ties with criminal networks;", [Addressee.ARMED_GROUPS_OR_PARTIES]),
        ("Encourages relevant United Nations entities to help;", [Addressee.UN_ENTITIES]),
        ("Requests the Panel of Experts to look at the gold trade;", [Addressee.SANCTIONS_BODY]),
        ("Notes that smuggling has grown;", [Addressee.OTHER]),
        ("Encourages FATF to continue its work on smuggling;", [Addressee.OTHER]),
        ("Urges the CAR to adopt a law;", [Addressee.HOST_STATE]),
        ("Notes the need for new answers to armed groups’ activities and militia violence;", [Addressee.OTHER]),
        (
            "Underlines the importance of better analysis of smuggling to plan patrols across UNMKA;",
            [Addressee.MISSION],
        ),
        ("Requests Member States participating in UNMKA to send experts;", [Addressee.MEMBER_STATES]),
        (
            "Welcomes the agreement, calls upon both parties to keep it, and requests the Secretary-General to report;",
            [Addressee.ARMED_GROUPS_OR_PARTIES, Addressee.SECRETARY_GENERAL],
        ),
        (
            "Requests the Secretary-General to see to the conduct of UNMKA and urges troop-contributing countries to act;",
            [Addressee.SECRETARY_GENERAL, Addressee.MEMBER_STATES],
        ),
        ("Decides to extend the mandate of UNMKA until 4 May 2031;", [Addressee.MISSION]),
        (
            "Decides to renew the measures imposed by resolution 2901 (2027), from which UNMKA is exempt;",
            [Addressee.OTHER],
        ),
        ("Decides to extend the mandate of the Panel of Experts until 4 May 2031;", [Addressee.SANCTIONS_BODY]),
        ("Decides to authorize all States to board ships;", [Addressee.MEMBER_STATES]),
        ("Authorizes the Member States of the African Union to deploy 900 troops;", [Addressee.MEMBER_STATES]),
        (
            "Decides that on 15 April 2031 all States shall, in the cases set out below, close their ports;",
            [Addressee.MEMBER_STATES],
        ),
        (
            "Decides that, where paragraph 4 applies, the Karesian authorities shall notify the Committee;",
            [Addressee.HOST_STATE],
        ),
        ("Demands that the parties respect the freedom of movement of UNMKA;", [Addressee.ARMED_GROUPS_OR_PARTIES]),
        ("Reiterates its call on all parties to talk;", [Addressee.ARMED_GROUPS_OR_PARTIES]),
        ("Reaffirms the obligation on all parties to spare schools;", [Addressee.ARMED_GROUPS_OR_PARTIES]),
        ("Urges Lake and Coast States to share what they know;", [Addressee.MEMBER_STATES]),
        ("Invites the Independent Observer to publish its findings;", [Addressee.OTHER]),
        (
            "Notes that such means of support or financing include the sale of stolen cattle;",
            [Addressee.SANCTIONS_BODY],
        ),
        ("Encourages other parties concerned and UNICEF to help;", [Addressee.UN_ENTITIES]),
    ],
)
def test_whom_a_paragraph_speaks_to(parsed, text, whom):
    assert sorted(address(parsed, text).addressees) == sorted(whom)


@pytest.mark.parametrize(
    ("text", "verb", "strength"),
    [
        ("Decides to extend the mandate;", "Decides", 5),
        ("Further authorises the Mission to act;", "Further authorises", 5),
        ("Also requests a report;", "Also requests", 4),
        ("Calls upon all States to act;", "Calls upon", 3),
        ("Strongly encourages the parties to talk;", "Strongly encourages", 2),
        ("Stresses the need for help;", "Stresses", 1),
        ("Takes note of the report;", "Takes note", 0),
    ],
)
def test_the_lead_verb_as_printed_and_how_strongly_it_speaks(parsed, text, verb, strength):
    found = address(parsed, text)
    assert (found.lead_verb, found.strength) == (verb, strength)


@pytest.mark.parametrize(
    ("text", "verb", "strength"),
    [
        ("[Requests] [Encourages] UNMKA to watch the border;", "Requests", 2),
        ("[Calls upon] [Requests] UNMKA to watch the border;", "Calls upon", 3),
        ("[Requests/Urges] UNMKA to watch the border;", "Requests", 3),
        ("[Requests] UNMKA [to watch the border];", "Requests", 4),
    ],
)
def test_of_bracketed_verbs_the_first_is_read_and_the_weakest_counts(parsed, text, verb, strength):
    found = address(parsed, text)
    assert (found.lead_verb, found.strength) == (verb, strength)


def test_a_verb_alone_speaks_to_those_whom_its_items_name(parsed):
    text = (
        "Decides:\n(a) To call upon the parties to talk;\n(b) To renew the mandate of UNMKA until 4 May 2031;\n"
        "(c) To request the Secretary-General to report;"
    )
    assert address(parsed, text).addressees == (
        Addressee.ARMED_GROUPS_OR_PARTIES,
        Addressee.MISSION,
        Addressee.SECRETARY_GENERAL,
    )


def test_every_numbered_paragraph_has_an_address(parsed):
    document = parsed(
        "The Security Council,\nRecalling,\n1. Decides:\n(a) this;\n(b) that;\n2. Requests a report;\n3. Decides to remain seized."
    )
    assert [document.paragraphs[a.paragraph].label for a in addressee.read(document, ())] == ["1", "2", "3"]


def test_a_mission_of_whose_mandate_a_text_says_nothing_is_one_all_the_same(parsed):
    document = parsed(
        "The Security Council,\nRecalling,\n1. Encourages the Committee, MINUKAR and UNODC to share what they learn;"
    )
    (found,) = addressee.read(document, ())
    assert found.addressees == (Addressee.MISSION, Addressee.SANCTIONS_BODY, Addressee.UN_ENTITIES)
