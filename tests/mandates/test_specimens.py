"""The specimens are read as a person who wrote them counted."""

import pytest

from mandates import specimens
from mandates.analysis import pipeline, read, report


def review(name: str) -> dict:
    path = specimens.FOLDER / name
    return report.as_dict(pipeline.review(read.read(path.read_bytes(), path.name)))


def test_the_first_shows_a_clause_deep_in_a_list():
    read_ = review(specimens.FIRST)
    assert (read_["mission"], read_["kind"], read_["flagged"], read_["flag_reason"]) == (
        "UNSMKA",
        "mandate",
        "yes",
        "clause or sub-task",
    )
    assert (read_["preambular_count"], read_["last_operative_number"], read_["police_authorized"]) == (12, 30, 1150)
    assert [(t["label"], t["leaves"]) for t in read_["main_tasks"]] == [
        ("12 (a)", 5), ("12 (b)", 3), ("12 (c)", 2), ("12 (d)", 3), ("12 (e)", 1), ("13 (a)", 1), ("13 (b)", 1), ("13 (c)", 1),
    ]  # fmt: skip
    assert [(t["paragraph"], t["tier"]) for t in read_["task_lists"]] == [("12", "priority"), ("13", "other")]
    assert [(t["label"], t["leaf_index"], t["role"]) for t in read_["oc_leaf_tasks"]] == [("12 (d) (ii)", 12, "clause")]
    assert read_["oc_preambular"] == [5, 6, 7, 8]
    assert [(o["label"], o["addressee"]) for o in read_["oc_operative"]] == [
        ("2", ["armed_groups_or_parties"]),
        ("5", ["member_states"]),
        ("12", ["mission"]),
        ("14", ["mission"]),
        ("19", ["other"]),
        ("21", ["host_state"]),
    ]
    assert [f["code"] for f in read_["findings"] if f["code"] < "OC4"] == ["OC202", "OC301"]


def test_the_second_is_what_the_findings_ask_for():
    read_ = review("specimen-2.txt")
    assert (read_["flagged"], read_["position"], read_["best_main_task_rank"]) == ("no", "main_task", 1)
    assert read_["findings"] == []


def test_the_third_keeps_its_tasks_elsewhere():
    read_ = review("specimen-3.txt")
    assert (read_["kind"], read_["tasks_by_reference"]) == ("extension", "resolution 2970 (2029)")
    assert (read_["flagged"], read_["position"]) == ("unknown", "preamble_only")


@pytest.mark.parametrize("path", sorted(specimens.FOLDER.glob("*.txt")), ids=lambda p: p.name)
def test_a_specimen_is_about_no_real_mission(path):
    from missions import reference

    text = path.read_text()
    assert not [m["acronym"] for m in reference.load().missions if m["acronym"] in text]
