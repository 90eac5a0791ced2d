import pytest


def labels(block):
    return [t.label for t in block.tasks]


def test_a_mandate_in_prose_is_one_main_task_a_paragraph(block):
    read = block(
        "1. Decides to establish the United Nations Mission in Karesia (UNMKA) for six months, comprising up to 90 observers;\n"
        "2. Decides also that the mandate of the Mission shall be to watch the ceasefire;\n"
        "3. Decides that UNMKA shall consist of two sections;\n"
        "4. Authorizes UNMKA to search vehicles at the border for drugs;\n"
        "5. Requests UNMKA to report every month;\n"
        "6. Calls upon the parties to cooperate with UNMKA;\n"
    )
    assert labels(read) == ["2", "4"]
    assert [(t.level, t.rank, t.leaf_index) for t in read.tasks] == [(1, 1, 1), (1, 2, 2)]
    assert [(tasks.label, tasks.prose) for tasks in read.task_lists] == [("2", True)]
    assert read.tasks_by_reference is None


@pytest.mark.parametrize(
    "purpose",
    [
        "in order to help the Government to rebuild its police",
        "with a mandate to help the parties to carry out their agreement",
        "to monitor the border",
    ],
)
def test_the_sentence_that_sets_a_mission_up_may_be_its_mandate(block, purpose):
    assert labels(block(f"1. Decides to establish the Mission UNMKA until 30 May 2031 {purpose};\n2. Requests.")) == [
        "1"
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Decides that the mandate of UNMKA shall be extended until 30 May 2031",
        "Decides to extend the mandate of UNMKA until 30 May 2031, to help the Government to keep the peace",
        "Decides that the mandate of UNMKA shall be as set out in paragraph 3 of resolution 2901 (2027)",
    ],
)
def test_an_extension_is_no_mandate_in_prose(block, paragraph):
    assert labels(block(f"1. {paragraph};\n2. Requests UNMKA to help the police;\n")) == []


def test_a_task_outside_the_lists_stands_alone(block):
    read = block(
        "1. Decides that the mandate of UNMKA shall include the following tasks:\n(a) to watch;\n(b) to leave;\n"
        "2. Requests UNMKA to help the customs to find smuggled gold;\n"
        "3. Requests UNMKA to report to the Council;\n"
        "4. Encourages UNMKA to smile;\n"
        "5. Requests the Secretary-General to ensure that UNMKA obeys the rules;\n"
        "6. Authorizes the Special Representative of the Secretary-General to mediate;\n"
    )
    assert len(read.stand_alone) == 2
    assert read.stand_alone[1] - read.stand_alone[0] == 4  # paragraphs 2 and 6


def test_work_in_line_with_the_mandate_of_another_is_no_mandate(block):
    text = (
        "1. Decides that UNMKA shall watch the border;\n"
        "2. Requests the Secretary-General to continue to advise on the deployment of UNMKA in line with the mandate of his office to "
        "the Union;\n"
    )
    assert "2" not in labels(block(text))
