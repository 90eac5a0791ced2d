"""The data set's table, made from the columns that its codebook documents."""

import csv
import io

import pytest
from django.core.management import call_command

from mandates.importing import cr_unsc
from mandates.importing.texts import Unusable
from mandates.models import Mandate
from tests.mandates import drafts
from tests.mandates.adopted import text

COLUMNS = [
    "body", "doc_id", "date", "res_no", "symbol", "year", "text", "text_fr", "text_draft", "vote_summary", "vote_yes",
    "vote_no", "vote_abstention", "vote_nonvote", "vote_total", "version",
]  # fmt: skip
ROW = {
    "body": "S", "doc_id": "S_RES_3101_2030_EN.txt", "date": "2030-05-03", "res_no": "3101", "symbol": "S/RES/3101 (2030)",
    "year": "2030", "text": text(3101, 2030), "text_fr": "Le Conseil de sécurité,", "text_draft": drafts.NAMBIRA,
    "vote_summary": "Yes: 12, No: 1", "vote_yes": "12", "vote_no": "1", "vote_abstention": "2", "vote_nonvote": "0",
    "vote_total": "15", "version": "2031-01-15",
}  # fmt: skip


@pytest.fixture
def table(tmp_path):
    def make(*rows: dict, columns=COLUMNS):
        file = tmp_path / "CR-UNSC_2031-01-15_ALL_CSV_FULL.csv"
        with file.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        return file

    return make


def test_the_english_text_is_taken_and_neither_the_draft_nor_another_language(table):
    (found,), _ = cr_unsc.read(table(ROW))
    assert (found.symbol, found.load().decode()) == ("S/RES/3101 (2030)", text(3101, 2030))
    assert found.place.endswith(".csv, row 2")


def test_date_vote_and_the_date_of_the_data_set_are_facts(table):
    _, facts = cr_unsc.read(table(ROW))
    fact = facts["S/RES/3101 (2030)"]
    assert (str(fact.date), fact.yes, fact.no, fact.abstaining, fact.not_voting) == ("2030-05-03", 12, 1, 2, 0)
    assert (fact.source, str(fact.as_of), fact.without_vote) == ("CR-UNSC", "2031-01-15", False)


def test_what_is_na_there_is_not_known(table):
    nothing = dict.fromkeys(COLUMNS, "NA") | {"res_no": "3101", "year": "2030", "text": text(3101, 2030)}
    _, facts = cr_unsc.read(table(nothing))
    fact = facts["S/RES/3101 (2030)"]
    assert (fact.date, fact.yes, fact.without_vote, fact.as_of) == (None, None, None, None)


def test_a_summary_that_says_so_is_an_adoption_without_a_vote(table):
    row = ROW | {"vote_summary": "ADOPTED WITHOUT VOTE", "vote_yes": "NA", "vote_no": "NA", "vote_abstention": "NA"}
    _, facts = cr_unsc.read(table(row))
    assert facts["S/RES/3101 (2030)"].without_vote is True


def test_a_row_without_text_is_passed_by_and_another_table_is_refused(table):
    assert cr_unsc.read(table(ROW, ROW | {"res_no": "3102", "text": "NA"}))[0][1:] == []
    with pytest.raises(Unusable, match="it lacks the column text"):
        cr_unsc.read(table(ROW, columns=["res_no", "year"]))


@pytest.mark.django_db
def test_the_table_is_imported_as_a_folder_is(table, administrator):
    later = ROW | {"res_no": "3102", "year": "2031", "text": text(3102, 2031), "doc_id": "NA"}
    out = io.StringIO()
    call_command("import_corpus", str(table(later, ROW)), stdout=out)
    assert "2 created, 0 unchanged, 0 refused; 2 reviewed" in out.getvalue()
    mandate = Mandate.objects.get(symbol="S/RES/3101 (2030)")
    assert mandate.adoption.vote == "12 for, 1 against, 2 abstaining"
    assert mandate.newest_version.filename == "S_RES_3101_2030_EN.txt"
