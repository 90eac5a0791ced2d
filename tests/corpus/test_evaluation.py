"""The recorded evaluation is what the engine does today: a change of the engine is recorded with what it changes."""

from evaluation import result
from evaluation.__main__ import measured


def test_the_recorded_result_is_not_stale(corpus):
    assert result.changes(result.load(), measured(corpus)) == [], "run bin/evaluate --write and commit what changed"
