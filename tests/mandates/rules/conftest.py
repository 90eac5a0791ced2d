"""Reviews of texts written here, through the whole pipeline."""

from textwrap import dedent

import pytest

from mandates import symbols
from mandates.analysis import pipeline, read
from mandates.analysis.values import Adopted, Context, Policy, Reading, Register, Review


def parse(text: str) -> Reading:
    return pipeline.parse(read.read(dedent(text).strip().encode(), "draft.txt"))


@pytest.fixture(scope="session")
def review():
    """A text, texts held beside it and adopted before it by symbol, what the register knows → Review."""

    def make(text: str, held=None, policy: Policy | None = None, earlier=None, register=None) -> Review:
        readings = {symbol: parse(other) for symbol, other in (held or {}).items()}
        before = [Adopted(symbol, symbols.number(symbol), parse(other)) for symbol, other in (earlier or {}).items()]
        known = {"held": readings, "policy": policy or Policy(), "earlier": before, "register": register or Register()}
        return pipeline.judge(parse(text), Context(**known))

    return make
