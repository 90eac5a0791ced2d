"""What is found, by whom, and in which order: the same on both databases."""

import importlib

import pytest
from django.apps import apps
from django.utils import translation

from capacities.models import Partner
from mandates import jobs, services
from mandates.models import Passage
from mandates.searching import lookup
from mandates.searching.grammar import Unclear
from tests.mandates import adopted
from tests.mandates.searching.conftest import submitted

pytestmark = pytest.mark.django_db


def found(said: str, user, **more) -> dict[str, list[str]]:
    """By kind, the labels or titles of what is shown."""
    return {
        group.kind: [hit.label if hit.kind in ("tasks", "paragraphs") else hit.code or hit.title for hit in group.hits]
        for group in lookup.find(said, user, **more).groups
    }


@pytest.mark.parametrize(
    ("said", "hits"),
    [
        ("3101", {"texts": ["S/RES/3101 (2030)"]}),
        ("S/RES/3101 (2030)", {"texts": ["S/RES/3101 (2030)"]}),
        ("resolution 3101", {"texts": ["S/RES/3101 (2030)"]}),
        ("unmina in:missions", {"missions": ["UNMINA"]}),
        ("early warning", {"tasks": ["2 (a) (ii)"]}),
        ('"warning early"', {}),
        ("networks gold", {"tasks": ["2 (b) (ii)"]}),
        ("gold in:paragraphs", {"paragraphs": ["PP2"]}),
        ("gold in:texts", {"tasks": ["2 (b) (ii)"], "paragraphs": ["PP2"]}),
        ("gold -networks in:texts", {"paragraphs": ["PP2"]}),
        ("seized year:2030", {"paragraphs": ["5"]}),
        ("seized year:2018-2029", {}),
        ("seized mission:unmina", {"paragraphs": ["5"]}),
        ("crime:human_trafficking in:paragraphs", {"paragraphs": ["3"]}),
        ("seized is:draft", {}),
        ("seized is:adopted", {"paragraphs": ["5"]}),
        ("seized is:flagged", {"paragraphs": ["5"]}),
        ("quayside", {"partners": ["Quayside Watch"]}),
        ("watch crime:gangs in:partners", {"partners": ["Quayside Watch"]}),
        ("crime:piracy in:partners", {}),
        ("river in:capacities", {"capacities": ["River police"]}),
        ("OC202", {"findings": ["OC202"]}),
        ("nowhere", {}),
        ("", {}),
    ],
)
def test_the_same_is_found_on_both_databases(resolution, partners, capacity, stranger, said, hits):
    assert found(said, stranger) == hits


def test_a_hit_says_where_it_stands_and_leads_there(resolution, stranger):
    [group] = lookup.find("early warning", stranger).groups
    [hit] = group.hits
    assert hit.url == f"{resolution.mandate.get_absolute_url()}#op2-a-ii"
    assert (hit.title, hit.mission, hit.year) == ("S/RES/3101 (2030)", "UNMINA", 2030)
    assert hit.stands == "inside the 1st of 2 main tasks"
    assert [hit.excerpt.text[a:b] for a, b in hit.excerpt.marks] == ["early", "warning"]


def test_a_page_in_french_finds_by_french_names_and_says_places_in_french(resolution, partners, capacity, stranger):
    kept = Passage.objects.get(kind="tasks", paragraph__isnull=False, searchable__contains="early warning")
    assert kept.stands == "inside the 1st of 2 main tasks"
    with translation.override("fr"):
        [[hit]] = [group.hits for group in lookup.find("early warning", stranger).groups]
        assert hit.stands == "à l’intérieur de la 1re des 2 tâches principales"
        assert found('crime:"traite des personnes" in:paragraphs', stranger) == {"paragraphs": ["3"]}
        assert found("crime:human_trafficking in:paragraphs", stranger) == {"paragraphs": ["3"]}
        assert found("«\N{NO-BREAK SPACE}early warning\N{NO-BREAK SPACE}»", stranger) == {"tasks": ["2 (a) (ii)"]}
        assert found("river police in:capacities", stranger) == {"capacities": ["River police"]}
        with pytest.raises(Unclear, match="L’opérateur «\N{NO-BREAK SPACE}wo:\N{NO-BREAK SPACE}» n’existe pas"):
            lookup.find("wo:here", stranger)


def test_newer_texts_stand_first(owner, mission):
    for number, year in ((3101, 2030), (3201, 2031), (3001, 2029)):
        adopted.adopt(owner, adopted.text(number, year), f"S/RES/{number} ({year})", mission)
    [paragraphs] = lookup.find("seized", owner).groups
    assert [hit.year for hit in paragraphs.hits] == [2031, 2030, 2029]


def test_words_together_come_before_newer_words_apart(owner, mission):
    adopted.adopt(owner, adopted.text(3001, 2029, more="4. Welcomes gold dust;"), "S/RES/3001 (2029)", mission)
    adopted.adopt(owner, adopted.text(3101, 2030, more="4. Welcomes gold and dust;"), "S/RES/3101 (2030)", mission)
    [group] = lookup.find("gold dust", owner).groups
    assert [hit.year for hit in group.hits] == [2029, 2030]


def test_the_number_typed_stands_before_texts_of_that_year(owner, mission):
    adopted.adopt(owner, adopted.text(3101, 2031), "S/RES/3101 (2031)", mission)
    adopted.adopt(owner, adopted.text(2031, 2029), "S/RES/2031 (2029)", mission)
    assert found("2031 in:texts", owner)["texts"] == ["S/RES/2031 (2029)", "S/RES/3101 (2031)"]


def test_a_kind_is_paged_through_whole_and_every_hit_stands_on_one_page(owner, mission):
    for number in range(3101, 3113):
        adopted.adopt(owner, adopted.text(number, 2030), f"S/RES/{number} (2030)", mission)
    whole = lookup.find("nambira", owner)
    [group] = [group for group in whole.groups if group.kind == "paragraphs"]
    assert len(group.hits) == 5 < group.count
    pages = [lookup.find("nambira", owner, kind="paragraphs", page=page) for page in (1, 2)]
    urls = [hit.url for page in pages for hit in page.groups[0].hits]
    assert len(set(urls)) == len(urls) == group.count == 36 and [page.pages for page in pages] == [2, 2]
    assert lookup.find("nambira", owner, kind="paragraphs", page=99).page == 1


def test_a_mission_that_the_register_does_not_know_is_told_with_the_one_that_is_nearly_so(mission, owner):
    with pytest.raises(Unclear, match=r"the acronym “UNMINO”\. Did you mean UNMINA\?"):
        lookup.find("gold mission:UNMINO", owner)


# --- who finds what ---------------------------------------------------------------------------------------------


def test_a_draft_is_found_by_its_owner_and_those_named_and_for_others_it_is_not_there(
    draft, owner, colleague, stranger
):
    services.share(draft.mandate, colleague, by=owner)
    for said in ("lanternword", "lantern", "nambira in:texts", "is:draft", "gold", "-silver in:tasks", "OC202"):
        seen = [lookup.find(said, person).count for person in (owner, colleague, stranger)]
        assert seen[0] == seen[1] > 0 == seen[2], said


def test_what_others_find_is_counted_and_paged_as_if_there_were_no_draft(resolution, stranger, owner, mission):
    before = [lookup.find(said, stranger) for said in ("gold", "nambira", "in:tasks", "unmina")]
    for number in range(3):
        text = adopted.text(3101, 2030).replace("S/RES/3101 (2030)\n", "").replace("river", f"river {number}")
        submitted(owner, text, title="UNMINA gold", mission=mission)
    assert [lookup.find(said, stranger) for said in ("gold", "nambira", "in:tasks", "unmina")] == before
    assert lookup.find("gold", owner).count > lookup.find("gold", stranger).count


def test_partners_are_found_by_those_who_see_them_and_restricted_ones_by_no_token(partners, stranger, cleared):
    def names(person, **more):
        return found("watch", person, **more).get("partners", [])

    assert names(stranger) == ["Quayside Watch"]
    assert names(cleared) == ["Ember Watch", "Larkspur Watch", "Quayside Watch"]
    assert names(cleared, token=True) == ["Larkspur Watch", "Quayside Watch"]
    assert lookup.find("ember", stranger).count == lookup.find("ember", cleared, token=True).count == 0


def test_an_archived_partner_is_not_found(partners, stranger):
    Partner.objects.filter(pk=partners["public"].pk).update(archived_at="2030-01-01T00:00Z")
    assert lookup.find("quayside", stranger).count == 0


# --- the index --------------------------------------------------------------------------------------------------


def test_only_the_newest_version_is_searched_and_a_hit_leads_to_it(draft, owner):
    text = bytes(draft.source).decode().replace("Lanternword", "Beaconword")
    submitted(owner, text, mandate=draft.mandate)
    assert lookup.find("lanternword", owner).count == 0
    [group] = lookup.find("beaconword", owner).groups
    assert group.hits[0].url == f"/mandates/{draft.mandate_id}/versions/2/#op2-a-ii"


def test_a_review_made_again_doubles_nothing(draft, owner):
    before = Passage.objects.count()
    draft.jobs.update(state="pending")
    jobs.review_mandate(draft.jobs.get().pk)
    assert Passage.objects.count() == before


def test_a_row_whose_paragraph_was_read_anew_meanwhile_is_passed_over(resolution, stranger):
    resolution.paragraphs.filter(label="5").delete()  # as a review made again does, between two queries
    assert found("seized in:paragraphs", stranger) == {"paragraphs": []}


def test_what_is_deleted_for_good_leaves_no_passage(draft, owner):
    services.delete_for_good(draft.mandate, by=owner)
    assert not Passage.objects.exists() and lookup.find("lanternword", owner).count == 0


def test_the_migration_fills_in_what_was_reviewed_before(draft, resolution):
    def held():
        return sorted(Passage.objects.values_list(*[f.name for f in Passage._meta.fields if f.name != "id"]))

    before = held()
    Passage.objects.all().delete()
    importlib.import_module("mandates.migrations.0012_passages").fill(apps, None)
    assert held() == before and before
