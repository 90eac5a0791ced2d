"""Reviews of texts written here, through the whole pipeline."""

from textwrap import dedent

import pytest

from mandates.analysis import pipeline, read
from mandates.analysis.values import Context, Policy, Reading, Review


def parse(text: str) -> Reading:
    return pipeline.parse(read.read(dedent(text).strip().encode(), "draft.txt"))


@pytest.fixture(scope="session")
def review():
    """A text, and texts held beside it by symbol, → Review."""

    def make(text: str, held: dict[str, str] | None = None, policy: Policy | None = None) -> Review:
        readings = {symbol: parse(other) for symbol, other in (held or {}).items()}
        return pipeline.judge(parse(text), Context(held=readings, policy=policy or Policy()))

    return make
