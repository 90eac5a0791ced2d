"""Real mandates beside those before them, through the page: submitted as adopted texts, reviewed, compared."""

import re
from html import unescape

import pytest

from mandates import services
from mandates.models import Comparison
from tests.mandates.test_predecessors import work

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(corpus, client, owner):
    """The comparison of a resolution with the one before it, both submitted, as a person gets it."""
    client.force_login(owner)

    def told(*names: str, asked: str = "") -> str:
        for name in names:
            file = f"S-RES-{name}.txt"
            data = (corpus / "resolutions" / file).read_bytes()
            version = services.submit(owner=owner, data=data, filename=file, draft=False)
            work()
        answer = client.get(f"/mandates/{version.mandate_id}/compare/{asked}")
        assert answer.status_code == 200
        return unescape(answer.content.decode()).replace("\N{NO-BREAK SPACE}", " ")

    return told


def passages(told: str) -> dict[str, dict[str, str]]:
    """What the page says became of organized crime: heading → label before (now) → the rest of the line."""
    found: dict[str, dict[str, str]] = {}
    section = told.split('id="h-crime"')[1].split("</section>")[0]
    for head, items in re.findall(r"<h3>(.*?)</h3>(.*?)</ul>", section, re.S):
        lines = re.findall(r'<a class="label" [^>]*>(.*?)</a>(.*?)</li>', items, re.S)
        found[head] = {re.sub(r"<[^>]+>", " ", label).strip(): re.sub(r"<[^>]+>", "", rest) for label, rest in lines}
    return found


def change(told: str, label: str) -> str:
    (found,) = [
        text for text in re.findall(r'<article class="change.*?</article>', told, re.S) if f">{label}</a>" in text
    ]
    return found


def test_minusma_2018_to_2019_lost_what_a_reader_finds_lost(page):
    told = page("2423-2018", "2480-2019")
    assert "resolution 2480 (2019) compared with resolution 2423 (2018)" in told
    crime = passages(told)
    assert set(crime["Lost"]) == {"PP17 now PP5", "PP27 now 60", "31 no counterpart", "48 now 38"}
    assert set(crime["New"]) == {"7 was 8"}
    assert set(crime["Kept"]) == {"38 (a) (iii) now 28 (a) (iii)", "69 now 62"}
    assert "The mission is no longer named in it." in crime["Kept"]["69 now 62"]
    assert "No paragraph of the newer text takes it up." in crime["Lost"]["31 no counterpart"]


def test_a_paragraph_without_a_counterpart_stands_where_it_stood(page):
    told = page("2423-2018", "2480-2019")
    gone = change(told, "31")
    assert 'data-change="dropped"' in gone and '<mark class="crime">trafficking in persons</mark>' in gone
    assert told.index(gone) < told.index(change(told, "41 → 30"))
    weaker = change(told, "28 → 26")
    assert "Weaker" in weaker and "“Requests” is now “Encourages”" in weaker


def test_what_moved_says_from_where_to_where(page):
    moved = change(page("2423-2018", "2480-2019"), "38 (d) → 28 (c)")
    assert "Promoted" in moved and "the 4th of 9 main tasks" in moved and "the 3rd of 8 main tasks" in moved


def test_organized_crime_alone_leaves_only_paragraphs_on_it(page):
    told = page("2149-2014", "2217-2015", asked="?show=crime")
    shown = [a for a in re.findall(r"<article class=\"change[^>]*>", told) if not a.endswith(" hidden>")]
    assert len(shown) == 7 and all(" data-crime" in opening for opening in shown)


def test_every_change_of_real_texts_has_a_name_of_its_own(page):
    page("2364-2017", "2423-2018")
    names = Comparison.objects.get().fingerprints
    assert len(names) == len(set(names)) > 100
