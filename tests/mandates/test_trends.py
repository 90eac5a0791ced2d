"""The shares of resolutions that refer to organized crime: over what is held, by year and type, on page, in files, in the API."""

import csv
import io
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mandates import jobs, services, trends
from mandates.drawings import charts
from mandates.models import Mandate, TextSummary
from tests.mandates import adopted_rows as adopted
from tests.mandates import drafts

pytestmark = pytest.mark.django_db
CRIME = {"project": True, "crimes": ("drug_trafficking", "gangs")}
ADDRESSES = ("/trends/", "/trends/shares.csv", "/trends/types.csv", "/trends/positions.csv", "/trends/shares.svg",
             "/trends/types.svg", "/trends/positions.svg", "/api/v1/trends/shares/", "/api/v1/trends/positions/")  # fmt: skip


@pytest.fixture
def signed_in(client, stranger):
    cache.clear()
    client.force_login(stranger)
    return client


@pytest.fixture
def held(owner):
    """Four resolutions of 2010, none of 2011, two of 2012; a draft; one from before the years shown."""
    adopted.resolution(owner, 1901, 2010, **CRIME)
    adopted.resolution(owner, 1902, 2010, wider=True, crimes=("corruption",))
    adopted.resolution(
        owner, 1903, 2010, kind="sanctions", project=True, only_small_arms=True, crimes=("arms_trafficking",)
    )
    adopted.resolution(owner, 1904, 2010)
    adopted.resolution(owner, 2040, 2012)
    adopted.resolution(owner, 2041, 2012, **CRIME)
    adopted.resolution(owner, 2042, 2012, draft=True, **CRIME)
    adopted.resolution(owner, 900, 1993)


def rows(user) -> list[tuple]:
    years = trends.by_year(trends.resolutions(user).filter(year__gte=2000))
    return [(y.year, y.held, y.project, y.only_small_arms, y.wider) for y in years]


def table(response) -> list[dict]:
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


# --- counting ---------------------------------------------------------------------------------------------------


def test_resolutions_are_counted_by_year_and_drafts_never(held, stranger, owner):
    for user in (stranger, owner):
        assert rows(user) == [(2010, 4, 2, 1, 3), (2011, 0, 0, 0, 0), (2012, 2, 1, 0, 1)]


def test_two_copies_of_one_resolution_count_once(held, owner, stranger):
    adopted.resolution(owner, 1901, 2010, **CRIME)
    assert rows(stranger)[0] == (2010, 4, 2, 1, 3)
    assert trends.by_type(trends.by_year(trends.resolutions(stranger)))[0].texts == 2


def test_what_is_no_resolution_is_not_counted(held, owner, stranger):
    Mandate.objects.filter(symbol="S/RES/1901 (2010)").update(symbol="S/PRST/2010/4")
    assert rows(stranger)[0][1] == 3


def test_a_year_of_which_nothing_is_held_has_no_share(held, stranger):
    years = trends.by_year(trends.resolutions(stranger).filter(year__gte=2000))
    assert [y.share(y.project) for y in years] == [0.5, None, 0.5]


def test_crime_types_are_ordered_by_texts_and_those_of_the_wider_definition_are_told_apart(held, stranger):
    found = trends.by_type(trends.by_year(trends.resolutions(stranger)))
    assert [(t.name, t.texts, t.wider) for t in found] == [
        ("drug_trafficking", 2, False),
        ("gangs", 2, False),
        ("arms_trafficking", 1, False),
        ("corruption", 1, True),
    ]


def test_the_summary_is_written_with_the_review(owner, stranger):
    for number in range(2):
        text = (
            drafts.HELD
            if number
            else drafts.HELD.replace("gold", "grain").replace("organized criminal networks", "thieves")
        )
        version = services.submit(owner=owner, data=text.replace("3101", f"310{number}").encode(), draft=False)
        jobs.review_mandate(version.jobs.get().pk)
    assert list(TextSummary.objects.order_by("pk").values_list("year", "project", "wider")) == [(2030, True, True)] * 2
    named = [set(s.crimes.values_list("crime_type", flat=True)) for s in TextSummary.objects.order_by("pk")]
    assert "natural_resources" not in named[0] and {"natural_resources", "human_trafficking"} <= named[1]
    assert trends.not_summarized(stranger) == 0
    TextSummary.objects.all().delete()
    assert trends.not_summarized(stranger) == 2


def test_the_year_is_that_of_the_symbol_else_of_the_date_on_the_text(owner):
    dated = drafts.NAMBIRA.replace(
        "Draft resolution", "Adopted by the Security Council at its 8123rd meeting, on 4 May 2029"
    )
    version = services.submit(owner=owner, data=dated.encode(), draft=False)
    jobs.review_mandate(version.jobs.get().pk)
    assert TextSummary.objects.get().year == 2029


# --- drawing ----------------------------------------------------------------------------------------------------


def test_a_line_breaks_where_nothing_is_held_and_few_texts_are_told_apart(held, stranger):
    years = trends.by_year(trends.resolutions(stranger).filter(year__gte=2000))
    drawing = charts.shares(years)
    project = next(line for line in drawing.lines if line.name == "project")
    assert project.paths == () and len(project.dots) == 2  # a single year on either side of the gap is no line
    assert all(dot.few for dot in project.dots)
    assert project.dots[0].said == "2010: 50% of 4 held, by this project's definition"
    assert [tick.below for tick in drawing.years] == ["4", "0", "2"]


def test_the_height_of_a_bar_is_the_share_on_one_scale_for_all_types(held, stranger):
    years = trends.by_year(trends.resolutions(stranger).filter(year__gte=2000))
    drawn = charts.bands(years, trends.by_type(years))
    drugs = drawn.bands[0]
    assert [round(bar.height / 22, 2) for bar in drugs.bars] == [0.5, 1.0]  # a quarter and a half of what is held


def test_without_any_resolution_there_is_nothing_to_draw():
    assert charts.shares([]) is None and charts.bands([], []) is None


# --- page, files, API -------------------------------------------------------------------------------------------


def test_the_page_says_how_many_are_held_and_that_shares_are_over_them(held, signed_in):
    page = signed_in.get("/trends/").content.decode()
    assert "Of <strong>6</strong> resolutions held from 2010 to 2012, <strong>3</strong> refer" in page
    assert "Every share is over what is held" in page
    assert "no text held" in page and "50%" in page
    assert "<svg" in page and "<summary>The numbers as a table</summary>" in page


def test_filters_stand_in_the_address_and_narrow_everything(held, signed_in, owner):
    there = adopted.mission()
    adopted.resolution(owner, 2043, 2012, mission=there, **CRIME)
    page = signed_in.get("/trends/?mission=UNMINA&crime_type=gangs&since=2011&until=2012").content.decode()
    assert "Of <strong>1</strong> resolution held from 2012 to 2012 on UNMINA, <strong>1</strong> refers" in page
    assert "shares.csv?mission=UNMINA&amp;crime_type=gangs&amp;since=2011&amp;until=2012" in page
    found = table(signed_in.get("/trends/types.csv?crime_type=gangs&since=2012"))
    assert [tuple(row.values())[:5] for row in found] == [("2012", "gangs", "always", "2", "3")]


def test_years_before_those_shown_can_be_asked_for(held, signed_in):
    for query in ("until=1995", "since=1990&until=1995"):
        found = table(signed_in.get(f"/trends/shares.csv?{query}"))
        assert [(row["Year"], row["Resolutions held"]) for row in found] == [("1993", "1")]


@pytest.mark.parametrize(
    "query, sentence",
    [
        ("colour=red", "There is no such filter. Those taken here: mission, since, until, crime_type."),
        ("mission=UNNONE", "Mission: No mission has this acronym."),
        ("crime_type=weather", "Crime type: Choose one of:"),
        ("since=soon", "Since: Give a year from 1946 to 2100."),
        ("until=1900", "Until: Give a year from 1946 to 2100."),
        ("since=2015&until=2010", "The first year stands after the last."),
    ],
)
def test_a_filter_that_is_not_known_is_refused_in_a_sentence_and_not_repeated(held, signed_in, query, sentence):
    for address in ("/trends/", "/trends/shares.csv", "/trends/types.svg"):
        answer = signed_in.get(f"{address}?{query}")
        assert answer.status_code == 400
        assert sentence in answer.content.decode()
        for word in ("colour", "UNNONE", "weather", "soon", "1900"):
            assert word not in answer.content.decode()


def test_the_api_refuses_what_it_does_not_know(held, signed_in):
    for query, field in (
        ("colour=red", "colour"),
        ("since=soon", "since"),
        ("mission=UNNONE", "mission"),
        ("since=2015&until=2010", "since"),
    ):
        answer = signed_in.get(f"/api/v1/trends/shares/?{query}")
        assert answer.status_code == 400
        assert field in answer.json()["error"]["fields"]
    assert signed_in.get("/api/v1/trends/positions/?crime_type=gangs").json()["error"]["code"] == "unknown_filter"


def test_the_api_tells_the_same_numbers_as_the_csv(held, signed_in):
    rows = signed_in.get("/api/v1/trends/shares/?since=2000").json()["results"]
    lines = table(signed_in.get("/trends/shares.csv"))
    assert [(str(r["year"]), str(r["held"]), str(r["project"]), str(r["wider"])) for r in rows] == [
        tuple(
            line[name] for name in ("Year", "Resolutions held", "Refer to organized crime", "By the wider definition")
        )
        for line in lines
    ]
    assert (rows[0]["project_share"], rows[1]["project_share"]) == (0.5, None)
    assert rows[0]["crime_types"][0] == {"crime_type": "arms_trafficking", "texts": 1, "share": 0.25}
    only = signed_in.get("/api/v1/trends/shares/?crime_type=gangs&since=2012").json()["results"]
    assert only[0]["crime_types"] == [{"crime_type": "gangs", "texts": 1, "share": 0.5}]


@pytest.mark.parametrize("chart", ["shares", "types", "positions"])
def test_each_drawing_is_a_file_that_stands_alone(held, signed_in, chart):
    answer = signed_in.get(f"/trends/{chart}.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert f'filename="forefront-{chart}-' in answer["Content-Disposition"]
    drawing = ElementTree.fromstring(answer.content)
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    assert drawing.find("{http://www.w3.org/2000/svg}title").text
    assert b"var(" not in answer.content and b"style=" not in answer.content


def test_a_chart_that_does_not_exist_is_not_found(signed_in):
    assert signed_in.get("/trends/weather.csv").status_code == 404
    assert signed_in.get("/trends/weather.svg").status_code == 404


def test_nothing_held_is_said_and_drawn_as_nothing(signed_in):
    for address in ADDRESSES:
        assert signed_in.get(address).status_code == 200, address
    assert "No adopted resolution is held" in signed_in.get("/trends/").content.decode()


def test_no_address_costs_more_queries_with_many_resolutions_than_with_one(owner, signed_in):
    def costs() -> dict[str, int]:
        found = {}
        for address in ADDRESSES:
            with CaptureQueriesContext(connection) as queries:
                assert signed_in.get(address).status_code == 200
            found[address] = len(queries)
        return found

    adopted.resolution(owner, 2100, 2020, mission=adopted.mission("UNX0"), **CRIME)
    signed_in.get("/trends/")
    one = costs()
    for number in range(1, 30):
        there = adopted.mission(f"UNX{number}")
        adopted.resolution(owner, 2100 + number, 2015 + number % 10, mission=there, position="others_only", **CRIME)
    assert costs() == one
    assert max(one.values()) <= 12
