"""A text cut into marked segments, of which a page only loops over."""

from mandates.drawings.segments import lines


def mark(start, end, kind="crime", crime_type="drug_trafficking") -> dict:
    return {"start": start, "end": end, "kind": kind, "crime_type": crime_type if kind == "crime" else ""}


def joined(found) -> str:
    return "\n".join("".join(segment["text"] for segment in line) for line in found)


def marked(found) -> list[tuple]:
    return [(s["text"], s["mark"], s["finding"]) for line in found for s in line if s["mark"] or s["finding"]]


def test_a_text_without_marks_is_one_segment():
    assert lines("Decides to stay", [], []) == [
        [{"text": "Decides to stay", "mark": None, "crime_type": "", "finding": []}]
    ]


def test_the_segments_join_to_the_text_with_its_lines():
    text = "first line\nsecond line\n\nfourth"
    assert joined(lines(text, [mark(3, 14)], [(20, 30, "OC202")])) == text


def test_a_mark_over_two_lines_is_marked_on_both():
    assert marked(lines("illicit\ntrade in gold", [mark(0, 13)], [])) == [
        ("illicit", "crime", []),
        ("trade", "crime", []),
    ]


def test_words_that_show_crime_and_terrorism_are_marked_as_crime():
    found = lines("terrorism and crime", [mark(0, 19, "terrorism"), mark(14, 19)], [])
    assert marked(found) == [("terrorism and ", "terrorism", []), ("crime", "crime", [])]
    assert found[0][1]["crime_type"] == "drug_trafficking"


def test_a_segment_names_each_finding_that_quotes_it_once():
    found = lines("gold and arms", [mark(0, 4)], [(0, 4, "OC202"), (0, 13, "OC301"), (0, 4, "OC202")])
    assert marked(found) == [("gold", "crime", ["OC202", "OC301"]), (" and arms", None, ["OC301"])]


def test_marks_that_touch_and_say_the_same_are_one_segment():
    assert marked(lines("goldandarms", [mark(0, 4), mark(4, 11)], [])) == [("goldandarms", "crime", [])]


def test_offsets_beyond_the_text_are_cut_off():
    assert joined(lines("short", [mark(2, 90)], [(-3, 2, "OC202")])) == "short"
