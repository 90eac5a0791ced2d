"""Agreed language as its page and the API show it: the same hits, narrowed alike, for everyone signed in."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from mandates import jobs, services
from mandates.importing.texts import Facts
from mandates.models import Precedent
from tests.mandates import drafts
from tests.mandates.adopted import adopt, mission, text

pytestmark = pytest.mark.django_db
PAGE, API = "/precedents/", "/api/v1/precedents/"
GANGS = "(ii) To develop with the mayors of Nambira a plan against gangs and extortion at the fords;"


@pytest.fixture
def two(owner):
    """Two adopted texts of two missions, one with its vote."""
    first = adopt(owner, text(3101, 2030), "S/RES/3101 (2030)", mission())
    adopt(owner, text(3102, 2031, task=GANGS, mission="UNOKEB"), "S/RES/3102 (2031)", mission("UNOKEB", "HTI"))
    facts = Facts("a table", None, yes=13, no=0, abstaining=2, not_voting=0, without_vote=False)
    services.note_adoption(first.mandate, facts, owner)


@pytest.fixture
def reader(client, stranger):
    client.force_login(stranger)
    return client


def found(reader, query: str = "") -> list[tuple[str, str]]:
    """Symbol and label of each hit over the API; the page must show the same, in the same order."""
    answer = reader.get(f"{API}{query}")
    assert answer.status_code == 200, answer.json()
    hits = [(hit["symbol"], hit["label"]) for hit in answer.json()["results"]]
    page = reader.get(f"{PAGE}{query}").context["precedents"]
    assert [(hit["symbol"], hit["label"]) for hit in page] == hits
    return hits


def test_the_best_language_stands_first(reader, two):
    hits = found(reader)
    assert len(hits) == 6 and {label for _, label in hits[:2]} == {"2 (b) (ii)"}
    assert {label for _, label in hits[-2:]} == {"PP2"}


@pytest.mark.parametrize(
    ("query", "symbols"),
    [
        ("?crime_type=gangs", ["3102"]),
        ("?crime_type=extortion&place=own_task", ["3102"]),
        ("?crime_type=piracy", []),
        ("?mission=UNMINA&addressee=mission", ["3101"]),
        ("?strength=5", ["3101", "3102"]),
        ("?addressee=others&from_year=2031", ["3102"]),
        ("?to_year=2030&place=own_task", ["3101"]),
        ("?q=fords", ["3102"]),
        ("?q=%22smuggling+of+gold%22+police", ["3101"]),
        ("?q=nambira+-gold&place=own_task", ["3102"]),
        ("?task_kind=asset_recovery", []),
    ],
)
def test_filters_narrow_page_and_api_alike(reader, two, query, symbols):
    assert [symbol[6:10] for symbol, _ in found(reader, query)] == symbols


def test_a_hit_tells_all_that_a_drafter_cites(reader, two):
    hit = reader.get(f"{API}?q=police&mission=UNMINA").json()["results"][0]
    assert hit["citation"] == (
        "S/RES/3101 (2030), paragraph 2 (b) (ii), adopted 3 May 2030 (13 for, 0 against, 2 abstaining)"
    )
    assert hit["adoption"]["yes"] == 13 and hit["adoption"]["date"] == "2030-05-03"
    assert hit["fate"] == {
        "state": "not_known",
        "symbol": "",
        "sentence": "Whether a later text dropped it is not known: no later text with tasks of UNMINA is held.",
    }
    assert (hit["place"], hit["addressed_to_mission"], hit["lead_verb"], hit["strength"]) == (
        "own_task",
        True,
        "Decides",
        5,
    )
    assert set(hit["crime_types"]) >= {"organized_crime"}
    assert sum(point["points"] for point in hit["points"]) == hit["score"]


def test_language_that_a_later_text_dropped_says_so(reader, two, owner):
    adopt(owner, text(3103, 2032, task="(ii) To train the clerks of the courts;"), "S/RES/3103 (2032)")
    page = reader.get(f"{PAGE}?place=own_task&q=police").content.decode()
    assert "Dropped later:" in page and "lays down UNMINA’s tasks without it" in page


def test_a_vote_that_is_not_known_is_called_so(reader, two):
    assert "3 May 2031, vote not known" in reader.get(f"{PAGE}?crime_type=gangs").content.decode()


def test_a_link_leads_to_a_paragraph_that_its_page_shows(reader, two):
    for hit in reader.get(API).json()["results"]:
        page, _, anchor = hit["url"].partition("#")
        assert f'id="{anchor}"' in reader.get(page).content.decode()


def test_a_draft_is_found_by_nobody_not_even_its_owner(client, owner, two):
    version = services.submit(owner=owner, data=drafts.NAMBIRA.encode(), queue=False)
    jobs.review_mandate(version.jobs.get().pk)
    client.force_login(owner)
    hits = client.get(f"{API}?page_size=200").json()["results"]
    assert {hit["mandate_id"] for hit in hits}.isdisjoint({version.mandate_id}) and len(hits) == 6
    assert set(Precedent.objects.values_list("version__mandate__draft", flat=True)) == {False}


def test_an_adopted_text_deleted_for_good_is_found_no_more(reader, two, owner):
    mandate = Precedent.objects.filter(version__mandate__symbol="S/RES/3102 (2031)").first().version.mandate
    services.delete_for_good(mandate, owner)
    assert found(reader, "?q=fords") == [] and len(found(reader)) == 3


# --- refusals and empty states ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("?crime_type=murder", "crime_type"),
        ("?task_kind=none", "task_kind"),
        ("?mission=UNKNOWN", "mission"),
        ("?place=nowhere", "place"),
        ("?addressee=you", "addressee"),
        ("?strength=9", "strength"),
        ("?from_year=1900", "from_year"),
        ("?to_year=soon", "to_year"),
        ("?q=%22%22", "q"),
        (f"?q={'a' * 201}", "q"),
    ],
)
def test_a_value_that_no_filter_knows_is_refused_politely(reader, two, query, field):
    answer = reader.get(f"{API}{query}")
    assert answer.status_code == 400 and list(answer.json()["error"]["fields"]) == [field]
    page = reader.get(f"{PAGE}{query}")
    assert page.status_code == 400
    assert escape(answer.json()["error"]["fields"][field][0]) in page.content.decode()


def test_a_number_out_of_bounds_is_answered_with_the_bounds(reader):
    for value in ("1900", "soon", "2020.5"):
        fields = reader.get(f"{API}?from_year={value}").json()["error"]["fields"]
        assert fields == {"from_year": ["Give a whole number from 1946 to 2100."]}


def test_an_unknown_filter_is_refused_over_the_api(reader):
    answer = reader.get(f"{API}?crime=gangs")
    assert answer.status_code == 400 and answer.json()["error"]["code"] == "unknown_filter"


def test_both_ask_to_sign_in(client):
    assert client.get(PAGE).status_code == 302 and client.get(API).status_code == 401


def test_without_any_text_the_page_tells_an_administrator_how_to_import_some_and_others_whom_to_ask(
    client, administrator, stranger
):
    client.force_login(administrator)
    assert "bin/manage import_corpus DIR" in client.get(PAGE).content.decode()
    client.force_login(stranger)
    page = client.get(PAGE).content.decode()
    assert "An administrator can import them." in page and "import_corpus" not in page


def test_where_nothing_fits_the_page_says_what_to_try(reader, two):
    page = reader.get(f"{PAGE}?q=submarines").content.decode()
    assert "Leave a filter out" in page and "0 paragraphs of adopted texts" in page


def test_the_page_is_cut_into_pages_that_keep_the_filter(reader, owner):
    for number in range(3101, 3112):
        adopt(owner, text(number, 2030, mission=f"UNM{number}"), f"S/RES/{number} (2030)")
    first = reader.get(f"{PAGE}?q=nambira&addressee=")
    assert len(first.context["precedents"]) == 20
    assert "?q=nambira&amp;addressee=&amp;page=2" in first.content.decode()
    assert len(reader.get(f"{PAGE}?q=nambira&page=2").context["precedents"]) == 2


def test_search_costs_no_more_queries_with_many_texts_than_with_one(reader, owner):
    def cost(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert reader.get(address).status_code == 200
        return len(queries)

    asked = "?q=nambira&mission=UNMINA&crime_type=organized_crime"
    adopt(owner, text(3101, 2030), "S/RES/3101 (2030)", mission())
    one = [cost(f"{address}{asked}") for address in (PAGE, API)]
    for number in range(3102, 3110):
        adopt(owner, text(number, 2031), f"S/RES/{number} (2031)")
    assert [cost(f"{address}{asked}") for address in (PAGE, API)] == one and max(one) <= 12


# --- beside a finding -------------------------------------------------------------------------------------------


def reviewed(owner):
    version = services.submit(owner=owner, data=drafts.NAMBIRA.encode(), queue=False)
    jobs.review_mandate(version.jobs.get().pk)
    return version.mandate


def test_a_finding_shows_agreed_language_with_its_citation_to_copy(client, owner, two):
    client.force_login(owner)
    page = client.get(reviewed(owner).get_absolute_url()).content.decode()
    assert "Agreed language: 1 precedent" in page
    assert "[S/RES/3101 (2030), paragraph 2 (b) (ii), adopted 3 May 2030 (13 for, 0 against, 2 abstaining)]" in page
    assert "data-copy=" in page


def test_a_decision_brings_the_finding_back_with_its_agreed_language(client, owner, two):
    client.force_login(owner)
    mandate = reviewed(owner)
    finding = client.get(f"/api/v1/mandates/{mandate.pk}/review/").json()["findings"][0]
    address = f"/mandates/{mandate.pk}/findings/{finding['fingerprint']}/"
    answer = client.post(address, {"verdict": "accept"}, headers={"HX-Request": "true"})
    assert "Agreed language: 1 precedent" in answer.content.decode()


def test_without_texts_a_finding_says_so_and_how_to_import_only_to_those_who_may(client, owner, administrator):
    mandate = reviewed(owner)
    client.force_login(owner)
    page = client.get(mandate.get_absolute_url()).content.decode()
    assert "No adopted texts are held, so none can be offered." in page and "import_corpus" not in page
    services.share(mandate, administrator, by=owner)
    client.force_login(administrator)
    assert "bin/manage import_corpus DIR" in client.get(mandate.get_absolute_url()).content.decode()


def test_an_adopted_text_says_when_and_how_it_was_adopted(reader, two):
    page = reader.get(Precedent.objects.filter(year=2030).first().version.mandate.get_absolute_url()).content.decode()
    assert "adopted 3 May 2030, 13 for, 0 against, 2 abstaining" in page
