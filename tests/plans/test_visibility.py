"""Every way out of a plan: who may not see it is told that it does not exist, and restricted partners are told to those
alone who may see them, on pages; no document, no token and no record gives them away.
"""

import io
import json
import logging
import zipfile

import pypdfium2
import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver
from rest_framework.authtoken.models import Token

from plans import services
from plans.models import Assignment, Milestone, Plan, PlanChange, Proposal
from plans.naming import HIDDEN
from plans.services.proposing import basis
from tests.plans.conftest import BEGINS, ENDS
from tests.plans.test_proposing import proposed

pytestmark = pytest.mark.django_db
NAME = "Gorge Circle"


@pytest.fixture
def places(plan, option, assigned, planner) -> dict:
    """A plan with everything that hangs on it, nothing of it restricted; by the places in its addresses."""
    milestone = services.add(Milestone(plan=plan, title="Cases opened", due=ENDS), by=planner)
    comment = services.comment(plan, "Late.", planner)
    proposal = proposed(option, planner, ("capacity", assigned.capacity))
    ids = {"option": option.pk, "task": assigned.task_id, "assignment": assigned.pk, "milestone": milestone.pk}
    return ids | {
        "plan": plan.pk,
        "pk": plan.pk,
        "mandate": plan.mandate_id,
        "remark": comment.pk,
        "comment": comment.pk,
        "proposal": proposal.pk,
        "kind": "assignments",
        "row": assigned.pk,
    }


@pytest.fixture
def secret(places, option, hidden, cleared) -> Assignment:
    """A restricted partner in the plan: assigned, and proposed with sentences that speak of it."""
    row = Assignment(option=option, task_id=places["task"], partner=hidden, begins=BEGINS, ends=ENDS)
    row.why = f"[partner {hidden.pk}] is the only one there."
    services.add(row, by=cleared)
    services.change(row, version=1, values={"note": "Quietly."}, by=cleared)
    proposal = Proposal.objects.get()
    told = proposed(option, cleared, ("partner", hidden), ("capacity", option.assignments.first().capacity))
    told.answer["chosen"][0]["meets"] = ["community network"]
    told.answer["chosen"][1] |= {"why": "The first of two.", "about": [hidden.pk]}
    why = f"[partner {hidden.pk}] is assessed as highly entangled."
    uncovered = {"task": places["task"], "need": "fiu", "outside": False, "why": why, "about": [hidden.pk]}
    proposal.answer = told.answer | {"basis": basis(option), "uncovered": [uncovered]}
    proposal.save()
    told.delete()
    return row


def addresses(places: dict) -> set[str]:
    """All addresses of plans that name something of one, filled in."""
    found = set()
    for name in get_resolver().reverse_dict:
        for possibilities, *_ in get_resolver().reverse_dict.getlist(name):
            for template, params in possibilities:
                below = template.removeprefix("api/v1/")
                if below.startswith("plans/") and params and set(params) <= set(places):
                    found.add("/" + template % {name: places[name] for name in params})
                elif below.startswith("plans/") and params:
                    raise AssertionError(f"say in `places` what stands in {template}")
    return found


def session(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def program(person) -> Client:
    return Client(headers={"Authorization": f"Token {Token.objects.get_or_create(user=person)[0].key}"})


def said(response) -> str:
    """All that a response tells, documents unpacked."""
    body = response.content
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            body = b"".join(packed.read(name) for name in packed.namelist())
    if body[:4] == b"%PDF":
        text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(body))
        body = " ".join(text.split()).encode()
    return f"{body.decode('utf-8', 'replace')}\n{response.headers}"


def walk(client: Client, places: dict, start: str = "/") -> dict[str, str]:
    """What a person is told at every address that answers them."""
    cache.clear()
    answers = {}
    for address in addresses(places):
        if address.startswith(start):
            response = client.get(address)
            if response.status_code == 200:
                answers[address] = said(response)
    return answers


def test_the_walk_reads_pages_documents_and_api(places, secret, cleared):
    read = walk(session(cleared), places)
    plan = places["plan"]
    for address in (
        f"/plans/{plan}/",
        f"/api/v1/plans/{plan}/",
        f"/plans/{plan}/plan.pdf",
        f"/api/v1/plans/{plan}/plan.docx",
    ):
        assert address in read
    assert NAME in read[f"/plans/{plan}/options/{places['option']}/"] and NAME in read[f"/api/v1/plans/{plan}/"]
    assert "analysts of networks" in read[f"/api/v1/plans/{plan}/plan.xlsx"]


def test_no_document_holds_a_restricted_partner_whoever_asks(places, secret, cleared):
    documents = {a: told for a, told in walk(session(cleared), places).items() if "/plan." in a}
    assert len(documents) == 8
    for address, told in documents.items():
        assert NAME not in told and HIDDEN not in told and "Quietly" not in told, address


def test_no_program_is_told_of_a_restricted_partner_even_for_somebody_cleared(places, secret, cleared):
    read = walk(program(cleared), places, "/api/")
    assert len(read) > 8
    for address, told in read.items():
        assert NAME not in told and HIDDEN not in told and "Quietly" not in told, address


def test_a_planner_who_may_not_see_a_restricted_partner_is_told_its_name_nowhere(places, secret, planner, caplog):
    caplog.set_level(logging.DEBUG)
    read = walk(session(planner), places)
    assert len(read) > 20
    for address, told in read.items():
        assert NAME not in told and "Quietly" not in told, address
        assert HIDDEN not in told or "/api/" not in address, address
    assert NAME not in caplog.text


@pytest.mark.parametrize("way", ["planner", "token"])
def test_a_plan_with_a_restricted_partner_reads_as_one_without_it(places, planner, cleared, way, request):
    client = session(planner) if way == "planner" else program(cleared)
    asked = [f"/api/v1/plans/{places['plan']}/{part}" for part in ("", "changes/", "plan.json")]
    asked.append(f"/api/v1/plans/{places['plan']}/options/{places['option']}/")

    def told() -> list[dict]:
        return [json.loads(client.get(address).content) | {"as_of": ""} for address in asked]

    before = told()
    request.getfixturevalue("secret")
    assert told() == before


def test_what_is_restricted_later_is_no_longer_told(places, option, monitor, planner):
    days = {"begins": BEGINS, "ends": ENDS}
    row = services.add(Assignment(option=option, task_id=places["task"], partner=monitor, **days), by=planner)
    address = f"/api/v1/plans/{places['plan']}/"
    assert "River Watch" in said(session(planner).get(address))
    monitor.sensitivity = "restricted"
    monitor.save()
    response = session(planner).get(address)
    assert "River Watch" not in said(response)
    assert not [c for c in response.json()["changes"] if c["subject"] == f"assignment {row.pk}"]


def test_numbers_of_a_proposal_count_what_is_shown_and_take_over_that_alone(
    places, secret, option, planner, cleared, hidden
):
    address = f"/api/v1/plans/{places['plan']}/options/{option.pk}/proposals/{places['proposal']}/"
    told = session(planner).get(address).json()["answer"]
    (one,) = told["chosen"]
    assert (one["number"], one["resource"]["kind"], one["why"]) == (0, "capacity", "")
    assert [(one["need"], one["why"]) for one in told["uncovered"]] == [
        ("fiu", "Nobody who could be assigned meets it."),
        ("community network", "Nobody who could be assigned meets it."),
    ]
    shown = session(cleared).get(address).json()["answer"]
    assert [one["resource"]["title"] for one in shown["chosen"]] == [NAME, "analysts of networks"]
    assert [one["why"] for one in shown["chosen"]] == [f"{NAME} is there.", "The first of two."]
    assert [one["why"] for one in shown["uncovered"]] == [f"{NAME} is assessed as highly entangled."]
    taken = session(planner).post(f"{address}accept/", {"numbers": [0]}, content_type="application/json")
    assert taken.status_code == 200
    assert Assignment.objects.filter(partner=hidden).count() == 1  # it was not theirs to take over or throw out


def test_nobody_changes_or_assigns_what_they_may_not_see(places, secret, option, hidden, planner, cleared):
    there = f"/api/v1/plans/{places['plan']}/options/{option.pk}/assignments/"
    sent = {"task": places["task"], "partner": hidden.pk, "begins": str(BEGINS), "ends": str(ENDS)}
    before = PlanChange.objects.count()
    for client in (session(planner), program(cleared)):
        made = client.post(there, sent, content_type="application/json")
        missing = client.post(there, sent | {"partner": 987654}, content_type="application/json")
        assert made.status_code == missing.status_code == 400 and made.json() == missing.json()
        for act in (client.get, client.patch, client.delete):
            assert (
                act(f"{there}{secret.pk}/?version=1" if act == client.delete else f"{there}{secret.pk}/").status_code
                == 404
            )
    assert PlanChange.objects.count() == before
    assert session(cleared).get(f"{there}{secret.pk}/").json()["resource"]["title"] == NAME


@pytest.mark.parametrize("who", ["stranger", "second", "administrator"])
def test_for_whoever_may_not_plan_or_see_the_draft_a_plan_does_not_exist(places, secret, who, request, caplog):
    caplog.set_level(logging.DEBUG)
    Plan.objects.get().mandate.__class__.objects.update(draft=True)
    person = request.getfixturevalue(who)
    program_of = program(person)
    for client in (session(person), program_of):
        cache.clear()
        for address in addresses(places):
            if client is program_of and not address.startswith("/api/"):
                continue
            if "/plans/new/" in address:
                continue  # of the mandate, which tests/mandates/test_visibility.py asks for
            response = client.get(address)
            assert response.status_code in (404, 405), address
            told = said(response)
            assert "Gold and networks" not in told and NAME not in told and "UNMINA" not in told
        assert json.loads(client.get("/api/v1/plans/").content)["count"] == 0
    assert "Gold and networks" not in caplog.text and NAME not in caplog.text
