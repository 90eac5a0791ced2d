"""What a mandate takes beside what is there: lengths are the numbers recorded, and what nobody recorded is not drawn as nought."""

from datetime import date
from types import SimpleNamespace

import pytest

from capacities.coverage import Cell, Coverage, Need, Offer, Row, Verdict
from mandates.drawings import covered

TODAY = date(2030, 7, 1)


def row(*offers: Offer, verdict: Verdict = Verdict.PARTLY, label: str = "network analysis") -> Row:
    cells = tuple(Cell(offer, verdict, f"{offer.title}.") for offer in offers)
    return Row(Need("any", label, ("gangs",)), verdict, "Said.", cells)


def offer(authorized=None, deployed=None, pledged=None, **more) -> Offer:
    return Offer(1, "River police", "formed_police_unit", frozenset(), authorized, deployed, pledged, **more)


def drawn(*rows: Row) -> tuple[covered.Bar, ...]:
    return covered.build(Coverage(rows, ()), (), TODAY).bars


def test_all_bars_are_on_one_scale_and_as_long_as_the_numbers():
    ten, five = drawn(row(offer(10, 6, 2)), row(offer(5, 5)))
    assert (ten.edge, ten.fill, ten.coming, ten.said) == (300, 180, 60, "6 of 10 there, 2 pledged")
    assert (five.edge, five.fill, five.coming, five.said) == (150, 150, 0, "5 of 5 there")


@pytest.mark.parametrize(
    "offers, said, edge",
    [
        ([offer(deployed=12)], "12 there; number authorized not known", 0),
        ([offer(authorized=12)], "12 authorized; number there not known", 300),
        ([offer(9, 9), offer(deployed=3)], "12 there, at least 9 authorized", 0),
        ([offer(9, 9), offer(authorized=3)], "at least 9 there, 12 authorized", 300),
        ([offer(pledged=4)], "4 pledged; number there and authorized not known", 0),
        ([offer()], "no number recorded", 0),
        ([], "no capacity recorded has it", 0),
        ([offer(4, 0)], "0 of 4 there", 300),
    ],
)
def test_what_nobody_recorded_is_said_and_never_drawn_as_nought(offers, said, edge):
    [bar] = drawn(row(*offers))
    assert (bar.said, bar.edge) == (said, edge)


def test_who_is_gone_is_not_there_and_who_is_to_come_is_pledged():
    [gone] = drawn(row(offer(6, 6, available_until=date(2030, 1, 1)), verdict=Verdict.GAP))
    assert (gone.said, gone.fill) == ("0 of 6 there", 0)
    [later] = drawn(row(offer(6, 6, available_from=date(2030, 9, 1)), verdict=Verdict.LATE))
    assert (later.said, later.fill, later.coming) == ("0 of 6 there, 6 pledged", 0, 300)


def test_each_answer_has_a_word_and_a_sign_that_needs_no_colour():
    bars = drawn(*(row(offer(1, 1), verdict=verdict) for verdict in Verdict))
    assert {bar.answer: bar.sign for bar in bars} == {
        "covered": "full",
        "partly covered": "halved",
        "without the language": "halved",
        "late": "halved",
        "not known": "unknown",
        "missing": "empty",
    }


def test_a_partner_is_a_dot_and_what_does_not_fit_is_counted_all_the_same():
    kinds = [SimpleNamespace(label=name, partners=range(n)) for name, n in (("few", 2), ("many", 50), ("none", 0))]
    few, many, none = covered.build(Coverage((), ()), kinds, TODAY).dots
    assert (few.dots, few.said) == ((0, 14), "2 recorded")
    assert (len(many.dots), many.said) == (20, "50 recorded")
    assert (none.dots, none.said) == ((), "none that covers one of these")
