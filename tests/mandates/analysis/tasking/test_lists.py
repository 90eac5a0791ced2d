import pytest

from mandates.analysis import tasks


def test_a_list_goes_on_over_the_paragraphs_that_its_chapeau_names(block):
    read = block(
        "1. Decides that the mandate of UNMKA shall include the following tasks in priority order in paragraphs 1 through 4:\n"
        "(a) to protect civilians;\n(b) to disarm;\n"
        "2. Authorizes UNMKA to monitor human rights;\n"
        "3. Further authorizes UNMKA to carry out the following tasks:\n(a) to guard its staff;\n"
        "4. Requests UNMKA to watch the arms trade;\n"
        "5. Requests UNMKA to plant trees;\n"
    )
    assert [t.label for t in read.tasks] == ["1 (a)", "1 (b)", "2", "3 (a)", "4"]
    assert [t.rank for t in read.tasks] == [1, 2, 3, 4, 5]
    assert [tasks.prose for tasks in read.task_lists] == [False, True, False, True]
    assert read.order_stated


@pytest.mark.parametrize(
    "chapeau",
    [
        "Decides to establish a United Nations Mission in Karesia (UNMKA), in line with the report, with the following mandate:",
        "Decides also that the mandate of an expanded UNMKA, as recommended, shall be as follows:",
        "Approves the establishment of a military liaison group whose tasks should include the following:",
        "Decides that the main responsibilities of UNMKA will include:",
    ],
)
def test_ways_of_opening_a_list(block, chapeau):
    read = block(f"1. {chapeau}\n(a) to watch;\n(b) to report violations;\n2. Decides to remain seized.")
    assert [t.label for t in read.tasks] == ["1 (a)", "1 (b)"]


def test_a_presence_without_a_name_has_its_own_list_and_the_united_nations_comes_first(block):
    text = (
        "1. Authorizes Member States to establish the international security presence in Karesia;\n"
        "2. Decides that the responsibilities of the international security presence will include:\n(a) to deter attacks;\n"
        "3. Authorizes the Secretary-General to establish an international civil presence in Karesia;\n"
        "4. Decides that the main responsibilities of the international civil presence will include:\n(a) to govern;\n(b) to vote;\n"
    )
    read = block(text, front="The Security Council,\nRecalling its earlier resolutions,\n")
    assert read.mission.name == "international civil presence"
    assert [t.label for t in read.tasks] == ["4 (a)", "4 (b)"]


def test_a_monitoring_group_is_no_mission(block):
    read = block(
        "1. Requests the Secretary-General to establish a Monitoring Group of four experts whose mandate should be as follows:\n(a) to look;\n(b) to tell;\n",
        front="The Security Council,\nRecalling its embargo,\n",
    )
    assert read.tasks == ()


def test_a_force_set_up_with_infinitives_below_has_them_as_its_tasks(parsed):
    text = (
        "The Security Council,\nConcerned,\n1. Authorizes the immediate deployment of a Multinational Interim Force in Karesia for three "
        "months:\n(a) To keep the port open;\n(b) To help the police;\n2. Requests a report."
    )
    assert [t.label for t in tasks.read(parsed(text)).missions[0].task_lists] == ["1"]


def test_what_a_force_is_composed_of_is_no_list_of_tasks(parsed):
    text = (
        "The Security Council,\nConcerned,\n1. Decides to establish the United Nations Mission in Karesia (UNMKA) for six months:\n"
        "(a) a military component;\n(b) a police component;\n2. Requests a report."
    )
    assert tasks.read(parsed(text)).missions[0].task_lists == ()


@pytest.mark.parametrize(
    "chapeau",
    [
        "Decides that UNMKA shall not carry out the following tasks:",
        "Decides that UNMKA will no longer carry out the following tasks:",
        "Decides that UNMKA shall not, in any of the ports, perform the following functions:",
        "Decides that UNMKA shall refrain from the following activities:",
    ],
)
def test_a_chapeau_that_denies_the_tasks_opens_no_list(block, chapeau):
    read = block(
        f"1. {chapeau}\n(a) to combat organized crime;\n(b) to report violations;\n2. Decides to remain seized."
    )
    assert read.tasks == ()


def test_a_limit_in_the_midst_of_a_chapeau_denies_nothing(block):
    read = block(
        "1. Decides that the mandate of UNMKA, whose strength shall not exceed 900, shall include the following tasks:\n"
        "(a) to watch;\n(b) to report violations;\n2. Decides to remain seized."
    )
    assert [t.label for t in read.tasks] == ["1 (a)", "1 (b)"]


def test_areas_in_which_others_shall_become_able_are_no_tasks(block):
    read = block(
        "1. Requests UNMKA to support Karesia in developing its own capacity in the following areas:\n(a) fuel;\n(b) repairs;\n"
        "2. Requests a report."
    )
    assert read.tasks == ()
