"""Damaged texts: a number, a paragraph or the end is gone, the rest stands."""

import random

from evaluation.mutations import mutations, noticed

SOURCE = (
    "United Nations\nS/RES/2990 (2031)\nThe Security Council,\nRecalling its resolutions on Karesia,\n"
    "1. Decides to extend the Mission;\n2. Requests a report;\n3. Decides to remain seized of the matter.\n"
)


def test_each_kind_of_damage_is_done_and_noticed():
    made = list(mutations(SOURCE, "made.txt", random.Random(1), numbers=3, cuts=2))
    assert [m.kind for m in made].count("number") == [m.kind for m in made].count("paragraph") == 3
    by_number = {m.where: m.source for m in made if m.kind == "number"}
    assert by_number["2"] == SOURCE.replace("2. Requests", "Requests")
    assert SOURCE.replace("2. Requests a report;\n", "") in [m.source for m in made if m.kind == "paragraph"]
    assert all(SOURCE.startswith(m.source) for m in made if m.kind == "cut")
    assert all(noticed(m, "made.txt") for m in made)


def test_a_text_that_is_incomplete_already_is_not_damaged():
    assert list(mutations(SOURCE.replace("2. ", ""), "made.txt", random.Random(1))) == []
