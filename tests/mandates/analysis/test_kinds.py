"""What kind of text a document is, and what its paragraphs extend."""

import pytest

from mandates.analysis import kinds, tasks
from mandates.analysis.values import Kind, MissionName

MISSION = MissionName("UNMKA", "United Nations Mission in Karesia", True, ("UNMKA", "the Mission"))
THEME = "\n".join(
    [
        "1. Urges also Member States to write to one another;",
        "2. Further urges all States to share what they learn;",
        "3. Notes the report;",
        "4. Encourages relevant United Nations entities to help;",
    ]
)


def kind(parsed, operative, preamble="Deeply concerned,"):
    return tasks.read(parsed(f"The Security Council,\n{preamble}\n{operative}")).kind


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("United Nations Mission in Karesia (UNMKA)", Kind.MANDATE),
        ("African Union Mission in Karesia (AUMIK)", Kind.NON_UN_AUTHORIZATION),
    ],
)
def test_a_force_that_others_run_is_authorized_and_not_mandated(parsed, name, expected):
    text = f"1. Decides to establish the {name} for six months with the following tasks:\n(a) to watch;\n(b) to warn;\n2. Requests."
    assert kind(parsed, text) is expected


def test_a_text_that_speaks_to_all_states_is_thematic(parsed):
    assert kind(parsed, THEME) is Kind.THEMATIC


def test_a_text_on_one_situation_or_one_state_is_not(parsed):
    assert kind(parsed, THEME, "Concerned by the situation in Karesia,") is Kind.OTHER
    one_state = "\n5. Urges the Government of Karesia to talk;\n6. Calls upon the authorities of Karesia to listen;"
    assert kind(parsed, THEME + one_state) is Kind.OTHER


@pytest.mark.parametrize(
    ("text", "extends"),
    [
        ("Decides to extend the mandate of UNMKA until 4 May 2031;", True),
        ("Expresses its full support for UNMKA and decides to extend its mandate for a further period;", True),
        ("Welcomes the work of UNMKA, and decides to renew its mandate until 4 May 2031;", True),
        ("Welcomes the decision of others to extend the mandate of UNMKA;", False),
        ("Authorizes UNMKA to move troops, and expresses its intention to extend this when the mandate ends;", False),
        ("Decides to extend the mandate of the Panel of Experts, which UNMKA shall assist;", False),
        ("Decides to renew until May the measures imposed on all but UNMKA;", False),
    ],
)
def test_what_extends_a_mission(text, extends):
    assert kinds.extends(text, MISSION) is extends


def test_a_verb_alone_speaks_through_its_items_and_an_item_with_a_verb_for_itself(parsed):
    document = parsed(
        "The Security Council,\nConcerned,\n1. Decides:\n(a) To call for talks;\n(b) To renew the mandate of UNMKA;\n"
        "2. Decides to keep a presence in the north:\n(a) Decides to extend the mandate of UNMKA;\n(b) the rest;\n3. Requests a report."
    )
    assert [(p.label, text) for p, text in kinds.spoken(document)] == [
        ("1 (a)", "Decides To call for talks;"),
        ("1 (b)", "Decides To renew the mandate of UNMKA;"),
        ("2", "Decides to keep a presence in the north:"),
        ("2 (a)", "Decides to extend the mandate of UNMKA;"),
        ("3", "Requests a report."),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Authorizes the enlargements of UNMKA’s mandate recommended in that report", Kind.MANDATE),
        ("Approves the addition of new tasks to UNMKA’s mandate", Kind.MANDATE),
        ("Approves the continuation of UNMKA’s mandate until 7 March 2031", Kind.EXTENSION),
        ("Decides to continue UNMKA in order to see the handover through", Kind.EXTENSION),
        ("Decides to extend the terms of reference of UNMKA", Kind.EXTENSION),
        ("Decides that UNMKA’s tasks of watching the border shall be extended", Kind.EXTENSION),
        (
            "Decides that the mandate of the special mission in Karesia, MINUKAR, shall be extended until May",
            Kind.EXTENSION,
        ),
        ("Decides to extend the temporary deployment to MONUKA of two companies from UNMKA", Kind.OTHER),
    ],
)
def test_a_mandate_is_set_or_extended_in_many_ways(parsed, words, expected):
    preamble = "Recalling the United Nations Mission in Karesia (UNMKA),"
    assert kind(parsed, f"1. {words};\n2. Decides to remain seized.", preamble) is expected


def test_what_is_extended_is_what_the_verb_governs(parsed):
    preamble = "Recalling the United Nations Mission in Karesia (UNMKA) and the United Nations Force in Arland (UNFAR),"

    def missions(words):
        read = tasks.read(parsed(f"The Security Council,\n{preamble}\n1. {words};\n2. Decides to remain seized."))
        return [block.mission.acronym for block in read.missions if block.mission]

    assert missions("Decides to extend the mandate of UNMKA until May in close touch with UNFAR") == ["UNMKA"]
    assert missions("Decides to extend the mandates of UNMKA and UNFAR until May") == ["UNMKA", "UNFAR"]
    assert missions("Decides that the mandate of UNFAR shall be extended until May") == ["UNFAR"]
    assert missions("Decides to extend the present mandate until May") == []
