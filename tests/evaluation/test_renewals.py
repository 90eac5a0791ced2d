"""What is measured on mandates by reference, mandates and addressees, on a folder of invented texts."""

import csv
from pathlib import Path

import pytest

from evaluation import addressees, corpus, mandates, renewals

LIST = """The Security Council,

Acting under Chapter VII of the Charter,

1. Decides to establish the United Nations Mission in Karesia (UNMKA) until 30 June 2029, with 900 military personnel;

2. Decides that the mandate of UNMKA shall include the following priority tasks:

(a) to watch the border;

(b) to train the police;

3. Welcomes the truce and calls upon the Government of Karesia to keep it.
"""
NAMED = """The Security Council,

Recalling its previous resolutions,

1. Decides to extend the mandate of UNMKA, as set out in resolution 2901 (2028), until 30 June 2030;

2. Decides to remain seized of the matter.
"""
ALONE = NAMED.replace(", as set out in resolution 2901 (2028),", "")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    (tmp_path / "resolutions").mkdir()
    for number, year, text in ((2901, 2028, LIST), (2911, 2029, NAMED), (2921, 2030, ALONE), (2931, 2031, ALONE)):
        (tmp_path / "resolutions" / f"S-RES-{number}-{year}.txt").write_text(text)
    for module in (renewals, mandates, addressees):
        monkeypatch.setattr(module, "LABELS", tmp_path / f"{module.__name__}.csv")
    corpus.reading.cache_clear()
    return tmp_path


def labelled(module, header: str, *rows: str) -> None:
    module.LABELS.write_text("\n".join([header, *rows]) + "\n")


def test_recognized_sources_and_mandates_in_force_are_counted_by_half(folder):
    labelled(
        renewals,
        "symbol,drawn,half,mission,by_reference,source,paragraph,own_tasks,note",
        "S/RES/2901 (2028),seed,tuning,UNMKA,yes,report S/1,1,no,wrong on purpose",
        "S/RES/2911 (2029),seed,tuning,UNMKA,yes,resolution 2901 (2028),1,no,",
        "S/RES/2921 (2030),seed,held out,UNMKA,yes,none named: extension only,1,no,",
        "S/RES/2931 (2031),seed,held out,UNMKA,no,,1,yes,wrong on purpose",
        "S/RES/9999 (2031),seed,held out,UNMKA,yes,,1,no,not held",
    )
    measured = renewals.measure(folder)
    tuning, held_out = measured["tuning"], measured["held out"]
    assert (tuning["texts"], tuning["precision"], tuning["recall"], tuning["sources_right"]) == (2, 1.0, 0.5, [1, 1])
    assert (held_out["texts"], held_out["precision"], held_out["recall"]) == (2, 0.5, 1.0)
    assert tuning["in_force_shown"] == [1, 2] and held_out["in_force_shown"] == [1, 1]
    assert [miss["symbol"] for miss in measured["misses"]] == ["S/RES/2901 (2028)", "S/RES/2931 (2031)"]
    assert "precision 1.0, recall 0.5" in renewals.lines(measured)[0]


def test_mandates_are_compared_field_by_field_and_what_is_not_settled_is_not_asked(folder):
    labelled(
        mandates,
        "symbol,mission,kind,list_paragraphs,main_tasks,tiers,military,police,individual_police,formed_police,until,months,chapter_vii",
        "S/RES/2901 (2028),UNMKA,mandate,2,2,priority,?,7,,,2029-06-30,,PP1",
        "S/RES/2911 (2029),,extension,,,,,,,,,,",
    )
    measured = mandates.measure(folder)
    assert (measured["texts"], measured["asked"] - measured["right"]) == (2, 1)
    assert "military" not in measured["by_field"] and measured["by_field"]["kind"] == [2, 2]
    assert measured["misses"] == [{"symbol": "S/RES/2901 (2028)", "field": "police", "read": "", "labelled": "7"}]
    assert mandates.lines(measured)[-1] == "  S/RES/2901 (2028), police: read none, labelled 7"


def test_addressees_agree_in_all_or_in_one(folder):
    labelled(
        addressees,
        "symbol,paragraph,half,lead_verb,addressees",
        "S/RES/2901 (2028),3,tuning,Welcomes,host_state",
        "S/RES/2911 (2029),1,held out,Decides,mission secretary_general",
        "S/RES/2911 (2029),2,held out,Requests,member_states",
    )
    measured = addressees.measure(folder)
    assert measured["tuning"] == {"paragraphs": 1, "all_addressees": 1, "one_at_least": 1, "lead_verb": 1}
    assert measured["held out"] == {"paragraphs": 2, "all_addressees": 0, "one_at_least": 1, "lead_verb": 1}
    assert addressees.lines(measured)[-1].endswith("read other, labelled member_states; lead verb differs")


@pytest.mark.parametrize("module", [renewals, mandates, addressees])
def test_the_labels_name_each_text_or_paragraph_once(module):
    with module.LABELS.open(newline="") as file:
        rows = [(row["symbol"], row.get("paragraph") if module is addressees else "") for row in csv.DictReader(file)]
    assert len(rows) == len(set(rows)) >= 40
