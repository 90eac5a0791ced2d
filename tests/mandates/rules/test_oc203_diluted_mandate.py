import pytest

HEAD = """    The Security Council,

    Recalling its previous resolutions on the situation in Karesia,

    1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

    (a) To support the police against the smuggling of gold;

    (b) Mines

"""
TAIL = "\n    2. Decides to remain seized of the matter.\n"


@pytest.mark.parametrize(("tasks", "fires"), [(40, False), (41, True)])
def test_forty_individual_tasks_are_the_limit_unless_the_policy_says_otherwise(review, tasks, fires):
    items = "".join(f"    ({n}) To clear mines in district {n};\n\n" for n in range(1, tasks))
    made = review(HEAD + items + TAIL)
    assert len(made.reading.leaf_tasks) == tasks
    assert ("OC203" in {f.code for f in made.findings}) is fires


def test_dilution_is_advice_and_flags_nothing(review):
    items = "".join(f"    ({n}) To clear mines in district {n};\n\n" for n in range(1, 60))
    made = review(HEAD + items + TAIL)
    assert made.flagged == "no"
    assert [f.severity for f in made.findings if f.code == "OC203"] == ["low"]
