import csv
import json

import pytest

from evaluation import references, result

NO_CRIME = "The Security Council,\nRecalling its resolutions,\n1. Requests the Mission to support the elections;\n2. Decides to remain seized of the matter.\n"


def resolution(words, preamble="Recalling its resolutions,"):
    return f"The Security Council,\n{preamble}\n1. Requests the Mission {words};\n2. Decides to remain seized of the matter.\n"


@pytest.fixture
def corpus(tmp_path):
    """A folder of made-up resolutions and of published shares."""
    (tmp_path / "resolutions").mkdir()
    (tmp_path / "coded").mkdir()
    texts = {
        (9001, 2015): resolution("to counter drug trafficking"),
        (9002, 2015): resolution(
            "to curb the illicit transfer, destabilizing accumulation and misuse of small arms and light weapons"
        ),
        (9003, 2015): resolution("to fight corruption"),
        (9004, 2015): NO_CRIME,
        (9005, 2014): resolution("to report", preamble="Condemning the kidnapping of aid workers,"),
        (9006, 2014): NO_CRIME + "Annex\nA person who leads a drug trafficking gang\n",
        (9007, 1999): resolution("to counter piracy"),
    }
    for (number, year), text in texts.items():
        (tmp_path / "resolutions" / f"S-RES-{number}-{year}.txt").write_text(text, encoding="utf-8")
    published = "years,resolutions,referring_to_organized_crime,share,source\n2014-2015,64,30,0.469,a tracker\n2015,,,0.635,a tracker\n"
    (tmp_path / references.PUBLISHED).write_text(published)
    return tmp_path


@pytest.fixture
def labels(tmp_path, monkeypatch):
    """Labels of those resolutions, one of them wrong and one of a text that is not held."""
    folder = tmp_path / "labels"
    folder.mkdir()
    head = "symbol,organized_crime,paragraph,crime_types,only_small_arms,corruption_only,reason\n"
    first = "S/RES/9001 (2015),yes,1,drug_trafficking,no,no,\nS/RES/9002 (2015),yes,1,arms_trafficking,yes,no,\nS/RES/9003 (2015),yes,1,corruption,no,yes,wrong\n"
    (folder / "organized_crime_2015.csv").write_text(f"{head}{first}S/RES/9004 (2015),no,,,no,no,\n")
    (folder / "organized_crime_2013.csv").write_text(f"{head}S/RES/9500 (2013),no,,,no,no,\n")
    drawn = "symbol,organized_crime,paragraph,crime_types,corruption_only,reason\n"
    (folder / "drawn.csv").write_text(f"{drawn}S/RES/9007 (1999),no,,,no,wrong\nS/RES/9006 (2014),no,,,no,\n")
    monkeypatch.setattr(references, "LABELS", folder)


def test_agreement_is_counted_and_every_disagreement_named_with_its_paragraph(corpus, labels):
    made = references.measure(corpus)["labels"]
    assert (made["organized_crime_2015"]["agree"], made["organized_crime_2015"]["texts"]) == (3, 4)
    assert made["organized_crime_2015"]["disagreements"] == [
        {"symbol": "S/RES/9003 (2015)", "labelled": "yes", "read": "no", "paragraph": "1"}
    ]
    assert made["organized_crime_2015"]["only_small_arms"] == [3, 3]
    assert made["drawn"]["disagreements"][0]["read"] == "yes"


def test_a_text_that_is_not_held_is_named_and_not_counted(corpus, labels):
    made = references.measure(corpus)["labels"]["organized_crime_2013"]
    assert (made["texts"], made["unread"]) == (0, ["S/RES/9500 (2013)"])


def test_negatives_with_crime_in_them_are_named(corpus, labels):
    assert references.measure(corpus)["negatives"] == {
        "checked": 3,
        "after_2000": 2,
        "found": [{"symbol": "S/RES/9007 (1999)", "paragraph": "1"}],
    }


def test_each_share_is_counted_by_both_definitions_and_without_the_small_arms_formula(corpus, labels):
    years = references.measure(corpus)["shares"]["years"]
    assert years == {
        "2014": {"held": 2, "project": 0, "without_small_arms": 0, "wider": 1},
        "2015": {"held": 4, "project": 2, "without_small_arms": 1, "wider": 3},
    }


def test_published_shares_stand_beside_ours_of_the_same_years(corpus, labels):
    span, year = references.measure(corpus)["shares"]["published"]
    assert (span["referring"], span["resolutions"], span["held"], span["wider"]) == (30, 64, 6, 4)
    assert (year["share"], year["referring"], year["held"], year["project"]) == (0.635, None, 4, 2)


def test_the_result_can_be_recorded_and_told(corpus, labels):
    made = references.measure(corpus)
    assert result.changes(json.loads(json.dumps(made)), made) == []
    told = "\n".join(references.lines(made))
    assert "organized_crime_2015: 3 of 4 texts agree (75.0%); small-arms formula alone 3 of 3" in told
    assert "S/RES/9003 (2015): labelled yes, read no (paragraph 1)" in told
    assert "Negatives: 3 checked, 2 of them after 2000; crime found in 1" in told
    assert "2015: 50.0% (2) · 25.0% (1) · 75.0% (3) of 4 held" in told
    assert "2014-2015: published 46.9% 30 texts of 64" in told


@pytest.mark.parametrize("name", references.FILES)
def test_the_committed_labels_are_well_formed(name):
    with (references.LABELS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["symbol"] for row in rows}) == len(rows) >= 37
    for row in rows:
        assert None not in row and None not in row.values(), row["symbol"]
        assert row["organized_crime"] in ("yes", "no")
        assert bool(row["paragraph"]) == (row["organized_crime"] == "yes"), row["symbol"]
