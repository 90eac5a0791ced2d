"""Who sees a partner: every role against every sensitivity on every way out of the site, as one table.

Whoever may not see a partner is told what is told of one that does not exist. The addresses come from the URL resolver: a new
one below ``partners`` fails until ``WAYS`` says what it tells and to whom, any other until ``ELSEWHERE`` knows its beginning.
"""

import io
from dataclasses import dataclass, field

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from openpyxl import load_workbook
from rest_framework.authtoken.models import Token

from capacities import services
from capacities.forms.partners import PartnerForm
from capacities.models import Assessment, Partner, PartnerChange, PartnerDeletion
from mandates import jobs
from mandates import services as submitting
from missions.models import Mission
from tests.mandates import drafts
from tests.site_map import MISSING, Browsers, Route, everything, program, routes

pytestmark = pytest.mark.django_db

SENSITIVITIES = ("public", "internal", "restricted")
SEES = {
    "nobody": set(),
    "reader": {"public"},
    "planner": {"public", "internal"},
    "staff": {"public", "internal"},
    "named": {"public", "restricted"},
    "cleared": {"public", "restricted"},
    "cleared_planner": {"public", "internal", "restricted"},
}
GROUPS = {"planner": ["planners"], "cleared": ["cleared"], "cleared_planner": ["planners", "cleared"]}
SIGNED_IN = frozenset(SEES) - {"nobody"}
JUDGES = frozenset({"planner", "staff", "cleared", "cleared_planner"})  # read assessments
WRITES = frozenset({"planner", "staff", "cleared_planner"})
DELETES = frozenset({"staff", "cleared", "cleared_planner"})

# Words that stand on one partner alone, by what they are and by its sensitivity.
WORDS = {
    "name": {"public": "Quayside Watch", "internal": "Larkspur Circle", "restricted": "Ember Lantern"},
    "remark": {"public": "Thistle remark", "internal": "Sorrel remark", "restricted": "Bracken remark"},
    "grounds": {"public": "Thimble grounds", "internal": "Spindle grounds", "restricted": "Bobbin grounds"},
    "archived": {"public": "Old Wharf", "internal": "Old Mill", "restricted": "Old Kiln"},
}
NAMES = WORDS["name"]
DELETED = "Umber Gate"  # the name of a restricted partner that was deleted, and a word of what was said of it


@dataclass(frozen=True)
class Way:
    """What an address tells (words by kind; of one partner, or of all seen), by which method, and to whom of those who see
    the partner. ``leaves`` says that it is a file, which no restricted partner stands in."""

    tells: frozenset[str] = frozenset()
    may: frozenset[str] = SIGNED_IN
    method: str = "get"
    send: dict = field(default_factory=dict)
    refused: int = 403
    leaves: bool = False


NAME, REMARK, GROUNDS = frozenset({"name"}), frozenset({"remark"}), frozenset({"grounds"})
VERSION, SAID = {"version": 1}, {"text": "Noted."}
JUDGED = {"level": "low", "grounds": "x", "assessed_on": "2020-01-01", "review_on": "2099-01-01"}
WAYS = {
    # pages
    "partners/": Way(NAME),
    "partners/coverage/": Way(NAME, send={"country": "NBI"}),
    "partners/coverage.csv": Way(NAME, send={"country": "NBI"}, leaves=True),
    "partners/coverage.svg": Way(NAME, send={"country": "NBI"}, leaves=True),  # areas, which bear the names here
    "partners/partners.%(kind)s": Way(NAME, leaves=True),
    "partners/template.%(kind)s": Way(),
    "partners/registers/": Way(),
    "partners/new/": Way(may=WRITES),
    "partners/import/": Way(may=WRITES),
    # tables, which are seen by who brought them: importing/test_imports.py
    "partners/import/%(pk)s/": Way(may=WRITES),
    "partners/import/%(pk)s/progress/": Way(may=WRITES),
    "partners/import/%(pk)s/cancel/": Way(may=WRITES, method="post"),
    "partners/%(partner)s/": Way(NAME | REMARK | GROUNDS),
    "partners/%(partner)s/edit/": Way(NAME, WRITES),
    "partners/%(partner)s/assess/": Way(NAME, WRITES),
    "partners/%(partner)s/delete/": Way(NAME, DELETES),
    "partners/%(partner)s/archive/": Way(may=WRITES, method="post", send=VERSION),
    "partners/%(partner)s/restore/": Way(may=WRITES, method="post", send=VERSION),
    "partners/%(partner)s/comments/": Way(method="post", send=SAID),
    "partners/%(partner)s/comments/%(comment)s/remove/": Way(
        may=frozenset({"staff", "cleared_planner"}), method="post"
    ),
    # the API, to a browser's session and to a token
    "api/v1/partners/": Way(NAME),
    "api/v1/partners/coverage/": Way(NAME, send={"country": "NBI"}),
    "api/v1/partners/fius/": Way(),
    "api/v1/partners/entities/": Way(),
    "api/v1/partners/%(partner)s/": Way(NAME),
    "api/v1/partners/%(partner)s/assessments/": Way(GROUNDS, JUDGES, refused=404),
    "api/v1/partners/%(partner)s/comments/": Way(REMARK),
    "api/v1/partners/%(partner)s/comments/%(partner_comment)s/": Way(
        may=frozenset({"staff", "cleared_planner"}), method="delete"
    ),
    "api/v1/partners/%(partner)s/archive/": Way(NAME, WRITES, "post", VERSION),
    "api/v1/partners/%(partner)s/restore/": Way(may=WRITES, method="post", send=VERSION),
}
# Files that stand elsewhere and tell of partners: what their pages tell, but for restricted ones.
FILES = {
    "missions/%(acronym)s/coverage.csv": Way(NAME, leaves=True),
    "missions/%(acronym)s/coverage.svg": Way(leaves=True),  # counts, which tests/mandates/test_coverage_files.py reads
    "missions/%(acronym)s/partners.csv": Way(NAME, leaves=True),
    "missions/%(acronym)s/partners.svg": Way(
        leaves=True
    ),  # counts, which tests/mandates/mission_page/test_files.py reads
}
WAYS |= FILES
# Beginnings of all other addresses: whether a partner may be named there to those who see it, or to nobody.
ELSEWHERE = dict.fromkeys(("", "mandates/", "missions/", "plans/", "search/", "api/v1/missions/", "api/v1/plans/", "api/v1/search/"), True) | dict.fromkeys(
    (
        *("account/", "admin/", "capacities/", "crime-types/", "digest/", "health/", "help/", "language/", "patterns/", "policy/", "portfolio", "precedents/", "rules/"),
        *("sanctions/", "sign-in/", "sign-out/", "specimen/", "tour/", "trends/", "api/v1/"),
    ),
    False,
)  # fmt: skip
PLACES = {"kind": "csv", "acronym": "UNMINA", "chart": "shares", "code": "OC202", "name": "method"}


@pytest.fixture
def people(django_user_model, db):
    made = {name: django_user_model.objects.create_user(name) for name in SIGNED_IN}
    made["staff"] = django_user_model.objects.create_superuser("administrator")
    for name, groups in GROUPS.items():
        made[name].groups.set(Group.objects.filter(name__in=groups))
    cache.clear()
    return made | {"nobody": None}


def values(country, which: str, name: str, **more) -> dict:
    facts = {"kind": "monitor", "name": name, "countries": [country.iso3], "areas": f"{name} bay"}
    facts |= {
        "crime_types": ["gangs", "natural_resources"],
        "engagement": "contact",
        "sensitivity": which,
        "named": "named",
    }
    form = PartnerForm(facts | {"source": "tests", "as_of": "2030-01-01"} | more)
    assert form.is_valid(), form.errors
    return form.values


@pytest.fixture
def held(people, nambira) -> dict[str, Partner]:
    """One partner of each sensitivity, with a remark and an assessment; one more of each archived; one deleted; a mandate of their
    mission that takes partners of their kind."""
    by, made = people["cleared_planner"], {}
    mission = Mission.objects.create(
        acronym="UNMINA", name="M", type="peacekeeping", status="active", source="tests", as_of="2030-01-01"
    )
    mission.countries.add(nambira)
    text = submitting.submit(owner=by, data=drafts.HELD.encode(), draft=False, mission=mission)
    jobs.review_mandate(text.jobs.get().pk)
    for which in SENSITIVITIES:
        partner = services.create_partner(values(nambira, which, NAMES[which]), by)
        services.assess(partner, **{**JUDGED, "grounds": WORDS["grounds"][which]}, by=by)
        services.comment_on(partner, text=WORDS["remark"][which], by=by)
        old = services.create_partner(values(nambira, which, WORDS["archived"][which]), by)
        services.archive_partner(old, version=1, by=by)
        made[which] = partner
    gone = services.create_partner(values(nambira, "restricted", DELETED), by)
    services.comment_on(gone, text=DELETED, by=by)
    services.delete_partner(gone, version=1, by=by)
    return made


@pytest.fixture
def askers(people):
    """Who asks at an address in a role: the client, and which sensitivities it may be told of."""
    browsers = Browsers()

    def found(role: str, api: bool) -> list[tuple[Client, set[str]]]:
        cache.clear()  # all addresses together are more than the API answers in a minute
        asking = [(browsers.session(people[role]), SEES[role])]
        if api:
            client = program(people[role]) if people[role] else Client(headers={"Authorization": "Token unknown"})
            asking.append((client, SEES[role] - {"restricted"}))
        return asking

    return found


def told(response) -> str:
    """All that a response tells; of a workbook its cells."""
    if "spreadsheetml" in response.headers.get("Content-Type", ""):
        pages = load_workbook(io.BytesIO(response.content)).worksheets
        return " ".join(str(cell) for page in pages for row in page.values for cell in row)
    return everything(response)


def words_in(text: str) -> set[tuple[str, str]]:
    """What a text tells: (kind of word, sensitivity of its partner). Nothing tells of what was deleted."""
    assert DELETED not in text
    return {(kind, which) for kind, by in WORDS.items() for which, word in by.items() if word in text}


def ask(client: Client, way: Way, address: str):
    """The request that a way is for; what it writes is taken back."""
    wide = {"content_type": "application/json"} if address.startswith("/api/") and way.method != "get" else {}
    with transaction.atomic():
        response = getattr(client, way.method)(address, way.send, **wide)
        transaction.set_rollback(True)
    return response


def address(route: Route, partner: Partner | None = None, **more) -> str:
    """The route's address for a partner; without one for what does not exist."""
    comment = partner.comments.first().pk if partner else MISSING
    ids = {"partner": partner.pk if partner else MISSING, "comment": comment, "partner_comment": comment}
    return "/" + route.template % (dict.fromkeys(route.places, MISSING) | PLACES | ids | more)


def of_one() -> list[tuple[Route, Way]]:
    return [(route, WAYS[route.template]) for route in routes() if "partner" in route.places]


def of_all() -> list[tuple[Route, Way]]:
    return [(r, WAYS[r.template]) for r in routes() if "partner" not in r.places and r.template in WAYS]


def test_the_table_knows_every_address_of_the_site_and_no_other():
    found = {route.template for route in routes()}
    below = {template for template in found if template.removeprefix("api/v1/").startswith("partners/")}
    assert below | set(FILES) == set(WAYS) and set(FILES) <= found
    unknown = {template for template in found - below if beginning(template) is None}
    assert not unknown, "say in ELSEWHERE whether partners may be named there"


def beginning(template: str) -> str | None:
    """The longest beginning of an address that ``ELSEWHERE`` knows; the empty one is the start page alone."""
    fits = [known for known in ELSEWHERE if known and template.startswith(known)]
    return max(fits, key=len, default=None) if template else ""


@pytest.mark.parametrize("role", SEES)
def test_an_address_of_one_partner_tells_it_to_those_who_may_and_else_that_there_is_none(held, askers, role):
    for route, way in of_one():
        for client, seen in askers(role, route.api):
            nowhere = ask(client, way, address(route))
            assert not words_in(told(nowhere))
            for which, partner in held.items():
                response = ask(client, way, address(route, partner))
                found, place = words_in(told(response)), (route.template, which)
                if which not in seen:
                    assert (response.status_code, found) == (nowhere.status_code, set()), place
                    assert response.status_code == (404 if role != "nobody" else 401 if route.api else 302), place
                    assert not route.api or response.content == nowhere.content, place
                elif role not in way.may:
                    assert (response.status_code, found) == (way.refused, set()), place
                else:
                    assert response.status_code < 400 or response.status_code == 409, (
                        place
                    )  # restored, and not archived
                    tells = way.tells if role in JUDGES else way.tells - GROUNDS
                    wanted = {(kind, which) for kind in tells}
                    assert found - {("name", which)} == wanted - {("name", which)}, place
                    assert found >= wanted, place


@pytest.mark.parametrize("role", SEES)
def test_whoever_does_not_see_a_partner_is_told_nothing_by_any_method(held, askers, role):
    before = list(Partner.objects.order_by("pk").values())
    junk = {"version": 1, "name": "Taken over", "text": "x"}
    wide = {"content_type": "application/json"}
    for route, _ in of_one():
        for client, seen in askers(role, route.api):
            hidden = [partner for which, partner in held.items() if which not in seen]
            for method in ("get", "options", "post", "put", "patch", "delete") if hidden else ():
                sent = (junk,) if method not in ("get", "options") else ()
                nowhere = getattr(client, method)(address(route), *sent, **(wide if sent else {}))
                for partner in hidden:
                    response = getattr(client, method)(address(route, partner), *sent, **(wide if sent else {}))
                    assert response.status_code == nowhere.status_code, (route.template, method)
                    assert not words_in(told(response)), (route.template, method)
    assert list(Partner.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("role", SEES)
def test_a_list_a_file_and_coverage_tell_of_what_the_person_sees_and_of_nothing_else(held, askers, role):
    for route, way in of_all():
        for client, seen in askers(role, route.api):
            seen = seen - ({"restricted"} if way.leaves else set())
            for kind in ("csv", "xlsx"):
                response = ask(client, way, address(route, kind=kind))
                wanted = {(k, which) for k in way.tells for which in seen} if role in way.may else set()
                assert words_in(told(response)) == wanted, route.template
                if role not in way.may:
                    refused = (401 if route.api else 302) if role == "nobody" else way.refused
                    assert response.status_code == refused, route.template


@pytest.mark.parametrize("role", SEES)
def test_searching_and_filtering_find_what_the_person_sees_and_count_nothing_else(held, askers, role):
    for template in ("partners/", "partners/partners.csv", "api/v1/partners/"):
        for client, seen in askers(role, template.startswith("api")):
            seen = seen - ({"restricted"} if template.endswith("csv") else set())
            for which in SENSITIVITIES:
                asked = {
                    "q": {"q": NAMES[which].lower()},  # a search stands in the page that answers it
                    "sensitivity": {"sensitivity": which},
                    "archived": {"sensitivity": which, "archived": "true"},
                }
                for name, query in asked.items():
                    response = client.get(f"/{template}", query)
                    kind = "archived" if name == "archived" else "name"
                    assert words_in(told(response)) == {(kind, which)} & {(kind, s) for s in seen}, (template, query)
                    if role != "nobody" and not template.endswith("csv"):
                        count = (
                            response.json()["count"] if "api" in template else response.context["page"].paginator.count
                        )
                        assert count == len(seen & {which}), (template, query)
    if role != "nobody":
        (client, seen), _ = askers(role, True)
        assert f"{len(seen)} that you can see" in told(client.get("/partners/"))
        assert "the day has passed" not in told(client.get("/partners/"))
        Assessment.objects.update(review_on="2020-06-01")
        waiting = told(client.get("/partners/?kind=fiu"))  # a list that is empty, below what waits
        assert words_in(waiting) == ({("name", which) for which in seen} if role in JUDGES else set())


@pytest.mark.parametrize("role", ["nobody", "reader", "staff", "cleared_planner"])
def test_no_other_page_names_a_partner_to_those_who_do_not_see_it(held, askers, role):
    """The rest of the site, missions and administration with it: the reader sees least, staff administer, one sees all."""
    for route in routes():
        if route.template in WAYS or (route.admin and role != "staff"):
            continue
        for client, seen in askers(role, route.api):
            ids = dict.fromkeys(route.places, held["restricted"].pk) if route.admin else {}
            found = words_in(told(client.get(address(route, **ids))))
            allowed = {("name", which) for which in seen} if ELSEWHERE[beginning(route.template)] else set()
            assert found <= allowed, route.template


def test_the_history_of_a_restricted_partner_keeps_no_words_before_or_after(held, people, nambira):
    by, partner = people["planner"], held["internal"]
    assert NAMES["internal"] in str(list(PartnerChange.objects.filter(partner=partner).values("detail")))
    hidden = values(nambira, "restricted", NAMES["internal"], named="", note="Quiet")
    services.change_partner(partner, hidden, 1, by)
    kept = str(list(PartnerChange.objects.values("partner", "detail").filter(partner=partner)))
    assert NAMES["internal"] not in kept and "Quiet" not in kept and "internal" in kept
    partner.refresh_from_db()
    assert list(partner.named.all()) == [by]
    everything_kept = str(list(PartnerChange.objects.values("detail"))) + str(list(PartnerDeletion.objects.values()))
    for word in (NAMES["restricted"], WORDS["archived"]["restricted"], WORDS["remark"]["restricted"], DELETED):
        assert word not in everything_kept


def test_a_token_cannot_make_a_partner_restricted(held, people):
    client = program(people["cleared_planner"])
    facts = {"kind": "monitor", "name": "Pewter Gate", "source": "tests", "as_of": "2030-01-01"}
    made = client.post("/api/v1/partners/", {**facts, "sensitivity": "restricted"}, content_type="application/json")
    assert (made.status_code, list(made.json()["error"]["fields"])) == (400, ["sensitivity"])
    at = f"/api/v1/partners/{held['internal'].pk}/"
    change = client.patch(at, {"version": 1, "sensitivity": "restricted"}, content_type="application/json")
    assert change.status_code == 400
    assert Partner.objects.current().filter(sensitivity="restricted").count() == 1
    assert Token.objects.count() == 1


def test_an_import_cannot_find_out_what_the_importer_may_not_see(held, people):
    table = (
        "id,version,kind,name,source,as_of\n"
        f"{held['restricted'].pk},1,monitor,Taken over,tests,2030-01-01\n"
        f"{MISSING},1,monitor,Nowhere,tests,2030-01-01\n"
        f",,monitor,{NAMES['restricted']},tests,2030-01-01\n"
    )
    client = Browsers().session(people["planner"])
    page = client.post("/partners/import/", {"file": SimpleUploadedFile("t.csv", table.encode())}, follow=True)
    assert page.content.decode().count("There is no partner with this number that you may see.") == 2
    assert [row.action for row in page.context["plan"].rows] == ["wrong", "wrong", "new"]
    held["restricted"].refresh_from_db()
    assert held["restricted"].name == NAMES["restricted"]


def test_no_log_and_no_error_page_holds_a_word(held, people, log, monkeypatch):
    client, pk = Browsers().session(people["cleared_planner"]), held["restricted"].pk
    name, remark = NAMES["restricted"], WORDS["remark"]["restricted"]
    client.get(f"/partners/{pk}/")
    client.post(f"/partners/{pk}/edit/", {"name": name})
    client.post(f"/partners/{pk}/comments/", {"text": remark})
    client.post("/api/v1/partners/", f'{{"name": "{name}', content_type="application/json")
    client.post(f"/api/v1/partners/{pk}/comments/", f'{{"text": "{remark}', content_type="application/json")

    def fail(*args, **options):
        raise IndexError(f"{name} {remark}")

    for act in ("change_partner", "comment_on", "archive_partner", "delete_partner"):
        monkeypatch.setattr(services, act, fail)
    client.raise_request_exception = False
    form = {"kind": "monitor", "name": name, "engagement": "contact", "sensitivity": "restricted"}
    answers = [
        client.post(f"/partners/{pk}/edit/", {**form, "source": "x", "as_of": "2030-01-01", "version": 1}),
        client.post(f"/partners/{pk}/comments/", {"text": remark}),
        client.post(f"/partners/{pk}/archive/", {"version": 1}),
        client.post(f"/partners/{pk}/delete/", {"version": 1}),
        client.post(f"/api/v1/partners/{pk}/comments/", {"text": remark}, content_type="application/json"),
    ]
    for answer in answers:
        assert answer.status_code == 500 and not words_in(told(answer))
    own = [record for record in log.records if not record.name.startswith("django.db")]
    assert own and not [record for record in own if words_in(record.getMessage())]
