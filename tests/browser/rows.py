"""Rows for every address of the site: one of each thing that a page can show, made once in the site under test.

``make`` runs in a process of its own (``manage.py shell``) and prints the addresses. A new page with a place for an id has none
until a row for it is made here.
"""

import json
from datetime import date, timedelta

from django.contrib.auth.models import Group, User
from django.utils import timezone

from accounts import links
from capacities import jobs as capacity_jobs
from capacities import services as held_by
from capacities.forms.partners import PartnerForm
from capacities.models import Capacity, Expertise, Import
from mandates import comparisons, export_jobs, jobs, services
from mandates.analysis.values import Aspect
from mandates.models import Mandate, TextVersion
from mandates.services.subscribing import stop_token
from missions import crime_markets, documents
from missions.models import Mission
from missions.services import load_crime_markets
from missions.work import STALE
from plans import jobs as plan_jobs
from plans import services as planning
from plans.models import Assignment, Milestone
from tests.mandates import drafts
from tests.site_map import MISSING, Route, routes

TODAY = date.today()
YEAR = timedelta(days=365)
FACTS = {"source": "Report of the mission", "as_of": TODAY - YEAR}
SOURCE = {"source": "Report of the mission", "as_of": str(TODAY - YEAR)}  # in a table
CAPACITY = {"mission": "MINUSCA", "category": "civilian_post", "title": "Customs adviser", "country": "", **SOURCE}
HELD_BEFORE = {"category": "specialized_team", "title": "Team on the gold trade", "country": "SEN", "deployed": "7"}
PARTNER = {"kind": "monitor", "name": "Market watch", **SOURCE}


def make(username: str) -> None:
    """All rows, for somebody who sees everything; prints ``{"pages": [address, …], "ids": {…}}``."""
    person = User.objects.get(username=username)
    person.is_staff = person.is_superuser = True
    person.save()
    person.groups.set(Group.objects.filter(name__in=("planners", "cleared")))
    colleague = User.objects.get_or_create(username="colleague")[0]
    mission = Mission.objects.get(acronym="MINUSCA")
    ids = _mandates(mission, person, colleague)
    ids |= _held(mission, person)
    ids |= _plan(mission, person, ids)
    ids |= {
        "missions": mission.acronym,
        "rules": "OC202",
        "help": "method",
        "sanctions": "car",
        "stop": stop_token(person),
    }
    link = links.sign_in_link(colleague, "").strip("/").split("/")
    ids |= {"sign-in": link[-2], "token": link[-1]}
    tables = _tables(person)
    ids |= {"capacities/import": tables[0], "partners/import": _table("partners", person, PARTNER).pk}
    pages = [_address(route, ids) for route in routes() if not route.admin and not route.api]
    pages += [f"/capacities/import/{pk}/" for pk in tables[1:]]
    print(json.dumps({"pages": [*pages, "/api/v1/docs/"], "ids": ids}))


def _address(route: Route, ids: dict) -> str:
    """One address of a route. A place is known by all that stands before it, by the word before it, or (an id after another:
    ``uid``, then ``token``) by its own name."""
    known = {"kind": "csv", "chart": "shares", "row": MISSING, "token": ids["token"]}
    found = {
        place: ids.get(route.before(place)) or ids.get(route.segment(place), known.get(place)) for place in route.places
    }
    unknown = [route.segment(place) for place in route.places if found[place] is None]
    assert not unknown, f"make a row for what stands after {unknown} in {route.template}"
    return "/" + route.template % found


def _table(what: str, person, row: dict) -> Import:
    """A table of one row that was looked at and waits to be confirmed."""
    table = held_by.bring(what, [(2, row)], person, queue=False)
    capacity_jobs.take_in(table.pk)
    table.refresh_from_db()
    return table


def _tables(person) -> list[int]:
    """A table of capacities in each state that its page can show."""
    shown, changed, wrong, done, cancelled = (
        _table("capacities", person, CAPACITY | more)
        for more in ({}, HELD_BEFORE, {"category": "army"}, {"title": f"Adviser {Capacity.objects.count()}"}, {})
    )
    held_by.confirm(done, done.plan["digest"], person, queue=False)
    capacity_jobs.take_in(done.pk)
    held_by.cancel_import(cancelled)
    waiting, interrupted, failed = (held_by.bring("capacities", [(2, CAPACITY)], person, queue=False) for _ in "123")
    tables = Import.objects.filter(pk=interrupted.pk)
    tables.update(state="running", attempts=1, heartbeat_at=timezone.now() - STALE * 2)
    Import.objects.filter(pk=failed.pk).update(state="failed", error=capacity_jobs.FAULT)
    return [row.pk for row in (shown, changed, wrong, done, cancelled, waiting, interrupted, failed)]


def _mandates(mission: Mission, person, colleague) -> dict:
    """An adopted text, a text that it replaces, and a draft with two versions, a correction, a decision and comments."""
    old = drafts.HELD.replace("(2030)", "(2025)").replace("30 June 2031", "30 June 2026").replace("3101", "3001")
    for text, symbol in ((old, "S/RES/3001 (2025)"), (drafts.HELD, "S/RES/3101 (2030)")):
        held = services.submit(owner=person, data=text.encode(), draft=False, symbol=symbol, mission=mission)
        jobs.review_mandate(held.jobs.get().pk)
    told = {"title": "Option with a customs task", "mission": mission}
    earlier = services.submit(owner=person, data=drafts.NAMBIRA.encode(), **told)
    jobs.review_mandate(earlier.jobs.get().pk)
    draft: Mandate = earlier.mandate
    version = services.submit(owner=person, data=drafts.SECOND.encode(), mandate=draft)
    jobs.review_mandate(version.jobs.get().pk)
    paragraph = version.paragraphs.get(label="4")
    said = {Aspect.ADDRESSEES: ["secretary_general", "mission"]}
    [correction], _ = services.correct(
        version=version, said=said, paragraph=paragraph.index, reason="As told.", by=person
    )
    jobs.review_mandate(version.jobs.latest("pk").pk)
    version = TextVersion.objects.get(pk=version.pk)
    services.share(draft, colleague, by=person)
    [first, second, *_] = version.review.findings.all()
    services.decide(
        mandate=draft, finding_fingerprint=first.fingerprint, verdict="defer", reason="Ask first.", by=person
    )
    remark = services.comment(
        mandate=draft, fingerprint=second.fingerprint, text="Raised in the last round.", by=person
    )
    older = comparisons.offers(version, person).default.version
    change = services.compared(older, version).fingerprints[0]
    services.comment(mandate=draft, fingerprint=change, text="Agreed with the penholder.", by=person)
    export = services.start_export(version, "report.docx", person)
    export_jobs.make_export(export.pk)
    return {
        "mandates": draft.pk,
        "versions": 1,
        "findings": first.fingerprint,
        "changes": change,
        "comments": remark.pk,
        "on": second.fingerprint,
        "correct": paragraph.index,
        "corrections": correction.pk,
        "exports": export.pk,
        "people": colleague.pk,
        "new": held.mandate_id,
    }


def _held(mission: Mission, person) -> dict:
    """Capacities, one of them archived, with a comment; a partner with an assessment and a comment; a document; scores."""
    country = mission.countries.first()
    plain = {"available_from": None, "cleared_until": None, "country": "", "note": "", "pledged": None, **FACTS}
    values = {
        **plain,
        "mission": mission,
        "category": "specialized_team",
        "title": "Team on the gold trade",
        "expertise": list(Expertise.objects.all()[:4]),
        "authorized": 12,
        "deployed": 5,
        "languages": ["fr", "sg"],
        "available_until": TODAY + timedelta(days=90),
        "country": "SEN",
        "equipment": "Two vehicles",
    }
    capacity = held_by.create(values=values, by=person)
    capacity = held_by.update(capacity, version=1, values={"deployed": 6}, by=person)
    held_by.comment_on(capacity, text="Two more arrive in March.", by=person)
    gone = held_by.create(values=values | {"title": "River police"}, by=person)
    held_by.archive(gone, version=1, by=person)
    facts = {"kind": "monitor", "name": "River watch", "countries": [country.iso3], "areas": "Bangui\nOld port"}
    facts |= {"crime_types": ["gangs"], "engagement": "contact", "sensitivity": "restricted", "named": person.username}
    facts |= {"agreements": "2026-01-31; Memorandum on exchange; https://example.org/m", "languages": "French"}
    form = PartnerForm({**facts, **FACTS})
    assert form.is_valid(), form.errors
    partner = held_by.create_partner(form.values, person)
    judged = {"level": "low", "grounds": "Known for years.", "assessed_on": TODAY - YEAR, "review_on": TODAY - YEAR / 2}
    held_by.assess(partner, **judged, by=person)
    held_by.comment_on(partner, text="Met in Bangui.", by=person)
    told = {
        "kind": "report",
        "title": "Report on the river ports",
        "symbol": "S/2030/77",
        "url": "https://example.org/r",
    }
    told |= {"date": TODAY - YEAR, "recommendations": "To watch the ports (paragraph 12)."}
    document = documents.add(mission, values=told, by=person)
    scores = [crime_markets.Score(country.iso3, 2025, "Arms trafficking", "market", "7.5")]
    load_crime_markets(scores, person)
    return {"capacities": capacity.pk, "partners": partner.pk, "documents": document.pk}


def _plan(mission: Mission, person, ids: dict) -> dict:
    """A plan on the adopted text: an option with an assignment and a proposal, one with a proposal that waits."""
    days = {"begins": TODAY + timedelta(days=30), "ends": TODAY + YEAR}
    mandate = Mandate.objects.get(pk=ids["new"])
    told = {"title": "Gold routes", "nominated_on": days["begins"], **days}
    plan = planning.open_plan(mandate=mandate, mission=mission, by=person, **told)
    option = plan.options.first()
    whole = {"task": plan.tasks.first(), "people": 2, "note": "With the port police.", **days}
    row = planning.add(Assignment(option=option, capacity_id=ids["capacities"], **whole), by=person)
    milestone = planning.add(Milestone(plan=plan, title="First patrol", due=days["ends"]), by=person)
    remark = planning.comment(plan, "Ask the States of the region first.", person)
    proposal = planning.start_proposal(option, person)
    plan_jobs.work_out(proposal.pk)
    return {
        "plans": plan.pk,
        "options": option.pk,
        "assignments": row.pk,
        "milestones": milestone.pk,
        "proposals": proposal.pk,
        "tasks": plan.tasks.first().pk,
        "plan_comment": remark.pk,
    }
