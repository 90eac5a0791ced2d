from datetime import date

import pytest


@pytest.mark.parametrize(
    ("words", "until", "months"),
    [
        ("extend the mandate of UNMKA until 30 June 2031", date(2031, 6, 30), None),
        ("extend the mandate of UNMKA for a further period of six months", None, 6),
        ("extend the mandate of UNMKA for a period of one year, ending on 1 May 2032", date(2032, 5, 1), None),
        ("establish UNMKA for an initial period of 12 months", None, 12),
        ("renew for one year the mandate of UNMKA", None, 12),
        ("extend the mandate of UNMKA for up to nine months", None, 9),
        ("extend the mandate of UNMKA until June 30, 2031", date(2031, 6, 30), None),
        (
            "establish UNMKA until 30 June 2031 and to consider whether to continue it by 1 May 2032",
            date(2031, 6, 30),
            None,
        ),
        ("extend the mandate of UNMKA until [31 March] [30 June] 2032", date(2032, 3, 31), None),
        ("extend the mandate of UNMKA until [30 June 2032] [31 December 2031]", date(2031, 12, 31), None),
        ("extend the mandate of UNMKA for a period of [twelve] [six] months", None, 6),
        ("extend the mandate of UNMKA for [12 months]", None, 12),
        ("extend the mandate of UNMKA until 31 February 2031", None, None),
    ],
)
def test_the_end_or_the_length_of_a_mandate(block, words, until, months):
    term = block(f"1. Recalls 30 May 2001;\n2. Decides to {words};\n3. Requests.").term
    assert (term.until if term else None, term.months if term else None) == (until, months)


def test_the_date_of_a_report_is_no_term(block):
    assert block("1. Requests the Secretary-General to report on UNMKA by 30 June 2031;\n2. Requests.").term is None


def test_a_term_may_be_of_days_or_weeks(block):
    last = block("1. Decides to renew the mandate of UNMKA for a final period of 30 days;\n2. Requests.").term
    first = block("1. Decides to establish UNMKA for two weeks;\n2. Requests.").term
    assert (last.days, last.months, first.days) == (30, None, 14)


@pytest.mark.parametrize(
    "words",
    [
        "Decides that the mandate of UNMKA, given the season, will be for a period of nine months and may be extended by two months",
        "Decides that UNMKA is established for nine months, and will continue for twelve months only on the advice of a panel",
        "Decides to extend the present mandate for nine months",
        "Decides to renew the mandate of the Force for nine months",
    ],
)
def test_a_term_may_be_said_of_a_mandate_or_without_its_name(block, words):
    assert block(f"1. {words};\n2. Decides that the mandate of UNMKA shall be to watch the border.").term.months == 9


def test_a_text_without_a_mission_has_no_term(block):
    read = block(
        "1. Decides to extend the mandate of the Panel of Experts for a period of 13 months;\n2. Requests.",
        front="The Security Council,\nRecalling its resolution 2950 (2029),\n",
    )
    assert read.mission is None and read.term is None
