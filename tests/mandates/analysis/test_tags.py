"""Drafts as negotiators circulate them: every paragraph called by a tag, in whatever shape they type it."""

import pytest

from mandates.analysis import pipeline, read, structure, tags
from tests.mandates.analysis.reading.word_files import paragraph, word_file

PP = ("Recalling its resolutions on Karesia,", "Alarmed by the trade in stolen amber,", "Noting the talks in Veldana,")
OP = (
    "Decides to extend the mandate of the Mission in Karesia until 1 May 2032;",
    "Requests the Mission to support the police of Karesia;",
    "Calls upon all parties to lay down their arms;",
    "Decides to remain seized of the matter.",
)
PLAIN = [*zip(("PP1", "PP1 bis", "PP2"), PP, strict=True), *zip(("1", "2", "2 bis", "3"), OP, strict=True)]
TAGS = (("PP", "1"), ("PP", "1 bis"), ("PP", "2"), ("OP", "1"), ("OP", "2"), ("OP", "2 bis"), ("OP", "3"))


def draft(shape: str, between: str = "\n", opening: str = "The Security Council,") -> str:
    """A draft of three preambular and four operative paragraphs; ``shape`` says how a tag and its paragraph stand."""
    lines = [
        shape.format(part=part, number=number, joined=number.replace(" ", ""), text=text)
        for (part, number), text in zip(TAGS, (*PP, *OP), strict=True)
    ]
    return between.join([opening, *lines] if opening else lines)


def labelled(source: str) -> list[tuple[str, str]]:
    return [(p.label, p.text) for p in structure.parse(read.read(source.encode())).paragraphs]


SHAPES = [
    "{part}{number} {text}", "{part}{number}. {text}", "{part}{number}: {text}", "{part} {number} {text}",
    "{part} {number}. {text}", "{part}{joined} {text}", "{part}{joined}. {text}", "({part}{number}) {text}",
    "({part}{number}). {text}", "[{part}{number}] {text}", "[{part}{number}.] {text}", "[{part}{number}]. {text}",
    "{part}{number}) {text}", "{part}{number} – {text}", "{part}.{number} {text}", "{part}{number}.{text}",
    "[({part}{number})] {text}", "{part}-{number} {text}", "{part}{number}/ {text}", "{part}{number} | {text}", "{part}{number} (new) {text}", "NEW {part}{number}: {text}",
]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("between", ["\n", "\n\n", " "], ids=["lines", "spaced", "one line"])
def test_a_tag_labels_the_paragraph_that_it_stands_before(shape, between):
    assert labelled(draft(shape, between)) == PLAIN


@pytest.mark.parametrize(
    "tag", ["{part}{number}", "{part}{number}.", "({part}{number})", "[{part}{number}.]", "{part} {number}:"]
)
@pytest.mark.parametrize(("below", "between"), [("\n", "\n"), ("\n", "\n\n"), ("\n\n", "\n\n")])
def test_a_tag_on_a_line_of_its_own_labels_the_paragraph_below(tag, below, between):
    assert labelled(draft(f"{tag}{below}{{text}}", between)) == PLAIN


@pytest.mark.parametrize("shape", ["{part}{number} {text}", "({part}{number}) {text}", "{part}{number}.\n{text}"])
def test_tagged_paragraphs_are_read_without_the_opening_words_too(shape):
    assert labelled(draft(shape, opening="")) == PLAIN


def test_tags_of_several_shapes_stand_beside_numbers_and_beside_nothing():
    assert labelled(
        "The Security Council,\nPP1 Recalling its resolutions on Karesia,\nNoting the talks in Veldana,\n"
        "(PP3)\nMindful of the drought,\n1. Decides to extend the Mission;\nOP2 Requests a report, and for that purpose:\n"
        "(a) visits to the border;\n(b) talks with the parties;\n[OP2 bis.] Welcomes the plan;\n3. Urges calm;\n"
        "OP4\nDecides to remain seized."
    ) == [
        ("PP1", "Recalling its resolutions on Karesia,"),
        ("PP2", "Noting the talks in Veldana,"),
        ("PP3", "Mindful of the drought,"),
        ("1", "Decides to extend the Mission;"),
        ("2", "Requests a report, and for that purpose:"),
        ("2 (a)", "visits to the border;"),
        ("2 (b)", "talks with the parties;"),
        ("2 bis", "Welcomes the plan;"),
        ("3", "Urges calm;"),
        ("4", "Decides to remain seized."),
    ]


@pytest.mark.parametrize(
    "both", ["{n}. [OP{n}]", "{n}. (OP{n})", "OP{n}. {n}.", "[OP{n}] {n}.", "{n}. OP{n}:", "O.P. {n}."]
)
def test_a_tag_and_a_number_side_by_side_call_one_paragraph(both):
    first, second = both.format(n=1), both.format(n=2)
    assert labelled(f"The Security Council,\nP.P. 1 Noting the talks,\n{first} Decides so;\n{second} Urges calm.") == [
        ("PP1", "Noting the talks,"),
        ("1", "Decides so;"),
        ("2", "Urges calm."),
    ]


def test_the_tags_of_a_preamble_leave_plain_numbers_and_bare_paragraphs_as_they_are():
    preamble = "The Security Council,\nPP1. Recalling its resolutions,\nPP2. Noting the talks,\n"
    assert [label for label, _ in labelled(f"{preamble}1. Decides to extend;\n2. Requests a report.")] == [
        "PP1", "PP2", "1", "2",
    ]  # fmt: skip
    assert [label for label, _ in labelled(f"{preamble}Decides to remain seized of the matter.")] == ["PP1", "PP2", "1"]


def test_an_operative_tag_opens_its_paragraph_whatever_number_went_before():
    assert [label for label, _ in labelled(
        "The Security Council,\nPP1 Noting the talks,\nOP1 Decides to extend;\nOP9 Entrusts Karesia with the plan;\n"
        "OP4 (moved) Requests a report."
    )] == ["PP1", "1", "9", "4"]  # fmt: skip


def test_a_tag_set_before_each_item_opens_no_paragraph_anew():
    assert [label for label, _ in labelled(
        "The Security Council,\nOP1 Decides so;\nOP2 Decides that the Mission shall:\nOP2 (a) To watch;\n"
        "OP2 (b) To report:\n(i) on gold;\nOP3 Urges calm."
    )] == ["1", "2", "2 (a)", "2 (b)", "2 (b) (i)", "3"]  # fmt: skip


def test_a_preambular_tag_that_comes_late_is_preambular_still():
    assert labelled(
        "The Security Council,\nPP1 Noting the talks,\nOP1 Decides so;\nPP2 Recalling its plan,\nOP2 Urges calm."
    )[2:] == [("PP2", "Recalling its plan,"), ("2", "Urges calm.")]


def test_wrapped_lines_under_tags_are_joined():
    assert labelled(
        "The Security Council,\n\nPP1\n  Recalling its resolutions on Karesia, and the\n  statements of its President on "
        "the trade in\n  stolen amber,\n\nOP1\n  Decides to extend the mandate of the Mission in\n  Karesia until 1 May "
        "2032, as its mandate is set\n  out in earlier resolutions;\n\nOP2\n  Decides to remain seized of the matter.\n"
    ) == [
        (
            "PP1",
            "Recalling its resolutions on Karesia, and the statements of its President on the trade in stolen amber,",
        ),
        (
            "1",
            "Decides to extend the mandate of the Mission in Karesia until 1 May 2032, as its mandate is set out in earlier "
            "resolutions;",
        ),
        ("2", "Decides to remain seized of the matter."),
    ]


def test_many_tags_on_one_line_cost_no_more_than_its_length():
    document = structure.parse(read.read(f"The Security Council, {'OP1 Urges calm; ' * 20_000}".encode()))
    assert len(document.numbered()) == 20_000


def test_a_tag_that_ended_up_on_the_line_before_still_heads_its_paragraph():
    assert labelled(
        "The Security Council,\nPP1 Noting the talks, PP2\nRecalling its plan,\nOP1\nUrges calm;\nOP2\nOP3\nDecides so."
    ) == [
        ("PP1", "Noting the talks,"),
        ("PP2", "Recalling its plan,"),
        ("1", "Urges calm;"),
        ("2", ""),
        ("3", "Decides so."),
    ]


@pytest.mark.parametrize("tag", ["PP{}", "(PP{})"])
def test_a_word_file_bears_its_tags_in_a_table_s_first_column(tag):
    rows = [(tag.format(1), "Noting the talks,"), ("OP1", "Decides so;"), ("OP1 bis", "Urges calm.")]
    cells = "".join(f"<w:tr>{''.join(f'<w:tc>{paragraph(text)}</w:tc>' for text in row)}</w:tr>" for row in rows)
    document = structure.parse(read.read(word_file(paragraph("The Security Council,"), f"<w:tbl>{cells}</w:tbl>")))
    assert [(p.label, p.text) for p in document.paragraphs] == [
        ("PP1", "Noting the talks,"),
        ("1", "Decides so;"),
        ("1 bis", "Urges calm."),
    ]


def test_tagged_paragraphs_in_brackets_are_bracketed():
    document = structure.parse(
        read.read(
            b"The Security Council,\n[PP1 Noting the talks,]\n[PP2]\n[Recalling its plan,]\n(OP1) [Decides to extend;]\n"
            b"[(OP2) Urges calm;]\n[OP3.] Decides to remain seized."
        )
    )
    assert [(p.label, p.text, p.bracketed) for p in document.paragraphs] == [
        ("PP1", "Noting the talks,", True),
        ("PP2", "Recalling its plan,", True),
        ("1", "Decides to extend;", True),
        ("2", "Urges calm;", True),
        ("3", "Decides to remain seized.", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "OP1 and OP2 should go together.",
        "PP5 to be merged with PP6",
        "Open for comments",
        "OPCW 3 Decides",
        "OP1bisect",
    ],
)
def test_words_about_a_paragraph_are_no_tag(text):
    assert tags.read(text) is None


def test_what_is_said_of_a_paragraph_within_a_sentence_is_no_tag():
    assert labelled("The Security Council,\nOP1 Decides, as in OP2, to extend;\nOP2 Recalls OP1 and PP3 above.") == [
        ("1", "Decides, as in OP2, to extend;"),
        ("2", "Recalls OP1 and PP3 above."),
    ]


LIST = (
    "The Security Council,\nPP1 Noting the talks,\nOP1 Decides to extend the mandate of the United Nations Mission in Karesia "
    "(UNMIK) until 1 May 2032;\n{first} Decides that the mandate of UNMIK shall include the following tasks:\n"
    "(a) To protect civilians;\n(b) To train judges;\n{second} Decides that UNMIK shall have the following priority tasks:\n"
    "(a) To combat organized crime;\nOP3 Decides to remain seized."
)


@pytest.mark.parametrize(
    ("first", "second"),
    [("OP2", "OP2 alt"), ("[OP2]", "[OP2 alt.]"), ("2.", "2 alt."), ("OP2", "OP2alt 1:"), ("OP2", "2 Alt.")],
)
def test_an_alternative_is_a_label_and_opens_no_list_beside_the_first(first, second):
    reading = pipeline.parse(read.read(LIST.format(first=first, second=second).encode()))
    number = "2 alt 1" if "1" in second else "2 alt"
    assert [p.label for p in reading.document.operative()] == [
        "1", "2", "2 (a)", "2 (b)", number, f"{number} (a)", "3",
    ]  # fmt: skip
    assert reading.document.incomplete == ()
    assert [t.label for t in reading.tasks.missions[0].tasks] == ["2 (a)", "2 (b)"]
