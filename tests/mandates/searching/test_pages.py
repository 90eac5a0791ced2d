"""The page of the search, whole and while somebody types, and the same over the API."""

import tomllib
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.mandates import adopted, drafts
from tests.mandates.searching.conftest import submitted
from tests.site_map import program

pytestmark = pytest.mark.django_db
PAGE, API = "/search/", "/api/v1/search/"
BUDGETS = tomllib.loads((Path(__file__).parents[2] / "query_budgets.toml").read_text())["pages"]
TYPING = {"HX-Request": "true"}


@pytest.fixture
def reader(client, stranger):
    client.force_login(stranger)
    return client


def test_nobody_searches_without_signing_in(client):
    assert client.get(PAGE).status_code == 302 and client.get(f"{API}?q=gold").status_code == 401


def test_hits_are_marked_grouped_and_counted(reader, resolution, partners):
    page = reader.get(f"{PAGE}?q=gold").content.decode()
    assert "<mark>gold</mark>" in page and "2 results" in page
    assert page.index(">Tasks <small>1</small>") < page.index(">Paragraphs <small>1</small>")
    assert f'href="{resolution.mandate.get_absolute_url()}#pp2"' in page and "Partners <small>" not in page


def test_while_somebody_types_the_results_come_alone_with_a_line_for_the_screen_reader(reader, resolution):
    answer = reader.get(f"{PAGE}?q=gold", headers=TYPING)
    part = answer.content.decode()
    assert "<html" not in part and "<mark>gold</mark>" in part
    assert '<p id="said" hx-swap-oob="innerHTML">2 results' in part
    assert "HX-Request" in answer["Vary"]


def test_the_way_back_brings_the_whole_page(reader, resolution):
    back = reader.get(f"{PAGE}?q=gold", headers=TYPING | {"HX-History-Restore-Request": "true"})
    assert "<html" in back.content.decode()


def test_before_anything_is_typed_the_page_teaches_the_operators(reader, db):
    page = reader.get(PAGE).content.decode()
    assert '<details class="help" open>' in page and 'href="?q=in%3Atasks"' in page and 'role="status"></p>' in page


def test_what_cannot_be_understood_is_told_on_the_page_and_refused_by_the_api(reader, db):
    page = reader.get(f"{PAGE}?q=colour:red")
    assert page.status_code == 400 and "There is no “colour:”" in page.content.decode()
    assert reader.get(f"{PAGE}?q=colour:red", headers=TYPING).status_code == 200  # htmx shows nothing of a refusal
    refused = reader.get(f"{API}?q=colour:red")
    assert refused.status_code == 400 and "There is no “colour:”" in refused.json()["error"]["fields"]["q"][0]


def test_where_nothing_is_found_the_page_says_what_to_try(reader, resolution):
    page = reader.get(f"{PAGE}?q=submarines").content.decode()
    assert "Nothing that you may see fits all of this." in page and "Look for fewer words" in page


def test_what_stands_in_a_draft_and_what_is_typed_are_words_and_never_markup(client, owner, mission):
    evil = "<script>alert(1)</script> gold <mark>silver</mark> & <u>"
    text = drafts.NAMBIRA.replace("the smuggling of gold through", f"{evil} through")
    submitted(owner, text, title="<i>Title", mission=mission)
    client.force_login(owner)
    for said in ("script", "silver", '"><script>alert(2)</script>', "title"):
        for headers in ({}, TYPING):
            page = client.get(PAGE, {"q": said}, headers=headers).content.decode()
            main = page.split("<main")[-1]
            assert "<script>" not in main and "<u>" not in main and "<i>" not in main and "silver</mark> &" not in main
    assert "&lt;<mark>script</mark>&gt;" in client.get(PAGE, {"q": "script"}).content.decode()


def test_a_page_of_one_kind_keeps_what_was_typed(reader, owner, mission):
    for number in range(3101, 3109):
        adopted.adopt(owner, adopted.text(number, 2030), f"S/RES/{number} (2030)", mission)
    whole = reader.get(f"{PAGE}?q=nambira").content.decode()
    assert 'href="?q=nambira&amp;kind=paragraphs">All 24 paragraphs<' in whole
    first = reader.get(f"{PAGE}?q=nambira&kind=paragraphs").content.decode()
    assert "24 results, page 1 of 2" in first and "?q=nambira&amp;kind=paragraphs&amp;page=2" in first
    assert first.count('class="at"') == 20


def test_the_api_tells_where_the_marks_are(reader, resolution):
    told = reader.get(API, {"q": "gold in:paragraphs"}).json()
    [group] = told["groups"]
    [hit] = group["hits"]
    assert (told["count"], group["kind"], hit["anchor"], hit["label"]) == (1, "paragraphs", "pp2", "PP2")
    assert hit["mandate_id"] == resolution.mandate_id and hit["council"] and not hit["draft"]
    excerpt = hit["excerpt"]
    assert [excerpt["text"][mark["start"] : mark["end"]] for mark in excerpt["marks"]] == ["gold"]


@pytest.mark.parametrize(
    ("query", "field"),
    [("", "q"), ("?q=%20", "q"), ("?q=gold&kind=drawers", "kind"), ("?q=gold&kind=tasks&page=0", "page"),
     ("?q=gold&kind=tasks&page=x", "page"), ("?q=gold&page=2", "page")],
)  # fmt: skip
def test_the_api_refuses_what_cannot_be_used(reader, query, field):
    refused = reader.get(f"{API}{query}")
    assert refused.status_code == 400 and field in refused.json()["error"]["fields"]


def test_a_program_is_told_of_no_restricted_partner_and_of_no_draft_of_others(draft, partners, cleared, owner):
    def names(client):
        return [hit["title"] for g in client.get(f"{API}?q=watch").json()["groups"] for hit in g["hits"]]

    assert names(program(cleared)) == ["Larkspur Watch", "Quayside Watch"]
    assert program(cleared).get(f"{API}?q=ember").json()["count"] == 0
    assert program(cleared).get(f"{API}?q=lanternword").json()["count"] == 0
    assert program(owner).get(f"{API}?q=lanternword").json()["count"] == 1


def test_no_log_line_holds_what_was_typed_or_found(client, owner, draft, log):
    client.force_login(owner)
    for said in ("lanternword", "lanternword in:nowhere", "lanternword" + "x" * 300):
        client.get(PAGE, {"q": said})
        client.get(API, {"q": said})
    own = [record for record in log.records if not record.name.startswith("django.db")]
    assert not [record for record in own if "lanternword" in record.getMessage().lower()]


def test_search_costs_no_more_queries_with_many_texts_than_with_one(
    client, cleared, mission, partners, capacity, owner
):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(PAGE, {"q": "-zebra mission:UNMINA"}).status_code == 200
        return len(queries)

    client.force_login(cleared)
    adopted.adopt(owner, adopted.text(3101, 2030), "S/RES/3101 (2030)", mission)
    one = cost()
    for number in range(3102, 3108):
        adopted.adopt(owner, adopted.text(number, 2030), f"S/RES/{number} (2030)", mission)
    assert cost() == one <= BUDGETS["/search/?q=nambira"]
