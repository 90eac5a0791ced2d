"""What of a review is shown: asked for in its address, answered by the server, and never at the cost of a word of the text."""

import gzip
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_htmx import __file__ as django_htmx

from bench import engine
from mandates import jobs, services
from mandates.models import Comparison, Decision, Finding, Mandate
from tests.mandates import drafts

pytestmark = pytest.mark.django_db

GOLD = "(ii) To support the police of Nambira against organized criminal networks and the smuggling of gold;\n\n"
NEXT = (
    drafts.NAMBIRA.replace(GOLD, "")
    .replace("30 June 2031", "30 June 2032")
    .replace("every ninety days", "every month")
    .replace("5. Decides to remain", "5. Welcomes the ferries of Nambira;\n\n6. Decides to remain")
)
FIRST_VIEW = 150_000  # bytes: page, stylesheet and scripts as production sends them


@pytest.fixture
def submit(owner, client):
    """Reviews a text and signs its owner in."""
    client.force_login(owner)

    def submitted(text: str | bytes = drafts.NAMBIRA, **told) -> Mandate:
        data = text if isinstance(text, bytes) else text.encode()
        version = services.submit(owner=owner, data=data, **told)
        jobs.review_mandate(version.jobs.get().pk)
        return version.mandate

    return submitted


@pytest.fixture
def ask(client):
    """The page of a review as somebody asks for it."""

    def asked(mandate: Mandate, query: str = "", **headers) -> str:
        response = client.get(f"{mandate.get_absolute_url()}{query}", headers=headers)
        assert response.status_code == 200
        return " ".join(unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ").split())

    return asked


class Reader(HTMLParser):
    """The anchors of the paragraphs of a page: all of them, and those that stand outside any fold."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.all: list[str] = []
        self.open: list[str] = []
        self.folds: list[bool] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        told = dict(attrs)
        if tag == "details":
            self.folds.append(told.get("class") == "fold")
        if tag == "div" and (told.get("class") or "").startswith("para ") and "id" in told:
            self.all.append(told["id"])
            if not any(self.folds):
                self.open.append(told["id"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self.folds.pop()


def open_labels(page: str) -> list[str]:
    return Reader(page).open


def all_labels(page: str) -> list[str]:
    return Reader(page).all


# --- paragraphs -------------------------------------------------------------------------------------------------


def test_only_what_is_asked_for_stands_open_and_the_rest_folds_to_a_line_with_its_count(submit, ask):
    mandate = submit()
    everything = ask(mandate)
    crime = ask(mandate, "?show=crime")
    assert open_labels(crime) == ["pp2", "op2-c-ii", "op3"]
    assert "paragraphs, nothing on organized crime" in crime or "with 1 finding, nothing on organized crime" in crime
    tasks = ask(mandate, "?show=task")
    assert "op2-a-i" in open_labels(tasks) and "op3" not in open_labels(tasks)
    for page in (crime, tasks):
        assert all_labels(page) == all_labels(everything), "text is lost"


def test_a_crime_type_leaves_its_paragraphs_open_and_is_counted(submit, ask):
    page = ask(submit(), "?about=human_trafficking")
    assert open_labels(page) == ["op3"]
    assert '<option value="human_trafficking" selected>trafficking in persons (1)</option>' in page


def test_crime_beside_terrorism_is_told_from_crime(submit, ask):
    text = drafts.NAMBIRA.replace("against organized criminal networks", "against terrorist groups, organized crime")
    page = ask(submit(text), "?show=nexus")
    assert open_labels(page) == ["op2-c-ii"]
    assert ">crime with terrorism (1)</option>" in page and ">organized crime (3)</option>" in page


def test_an_address_that_asks_for_what_does_not_exist_cannot_be_used(submit, client):
    address = submit().get_absolute_url()
    for query in ("?show=nothing", "?severity=huge", "?state=maybe", "?about=weather"):
        assert client.get(f"{address}{query}").status_code == 400, query


# --- findings ---------------------------------------------------------------------------------------------------


def hidden(page: str) -> set[str]:
    return set(re.findall(r'id="f-([0-9a-f]{12})"[^>]* hidden', page))


def test_findings_that_are_not_asked_for_are_hidden_and_counted(submit, ask, owner):
    mandate = submit()
    rows = list(Finding.objects.all())
    grave = [row for row in rows if row.severity == "medium"]
    page = ask(mandate, "?severity=medium")
    assert hidden(page) == {row.fingerprint[:12] for row in rows} - {row.fingerprint[:12] for row in grave}
    assert f">{len(grave)} of {len(rows)} findings</output>" in page
    assert hidden(ask(mandate)) == set()
    services.decide(
        mandate=mandate, finding_fingerprint=grave[0].fingerprint, verdict="accept", reason="", by=mandate.owner
    )
    assert f">1 of {len(rows)} findings</output>" in ask(mandate, "?state=accept")
    family = [row for row in rows if row.code.startswith("OC7")]
    assert f'<option value="accountability_and_safeguards">accountability and safeguards ({len(family)})' in ask(
        mandate
    )
    assert f">{len(family)} of {len(rows)} findings</output>" in ask(mandate, "?about=accountability_and_safeguards")


def test_the_script_gets_the_text_alone_with_the_new_count(submit, ask):
    part = ask(submit(), "?show=crime", **{"HX-Request": "true", "HX-Target": "sheet"})
    assert part.startswith('<div class="sheet" id="sheet">')
    assert "<html" not in part and 'hx-swap-oob="true"' in part


# --- since the predecessor --------------------------------------------------------------------------------------


def test_without_a_predecessor_the_choice_is_off_and_says_why(submit, ask):
    off = '<option value="changed" disabled>changed since the predecessor: no predecessor is held</option>'
    assert off in ask(submit())


@pytest.fixture
def renewed(submit) -> Mandate:
    """A draft that renews an adopted mandate and loses its task on crime."""
    submit(drafts.HELD, draft=False)
    return submit(NEXT)


def test_what_changed_stands_open_with_its_word_and_what_is_lost_where_it_stood(renewed, ask):
    page = ask(renewed, "?show=changed")
    assert open_labels(page) == ["op1", "op4", "op5"]
    assert re.search(r'href="#op4">4<small class="fate">(reworded|weaker|stronger)</small>', page)
    assert '<small class="fate">new</small>' in page
    before, after = page.split('class="ghost crime"')
    assert 'id="op2-c-i"' in before and 'id="op3"' in after, "it stood between the two"
    assert "lost<small>3101 (2030), 2 (c) (ii)</small>" in after
    assert '<mark class="crime">smuggling of gold</mark>' in after
    assert Comparison.objects.count() == 1


def test_lost_language_on_crime_is_shown_wherever_a_finding_speaks_of_it(renewed, ask):
    assert Finding.objects.filter(review__version__mandate=renewed, code="OC204").exists()
    page = ask(renewed)
    assert page.count('class="ghost') == 1 and '<small class="fate">' not in page


def leads(page: str) -> list[str]:
    """Where the findings on dropped language lead on the page."""
    return re.findall(r'<a href="#([^"]+)">See where it stood</a>', page)


def test_a_finding_on_lost_language_leads_to_where_it_stood_under_each_filter(renewed, ask):
    for query in ("", "?show=changed", "?show=crime", "?severity=low", "?about=human_trafficking"):
        page = ask(renewed, query)
        (there,) = leads(page)
        assert page.count(f'id="{there}"') == 1, query
        _, ghost = page.split(f'<div class="ghost crime" id="{there}">')
        assert "3101 (2030), 2 (c) (ii)</small>" in ghost.split("</div>")[0], query


@pytest.mark.parametrize("verdict", ["accept", "dismiss"])
def test_the_link_stays_when_the_finding_alone_comes_back(renewed, ask, client, verdict):
    finding = Finding.objects.get(review__version__mandate=renewed, code="OC204")
    page = ask(renewed)
    (there,) = leads(page)
    assert f'<input type="hidden" name="stood" value="{there}">' in page
    response = client.post(
        f"/mandates/{renewed.pk}/findings/{finding.fingerprint}/",
        {"verdict": verdict, "reason": "", "seen": "0", "stood": there},
        headers={"HX-Request": "true"},
    )
    assert response.status_code == (200 if verdict == "accept" else 422), "to dismiss takes a reason"
    assert leads(response.content.decode()) == [there]


def test_an_earlier_version_leads_to_what_its_own_page_shows(renewed, ask, owner):
    version = services.submit(owner=owner, data=drafts.NAMBIRA.encode(), mandate=renewed)
    jobs.review_mandate(version.jobs.get().pk)
    assert leads(ask(renewed)) == [], "the newest lost nothing"
    page = ask(renewed, "versions/1/")
    (there,) = leads(page)
    assert page.count(f'id="{there}"') == 1 and 'name="stood"' not in page


def test_without_the_predecessor_no_finding_leads_anywhere(renewed, ask):
    Mandate.objects.exclude(pk=renewed.pk).delete()
    page = ask(renewed)
    assert "OC204" in page and leads(page) == [] and 'name="stood"' not in page


def test_who_may_not_see_the_predecessor_is_shown_nothing_of_it(renewed, ask, stranger):
    Mandate.objects.exclude(pk=renewed.pk).update(draft=True, owner=stranger)
    page = ask(renewed, "?show=changed")
    assert "ghost" not in page and "no predecessor is held" in page


def test_what_changed_costs_two_queries_once_it_was_compared(renewed, ask):
    def cost(query: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            ask(renewed, query)
        return len(queries)

    ask(renewed, "?show=changed")
    assert cost("?show=changed") == cost("") <= 14


# --- decisions --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("script", [True, False])
def test_of_two_who_decide_at_once_the_later_sees_the_earlier_and_loses_nothing_typed(
    submit, client, colleague, script
):
    mandate = submit()
    services.share(mandate, colleague, by=mandate.owner)
    fingerprint = Finding.objects.first().fingerprint
    services.decide(mandate=mandate, finding_fingerprint=fingerprint, verdict="accept", reason="Sent on", by=colleague)
    said = {"verdict": "dismiss", "reason": "The penholder knows", "seen": "0"}
    headers = {"HX-Request": "true"} if script else {}
    response = client.post(f"/mandates/{mandate.pk}/findings/{fingerprint}/", said, headers=headers)
    page = " ".join(unescape(response.content.decode()).split())
    assert response.status_code == 409
    assert "colleague decided meanwhile" in page and "Sent on" in page
    assert 'value="dismiss" required checked' in page and "The penholder knows</textarea>" in page
    assert Decision.objects.count() == 1
    client.post(f"/mandates/{mandate.pk}/findings/{fingerprint}/", {**said, "seen": "1"})
    assert [d.verdict for d in Decision.objects.all()] == ["dismiss", "accept"]


def test_without_scripts_what_was_refused_comes_back_on_the_page_with_what_was_typed(submit, client):
    mandate = submit()
    address = f"/mandates/{mandate.pk}/findings/{Finding.objects.first().fingerprint}/"
    response = client.post(address, {"verdict": "defer", "reason": " "})
    page = response.content.decode()
    assert response.status_code == 422 and "<html" in page
    assert page.count("Give a reason to dismiss or defer a finding.") == 1
    assert page.count('value="defer" required checked') == 1


# --- what is sent -----------------------------------------------------------------------------------------------


def test_the_first_view_of_a_long_mandate_fits_a_slow_line(submit, client):
    mandate = submit(engine.made_of_specimens(10_000))
    response = client.get(mandate.get_absolute_url(), headers={"Accept-Encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    vendored = Path(django_htmx).parent / "static"
    names = re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js))"', gzip.decompress(response.content).decode())
    assert {"forefront.css", "review.js", "keys.js"} <= set(names)
    folders = (settings.BASE_DIR / "static", vendored)
    files = [next(folder / name for folder in folders if (folder / name).is_file()) for name in names]
    sent = len(response.content) + sum(len(gzip.compress(file.read_bytes())) for file in files)
    assert sent < FIRST_VIEW, f"{sent:,} bytes"
