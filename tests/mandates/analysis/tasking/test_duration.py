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
        ("extend the mandate of UNMKA until 31 February 2031", None, None),
    ],
)
def test_the_end_or_the_length_of_a_mandate(block, words, until, months):
    term = block(f"1. Recalls 30 May 2001;\n2. Decides to {words};\n3. Requests.").term
    assert (term.until if term else None, term.months if term else None) == (until, months)


def test_the_date_of_a_report_is_no_term(block):
    assert block("1. Requests the Secretary-General to report on UNMKA by 30 June 2031;\n2. Requests.").term is None
