"""The pages of capacities: unknown is said, zero is zero, a conflict is answered with both states."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from capacities import services
from capacities.models import Capacity, Strength

pytestmark = pytest.mark.django_db


def said(response) -> str:
    return " ".join(unescape(response.content.decode()).split())


@pytest.fixture
def signed_in(client, planner):
    client.force_login(planner)
    return client


@pytest.fixture
def filled(mission):
    return {
        "mission": "UNMIKA",
        "category": "seconded_post",
        "title": "Crime analyst",
        "deployed": "0",
        "expertise": ["intelligence"],
        "languages": "French, SG",
        "country": "SEN",
        "source": "Budget of 2031",
        "as_of": "2031-02-28",
    }


def test_a_planner_adds_a_capacity_and_sees_what_is_known_and_what_is_not(signed_in, expertise, filled):
    page = said(signed_in.post("/capacities/new/", filled, follow=True))
    capacity = Capacity.objects.get()
    assert (capacity.deployed, capacity.authorized, capacity.spoken) == (0, None, ["fr", "sg"])
    assert '<dt>Deployed</dt><dd class="num">0</dd>' in page
    assert '<dt>Authorized</dt><dd class="num"><span class="quiet">not known</span></dd>' in page
    assert "French, Sango" in page and "Senegal" in page
    assert "6 to 9 months on average, from the submission of candidates" in page
    assert "Created <small>planner," in page.replace("Created<small>", "Created <small>")


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("deployed", "-1", "Give a whole number from 0 to 100000"),
        ("deployed", "many", "Give a whole number from 0 to 100000"),
        ("languages", "French, Klingon", "“Klingon” is not known here"),
        ("as_of", "yesterday", "Give a day as year, month and day"),
        ("as_of", "", "Give the day on which this was so."),
        ("source", "", "Say where this is known from."),
        ("mission", "UNNONE", "No mission has this acronym."),
        ("country", "XXX", "Give a State by its name"),
        ("category", "army", "This is no category."),
        ("mission", "", "Without a mission there can be a pledge only"),
        ("title", "a\0b", "Null characters are not allowed."),
    ],
)
def test_a_value_that_cannot_be_used_is_named_beside_its_field_and_nothing_is_saved(
    signed_in, expertise, filled, field, value, told
):
    response = signed_in.post("/capacities/new/", filled | {field: value})
    assert response.status_code == 400
    assert told in said(response)
    assert not Capacity.objects.exists()


def test_a_reader_reads_and_may_not_add_change_archive_or_import(client, stranger, capacity, filled):
    client.force_login(stranger)
    assert "Money team" in said(client.get("/capacities/"))
    assert "Change it" not in said(client.get(f"/capacities/{capacity.pk}/"))
    for address in ("new/", f"{capacity.pk}/edit/", "import/"):
        assert client.get(f"/capacities/{address}").status_code == 403
        assert client.post(f"/capacities/{address}", filled).status_code == 403
    assert client.post(f"/capacities/{capacity.pk}/archive/", {"version": 1}).status_code == 403
    assert Capacity.objects.get().archived_at is None


def test_who_is_not_signed_in_is_led_to_sign_in(client, capacity):
    for address in ("", "new/", f"{capacity.pk}/", "catalogue/", "strengths/", "import/", "import/template.csv"):
        assert client.get(f"/capacities/{address}").url.startswith("/sign-in/")


def test_a_conflict_is_answered_with_both_states_and_the_second_save_is_a_choice(
    signed_in, expertise, capacity, filled, administrator
):
    mine = filled | {"category": "specialized_team", "title": "Money team", "deployed": "4", "version": "1"}
    services.update(capacity, version=1, values={"deployed": 5}, by=administrator)
    response = signed_in.post(f"/capacities/{capacity.pk}/edit/", mine)
    page = said(response)
    assert response.status_code == 409
    assert "It was changed by administrator on" in page
    assert "<td>Deployed</td><td>5</td><td>4</td>" in page
    assert 'name="deployed" value="4"' in page and 'name="version" value="2"' in page
    assert Capacity.objects.get().deployed == 5
    assert signed_in.post(f"/capacities/{capacity.pk}/edit/", mine | {"version": "2"}).status_code == 302
    assert (Capacity.objects.get().deployed, Capacity.objects.get().version) == (4, 3)


def test_the_form_of_a_capacity_saved_untouched_changes_nothing(signed_in, capacity):
    form = signed_in.get(f"/capacities/{capacity.pk}/edit/").context["form"]
    told = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in told.items() if value is not None} | {"version": "1"}
    assert signed_in.post(f"/capacities/{capacity.pk}/edit/", sent).status_code == 302
    assert capacity.changes.count() == 1


def test_the_history_says_who_changed_what_from_what_to_what(signed_in, capacity, planner):
    services.update(capacity, version=1, values={"deployed": None, "country": "GHA"}, by=planner)
    page = said(signed_in.get(f"/capacities/{capacity.pk}/"))
    assert "<li>Deployed: <del>3</del> → not known</li>" in page
    assert "<li>Country: <del>Senegal</del> → Ghana</li>" in page


def test_an_archived_capacity_is_shown_where_it_is_asked_for_alone(signed_in, capacity):
    assert "archived" in said(signed_in.post(f"/capacities/{capacity.pk}/archive/", {"version": 1}, follow=True))
    assert "Money team" not in said(signed_in.get("/capacities/"))
    assert "Money team" in said(signed_in.get("/capacities/?archived=true"))
    assert signed_in.get(f"/capacities/{capacity.pk}/edit/").status_code == 404


def test_archiving_a_version_that_is_not_the_newest_says_so_and_does_nothing(signed_in, capacity, planner):
    services.update(capacity, version=1, values={"deployed": 4}, by=planner)
    page = said(signed_in.post(f"/capacities/{capacity.pk}/archive/", {"version": 1}, follow=True))
    assert "It was not archived: look at it again." in page
    assert Capacity.objects.get().archived_at is None


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("mission=UNMIKA", True),
        ("category=specialized_team", True),
        ("category=equipment", False),
        ("expertise=network_analysis", True),
        ("expertise=languages", False),
        ("language=sg", True),
        ("language=en", False),
        ("country=SEN", True),
        ("pledge=true", False),
        ("pledge=false", True),
        ("mission=UNMIKA&language=fr&country=SEN", True),
    ],
)
def test_the_list_is_narrowed_by_its_address(signed_in, capacity, query, found):
    assert ("Money team" in said(signed_in.get(f"/capacities/?{query}"))) is found


def test_a_filter_that_cannot_be_used_says_which_values_can(signed_in, capacity):
    assert "Category: Choose one of: individual_police," in said(signed_in.get("/capacities/?category=army"))
    assert "Archived: Choose one of: true, false." in said(signed_in.get("/capacities/?archived=maybe"))


def test_the_catalogue_says_what_is_published_and_what_is_not(signed_in, expertise):
    page = said(signed_in.get("/capacities/catalogue/"))
    assert "6 to 9 months on average" in page and "No lead time is published." in page
    assert "ours, by judgement; drawn from S/RES/2388" in page


def test_strengths_are_shown_with_their_document_and_a_dash_is_not_known(signed_in):
    from django.core.management import call_command

    call_command("load_reference", verbosity=0)
    page = said(signed_in.get("/capacities/strengths/?mission=UNISFA&category=formed_police"))
    assert '<span class="quiet">not known</span>' in page and "The source shows a dash" in page
    assert '<a href="https://docs.un.org/en/A/80/604/Add.10">' in page


def test_a_list_costs_the_same_queries_with_one_row_as_with_thirty(
    signed_in, values, planner, django_assert_max_num_queries
):
    for number in range(30):
        services.create(values=values | {"title": f"Team {number}"}, by=planner)
    with django_assert_max_num_queries(12):
        assert "Team 29" in said(signed_in.get("/capacities/"))


def test_an_archived_capacity_is_found_by_the_filter_and_restored_from_its_page(signed_in, capacity):
    address = f"/capacities/{capacity.pk}/"
    signed_in.post(f"{address}archive/", {"version": 1})
    assert "Restore it" in said(signed_in.get(address)) and "Archive it" not in said(signed_in.get(address))
    assert "It was not restored" in said(signed_in.post(f"{address}restore/", {"version": 1}, follow=True))
    assert "stands on the lists again" in said(signed_in.post(f"{address}restore/", {"version": 2}, follow=True))
    assert "Money team" in said(signed_in.get("/capacities/"))
    assert signed_in.post(f"{address}restore/", {"version": 3}).status_code == 404


def test_a_clearance_that_has_expired_is_said_and_one_that_nobody_recorded_is_not_known(signed_in, capacity, planner):
    address = f"/capacities/{capacity.pk}/"
    services.update(capacity, version=1, values={"cleared_until": date(2020, 2, 29)}, by=planner)
    assert "clearance expired on 29 February 2020" in said(signed_in.get(address))
    services.update(capacity, version=2, values={"cleared_until": None}, by=planner)
    page = said(signed_in.get(address))
    assert '<dt>Cleared until</dt><dd><span class="quiet">not known</span>' in page
    assert "<li>Cleared until: <del>29 February 2020</del> → not known</li>" in page


def test_a_comment_is_added_shown_and_removed_without_scripts(client, signed_in, capacity, stranger):
    address = f"/capacities/{capacity.pk}/"
    page = said(signed_in.post(f"{address}comments/", {"text": "<b>Rotates</b> in spring."}, follow=True))
    assert "&lt;b&gt;Rotates" in signed_in.get(address).content.decode() and "<small>planner, " in page
    assert "Write something first." in said(signed_in.post(f"{address}comments/", {"text": " "}, follow=True))
    comment = capacity.comments.get()
    client.force_login(stranger)
    assert "Remove" not in said(client.get(address))
    assert client.post(f"{address}comments/{comment.pk}/remove/").status_code == 403
    client.force_login(comment.by)
    page = said(client.post(f"{address}comments/{comment.pk}/remove/", follow=True))
    assert "Rotates" not in page and "was removed by planner" in page


def test_a_published_strength_is_recorded_as_a_capacity_with_what_it_says_and_no_more(signed_in, mission):
    told = {
        "mission": mission,
        "authorized": 600,
        "actual": 431,
        "authorized_for": "2030/31",
        "as_of": date(2031, 2, 28),
    }
    strength = Strength.objects.create(category="individual_police", source="Report of the Committee", **told)
    assert "record as a capacity" in said(signed_in.get(reverse("capacity_strengths")))
    form = signed_in.get(reverse("capacity_new"), {"strength": strength.pk}).context["form"]
    assert form["deployed"].value() == 431 and form["category"].value() == "individual_police"
    assert form["expertise"].value() in (None, [])
    military = Strength.objects.create(category="military_contingents", source="Report", **told)
    assert "deployed" not in signed_in.get(reverse("capacity_new"), {"strength": military.pk}).context["form"].initial
