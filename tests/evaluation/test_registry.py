"""How a text as read and the registry's paragraphs are set side by side."""

from evaluation import registry
from mandates.analysis import read, structure

RAW = (
    "S/RES/2990 (2031)\nThe Security Council,\nRecalling its resolutions,\n1. Decides to watch:\n(a) the ports;\n"
    "(b) the roads;\nB\nActing under Chapter VII of the Charter,\n2. Decides to remain seized of the matter.\n"
)


def record(text, prefix=None, kind="paragraph"):
    return {"text": text, "prefix": prefix, "type": kind}


RECORDS = [
    record("The Security Council,"), record("Recalling its resolutions,"), record("*", kind="paragraph"),
    record("Decides to watch:", "1."), record("the ports;", "(a)"), record("the roads;", "(b)"), record("B", kind="heading"),
    record("Acting under Chapter VII of the Charter,"), record("Decides to remain seized of the matter.", "2."),
    record("Annex"), record("Goods", "1."),
]  # fmt: skip


def test_both_sides_hold_the_same():
    mine = registry.ours(structure.parse(read.read(RAW.encode())))
    other = registry.theirs(RECORDS)
    assert mine.numbers == other.numbers == ["1", "2"]
    assert mine.preamble == other.preamble == ["Recalling its resolutions,"]
    assert [p.whole for p in mine.numbered] == [p.whole for p in other.numbered]
    assert mine.numbered[0].items[0] == ("(a)", "the ports;")


def test_a_list_in_the_preamble_belongs_to_its_paragraph():
    records = [record("The Security Council,"), record("Noting:"), record("peace,", "(a)"), record("Decides.", "1.")]
    assert registry.theirs(records).preamble == ["Noting: (a) peace,"]


def test_a_file_without_the_opening_is_compared_all_the_same():
    records = [record("Resolution 2990", kind="title"), record("Recalling,"), record("Decides.", "1.")]
    assert registry.theirs(records).numbers == ["1"]
