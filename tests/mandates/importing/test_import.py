"""``manage.py import_corpus``: what comes in, once, from which file, and what is told of the rest."""

import io
import json
import signal

import pytest
from django.core.management import CommandError, call_command

from mandates import services
from mandates.importing import run
from mandates.models import Adoption, Event, Job, Mandate, Paragraph, Precedent, Review, TextVersion
from mandates.searching import index, words
from tests.mandates import drafts
from tests.mandates.adopted import adopt, text

pytestmark = pytest.mark.django_db

VOTES = [
    {"ref": "S/RES/3101(2030)", "date": "2030-05-03", "outcome": "adopted (majority)", "yes": 13, "no": 0, "abstentions": 2, "nonVoting": 0},
    {"ref": "S/RES/3102(2031)", "date": "2031-05-03", "outcome": "adopted (majority)", "yes": 0, "no": 0, "abstentions": 0, "nonVoting": 15},
    {"ref": "S/2031/7", "date": "2031-06-01", "outcome": "not adopted (veto)", "yes": 9, "no": 1, "abstentions": 5, "nonVoting": 0},
]  # fmt: skip


def registry(words: str) -> str:
    return json.dumps([{"text": paragraph, "type": "paragraph", "prefix": None} for paragraph in words.split("\n\n")])


@pytest.fixture
def folder(tmp_path):
    """A folder laid out in parts, with a table of votes."""
    for part in ("resolutions", "paragraphs", "reference"):
        (tmp_path / part).mkdir()
    (tmp_path / "resolutions" / "S-RES-3102-2031.txt").write_text(text(3102, 2031))
    (tmp_path / "resolutions" / "S-RES-3101-2030.txt").write_text(text(3101, 2030))
    (tmp_path / "reference" / "council_votes.json").write_text(json.dumps(VOTES))
    return tmp_path


def imported(folder, *options) -> str:
    out = io.StringIO()
    call_command("import_corpus", str(folder), *options, stdout=out)
    return out.getvalue()


def held() -> dict[str, Mandate]:
    return {mandate.symbol: mandate for mandate in Mandate.objects.all()}


def test_each_text_becomes_an_adopted_mandate_with_symbol_date_vote_version_and_review(folder, administrator):
    said = imported(folder)
    assert "2 created, 0 unchanged, 0 refused; 2 reviewed" in said
    mandate = held()["S/RES/3101 (2030)"]
    assert (mandate.draft, mandate.owner, mandate.title) == (False, administrator, "S/RES/3101 (2030)")
    assert bytes(mandate.newest_version.source).decode() == text(3101, 2030)
    assert mandate.latest_review.flagged == "yes"
    assert (str(mandate.adoption.date), mandate.adoption.vote) == ("2030-05-03", "13 for, 0 against, 2 abstaining")
    assert mandate.adoption.vote_source == "Table of the Council's votes (council_votes.json)"
    assert str(mandate.adoption.as_of) == "2031-06-01"
    assert Job.objects.exclude(state=Job.State.DONE).count() == 0


def test_where_nobody_voted_it_was_adopted_without_a_vote(folder, administrator):
    imported(folder)
    assert held()["S/RES/3102 (2031)"].adoption.vote == "without a vote"


def test_what_no_table_knows_stays_unknown_and_the_date_comes_from_the_text(folder, administrator):
    (folder / "reference" / "council_votes.json").unlink()
    imported(folder)
    adoption = held()["S/RES/3101 (2030)"].adoption
    assert (str(adoption.date), adoption.date_source) == ("2030-05-03", "the text itself")
    assert (adoption.vote, adoption.yes, adoption.without_vote, adoption.vote_source) == ("", None, None, "")


def test_texts_come_in_by_number_so_that_predecessors_are_there_first(folder, administrator):
    (folder / "resolutions" / "S-RES-900-2029.txt").write_text(text(900, 2029))
    imported(folder)
    assert list(Mandate.objects.order_by("pk").values_list("symbol", flat=True)) == [
        "S/RES/900 (2029)",
        "S/RES/3101 (2030)",
        "S/RES/3102 (2031)",
    ]


def test_a_second_import_changes_nothing(folder, administrator):
    imported(folder)
    counts = [model.objects.count() for model in (Mandate, TextVersion, Review, Paragraph, Precedent, Event, Adoption)]
    assert "0 created, 2 unchanged, 0 refused; 0 reviewed" in imported(folder)
    assert [m.objects.count() for m in (Mandate, TextVersion, Review, Paragraph, Precedent, Event, Adoption)] == counts


def test_a_text_held_already_is_left_alone_even_where_a_better_source_comes(folder, administrator, owner):
    version = adopt(owner, text(3101, 2030).replace("hear", "see"), "S/RES/3101 (2030)")
    (folder / "paragraphs" / "S-RES-3101-2030.json").write_text(registry(text(3101, 2030)))
    assert "1 created, 1 unchanged" in imported(folder)
    assert held()["S/RES/3101 (2030)"] == version.mandate and version.mandate.versions.count() == 1
    assert held()["S/RES/3101 (2030)"].adoption.yes == 13


def test_a_persons_draft_with_the_same_symbol_is_no_adopted_text(folder, administrator, owner):
    draft = services.submit(owner=owner, data=drafts.NAMBIRA.encode(), symbol="S/RES/3101 (2030)", queue=False)
    assert "2 created" in imported(folder)
    draft.mandate.refresh_from_db()
    assert draft.mandate.draft and draft.mandate.owner == owner


def test_of_raw_text_and_registry_paragraphs_the_registrys_are_taken(folder, administrator):
    (folder / "paragraphs" / "S-RES-3101-2030.json").write_text(registry(text(3101, 2030)))
    assert "2 created" in imported(folder)
    version = held()["S/RES/3101 (2030)"].newest_version
    assert (version.media, version.filename) == ("json", "S-RES-3101-2030.json")


def test_where_the_preferred_file_cannot_be_read_the_next_one_is_taken_and_that_is_said(folder, administrator):
    (folder / "paragraphs" / "S-RES-3101-2030.json").write_text("[1, 2]")
    said = imported(folder)
    assert "2 created, 0 unchanged, 0 refused" in said
    assert held()["S/RES/3101 (2030)"].newest_version.media == "text"
    assert "Passed over:\n  paragraphs/S-RES-3101-2030.json: The JSON is not a list" in said


def test_what_is_refused_is_listed_with_its_reason_and_the_rest_comes_in(folder, administrator):
    (folder / "resolutions" / "S-RES-3103-2032.txt").write_text("Minutes of a meeting on fish.\n" * 40)
    (folder / "resolutions" / "notes.txt").write_text("nothing")
    said = imported(folder)
    assert "2 created, 0 unchanged, 2 refused" in said
    assert "resolutions/S-RES-3103-2032.txt: The text is no resolution" in said
    assert "resolutions/notes.txt: its name gives no symbol" in said
    assert len(held()) == 2 and "fish" not in said


def test_a_text_that_calls_itself_otherwise_than_its_file_comes_in_and_is_listed(folder, administrator):
    (folder / "resolutions" / "S-RES-3103-2032.txt").write_text(text(3104, 2032))
    said = imported(folder)
    assert "3 created" in said and "S/RES/3103 (2032)" in held()
    place = "To be looked at:\n  resolutions/S-RES-3103-2032.txt:"
    assert f"{place} taken as S/RES/3103 (2032), but the text calls itself S/RES/3104 (2032)" in said


def test_the_same_bytes_under_another_symbol_are_no_second_text(folder, administrator):
    (folder / "resolutions" / "S-RES-3103-2032.txt").write_text(text(3101, 2030))
    said = imported(folder)
    assert "2 created, 1 unchanged" in said
    assert "S-RES-3103-2032.txt: the same bytes are held as S/RES/3101 (2030)" in said


def test_a_plain_folder_of_files_named_by_symbol_is_read_and_its_drafts_are_not(tmp_path, administrator):
    (tmp_path / "S_RES_3101(2030)-EN.txt").write_text(text(3101, 2030))
    (tmp_path / "S_2030_44-EN.txt").write_text(drafts.NAMBIRA)
    said = imported(tmp_path)
    assert "1 created, 0 unchanged, 1 refused" in said and list(held()) == ["S/RES/3101 (2030)"]


def test_an_import_stopped_after_a_text_is_whole_and_goes_on_where_it_stopped(folder, administrator, monkeypatch):
    tell, handler = run.services.note_adoption, signal.getsignal(signal.SIGINT)

    def interrupted(*arguments):
        tell(*arguments)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(run.services, "note_adoption", interrupted)
    said = imported(folder)
    assert "Stopped after the text in hand. Run the same command again for the rest." in said
    assert "1 created" in said and Review.objects.count() == 1
    monkeypatch.setattr(run.services, "note_adoption", tell)
    assert "1 created, 1 unchanged" in imported(folder)
    assert signal.getsignal(signal.SIGINT) is handler


def test_a_text_held_without_a_review_of_this_ruleset_is_reviewed(folder, administrator):
    imported(folder)
    Review.objects.filter(version__mandate__symbol="S/RES/3101 (2030)").update(ruleset="older")
    assert "0 created, 2 unchanged, 0 refused; 1 reviewed" in imported(folder)
    assert set(Review.objects.values_list("ruleset", flat=True)) == {run.RULESET}


def test_imported_language_is_searchable_at_once(folder, administrator):
    imported(folder)
    found = index.search(Precedent.objects.all(), words.parse('"smuggling of gold" police'))
    assert set(found.values_list("version__mandate__symbol", flat=True)) == {"S/RES/3101 (2030)", "S/RES/3102 (2031)"}


# --- whose, and what cannot be used -----------------------------------------------------------------------------


def test_the_texts_are_the_only_administrators_or_whose_name_is_given(folder, administrator, owner):
    imported(folder, "--owner", "owner")
    assert {mandate.owner for mandate in held().values()} == {owner}


def test_it_must_be_clear_whose_the_texts_are(folder, django_user_model):
    with pytest.raises(CommandError, match="There is no administrator yet: say with --owner"):
        imported(folder)
    for name in ("one", "two"):
        django_user_model.objects.create_superuser(name)
    with pytest.raises(CommandError, match="several administrators"):
        imported(folder)
    with pytest.raises(CommandError, match="There is no account “nobody”"):
        imported(folder, "--owner", "nobody")
    assert not held()


def test_a_folder_without_texts_and_a_table_that_is_none_are_refused_in_a_sentence(tmp_path, administrator):
    with pytest.raises(CommandError, match="does not exist"):
        imported(tmp_path / "none")
    with pytest.raises(CommandError, match="holds no file that is named by the symbol"):
        imported(tmp_path)
    (tmp_path / "S-RES-3101-2030.txt").write_text(text(3101, 2030))
    (tmp_path / "votes.json").write_text('{"a": 1}')
    with pytest.raises(CommandError, match=r"votes\.json is no table of votes"):
        imported(tmp_path, "--votes", str(tmp_path / "votes.json"))
    assert not held()
