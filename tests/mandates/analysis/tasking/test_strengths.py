import pytest

from mandates.analysis.values import Strength, StrengthKind, police_of


def numbers(block, words):
    return {s.kind.value: s.number for s in block(f"1. Decides that UNMKA shall {words};\n2. Requests.").strengths}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "comprise up to 11,650 military personnel, including 169 military observers, and 2,080 police personnel, including 400 individual police officers",
            {"military": 11650, "military_observers": 169, "police": 2080, "individual_police": 400},
        ),
        (
            "have 1,400 formed police unit personnel and 108 corrections officers",
            {"formed_police": 1400, "corrections": 108},
        ),
        ("have up to eighty-eight military observers", {"military_observers": 88}),
        ("consist of 5,500 uniformed personnel and 50 civilian personnel", {"uniformed": 5500, "civilian": 50}),
        ("keep a troop ceiling of 17,000", {"military": 17000}),
        ("open two police stations", {}),
        ("be joined by three infantry companies and two military contingents", {}),
        ("have 850 infantry", {"military": 850}),
        ("have three formed police units of up to 160 officers each", {"formed_police": 480}),
        ("have two formed police units, each of 140", {"formed_police": 280}),
    ],
)
def test_each_kind_of_strength_is_read(block, words, expected):
    assert numbers(block, words) == expected


def test_the_level_counts_and_not_the_change(block):
    read = block(
        "1. Decides to raise UNMKA by up to 9,000 troops;\n2. Decides that UNMKA shall have 4,000 troops;\n3. Requests."
    )
    assert [(s.kind, s.number) for s in read.strengths] == [(StrengthKind.MILITARY, 4000)]


def test_the_dead_that_are_mourned_are_no_strength(block):
    assert block("1. Condemns the murder of 12 police officers of UNMKA;\n2. Requests.").strengths == ()


def test_where_no_total_is_stated_the_police_are_the_sum_of_their_kinds(block):
    read = block(
        "1. Decides that UNMKA shall have 400 individual police officers and 980 formed police personnel;\n2. Requests."
    )
    assert read.police_authorized == 1380


@pytest.mark.parametrize(
    ("words", "police"),
    [
        ("391 police trainers and 750 personnel of formed police units", 1141),
        ("750 personnel of formed police units and 391 police trainers", 1141),
        ("350 individual police officers and 3 formed police units of 160 each", 830),
        ("2,080 police, of whom 980 formed police personnel", 2080),
        ("2,080 police, including 400 individual police officers and 980 formed police personnel", 2080),
        ("60 formed police personnel who will replace 60 police", 60),
        ("980 formed police personnel and 400 individual police officers, a total of 1,380 police", 1380),
    ],
)
def test_the_police_are_all_that_the_text_authorizes(block, words, police):
    assert block(f"1. Decides that UNMKA shall have {words};\n2. Requests.").police_authorized == police


@pytest.mark.parametrize("apart", [True, False])
def test_no_part_is_larger_than_the_whole_whatever_was_read(apart):
    whole = Strength(StrengthKind.POLICE, 391, 3, "3", apart)
    assert police_of((whole, Strength(StrengthKind.FORMED_POLICE, 1050, 5, "5"))) == 1441


def test_a_ceiling_lowered_to_a_number_counts_and_what_it_falls_by_further_does_not(block):
    words = "have its troop ceiling lowered, the troop ceiling to 2,100 until May, and then lose strength by a further 300 troops"
    assert numbers(block, words) == {"military": 2100}
