"""Every address that shows a page, and the states that have no address of their own: whole, in both themes, at every width.

The addresses come from the URL resolver and rows.py, so that a new page is looked at as soon as it exists.
"""

import json
from collections import defaultdict
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.template.loader import get_template
from playwright.sync_api import expect

from tests.browser.axe import AXE, TAGS, UNFOLD, WIDTHS

MAKE = "from tests.browser.rows import make; make('everything')"
TALL = 900
NARROWED = (  # what a page shows only where it is asked for something
    *("/capacities/strengths/?mission=MINUSCA", "/partners/coverage/?mission=MINUSCA"),
    *("/precedents/?crime_type=gangs&from_year=2020", "/search/?q=police"),
)
PLAIN = """() => {
    const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
    return {
        'not one h1': document.querySelectorAll('h1').length !== 1,
        'no language': document.documentElement.lang !== 'en',
        'no title of its own': !/^.{3,} · Forefront$/.test(document.title),
        'ids twice': ids.filter((id, i) => ids.indexOf(id) !== i).join(' '),
        'wrong without a reason': [...document.querySelectorAll('[aria-invalid=true]')].filter(
            e => !e.closest('fieldset[aria-describedby]') && !e.matches('[aria-describedby]')).map(e => e.name).join(' '),
        'names what is not there': ['describedby', 'labelledby', 'controls'].flatMap(
            name => [...document.querySelectorAll(`[aria-${name}]`)].flatMap(e => e.getAttribute(`aria-${name}`).split(' '))
        ).filter(id => !document.getElementById(id)).join(' '),
        'styles inline': document.querySelectorAll('main [style]').length,
    };
}"""
FIRST_TAB = """() => {
    const {top, bottom} = document.activeElement.getBoundingClientRect();
    const style = getComputedStyle(document.activeElement);
    return document.activeElement.className === 'skip' && top >= 0 && bottom > top && style.outlineStyle !== 'none';
}"""
AXE_RUN = """async ([tags, rules, part]) => {
    const found = await axe.run(part || document, {
        runOnly: rules ? {type: 'rule', values: rules} : {type: 'tag', values: tags},
        resultTypes: ['violations'],
    });
    return found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160)).slice(0, 2).join(' | '));
}"""


class Look:
    """What is wrong with pages, each by its address and state, as one tab sees them."""

    def __init__(self, page, base: str) -> None:
        self.page, self.base, self.wrong = page, base, defaultdict(list)
        page.on("request", self._asked)

    def _asked(self, request) -> None:
        if urlsplit(request.url).scheme in ("http", "https") and not request.url.startswith(self.base):
            self.wrong["asks another host"].append(request.url)

    def at(self, name: str, part: str = "") -> None:
        """Look at the page that is open, or a part of it: light and dark at the width of a desk, dark on a phone."""
        page, self.part = self.page, part
        if not part:
            page.evaluate(UNFOLD)
        page.evaluate(AXE.read_text())
        self._size(1280, "light")
        self._note(name, [f"{what}: {is_so}" for what, is_so in page.evaluate(PLAIN).items() if is_so])
        self._axe(name, "light")
        self._size(1280, "dark")
        self._axe(name, "dark", ["color-contrast", "link-in-text-block"])  # the rest is as it was in light
        self._size(390, "dark")
        self._axe(name, "narrow")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": TALL})
            if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
                self.wrong[name].append(f"{wide} wide on a screen of {width}")

    def tab(self, name: str) -> None:
        """The first Tab from the top shows the link past the navigation; a page that begins in a field has none to show."""
        if self.page.locator("[autofocus]").count():
            return
        self.page.keyboard.press("Tab")
        if not self.page.evaluate(FIRST_TAB):
            self.wrong[name].append("the first Tab shows no link to the content")
        self.page.evaluate("document.activeElement.blur()")

    def _size(self, width: int, theme: str) -> None:
        self.page.set_viewport_size({"width": width, "height": TALL})
        self.page.emulate_media(color_scheme=theme)

    def _axe(self, name: str, where: str, rules: list[str] | None = None) -> None:
        self._note(name, [f"{where}: {said}" for said in self.page.evaluate(AXE_RUN, [TAGS, rules, self.part])])

    def _note(self, name: str, said: list[str]) -> None:
        if said:
            self.wrong[name] += said


@pytest.fixture
def everything(signed_in, site):
    """A tab of somebody who sees everything, of which there is one each, and what rows.py says of it."""
    page = signed_in("everything")
    return page, json.loads(site.manage("shell", "--no-imports", "-c", MAKE).splitlines()[-1])


@pytest.fixture
def apart(chromium, site):
    """Opens a tab whose console may speak of a refusal, as the test is to see its page."""
    contexts = []

    def opened(state=None):
        contexts.append(chromium.new_context(base_url=site.base, storage_state=state))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


def is_page(answer) -> bool:
    """Whether an address answers with a whole page: not with a file, a way to somewhere else or a piece for a script."""
    return answer.status == 200 and answer.text().lstrip().startswith("<!doctype html>")


def test_every_address_that_shows_a_page_is_whole(everything, site):
    page, held = everything
    look, shown = Look(page, site.base), 0
    for address in (*held["pages"], *NARROWED):
        answer = page.request.get(address, max_redirects=0)
        a_choice_short = answer.status == 400 and address.endswith(
            (".csv", ".svg")
        )  # coverage is of a mission or country
        assert answer.status in (200, 302, 405) or a_choice_short, address
        if answer.headers.get("content-type", "").startswith("text/html") and is_page(answer):
            page.goto(address)
            look.tab(address)
            look.at(address)
            shown += 1
    assert dict(look.wrong) == {}
    assert shown > 60


FORMS = (
    *("/capacities/new/", "/capacities/import/", "/partners/new/", "/partners/{partners}/assess/", "/mandates/new/"),
    *("/missions/MINUSCA/documents/new/", "/plans/{plans}/milestones/new/", "/plans/{plans}/tasks/new/", "/policy/"),
    *("/plans/{plans}/options/{options}/assign/", "/mandates/{mandates}/people/", "/account/password/"),
)
MENUS = ("/mandates/{mandates}/", "/mandates/{mandates}/compare/", "/plans/{plans}/", "/plans/")
EMPTY = (
    *(
        "/partners/?q=zzzz",
        "/capacities/?country=NZL",
        "/precedents/?q=zzzz",
        "/mandates/?position=absent",
        "/plans/?archived=true",
    ),
    *(
        "/missions/?status=closed&country=HTI&type=regional_office",
        "/sanctions/?country=NZL",
        "/capacities/strengths/?mission=MINUJUSTH",
    ),
    *("/mandates/?mission=NOWHERE", "/trends/?since=1", "/partners/?country=XXX", "/precedents/?from_year=1"),
)
CONFLICTS = (
    "/capacities/{capacities}/edit/",
    "/partners/{partners}/edit/",
    "/missions/MINUSCA/documents/{documents}/edit/",
)


def send(page) -> None:
    """Send the form of a page as it stands, past what the browser itself would ask for."""
    page.evaluate("document.querySelectorAll('form').forEach(f => { f.noValidate = true })")
    page.locator("main form .btn.solid").first.click()


def test_forms_refused_menus_open_lists_empty_and_changes_that_meet_are_whole(everything, site):
    page, held = everything
    look = Look(page, site.base)
    for address in (form.format(**held["ids"]) for form in FORMS):
        page.goto(address)
        send(page)
        page.locator(".error").first.wait_for()
        look.at(f"{address} refused")
    for address in (one.format(**held["ids"]) for one in CONFLICTS):
        page.goto(address)
        page.evaluate("document.querySelector('[name=version]').value = 9")
        with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
            send(page)
        assert answered.value.status == 409
        look.at(f"{address} changed meanwhile")
    for address in (one.format(**held["ids"]) for one in MENUS):
        page.goto(address)
        page.locator("main .menu > summary").first.click()
        look.at(f"{address} menu", "main .menu[open]")
    for address in EMPTY:
        page.goto(address)
        look.at(address)
    assert dict(look.wrong) == {}


def test_pages_that_refuse_and_those_for_nobody_signed_in_are_whole(everything, signed_in, apart, site):
    _, held = everything
    reader = signed_in("reader")
    found = {}
    for state, address, status in (
        (reader.context.storage_state(), "/nothing/", 404),
        (reader.context.storage_state(), f"/mandates/{held['ids']['mandates']}/", 404),
        (reader.context.storage_state(), "/capacities/new/", 403),
        (reader.context.storage_state(), "/precedents/?from_year=long_ago", 400),
        (None, "/sign-in/", 200),
        (None, "/sign-in/MQ/spent/", 410),
        (None, "/digest/stop/unknown/", 404),
    ):
        tab = apart(state)
        assert tab.goto(address).status == status
        look = Look(tab, site.base)
        look.tab(address)
        look.at(address)
        found |= look.wrong
    tab = apart()
    tab.goto("/sign-in/")
    tab.get_by_label("Name").fill("nobody_of_this_name")
    tab.get_by_label("Password").fill("wrong")
    tab.get_by_role("button", name="Sign in").click()
    look = Look(tab, site.base)
    look.at("/sign-in/ refused")
    found |= look.wrong
    locked = tab.get_by_role("heading", name="Locked for a while")
    for _ in range(settings.AXES_FAILURE_LIMIT):
        tab.get_by_label("Name").fill("nobody_of_this_name")
        tab.get_by_label("Password").fill("wrong")
        tab.get_by_role("button", name="Sign in").click()
        if locked.count():
            break
    expect(locked).to_be_visible()
    look = Look(tab, site.base)
    look.at("/sign-in/ locked")
    tab.set_content(get_template("500.html").render())
    assert found | look.wrong | fault_page(tab) == {}


def fault_page(tab) -> dict:
    """What is wrong with the page of a fault: no address shows it at will."""
    look = Look(tab, "about:")
    look.at("500")
    return look.wrong
