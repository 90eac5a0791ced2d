"""Texts for the engine's tests: written here, one paragraph a line, so that no reader stands between test and step."""

from textwrap import dedent

import pytest

from mandates.analysis import compare, pipeline, priority, structure
from mandates.analysis.values import Block, CleanText, Comparison, Context, Document


def clean_text(text: str) -> CleanText:
    """One block per line of ``text``, as the read step would give them."""
    blocks, start = [], 0
    for line in dedent(text).strip().splitlines():
        if line := line.strip():
            blocks.append(Block(line, start, start))
            start += len(line) + 1
    return CleanText("\n".join(b.text for b in blocks), tuple(blocks), "text")


@pytest.fixture
def clean():
    return clean_text


@pytest.fixture
def parsed():
    def parse(text: str) -> Document:
        return structure.parse(clean_text(text))

    return parse


@pytest.fixture
def compared():
    """Two texts, one paragraph a line, compared for their first common mission."""

    def compare_texts(older: str, newer: str) -> Comparison:
        readings = [pipeline.parse(clean_text(text)) for text in (older, newer)]
        blocks = [priority.rank(reading, Context()) for reading in readings]
        return compare.compare(*readings, *compare.same_mission(*blocks))

    return compare_texts
