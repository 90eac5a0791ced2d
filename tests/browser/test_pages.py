"""Every page at every width and in both themes: nothing wider than the screen, nothing that axe-core objects to."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = [
    "/",
    "/mandates/",
    "/mandates/new/",
    "{mandate}",
    "{mandate}versions/new/",
    "{mandate}compare/",
    "{mandate}people/",
    "{mandate}delete/",
    "{mandate}comments-table/",
    "/missions/",
    "/missions/MINUSCA/",
    "/missions/MINUSCA/documents/",
    "/capacities/",
    "/capacities/catalogue/",
    "/capacities/strengths/?mission=MINUSCA",
    "/partners/",
    "/partners/coverage/?mission=MINUSCA",
    "/partners/registers/",
    "/sanctions/",
    "/precedents/",
    "/precedents/?crime_type=gangs&from_year=2020",
    "/search/",
    "/search/?q=police",
    "/rules/",
    "/rules/OC202/",
    "/crime-types/",
    "/account/",
    "/trends/",
    "/plans/",
]


WIDTHS = [320, 390, 768, 1280, 1920]
THEMES = {390: "dark", 1280: "light"}  # the width at which a theme is looked at
UNFOLD = "document.querySelectorAll('details').forEach(d => { d.open = !d.matches('.menu') })"


@pytest.fixture
def page(signed_in):
    """A tab that shows the review of the specimen."""
    page = signed_in("reader")
    page.goto("/")
    page.get_by_role("button", name="specimen").click()
    expect(page.get_by_text("Machine-assisted: check against the text.")).to_be_visible()
    return page


def everywhere(page):
    """Go to every page in turn, its folds open."""
    mandate = urlsplit(page.url).path
    for address in PAGES:
        assert page.goto(address.format(mandate=mandate)).ok, address
        page.evaluate(UNFOLD)
        yield address


def test_no_page_scrolls_sideways_at_any_width(page):
    wide = []
    for address in everywhere(page):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((address, width))
    assert wide == []


def test_axe_finds_nothing_against_any_page_in_either_theme(page):
    found = {}
    for address in everywhere(page):
        page.evaluate(AXE.read_text())
        for width, theme in THEMES.items():
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=theme)
            result = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
            for violation in result["violations"]:
                found.setdefault(violation["id"], []).append((address, theme, violation["nodes"][0]["html"][:200]))
    assert found == {}
