"""Every page in French: no English is left but where an element says that it is English, and no word is too long for its place."""

import json
from collections import defaultdict

import pytest

from tests.browser.axe import UNFOLD, WIDTHS
from tests.browser.test_every_page import MAKE, NARROWED, TALL, is_page

# What somebody typed in English, in rows.py; the titles of a plan's options are made in the language of who opens it.
TYPED = [
    *(
        "Team on the gold trade",
        "Report of the mission",
        "Report on the river ports",
        "To watch the ports (paragraph 12).",
    ),
    *("Option with a customs task", "Agreed with the penholder.", "Raised in the last round."),
    *("Ask the States of the region first.", "With the port police.", "Aligned with local efforts"),
]
# Words that English sentences hardly do without and French has none of.
LEFT = r"""typed => {
    const english = /\b([Tt]he|of|[Aa]nd|[Ww]ith|[Ww]hich|[Aa]re|was|[Tt]his|[Tt]hat|[Ff]rom|[Nn]ot|[Bb]y|has|have|[Ii]ts|than|[Ww]hen|[Ww]hat|[Ww]ho|[Hh]ow)\b/;
    // the choices of a task are the words of the text
    const elsewhere = '[lang=en], [translate=no], [name=task] option, code, kbd, samp, script, style, textarea';
    const found = new Set();
    const look = (element, words) => {
        const left = typed.reduce((rest, known) => rest.replaceAll(known, ''), words);
        if (english.test(left) && !element.closest(elsewhere)) found.add(words.trim().slice(0, 120));
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) look(walker.currentNode.parentElement, walker.currentNode.data);
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt], [data-label], [data-waits]'))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-label', 'data-waits'])
            look(element, element.getAttribute(name) || '');
    look(document.documentElement, document.title);
    return [...found];
}"""


@pytest.fixture
def in_french(signed_in, site):
    """A tab of somebody who sees everything and reads French, and the addresses of the site."""
    page = signed_in("everything")
    page.context.add_cookies([{"name": "language", "value": "fr", "url": site.base}])
    return page, json.loads(site.manage("shell", "--no-imports", "-c", MAKE).splitlines()[-1])


def test_a_button_leads_to_the_same_page_in_the_other_language_and_back(signed_in):
    page = signed_in("everything")
    page.goto("/mandates/?draft=false&page=1")
    for button, language in (("Français", "fr"), ("English", "en")):
        page.get_by_role("button", name=button).click()
        page.wait_for_function("language => document.documentElement.lang === language", arg=language)
        assert page.url.endswith("/mandates/?draft=false&page=1")


def test_every_page_is_french_through_and_through_and_fits(in_french):
    page, held = in_french
    wrong, shown = defaultdict(list), 0
    for address in (*held["pages"], *NARROWED):
        if address.startswith("/patterns/"):
            continue  # the workbench of those who build the pages
        answer = page.request.get(address, max_redirects=0)
        if not (answer.headers.get("content-type", "").startswith("text/html") and is_page(answer)):
            continue
        page.goto(address)
        shown += 1
        assert page.evaluate("document.documentElement.lang") == "fr"
        page.evaluate(UNFOLD)
        if not address.endswith("/import/"):  # they list the English words that a table may have
            wrong[address] += page.evaluate(LEFT, TYPED)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": TALL})
            if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
                wrong[address].append(f"{wide} wide on a screen of {width}")
    assert {address: left for address, left in wrong.items() if left} == {}
    assert shown > 60
