"""The French catalogue holds every sentence of the interface, and each of its translations fits the sentence that it stands for."""

import ast
import gettext
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from tests.language import catalogue
from tests.language.catalogue import Message, shown
from tests.language.words_in_code import SAYING

ROOT = Path(settings.BASE_DIR)
PO = Path("language/locale/fr/LC_MESSAGES/django.po")
NOT_COPIED = shutil.ignore_patterns(".*", "var", "tests", "evaluation", "bench", "__pycache__", "staticfiles")
WITH_GETTEXT = pytest.mark.skipif(
    not all(map(shutil.which, ("xgettext", "msgfmt", "msgmerge"))), reason="GNU gettext is missing (package gettext)"
)

# Where French ends a message with another mark than English, and why.
ENDS_OTHERWISE: dict[str, str] = {}
# What has more than three words and is the same in French, and why.
THE_SAME: dict[str, str] = {'gold "armed groups" -terrorism': "an example of the search, whose texts are English"}
# What is never said of nothing, so that the form for one may do without its number (French counts nothing and one alike).
NEVER_OF_NONE = {"{rank} of {number} main task", "the top %(number)s ends here", "In none of %(number)s main tasks."}


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    return catalogue.read(ROOT / PO)


@WITH_GETTEXT
def test_the_catalogue_holds_what_the_sources_say_and_nothing_else(messages, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(ROOT, copy, ignore=NOT_COPIED)
    run = subprocess.run(
        [sys.executable, "manage.py", "makemessages"],
        cwd=copy,
        env={**os.environ, "EMBEDDED": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    said = {m.key for m in catalogue.read(copy / PO)}
    held = {m.key for m in messages}
    missing = [f"not in the catalogue: {key}" for key in said - held]
    idle = [f"nobody says it: {key}" for key in held - said]
    assert said == held, shown([*missing, *idle, "bin/manage makemessages brings the catalogue up to date."])


@pytest.mark.parametrize(
    "app", ["config", *(app.name for app in apps.get_app_configs() if Path(app.path).parent == ROOT)]
)
def test_no_sentence_is_said_within_a_formatted_string_where_xgettext_does_not_look(app):
    files = [file for file in (ROOT / app).rglob("*.py") if "migrations" not in file.parts]
    found = [f"{file.relative_to(ROOT)}:{line}" for file in files for line in _within_strings(file.read_text())]
    assert not found, shown(found)


def _within_strings(source: str) -> list[int]:
    strings = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr)]
    calls = [call for string in strings for call in ast.walk(string) if isinstance(call, ast.Call)]
    return [c.lineno for c in calls if c.args and isinstance(c.args[0], ast.Constant) and _name(c.func) in SAYING]


def _name(function: ast.AST) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


def test_each_message_is_held_once_and_translated(messages):
    assert len({(m.context, m.one) for m in messages}) == len(messages)
    left = [m.one for m in messages if m.fuzzy or len(m.said) != (2 if m.many else 1) or not all(m.said)]
    assert not left, shown(left)


def test_no_sentence_was_left_in_english(messages):
    same = {m.one for m in messages if m.one in m.said and len(catalogue.TAG.sub("", m.one).split()) > 3}
    assert same == set(THE_SAME), shown(same ^ set(THE_SAME))


@WITH_GETTEXT
def test_the_formats_of_values_are_kept():
    run = subprocess.run(
        ["msgfmt", "--check", "-o", os.devnull, ROOT / PO], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_the_compiled_catalogue_says_what_the_readable_one_says(messages):
    with (ROOT / PO).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog
    compiled.pop("", None)  # the head
    assert compiled == {key: words for m in messages for key, words in _compiled(m)}


def _compiled(message: Message) -> list[tuple[object, str]]:
    """As the module gettext holds a message that is translated: two forms under their numbers."""
    key = f"{message.context}\x04{message.one}" if message.context else message.one
    if not all(message.said):
        return []
    return [((key, at), said) for at, said in enumerate(message.said)] if message.many else [(key, message.said[0])]


def test_a_translation_takes_the_values_of_its_message(messages):
    wrong = _unlike([m for m in messages if m.one not in NEVER_OF_NONE], catalogue.values)
    assert not wrong, shown(wrong)


def test_a_translation_has_the_tags_of_its_message_with_their_attributes(messages):
    wrong = _unlike(messages, catalogue.tags)
    assert not wrong, shown(wrong)


def test_a_translation_ends_as_its_message_does(messages):
    wrong = _unlike([m for m in messages if m.one not in ENDS_OTHERWISE], catalogue.end)
    assert not wrong, shown(wrong)
    wrong = _unlike(messages, lambda text: (text[: -len(text.lstrip(" \n"))], text[len(text.rstrip(" \n")) :]))
    assert not wrong, shown(wrong)


def test_each_exception_is_of_a_message_that_is_there_and_says_why(messages):
    assert {*ENDS_OTHERWISE, *THE_SAME, *NEVER_OF_NONE} <= {m.one for m in messages}
    assert all((*ENDS_OTHERWISE.values(), *THE_SAME.values()))


def _unlike(messages: list[Message], told) -> list[str]:
    """Translations of which ``told`` says another thing than of each source that they may follow."""
    return [
        f"{said!r} for {sources[0]!r}"
        for m in messages
        for said, sources in m.pairs
        if said and all(told(said) != told(source) for source in sources)
    ]


def test_translations_keep_to_french_typography(messages):
    wrong = [f"{found} (for {m.one!r})" for m in messages for said in m.said for found in catalogue.mistyped(said)]
    assert not wrong, shown(wrong)


# --- the checks themselves


def test_a_catalogue_is_read_with_its_plurals_contexts_and_broken_lines(tmp_path):
    file = tmp_path / "django.po"
    file.write_text(
        'msgid ""\nmsgstr "Language: fr\\n"\n\n'
        '#: a.py\n#, fuzzy\nmsgctxt "partner"\nmsgid ""\n"none "\n"yet"\nmsgstr "aucun \\"encore\\""\n\n'
        'msgid "{n} task"\nmsgid_plural "{n} tasks"\nmsgstr[0] "{n} tâche"\nmsgstr[1] ""\n\n'
        '#~ msgid "gone"\n#~ msgstr "parti"\n',
        encoding="utf-8",
    )
    assert catalogue.read(file) == [
        Message("partner", "none yet", "", ['aucun "encore"'], fuzzy=True),
        Message("", "{n} task", "{n} tasks", ["{n} tâche", ""]),
    ]


def test_the_first_of_two_forms_may_keep_the_number_that_english_leaves_out():
    kept = Message("", "one task", "{n} tasks", ["{n} tâche", "{n} tâches"])
    assert not _unlike([kept], catalogue.values)
    assert _unlike([Message("", "{n} task", "{n} tasks", ["{n} tâche", "des tâches"])], catalogue.values)


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("{rank} of {total}", "{rank} sur {totals}"),
        ("%(count)s texts", "%s textes"),
        ("{} of {}", "{}"),
    ],
)
def test_a_value_that_is_lost_is_found(english, french):
    assert catalogue.values(english) != catalogue.values(french)


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ('<a href="%(address)s">Rules</a>', '<a href="%(adresse)s">Règles</a>'),
        ("<strong>{}</strong> texts", "<strong>{}<strong> textes"),
        ('<span class="crime">crime</span>', "<span>criminalité</span>"),
    ],
)
def test_a_tag_that_is_changed_is_found(english, french):
    assert catalogue.tags(english) != catalogue.tags(french)


def test_words_in_attributes_are_translated_and_tags_may_change_places():
    english = '<b title="Gold">a</b> <i class="x">b</i>'
    assert catalogue.tags(english) == catalogue.tags('<i class="x">b</i> <b title="Or">a</b>')


@pytest.mark.parametrize(
    "wrong", ["l'or", "Pourquoi ?", "deux : trois", "mot:", "«mot»", "« mot »", "Vraiment?", "50 %"]
)
def test_what_breaks_french_typography_is_found(wrong):
    assert catalogue.mistyped(wrong)


def test_what_keeps_to_french_typography_passes():
    right = (
        "L’or\N{NO-BREAK SPACE}: «\N{NO-BREAK SPACE}mot\N{NO-BREAK SPACE}»,"
        ' <kbd>?</kbd> à 10:30, <a href="https://example.org/?a=1">ici</a>{fin}&nbsp;! OSCE'
        "\N{NARROW NO-BREAK SPACE}? «\N{NO-BREAK SPACE}crime:\N{NO-BREAK SPACE}»"
    )
    assert catalogue.mistyped(right) == []


def test_a_sentence_within_a_formatted_string_is_found():
    assert _within_strings("said = f\"{place}: {say('no')}\"") == [1]
    assert _within_strings('said = f"{place}: {say(word)}" + say("no")') == []
