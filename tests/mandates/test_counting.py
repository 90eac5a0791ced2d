"""Places and shares as pages write them, by the customs of the reader's language."""

from django.utils import translation

from mandates.counting import among_main_tasks, of_main_tasks, ordinal, percent, resolution


def test_places_in_english_are_those_of_the_engine():
    assert [of_main_tasks(6, 11), of_main_tasks(1, 1)] == ["6th of 11 main tasks", "1st of 1 main task"]
    assert [among_main_tasks(2, 14), among_main_tasks(1, 1)] == ["the 2nd of 14 main tasks", "the only main task"]


def test_a_resolution_is_called_the_same_however_it_is_named():
    named = ["S/RES/1509 (2003)", "resolution 1509 (2003)", "S/PRST/2030/4"]
    assert [resolution(name) for name in named] == ["resolution 1509 (2003)", "resolution 1509 (2003)", "S/PRST/2030/4"]


def test_ordinals_and_percent_follow_french():
    assert (ordinal(1), percent(0.42)) == ("1st", "42%")
    with translation.override("fr"):
        assert (ordinal(1), ordinal(6), percent(0.42)) == ("1re", "6e", "42\N{NO-BREAK SPACE}%")
