"""Every role against every sensitivity on every way out: whoever may not see a partner is told what is told of one that does not exist."""

import io
import logging

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook
from rest_framework.authtoken.models import Token

from capacities import services
from capacities.forms.partners import PartnerForm
from capacities.models import Partner, PartnerChange
from missions.models import Country

pytestmark = pytest.mark.django_db

NAMES = {"public": "Quayside Watch", "internal": "Larkspur Circle", "restricted": "Ember Lantern"}
JUDGED = "Thimble grounds"
SEES = {
    "nobody": set(),
    "reader": {"public"},
    "planner": {"public", "internal"},
    "staff": {"public", "internal"},
    "named": {"public", "restricted"},
    "cleared": {"public", "restricted"},
    "cleared_planner": {"public", "internal", "restricted"},
}
JUDGES = {"planner", "staff", "cleared", "cleared_planner"}
MISSING = 987654


@pytest.fixture
def nambira():
    return Country.objects.create(iso3="NBI", iso_numeric="991", name="Nambira")


@pytest.fixture
def people(django_user_model, db):
    made = {name: django_user_model.objects.create_user(name) for name in SEES if name != "nobody"}
    made["staff"] = django_user_model.objects.create_superuser("administrator")
    for name, groups in {
        "planner": ["planners"],
        "cleared": ["cleared"],
        "cleared_planner": ["planners", "cleared"],
    }.items():
        made[name].groups.set(Group.objects.filter(name__in=groups))
    cache.clear()
    return made


def values(country, which: str, **more) -> dict:
    data = {
        "kind": "monitor",
        "name": NAMES[which],
        "countries": [country.iso3],
        "areas": f"{NAMES[which]} bay",
        "crime_types": ["gangs"],
        "engagement": "contact",
        "sensitivity": which,
        "source": "tests",
        "as_of": "2030-01-01",
    } | more
    form = PartnerForm(data)
    assert form.is_valid(), form.errors
    return form.values


@pytest.fixture
def held(people, nambira) -> dict[str, Partner]:
    made = {}
    for sensitivity in NAMES:
        partner = services.create_partner(values(nambira, sensitivity, named="named"), people["cleared_planner"])
        facts = {"level": "high", "grounds": JUDGED, "assessed_on": "2020-01-01", "review_on": "2020-06-01"}
        services.assess(partner, **facts, by=people["cleared_planner"])
        made[sensitivity] = partner
    return made


def session(people, role: str) -> Client:
    client = Client()
    if role != "nobody":
        client.force_login(people[role])
    return client


def token(people, role: str) -> Client:
    key = Token.objects.get_or_create(user=people[role])[0].key if role != "nobody" else "unknown"
    return Client(headers={"Authorization": f"Token {key}"})


def told(response) -> str:
    return f"{response.content.decode('utf-8', 'replace')}\n{response.headers}"


def names_in(text: str) -> set[str]:
    return {sensitivity for sensitivity, name in NAMES.items() if name in text}


@pytest.mark.parametrize("role", SEES)
def test_pages_lists_and_searches_name_what_the_person_may_see_and_nothing_else(held, people, role):
    client = session(people, role)
    for address in ("/partners/", "/partners/?q=a", "/partners/?crime_type=gangs", "/partners/coverage/?country=NBI"):
        assert names_in(told(client.get(address))) == SEES[role], address
    for sensitivity in NAMES:
        found = client.get("/partners/", {"sensitivity": sensitivity})
        assert names_in(told(found)) <= SEES[role]
        named = client.get("/partners/", {"q": NAMES[sensitivity].lower()})
        if role != "nobody":
            listed = [partner.sensitivity for partner, _ in found.context["rows"]]
            assert listed == sorted(SEES[role] & {sensitivity})
            assert named.context["page"].paginator.count == len(SEES[role] & {sensitivity})


@pytest.mark.parametrize("role", SEES)
def test_counts_are_those_of_what_the_person_may_see(held, people, role):
    page = told(session(people, role).get("/partners/"))
    assert (f"{len(SEES[role])} that you can see" in page) == (role != "nobody")
    if role != "nobody":
        cache.clear()
        assert session(people, role).get("/api/v1/partners/").json()["count"] == len(SEES[role])
        assert token(people, role).get("/api/v1/partners/").json()["count"] == len(SEES[role] - {"restricted"})
        found = token(people, role).get("/api/v1/partners/", {"q": NAMES["restricted"]}).json()
        assert found["count"] == 0


@pytest.mark.parametrize("role", SEES)
@pytest.mark.parametrize("sensitivity", NAMES)
def test_what_a_person_may_not_see_is_told_as_what_does_not_exist(held, people, role, sensitivity):
    partner, client = held[sensitivity], session(people, role)
    for address in ("/partners/{}/", "/partners/{}/edit/", "/partners/{}/assess/"):
        for method in (client.get, client.post):
            asked, nowhere = method(address.format(partner.pk)), method(address.format(MISSING))
            if sensitivity in SEES[role]:
                assert asked.status_code in ((200, 405) if "planner" in role or role == "staff" else (200, 403, 405))
            else:
                assert asked.status_code == nowhere.status_code == (302 if role == "nobody" else 404), address
                assert not names_in(told(asked))


@pytest.mark.parametrize("role", SEES)
@pytest.mark.parametrize("sensitivity", NAMES)
@pytest.mark.parametrize("by", [session, token])
def test_the_api_tells_what_the_person_may_see_and_a_token_nothing_restricted(held, people, role, sensitivity, by):
    client = by(people, role)
    seen = SEES[role] - ({"restricted"} if by is token else set())
    address = f"/api/v1/partners/{held[sensitivity].pk}/"
    response, nowhere = client.get(address), client.get(f"/api/v1/partners/{MISSING}/")
    if sensitivity in seen:
        assert response.json()["name"] == NAMES[sensitivity]
    else:
        assert (response.status_code, response.content) == (nowhere.status_code, nowhere.content)
        change = client.patch(address, {"version": 1, "note": "x"}, content_type="application/json")
        assert change.status_code in (401, 403, 404) and not names_in(told(change))
    judged = client.get(f"{address}assessments/")
    assert (JUDGED in told(judged)) == (sensitivity in seen and role in JUDGES)
    if JUDGED not in told(judged):
        assert judged.status_code == (401 if role == "nobody" else 404)
    coverage = client.get("/api/v1/partners/coverage/", {"country": "NBI"})
    assert names_in(told(coverage)) == seen


@pytest.mark.parametrize("role", SEES)
@pytest.mark.parametrize("sensitivity", NAMES)
def test_an_assessment_is_on_no_page_of_those_who_may_not_read_it(held, people, role, sensitivity):
    page = told(session(people, role).get(f"/partners/{held[sensitivity].pk}/"))
    assert (JUDGED in page) == (sensitivity in SEES[role] and role in JUDGES)
    listed = told(session(people, role).get("/partners/"))
    assert ("the day has passed" in listed) == (role in JUDGES)
    if role not in JUDGES:
        assert "assessed" not in page and "ntanglement" not in page


@pytest.mark.parametrize("role", SEES)
def test_no_file_holds_a_restricted_partner_whoever_asks(held, people, role):
    client = session(people, role)
    rows = client.get("/partners/partners.csv")
    assert names_in(told(rows)) == SEES[role] - {"restricted"}
    book = client.get("/partners/partners.xlsx")
    if role != "nobody":
        cells = [str(c) for row in load_workbook(io.BytesIO(book.content)).active.values for c in row]
        assert names_in(" ".join(cells)) == SEES[role] - {"restricted"}


def test_the_history_of_a_restricted_partner_keeps_no_words_before_or_after(held, people, nambira):
    by, partner = people["planner"], held["internal"]
    assert NAMES["internal"] in str(list(PartnerChange.objects.filter(partner=partner).values("detail")))
    services.change_partner(partner, values(nambira, "internal", sensitivity="restricted", note="Quiet"), 1, by)
    kept = str(list(PartnerChange.objects.values("partner", "detail").filter(partner=partner)))
    assert NAMES["internal"] not in kept and "Quiet" not in kept and "internal" in kept
    partner.refresh_from_db()
    assert list(partner.named.all()) == [by]
    assert NAMES["restricted"] not in str(list(PartnerChange.objects.values("detail")))


def test_a_token_cannot_make_a_partner_restricted(held, people):
    client = token(people, "cleared_planner")
    facts = {"kind": "monitor", "name": "Pewter Gate", "source": "tests", "as_of": "2030-01-01"}
    made = client.post("/api/v1/partners/", {**facts, "sensitivity": "restricted"}, content_type="application/json")
    assert (made.status_code, list(made.json()["error"]["fields"])) == (400, ["sensitivity"])
    address = f"/api/v1/partners/{held['internal'].pk}/"
    change = client.patch(address, {"version": 1, "sensitivity": "restricted"}, content_type="application/json")
    assert change.status_code == 400
    assert Partner.objects.filter(sensitivity="restricted").count() == 1


def test_an_import_cannot_find_out_what_the_importer_may_not_see(held, people):
    table = (
        "id,version,kind,name,source,as_of\n"
        f"{held['restricted'].pk},1,monitor,Taken over,tests,2030-01-01\n"
        f"{MISSING},1,monitor,Nowhere,tests,2030-01-01\n"
        f",,monitor,{NAMES['restricted']},tests,2030-01-01\n"
    )
    page = session(people, "planner").post("/partners/import/", {"file": SimpleUploadedFile("t.csv", table.encode())})
    assert page.status_code == 422
    assert page.content.decode().count("There is no partner with this number that you may see.") == 2
    assert [row.action for row in page.context["plan"].rows] == ["wrong", "wrong", "new"]
    held["restricted"].refresh_from_db()
    assert held["restricted"].name == NAMES["restricted"]


def test_no_log_holds_a_name(held, people, nambira, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    silent = [item for item in logging.root.manager.loggerDict.values() if not getattr(item, "propagate", True)]
    for item in silent:
        item.addHandler(caplog.handler)
    client, pk = session(people, "cleared_planner"), held["restricted"].pk
    client.get(f"/partners/{pk}/")
    client.post(f"/partners/{pk}/edit/", {"name": NAMES["restricted"]})
    client.post("/api/v1/partners/", f'{{"name": "{NAMES["restricted"]}', content_type="application/json")

    def fail(*args, **options):
        raise IndexError(NAMES["restricted"])

    monkeypatch.setattr(services, "change_partner", fail)
    client.raise_request_exception = False
    form = {"kind": "monitor", "name": NAMES["restricted"], "engagement": "contact", "sensitivity": "restricted"}
    answer = client.post(f"/partners/{pk}/edit/", {**form, "source": "x", "as_of": "2030-01-01", "version": 1})
    for item in silent:
        item.removeHandler(caplog.handler)
    assert answer.status_code == 500 and NAMES["restricted"] not in told(answer)
    own = [r for r in caplog.records if not r.name.startswith("django.db")]
    assert own and not [r for r in own if NAMES["restricted"] in r.getMessage()]
