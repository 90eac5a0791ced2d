"""An aim is told from what somebody can plan, staff and count."""

import pytest

from mandates.analysis import clarity, crime_tasks, pipeline
from mandates.analysis.values import Context

HEAD = """The Security Council,
Recalling its previous resolutions on the situation in Karesia,
1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:
(a) {task};
(b) To observe the ceasefire along the river;
2. Decides to remain seized of the matter.
"""


@pytest.fixture
def clear(clean):
    """Whether each task on crime of a text says how."""

    def read(task: str) -> list[bool]:
        made = pipeline.judge(pipeline.parse(clean(HEAD.format(task=task))), Context())
        return [clarity.says_how(made.document, task) for task in crime_tasks.of(made)]

    return read


@pytest.mark.parametrize(
    "task",
    [
        "To assist the authorities in combating drug trafficking",
        "To support efforts against gangs, with the appropriate partners",
        "To monitor human rights and train judges, including efforts to counter drug trafficking",
        "To train judges; to fight drug trafficking; to clear mines",
        "To restore order, as well as to combat drug trafficking",
    ],
)
def test_an_aim_alone_does_not_say_how(clear, task):
    assert clear(task) == [False]


@pytest.mark.parametrize(
    "task",
    [
        "To train and mentor investigators of drug trafficking",
        "To combat drug trafficking through joint patrols",
        "To help the authorities, together with UNODC, against drug trafficking",
        "To combat drug trafficking with the help of the United Nations Office on Drugs and Crime",
        "To help to end drug trafficking by 30 June 2033",
        "To combat drug trafficking no later than the next harvest",
        "Drug trafficking\n(i) To inspect the ports;\n(ii) To help customs officers",
    ],
)
def test_an_activity_a_partner_or_a_date_says_how(clear, task):
    assert clear(task) == [True]


def test_an_item_is_read_with_the_task_that_it_is_a_part_of(clear):
    assert clear("To support operations of the police, with a view to:\n(i) clearing roads;\n(ii) stopping gangs") == [
        True
    ]


def test_every_word_of_the_file_compiles():
    assert clarity.load().how.search("co-located with investigators")
