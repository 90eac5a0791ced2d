"""A slice of the real folder comes in whole: texts, dates, votes, and language that a later text dropped."""

import io
import shutil

import pytest
from django.core.management import call_command

from mandates.importing import folder, votes
from mandates.models import Mandate, Precedent, Review
from mandates.searching import index, words

pytestmark = pytest.mark.django_db
SLICE = ["S-RES-1-1946", "S-RES-1876-2009", "S-RES-2423-2018", "S-RES-2480-2019", "S-RES-2699-2023"]


@pytest.fixture
def part(corpus, tmp_path):
    """A folder laid out like the real one, with a few of its texts and all of its votes."""
    for name in ("resolutions", "paragraphs", "reference"):
        (tmp_path / name).mkdir()
    for name in SLICE:
        for file in (corpus / "resolutions" / f"{name}.txt", corpus / "paragraphs" / f"{name}.json"):
            if file.exists():
                shutil.copy(file, tmp_path / file.parent.name)
    shutil.copy(corpus / "reference" / "council_votes.json", tmp_path / "reference")
    return tmp_path


def test_a_slice_of_the_real_folder_is_imported_and_searchable(part, administrator):
    out = io.StringIO()
    call_command("import_corpus", str(part), stdout=out)
    assert "4 created, 0 unchanged, 1 refused; 4 reviewed" in out.getvalue()
    assert "S-RES-1-1946.txt: The text is no resolution" in out.getvalue()
    assert Review.objects.count() == 4

    votes_of = {mandate.symbol: mandate.adoption for mandate in Mandate.objects.all()}
    assert (str(votes_of["S/RES/2423 (2018)"].date), votes_of["S/RES/2423 (2018)"].yes) == ("2018-06-28", 15)
    assert votes_of["S/RES/2699 (2023)"].vote == "13 for, 0 against, 2 abstaining"

    dropped = Precedent.objects.get(version__mandate__symbol="S/RES/2423 (2018)", label="31")
    assert (dropped.fate, dropped.fate_symbol) == ("dropped", "S/RES/2480 (2019)")
    kept = Precedent.objects.get(version__mandate__symbol="S/RES/2423 (2018)", label="38 (a) (iii)")
    assert (kept.fate, kept.kept_in.label) == ("held", "28 (a) (iii)")

    own = Precedent.objects.filter(place="own_task").values_list("version__mandate__symbol", "label")
    assert set(own) >= {("S/RES/1876 (2009)", "3 (f)"), ("S/RES/2699 (2023)", "1 (a)")}
    found = index.search(Precedent.objects.all(), words.parse('"trafficking in persons" UNODC -terrorism'))
    assert all("trafficking in persons" in row.searchable for row in found)


def test_every_real_resolution_is_told_by_its_name_and_nearly_every_one_has_its_vote(corpus):
    groups, _, refused = folder.read(corpus)
    facts = votes.read(corpus / "reference" / "council_votes.json")
    assert len(groups) > 2000 and not refused
    numbers = [(group[0].year, group[0].number) for group in groups]
    assert numbers == sorted(set(numbers))
    known = [group for group in groups if group[0].symbol in facts]
    assert len(known) / len(groups) > 0.99
