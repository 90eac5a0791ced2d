"""Three people and nobody: what each is told of a draft, on every page, list, API path and error that the site has.

The addresses come from the URL resolver, so that a new page cannot be forgotten: one whose place for an id is not known
here fails until ``held`` says what stands there.
"""

import itertools
import re
from dataclasses import dataclass
from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from capacities.models import Capacity, Partner, SanctionsRegime
from mandates import export_jobs, jobs, services
from mandates.analysis import pipeline
from mandates.analysis.values import Aspect
from mandates.models import Comment, Decision, Job, Mandate, TextVersion
from missions.models import Mission, MissionDocument
from plans import services as planning
from plans.models import Assignment, Milestone
from tests.mandates import drafts
from tests.site_map import MISSING, Browsers, Route, everything, program, routes

pytestmark = pytest.mark.django_db

TITLE, SYMBOL, FILENAME, REASON = "Lantern option", "S/2031/777", "harbour.txt", "Ember clause agreed"
SECRETS = ("Kestrel", "Lantern", "2031/777", "harbour", "Ember")  # of the text, title, symbol, file name and a reason
JUNK = {"title": "Taken over", "verdict": "forget", "reason": "", "person": "stranger", "username": "stranger"}
ASKED = dict.fromkeys(
    ("q", "search", "symbol", "mission", "flagged", "position", "kind", "owner", "ordering", "page", "next"), "Kestre"
) | {"title": "antern"}


@dataclass(frozen=True)
class Held:
    """A draft with everything that hangs on it, and the ids to ask for it."""

    mandate: Mandate
    private: dict[str, tuple]
    public: dict[str, tuple]

    def addresses(self, route: Route, missing: bool = False) -> list[str]:
        """The route's addresses for this draft, or the same for ids that do not exist."""
        choices = []
        for place in route.places:
            segment = route.segment(place)
            if route.admin:
                choices.append((self.mandate.pk,))
            elif place in self.public or segment in self.public:
                choices.append(self.public.get(segment) or self.public[place])
            elif segment in self.private:
                choices.append((MISSING,) if missing else self.private[segment])
            else:
                raise AssertionError(f"say in `held` what stands after {segment!r} in {route.template}")
        return ["/" + route.template % dict(zip(route.places, ids, strict=True)) for ids in itertools.product(*choices)]

    def is_private(self, route: Route) -> bool:
        return not route.admin and any(route.segment(place) in self.private for place in route.places)


@pytest.fixture
def held(owner, colleague) -> Held:
    mission = Mission.objects.create(
        acronym="UNMINA",
        name="United Nations Mission in Nambira",
        type=Mission.Type.PEACEKEEPING,
        status=Mission.Status.ACTIVE,
        source="written for the tests",
        as_of="2030-01-01",
    )
    texts = [text.encode() for text in (drafts.SECOND, drafts.NAMBIRA)]
    told = {"title": TITLE, "symbol": SYMBOL, "mission": mission}
    earlier = services.submit(owner=owner, data=texts[0], filename=FILENAME, **told)
    version = services.submit(owner=owner, data=texts[1], filename=FILENAME, mandate=earlier.mandate)
    for job in Job.objects.order_by("pk"):
        jobs.review_mandate(job.pk)
    paragraph = version.paragraphs.get(label="4")
    said = {Aspect.ADDRESSEES: ["secretary_general", "mission"]}
    [correction], _ = services.correct(version=version, said=said, paragraph=paragraph.index, reason=REASON, by=owner)
    job = version.jobs.get()
    jobs.review_mandate(job.pk)
    version = TextVersion.objects.get(pk=version.pk)
    finding = version.review.findings.first()
    services.share(version.mandate, colleague, by=owner)
    decision = services.decide(
        mandate=version.mandate, finding_fingerprint=finding.fingerprint, verdict="dismiss", reason=REASON, by=owner
    )
    comment = services.comment(mandate=version.mandate, fingerprint=finding.fingerprint, text=REASON, by=owner)
    change = services.compared(earlier, version).fingerprints[0]
    review = version.review
    export = services.start_export(version, "report.pdf", owner)
    export_jobs.make_export(export.pk)
    facts = {"source": "tests", "as_of": "2030-01-01"}
    post = {"category": "civilian_post", "title": "Analysts", "source": "written for the tests", "as_of": "2030-01-01"}
    capacity = Capacity.objects.create(mission=mission, **post)
    partner = Partner.objects.create(kind="monitor", name="Harbor Watch", sensitivity="public", **facts)
    regime = SanctionsRegime.objects.create(code="nambira", name="Nambira", status="in_force", **facts)
    owner.groups.add(Group.objects.get_or_create(name="planners")[0])
    days = {"begins": date(2030, 7, 1), "ends": date(2031, 6, 30)}
    told = {"title": TITLE, "nominated_on": days["begins"], **days}
    plan = planning.open_plan(mandate=version.mandate, mission=mission, by=owner, **told)
    option = plan.options.first()
    row = Assignment(option=option, task=plan.tasks.first(), capacity=capacity, people=1, note=REASON, **days)
    assignment = planning.add(row, by=owner)
    milestone = planning.add(Milestone(plan=plan, title=REASON, due=days["ends"]), by=owner)
    planning.comment(plan, REASON, owner)
    document = MissionDocument.objects.create(mission=mission, kind="report", title="Report on Nambira", added_by=owner)
    return Held(
        mandate=version.mandate,
        private={
            "mandates": (version.mandate_id,),
            "versions": (version.pk, version.number),
            "reviews": (review.pk,),
            "findings": (finding.pk, finding.fingerprint),
            "decisions": (decision.pk,),
            "comments": (comment.pk,),
            "on": (finding.fingerprint, change),
            "changes": (change,),
            "jobs": (job.pk,),
            "exports": (export.pk,),
            "readers": (colleague.username,),
            "people": (colleague.pk,),
            "correct": (paragraph.index,),
            "corrections": (correction.pk,),
            "plans": (plan.pk,),
            "new": (version.mandate_id,),
            "tasks": (plan.tasks.first().pk,),
            "options": (option.pk,),
            "assignments": (assignment.pk,),
            "proposals": (planning.start_proposal(option, owner).pk,),
            "milestones": (milestone.pk,),
        },
        public={
            "missions": (mission.acronym,),
            "kind": ("csv", "xlsx"),
            "row": (assignment.pk,),
            "rules": ("OC202",),
            "import": (MISSING,),  # tables, which are seen by who brought them
            "uid": ("MQ",),
            "token": ("spent",),
            "chart": ("shares",),
            "help": ("method",),
            "capacities": (capacity.pk,),
            "partners": (partner.pk,),
            "sanctions": (regime.code,),
            "documents": (document.pk,),
        },
    )


@pytest.fixture
def browsers() -> Browsers:
    return Browsers()


def clients(browsers: Browsers, person, address: str) -> list[Client]:
    """A browser's session, and for API paths a client with a token too."""
    return [browsers.session(person)] + ([program(person)] if address.startswith("/api/") else [])


def assert_silent(response) -> None:
    told = everything(response)
    for secret in SECRETS:
        assert secret not in told, f"{secret} in {response.request['REQUEST_METHOD']} {response.request['PATH_INFO']}"


def requests(client: Client, address: str) -> list:
    """The address asked in every way: reading, writing, writing what is malformed."""
    cache.clear()  # all addresses together are more than the API answers in a minute
    wide = "application/json"
    return [
        client.get(address),
        client.head(address),
        client.options(address),
        client.post(address, JUNK),
        client.post(address, JUNK, content_type=wide),
        client.post(address, "{", content_type=wide),
        client.put(address, JUNK, content_type=wide),
        client.patch(address, JUNK, content_type=wide),
        client.delete(address),
    ]


def searched(client: Client, address: str, plain) -> list[str]:
    """Which of ``ASKED`` an address heeds. One request with all of them tells: a page that heeds none is as it was, and the
    API names those that it takes."""
    together = client.get(address, ASKED)
    assert_silent(together)
    if address.startswith("/api/"):
        return [query for query in ASKED if re.search(rf"\b{query}\b", taken(together))]
    token = re.compile(rb'"[A-Za-z0-9]{64}"')  # against forged requests: another one each time
    same = token.sub(b"", together.content) == token.sub(b"", plain.content)
    return [] if same else list(ASKED)


def taken(refused) -> str:
    """What the API says that it takes, where it refuses a parameter that it does not know; its own words otherwise."""
    told = refused.content.decode("utf-8", "replace")
    return told.partition("Those taken here:")[2] if "unknown_filter" in told else told


def state(mandate: Mandate) -> tuple:
    """What nobody but the owner may change."""
    mandate = Mandate.objects.get(pk=mandate.pk)
    readers = sorted(mandate.readers.values_list("pk", flat=True))
    return mandate.title, mandate.symbol, mandate.draft, mandate.owner_id, readers, mandate.versions.count()


@pytest.fixture(autouse=True)
def unhurried():
    """The API counts requests in the cache, whoever made them before."""
    cache.clear()


def test_the_site_has_pages_and_api_paths_of_drafts_to_walk(held):
    private = {route.template for route in routes() if held.is_private(route)}
    assert any(not template.startswith("api/") for template in private)
    assert any(template.startswith("api/") for template in private)


def test_a_stranger_is_told_the_same_of_a_draft_as_of_one_that_does_not_exist(held, stranger, browsers, log):
    before = state(held.mandate)
    for route in routes():
        if not held.is_private(route):
            continue
        missing = held.addresses(route, missing=True)[0]
        nowhere = [[r.status_code for r in requests(c, missing)] for c in clients(browsers, stranger, missing)]
        for address in held.addresses(route):
            for asked, others in zip(clients(browsers, stranger, address), nowhere, strict=True):
                found = requests(asked, address)
                for response, other in zip(found, others, strict=True):
                    assert_silent(response)
                    assert response.status_code == other, address
                    assert response.status_code in (
                        404,
                        405,
                        200 if response.request["REQUEST_METHOD"] == "OPTIONS" else 404,
                    )
                assert {r.status_code for r in found} & {404}, address
    assert state(held.mandate) == before
    assert not [secret for secret in SECRETS if secret in log.text]


def test_nobody_signed_in_is_told_nothing(held, log):
    before = state(held.mandate)
    for route in routes():
        for address in held.addresses(route):
            for response in requests(Client(), address) if not route.admin else [Client().get(address)]:
                assert_silent(response)
                if held.is_private(route):
                    assert response.status_code in (302, 401, 403, 404, 405), address
    assert state(held.mandate) == before
    assert not [secret for secret in SECRETS if secret in log.text]


def test_no_list_search_or_error_tells_a_stranger_of_a_draft(held, stranger, browsers, log):
    for route in routes():
        if held.is_private(route):
            continue
        for address in held.addresses(route):
            for client in clients(browsers, stranger, address):
                plain = client.get(address)
                assert_silent(plain)
                for query in searched(client, address, plain) if not route.admin else ():
                    assert_silent(client.get(address, {query: ASKED[query]}))
                if not route.admin:
                    assert_silent(client.post(address, "{", content_type="application/json"))
                    assert_silent(client.post(address, JUNK))
    assert not [secret for secret in SECRETS if secret in log.text]


def test_an_administrator_who_is_not_named_on_a_draft_sees_nothing_of_it(held, administrator, browsers):
    for route in routes():
        for address in held.addresses(route):
            response = browsers.session(administrator).get(address)
            assert_silent(response)
            if held.is_private(route):
                assert response.status_code in (404, 405), address


def test_a_colleague_named_on_a_draft_reads_it_and_changes_nothing_of_the_owners(held, colleague, browsers, log):
    before = state(held.mandate)
    read = set()
    for route in routes():
        if not held.is_private(route):
            continue
        for address in held.addresses(route):
            for client in clients(browsers, colleague, address):
                for response in requests(client, address):
                    if response.status_code == 200 and "Kestrel" in everything(response):
                        read.add(address.startswith("/api/"))
    assert read == {True, False}
    assert state(held.mandate) == before
    assert (Decision.objects.count(), Comment.objects.count()) == (1, 1)
    assert not [secret for secret in SECRETS if secret in log.text]


def test_the_owner_reads_the_draft_on_pages_in_lists_and_over_the_api(held, owner, browsers, log):
    told = {"page": "", "api": "", "list": ""}
    for route in routes():
        for address in held.addresses(route) if not route.admin else ():
            for client in clients(browsers, owner, address):
                response = client.get(address)
                kind = "api" if address.startswith("/api/") else "page" if held.is_private(route) else "list"
                if response.status_code == 200:
                    told[kind] += everything(response)
    for secret in ("Kestrel", "Lantern", "2031/777"):
        assert secret in told["page"] and secret in told["api"], secret
    assert "Lantern" in told["list"]
    assert not [secret for secret in SECRETS if secret in log.text]


def test_what_the_owner_sends_and_what_goes_wrong_with_it_leaves_no_word_in_the_log(held, owner, log, monkeypatch):
    browser, client = Browsers().session(owner), program(owner)
    page, api = reverse("mandate_new"), reverse("api_mandates")
    for text in (drafts.SECOND, "Kestrel Gorge is no resolution"):
        browser.post(page, {"text": text, "title": TITLE, "draft": "yes"})
        client.post(api, {"text": text, "title": TITLE, "symbol": SYMBOL}, content_type="application/json")
        client.post(api, {"file": SimpleUploadedFile(FILENAME, text.encode())})
    client.post(api, f'{{"text": "{TITLE}', content_type="application/json")
    assert Mandate.objects.count() == 4

    def fail(*args):
        raise IndexError(drafts.NAMBIRA)

    monkeypatch.setattr(pipeline, "judge", fail)
    for job in Job.objects.filter(state="pending"):
        jobs.review_mandate(job.pk)
    assert Job.objects.filter(attempts=1).count() == 5
    assert "IndexError" in log.text
    assert not [secret for secret in SECRETS if secret in log.text]
