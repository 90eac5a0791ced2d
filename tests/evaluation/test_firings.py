"""What is counted, drawn and compared of the rules' findings, on a folder of invented texts."""

import doctest
from pathlib import Path

import pytest

from evaluation import corpus, firings, result
from evaluation.__main__ import main
from mandates import rules
from mandates.rules.base import Status

HEAD = """The Security Council,

Recalling its previous resolutions,

1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June {until};

2. Decides that the mandate of UNMIKA shall include the following priority tasks:

(a) To watch the border;

(b) To train the police{against};

3. Decides to remain seized of the matter.
"""
DRUGS = " to investigate drug trafficking in the ports"
TEXTS = {"2901-2028": DRUGS, "2911-2029": DRUGS, "2921-2030": "", "0901-1990": ""}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    (tmp_path / "resolutions").mkdir()
    for name, against in TEXTS.items():
        text = HEAD.format(until=int(name[-4:]) + 1, against=against)
        (tmp_path / "resolutions" / f"S-RES-{name}.txt").write_text(text)
    monkeypatch.setattr(firings, "LABELS", tmp_path / "labels")
    corpus.reading.cache_clear()
    firings.reviews.cache_clear()
    return tmp_path


def labelled(folder: Path, kind: str, code: str, header: str, *rows: str) -> None:
    (folder / "labels" / kind).mkdir(parents=True, exist_ok=True)
    (folder / "labels" / kind / f"{code}.csv").write_text("\n".join([header, *rows]) + "\n")


def test_each_rule_is_counted_on_mandates_since_1999_beside_their_predecessors(folder):
    measured = firings.measure(folder)
    assert measured["texts"] == 3
    dropped = measured["rules"]["OC204"]
    assert (dropped["asked"], dropped["fires"], dropped["findings"], dropped["share"]) == (2, 1, 1, 0.5)
    assert dropped["drawn"] == {"right": 0, "wrong": 0, "not judged": 1}
    assert dropped["silent"] == {"right": 0, "missed": 0, "not judged": 1}
    [firing] = firings.firings(rules.by_code("OC204"), firings.reviews(folder))
    assert (firing.symbol, firing.paragraph) == ("S/RES/2921 (2030)", "–")


def test_labels_are_read_and_what_is_wrong_is_told(folder):
    [firing] = firings.firings(rules.by_code("OC204"), firings.reviews(folder))
    labelled(
        folder,
        "firings",
        "OC204",
        "symbol,paragraph,fingerprint,judgement,reason",
        f"{firing.symbol},–,{firing.fingerprint},wrong,on purpose",
        f"{firing.symbol},–,000000000000,right,no longer fires",
    )
    labelled(folder, "silent", "OC204", "symbol,judgement,reason", "S/RES/2911 (2029),missed,on purpose too")
    made = firings.measure(folder)["rules"]["OC204"]
    assert made["drawn"] == {"right": 0, "wrong": 1, "not judged": 0}
    assert made["wrong"] == [{"symbol": firing.symbol, "paragraph": "–", "reason": "on purpose"}]
    assert made["missed"] == [{"symbol": "S/RES/2911 (2029)", "reason": "on purpose too"}]
    table = firings.lines({"texts": 3, "seed": firings.SEED, "rules": {"OC204": made}})
    assert "0 of 1" in table[2] and "1 of 1" in table[2]
    assert table[3:] == [
        "  OC204 wrong: S/RES/2921 (2030) –: on purpose",
        "  OC204 missed: S/RES/2911 (2029): on purpose too",
    ]


def test_a_judgement_that_is_none_is_refused(folder):
    labelled(folder, "silent", "OC204", "symbol,judgement,reason", "S/RES/2911 (2029),perhaps,")
    with pytest.raises(ValueError, match="perhaps"):
        firings.measure(folder)


def test_what_is_drawn_stays_when_a_rule_says_less(folder):
    rule, made = rules.by_code("OC203"), firings.reviews(folder)
    order = firings.silent(rule, made)
    assert firings.silent(rule, {s: r for s, r in made.items() if s != order[0]}) == order[1:]


def test_what_is_to_be_judged_is_printed_with_the_paragraphs_of_both_texts(folder, capsys):
    assert main(["--corpus", str(folder), "--draw", "oc204"]) == 0
    out = capsys.readouterr().out
    assert "== S/RES/2921 (2030),–," in out
    assert "lost, before: 2 (b) | To train the police to investigate drug trafficking in the ports;" in out
    assert "== silent: S/RES/2911 (2029)" in out
    labelled(folder, "silent", "OC204", "symbol,judgement,reason", "S/RES/2911 (2029),right,nothing is lost")
    main(["--corpus", str(folder), "--draw", "OC204", "--only"])
    assert "silent" not in capsys.readouterr().out
    assert main(["--corpus", str(folder), "--draw", "OC999"]) == 2


def test_what_rules_say_newly_and_no_longer_is_told(folder, capsys):
    saved = folder / "saved.json"
    assert main(["--corpus", str(folder), "--save", str(saved)]) == 0
    main(["--corpus", str(folder), "--since", str(saved)])
    assert capsys.readouterr().out == "No rule says anything else.\n"
    (folder / "resolutions" / "S-RES-2921-2030.txt").write_text(HEAD.format(until=2031, against=DRUGS))
    corpus.reading.cache_clear()
    corpus.clean.cache_clear()
    firings.reviews.cache_clear()
    main(["--corpus", str(folder), "--since", str(saved)])
    out = capsys.readouterr().out
    assert "OC204: 1 changed\n  S/RES/2921 (2030) no longer (" in out
    assert "flags: 1 changed\n  S/RES/2921 (2030): yes absent → no\n" in out


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(firings).failed == 0


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.code)
def test_a_rule_that_readers_find_wrong_more_than_once_in_ten_is_a_preview(rule):
    drawn = result.load()["firings"]["rules"].get(rule.code, {}).get("drawn", {})
    judged = drawn.get("right", 0) + drawn.get("wrong", 0)
    if judged and drawn["right"] < 0.9 * judged:
        assert rule.status is Status.PREVIEW
