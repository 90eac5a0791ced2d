"""The formula: what earns points, and that the printed points add up to the score."""

from datetime import date

from mandates.precedents import ranking
from mandates.precedents.ranking import Asked, Candidate

GOOD = Candidate(
    pk=1,
    mandate=1,
    place="own_task",
    strength=5,
    year=2030,
    mission="UNMINA",
    crime_types=frozenset({"gangs", "extortion"}),
    task_kinds=frozenset({"law_enforcement"}),
    with_terrorism=False,
    names_police=True,
    names_partners=False,
    fate="held",
    words="to fight gangs",
    adopted=date(2030, 5, 3),
    yes=15,
    no=0,
    abstaining=0,
    without_vote=False,
)
ASKED = Asked(
    frozenset({"gangs", "extortion"}), frozenset({"law_enforcement"}), {"UNMINA": "mission", "UNOKE": "region"}
)


def changed(**fields) -> Candidate:
    values = {name: getattr(GOOD, name) for name in Candidate.__slots__}
    return Candidate(**{**values, "pk": 2, **fields})


def points(candidate: Candidate, asked: Asked = ASKED) -> dict[str, int]:
    """By name, in the company of GOOD, whose year is the newest."""
    found = {r.candidate.pk: r for r in ranking.rank([GOOD, candidate], asked)}
    return {point.name: point.points for point in found[candidate.pk].points}


def test_what_fits_in_every_way_has_all_hundred_points():
    (best,) = ranking.rank([GOOD], ASKED)
    assert (best.score, best.of) == (100, 100)


def test_the_printed_points_add_up_to_the_score():
    for candidate in (changed(place="clause", strength=2), changed(year=2001, no=1, fate="dropped")):
        ranked = next(r for r in ranking.rank([GOOD, candidate], ASKED) if r.candidate.pk == 2)
        assert ranked.score == sum(points(candidate).values()) < 100


def test_language_on_the_same_crime_goes_before_any_other_on_another():
    elsewhere = changed(crime_types=frozenset({"piracy"}))
    same = changed(
        pk=3,
        place="mission",
        strength=3,
        mission="UNOKE",
        year=2014,
        abstaining=2,
        fate="dropped",
        task_kinds=frozenset(),
    )
    assert [r.candidate.pk for r in ranking.rank([elsewhere, same], ASKED)] == [3, 2]


def test_types_that_are_not_asked_for_count_against_it():
    wide = changed(crime_types=frozenset({"gangs", "extortion", "piracy", "waste"}))
    assert points(wide)["crime type"] == 27  # 2 × 2 / (2 + 4) of 40


def test_a_task_goes_before_a_paragraph_outside_the_list_a_clause_and_what_others_are_asked():
    places = ["own_task", "mission", "clause", "others", "preamble"]
    earned = [points(changed(place=place))["place"] for place in places]
    assert earned == sorted(earned, reverse=True) and len(set(earned)) == 5
    assert [points(changed(place=place))["addressee"] for place in places] == [5, 5, 5, 0, 0]


def test_a_nearer_mission_a_newer_text_and_a_better_vote_earn_more():
    assert points(changed(mission="UNOKE"))["mission"] == 4
    assert points(changed(mission="UNFAR"))["mission"] == 0
    assert points(changed(year=2022))["recency"] == 3
    assert points(changed(year=1960))["recency"] == 0
    assert points(changed(year=None))["recency"] == 0
    assert points(changed(abstaining=3))["vote"] == 2
    assert points(changed(no=1))["vote"] == 0
    assert points(changed(yes=None))["vote"] == 0
    assert points(changed(yes=0, without_vote=True))["vote"] == 5
    assert points(changed(fate="not_known"))["later texts"] == 5
    assert points(changed(fate="dropped"))["later texts"] == 0
    assert points(changed(strength=None))["verb"] == 0


def test_what_was_not_asked_for_is_left_out_of_the_sum():
    (only,) = ranking.rank([GOOD], Asked())
    assert (only.score, only.of) == (40, 40)
    assert not {"crime type", "task kind", "mission"} & {point.name for point in only.points}


def test_of_equal_ones_the_newer_text_stands_first():
    older = changed(year=2028)
    newer = changed(pk=3, year=2029)
    assert [r.candidate.pk for r in ranking.rank([older, newer], Asked())] == [3, 2]
