"""What a text lacks is told; what may stand as it does is not."""

import pytest

from mandates.analysis import wording
from mandates.analysis.values import Gap, Missing

FRONT = "S/RES/2999 (2031)\nThe Security Council,\nRecalling its resolutions on Karesia,\n"
WHOLE = (
    FRONT
    + """1. Decides to extend the mandate of the Mission until 1 May 2032;
2. Requests the Secretary-General:
(a) to send a team;
(b) to report on its work; and
(c) to set out a plan;
3. Also requests a report every six months;
4. Decides to remain seized of the matter."""
)


def told(document):
    return [(gap.missing, gap.labels) for gap in document.incomplete]


def test_a_whole_text_lacks_nothing(parsed):
    assert parsed(WHOLE).incomplete == ()


@pytest.mark.parametrize("number", ["1", "2", "3", "4"])
def test_a_number_that_is_gone_is_told(parsed, number):
    assert (Missing.NUMBER, (number,)) in told(parsed(WHOLE.replace(f"\n{number}. ", "\n")))


@pytest.mark.parametrize("number", ["1", "2", "3"])
def test_a_paragraph_that_is_gone_is_told(parsed, number):
    lines = WHOLE.split("\n")
    begin = next(i for i, line in enumerate(lines) if line.startswith(f"{number}. "))
    end = next(i for i, line in enumerate(lines) if line.startswith(f"{int(number) + 1}. "))
    assert (Missing.NUMBER, (number,)) in told(parsed("\n".join(lines[:begin] + lines[end:])))


def test_the_last_paragraph_gone_is_told_as_the_end(parsed):
    assert told(parsed(WHOLE.rsplit("\n", 1)[0])) == [(Missing.END, ())]


def test_many_numbers_gone_are_told_and_what_follows_is_read(parsed):
    paragraphs = [f"{n}. Requests a report on matter {n};" for n in range(1, 20)]
    document = parsed(
        FRONT + "\n".join(paragraphs[:3] + paragraphs[10:]) + "\n20. Decides to remain seized of the matter."
    )
    assert told(document) == [(Missing.NUMBER, ("4", "5", "6", "7", "8", "9", "10"))]
    assert document.numbered()[-1].label == "20"


def test_a_text_cut_anywhere_after_its_opening_is_told(parsed):
    begin = WHOLE.index("Recalling") + 1
    assert [at for at in range(begin, len(WHOLE) - 1) if not parsed(WHOLE[:at]).incomplete] == []


@pytest.mark.parametrize(
    ("item", "label"), [("(a) to send a team;\n", "2 (a)"), ("(b) to report on its work; and\n", "2 (b)")]
)
def test_an_item_that_is_gone_from_a_list_is_told(parsed, item, label):
    assert told(parsed(WHOLE.replace(item, ""))) == [(Missing.ITEM, (label,))]


def test_letters_that_run_on_over_paragraphs_lack_nothing(parsed):
    document = parsed(
        FRONT
        + "1. Decides to watch:\n(a) the ports;\n(b) the roads;\n2. Decides also to help with\n(c) the courts;\n3. Decides to remain seized."
    )
    assert document.incomplete == ()


def test_a_text_without_numbers_may_be_whole(parsed):
    document = parsed(FRONT + "Decides to extend the stay of the Force until 1 May 2032.")
    assert document.incomplete == ()
    assert not document.numbers_paragraphs


def test_a_list_of_persons_may_close_a_text(parsed):
    document = parsed(
        FRONT + "Forwards the following nominations:\nMs. Ana Anders (Karesia)\nMr. Bo Berg (United Veldia)"
    )
    assert document.incomplete == ()


def test_a_text_without_operative_part_is_told(parsed):
    assert told(parsed(FRONT + "Welcoming the talks,")) == [(Missing.OPERATIVE_PART, ())]


def test_a_statement_has_no_operative_part_to_miss(parsed):
    document = parsed(
        "S/PRST/2031/4\nStatement by the President of the Security Council\n“The Security Council expresses concern.”"
    )
    assert document.incomplete == ()


def test_parts_that_number_anew_lack_nothing(parsed):
    document = parsed(
        FRONT
        + "A\n1. Welcomes the talks;\n2. Urges calm;\nB\nNoting the report,\n1. Requests a plan;\n2. Decides to remain seized."
    )
    assert document.incomplete == ()
    assert [p.label for p in document.numbered()] == ["1", "2", "B 1", "B 2"]


def test_an_annex_that_breaks_off_is_told(parsed):
    document = parsed(WHOLE + "\nAnnex\nThe goods that are meant are weapons, vehicles and the")
    assert told(document) == [(Missing.END, ())]


@pytest.mark.parametrize(("gap", "said"), [
    (Gap(Missing.NUMBER, ("12",), 3), "The number of paragraph 12 is missing."),
    (Gap(Missing.ITEM, ("8 (c)", "8 (d)"), 3), "Items 8 (c) and 8 (d) are missing."),
    (Gap(Missing.END, (), 3), "The text breaks off before its end."),
    (Gap(Missing.OPERATIVE_PART, (), None), "The text has no operative part."),
])  # fmt: skip
def test_a_gap_is_a_sentence(gap, said):
    assert wording.gap(gap) == said


@pytest.mark.parametrize("end", ["; 2.", " of Mr.", " as in No.", " of 10.5"])
def test_a_stop_that_ends_no_sentence_ends_no_text(parsed, end):
    assert (Missing.END, ()) in told(parsed(FRONT + "1. Decides to extend the mandate" + end))
