"""Measuring against human coders: scores, halves, guesses that do not look, and labels that fit the texts."""

import csv
import os
from pathlib import Path

import pytest

from evaluation import tamm
from mandates.analysis import areas

MANDATE = """The Security Council,
Recalling the United Nations Mission in Karesia (UNMKA),
1. Decides that the mandate of UNMKA shall be:
(a) to train the police;
(b) to help with the elections;
2. Decides to remain seized of the matter.
"""
RENEWAL = """The Security Council,
Recalling the United Nations Mission in Karesia (UNMKA),
1. Decides to extend the mandate of UNMKA until 30 June 1997;
2. Requests UNMKA to monitor the ceasefire;
"""
POLICE = {"policereform_assist", "securitysectorreform_assist"}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A mandate and its renewal, coded, and a row for a text that is not held."""
    (tmp_path / "resolutions").mkdir()
    (tmp_path / "coded").mkdir()
    (tmp_path / "resolutions" / "S-RES-9001-1995.txt").write_text(MANDATE)
    (tmp_path / "resolutions" / "S-RES-9002-1996.txt").write_text(RENEWAL)
    codes = list(areas.load().codes)
    rows = [
        ("UNMKA", "9001", "1995", POLICE | {"goodoffices"}),
        ("UNMKA", "9002", "1996", POLICE | {"peaceag_cease_monitor"}),
        ("UNMOS", "9003", "1996", {"prociv"}),
    ]
    with (tmp_path / "coded" / "tamm_sample.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["mission", "unsc_resolution", "year", *codes])
        writer.writerows([mission, number, year, *(int(c in coded) for c in codes)] for mission, number, year, coded in rows)  # fmt: skip
    return tmp_path


def row(mission: str, coded: set[str], read: set[str] | None = None, symbol: str = "S/RES/1 (1990)") -> tamm.Row:
    read = coded if read is None else read
    return tamm.Row(mission, symbol, True, frozenset(coded), frozenset(read), frozenset(read))


# --- reading ----------------------------------------------------------------------------------------------------


def test_rows_are_read_in_their_order_and_those_not_held_are_named(corpus):
    rows, missing = tamm.read_rows(corpus)
    assert [(r.mission, r.symbol, r.first) for r in rows] == [
        ("UNMKA", "S/RES/9001 (1995)", True),
        ("UNMKA", "S/RES/9002 (1996)", False),
    ]
    assert missing == ["UNMOS 9003"]


def test_a_later_row_keeps_what_earlier_texts_tell_and_adds_its_own(corpus):
    first, later = tamm.read_rows(corpus)[0]
    assert first.read == first.in_force == POLICE | {"election_assist"}
    assert later.read == {"peaceag_cease_monitor"}
    assert later.in_force == POLICE | {"election_assist", "peaceag_cease_monitor"}


def test_a_mission_s_number_is_no_part_of_its_name():
    assert tamm.acronym("UNMKA II") == "UNMKA"


def test_what_is_measured_can_be_printed(corpus):
    measured = tamm.measure(corpus)
    assert measured["first"]["both"] == 2
    assert (measured["first"]["coded"], measured["first"]["read"]) == (3, 3)
    assert measured["in_force"]["both"] == 5
    printed = "\n".join(tamm.lines(measured))
    assert "all first resolutions: precision 0.667, recall 0.667, F1 0.667 (1 texts" in printed
    assert "UNMOS 9003" in printed


# --- halves -----------------------------------------------------------------------------------------------------


def test_the_halves_are_the_same_whatever_the_order_and_however_often_a_mission_comes():
    missions = [f"UN{letter}" for letter in "ABCDEFGHIJ"]
    half = tamm.half_a(missions)
    assert half == tamm.half_a([*reversed(missions), *missions])
    assert len(half) == 5
    assert half < set(missions)


# --- scores -----------------------------------------------------------------------------------------------------


def test_scores_count_over_all_pairs_together():
    pairs = [(frozenset("ab"), frozenset("bc")), (frozenset("d"), frozenset("d"))]
    assert tamm.scores(pairs) == {
        "texts": 2,
        "coded": 3,
        "read": 3,
        "both": 2,
        "precision": 0.667,
        "recall": 0.667,
        "f1": 0.667,
    }


def test_scores_of_nothing_are_none_and_not_perfect():
    assert tamm.scores([])["f1"] is None
    assert tamm.scores([(frozenset("a"), frozenset())])["f1"] == 0


def test_each_code_is_counted_by_itself():
    counts = tamm.by_code([(frozenset({"prociv", "ddr_assist"}), frozenset({"prociv"})), (frozenset(), frozenset({"prociv"}))])  # fmt: skip
    assert (counts["prociv"]["coded"], counts["prociv"]["read"], counts["prociv"]["both"]) == (1, 2, 1)
    assert counts["ddr_assist"]["recall"] == 0
    assert counts["ch7"]["f1"] is None


def test_a_code_with_few_disagreements_is_not_called_weak():
    few = {"prociv": {"coded": 4, "read": 0, "both": 0, "f1": 0.0}}
    enough = {"ddr_assist": {"coded": 9, "read": 9, "both": 6, "f1": 0.667}}
    assert [weak["code"] for weak in tamm._weakest(few | enough)] == ["ddr_assist"]


# --- guesses ----------------------------------------------------------------------------------------------------


def test_the_guess_for_a_text_does_not_look_at_that_text():
    rows = [row("UNA", {"prociv"}), row("UNB", {"ddr_assist"}), row("UNC", {"qip_assist"})]
    assert tamm._by_threshold(rows)["both"] == 0  # what a text holds, no other text holds
    assert tamm._by_share(rows)["f1"] == 0


def test_the_guess_is_right_where_all_texts_hold_the_same():
    rows = [row(mission, {"prociv", "ddr_assist"}) for mission in ("UNA", "UNB", "UNC")]
    assert tamm._by_threshold(rows)["f1"] == 1
    assert tamm._by_share(rows)["f1"] == 1


def test_the_guess_does_not_depend_on_what_the_engine_reads():
    coded = [{"prociv"}, {"prociv", "ddr_assist"}, {"qip_assist"}]
    blind = [row(f"UN{place}", codes, set()) for place, codes in enumerate(coded)]
    seeing = [row(f"UN{place}", codes) for place, codes in enumerate(coded)]
    assert tamm._by_threshold(blind) == tamm._by_threshold(seeing)


# --- labels -----------------------------------------------------------------------------------------------------


def labels(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def test_what_is_left_out_is_labelled_with_the_paragraph_that_refers_on():
    for label in labels(tamm.LABELS):
        assert label["states_tasks"] in ("yes", "no")
        assert bool(label["paragraph"]) == (label["states_tasks"] == "no"), label["symbol"]


def test_only_first_resolutions_that_are_held_are_left_out():
    refers = next(label for label in labels(tamm.LABELS) if label["states_tasks"] == "no")
    states = next(label for label in labels(tamm.LABELS) if label["states_tasks"] == "yes")
    held = [row(label["mission"], set(), symbol=label["symbol"]) for label in (refers, states)]
    assert tamm.left_out_of(held) == [{name: refers[name] for name in ("mission", "symbol", "paragraph")}]


def test_what_a_reader_saw_is_of_known_codes_and_in_few_words():
    notes = labels(tamm.SEEN)
    assert notes
    for note in notes:
        assert note["code"] in areas.load().codes
        assert note["said_by"] in ("coders", "engine")
        assert note["right"].split(",")[0] in ("coders", "engine", "unclear")
        assert len(note["seen"].split()) < 20


def test_a_note_says_whether_the_disagreement_is_still_there():
    note = next(note for note in labels(tamm.SEEN) if note["said_by"] == "coders")
    missed = row(note["mission"], {note["code"]}, set(), note["symbol"])
    found = row(note["mission"], {note["code"]}, {note["code"]}, note["symbol"])
    assert [seen["still"] for seen in tamm.seen(note["code"], [missed])] == [True]
    assert [seen["still"] for seen in tamm.seen(note["code"], [found])] == [False]


@pytest.fixture(scope="module")
def measured():
    if not os.environ.get("CORPUS_DIR"):
        pytest.skip("CORPUS_DIR is not set: no coded texts to measure on")
    return tamm.measure(Path(os.environ["CORPUS_DIR"]))


def test_a_reader_looked_at_half_a_alone():
    if not os.environ.get("CORPUS_DIR"):
        pytest.skip("CORPUS_DIR is not set: no coded rows to compare with")
    coded = {entry["mission"] for entry in tamm._entries(Path(os.environ["CORPUS_DIR"]))}
    notes = {note["mission"] for note in labels(tamm.SEEN)}
    assert notes <= tamm.half_a(coded)


def test_the_codes_agree_with_human_coders_far_more_often_than_a_guess(measured):
    assert measured["stating"]["f1"] >= 0.8
    assert measured["first"]["f1"] >= 0.75
    assert measured["guess"]["first"]["threshold"]["f1"] < 0.5


def test_the_half_that_was_never_looked_at_does_not_fall_far_behind(measured):
    assert measured["stating"]["half_b"]["f1"] >= 0.78


def test_the_weakest_codes_have_what_a_reader_saw(measured):
    assert len(measured["weakest"]) == tamm.WEAKEST
    assert sum(bool(weak["seen"]) for weak in measured["weakest"]) >= tamm.WEAKEST - 2
