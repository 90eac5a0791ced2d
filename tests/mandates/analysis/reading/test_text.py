"""Plain text: encodings, long lines, page layout, and text as people paste it."""

import pytest

from mandates.analysis import read
from mandates.analysis.reading import text
from mandates.analysis.values import Hint

DRAFT = "The Security Council,\nWelcoming the “Karesia Accord” signed by Côte d’Ivoire – at last –,\n1. Decides so.\n"

PAGE_LAYOUT = """\
               United Nations                                                      S/RES/9001 (2031)
               Security Council                                            Distr.: General
                                                                           3 May 2031

               Resolution 9001 (2031)
               Adopted by the Security Council at its 9999th meeting, on
               3 May 2031

                    The Security Council,
                    Recalling its earlier decisions on the river trade of Karesia, and the
               statement of its President of 4 May 2030, in particular paragraphs 2 and
               12 thereof,
                     Alarmed by the smuggling of gold through the ports of the Mission
               Area, and by the links between smugglers and armed groups there,

31-04411 (E)
*3104411*

S/RES/9001 (2031)

               Trade on the river
                     1.    Decides that the mandate of the Mission shall include the following
               tasks, in support of the authorities:
                    (a)   Support to river patrols
                    To help the river police of Karesia to seize looted gold, and to train
               the officers who lead it, as set out in paragraph 3
               (b) above;
                    (b)   To report on
                 the trade, through:
                    – patrols of the upper river and its harbours, including by boats that the
                      Mission lends to the authorities,
                    – regular talks with traders;

2/19                                                                             31-04411

           S/RES/9001 (2031)

                2.   Urges all parties to respect the accord that they signed, and to let the
           interna tional river traffic pass without illegal taxes;
                3.   Decides to remain seized of the matter.
"""

LONG_LINES = """\
United Nations
Security Council

S/RES/9001 (2031)
Distr.: General 3 May 2031

Resolution 9001 (2031)
Adopted by the Security Council at its 9999th meeting, on 3 May 2031
The Security Council,
Recalling its resolutions and the statements of its President on Karesia, including those on the illicit trade in
31-04411 (E)
*3104411*

\fS/RES/9001 (2031)
Karesian gold and on the protection of traders,
Alarmed by what it hears,
31-04411
2
\fS/RES/9001 (2031)
Acting under Chapter VII of the Charter,
1.Decides to extend the mandate;
2.       Requests the Mission:
(a) To patrol, together with
the authorities, the upper river; Reporting
3 Further requests a report;
4. Decides to remain seized of the matter.
-----
"""


def blocks(source: str | bytes) -> list[str]:
    data = source.encode() if isinstance(source, str) else source
    return [block.text for block in read.read(data).blocks]


def test_page_layout_is_joined_into_paragraphs():
    assert blocks(PAGE_LAYOUT) == [
        "S/RES/9001 (2031)",
        "3 May 2031",
        "Resolution 9001 (2031)",
        "Adopted by the Security Council at its 9999th meeting, on 3 May 2031",
        "The Security Council,",
        "Recalling its earlier decisions on the river trade of Karesia, and the statement of its President of 4 May "
        "2030, in particular paragraphs 2 and 12 thereof,",
        "Alarmed by the smuggling of gold through the ports of the Mission Area, and by the links between smugglers "
        "and armed groups there,",
        "Trade on the river",
        "1. Decides that the mandate of the Mission shall include the following tasks, in support of the authorities:",
        "(a) Support to river patrols",
        "To help the river police of Karesia to seize looted gold, and to train the officers who lead it, as set "
        "out in paragraph 3 (b) above;",
        "(b) To report on the trade, through:",
        "– patrols of the upper river and its harbours, including by boats that the Mission lends to the authorities,",
        "– regular talks with traders;",
        "2. Urges all parties to respect the accord that they signed, and to let the international river traffic pass "
        "without illegal taxes;",
        "3. Decides to remain seized of the matter.",
    ]


def test_long_lines_cut_by_pages_are_joined():
    assert blocks(LONG_LINES)[4:] == [
        "The Security Council,",
        "Recalling its resolutions and the statements of its President on Karesia, including those on the illicit "
        "trade in Karesian gold and on the protection of traders,",
        "Alarmed by what it hears,",
        "Acting under Chapter VII of the Charter,",
        "1. Decides to extend the mandate;",
        "2. Requests the Mission:",
        "(a) To patrol, together with the authorities, the upper river;",
        "Reporting",
        "3. Further requests a report;",
        "4. Decides to remain seized of the matter.",
    ]


def test_front_matter_pages_and_places():
    clean = read.read(LONG_LINES.encode())
    assert [b.text for b in clean.blocks if b.hint is Hint.FRONT] == [
        "S/RES/9001 (2031)",
        "Distr.: General 3 May 2031",
        "Resolution 9001 (2031)",
        "Adopted by the Security Council at its 9999th meeting, on 3 May 2031",
    ]
    assert [b.page for b in clean.blocks][4:8] == [1, 1, 2, 3]
    for block in clean.blocks:
        assert clean.text[block.start : block.start + len(block.text)] == block.text
        word = block.text.split()[-1 if len(block.text.split()) == 1 else 1]
        assert word in LONG_LINES[block.source : block.source + 40]


def test_an_email_wrapped_without_indents():
    mail = (
        "The Security Council,\n\nRecalling its earlier decisions on the river trade of Karesia, and the many\n"
        "statements of its President, in particular the one of 4 May 2030 on the\nMission and its tasks,\n\n"
        "Decides:\n\n1. To extend the mandate of the Mission until 3 May 2032, and to keep under\nreview the number of "
        "its police, who shall work with\nthe authorities;\n2. To remain seized of the matter.\n"
    )
    assert blocks(mail) == [
        "The Security Council,",
        "Recalling its earlier decisions on the river trade of Karesia, and the many statements of its President, in "
        "particular the one of 4 May 2030 on the Mission and its tasks,",
        "Decides:",
        "1. To extend the mandate of the Mission until 3 May 2032, and to keep under review the number of its police, "
        "who shall work with the authorities;",
        "2. To remain seized of the matter.",
    ]


def test_pasted_items_with_one_bracket_and_bare_letters():
    pasted = (
        "The Security Council,\n1. Requests the Mission:\na) to patrol;\nb) to report;\n"
        "2. Urges States:\na. to pay;\nb. to help.\n"
    )
    assert blocks(pasted)[2:] == ["(a) to patrol;", "(b) to report;", "2. Urges States:", "a. to pay;", "b. to help."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_quotes_and_accents_survive_every_encoding(encoding):
    assert blocks(DRAFT.encode(encoding)) == DRAFT.splitlines()


def test_latin_1_and_windows_bytes_read_as_latin_1():
    assert (
        blocks("The Security Council,\n1. Décide à Côte; Decides so.".encode("latin-1"))[1]
        == "1. Décide à Côte; Decides so."
    )
    assert text.decode("The \u0093Accord\u0094".encode()) == "The “Accord”"


def test_dashes_that_came_as_soft_hyphens_are_items():
    source = "The Security Council,\n1. Asks for: \u00ad patrols of the river, \u00ad reports on gold.\n"
    assert blocks(source)[1:] == ["1. Asks for:", "– patrols of the river,", "– reports on gold."]


def test_a_text_on_one_line_gives_its_opening_and_each_preambular_paragraph():
    source = (
        "Adopted by the Security Council at its 9999th meeting, on 3 May 2031 The Security Council, Recalling its "
        "earlier decisions on the river trade of Karesia and of its neighbours, including those on gold, Welcoming the "
        "accord, and noting its aims, Deeply concerned by the smuggling of timber, 1. Decides so; 2. Remains seized."
    )
    assert blocks(source) == [
        "Adopted by the Security Council at its 9999th meeting, on 3 May 2031",
        "The Security Council,",
        "Recalling its earlier decisions on the river trade of Karesia and of its neighbours, including those on gold,",
        "Welcoming the accord, and noting its aims,",
        "Deeply concerned by the smuggling of timber, 1. Decides so; 2. Remains seized.",
    ]
