"""Partners on their pages: written, changed at the same time, assessed, filtered."""

import pytest
from django.test import Client

from capacities.models import Assessment, Partner, PartnerChange
from tests.capacities.partner_form import FORM, make

pytestmark = pytest.mark.django_db


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
    assert "How it is engaged: <del>exchange of information</del> → joint work" in page


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


def test_pages_ask_the_database_as_often_for_many_partners_as_for_one(browser, django_assert_max_num_queries):
    for number in range(30):
        make(browser, name=f"Partner {number}")
    for address in ("/partners/", "/partners/coverage/?country=NBI", "/api/v1/partners/", "/partners/partners.csv"):
        with django_assert_max_num_queries(12):
            assert browser.get(address).status_code == 200


def test_an_archived_partner_leaves_the_list_is_found_by_the_filter_and_restored(browser):
    partner = make(browser)
    address = partner.get_absolute_url()
    assert (
        "It left the lists and coverage"
        in browser.post(f"{address}archive/", {"version": 1}, follow=True).content.decode()
    )
    assert "Quayside Watch" not in browser.get("/partners/").content.decode()
    assert "Quayside Watch" in browser.get("/partners/?archived=true").content.decode()
    assert b"Quayside" not in browser.get("/partners/partners.csv").content
    for closed in ("edit/", "assess/"):
        assert browser.get(f"{address}{closed}").status_code == 404
    assert "Nothing was done" in browser.post(f"{address}restore/", {"version": 1}, follow=True).content.decode()
    assert "on the lists again" in browser.post(f"{address}restore/", {"version": 2}, follow=True).content.decode()
    assert "Quayside Watch" in browser.get("/partners/").content.decode()


def test_deleting_for_good_says_first_what_goes(browser, administrator):
    partner = make(browser)
    address = partner.get_absolute_url()
    browser.post(f"{address}comments/", {"text": "Met in spring."})
    assert browser.get(f"{address}delete/").status_code == 403
    browser.force_login(administrator)
    page = browser.get(f"{address}delete/").content.decode()
    assert "Delete Quayside Watch for good?" in page and "1 comment, whoever made them" in page
    assert "1 entry of its history" in page and Partner.objects.count() == 1
    assert "It was not deleted" in browser.post(f"{address}delete/", {"version": 9}, follow=True).content.decode()
    assert "Deleted for good." in browser.post(f"{address}delete/", {"version": 1}, follow=True).content.decode()
    assert browser.get(address).status_code == 404


def test_a_comment_is_added_shown_and_removed_by_staff(browser, administrator):
    partner = make(browser)
    address = partner.get_absolute_url()
    page = browser.post(f"{address}comments/", {"text": "Met in spring."}, follow=True).content.decode()
    assert "Met in spring." in page and "read by all who may see this partner" in page
    browser.force_login(administrator)
    comment = partner.comments.get()
    page = browser.post(f"{address}comments/{comment.pk}/remove/", follow=True).content.decode()
    assert "Met in spring." not in page and "was removed by administrator" in page
