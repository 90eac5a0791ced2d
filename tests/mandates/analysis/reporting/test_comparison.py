import json

import pytest

from mandates.analysis.reporting import comparison_fields, comparison_page, comparison_sentences
from tests.mandates.analysis.comparing.texts import NAMBIRA, changed

NEWER = changed(
    ("and at the smuggling of gold through Kestrel Gorge", "and at the slow delivery of tents"),
    ("by day and by night", "by day"),
    ("(ii) To host the monthly meetings of the lake council;\n", ""),
    ("in the eastern hills,", "in the eastern hills and of the smuggling of migrants across them,"),
    (", with the assistance of UNMINA, to end", " to end"),
    (
        "(b) To count and mark the cattle of displaced herders;",
        "(b) To count and mark the cattle of displaced herders upon request;",
    ),
)


@pytest.fixture
def made(compared):
    return compared(NAMBIRA, NEWER)


def test_the_sentences_count_individual_tasks(made):
    assert (
        comparison_sentences.tasks(made)
        == "Of 8 tasks 5 are kept, 1 reworded, 1 weakened and 1 dropped; no task is new."
    )


def test_the_sentences_say_where_crime_language_went(made):
    assert comparison_sentences.crime(made) == "Organized crime: lost in PP2; kept in 2 (c) (ii) and 5; new in 4."


def test_the_sentences_count_everything_else(made):
    assert (
        comparison_sentences.paragraphs(made)
        == "Of 9 other paragraphs and items 6 are kept and 3 reworded; none is new."
    )


def test_the_same_text_twice_says_so_in_few_words(compared):
    same = compared(NAMBIRA, NAMBIRA)
    assert comparison_sentences.tasks(same) == "Of 8 tasks 8 are kept; no task is new."
    assert "lost" not in comparison_sentences.summary(same)


def test_what_moved_is_named_with_both_labels(compared):
    herders = "(b) To count and mark the cattle of displaced herders;\n"
    newer = changed((herders, ""), ("3. Further", "(d) To count and mark the cattle of displaced herders;\n3. Further"))
    assert comparison_sentences.tasks(compared(NAMBIRA, newer)).endswith("Promoted: 3 (b) (now 2 (d)).")


def test_texts_without_tasks_and_crime_have_sentences_too(compared):
    plain = "The Security Council,\nRecalling its statement,\n1. Urges calm;"
    summary = comparison_sentences.summary(compared(plain, plain))
    assert summary.startswith("Neither text lists tasks for the mission. Neither text names organized crime.")


def test_the_page_groups_changes_what_matters_most_first(made):
    page = comparison_page.as_text(made, "old.txt", "new.txt")
    heads = [line for line in page.splitlines() if line.isupper()]
    assert heads == [
        "ORGANIZED CRIME LOST", "ORGANIZED CRIME NEW", "ORGANIZED CRIME KEPT", "TASKS DROPPED", "TASKS WEAKENED",
        "TASKS REWORDED", "OTHER PARAGRAPHS REWORDED",
    ]  # fmt: skip
    assert page.startswith("UNMINA · old.txt → new.txt\n")


def test_the_page_shows_labels_of_both_sides_and_the_differing_words(made):
    lines = [line.strip() for line in comparison_page.as_text(made).splitlines()]
    assert "PP2 → PP2  natural resources; no longer named there" in lines
    assert "− “smuggling of gold”" in lines
    assert "4 (was 4)  smuggling of migrants" in lines
    assert "5 → 5  trafficking in persons; UNMINA is no longer named in it" in lines
    assert "3 (b) → 3 (b)  “upon request” added" in lines
    assert "+ “upon request”" in lines
    assert "− “and by night”" in lines


def test_no_line_is_wider_than_asked(made):
    assert max(len(line) for line in comparison_page.as_text(made, width=60).splitlines()) <= 60


def test_long_differences_are_cut_and_counted():
    assert comparison_page._clipped(" ".join(map(str, range(40)))).count(" ") == 30


def test_the_fields_hold_what_the_page_says_and_survive_json(made):
    fields = json.loads(json.dumps(comparison_fields.as_dict(made, "old.txt", "new.txt")))
    assert fields["mission"] == "UNMINA"
    assert fields["summary"] == comparison_sentences.summary(made)
    assert (len(fields["tasks"]), len(fields["paragraphs"])) == (len(made.tasks), len(made.paragraphs))
    lost = [c for c in fields["crime"] if c["fate"] == "lost"]
    assert [(c["older"], c["newer"], c["crime_types_lost"]) for c in lost] == [("PP2", "PP2", ["natural_resources"])]


def test_offsets_in_the_fields_cut_the_words_out_of_the_texts(made):
    fields = comparison_fields.as_dict(made)
    (patrols,) = [c for c in fields["tasks"] if c["older"] and c["older"]["label"] == "2 (a) (ii)"]
    (gone,) = [r for r in patrols["runs"] if r["kind"] == "deleted"]
    assert patrols["older"]["text"][gone["older"]["start"] : gone["older"]["end"]] == "and by night"
    (lost,) = [c for c in fields["crime"] if c["fate"] == "lost"]
    text = next(c for c in fields["paragraphs"] if c["older"]["label"] == "PP2")["older"]["text"]
    assert [text[w["start"] : w["end"]] for w in lost["older_words"]] == ["smuggling of gold"]


# --- the answer in one sentence ---------------------------------------------------------------------------------


def test_the_answer_counts_crime_first_and_then_tasks(made):
    assert comparison_sentences.answer(made) == (
        "Organized-crime language is lost in 1 paragraph, kept in 2 and new in 1; "
        "of 8 tasks 5 are kept, 1 reworded, 1 weakened and 1 dropped."
    )


def test_the_answer_says_what_moved_and_that_a_promoted_paragraph_names_crime(compared):
    mines = (
        "4. Requests UNMINA to keep a record of abandoned mines in the eastern hills, as set out in paragraph 3 above;"
    )
    crime = "keep a record of gangs and abandoned mines in the eastern hills and to end the smuggling of gold there;"
    older = changed((mines, f"4. Requests UNMINA to {crime}"))
    newer = changed((f"{mines}\n", ""), ("5. Calls upon", f"(c) To {crime}\n5. Calls upon"))
    assert comparison_sentences.answer(compared(older, newer)) == (
        "Organized-crime language is kept in 4 paragraphs and promoted in 1; of 8 tasks 8 are kept; 1 is promoted."
    )


def test_the_answer_of_texts_without_crime_and_tasks_is_a_sentence_too(compared):
    plain = "The Security Council,\nRecalling its statement,\n1. Urges calm;"
    said = comparison_sentences.answer(compared(plain, plain))
    assert said == (
        "Nothing differs but spelling, hyphens and numbers of paragraphs; neither text names organized crime; "
        "neither text lists tasks for the mission."
    )


def test_every_change_and_nothing_else_has_a_fingerprint_in_the_fields(made):
    fields = comparison_fields.as_dict(made)
    for change in (*fields["tasks"], *fields["paragraphs"]):
        assert (change["fingerprint"] is None) == (change["change"] == "kept" and not change["movement"])
    (dropped,) = [c for c in fields["tasks"] if c["change"] == "dropped"]
    assert (dropped["older"]["anchor"], dropped["older"]["kind"], dropped["older"]["depth"]) == (
        "op2-b-ii",
        "operative",
        2,
    )
