"""The documentation in the browser: every page, its anchors and links, and nothing in it that Markdown does not make."""

import re
from html import unescape

import pytest
from django.urls import resolve

from guide import documents

ROOT = documents.FOLDER.parent
LINK = re.compile(r'href="([^"]+)"')


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Documents written for a test, in place of those of the project."""
    monkeypatch.setattr(documents, "FOLDER", tmp_path)
    documents.document.cache_clear()
    yield tmp_path
    documents.document.cache_clear()


def anchors(html: str) -> set[str]:
    return set(re.findall(r'id="([^"]+)"', html))


@pytest.mark.parametrize("name", documents.SHOWN)
def test_every_heading_and_word_of_a_file_is_on_its_page(name):
    shown = documents.document(name)
    source = (ROOT / "docs" / f"{name}.md").read_text()
    outside_code = re.sub(r"```.*?```", "", source, flags=re.DOTALL)
    assert [f"## {heading.text}" for heading in shown.headings] == re.findall(r"^## .*$", outside_code, re.MULTILINE)
    plain = set(re.findall(r"\w+", unescape(re.sub(r"<[^>]*>", " ", shown.html)))) | set(
        re.findall(r"\w+", shown.title)
    )
    links = re.compile(r"\]\([^)]*\)|<!--.*?-->|https?://\S+|^```\w*", re.DOTALL | re.MULTILINE)
    assert set(re.findall(r"\w+", links.sub("", source))) <= plain


@pytest.mark.django_db
@pytest.mark.parametrize("name", documents.SHOWN)
def test_every_link_of_a_page_leads_to_a_page_and_to_a_heading_on_it(name):
    for address in LINK.findall(documents.document(name).html):
        if address.startswith("http"):
            continue
        path, _, anchor = address.partition("#")
        asked = resolve(path) if path else None
        assert not path.endswith(".md")
        if anchor and (asked is None or asked.url_name == "help_page"):
            there = documents.document(asked.kwargs["name"] if asked else name)
            assert anchor in anchors(there.html), address


def test_links_between_files_lead_to_the_pages_that_show_them():
    assert documents.target("method.md#flagged") == "/help/method/#flagged"
    assert documents.target("rules/oc202-clause-inside-another-task.md") == "/rules/OC202/"
    assert documents.target("taxonomy.md") == "/crime-types/"
    assert documents.target("#position") == "#position"
    assert documents.target("architecture.md") is None


def test_a_link_to_what_no_page_shows_is_words_alone(folder):
    (folder / "method.md").write_text("# M\n\nWho sees it: [the house](architecture.md), then [here](#m).")
    html = documents.document("method").html
    assert 'Who sees it: the house, then <a href="#m">here</a>.' in html


def test_neither_raw_html_nor_an_address_that_is_a_script_gets_through(folder):
    (folder / "method.md").write_text(
        '# M\n\n<script>alert(1)</script> <b onclick="x()">b</b> [x](javascript:alert(1))'
    )
    html = documents.document("method").html
    assert "<script" not in html and "<b" not in html and 'href="javascript' not in html
    assert "&lt;script&gt;" in html


def test_a_table_is_read_by_its_heads_and_scrolls_in_a_region_that_has_a_name(folder):
    (folder / "method.md").write_text("# M\n\n## Rank\n\n" + 2 * "| | points |\n|---|---:|\n| verb | 2 |\n\n")
    html = documents.document("method").html
    assert 'aria-label="Table: Rank, 2, scrolls sideways"' in html
    assert 'role="region" aria-label="Table: Rank, scrolls sideways"' in html
    assert "<td></td>" in html and '<th scope="col">points</th>' in html and "style" not in html


def test_anyone_reads_help_and_only_what_is_shown(client, db):
    page = client.get("/help/").content.decode()
    assert all(f'href="/help/{name}/"' in page for name in documents.SHOWN)
    assert "The best place found" in client.get("/help/method/").content.decode()
    assert client.get("/help/decisions/").status_code == 404
    assert client.get("/help/settings/").status_code == 404


def test_a_page_in_french_says_that_the_documentation_is_in_english(client, db):
    client.cookies["language"] = "fr"
    for address in ("/help/", "/help/method/"):
        assert "La documentation est en anglais." in client.get(address).text
    page = client.get("/help/method/").text
    assert '<article class="prose" lang="en">' in page and '<h1 lang="en">Method</h1>' in page
    client.cookies["language"] = "en-gb"
    page = client.get("/help/method/").text
    assert '<article class="prose">' in page and "in English." not in page.partition("<article")[0]


def test_an_image_for_servers_holds_the_documentation():
    left_out = (ROOT / ".dockerignore").read_text().split()
    assert not {"docs", "docs/", "docs/*", "docs/*.md", "*.md", "**/*.md"} & set(left_out)
