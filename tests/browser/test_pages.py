"""Every page at every width and in both themes: nothing wider than the screen, nothing that axe-core objects to."""

from pathlib import Path

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
    "{mandate}people/",
    "{mandate}delete/",
    "/missions/",
    "/missions/MINUSCA/",
    "/rules/",
    "/rules/OC202/",
    "/account/",
]


@pytest.fixture
def reader(signed_in):
    """Opens a tab with a reviewed specimen in it: the page, and the addresses of all pages."""

    def opened(**options):
        page = signed_in("reader", **options)
        page.goto("/")
        page.get_by_role("button", name="specimen").click()
        expect(page.get_by_text("Machine-assisted: check against the text.")).to_be_visible()
        mandate = page.url.removeprefix(page.url.split("/mandates/")[0])
        return page, [address.format(mandate=mandate) for address in PAGES]

    return opened


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_no_page_scrolls_sideways(reader, width):
    page, addresses = reader(viewport={"width": width, "height": 900})
    wide = []
    for address in addresses:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = !d.matches('.menu') })")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address)
    assert wide == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_against_any_page(reader, theme, width):
    page, addresses = reader(viewport={"width": width, "height": 900}, color_scheme=theme)
    found = {}
    for address in addresses:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = !d.matches('.menu') })")
        page.evaluate(AXE.read_text())
        result = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
        for violation in result["violations"]:
            found.setdefault(violation["id"], []).append((address, violation["nodes"][0]["html"][:200]))
    assert found == {}
