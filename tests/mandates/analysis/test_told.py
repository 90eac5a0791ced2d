"""Which paragraphs tell a mission what to do, and which tell others or only speak of how it behaves."""

import pytest

from mandates.analysis import tasks, told

FRONT = (
    "The Security Council,\nRecalling the United Nations Mission in Karesia (UNMKA) and its resolution 2901 (2027),\n"
)
LIST = "1. Decides that the mandate of UNMKA shall be:\n(a) to watch the border;\n(b) to train the police;\n"


@pytest.fixture
def labels(parsed):
    """Labels of the paragraphs in which the first mission of a text is told something."""

    def read(text: str, front: str = FRONT) -> list[str]:
        document = parsed(front + text)
        reading = tasks.read(document, None)
        places = told.told_to(document, reading, reading.missions[0].mission)
        return [document.paragraphs[place].label for place in sorted(places)]

    return read


def test_a_list_its_chapeau_and_its_items_are_told(labels):
    assert labels(LIST + "2. Decides to remain seized of the matter.") == ["1", "1 (a)", "1 (b)"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Requests UNMKA to help the customs service;",
        "Request UNMKA to help the customs service;",
        "Further encourages the United Nations Mission in Karesia to help the customs service;",
        "Acting for the good of all, authorizes UNMKA to guard the bridges;",
        "Decides that the police component shall patrol the harbour;",
        "Decides to increase by fifty the number of civilian police, to help with the training of recruits;",
        "Decides to extend the mandate of UNMKA until 30 June 2032;",
        "Decides to adjust the mandate of UNMKA so that it may guard the bridges;",
        "Stresses the need for UNMKA to guard the bridges;",
        "Requests the Secretary-General to send observers to the bridges;",
        "Welcomes the talks, and requests UNMKA to host them;",
    ],
)
def test_a_paragraph_outside_the_list_tells_the_mission(labels, paragraph):
    assert "2" in labels(LIST + "2. " + paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Calls upon the Government of Karesia to train the police;",
        "Demands that all parties lay down their arms;",
        "Welcomes the work of UNMKA with the police;",
        "Requests the Secretary-General to report on the training of the police;",
        "Requests the Secretary-General to appoint a Special Representative for elections;",
        "Requests the Secretary-General to establish a fund for the police;",
        "Requests the Secretary-General to follow progress on the benchmarks of the police;",
        "Requests UNMKA to act in line with the due diligence policy in its support to the police;",
        "Stresses the importance of elections;",
        "Decides to remain seized of the matter;",
        "Decides to review the deployment of UNMKA before the elections, and to extend it if need be;",
    ],
)
def test_a_paragraph_that_tells_others_or_nothing_is_left_out(labels, paragraph):
    assert "2" not in labels(LIST + "2. " + paragraph)


def test_another_missions_list_is_not_this_ones(labels):
    both = LIST + (
        "2. Decides to establish the United Nations Mission in Ostrava (UNMOS) and that the mandate of UNMOS shall be:\n"
        "(a) to guard the bridges;\n(b) to open the roads;\n"
    )
    assert labels(both) == ["1", "1 (a)", "1 (b)"]


def test_where_no_mission_is_named_the_council_s_decisions_and_the_organization_count(labels):
    front = "The Security Council,\nHaving considered the letter of the President of Karesia,\n"
    text = (
        "1. Calls for a halt to the fighting;\n"
        "2. Decides to send observers to Karesia;\n"
        "3. Urges that the United Nations take steps to prevent war;\n"
        "4. Urges that the United Nations system save paper;\n"
    )
    assert labels(text, front) == ["2", "3"]
