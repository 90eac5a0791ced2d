"""Reviews of texts written here, through the whole pipeline."""

from textwrap import dedent

import pytest

from mandates import symbols
from mandates.analysis import pipeline, read
from mandates.analysis.values import Adopted, Context, Policy, Reading, Review


def parse(text: str) -> Reading:
    return pipeline.parse(read.read(dedent(text).strip().encode(), "draft.txt"))


@pytest.fixture(scope="session")
def review():
    """A text, texts held beside it and texts adopted before it by symbol, → Review."""

    def make(text: str, held=None, policy: Policy | None = None, earlier=None) -> Review:
        readings = {symbol: parse(other) for symbol, other in (held or {}).items()}
        before = [Adopted(symbol, symbols.number(symbol), parse(other)) for symbol, other in (earlier or {}).items()]
        return pipeline.judge(parse(text), Context(held=readings, policy=policy or Policy(), earlier=before))

    return make
