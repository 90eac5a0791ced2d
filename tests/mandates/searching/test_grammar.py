"""What is typed is understood, or one sentence says why not."""

import ast
from pathlib import Path

import pytest

from mandates.searching import grammar
from mandates.searching.grammar import KINDS, Unclear, parse
from mandates.searching.words import Query

ROOM = Path(grammar.__file__).parent
GUIDE = ROOM.parents[1] / "docs" / "search.md"


@pytest.mark.parametrize(
    ("said", "wanted", "unwanted"),
    [
        ('gold "armed groups" -terrorism in:tasks', ("gold", "armed groups"), ("terrorism",)),
        ("in:tasks", (), ()),
        ('"a phrase with in:tasks in it"', ("a phrase with in tasks in it",), ()),
        ('-"a phrase with year:2018 in it"', (), ("a phrase with year 2018 in it",)),
        ("at 12:30", ("at", "12 30"), ()),
        ("S/RES/3101 (2030)", ("3101 2030",), ()),
        ("resolution 3101", ("3101",), ()),
        ("3101 gold", ("3101", "gold"), ()),
        ("", (), ()),
    ],
)
def test_words_are_what_is_left_beside_the_operators(said, wanted, unwanted):
    assert parse(said).query == Query(wanted, unwanted)


@pytest.mark.parametrize(
    ("said", "number"),
    [("3101", 3101), ("S/RES/3101", 3101), ("s/res/3101(2030)", 3101), ("resolution 3101 (2030)", 3101), ("3101 gold", None),
     ("31010", None), ("-3101", None), ('3101 in:texts', 3101)],
)  # fmt: skip
def test_a_resolution_is_known_by_its_number_where_nothing_else_is_typed(said, number):
    assert parse(said).number == number


def test_operators_narrow_the_kinds_to_those_that_can_hold_them():
    assert parse("gold").kinds == KINDS
    assert parse("in:texts gold").kinds == ("texts", "tasks", "paragraphs")
    assert parse("in:Task in:finding").kinds == ("tasks", "findings")
    assert parse("year:2018").kinds == ("texts", "tasks", "paragraphs", "findings")
    assert parse("crime:gangs in:partners").kinds == ("partners",)


def test_values_are_taken_as_people_write_them():
    asked = parse('year:2015–2019 year:2021 mission:unmika MISSION:"UNMIX" is:Draft IS:flagged')
    assert asked.years == ((2015, 2019), (2021, 2021))
    assert asked.missions == ("unmika", "UNMIX")
    assert asked.states == {"draft", "flagged"}


@pytest.mark.parametrize(
    ("said", "name"),
    [("human_trafficking", "human_trafficking"), ('"trafficking in persons"', "human_trafficking"), ("gang", "gangs"),
     ("drugs", "drug_trafficking"), ("PIRACY", "piracy"), ("gemstones", "natural_resources")],
)  # fmt: skip
def test_a_crime_type_is_known_by_its_name_its_label_or_a_word_that_it_alone_has(said, name):
    assert parse(f"crime:{said}").crime_types == (name,)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("colour:red", "There is no “colour:”"),
        ("in:drawers", "Choose one of missions, texts, tasks"),
        ("in:", "Say what after “in:”"),
        ("mission:", "Say what after “mission:”"),
        ("year:18", "1946 to 2100"),
        ("year:2019-2015", "year:2015-2019"),
        ("crime:piracee", "Did you mean piracy?"),
        ("crime:zzz", "is no crime type"),
        ("crime:trafficking", "trafficking in persons, drug trafficking and arms trafficking"),
        ("is:secret", "is:draft, is:adopted and is:flagged"),
        ("is:draft is:adopted", "never both"),
        ("-in:tasks", "A minus stands before words only"),
        ("year:2018 in:partners", "“year:” cannot narrow partners"),
        ("is:draft in:missions in:capacities", "cannot narrow missions and capacities"),
        ("x" * 201, "longer than 200 characters"),
    ],
)
def test_what_cannot_be_understood_is_told_in_one_sentence(said, told):
    with pytest.raises(Unclear) as unclear:
        parse(said)
    assert told in str(unclear.value)


def test_every_example_of_an_operator_is_understood():
    for name, operator in grammar.OPERATORS.items():
        assert operator.example.startswith(f"{name}:") and parse(operator.example)


def test_the_guide_lists_the_operators_as_the_page_teaches_them():
    rows = [line for line in GUIDE.read_text().splitlines() if line.startswith("| `") and ":`" in line.split("|")[1]]
    assert rows == [
        f"| `{name}:` | {o.values} | `{o.example}` | {o.does} | {', '.join(o.kinds) if o.kinds != KINDS else 'all'} |"
        for name, o in grammar.OPERATORS.items()
    ]


@pytest.mark.parametrize("name", ["words", "grammar", "excerpts"])
def test_what_is_said_to_be_pure_imports_neither_django_nor_rows(name):
    tree = ast.parse((ROOM / f"{name}.py").read_text())
    found = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    found |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert not {
        m for m in found if m.split(".")[0] in ("django", "missions", "capacities") or m.startswith("mandates.models")
    }
