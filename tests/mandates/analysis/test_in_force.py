"""From a text that renews tasks to the one that states them, through extensions, in circles and out of them."""

from dataclasses import replace

import pytest

from mandates.analysis import in_force, tasks
from mandates.analysis.values import CrimeReading, MissionName, Reading

LIST = "1. Decides that the mandate of UNMKA shall include the following {tier}tasks:\n(a) to watch;\n(b) to report;"
PROSE = (
    "1. Decides to extend the stay of UNMKA until May 2031 and that the mandate of UNMKA shall be to guard the harbour;"
)
RENEWS = "1. Decides to extend the mandate of UNMKA, as set out in resolution {source}, until May 2031;"
ALONE = "1. Decides to extend the mandate of UNMKA until May 2031;"
RECALLS = "Recalling its resolution {source},"


@pytest.fixture
def text(parsed):
    def make(number: int, operative: str, preamble: str = "Concerned,") -> Reading:
        body = f"The Security Council,\n{preamble}\n{operative}\n2. Requests UNMKA to look after the mandate of UNMKA;"
        document = replace(parsed(body), symbol=f"S/RES/{number} (2030)")
        return Reading(document, tasks.read(document), CrimeReading({}, ()))

    return make


def found(reading: Reading, *held: Reading):
    source = in_force.find(
        reading.document, reading.tasks.missions[0], {other.document.symbol: other for other in held}
    )
    return source and (source.symbol, source.through)


def test_the_named_text_is_shown(text):
    assert found(text(3003, RENEWS.format(source="3001 (2030)")), text(3001, LIST.format(tier=""))) == (
        "S/RES/3001 (2030)",
        (),
    )


def test_an_extension_of_an_extension_is_followed_to_the_list(text):
    second = text(3002, RENEWS.format(source="3001 (2030)"))
    third = text(3003, RENEWS.format(source="3002 (2030)"))
    assert found(text(3004, RENEWS.format(source="3003 (2030)")), text(3001, LIST.format(tier="")), second, third) == (
        "S/RES/3001 (2030)",
        ("S/RES/3003 (2030)", "S/RES/3002 (2030)"),
    )


def test_texts_that_name_each_other_end_the_search(text):
    one, other = text(3001, RENEWS.format(source="3002 (2030)")), text(3002, RENEWS.format(source="3001 (2030)"))
    assert found(one, one, other) is None
    assert found(text(3003, RENEWS.format(source="3003 (2030)")), one, other) is None


def test_where_no_source_is_named_the_latest_earlier_text_with_tasks_counts(text):
    held = [text(n, LIST.format(tier="")) for n in (2990, 2995, 3010)] + [text(2999, ALONE)]
    assert found(text(3003, ALONE), *held) == ("S/RES/2995 (2030)", ())


def test_a_source_that_is_named_and_not_held_is_not_replaced_by_another(text):
    assert found(text(3003, RENEWS.format(source="3001 (2030)")), text(2990, LIST.format(tier=""))) is None


def test_a_source_that_is_only_recalled_and_not_held_is_replaced_by_the_latest(text):
    reading = text(3003, ALONE, RECALLS.format(source="2980 (2030)"))
    assert reading.tasks.missions[0].tasks_by_reference == "resolution 2980 (2030)"
    assert found(reading, text(2990, LIST.format(tier=""))) == ("S/RES/2990 (2030)", ())


def test_a_text_that_only_adds_tasks_is_passed_over(text):
    added = text(2995, LIST.format(tier="additional "))
    prose = text(2996, PROSE)
    whole = text(2990, LIST.format(tier=""))
    assert found(text(3003, ALONE), added, prose, whole) == ("S/RES/2990 (2030)", ())
    assert found(text(3003, ALONE), added, prose) == ("S/RES/2996 (2030)", ())


def test_another_missions_text_is_never_offered(text):
    other = text(2990, LIST.format(tier="").replace("UNMKA", "UNOZA"))
    assert found(text(3003, ALONE), other) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("UNMKA", "United Nations Mission in Karesia"), ("UNMKA", ""), True),
        (("", "United Nations Disarmament Watch Force"), ("UNDWF", ""), True),
        (("UNIFIK", ""), ("", "United Nations Interim Force in Karesia"), True),
        (("UNMKA", ""), ("", "United Nations Interim Force in Karesia"), False),
        (("UNMKA", "A Force"), ("UNOZA", "A Force"), False),
        (("", "A Force"), ("", "a force"), True),
    ],
)
def test_a_mission_is_known_by_acronym_name_or_initials(one, other, same):
    assert in_force.same(*(MissionName(acronym, name, True, ()) for acronym, name in (one, other))) is same
    assert not in_force.same(None, None)


def test_a_draft_renews_no_tasks_of_a_resolution_of_later_years(text):
    draft = text(3003, ALONE)
    held = [text(n, LIST.format(tier="")) for n in (2990, 2995)]
    for symbol, source in (("S/2029/12", None), ("S/2030/12", "S/RES/2995 (2030)")):
        drafted = replace(draft, document=replace(draft.document, symbol=symbol))
        shown = in_force.find(drafted.document, drafted.tasks.missions[0], {h.document.symbol: h for h in held})
        assert (shown and shown.symbol) == source
