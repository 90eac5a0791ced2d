"""The tour on the specimen draft: one specimen for each person, a sentence or two for each step, and nothing else kept."""

import re

import pytest

from guide import tour
from mandates import services, specimens
from mandates.models import Event, Job, Mandate

pytestmark = pytest.mark.django_db


@pytest.fixture
def begun(client, owner):
    """The address to which the tour leads somebody who begins it."""
    client.force_login(owner)
    return client.post("/tour/").url


def bar(client, address: str) -> str:
    page = client.get(address).content.decode()
    return page.split('id="tour"')[1].split("</section>")[0] if 'id="tour"' in page else ""


def test_it_begins_on_a_specimen_that_is_reviewed_already(begun, client, owner):
    mandate = Mandate.objects.get()
    assert begun == f"{mandate.get_absolute_url()}?tour=1#answer"
    assert (mandate.owner, mandate.latest_job.state) == (owner, Job.State.DONE)
    assert tour.STEPS[0].says in bar(client, begun)


def test_every_step_points_at_something_on_the_page_and_leads_on_and_back(begun, client):
    page, seen = begun, []
    while page:
        path, _, anchor = page.partition("#")
        html = client.get(path).content.decode()
        assert f'id="{anchor}"' in html, anchor
        seen.append(re.search(r'<h2 id="tour-h">.*?</span> (.*?)</h2>', html)[1])
        on = re.search(r'href="([^"]*)" rel="next"', html)
        back = re.search(r'href="([^"]*)" rel="prev"', html)
        assert bool(back) == (len(seen) > 1)
        page = on[1] if on else ""
    assert seen == [step.title for step in tour.STEPS]
    assert f'href="{Mandate.objects.get().get_absolute_url()}" data-leave' in bar(client, path)


def test_a_step_says_it_in_two_sentences_at_most():
    for step in tour.STEPS:
        assert 1 <= len(re.findall(r"[.?!](?= |$)", step.says)) <= 2, step.title
        assert len(step.says.split()) <= 45, step.title


def test_whoever_has_a_specimen_goes_on_with_it(begun, client, owner, colleague):
    assert client.post("/tour/").url == begun
    assert client.post("/specimen/").url == begun.partition("?")[0]
    assert Mandate.objects.count() == 1
    client.force_login(colleague)
    assert client.post("/tour/").url != begun
    assert Mandate.objects.get(owner=colleague).latest_review


def test_a_specimen_that_got_another_text_is_the_persons_own_work_and_is_left_alone(begun, client, owner):
    mandate = Mandate.objects.get()
    services.submit(owner=owner, data=specimens.first() + b"\n\n31. Decides to remain seized;", mandate=mandate)
    assert client.post("/tour/").url.partition("?")[0] != mandate.get_absolute_url()


def test_walking_through_it_records_nothing(begun, client):
    before = Event.objects.count()
    for number in range(1, len(tour.STEPS) + 1):
        client.get(f"{begun.partition('?')[0]}?tour={number}")
    client.get("/tour/")
    assert Event.objects.count() == before


@pytest.mark.parametrize("asked", ["0", "9", "x", "", "1x", "١"])
def test_a_step_that_there_is_not_shows_the_review_without_the_tour(begun, client, asked):
    assert not bar(client, f"{begun.partition('?')[0]}?tour={asked}")


def test_only_a_form_begins_it_and_only_for_somebody_signed_in(client, owner):
    assert client.post("/tour/").status_code == 302 and not Mandate.objects.exists()
    client.force_login(owner)
    assert "two-minute tour" in client.get("/tour/").content.decode()
    assert not Mandate.objects.exists()


@pytest.mark.parametrize("address", ["/", "/help/", "/account/"])
def test_it_is_offered_on_the_first_page_in_help_and_on_the_account(client, owner, address):
    client.force_login(owner)
    page = client.get(address).content.decode()
    assert "two-minute tour" in page and ('action="/tour/"' in page or 'href="/tour/"' in page)
