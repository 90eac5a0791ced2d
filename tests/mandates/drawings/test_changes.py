"""The layout of a comparison: words told apart, unchanged runs folded, crime beside its change."""

import pytest

from mandates.analysis import compare, pipeline, priority
from mandates.analysis.reporting import comparison_fields
from mandates.analysis.values import Context
from mandates.drawings import changes
from tests.mandates.analysis.comparing.texts import NAMBIRA, changed
from tests.mandates.analysis.conftest import clean_text

NEWER = changed(
    ("by day and by night", "by day"),
    ("(ii) To host the monthly meetings of the lake council;\n", ""),
    ("and at the smuggling of gold through Kestrel Gorge", "and at the slow delivery of tents"),
    ("4. Requests UNMINA", "4. Welcomes the new ferry;\n5. Requests UNMINA"),
    ("5. Calls upon", "6. Calls upon"),
    ("6. Decides to remain", "7. Decides to remain"),
)


def data(older: str, newer: str) -> dict:
    readings = [pipeline.parse(clean_text(text)) for text in (older, newer)]
    blocks = [priority.rank(reading, Context()) for reading in readings]
    return comparison_fields.as_dict(compare.compare(*readings, *compare.same_mission(*blocks)))


@pytest.fixture
def page():
    return changes.build(data(NAMBIRA, NEWER))


def entries(page) -> dict[str, changes.Entry]:
    return {entry.label: entry for run in (*page.tasks, *page.paragraphs) for entry in run.entries}


def test_the_segments_of_each_side_are_its_text(page):
    for entry in entries(page).values():
        for side in ("older", "newer"):
            segments = getattr(entry, side)
            if segments:
                assert "".join(s.text for s in segments) == entry.change[side]["text"]


def test_words_that_went_are_told_on_the_left_and_words_that_came_on_the_right(page):
    entry = entries(page)["PP2"]
    assert [s.text for s in entry.older if s.kind == "deleted" and s.crime] == ["smuggling of gold"]
    assert [s.text for s in entry.newer if s.kind == "inserted"] == ["slow delivery of tents"]


def test_a_unit_that_is_kept_is_told_once(page):
    entry = entries(page)["2 (a) (i)"]
    assert (entry.number, entry.older, [s.kind for s in entry.newer]) == (0, [], ["equal"])


def test_changes_are_numbered_as_they_stand_and_counted(page):
    numbers = [entry.number for entry in entries(page).values() if entry.number]
    assert numbers == list(range(1, len(numbers) + 1)) and page.total == page.shown == len(numbers) == 4


def test_unchanged_paragraphs_fold_but_not_those_on_organized_crime(page):
    folded = [entry.label for run in page.paragraphs if run.fold for entry in run.entries]
    assert "PP1" in folded and "1" in folded
    assert not [label for label in folded if label.startswith("5 → 6")]
    assert "5 → 6" in entries(page)


def test_crime_stands_with_the_change_that_it_went_with(page):
    (passage,) = page.crime["lost"]
    assert (passage.told["older"], passage.entry.label, passage.entry.lost) == ("PP2", "PP2", True)
    assert passage.words == ["smuggling of gold"]


def test_words_that_are_said_twice_are_told_once():
    twice = changed(("at the smuggling of gold through", "at the Smuggling of gold and the smuggling of gold through"))
    (passage,) = changes.build(data(twice, NEWER)).crime["lost"]
    assert passage.words == ["Smuggling of gold"]


def test_a_filter_hides_the_rest_and_counts_what_is_left():
    page = changes.build(data(NAMBIRA, NEWER), "crime")
    shown = [label for label, entry in entries(page).items() if not entry.hidden]
    assert shown == ["2 (c) (ii)", "PP2", "5 → 6"]
    assert (page.shown, page.total) == (1, 4)


def test_what_else_stands_in_a_merged_paragraph_is_not_called_new():
    mines = "4. Requests UNMINA to keep a record of abandoned mines in the eastern hills, as set out in paragraph 3 above;\n"
    bridges = "(a) To repair the bridges that the flood of last spring swept away;\n"
    cattle = "(b) To count and mark the cattle of displaced herders;\n"
    older = changed(
        (
            mines,
            f"{mines}5. Urges the lake council to share its maps of the drowned villages with the herders of the east;\n",
        )
    )
    newer = changed(
        (
            mines,
            f"{mines[:-2]}, and urges the lake council to share its maps of the drowned villages with the herders of the east;\n",
        ),
        (bridges + cattle, bridges + cattle),
    )
    merged = [e for e in entries(changes.build(data(older, newer))).values() if e.change["link"] == "merged"]
    assert merged and {s.kind for e in merged for s in e.newer} == {"equal", "aside"}


def test_the_place_of_what_moved_is_told_as_the_engine_tells_it():
    bridges = "(a) To repair the bridges that the flood of last spring swept away;\n"
    courts = "(c) Rule of law\n(i) To help the courts"
    first = changed(
        (bridges, ""),
        (courts, bridges.replace("(a)", "(c)") + courts.replace("(c)", "(d)")),
        ("(b) To count", "(a) To count"),
    )
    for older, newer in ((NAMBIRA, first), (first, NAMBIRA)):
        moved = [e for e in changes.units(data(older, newer))[0] if e.change["place"]]
        assert [e.place for e in moved] == [e.change["place"] for e in moved]
        assert any("main tasks (additional tasks)" in e.place for e in moved)


def test_what_became_of_crime_is_told_with_what_is_lost_first():
    page = changes.build(data(NEWER, NAMBIRA))
    assert [(fate, head) for fate, head, _ in page.fates] == [("gained", "New"), ("kept", "Kept")]
    assert next(head for _, head, _ in changes.build(data(NAMBIRA, NEWER)).fates) == "Lost"
