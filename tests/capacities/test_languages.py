"""On a French page tables, files and what is recorded stay in English: everyone takes them in again, whatever their language."""

import csv
import io
from datetime import date

import pytest
from django.utils.translation import override

from capacities import catalogue, coverage, named
from capacities.coverage import Need, Offer, Period
from capacities.forms.capacities import CapacityForm
from capacities.importing.capacities import TABLE
from capacities.models import Category, Strength
from capacities.services import strengths_import

pytestmark = pytest.mark.django_db


@pytest.fixture
def french(browser):
    browser.cookies["language"] = "fr"
    return browser


def test_a_list_leaves_and_comes_back_in_english(french, capacity):
    assert '<html lang="fr">' in french.get("/capacities/").text
    [row] = csv.DictReader(io.StringIO(french.get("/capacities/capacities.csv").content.decode("utf-8-sig")))
    assert (row["category"], row["country"]) == ("specialized police team", "Senegal")
    with override("fr"):
        [planned] = TABLE.plan([(2, row)]).rows
    assert (planned.action, planned.held, dict(planned.errors)) == ("unchanged", capacity, {})


def test_the_title_that_a_published_strength_begins_with_is_english(mission):
    row = Strength(mission=mission, category=Strength.Category.FORMED_POLICE, actual=140)
    with override("fr"):
        assert CapacityForm.said_by_strength(row)["title"] == "Formed police units"


def test_an_import_of_strengths_is_recorded_in_english():
    record = {"mission": "UNMIKA", "category": "military_observers", "as_of": "2031-01-31"}
    with override("fr"):
        assert strengths_import.Step(record, None, {}).name == "UNMIKA, military observers, 2031-01-31"


def test_labels_within_a_sentence_on_tables_are_those_of_the_table():
    with override("fr"):
        assert str(named.in_tables(Category.labels)).startswith("individual police officers, formed police unit")


def test_names_to_choose_from_stand_in_the_order_of_the_alphabet():
    found = named.choices({"CIV": "Côte d’Ivoire", "USA": "États-Unis", "CUB": "Cuba", "GAB": "Gabon"})
    assert [code for code, _ in found] == ["CIV", "CUB", "USA", "GAB"]


def test_the_days_of_a_verdict_are_those_of_the_language():
    offer = Offer(1, "river police", "specialized_team", frozenset({"x"}), deployed=4, available_until=date(2031, 2, 1))
    facts = {"period": Period(None, None), "today": date(2031, 3, 1), "categories": catalogue.held().categories}
    with override("fr"):
        [row] = coverage.cover([Need("x", "x", ())], [offer], **facts).rows
    assert "1er février 2031" in row.sentence
