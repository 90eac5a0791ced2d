"""Partners on their pages and over the API: written, changed at the same time, assessed, filtered, imported, and their coverage."""

import io

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from openpyxl import Workbook, load_workbook

from capacities.importing import partners as tables
from capacities.models import Assessment, Partner, PartnerChange
from missions.models import Country, Mission

pytestmark = pytest.mark.django_db

FORM = {
    "kind": "monitor",
    "name": "Quayside Watch",
    "countries": ["NBI"],
    "areas": "Port\nNorth bank",
    "crime_types": ["gangs", "drug_trafficking"],
    "engagement": "exchange",
    "agreements": "2029-05-01; Memorandum on exchange; https://example.org/m",
    "feedback": "A summary each month",
    "languages": "Nambiran; French",
    "sensitivity": "internal",
    "source": "field visit",
    "as_of": "2030-01-01",
}
HEAD = ",".join(tables.COLUMNS)


@pytest.fixture(autouse=True)
def nambira():
    return Country.objects.create(iso3="NBI", iso_numeric="991", name="Nambira")


@pytest.fixture
def planner(owner):
    owner.groups.add(Group.objects.get(name="planners"))
    return owner


@pytest.fixture
def browser(planner) -> Client:
    client = Client()
    client.force_login(planner)
    return client


def make(browser, **more) -> Partner:
    response = browser.post("/partners/new/", FORM | more)
    assert response.status_code == 302, response.context["form"].errors
    return Partner.objects.latest("pk")


def upload(browser, data: bytes, name: str = "partners.csv"):
    return browser.post("/partners/import/", {"file": SimpleUploadedFile(name, data)})


def test_a_partner_is_made_with_all_that_was_filled_in(browser):
    partner = make(browser)
    assert partner.areas == ["Port", "North bank"] and partner.languages == ["Nambiran", "French"]
    assert partner.agreements == [
        {"date": "2029-05-01", "title": "Memorandum on exchange", "link": "https://example.org/m"}
    ]
    page = browser.get(partner.get_absolute_url()).content.decode()
    for words in (
        "Nambira",
        "Port, North bank",
        "gangs, drug trafficking",
        "exchange of information",
        "A summary each",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("agreements", "yesterday; Memorandum", "Line 1: write the date"),
        ("agreements", "2029-05-01; Memorandum; javascript:alert(1)", "must begin with https"),
        ("source_url", "javascript:alert(1)", "must begin with https"),
        ("named", "nobody-here", "Not every name"),
        ("crime_types", "theft", "Select a valid choice"),
        ("countries", "XXX", "Select a valid choice"),
        ("as_of", "someday", "valid date"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_saved(browser, field, value, said):
    page = browser.post("/partners/new/", FORM | {field: value})
    assert said in page.content.decode()
    assert not Partner.objects.exists()


def test_a_reader_reads_and_may_not_write(browser, stranger):
    partner = make(browser, sensitivity="public")
    reader = Client()
    reader.force_login(stranger)
    assert "Quayside Watch" in reader.get(partner.get_absolute_url()).content.decode()
    for address in ("/partners/new/", "/partners/import/", f"/partners/{partner.pk}/edit/"):
        assert reader.post(address, FORM).status_code == 403
    assert reader.post("/api/v1/partners/", FORM, content_type="application/json").status_code == 403


def test_history_tells_who_changed_what_from_what_to_what(browser, planner):
    partner = make(browser)
    browser.post(f"/partners/{partner.pk}/edit/", FORM | {"engagement": "joint_work", "version": 1})
    newest, first = PartnerChange.objects.all()
    assert (newest.by, newest.detail) == (planner, {"engagement": ["exchange", "joint_work"]})
    assert first.detail["name"] == [None, "Quayside Watch"]
    page = browser.get(partner.get_absolute_url()).content.decode()
    assert "How it is engaged: exchange of information → joint work" in page


def test_saving_what_is_already_so_changes_nothing(browser):
    partner = make(browser)
    browser.post(f"/partners/{partner.pk}/edit/", FORM | {"version": 1})
    partner.refresh_from_db()
    assert (partner.version, PartnerChange.objects.count()) == (1, 1)


def test_two_who_change_it_at_once_are_shown_both_states_and_the_second_may_save_knowingly(browser):
    partner = make(browser)
    browser.post(f"/partners/{partner.pk}/edit/", FORM | {"feedback": "Nothing yet", "version": 1})
    second = browser.post(f"/partners/{partner.pk}/edit/", FORM | {"areas": "South bank", "version": 1})
    page = second.content.decode()
    assert second.status_code == 409
    assert "Nothing yet" in page and "South bank" in page and 'name="version" value="2"' in page
    partner.refresh_from_db()
    assert (partner.feedback, partner.areas) == ("Nothing yet", ["Port", "North bank"])
    browser.post(f"/partners/{partner.pk}/edit/", FORM | {"areas": "South bank", "version": 2})
    partner.refresh_from_db()
    assert (partner.version, partner.areas) == (3, ["South bank"])


def test_the_api_makes_changes_and_tells_both_states_of_a_conflict(browser):
    facts = {"kind": "fiu", "name": "Unit", "countries": ["NBI"], "source": "tests", "as_of": "2030-01-01"}
    made = browser.post("/api/v1/partners/", facts, content_type="application/json")
    assert (made.status_code, made.json()["sensitivity"], made.json()["version"]) == (201, "internal", 1)
    address = made.headers["Location"]
    change = browser.patch(address, {"version": 1, "areas": ["Port"]}, content_type="application/json")
    assert (change.json()["version"], change.json()["areas"], change.json()["name"]) == (2, ["Port"], "Unit")
    late = browser.patch(address, {"version": 1, "areas": ["Hill"]}, content_type="application/json")
    told = late.json()
    assert (late.status_code, told["error"]["code"]) == (409, "changed_meanwhile")
    assert (told["current"]["areas"], told["yours"]["areas"]) == (["Port"], ["Hill"])
    assert browser.patch(address, {"areas": []}, content_type="application/json").status_code == 400


def test_lists_are_narrowed_and_unknown_filters_and_values_refused(browser):
    make(browser)
    make(browser, name="Hill Elders", kind="local_authority", crime_types=["wildlife"], countries=[])

    def names(**query) -> list[str]:
        return [row["name"] for row in browser.get("/api/v1/partners/", query).json()["results"]]

    assert names() == ["Hill Elders", "Quayside Watch"]
    assert names(crime_type="gangs") == names(country="NBI") == names(q="watch") == ["Quayside Watch"]
    assert names(kind="local_authority") == names(crime_type="wildlife") == ["Hill Elders"]
    assert names(engagement="ended") == []
    for query in ({"colour": "red"}, {"kind": "friend"}, {"country": "XXX"}, {"crime_type": "theft"}):
        refused = browser.get("/api/v1/partners/", query)
        assert (refused.status_code, list(refused.json()["error"]["fields"])) == (400, list(query))
    page = browser.get("/partners/?kind=local_authority").content.decode()
    assert "Hill Elders" in page and "Quayside Watch" not in page
    assert "Choose one of" in browser.get("/partners/?kind=friend").content.decode()


def test_an_assessment_is_kept_with_its_author_and_an_overdue_review_is_said(browser, planner):
    partner = make(browser)
    address = f"/partners/{partner.pk}/assess/"
    facts = {"level": "moderate", "grounds": "Shares an office.", "assessed_on": "2020-01-01"}
    wrong = browser.post(address, facts | {"review_on": "2019-01-01"})
    assert "Give a day after the assessment." in wrong.content.decode() and not Assessment.objects.exists()
    browser.post(address, facts | {"review_on": "2020-07-01"})
    made = Assessment.objects.get()
    assert (made.by, made.level, made.overdue) == (planner, "moderate", True)
    page = browser.get(partner.get_absolute_url()).content.decode()
    assert "It was to be looked at again by 1 July 2020" in page and "Shares an office." in page
    assert "the day has passed" in browser.get("/partners/").content.decode()
    again = f"/api/v1/partners/{partner.pk}/assessments/"
    facts = {"level": "low", "grounds": "Moved out.", "assessed_on": "2026-01-01", "review_on": "2099-01-01"}
    assert browser.post(again, facts, content_type="application/json").status_code == 201
    assert [row["overdue"] for row in browser.get(again).json()["results"]] == [False, True]
    assert "the day has passed" not in browser.get("/partners/").content.decode()


def test_an_export_is_an_import_that_changes_nothing(browser):
    make(browser, name="=Quayside", note="two\nlines; and more")
    make(browser, name="Second", agreements="")
    for form in ("csv", "xlsx"):
        data = browser.get(f"/partners/partners.{form}").content
        preview = upload(browser, data, f"partners.{form}")
        assert preview.status_code == 200, preview.context["rows"][0].errors
        browser.post("/partners/import/", {"rows": preview.context["kept"]})
    assert set(Partner.objects.values_list("name", "version")) == {("=Quayside", 1), ("Second", 1)}
    assert b"'=Quayside" in browser.get("/partners/partners.csv").content


def test_a_table_is_shown_first_and_saved_when_it_is_confirmed(browser):
    partner = make(browser)
    book = Workbook()
    book.active.append(["kind", "Name", "countries", "crime types", "source", "as of", "id", "version", "languages"])
    book.active.append(["Customary or local authority", "Hill Elders", "nbi", "Gangs; wildlife", "tests", "2030-01-01"])
    book.active.append(["monitor", "Quayside Watch", "NBI", "gangs", "tests", "2030-01-01", partner.pk, 1, "Dutch"])
    held = io.BytesIO()
    book.save(held)
    preview = upload(browser, held.getvalue(), "partners.xlsx")
    assert preview.status_code == 200 and Partner.objects.count() == 1
    assert browser.post("/partners/import/", {"rows": preview.context["kept"]}).status_code == 302
    elders = Partner.objects.get(name="Hill Elders")
    assert (elders.kind, elders.crime_types, elders.sensitivity) == (
        "local_authority",
        ["gangs", "wildlife"],
        "internal",
    )
    partner.refresh_from_db()
    assert (partner.version, partner.languages, partner.source) == (2, ["Dutch"], "tests")


def test_every_row_that_is_wrong_is_said_and_none_is_saved(browser):
    partner = make(browser)
    rows = [
        "kind,name,source,as_of,countries,id,version",
        "monitor,Good,tests,2030-01-01,NBI,,",
        "friend,Bad kind,tests,2030-01-01,,,",
        "monitor,,tests,soon,XXX,,",
        "monitor,Quayside Watch,tests,2030-01-01,,,",
        f"monitor,Old,tests,2030-01-01,,{partner.pk},7",
        "monitor,Good,tests,2030-01-01,,,",
    ]
    page = upload(browser, "\n".join(rows).encode())
    told = {row.line: {column for column, _ in row.errors} for row in page.context["rows"]}
    assert told == {
        2: set(), 3: {"kind"}, 4: {"name", "as_of", "countries"}, 5: {"name"}, 6: {"version"}, 7: {"name"},
    }  # fmt: skip
    assert page.status_code == 400
    browser.post("/partners/import/", {"rows": page.context["kept"]})
    assert Partner.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty"),
        (b"\xff\xfe\x00", "neither an Excel workbook nor"),
        (b"PK\x03\x04rubbish", "The workbook cannot be read"),
        (b"kind,name\nmonitor,X", "The column source is missing"),
        (b"kind,name,source,as_of,password\n", "not in the template"),
        (b"kind,name,source,as_of\n", "a head and no rows"),
    ],
)
def test_a_file_that_is_no_table_of_ours_is_refused_in_one_sentence(browser, data, said):
    response = upload(browser, data)
    assert response.status_code == 400 and said in response.content.decode()


def test_the_template_holds_the_columns_and_nothing_else(browser):
    assert browser.get("/partners/template.csv").content.decode("utf-8-sig").strip() == HEAD
    book = load_workbook(io.BytesIO(browser.get("/partners/template.xlsx").content))
    assert list(book.active.values) == [tables.COLUMNS]


def test_coverage_says_which_markets_have_somebody_and_which_have_none(browser, nambira):
    mission = Mission.objects.create(
        acronym="UNMINA", name="M", type="peacekeeping", status="active", source="tests", as_of="2030-01-01"
    )
    mission.countries.add(nambira)
    make(browser)
    make(browser, name="Gone", crime_types=["wildlife"], engagement="ended")
    make(browser, name="Silent", kind="community", crime_types=[], areas="port")
    told = browser.get("/api/v1/partners/coverage/", {"mission": "UNMINA"}).json()
    markets = {row["name"]: row for row in told["markets"]}
    assert [name for name, row in markets.items() if row["covered"]] == ["gangs", "drug_trafficking"]
    assert [who["name"] for who in markets["gangs"]["by"]["monitor"]] == ["Quayside Watch"]
    areas = {row["label"]: sorted(group for group, who in row["by"].items() if who) for row in told["areas"]}
    assert areas == {"North bank": ["monitor"], "Port": ["community", "monitor"]}
    assert told["without_crime_type"] == 1
    page = browser.get("/partners/coverage/?mission=UNMINA").content.decode()
    assert "Quayside Watch" in page and "have nobody" in page
    for query in ("", "?mission=UNMINA&country=NBI", "?country=XXX", "?area=Port"):
        assert browser.get(f"/api/v1/partners/coverage/{query}").status_code == 400, query


def test_registers_and_sanctions_are_shown_with_sources_and_what_is_not_known(browser):
    Country.objects.all().delete()
    call_command("load_reference", verbosity=0)
    page = browser.get("/partners/registers/").content.decode()
    assert "CENTIF-Mali" in page and "integration into UNODC is under consultation" in page and "to be verified" in page
    listed = browser.get("/sanctions/?country=HTI").content.decode()
    assert "Haiti" in listed and "/sanctions/libya/" not in listed
    detail = browser.get("/sanctions/haiti/").content.decode()
    assert "S/RES/2653 (2022), paragraph 16 (a)" in detail and "no renewal known here" in detail
    assert "Nothing is known here." in browser.get("/sanctions/yemen/").content.decode()
    told = browser.get("/api/v1/sanctions/", {"crime_type": "natural_resources"}).json()
    assert {row["code"] for row in told["results"]} == {"haiti", "drc", "car", "libya", "al-shabaab", "taliban"}
    assert browser.get("/api/v1/sanctions/sudan/").json()["panel"]["mandate_until"] == "2026-03-12"
    fius = browser.get("/api/v1/partners/fius/", {"fatf": "increased_monitoring", "egmont": "member"}).json()
    assert {row["country"]["iso3"] for row in fius["results"]} == {"BIH", "IRQ", "LBN", "SYR"}


def test_pages_ask_the_database_as_often_for_many_partners_as_for_one(browser, django_assert_max_num_queries):
    for number in range(30):
        make(browser, name=f"Partner {number}")
    for address in ("/partners/", "/partners/coverage/?country=NBI", "/api/v1/partners/", "/partners/partners.csv"):
        with django_assert_max_num_queries(12):
            assert browser.get(address).status_code == 200
