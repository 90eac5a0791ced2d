"""Where the tasks stand that a text renews or lays down without stating them."""

import pytest

from mandates.analysis import tasks
from mandates.analysis.values import Kind

PREAMBLE = "The Security Council,\nDeeply concerned by the war in Karesia,\n"


def reference(parsed, operative, preamble=PREAMBLE):
    """The source that is read, in a text that ends as texts do."""
    last = 1 + sum(line[0].isdigit() for line in operative.splitlines())
    operative += f"\n{last}. Decides to remain seized."
    return tasks.read(parsed(preamble + operative)).missions[0].tasks_by_reference


@pytest.mark.parametrize(
    ("paragraph", "source"),
    [
        (
            "1. Decides to extend the mandate of UNMKA, as set out in paragraphs 2 and 3 of resolution 2901 (2027), until May 2030;",
            "resolution 2901 (2027)",
        ),
        (
            "1. Decides to extend until 3 May 2030 the mandate of UNMKA as determined in resolution 2901 (2027);",
            "resolution 2901 (2027)",
        ),
        (
            "1. Decides to extend the mandate of UNMKA, as recommended by the Secretary-General in his report (S/2029/101), until May 2030;",
            "report S/2029/101",
        ),
        (
            "1. Decides that the mandate of UNMKA shall be extended to May 2030 for the purposes set out in paragraph 7 of the report of 4 March 2029;",
            "report of 4 March 2029",
        ),
        (
            "1. Decides to extend the mandate of UNMKA until May 2030, and also decides that it shall carry out the tasks set out in Annex 4 of the Peace Agreement;",
            "Annex 4 of the Peace Agreement",
        ),
        (
            "1. Decides to renew the mandate of UNMKA until May 2030;\n2. Reiterates that UNMKA should fully implement its mandate as defined in resolution 2901 (2027);",
            "resolution 2901 (2027)",
        ),
        ("1. Decides:\n(a) To call upon the parties to talk;\n(b) To renew the mandate of UNMKA until May 2030;", None),
        ("1. Expresses its full support for UNMKA and decides to extend its mandate until May 2030;", None),
        ("1. Decides to extend the mandate of UNMKA at the troop level authorized by resolution 2901 (2027);", None),
    ],
)
def test_an_extension_points_to_the_text_that_it_names_else_to_one_that_it_does_not(parsed, paragraph, source):
    assert reference(parsed, paragraph) == (source or "an earlier resolution")


@pytest.mark.parametrize(
    ("operative", "source"),
    [
        (
            "1. Approves the report of the Secretary-General (S/2029/55);\n2. Decides to establish the United Nations Mission in Karesia (UNMKA) for six months in accordance with the above-mentioned report;",
            "report S/2029/55",
        ),
        (
            "1. Decides to establish the United Nations Mission in Karesia (UNMKA) with the mandate set out in section IV of the report of the Secretary-General of 4 March 2029;",
            "report of 4 March 2029",
        ),
        ("1. Decides to set up immediately, under its authority, a United Nations Observer Force;", None),
        (
            "1. Decides to establish the United Nations Mission in Karesia (UNMKA) to monitor the cease-fire, as set out in the report of the Secretary-General (S/2029/55);",
            None,
        ),
        ("1. Decides to increase the strength of UNMKA to 900 military personnel;", None),
    ],
)
def test_a_mandate_laid_down_in_a_report_points_to_it_and_one_stated_does_not(parsed, operative, source):
    assert reference(parsed, operative) == source


def test_the_above_mentioned_report_may_stand_in_the_preamble(parsed):
    preamble = "The Security Council,\nHaving considered the report of the Secretary-General contained in document S/2029/55,\n"
    text = "1. Decides to establish a United Nations Observer Force in accordance with the above-mentioned report;"
    assert reference(parsed, text, preamble) == "report S/2029/55"


def test_a_report_cited_by_its_date_is_called_by_its_symbol_where_the_text_gives_it(parsed):
    preamble = (
        "The Security Council,\nTaking note of the report of the Secretary-General of 4 March 2029 (S/2029/88),\n"
    )
    text = "1. Decides to extend the mandate of UNMKA as proposed in the report of 4 March 2029 until May 2030;"
    assert reference(parsed, text, preamble) == "report S/2029/88"


def test_a_resolution_cited_without_its_year_gets_it_from_the_preamble(parsed):
    preamble = "The Security Council,\nRecalling its resolutions 2950 (2029) and 2901 (2027),\n"
    text = "1. Decides to extend the mandate of UNMKA, as set out in resolution 2901, until May 2030;"
    assert reference(parsed, text, preamble) == "resolution 2901 (2027)"


@pytest.mark.parametrize(
    "paragraph",
    [
        "1. Decides to extend the mandate of the Panel of Experts until May 2030, and encourages UNMKA to assist it;",
        "1. Decides to renew until May 2030 the measures imposed by resolution 2901 (2027), which shall not apply to UNMKA;",
        "1. Authorizes the deployment of two companies to UNMKA and expresses its intention to extend this when the mandate ends;",
    ],
)
def test_what_else_is_extended_is_no_renewal_of_the_mission(parsed, paragraph):
    text = paragraph + "\n2. Requests UNMKA to guard the mandate of UNMKA;"
    assert reference(parsed, text) is None


def test_a_force_of_others_is_known_by_its_place(parsed):
    preamble = "The Security Council,\nCommending the African Union Mission in Karesia (AUMIK),\n"
    text = (
        "1. Decides to renew for six months what it authorized African Union States to keep, a mission in Karesia with the "
        "mandate set out in paragraph 9 of resolution 2901 (2027);"
    )
    reading = tasks.read(parsed(preamble + text))
    assert reading.missions[0].mission.acronym == "AUMIK"
    assert reading.missions[0].tasks_by_reference == "resolution 2901 (2027)"
    assert reading.kind is Kind.NON_UN_AUTHORIZATION


def test_the_source_of_another_missions_mandate_is_not_this_ones(parsed):
    operative = (
        "1. Decides to extend the mandate of UNMKA until May 2030;\n"
        "2. Reaffirms the mandate of UNFAR as defined in resolution 2901 (2027);"
    )
    assert reference(parsed, operative) == "an earlier resolution"


def test_numbers_that_a_resolution_authorized_are_no_tasks(parsed):
    operative = "1. Approves the continuation of UNMKA’s mandate until May 2030 within the numbers authorized in resolution 2901 (2027);"
    assert reference(parsed, operative) == "an earlier resolution"


def test_more_tasks_stand_where_the_text_says_that_they_were_proposed(parsed):
    operative = (
        "1. Approves the new tasks to UNMKA’s mandate contained in the letter of the Secretary-General (S/2029/77);"
    )
    preamble = "The Security Council,\nRecalling the United Nations Mission in Karesia (UNMKA),\n"
    assert reference(parsed, operative, preamble) == "letter S/2029/77"
