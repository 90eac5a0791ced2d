import pytest

from mandates.analysis import tasks
from mandates.analysis.values import Kind, Tier

FRONT = "The Security Council,\nRecalling the United Nations Mission in Karesia (UNMKA) and its resolutions 2950 (2029) and 2901 (2027),\n"


def read(parsed, text, asked=None):
    return tasks.read(parsed(FRONT + text), asked)


TWO_LISTS = """
1. Decides to extend the mandate of UNMKA until 30 June 2032;
2. Decides that the mandate of UNMKA shall include the following priority tasks:
(a) Protection of civilians
(i) To protect civilians;
(ii) To warn early, in particular:
– in the north,
– in the camps;
(b) Good offices
To support the talks;
Other tasks
3. Further authorizes UNMKA to carry out, within existing resources, the following tasks:
(a) To help to clear mines;
(b) To train the police;
4. Requests the Secretary-General to report to the Council on:
(a) the security situation;
(b) the work of UNMKA.
"""


def test_lists_main_tasks_and_leaves_are_counted(parsed):
    block = read(parsed, TWO_LISTS).missions[0]
    assert [(t.label, t.tier) for t in block.task_lists] == [("2", Tier.PRIORITY), ("3", Tier.OTHER)]
    main = [t for t in block.tasks if t.level == 1]
    assert [(t.label, t.rank, t.place_in_list, t.leaves) for t in main] == [
        ("2 (a)", 1, 1, 3),
        ("2 (b)", 2, 2, 1),
        ("3 (a)", 3, 1, 1),
        ("3 (b)", 4, 2, 1),
    ]
    assert [t.label for t in block.tasks if t.leaf] == [
        "2 (a) (i)",
        "2 (a) (ii), dash 1",
        "2 (a) (ii), dash 2",
        "2 (b)",
        "3 (a)",
        "3 (b)",
    ]
    assert [t.leaf_index for t in block.tasks if t.leaf] == [1, 2, 3, 4, 5, 6]
    assert [t.label for t in block.tasks if t.dashed] == ["2 (a) (ii), dash 1", "2 (a) (ii), dash 2"]


def test_tiers_make_the_order_stated(parsed):
    assert read(parsed, TWO_LISTS).missions[0].order_stated
    plain = "1. Decides that UNMKA shall have the following mandate:\n(a) to watch;\n(b) to report;\n2. Decides to remain seized."
    assert not read(parsed, plain).missions[0].order_stated


def test_a_heading_is_the_title_and_prose_gives_its_first_words(parsed):
    block = read(parsed, TWO_LISTS).missions[0]
    assert block.tasks[0].title == "Protection of civilians"
    assert tasks.title("To " + "help " * 30 + ";") == "To " + "help " * 15 + "…"


def test_qualifiers_of_the_chapeau_hold_for_every_task(parsed):
    block = read(parsed, TWO_LISTS).missions[0]
    assert all("within existing resources" in t.qualifiers for t in block.tasks if t.list == 1)
    assert not any(t.qualifiers for t in block.tasks if t.list == 0)


@pytest.mark.parametrize(
    "chapeau",
    [
        "Requests the Secretary-General to report on the mandate of UNMKA, including on:",
        "Urges the authorities of Karesia, with the support of UNMKA, to carry out the following priority tasks:",
        "Decides to establish a Committee to undertake the following tasks:",
        "Decides that the measures imposed by paragraph 1 shall not apply to UNMKA where:",
    ],
)
def test_a_list_charged_to_somebody_else_is_no_task_list(parsed, chapeau):
    reading = read(
        parsed,
        f"1. Decides to extend the mandate of UNMKA until May;\n2. {chapeau}\n(a) one thing;\n(b) another;\n3. Requests.",
    )
    assert reading.missions[0].task_lists == ()


@pytest.mark.parametrize(
    ("chapeau", "tier"),
    [
        ("Decides that the mandate of UNMKA shall be the following:", Tier.UNSPECIFIED),
        (
            "Decides that the mandate of UNMKA shall include the following immediate priority tasks:",
            Tier.IMMEDIATE_PRIORITY,
        ),
        ("Authorizes UNMKA to pursue the following strategic objectives:", Tier.STRATEGIC),
        (
            "Further authorizes UNMKA, without harm to its priority tasks, to help with the following other tasks:",
            Tier.OTHER,
        ),
        ("Further authorizes UNMKA to implement the following essential tasks:", Tier.ESSENTIAL),
        (
            "Further authorizes UNMKA to carry out within existing resources the following additional tasks:",
            Tier.ADDITIONAL,
        ),
        ("Requests the Secretary-General to establish UNMKA with the following key tasks:", Tier.UNSPECIFIED),
        (
            "Authorizes UNMKA to pursue the following tasks, in support of the strategic priorities identified above:",
            Tier.UNSPECIFIED,
        ),
    ],
)
def test_the_tier_is_what_the_council_calls_the_tasks_that_follow(parsed, chapeau, tier):
    block = read(parsed, f"1. {chapeau}\n(a) to watch;\n(b) to report;\n2. Decides to remain seized.").missions[0]
    assert [t.tier for t in block.task_lists] == [tier]


def test_an_extension_names_the_text_that_holds_its_tasks(parsed):
    reading = read(
        parsed,
        "1. Decides to extend the mandate of UNMKA, as set out in paragraph 3 of resolution 2901 (2027), until May;\n2. Requests.",
    )
    assert reading.kind is Kind.EXTENSION
    assert reading.missions[0].tasks_by_reference == "resolution 2901 (2027)"


def test_an_extension_that_names_no_source_points_to_the_earliest_recalled(parsed):
    reading = read(parsed, "1. Decides that the mandate of UNMKA shall be extended until May;\n2. Requests.")
    assert reading.missions[0].tasks_by_reference == "resolution 2901 (2027)"


def test_a_force_of_others_is_an_authorization(parsed):
    reading = read(
        parsed,
        "1. Authorizes Member States to form and deploy a Multinational Support (MSK) mission for a year, to help the police by:\n"
        "(a) countering gangs;\n(b) guarding ports;\n2. Decides to remain seized.",
    )
    assert reading.kind is Kind.NON_UN_AUTHORIZATION
    assert reading.missions[0].mission.acronym == "MSK"
    assert len(reading.missions[0].tasks) == 2


def test_the_mission_asked_for_comes_first(parsed):
    text = (
        "1. Decides to extend the mandate of UNMKA until May;\n2. Decides to establish the United Nations Office in Karesia (UNOKA);\n"
        "3. Decides that the mandate of UNMKA shall include the following tasks:\n(a) to watch;\n(b) to leave;\n"
        "4. Decides that the mandate of UNOKA shall include the following tasks:\n(a) to advise;\n(b) to train;\n(c) to help;\n5. Requests."
    )
    assert [b.mission.acronym for b in read(parsed, text).missions] == ["UNMKA", "UNOKA"]
    asked = read(parsed, text, "UNOKA").missions[0]
    assert asked.mission.acronym == "UNOKA"
    assert len(asked.tasks) == 3


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1,920 police personnel", 1920),
        ("up to 1,115 civilian police officers, including formed units", 1115),
        ("3,020 police personnel, including 600 individual police officers", 3020),
        ("13,289 military personnel", None),
    ],
)
def test_the_police_strength_is_the_largest_that_is_stated(parsed, words, number):
    assert (
        read(parsed, f"1. Decides that UNMKA shall have {words};\n2. Requests.").missions[0].police_authorized == number
    )


def test_what_the_secretary_general_shall_see_to_is_no_list_of_the_missions(parsed):
    text = (
        "1. Decides to extend the mandate of UNMKA until May;\n"
        "2. Requests the Secretary-General to ensure that his representatives coordinate the activities of UNMKA, in particular:\n"
        "– by sharing information;\n– by lending staff;\n3. Requests a report."
    )
    assert read(parsed, text).missions[0].task_lists == ()


def test_priorities_laid_out_below_are_a_list(parsed):
    text = "1. Decides that UNMKA will continue to support the Government, with a focus on the priorities laid out below;\n(a) to advise;\n(b) to train;\n2. Requests."
    assert [t.label for t in read(parsed, text).missions[0].task_lists] == ["1"]
