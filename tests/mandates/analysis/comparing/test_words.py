import pytest

from mandates.analysis.comparing import words
from mandates.analysis.values import RunKind


def differences(older: str, newer: str) -> list[tuple[str, str]]:
    """What went and what came, as the runs cut it out of the texts."""
    runs = words.runs(words.of(older), words.of(newer))
    said = {
        RunKind.DELETED: lambda r: ("-", older[r.older_start : r.older_end]),
        RunKind.INSERTED: lambda r: ("+", newer[r.newer_start : r.newer_end]),
    }
    return [said[r.kind](r) for r in runs if r.kind is not RunKind.EQUAL]


@pytest.mark.parametrize(
    "one, other",
    [
        ("organised programmes of the Centre", "organized programs of the Center"),
        ("Secretary-General", "Secretary General"),
        ("the ref erendum", "the referendum"),
        ("the Communiqué", "the Communique"),
        ("the Mission’s work;", "the Mission's work."),
        ("towards its neighbours", "toward its neighbors"),
        ("defence advisors", "defense advisers"),
    ],
)
def test_spelling_hyphens_broken_words_and_punctuation_are_no_difference(one, other):
    assert words.of(one).joined == words.of(other).joined
    assert differences(f"Notes {one} again", f"Notes {other} again") == []


@pytest.mark.parametrize("one, other", [("four", "for"), ("may", "shall"), ("arms", "army"), ("hour", "hor")])
def test_other_words_are_a_difference(one, other):
    assert words.of(one).joined != words.of(other).joined


def test_what_is_inserted_and_deleted_is_cut_out_of_both_texts():
    assert differences(
        "To repair the bridges of the delta before winter", "To repair all the bridges of the delta"
    ) == [("+", "all"), ("-", "before winter")]


def test_a_replacement_is_a_deletion_and_an_insertion():
    assert differences("To guard the ferry at the northern landing", "To guard the mill at the northern landing") == [
        ("-", "ferry"),
        ("+", "mill"),
    ]


def test_a_lone_word_between_two_differences_belongs_to_them():
    assert differences(
        "Notes the slow start of grain shipments along the coast",
        "Notes the long delay of timber exports along the coast",
    ) == [("-", "slow start of grain shipments"), ("+", "long delay of timber exports")]


def test_runs_cover_both_texts_in_order():
    older, newer = "a b c d e f g h", "a b x y e f z h k"
    runs = words.runs(words.of(older), words.of(newer))
    assert [r.older_start for r in runs] == sorted(r.older_start for r in runs)
    assert "".join(older[r.older_start : r.older_end] for r in runs).replace(" ", "") == older.replace(" ", "")
    assert "".join(newer[r.newer_start : r.newer_end] for r in runs).replace(" ", "") == newer.replace(" ", "")


def test_an_empty_text_has_only_insertions():
    assert differences("", "two words") == [("+", "two words")]
