"""Registers and sanctions regimes, on their pages and over the API."""

import pytest
from django.core.management import call_command
from django.utils.translation import override

from capacities.models import Fiu
from capacities.templatetags.capacities import place
from missions.models import Country

pytestmark = pytest.mark.django_db


def test_registers_and_sanctions_are_shown_with_sources_and_what_is_not_known(browser):
    Country.objects.all().delete()
    call_command("load_reference", verbosity=0)
    page = browser.get("/partners/registers/").content.decode()
    assert "CENTIF-Mali" in page and "integration into UNODC is under consultation" in page and "to be verified" in page
    listed = browser.get("/sanctions/?country=HTI").content.decode()
    assert "Haiti" in listed and "/sanctions/libya/" not in listed
    detail = browser.get("/sanctions/haiti/").content.decode()
    assert "S/RES/2653 (2022), paragraph 16 (a)" in detail and "no renewal known here" in detail
    assert "Nothing is known here." in browser.get("/sanctions/yemen/").content.decode()
    told = browser.get("/api/v1/sanctions/", {"crime_type": "natural_resources"}).json()
    assert {row["code"] for row in told["results"]} == {"haiti", "drc", "car", "libya", "al-shabaab", "taliban"}
    assert browser.get("/api/v1/sanctions/sudan/").json()["panel"]["mandate_until"] == "2026-03-12"
    fius = browser.get("/api/v1/partners/fius/", {"fatf": "increased_monitoring", "egmont": "member"}).json()
    assert {row["country"]["iso3"] for row in fius["results"]} == {"BIH", "IRQ", "LBN", "SYR"}


def test_a_source_that_every_row_shares_is_said_once_and_in_each_row_where_they_differ(browser):
    Country.objects.all().delete()
    call_command("load_reference", verbosity=0)
    address, source = "/partners/registers/", Fiu.objects.first().egmont_source
    units = browser.get(address).content.decode().partition("regional and international bodies</h2>")[0]
    assert units.count(source) == 1
    Fiu.objects.filter(pk=Fiu.objects.first().pk).update(egmont_as_of=None)
    units = browser.get(address).content.decode().partition("regional and international bodies</h2>")[0]
    assert units.count(source) == Fiu.objects.count()


@pytest.mark.parametrize(
    ("citation", "french"),
    [
        ("S/RES/3101 (2030), paragraph 12 (a)", "S/RES/3101 (2030), paragraphe 12 (a)"),
        ("S/RES/3101 (2030), paragraphs 2 and 4", "S/RES/3101 (2030), paragraphes 2 et 4"),
        ("S/RES/3101 (2030)", "S/RES/3101 (2030)"),
    ],
)
def test_where_a_text_says_it_is_named_in_the_language_of_the_page(citation, french):
    assert place(citation) == citation
    with override("fr"):
        assert place(citation) == french
