"""Whether a text refers to organized crime, by each of the two definitions."""

import pytest

from mandates.analysis import crime, references


@pytest.fixture
def refer(parsed):
    def read(*lines: str) -> references.Reference:
        document = parsed("\n".join(["The Security Council,", *lines, "2. Decides to remain seized of the matter."]))
        return references.refer(document, crime.find(document))

    return read


@pytest.mark.parametrize(
    "line, project, wider",
    [
        ("1. Requests the Mission to counter drug trafficking;", True, True),
        ("1. Requests the Mission to fight corruption;", False, True),
        ("1. Condemns the financing of terrorism;", False, True),
        ("1. Condemns the enslavement of women and girls;", False, True),
        ("1. Requests the Mission to support the elections;", False, False),
    ],
)
def test_the_wider_definition_holds_the_projects_own(refer, line, project, wider):
    found = refer(line)
    assert (found.project, found.wider) == (project, wider)


def test_the_formula_on_small_arms_alone_is_told_apart(refer):
    formula = "1. Urges States to curb the illicit transfer, destabilizing accumulation and misuse of small arms;"
    assert refer(formula).only_small_arms
    assert not refer("Condemning the smuggling of gold,", formula).only_small_arms
    assert not refer("1. Requests the Mission to counter drug trafficking;").only_small_arms


def test_an_operative_paragraph_is_named_before_a_preambular_one(refer):
    assert (
        refer("Condemning the smuggling of gold,", "1. Requests the Mission to counter drug trafficking;").paragraph
        == "1"
    )
    assert refer("Condemning the smuggling of gold,", "1. Requests a report;").paragraph == "PP1"


def test_types_are_named_once_by_their_whole_in_the_order_of_the_text(refer):
    found = refer(
        "Condemning the smuggling of gold and diamonds,",
        "1. Requests the Mission to counter drug trafficking, corruption and the smuggling of gold;",
    )
    assert set(found.crime_types) == {"natural_resources", "drug_trafficking", "corruption"}
    assert found.crime_types[0] == "natural_resources" and len(found.crime_types) == 3
