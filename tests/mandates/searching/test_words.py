"""One grammar, and the same rows on either database."""

import pytest

from mandates.models import Precedent
from mandates.searching import index, words
from tests.mandates import adopted

WORDS = {
    "a": "Cross-border trafficking in gold, and the armed groups that live on it",
    "b": "Armed bandits and groups in Côte de Nambira (resolution 3101 (2030), paragraph 12th)",
    "c": "To counter drug trafficking AND terrorism; the State’s borders",
    "d": "trafficking of gold across the border",
}


@pytest.fixture
def rows(owner):
    """Four paragraphs, whose words are told by their label."""
    version = adopted.adopt(owner, adopted.text(3101, 2030), "S/RES/3101 (2030)")
    version.precedents.all().delete()
    for number, (label, text) in enumerate(WORDS.items()):
        Precedent.objects.create(
            version=version, paragraph=number, label=label, anchor=label, text=text, place="others",
            searchable=words.normal(text),
        )  # fmt: skip
    return Precedent.objects.all()


def found(rows, said: str) -> str:
    return "".join(sorted(index.search(rows, words.parse(said)).values_list("label", flat=True)))


@pytest.fixture
def rows_found_by_label(rows):
    return lambda said: found(rows, said)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("gold", "ad"),
        ("GOLD trafficking", "ad"),
        ('"armed groups"', "a"),
        ("armed groups", "ab"),
        ('"armed groups" -gold', ""),
        ("trafficking -terrorism", "ad"),
        ("-trafficking", "b"),
        ('-gold -"drug trafficking"', "b"),
        ('-"trafficking in gold"', "bcd"),
        ("cross-border", "a"),
        ("cross border", "a"),
        ("border", "ad"),
        ("borders", "c"),
        ("cote", "b"),
        ("Côte", "b"),
        ("state's", "c"),
        ("and", "abc"),
        ("AND OR", ""),
        ("3101", "b"),
        ("12th", "b"),
        ("(2030)", "b"),
        ("traffick", ""),
        ("gold*", "ad"),
        ("", "abcd"),
        ("…", "abcd"),
    ],
)
def test_the_same_paragraphs_are_found_on_both_databases(rows, said, labels):
    assert found(rows, said) == labels


@pytest.mark.django_db
@pytest.mark.parametrize(
    "said", ['"', '"""', "a:b", "NEAR(a b)", "^gold", "gold & | ! <-> silver", "'; --", "{a} [b] (c", "\\"]
)
def test_no_query_is_more_than_words_to_the_database(rows, said):
    assert isinstance(found(rows, said), str)


@pytest.mark.django_db
def test_the_index_follows_what_is_changed_and_deleted(rows):
    row = rows.get(label="a")
    row.searchable = "silver"
    row.save()
    rows.get(label="d").delete()
    assert (found(rows, "gold"), found(rows, "silver")) == ("", "a")


def test_a_phrase_may_stand_in_any_quotation_marks():
    assert words.parse("“armed groups” -„gold dust“").wanted == ("armed groups",)
    assert words.parse("“armed groups” -„gold dust“").unwanted == ("gold dust",)


def test_a_query_without_words_is_none():
    assert not words.parse(' "" - … ')


@pytest.mark.django_db
@pytest.mark.parametrize(
    "said", ["gold", '"armed groups" -gold', "-trafficking", "Côte", "state's", "3101", "traffick", "…"]
)
def test_a_text_in_memory_is_found_as_in_the_database(rows_found_by_label, said):
    query = words.parse(said)
    assert "".join(label for label, text in WORDS.items() if query.holds(text)) == rows_found_by_label(said)


@pytest.mark.parametrize("text", [*WORDS.values(), "ﬁre ½ Ǆ İ e\u0301toile a\u0308", ""])
def test_words_that_know_where_they_stand_are_those_that_are_compared(text):
    standing = words.standing(text)
    assert " ".join(word for word, _, _ in standing) == words.normal(text)
    assert all(word in words.normal(text[start:end]) for word, start, end in standing)
