"""A plan is read in the language of the reader; its documents, the API, the record and the solver's sentences are in English."""

import io

import openpyxl
import pytest
from django.urls import reverse
from django.utils import translation

from plans import jobs, loaded, services, situations
from plans.models import Assignment, PlanChange, PlanTask, Proposal
from tests.plans.conftest import BEGINS, ENDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client, planner):
    client.force_login(planner)
    client.cookies["language"] = "fr"
    with translation.override("en-gb"):  # whatever the last page was in, the next test begins in English
        yield client


@pytest.fixture
def booked_twice(assigned, planner):
    """Nine of three people: a conflict whose sentence names days."""
    return services.change(assigned, version=1, values={"people": 9}, by=planner)


def test_a_conflict_names_its_days_in_the_language_of_the_page(reader, option, booked_twice):
    page = reader.get(option.get_absolute_url()).text
    assert "1er juillet 2030" in page and "1 July 2030" not in page
    assert ">juil. 2030</text>" in page


def test_a_document_asked_for_from_a_french_page_is_in_english(reader, plan, booked_twice):
    told = reader.get(reverse("plan.json", args=[plan.pk])).text
    assert "from 1 July 2030 to 30 June 2031" in told and "juillet" not in told
    assert "Needs met" in told
    data = reader.get(reverse("plan.xlsx", args=[plan.pk])).content
    cells = {cell for sheet in openpyxl.load_workbook(io.BytesIO(data)) for row in sheet.values for cell in row}
    assert "Needs met" in cells
    assert any(str(cell).startswith("1 July 2030 to 30 June 2031; half of the time is over on ") for cell in cells)


def test_the_api_tells_conflicts_in_english_to_a_french_browser(reader, plan, booked_twice):
    told = reader.get(reverse("api_plan", args=[plan.pk])).json()
    sentences = [one["sentence"] for option in told["options"] for one in option["conflicts"]]
    assert any("9 planned at 2 (c) (ii) from 1 July 2030 to 30 June 2031, and 3 there." in one for one in sentences)


def test_what_a_french_reader_does_is_recorded_in_english(reader, plan, option):
    reader.post(reverse("propose", args=[plan.pk, option.pk]))
    assert Proposal.objects.get().step == "waiting for its turn"
    newest = PlanChange.objects.first()
    assert (newest.subject, newest.action) == (f"option {option.pk}", "proposal asked")


def test_the_sentences_of_the_solver_carry_their_language(reader, plan, option, analysts, planner):
    row = services.start_proposal(option, planner)
    jobs.work_out(row.pk)
    address = reverse("proposal", args=[plan.pk, option.pk, row.pk])
    page = reader.get(address).text
    assert ' lang="en">Chosen for ' in page
    assert "1er juillet 2030" in page
    services.accept(Proposal.objects.get(), [0], planner)
    assert '<p lang="en">Chosen for ' in reader.get(option.get_absolute_url()).text
    reader.cookies["language"] = "en-gb"
    assert ' lang="en">Chosen for ' not in reader.get(address).text


def test_the_words_of_the_text_carry_their_language_and_those_of_a_planner_do_not(reader, plan, planner):
    services.add(PlanTask(plan=plan, label="9", title="Surveiller les gués", place=9, added=True), by=planner)
    page = reader.get(plan.get_absolute_url()).text
    assert '<td class="words">Surveiller les gués' in page
    assert page.count('<td class="words" lang="en">') == 1


def test_a_change_of_approach_is_told_by_its_name_and_a_title_as_it_was_written(reader, plan, option, planner):
    services.change(option, version=1, values={"approach": "political_economy", "title": "mixed"}, by=planner)
    reader.cookies["language"] = "en-gb"
    page = reader.get(plan.get_absolute_url()).text
    assert "<del>specialized mission</del> → political economy" in page
    assert "→ mixed" in page


def test_a_regime_has_one_name_wherever_it_is_shown(option, regime, planner):
    row = Assignment(option=option, task=option.plan.tasks.get(), regime=regime, begins=BEGINS, ends=ENDS)
    services.add(row, by=planner)
    situation = situations.of(option.plan, planner)
    assert loaded.title(row) == "sanctions regime on Nambira"
    assert "sanctions regime on Nambira" in {one.title for one in situation.resources}
