"""Agreed language beside the findings of a review: which, how much of it, at what cost, and never a draft's."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from mandates import jobs, rules, services
from mandates.models import Finding
from mandates.precedents import wishes
from mandates.serializers import review_data
from tests.mandates import drafts
from tests.mandates.adopted import adopt, mission, text

CLAUSE = "(ii) To train the police of Nambira, to rebuild its stations and to combat gangs and the smuggling of gold;"
ENCOURAGES = (
    "4. Encourages UNMINA to look into the smuggling of gold and into organized criminal networks where it can;"
)


@pytest.fixture
def draft(owner):
    """A reviewed draft in which crime is inside another task (OC202)."""
    version = services.submit(owner=owner, data=drafts.NAMBIRA.encode(), queue=False)
    jobs.review_mandate(version.jobs.get().pk)
    return version


def offered(version, user, code: str = "OC202") -> list[dict]:
    return next(f["precedents"] for f in review_data(version, user)["findings"] if f["code"] == code)


@pytest.mark.django_db
def test_without_any_adopted_text_nothing_is_offered_and_the_review_says_so(draft, owner):
    data = review_data(draft, owner)
    assert data["precedents_held"] is False
    assert all(finding["precedents"] == [] for finding in data["findings"])


@pytest.mark.django_db
def test_a_text_imported_later_is_offered_at_once(draft, owner):
    assert offered(draft, owner) == []
    adopted = adopt(owner, text(3101, 2030), "S/RES/3101 (2030)")
    (precedent,) = offered(draft, owner)
    assert (precedent["symbol"], precedent["label"]) == ("S/RES/3101 (2030)", "2 (b) (ii)")
    assert precedent["url"] == f"/mandates/{adopted.mandate_id}/#op2-b-ii"
    assert precedent["citation"] == "S/RES/3101 (2030), paragraph 2 (b) (ii), adopted 3 May 2030 (vote not known)"
    assert precedent["text"].startswith("To support the police of Nambira")


@pytest.mark.django_db
def test_the_citation_that_is_copied_with_english_words_is_in_english_on_any_page(draft, owner):
    adopt(owner, text(3101, 2030), "S/RES/3101 (2030)")
    with translation.override("fr"):
        (precedent,) = offered(draft, owner)
    assert precedent["citation"] == "S/RES/3101 (2030), paragraph 2 (b) (ii), adopted 3 May 2030 (vote not known)"


@pytest.mark.django_db
def test_a_draft_is_never_offered_not_even_to_its_owner(draft, owner):
    other = services.submit(owner=owner, data=text(3102, 2031).encode(), queue=False)
    jobs.review_mandate(other.jobs.get().pk)
    adopt(owner, text(3101, 2030), "S/RES/3101 (2030)")
    assert {precedent["symbol"] for precedent in offered(draft, owner)} == {"S/RES/3101 (2030)"}


@pytest.mark.django_db
def test_a_text_is_never_offered_its_own_language(owner):
    own = adopt(owner, drafts.HELD, "S/RES/3101 (2030)")
    adopt(owner, text(3102, 2031), "S/RES/3102 (2031)")
    assert {precedent["symbol"] for precedent in offered(own, owner)} == {"S/RES/3102 (2031)"}


@pytest.mark.django_db
def test_what_only_encourages_or_only_adds_a_clause_repairs_nothing(draft, owner):
    adopt(owner, text(3101, 2030, task=CLAUSE, more=ENCOURAGES), "S/RES/3101 (2030)")
    assert offered(draft, owner) == []


@pytest.mark.django_db
def test_the_same_words_renewed_every_year_are_offered_once(draft, owner):
    for number in range(3101, 3105):
        adopt(owner, text(number, number - 1071), f"S/RES/{number} ({number - 1071})")
    (precedent,) = offered(draft, owner)
    assert precedent["symbol"] == "S/RES/3104 (2033)"


@pytest.mark.django_db
def test_language_of_the_same_mission_stands_before_that_of_another(owner):
    ours = mission()
    version = services.submit(owner=owner, data=drafts.NAMBIRA.encode(), mission=ours, queue=False)
    jobs.review_mandate(version.jobs.get().pk)
    other = "(ii) To break up organized criminal networks, and to trace what the smuggling of gold earns across three borders;"
    adopt(owner, text(3101, 2030), "S/RES/3101 (2030)", ours)
    adopt(owner, text(3102, 2031, task=other, mission="UNOKEB"), "S/RES/3102 (2031)")
    assert [p["mission"] for p in offered(version, owner)] == ["UNMINA", "UNOKEB"]


@pytest.mark.django_db
def test_a_text_that_names_no_crime_is_offered_what_its_host_is_told_about(owner):
    ours, neighbour = mission(), mission("UNOKEB")
    silent = text(3100, 2029, task="(ii) To train the police of Nambira;")
    silent = silent.replace(
        "the smuggling of gold through Kestrel Gorge, from which armed groups draw their income", "hunger"
    )
    silent = silent.replace("impunity for trafficking in persons in", "the lack of schools in")
    version = services.submit(owner=owner, data=silent.encode(), mission=ours, queue=False)
    jobs.review_mandate(version.jobs.get().pk)
    piracy = "(ii) To fight piracy off the coast of Nambira together with its navy;"
    adopt(owner, text(3101, 2030, task=piracy, mission="UNFAR"), "S/RES/3101 (2030)")
    adopt(owner, text(3102, 2031, mission="UNOKEB"), "S/RES/3102 (2031)", neighbour)
    found = offered(version, owner, "OC101")
    assert [precedent["mission"] for precedent in found] == ["UNOKEB"]
    assert {point["why"] for point in found[0]["points"] if point["name"] == "mission"} == {"same country"}


@pytest.mark.django_db
def test_police_expertise_is_offered_from_language_on_another_crime_and_own_tasks_are_not(draft, owner):
    piracy = (
        "(ii) To build up with INTERPOL a specialized police unit that investigates piracy off the coast of Nambira;"
    )
    adopt(owner, text(3101, 2030, task=piracy), "S/RES/3101 (2030)")
    about = {"severity": "low", "spans": Finding.objects.get(review=draft.review, code="OC202").spans}
    Finding.objects.create(review=draft.review, order=60, code="OC402", name="no-police", fingerprint="p", **about)
    assert [precedent["label"] for precedent in offered(draft, owner, "OC402")] == ["2 (b) (ii)"]
    assert offered(draft, owner, "OC202") == []


@pytest.mark.django_db
def test_agreed_language_costs_two_queries_however_many_findings_and_texts(draft, owner):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            review_data(draft, owner)
        return len(queries)

    adopt(owner, text(3101, 2030), "S/RES/3101 (2030)")
    one = cost()
    for number in range(3102, 3108):
        adopt(owner, text(number, 2031, mission=f"UNM{number}"), f"S/RES/{number} (2031)")
    review = draft.review
    for order, rule in enumerate(rules.ALL):
        Finding.objects.create(
            review=review, order=50 + order, code=rule.code, name=rule.name, severity="low", fingerprint=rule.code
        )
    assert cost() == one <= 10


def test_every_rule_knows_what_language_repairs_it_or_that_none_does():
    for rule in rules.ALL:
        assert (wishes.for_code(rule.code) is None) == (rule.code in wishes.NONE)
    assert wishes.for_code("OC203") is None
    assert wishes.for_code("OC302").least_strength == 4
    assert wishes.for_code("OC402").names_police and wishes.for_code("OC501").names_partners
    assert not wishes.NONE & set(wishes.BY_CODE)
