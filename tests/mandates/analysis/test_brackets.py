"""Drafts under negotiation: what stands in square brackets as a whole, and labels such as 5 bis."""

import pytest

from mandates.analysis import brackets, completeness

FRONT = "United Nations S/2031/77\nDraft resolution\nThe Security Council,\nRecalling its resolutions on Karesia,\n"


def numbered(document):
    return [(p.label, p.bracketed) for p in document.numbered()]


def test_a_paragraph_in_brackets_is_bracketed_and_keeps_its_words(parsed):
    document = parsed(FRONT + "1. Welcomes the talks;\n[2. Decides to extend the Mission;]\n3. [Requests a report.]")
    assert numbered(document) == [("1", False), ("2", True), ("3", True)]
    assert [p.text for p in document.numbered()] == [
        "Welcomes the talks;",
        "Decides to extend the Mission;",
        "Requests a report.",
    ]


def test_brackets_round_several_paragraphs_hold_for_each(parsed):
    document = parsed(
        FRONT + "1. Welcomes the talks;\n[2. Decides to extend the Mission:\n(a) to watch;\n(b) to report;\n"
        "3. Requests a plan;]\n4. Decides to remain seized."
    )
    assert [(p.label, p.bracketed) for p in document.operative()] == [
        ("1", False), ("2", True), ("2 (a)", True), ("2 (b)", True), ("3", True), ("4", False),
    ]  # fmt: skip
    assert document.numbered()[2].text == "Requests a plan;"


@pytest.mark.parametrize("text", [
    "[Requests] [Encourages] the Secretary-General to report [every month];",
    "Requests a report by 1 May [S/2031/45] on the talks;",
    "Notes the letter [sic];",
    "Welcomes the visit [and the plan;",
])  # fmt: skip
def test_brackets_round_some_words_make_no_paragraph_bracketed(parsed, text):
    document = parsed(FRONT + f"1. {text}\n2. Decides to remain seized.")
    assert numbered(document) == [("1", False), ("2", False)]
    assert document.numbered()[0].text == text


def test_a_number_in_brackets_is_a_number(parsed):
    document = parsed(FRONT + "1. Welcomes the talks;\n[2.] Decides to extend;\n[3]. Requests a report.")
    assert [p.label for p in document.numbered()] == ["1", "2", "3"]
    assert not document.incomplete


def test_an_item_in_brackets_is_bracketed_alone(parsed):
    document = parsed(
        FRONT
        + "1. Decides that the Mission shall:\n(a) watch;\n[(b) escort convoys;]\n(b) bis patrol;\n(c) [train judges;]\n"
        "(d) report.\n2. Decides to remain seized."
    )
    assert [(p.label, p.bracketed) for p in document.operative()] == [
        ("1", False), ("1 (a)", False), ("1 (b)", True), ("1 (b) bis", False), ("1 (c)", True), ("1 (d)", False),
        ("2", False),
    ]  # fmt: skip
    assert not document.incomplete


def test_bis_ter_and_alt_are_labels_and_leave_no_gap(parsed):
    document = parsed(
        FRONT + "1. Welcomes the talks;\n1 bis. Urges calm;\n1ter. Urges peace;\n[OP2 Decides to extend;]\n"
        "[OP2 alt Decides to end;]\n3. Requests a report."
    )
    assert numbered(document) == [
        ("1", False), ("1 bis", False), ("1 ter", False), ("2", True), ("2 alt", True), ("3", False)
    ]  # fmt: skip
    assert document.incomplete == ()


def test_printed_preambular_numbers_are_labels(parsed):
    document = parsed(
        "United Nations S/2031/77\nThe Security Council,\nPP1. Recalling its resolutions,\n[PP1 bis Noting the talks,]\n"
        "PP2: Welcoming the plan,\nOP1. Decides to remain seized."
    )
    assert [(p.label, p.bracketed) for p in document.preambular()] == [
        ("PP1", False),
        ("PP1 bis", True),
        ("PP2", False),
    ]
    assert document.preambular()[1].text == "Noting the talks,"


def test_a_lost_base_of_bis_is_a_gap(parsed):
    document = parsed(FRONT + "1. Welcomes the talks;\n2 bis. Urges calm;\n3. Requests a report.")
    assert [gap.labels for gap in completeness.gaps(document.paragraphs)] == [("2",)]


# --- the text without them


def labels(document):
    return [(p.label, p.text) for p in document.operative()]


def test_without_brackets_the_rest_keeps_its_labels_and_its_order(parsed):
    document = parsed(
        """
        1. Decides to establish the Mission:
        [(a) To combat trafficking in gold:
        (i) along the border;]
        (b) To protect civilians[, and to report on trafficking in persons];

        [2. Requests the Mission to support the authorities;]

        3. Decides to remain seized of the matter.
        """
    )
    rest = brackets.without(document)
    assert labels(rest) == [
        ("1", "Decides to establish the Mission:"),
        ("1 (b)", "To protect civilians;"),
        ("3", "Decides to remain seized of the matter."),
    ]
    assert [p.index for p in rest.paragraphs] == list(range(len(rest.paragraphs)))
    assert rest.operative()[1].parent == rest.operative()[0].index


def test_a_single_word_in_brackets_is_one_to_choose_from_and_stays(parsed):
    assert brackets.without(parsed("1. [Requests] [Encourages] the Mission to report.")) is None


def test_a_text_without_brackets_has_no_other_reading(parsed):
    assert brackets.without(parsed("1. Requests the Mission to report [S/2031/5].")) is None


BIS = "1. Decides that the Mission shall:\n(a) To watch;\n{item}\n(b) To report.\n2. Decides to remain seized."


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("(a bis) [To combat organized crime;]", "1 (a bis)"),
        ("( a bis ) [To combat organized crime;]", "1 (a bis)"),
        ("[(a bis) To combat organized crime;]", "1 (a bis)"),
        ("[(a bis)] [To combat organized crime;]", "1 (a bis)"),
        ("(a) bis [To combat organized crime;]", "1 (a) bis"),
        ("(a ter) [To combat organized crime;]", "1 (a ter)"),
    ],
)
def test_an_item_set_in_between_is_bracketed_with_its_words(parsed, item, label):
    document = parsed(FRONT + BIS.format(item=item))
    assert [(p.label, p.bracketed) for p in document.operative()] == [
        ("1", False), ("1 (a)", False), (label, True), ("1 (b)", False), ("2", False),
    ]  # fmt: skip
    assert document.operative()[2].text == "To combat organized crime;"
    assert [label for label, _ in labels(brackets.without(document))] == ["1", "1 (a)", "1 (b)", "2"]


def test_a_roman_item_set_in_between_is_bracketed_too(parsed):
    document = parsed(
        FRONT
        + "1. Decides that the Mission shall:\n(a) Protect, in particular by:\n(i) patrols;\n(i bis) [raids on smugglers;]\n"
        "(ii) talks;\n(b) report.\n2. Decides to remain seized."
    )
    assert [p.label for p in document.operative() if p.bracketed] == ["1 (a) (i bis)"]
    assert not document.incomplete


@pytest.mark.parametrize(
    "text",
    [
        "[To combat organized crime;] [Alt: To support the police;]",
        "[To combat organized crime;] or [To support the police;]",
        "[To combat organized crime;] Alt: [To support the police;]",
        "Option 1: [To combat organized crime;] Option 2: [To support the police;]",
        "[To combat organized crime;]\n[Alt. To support the police;]",
        "[To combat [organized] crime;] / [To support the police;]",
        "[To combat organized crime;] [Delete]",
    ],
)
def test_alternatives_side_by_side_make_an_item_bracketed_as_a_whole(parsed, text):
    document = parsed(FRONT + BIS.format(item=f"(a bis) {text}"))
    item = document.operative()[2]
    assert item.bracketed and item.text == text
    assert [label for label, _ in labels(brackets.without(document))] == ["1", "1 (a)", "1 (b)", "2"]


def test_alternatives_that_leave_words_between_them_make_no_item_bracketed(parsed):
    document = parsed(FRONT + BIS.format(item="(a bis) [To fight crime,] and to report on gold[, and on timber];"))
    assert not document.operative()[2].bracketed
    assert labels(brackets.without(document))[2] == ("1 (a bis)", "and to report on gold;")


@pytest.mark.parametrize(
    "text", ["To [combat organized crime;] [support the police;]", "To [[combat] organized crime];"]
)
def test_no_emptied_item_is_left_behind_with_what_stands_below_it(parsed, text):
    document = parsed(FRONT + BIS.format(item=f"(a bis) {text}\n(i) along the border;"))
    assert [label for label, _ in labels(brackets.without(document))] == ["1", "1 (a)", "1 (b)", "2"]


def test_an_emptied_preambular_paragraph_is_gone_too(parsed):
    document = parsed(
        "The Security Council,\nPP1 [Noting the talks,] [Welcoming the plan,]\nPP2 Recalling its plan,\nOP1 Urges calm."
    )
    assert [p.label for p in brackets.without(document).paragraphs] == ["PP2", "1"]
