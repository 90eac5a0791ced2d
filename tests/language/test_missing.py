"""Every word that a page shows goes through the catalogue, so that it can be said in another language."""

import re
from pathlib import Path

import pytest

from tests.language import words_in_code, words_in_templates

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ("templates", "*/templates")
CODE = ("accounts", "capacities", "config", "guide", "home", "language", "mandates", "missions", "plans")

# What is in English by design, and why. A folder ends with a stroke.
ENGLISH = {
    "mandates/analysis/": "what the engine says of a draft is in the draft's language",
    "mandates/rules/": "the same; the questions and reasons of rules are in the catalogue through mandates/names.py",
    "mandates/exports/": "documents are in English, as the drafts that they are about",
    "mandates/importing/": "told on the command line",
    "plans/exports/": "the same of plans",
    "plans/solving/": "its sentences are kept with a proposal",
    "*/api/": "other systems read the API's words",
    "*/serializers/": "the API's",
    "config/api_*.py": "the API's",
    "missions/api.py": "the API's",
    "missions/document_api.py": "the API's",
    "mandates/services/submitting.py": "keys of requests, which the API alone takes",
    "*/migrations/": "the database's",
    "*/management/": "told on the command line",
    "*/admin.py": "the administration is in English",
    "*/apps.py": "the administration's headings",
    "capacities/catalogue.py": "faults in the project's own data, told to whoever changes it",
    "capacities/registers.py": "the same",
    "capacities/loading.py": "the same",
    "missions/loading.py": "the same",
    "missions/records.py": "the same",
    "missions/reference.py": "the same",
    "config/settings.py": "settings, and the names of languages, each in itself",
    "config/embedded.py": "told in the terminal in which it was started",
    "config/logs.py": "the log's",
    "config/health.py": "told to whoever watches the machine",
    "config/addresses.py": "an answer of the API; for pages it raises Http404",
    "config/upload_limit.py": "answers before any language is known, to programs as well",
}
# Kinds of events: recorded in English and shown in the reader's language.
RECORDED = {"export cancelled", "review cancelled"}
PATTERNS = [
    re.compile(re.escape(place).replace(r"\*", "[^/]*") + ("" if place.endswith("/") else "$")) for place in ENGLISH
]


def templates() -> list[str]:
    files = (
        path for place in TEMPLATES for path in ROOT.glob(f"{place}/**/*") if path.suffix in (".html", ".svg", ".txt")
    )
    found = sorted(str(path.relative_to(ROOT)) for path in files)
    return [name for name in found if not name.startswith(("templates/patterns/", "patterns/", "."))]


def code() -> list[str]:
    files = (path for folder in CODE for path in (ROOT / folder).rglob("*.py"))
    found = sorted(str(path.relative_to(ROOT)) for path in files)
    return [name for name in found if not any(pattern.match(name) for pattern in PATTERNS)]


@pytest.mark.parametrize("name", templates())
def test_a_template_says_every_word_through_the_catalogue(name):
    assert words_in_templates.unsaid((ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", code())
def test_code_says_every_word_through_the_catalogue(name):
    found = words_in_code.unsaid((ROOT / name).read_text(encoding="utf-8"))
    assert [(line, words) for line, words in found if words not in RECORDED] == []


@pytest.mark.parametrize("place", ENGLISH)
def test_what_is_in_english_by_design_is_there(place):
    assert list(ROOT.glob(f"{place}**/*.py" if place.endswith("/") else place))


def test_most_files_are_looked_at():
    assert len(templates()) > 150
    assert len(code()) > 200


# --- what looks for the words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("<p>Two drafts wait</p>", ["Two drafts wait"]),
        ("<p>{{ n }} drafts wait</p>", ["\N{OBJECT REPLACEMENT CHARACTER} drafts wait"]),
        ('<nav aria-label="Parts of the page"></nav>', ["Parts of the page"]),
        ('<td data-label="Severity">{{ severity }}</td>', ["Severity"]),
        ('<input placeholder="a symbol">', ["a symbol"]),
        ('{{ vote|default:"vote not known" }}', ["vote not known"]),
        ('{{ known|yesno:"yes,no" }}', ["yes,no"]),
        ('{% include "components/field.html" with label="Why does it change?" %}', ["Why does it change?"]),
        ("{% if held %}Held{% else %}{% translate 'Missing' %}{% endif %}", ["Held"]),
        (
            "{% blocktranslate with vote=vote|default:'Not known' %}Vote: {{ vote }}{% endblocktranslate %}",
            ["Not known"],
        ),
    ],
)
def test_words_of_a_template_that_are_not_wrapped_are_named(source, named):
    assert words_in_templates.unsaid(source) == named


@pytest.mark.parametrize(
    "source",
    [
        '<p>{% translate "Two drafts wait" %}</p>',
        "<p>{% blocktranslate count n=n %}{{ n }} draft waits{% plural %}{{ n }} drafts wait{% endblocktranslate %}</p>",
        '<nav aria-label="{% translate "Parts of the page" %}"></nav>',
        '{{ vote|default:_("vote not known") }}',
        '{% include "components/field.html" with label=_("Why does it change?") %}',
        '{% if row.state == "not known" %}{{ row.state|translated }}{% endif %}',
        '<p class="quiet wide" id="held">{{ day|date:"j F Y" }} · 38 (a) → 40</p>',
        "<code>bin/manage import_corpus DIR</code>",
        "{# Words for whoever changes this #}{% comment %}And these{% endcomment %}",
    ],
)
def test_what_is_wrapped_or_no_words_of_a_template_is_not_named(source):
    assert words_in_templates.unsaid(source) == []


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ('title = "Two drafts wait"', "Two drafts wait"),
        ('said = f"{number} drafts wait"', "{} drafts wait"),
        ('word = "Stronger"', "Stronger"),
        ('said = say("{what} held", what=f"{number} texts are")', "{} texts are"),
        ('LABELS = {"kept": "as it was"}', "as it was"),
        ('messages.success(request, "The policy is set.")', "The policy is set."),
        (
            'cell = f\'<div role="region" aria-label="Table of {name}">\'',
            '<div role="region" aria-label="Table of {}">',
        ),
        ('field = forms.CharField(help_text="Shown to all")', "Shown to all"),
    ],
)
def test_words_of_code_that_are_not_said_are_named(source, named):
    assert words_in_code.unsaid(source) == [(1, named)]


@pytest.mark.parametrize(
    "source",
    [
        'title = say("Two drafts wait")',
        'said = say_many("{number} draft waits", "{number} drafts wait", number)',
        'LABELS = {"kept": marked("as it was")}',
        'field = forms.CharField(label=_("Shown to all"))',
        '"""What this module is for."""',
        'logger.warning("The queue cannot be reached.")',
        'raise ValueError("No such rule")',
        "cell = format_html('<span class=\"quiet num\">{}</span>', number)",
        'one = link == "one to one" or link in ("partly lost", "In force")',
        'def only(self) -> "Since": ...',
        'name = models.CharField(help_text="what it recommends")',
        'rows = cursor.fetch("SELECT id FROM held_words")',
        'headers = {"Content-Disposition": f\'attachment; filename="{name}"\'}',
        'kind = "preambular paragraph"  # in English: part of a citation',
    ],
)
def test_what_is_said_or_no_words_of_code_is_not_named(source):
    assert words_in_code.unsaid(source) == []
