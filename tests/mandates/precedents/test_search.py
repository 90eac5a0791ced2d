"""One grammar, and the same rows on either database."""

import pytest

from mandates.models import Precedent
from mandates.precedents import search
from tests.mandates.adopted import adopt, text

WORDS = {
    "a": "Cross-border trafficking in gold, and the armed groups that live on it",
    "b": "Armed bandits and groups in Côte de Nambira (resolution 3101 (2030), paragraph 12th)",
    "c": "To counter drug trafficking AND terrorism; the State’s borders",
    "d": "trafficking of gold across the border",
}


@pytest.fixture
def rows(owner):
    """Four paragraphs, whose words are told by their label."""
    version = adopt(owner, text(3101, 2030), "S/RES/3101 (2030)")
    version.precedents.all().delete()
    for number, (label, words) in enumerate(WORDS.items()):
        Precedent.objects.create(
            version=version, paragraph=number, label=label, anchor=label, text=words, place="others",
            searchable=search.normal(words),
        )  # fmt: skip
    return Precedent.objects.all()


def found(rows, said: str) -> str:
    return "".join(sorted(search.search(rows, search.parse(said)).values_list("label", flat=True)))


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
    assert search.parse("“armed groups” -„gold dust“").wanted == ("armed groups",)
    assert search.parse("“armed groups” -„gold dust“").unwanted == ("gold dust",)


def test_a_query_without_words_is_none():
    assert not search.parse(' "" - … ')
