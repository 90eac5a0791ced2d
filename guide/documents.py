"""The documentation as pages: files of ``docs/``, made into HTML once in a process. No other HTML gets through than Markdown's own."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from language.marks import marked

FOLDER = Path(settings.BASE_DIR) / "docs"
SHOWN = {
    "method": marked("How a text is read, and what every word of the answer means."),
    "planning": marked("From a reviewed mandate to who does what: needs, options, days, conflicts, proposals."),
    "search": marked("What can be typed into the search, and what stands first."),
    "evaluation": marked("How often the reader is right, where it fails, and against what that was measured."),
    "importing": marked("Adopted texts, tables of capacities and partners, published strengths."),
    "api": marked("For programs: submit a draft, read its review, take it along."),
    "languages": marked("What is in the reader's language, what stays in English, and how a language is added."),
}  # in this order
COMMENT = re.compile(r"\A<!--.*?-->\s*", re.DOTALL)  # of files that a command writes
RULE = re.compile(r"rules/(oc\d+)-[\w-]+\.md")
PAGES = {"taxonomy.md": "crime_type_list", "rules/README.md": "rule_list"}  # what has a page of its own


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a document; ``level`` as in HTML, ``slug`` its anchor, as GitHub makes it."""

    level: int
    slug: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as a page shows it: ``html`` without its title. All of it is in English but ``says``, which is said where it is shown."""

    name: str
    title: str
    says: str
    headings: tuple[Heading, ...]
    html: SafeString

    def get_absolute_url(self) -> str:
        return reverse("help_page", args=[self.name])


@cache
def document(name: str) -> Document:
    """A document by the name of its file. KeyError for what is not shown."""
    says = SHOWN[name]
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(COMMENT.sub("", (FOLDER / f"{name}.md").read_text()))
    headings = _headings(tokens)
    title = next(heading for heading in headings if heading.level == 1)
    for token in tokens:
        _lead(token)
    html = reader.renderer.render(_laid_out(tokens, title.text), reader.options, {})
    return Document(name, title.text, says, tuple(h for h in headings if h.level == 2), mark_safe(html))


def documents() -> list[Document]:
    """All that are shown, in their order."""
    return [document(name) for name in SHOWN]


def slug(text: str) -> str:
    """The anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")


def _headings(tokens: list[Token]) -> list[Heading]:
    """Every heading, which gets its anchor."""
    found: list[Heading] = []
    for opened, inside in pairwise(tokens):
        if opened.type == "heading_open":
            said = "".join(part.content for part in inside.children or [])
            opened.attrSet("id", slug(said))
            found.append(Heading(int(opened.tag[1]), slug(said), said))
    return found


def _lead(token: Token) -> None:
    """Links between files of the documentation lead to pages; one to what no page shows becomes plain words."""
    dead = False
    for part in token.children or []:
        if part.type == "link_open":
            address = target(str(part.attrGet("href") or ""))
            dead = address is None
            if address:
                part.attrSet("href", address)
        if dead and part.type in ("link_open", "link_close"):
            part.type, part.tag, part.nesting = "text", "", 0


def target(link: str) -> str | None:
    """Where a link of the documentation leads in the application; None where no page shows it."""
    file, _, anchor = link.partition("#")
    end = f"#{anchor}" if anchor else ""
    if not file or file.startswith(("https://", "http://", "/")):
        return link
    if file in PAGES:
        return reverse(PAGES[file]) + end
    if rule := RULE.fullmatch(file):
        return reverse("rule_detail", args=[rule[1].upper()])
    name = file.removesuffix(".md")
    return reverse("help_page", args=[name]) + end if name in SHOWN else None


def _laid_out(tokens: list[Token], title: str) -> list[Token]:
    """Without the title, which the page itself gives; tables scroll sideways in regions of their own names, and an empty head is no head."""
    start = next(i for i, token in enumerate(tokens) if token.type == "heading_close") + 1
    laid, near, named = [], title, Counter()
    for i, token in enumerate(tokens[start:], start):
        if token.type == "heading_open":
            near = tokens[i + 1].content.replace("`", "")
        if token.type == "table_open":
            named[near] += 1
            laid.append(_raw(_scroll(near if named[near] == 1 else f"{near}, {named[near]}")))
        if token.type in ("th_open", "th_close"):
            inside = tokens[i + 1 if token.type == "th_open" else i - 1]
            token.tag = "th" if inside.content else "td"
            if inside.content and token.type == "th_open":
                token.attrSet("scope", "col")
        if token.type in ("th_open", "td_open"):
            token.attrs.pop("style", None)  # no page may carry styles inline
        laid.append(token)
        if token.type == "table_close":
            laid.append(_raw("</div>\n"))
    return laid


def _scroll(near: str) -> str:
    name = f"Table: {escape(near)}, scrolls sideways"  # in English: within a document in English
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{name}">\n'  # its name is in English, as above


def _raw(html: str) -> Token:
    return Token("html_block", "", 0, content=html)
