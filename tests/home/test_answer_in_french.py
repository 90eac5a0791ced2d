"""The sentence on top of the home page in French, read aloud: order, gender and number are those of the language."""

import pytest
from django.utils import translation

from home.needs import Kind
from tests.home.test_answer import aloud, draft, other, review


@pytest.fixture(autouse=True)
def in_french():
    with translation.override("fr"):
        yield


def test_two_drafts_wait_and_the_first_is_told_with_its_day_and_place():
    assert aloud(draft(11), draft()) == (
        "Deux projets vous attendent. Le premier concerne la mission UNMINA, dont le mandat prend fin dans 11 jours, "
        "et place la criminalité organisée à l’intérieur de la 2e des 14 tâches principales."
    )


def test_one_of_each_agrees_and_begins_with_a_capital():
    assert aloud(draft(), other(Kind.FAILED), other(Kind.PLAN)).startswith(
        "Un projet vous attend, un examen n’a pas abouti et un de vos plans présente des lacunes. Le projet place la "
    )


@pytest.mark.parametrize(
    "position, said",
    [
        ("main_task", "Il fait de la criminalité organisée la 1re des 14 tâches principales."),
        ("mission_paragraph_outside_list", "Il mentionne la criminalité organisée hors de la liste des tâches."),
        ("others_only", "Il laisse la criminalité organisée à d’autres."),
        ("preamble_only", "Il ne mentionne la criminalité organisée que dans le préambule."),
        ("absent", "Il ne mentionne pas la criminalité organisée."),
    ],
)
def test_each_position_has_its_own_order_of_words(position, said):
    assert aloud(draft(review=review(position))) == f"Un projet vous attend. {said}"


def test_a_near_day_is_said_as_people_say_it():
    assert "prend fin demain, et" in aloud(draft(1)) and "prend fin aujourd’hui, et" in aloud(draft(0))
