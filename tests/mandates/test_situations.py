"""Which regimes stand beside a text: what came before it and is known to hold on its day, and nothing that is not known."""

from datetime import date

import pytest

from mandates import situations

RECORD = {
    "name": "Karesia",
    "status": "in_force",
    "established_by": "S/RES/2901 (2027)",
    "as_of": date(2029, 3, 1),
    "measures_until": date(2030, 3, 1),
    "on_crime": [
        {"kind": "criterion", "citation": "S/RES/2901 (2027), paragraph 4", "crime_types": ["drug_trafficking"]},
        {"kind": "criterion", "citation": "S/RES/2990 (2029), paragraph 2", "crime_types": ["gangs"]},
        {"kind": "measure", "citation": "S/RES/2901 (2027), paragraph 9", "crime_types": ["wildlife"]},
    ],
    "panel": {
        "name": "Panel of Experts on Karesia",
        "established_by": "S/RES/2950 (2028)",
        "mandate_until": date(2030, 4, 1),
        "access": "S/RES/2990 (2029), paragraph 7",
    },
}


def beside(day: date | None, number: int | None = None, **changed):
    return situations.regimes([{**RECORD, **changed}], day, number)


def test_beside_a_draft_stands_all_that_is_known_of_the_day():
    [regime] = beside(date(2029, 12, 1))
    assert [c.crime_types for c in regime.criteria] == [("drug_trafficking",), ("gangs",)]
    assert (regime.panel.name, regime.panel.access) == ("Panel of Experts on Karesia", "S/RES/2990 (2029), paragraph 7")


def test_beside_an_adopted_text_stands_what_was_decided_before_it():
    assert beside(date(2027, 5, 1), 2901) == ()
    [first] = beside(date(2027, 9, 1), 2910)
    assert ([c.crime_types for c in first.criteria], first.panel) == ([("drug_trafficking",)], None)
    [later] = beside(date(2028, 9, 1), 2960)
    assert later.panel.access == ""


def test_beyond_the_last_day_that_is_known_nothing_stands():
    assert beside(date(2030, 4, 1))
    assert beside(date(2030, 4, 2)) == ()
    assert beside(date(2030, 12, 31), panel={**RECORD["panel"], "budgeted_for": 2030})
    assert beside(None) == ()


@pytest.mark.parametrize(
    ("changed", "day", "stands"),
    [
        ({"status": "ended", "ended": date(2029, 6, 1)}, date(2029, 5, 31), True),
        ({"status": "ended", "ended": date(2029, 6, 1)}, date(2029, 6, 1), False),
        ({"status": "ended"}, date(2029, 5, 31), False),
        ({"status": "unknown"}, date(2029, 3, 1), True),
        ({"status": "unknown"}, date(2029, 3, 2), False),
        ({"to_verify": True}, date(2029, 3, 1), False),
    ],
)
def test_what_has_ended_or_is_not_known_or_not_verified_does_not_stand(changed, day, stands):
    assert bool(beside(day, **changed)) is stands


def test_a_panel_of_which_the_beginning_is_not_known_stands_beside_drafts_alone():
    panel = {"name": "Panel of Experts on Karesia", "budgeted_for": 2030}
    assert beside(date(2030, 2, 1), panel=panel)[0].panel
    assert beside(date(2030, 2, 1), 3010, panel=panel)[0].panel is None
    assert beside(date(2030, 2, 1), panel=None)[0].panel is None
