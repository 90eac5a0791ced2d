"""Texts about one invented mission, read by step 3."""

import pytest

from mandates.analysis import tasks

FRONT = "The Security Council,\nRecalling the United Nations Mission in Karesia (UNMKA) and its resolutions 2950 (2029) and 2901 (2027),\n"


@pytest.fixture
def block(parsed):
    """The block of the first mission of a text's operative paragraphs."""

    def read(text: str, front: str = FRONT):
        return tasks.read(parsed(front + text)).missions[0]

    return read
