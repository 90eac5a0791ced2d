"""What the page of a mission draws, as files: the same as its table, open alone, and without a draft or a restricted partner."""

import json
from datetime import date

import pytest

from capacities.models import Partner
from mandates.models import Adoption
from missions.models import Country
from tests.drawn import SVG, alone, lines, words
from tests.mandates import adopted_rows as adopted
from tests.mandates.adopted_rows import resolution
from tests.missions.test_mapping import FEATURES

pytestmark = pytest.mark.django_db
TOP = {"position": "main_task", "best_main_task_rank": 3, "main_tasks": 7, "flagged": "no", "flag_reason": ""}
DATA = {"in_force": None, "oc_operative": [], "oc_leaf_tasks": [], "term": None}


@pytest.fixture
def mission(db):
    return adopted.mission("UNMIKA", established=date(2028, 4, 1))


@pytest.fixture
def held(owner, mission):
    """A mandate with a task list, one that renews it, a sanctions text, and a draft."""
    first = resolution(owner, 3101, 2029, mission=mission, runs_until=date(2030, 3, 31), data=DATA, **TOP)
    Adoption.objects.create(mandate=first, date=date(2029, 3, 28))
    resolution(owner, 3150, 2030, mission=mission, kind="extension", renews="S/RES/3101 (2029)", data=DATA)
    resolution(owner, 3160, 2030, mission=mission, kind="sanctions", flagged="not_applicable", data=DATA)
    resolution(owner, 3170, 2031, mission=mission, draft=True, data=DATA, **TOP)


def test_the_series_says_each_adopted_text_as_the_table_behind_the_timeline_does(client, stranger, held):
    client.force_login(stranger)
    answer = client.get("/missions/UNMIKA/mandates.csv")
    found = {line["Text"]: line for line in lines(answer)}
    assert list(found) == ["S/RES/3160 (2030)", "S/RES/3150 (2030)", "S/RES/3101 (2029)"]
    assert dict(found["S/RES/3101 (2029)"]) == {
        "Year": "2029",
        "Text": "S/RES/3101 (2029)",
        "Kind": "mandate",
        "Adopted": "2029-03-28",
        "Where organized crime stands": "3rd of 7 main tasks",
        "Position": "main task",
        "Main tasks": "7",
        "Rank of the main task": "3",
        "Flagged": "no",
        "Runs until, by its words": "2030-03-31",
    }
    kept = found["S/RES/3150 (2030)"]
    assert kept["Where organized crime stands"] == "keeps earlier tasks in force, those of S/RES/3101 (2029)"
    assert (kept["Rank of the main task"], kept["Flagged"], kept["Adopted"]) == ("", "", "")
    page = client.get("/missions/UNMIKA/").content.decode().replace("\xa0", " ")
    table = page.split("Where organized crime stands in each adopted text")[1].split("</table>")[0]
    assert all(line["Text"] in table and line["Where organized crime stands"] in table for line in found.values())
    assert 'href="/missions/UNMIKA/mandates.svg"' in page and 'href="/missions/UNMIKA/mandates.csv"' in page


def test_the_timeline_stands_alone_with_title_source_and_day_and_marks_what_gives_a_mandate(client, stranger, held):
    client.force_login(stranger)
    root = alone(client.get("/missions/UNMIKA/mandates.svg"))
    told = words(root)
    assert "Where organized crime stood in the mandates of UNMIKA" in told and "Source: adopted texts held by" in told
    assert [use.get("href") for use in root.iter(f"{SVG}use")] == ["#g-main"]
    assert "28 March 2029: resolution 3101 (2029): the 3rd of 7 main tasks" in told
    assert "3150" in told and "3160" not in told and "3170" not in told


def test_a_mission_without_a_text_has_no_drawing_and_an_empty_series(client, stranger, mission):
    client.force_login(stranger)
    assert client.get("/missions/UNMIKA/mandates.svg").status_code == 404
    assert lines(client.get("/missions/UNMIKA/mandates.csv")) == []
    assert client.get("/missions/NOWHERE/mandates.csv").status_code == 404


def test_a_title_that_begins_like_a_formula_is_not_run_by_a_spreadsheet(client, owner, mission):
    text = resolution(owner, 3101, 2029, mission=mission, data=DATA, **TOP)
    type(text).objects.filter(pk=text.pk).update(symbol="", title="=1+1")
    client.force_login(owner)
    assert [line["Text"] for line in lines(client.get("/missions/UNMIKA/mandates.csv"))] == ["'=1+1"]


# --- the map


@pytest.fixture
def karesia(mission, settings, tmp_path) -> Country:
    path = tmp_path / "map.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": FEATURES}))
    settings.MAP_FILE = path
    made = Country.objects.create(iso3="KAR", iso_numeric="991", name="Karesia")
    mission.countries.add(made)
    return made


def partner(name: str, country: Country, *areas: str, sensitivity: str = "public") -> Partner:
    facts = {"source": "tests", "as_of": "2030-01-01", "engagement": "contact"}
    made = Partner.objects.create(kind="monitor", name=name, areas=list(areas), sensitivity=sensitivity, **facts)
    made.countries.add(country)
    return made


def test_the_list_behind_the_map_has_a_line_for_each_area_and_partner(client, stranger, karesia):
    partner("Harbour Watch", karesia, "kestrel province", "Old port")
    partner("@Customs desk", karesia)
    client.force_login(stranger)
    assert [tuple(line.values()) for line in lines(client.get("/missions/UNMIKA/partners.csv"))] == [
        ("Kestrel", "Karesia", "yes", "Harbour Watch", "civil-society monitor", "contact"),
        ("Old port", "Karesia", "no", "Harbour Watch", "civil-society monitor", "contact"),
        ("no area named", "", "no", "'@Customs desk", "civil-society monitor", "contact"),
    ]
    page = client.get("/missions/UNMIKA/").content.decode()
    table = page.split("Areas, and the partners who work there")[1].split("</table>")[0]
    assert [word in table for word in ("Kestrel", "Old port", "no area named", "Harbour Watch", "@Customs desk")] == [
        True
    ] * 5


def test_no_file_of_the_map_holds_a_restricted_partner_whoever_asks(
    client, stranger, owner, django_user_model, karesia
):
    partner("Open Watch", karesia, "Kestrel")
    inner = partner("Inner Circle", karesia, "Kestrel", "Lantern pier", sensitivity="internal")
    hidden = partner("Hidden Hand", karesia, "Ségou-Nord", "Ember dock", sensitivity="restricted")
    hidden.named.add(stranger)
    administrator = django_user_model.objects.create_superuser("administrator")
    for person, marked, named in (
        (stranger, "Kestrel (1).", {"Open Watch"}),
        (administrator, "Kestrel (2).", {"Open Watch", inner.name}),
    ):
        client.force_login(person)
        answers = [client.get(f"/missions/UNMIKA/partners.{kind}") for kind in ("csv", "svg")]
        assert {line["Partner"] for line in lines(answers[0])} == named
        assert f"Areas in which partners work: {marked}" in words(alone(answers[1]))
        told = "".join(answer.content.decode() for answer in answers)
        assert "Hidden" not in told and "Ember" not in told and ("Lantern" in told) == (person == administrator)
    client.force_login(stranger)
    assert "Hidden Hand" in client.get("/missions/UNMIKA/").content.decode()  # the page tells it to whom it is named


def test_the_map_as_a_file_says_whose_borders_these_are(client, stranger, karesia):
    client.force_login(stranger)
    root = alone(client.get("/missions/UNMIKA/partners.svg"))
    said = words(root)
    assert "do not mean that the United Nations endorses or accepts them" in said and "Natural Earth" in said
    _, top, _, height = map(int, root.get("viewBox").split())
    last = root.findall(f"{SVG}text")[-1]
    assert top + height > int(last.get("y")) + 18 * len(last)  # what is said below the map stands on the paper
    karesia.missions.clear()
    assert client.get("/missions/UNMIKA/partners.svg").status_code == 404
