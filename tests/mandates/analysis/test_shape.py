"""How a mission's tasks are spread over areas: counts may overlap, primary areas do not."""

import pytest

from mandates.analysis import crime, shape, tasks

FRONT = (
    "The Security Council,\nRecalling the United Nations Mission in Karesia (UNMKA) and its resolution 2901 (2027),\n"
)
TASKS = """
1. Decides that the mandate of UNMKA shall be:
(a) Protection of civilians
(i) to protect civilians in the camps;
(ii) to keep a presence in the north;
(b) to train the police and to help with the elections;
(c) to act in cooperation with ECOWAS in monitoring the ceasefire;
(d) to help to fight drug trafficking;
(e) to mend the roof of its house;
2. Calls upon the parties to clear mines.
"""


@pytest.fixture
def shares(parsed):
    """The shape of a text's first mission by label; ``beside`` names what is laid beside it from the crime step."""

    def read(text: str, beside: bool = False) -> dict:
        document = parsed(FRONT + text)
        reading = tasks.read(document, None)
        more = {"Organized crime": shape.crime_places(crime.find(document))} if beside else None
        found = shape.shape(document, reading, reading.missions[0].mission, more)
        return {share.label: share for share in found}

    return read


def test_a_task_counts_for_every_area_that_it_shows(shares):
    found = shares(TASKS)
    assert found["Police and security sector"].paragraphs == ("1 (b)",)
    assert found["Elections"].paragraphs == ("1 (b)",)


def test_main_and_leaf_tasks_are_counted_apart(shares):
    protection = shares(TASKS)["Protection of civilians and personnel"]
    assert (protection.main_tasks, protection.leaf_tasks) == (1, 2)
    assert protection.paragraphs == ("1 (a)", "1 (a) (i)", "1 (a) (ii)")


def test_the_area_named_first_is_the_primary_one(shares):
    found = shares(TASKS)
    assert found["Police and security sector"].share == pytest.approx(1 / 6)
    assert found["Elections"].share == 0


def test_with_whom_a_task_is_done_is_not_what_it_is_about(shares):
    found = shares(TASKS)
    assert found["Cooperation with others"].share == 0
    assert found["Ceasefire and political process"].share == pytest.approx(1 / 6)


def test_with_whom_is_the_primary_area_where_there_is_nothing_else(shares):
    found = shares(
        "1. Decides that the mandate of UNMKA shall be:\n(a) to act in cooperation with ECOWAS;\n(b) to rest;"
    )
    assert found["Cooperation with others"].share == 0.5


def test_an_item_that_shows_nothing_belongs_to_the_area_of_the_item_above_it(shares):
    assert shares(TASKS)["Protection of civilians and personnel"].share == pytest.approx(2 / 6)


def test_a_part_of_another_code_counts_for_its_own_area_alone(shares):
    assert "Human rights" not in shares(TASKS)


def test_crime_is_no_area_of_the_codes_but_can_be_laid_beside_them(shares):
    assert "Organized crime" not in shares(TASKS)
    assert "1 (d)" in shares(TASKS)["None of these areas"].paragraphs
    beside = shares(TASKS, beside=True)["Organized crime"]
    assert (beside.main_tasks, beside.leaf_tasks, beside.share, beside.paragraphs) == (1, 1, pytest.approx(1 / 6), ("1 (d)",))  # fmt: skip


@pytest.mark.parametrize("beside", [False, True])
def test_shares_add_up_to_one(shares, beside):
    found = shares(TASKS, beside)
    assert sum(share.share for share in found.values()) == pytest.approx(1)
    assert list(found)[-1] == "None of these areas"
    assert found["None of these areas"].area == ""


def test_only_the_tasks_of_the_lists_count(shares):
    assert "Mine action" not in shares(TASKS)


def test_a_text_without_a_list_has_no_shape(shares):
    assert shares("1. Decides to extend the mandate of UNMKA until 30 June 2032;") == {}


def test_corruption_alone_is_not_laid_beside(parsed):
    document = parsed(
        FRONT + "1. Calls upon Karesia to fight corruption;\n2. Calls upon Karesia to fight drug trafficking;"
    )
    assert [document.paragraphs[place].label for place in shape.crime_places(crime.find(document))] == ["2"]
