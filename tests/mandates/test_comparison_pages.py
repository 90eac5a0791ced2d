"""A text beside an older one, as its owner, a colleague and a stranger get it; no page needs a script."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mandates import services
from mandates.analysis import values
from mandates.models import Comment, Comparison, Decision, Finding, Mandate, TextVersion
from missions.models import Country, Mission
from tests.mandates import drafts
from tests.mandates.test_predecessors import adopted, reviewed, work

pytestmark = pytest.mark.django_db

GONE = "(ii) To support the police of Nambira against organized criminal networks and the smuggling of gold;\n\n"
DRAFT = drafts.NAMBIRA.replace(GONE, "").replace("30 June 2031", "30 June 2032")
QUERIES = 12


def said(response) -> str:
    return " ".join(unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ").split())


def mission(acronym: str, country: Country) -> Mission:
    facts = {"type": "peacekeeping", "status": "active", "as_of": "2030-01-01"}
    row = Mission.objects.create(acronym=acronym, name=f"Mission {acronym}", **facts)
    row.countries.add(country)
    return row


@pytest.fixture
def nambira(db) -> Mission:
    return mission("UNMINA", Country.objects.create(iso3="NAM", iso_numeric="901", name="Nambira"))


@pytest.fixture
def draft(owner, nambira) -> TextVersion:
    """A draft whose predecessor is held: it lost its task on crime and ends a year later."""
    reviewed(owner, adopted(3101), draft=False)
    return reviewed(owner, DRAFT, title="River renewal")


@pytest.fixture
def page(client, owner):
    client.force_login(owner)
    return client.get


def address(version: TextVersion, asked: str = "") -> str:
    return f"/mandates/{version.mandate_id}/compare/{asked}"


def change(response, label: str) -> str:
    """The element of the change with this label."""
    for found in re.findall(r'<article class="change.*?</article>', response.content.decode(), re.S):
        if f">{label}</a>" in unescape(found).replace("\N{NO-BREAK SPACE}", " "):
            return found
    raise AssertionError(label)


def dropped(version: TextVersion) -> str:
    (row,) = Comparison.objects.filter(newer=version)
    (name,) = [c["fingerprint"] for c in row.data["tasks"] if c["change"] == "dropped"]
    return name


# --- with what --------------------------------------------------------------------------------------------------


def test_unasked_a_draft_is_compared_with_the_mandate_before_it(page, draft):
    told = said(page(address(draft)))
    assert "compared with resolution 3101 (2030)" in told
    assert "Organized-crime</span> language is lost in 1 paragraph" in told


def test_both_older_texts_of_a_draft_are_offered_and_the_version_is_one_press_from_the_review(page, draft, owner):
    newest = reviewed(owner, f"{DRAFT.replace('every ninety days', 'every month')}", mandate=draft.mandate)
    review = said(page(newest.mandate.get_absolute_url()))
    assert f'<a href="{address(newest)}?version=1">Compare with version 1</a>' in review
    offered = said(page(address(newest)))
    assert '<a href="?version=1">version 1 of this draft <small>its previous version</small></a>' in offered
    assert "resolution 3101 (2030) <small>the mandate before it</small>" in offered
    beside = page(address(newest, "?version=1"))
    assert "version 2 of this draft compared with version 1 of this draft" in said(beside)
    assert "Nothing of this kind changed" in said(page(address(newest, "?version=1&show=crime")))
    words = change(beside, "4")
    assert re.search(r"<del>.*?ninety days.*?</del>", words, re.S) and re.search(r"<ins>.*?month.*?</ins>", words, re.S)


def test_the_review_says_in_two_lines_what_changed_since(page, draft):
    told = said(page(draft.mandate.get_absolute_url()))
    assert "Since <a" in told and "resolution 3101 (2030)</a>: organized-crime language is lost in 1 paragraph" in told


def test_a_text_with_nothing_to_compare_it_with_says_what_to_do(page, owner):
    alone = reviewed(owner, DRAFT)
    told = said(page(address(alone)))
    assert (
        'There is nothing to compare this text with yet: <a href="/mandates/new/">submit the mandate before it' in told
    )
    assert "Since <a" not in said(page(alone.mandate.get_absolute_url()))


def test_another_missions_mandate_in_the_same_country_is_offered_and_never_assumed(page, owner, nambira):
    before = mission("UNOLD", nambira.countries.get())
    older = reviewed(owner, adopted(3001).replace("UNMINA", "UNOLD"), draft=False, mission=before)
    draft = reviewed(owner, DRAFT, mission=nambira)
    told = said(page(address(draft)))
    assert "No predecessor of this text is held. Choose what to compare it with" in told
    assert f'<a href="?with={older.mandate_id}">resolution 3001 (2030)</a>' in told and "UNOLD" in told
    assert "compared with resolution 3001 (2030)" in said(page(address(draft, f"?with={older.mandate_id}")))


def test_the_predecessor_that_a_person_chose_is_the_one_compared_with(page, draft, owner):
    reviewed(owner, adopted(3001).replace("UNMINA", "UNOLD"), draft=False)
    services.correct(version=draft, said={values.Aspect.PREDECESSOR: "S/RES/3001 (2030)"}, by=owner)
    work()
    assert "compared with resolution 3001 (2030)" in said(page(address(draft)))


def test_any_text_that_one_sees_is_found_by_number_and_others_are_not(page, draft, owner, stranger):
    secret = reviewed(stranger, drafts.SECOND, title="Ferry draft")
    older = Mandate.objects.get(symbol="S/RES/3101 (2030)")
    for typed in ("3101", "S/RES/3101", "resolution 3101", "S/RES/3101 (2030)", "resolution 3101 (2030)"):
        answer = page(address(draft), {"text": typed})
        assert (answer.status_code, answer.url) == (302, address(draft, f"?with={older.pk}"))
    for typed in ("Ferry draft", "310", "%"):
        answer = page(address(draft), {"text": typed})
        assert answer.status_code == 404
        assert "No text that you may see has this symbol" in said(answer)
    assert page(address(draft, f"?with={secret.mandate_id}")).status_code == 404


@pytest.mark.parametrize(
    "asked",
    ["?version=1", "?version=9", "?version=x", "?with=0", "?with=999999", "?with=x", "?show=gone", "?with=99999999999"],
)
def test_what_there_is_not_is_not_found(page, draft, asked):
    assert page(address(draft, asked)).status_code == 404


def test_a_comparison_with_another_text_and_an_own_version_at_once_is_refused(page, draft, owner):
    reviewed(owner, DRAFT.replace("every ninety days", "every month"), mandate=draft.mandate)
    other = Mandate.objects.get(symbol="S/RES/3101 (2030)").pk
    assert page(address(draft, "?version=1")).status_code == page(address(draft, f"?with={other}")).status_code == 200
    assert page(address(draft, f"?version=1&with={other}")).status_code == 404


def test_who_does_not_see_both_texts_sees_no_comparison(client, draft, owner, colleague, stranger):
    other = reviewed(owner, drafts.SECOND)
    services.share(draft.mandate, colleague, by=owner)
    client.force_login(colleague)
    assert client.get(address(draft)).status_code == 200
    assert client.get(address(draft, f"?with={other.mandate_id}")).status_code == 404
    assert client.get(address(other, f"?with={draft.mandate_id}")).status_code == 404
    client.force_login(stranger)
    assert client.get(address(draft)).status_code == 404


# --- what it shows ----------------------------------------------------------------------------------------------


def test_what_is_dropped_stands_where_it_stood_with_its_crime_language_marked(page, draft):
    told = page(address(draft))
    gone = change(told, "2 (c) (ii)")
    assert 'data-change="dropped"' in gone and "organized crime is lost here" in gone
    assert '<mark class="crime">smuggling of gold</mark>' in gone
    order = re.findall(r'-h"><a [^>]*>([^<]+)</a>', told.content.decode())
    order = [unescape(label).replace("\N{NO-BREAK SPACE}", " ") for label in order]
    assert order[order.index("2 (c) (ii)") - 1] == "2 (c) (i)"


def test_unchanged_paragraphs_fold_and_unchanged_tasks_are_told(page, draft):
    told = page(address(draft))
    assert "paragraphs or items unchanged" in said(told)
    assert 'data-change="kept"' in change(told, "2 (a) (i)")


@pytest.mark.parametrize(
    ("show", "hidden", "shown"),
    [
        ("changed", "2 (a) (i)", "2 (c) (ii)"),
        ("crime", "1", "PP2"),
        ("tasks", "1", "2 (a) (i)"),
    ],
)
def test_filters_need_no_script(page, draft, show, hidden, shown):
    told = page(address(draft, f"?show={show}"))
    opening = {label: change(told, label).split(">")[0] for label in (hidden, shown)}
    assert opening[hidden].endswith(" hidden") and not opening[shown].endswith(" hidden")
    assert re.search(rf'value="{show}" checked', told.content.decode())


def test_a_page_costs_as_many_queries_with_many_decisions_comments_and_texts(page, draft, owner):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert page(address(draft)).status_code == 200
        return len(queries)

    page(address(draft))
    one = cost()
    name = dropped(draft)
    for number in range(8):
        services.comment(mandate=draft.mandate, fingerprint=name, text=f"Remark {number}", by=owner)
        services.decide(mandate=draft.mandate, finding_fingerprint=name, verdict="accept", reason="", by=owner)
        reviewed(owner, adopted(3001 + number), draft=False)
    assert cost() == one <= QUERIES


# --- decisions and comments -------------------------------------------------------------------------------------


def test_a_change_has_a_page_of_its_own_where_it_is_decided_without_a_script(page, client, draft):
    page(address(draft))
    place = f"/mandates/{draft.mandate_id}/changes/{dropped(draft)}/"
    assert "What do you say of this change?" in said(page(place))
    answer = client.post(place, {"verdict": "dismiss", "reason": "The police need it"})
    assert answer.url == f"{address(draft)}#c-{dropped(draft)[:12]}"
    told = change(page(address(draft)), "2 (c) (ii)")
    assert "Objected" in told and "The police need it" in told
    assert Decision.objects.get().code == Decision.CHANGE


def test_a_decision_without_a_reason_is_asked_for_one_and_keeps_what_was_chosen(page, client, draft):
    page(address(draft))
    answer = client.post(f"/mandates/{draft.mandate_id}/changes/{dropped(draft)}/", {"verdict": "defer", "reason": ""})
    assert answer.status_code == 422
    assert "Give a reason to object to a change or to defer it." in said(answer)
    assert 'value="defer" required checked' in said(answer)
    assert not Decision.objects.exists()


def test_a_decision_on_a_change_does_not_overrule_one_made_meanwhile_and_keeps_what_was_typed(
    page, client, draft, colleague
):
    page(address(draft))
    place = f"/mandates/{draft.mandate_id}/changes/{dropped(draft)}/"
    shown = {"seen": re.search('name="seen" value="(.+?)"', page(place).content.decode())[1]}
    services.share(draft.mandate, colleague, draft.mandate.owner)
    services.decide(
        mandate=draft.mandate, finding_fingerprint=dropped(draft), verdict="accept", reason="", by=colleague
    )
    typed = {"verdict": "dismiss", "reason": "It has to stay."}
    answer = client.post(place, typed | shown)
    assert answer.status_code == 409
    assert "colleague decided meanwhile" in said(answer) and "It has to stay." in said(answer)
    assert [decision.verdict for decision in Decision.objects.all()] == ["accept"]
    again = {"seen": re.search('name="seen" value="(.+?)"', answer.content.decode())[1]}
    assert client.post(place, typed | again).status_code == 302
    assert Decision.objects.first().verdict == "dismiss"


def test_with_the_pages_script_the_change_alone_comes_back(page, client, draft):
    page(address(draft))
    place = f"/mandates/{draft.mandate_id}/changes/{dropped(draft)}/"
    answer = client.post(place, {"verdict": "accept"}, headers={"HX-Request": "true"})
    assert said(answer).startswith('<article class="change') and "Agreed" in said(answer)


def test_a_change_that_is_not_there_has_no_page(page, client, draft, owner):
    page(address(draft))
    for name in ("0" * 64, Finding.objects.filter(review__version=draft).first().fingerprint):
        place = f"/mandates/{draft.mandate_id}/changes/{name}/"
        assert page(place).status_code == client.post(place, {"verdict": "accept"}).status_code == 404
    assert not Decision.objects.exists()


def test_comments_stand_with_their_change_and_lead_back_to_it(page, client, draft):
    page(address(draft))
    place = f"/mandates/{draft.mandate_id}/comments/on/{dropped(draft)}/"
    answer = client.post(f"{place}?with=1", {"text": "Ask the <b>desk</b>"})
    assert answer.url == f"{address(draft)}?with=1#c-{dropped(draft)[:12]}"
    assert "Ask the <b>desk</b> <small>owner" in unescape(change(page(address(draft)), "2 (c) (ii)"))
    assert "&lt;b&gt;" in change(page(address(draft)), "2 (c) (ii)")


def test_a_finding_takes_comments_too_and_its_author_strikes_one(page, client, draft, colleague, owner):
    services.share(draft.mandate, colleague, by=owner)
    finding = Finding.objects.filter(review__version=draft).first()
    place = f"/mandates/{draft.mandate_id}/comments/on/{finding.fingerprint}/"
    answer = client.post(place, {"text": "Told the penholder"}, headers={"HX-Request": "true"})
    assert said(answer).startswith('<div class="comments"') and "Told the penholder" in said(answer)
    strike = f"/mandates/{draft.mandate_id}/comments/{Comment.objects.get().pk}/strike/"
    client.force_login(colleague)
    assert "Told the penholder" in said(client.get(draft.mandate.get_absolute_url()))
    assert client.post(strike).status_code == 404
    client.force_login(owner)
    assert client.post(strike).url == f"{draft.mandate.get_absolute_url()}#f-{finding.fingerprint[:12]}"
    told = said(client.get(draft.mandate.get_absolute_url()))
    assert "owner struck a comment of" in told and "Told the penholder" not in told


def test_an_empty_comment_is_told_in_a_sentence(page, client, draft):
    page(address(draft))
    place = f"/mandates/{draft.mandate_id}/comments/on/{dropped(draft)}/"
    told = client.post(place, {"text": " "}, headers={"HX-Request": "true"})
    assert "Write something first." in said(told)
    assert not Comment.objects.exists()
