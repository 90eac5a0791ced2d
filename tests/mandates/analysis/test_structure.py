import time
from datetime import date

FRONT = """
    United Nations S/RES/2999 (2031)
    Resolution 2999 (2031)
    Adopted by the Security Council at its 9999th meeting, on 3 March 2031
    The Security Council,
"""


def labels(document, number=None):
    return [p.label for p in document.operative() if number is None or p.number == number]


def test_the_front_gives_symbol_and_date_of_adoption(parsed):
    document = parsed(FRONT + "Recalling its resolutions,\n1. Decides to remain seized of the matter.")
    assert document.symbol == "S/RES/2999 (2031)"
    assert document.adopted == date(2031, 3, 3)
    assert not document.draft


def test_a_draft_keeps_its_own_symbol(parsed):
    document = parsed(
        "United Nations S/2031/77\nDraft resolution\nThe Security Council,\nRecalling,\n1. Decides to remain seized."
    )
    assert document.symbol == "S/2031/77"
    assert document.draft


def test_preambular_paragraphs_are_numbered_from_one_and_headings_are_not(parsed):
    document = parsed(
        FRONT
        + """
        Recalling its resolutions on Karesia,
        Deeply concerned by the violence
        that spreads in the north,
        Political process
        1. Welcomes the talks;
        Elections
        2. Urges the parties to vote.
        """
    )
    assert [p.label for p in document.preambular()] == ["PP1", "PP2"]
    assert document.preambular()[1].text.endswith("in the north,")
    assert [p.heading for p in document.numbered()] == ["Political process", "Elections"]


def test_items_nest_to_the_fourth_degree(parsed):
    document = parsed(
        FRONT
        + """
        1. Decides that the Mission shall have the following tasks:
        (a) Justice
        (i) To advise the courts, in particular:
        a. on detention,
        b. on trials;
        (ii) To train judges:
        – in the capital,
        – in the provinces;
        (b) Elections
        To help to hold elections;
        2. Requests a report.
        """
    )
    assert labels(document) == [
        "1", "1 (a)", "1 (a) (i)", "1 (a) (i) a.", "1 (a) (i) b.", "1 (a) (ii)", "1 (a) (ii), dash 1", "1 (a) (ii), dash 2", "1 (b)", "2",
    ]  # fmt: skip
    assert [p.depth for p in document.operative()] == [0, 1, 2, 3, 3, 2, 3, 3, 1, 0]


def test_unnumbered_text_below_a_lettered_heading_belongs_to_it(parsed):
    document = parsed(
        FRONT
        + """
        1. Decides that the Mission shall have the following tasks:
        (a) Humanitarian assistance
        To help to bring in aid;
        To keep the roads open;
        (b) Elections
        To help to hold elections;
        2. Requests a report.
        """
    )
    assert document.operative()[1].text == "Humanitarian assistance\nTo help to bring in aid;\nTo keep the roads open;"


def test_letters_run_on_across_headings_inside_a_list(parsed):
    document = parsed(
        FRONT
        + """
        1. Decides that the Mission shall:
        Ceasefire:
        (a) watch the ceasefire;
        (b) visit the camps;
        Protection of civilians:
        (c) protect civilians.
        2. Requests a report.
        """
    )
    assert labels(document) == ["1", "1 (a)", "1 (b)", "1 (c)", "2"]
    assert document.operative()[3].heading == "Protection of civilians"


LETTERS = "".join(f"({c}) task {c} of the list;\n" for c in "abcdefgh")


def test_i_after_h_is_the_ninth_letter(parsed):
    document = parsed(
        FRONT + f"1. Decides that the Mission shall:\n{LETTERS}(i) task i;\n(j) task j;\n2. Requests a report."
    )
    assert labels(document)[-3:] == ["1 (i)", "1 (j)", "2"]


def test_i_after_h_is_the_ninth_letter_even_as_the_last_item(parsed):
    document = parsed(FRONT + f"1. Decides that the Mission shall:\n{LETTERS}(i) task i;\n2. Requests a report.")
    assert labels(document)[-2:] == ["1 (i)", "2"]


def test_i_after_h_is_roman_one_where_ii_follows(parsed):
    document = parsed(
        FRONT
        + f"1. Decides that the Mission shall:\n{LETTERS}(i) first part;\n(ii) second part;\n(i) task i of the list;\n(j) task j;\n2. Requests."
    )
    assert labels(document)[-5:] == ["1 (h) (i)", "1 (h) (ii)", "1 (i)", "1 (j)", "2"]


def test_several_paragraphs_on_one_line_are_taken_apart(parsed):
    document = parsed(
        FRONT
        + """
        1. Decides to set up a Committee with these tasks: (a) to watch the measures; (b) to list persons; and (c) to report;
        Reports 2. Calls upon all States to report; 3. Requests the Secretary-General to report by 1. May; 4. Decides to remain seized.
        """
    )
    assert labels(document) == ["1", "1 (a)", "1 (b)", "1 (c)", "2", "3", "4"]


def test_an_inner_list_with_numbers_does_not_break_the_count(parsed):
    document = parsed(
        FRONT
        + """
        1. Decides to extend the mandate;
        2. Decides that the extension holds only if the parties:
        1. open the crossings;
        2. meet every month;
        3. Requests a report;
        4. Decides to remain seized.
        """
    )
    assert [p.label for p in document.numbered()] == ["1", "2", "3", "4"]


def test_a_lost_number_does_not_lose_what_follows(parsed):
    document = parsed(
        FRONT + "1. Decides to extend;\n2. Welcomes the report;\n4. Requests a report;\n5. Decides to remain seized."
    )
    assert [p.label for p in document.numbered()] == ["1", "2", "4", "5"]


def test_bis_is_a_label_of_its_own(parsed):
    document = parsed(
        FRONT + "1. Decides to extend;\n2. Welcomes the report;\n2 bis. Urges all to help;\n3. Requests a report."
    )
    assert [p.label for p in document.numbered()] == ["1", "2", "2 bis", "3"]


def test_a_text_without_numbers_is_one_operative_paragraph(parsed):
    document = parsed(FRONT + "Recalling its resolutions,\nDecides to extend the stay of the Force until May.")
    assert labels(document) == ["1"]
    assert len(document.preambular()) == 1


def test_an_annex_stands_apart(parsed):
    document = parsed(
        FRONT
        + "1. Decides to list the persons below;\n2. Decides to remain seized.\nAnnex\n1. First person\n2. Second person"
    )
    assert labels(document) == ["1", "2"]
    assert len(document.paragraphs) == 5


def test_a_presidential_statement_has_no_operative_part(parsed):
    document = parsed(
        "S/PRST/2031/4\nStatement by the President of the Security Council\n“The Security Council expresses concern.\n“The Security Council urges calm."
    )
    assert document.presidential_statement
    assert not document.operative()


def test_anchors_can_be_linked_to(parsed):
    document = parsed(FRONT + "Recalling,\n1. Decides:\n(a) to act:\n– at once;\n– later;\n2. Requests.")
    assert [p.anchor for p in document.paragraphs if p.label] == [
        "pp1",
        "op1",
        "op1-a",
        "op1-a-dash-1",
        "op1-a-dash-2",
        "op2",
    ]


def test_a_whole_text_on_one_line_is_taken_apart(parsed):
    document = parsed(
        "S/RES/2999 (2031)\nThe Security Council, Having examined the application of Karesia, Recalling its rules, "
        "Recommends to the General Assembly that Karesia be admitted."
    )
    assert [p.label for p in document.paragraphs] == ["PP1", "PP2", "1"]
    assert document.operative()[0].text.startswith("Recommends")


def test_labelled_sections_stand_above_the_letters(parsed):
    document = parsed(
        FRONT
        + """
        1. Decides that the Mission shall have the following mandate:
        I. Secure environment:
        (a) to help the police;
        (b) to watch the ports;
        II. Political process:
        (a) to help the talks;
        2. Requests a report.
        """
    )
    assert labels(document) == ["1", "1 I", "1 I (a)", "1 I (b)", "1 II", "1 II (a)", "2"]
    assert [p.depth for p in document.operative()] == [0, 1, 2, 2, 1, 2, 0]


def test_a_roman_heading_between_paragraphs_is_no_section(parsed):
    document = parsed(FRONT + "1. Welcomes the talks;\nII. Elections\n2. Urges the parties to vote.")
    assert labels(document) == ["1", "2"]
    assert document.numbered()[1].heading == "II. Elections"


def test_a_heading_run_together_with_its_text_is_taken_apart(parsed):
    document = parsed(
        FRONT
        + "1. Decides that the Mission shall:\n(a) State authority in the Centre To help the police;\n(b) to go.\n2. Requests."
    )
    assert document.operative()[1].text == "State authority in the Centre\nTo help the police;"


def test_a_lost_number_one_does_not_lose_the_paragraphs_after_it(parsed):
    document = parsed(
        FRONT
        + """
        Recalling its resolutions,
        Acting under Chapter VII of the Charter,
        Decides to extend the mandate;
        2. Requests a plan;
        3. Decides to remain seized of the matter.
        Annex
        1. First person
        """
    )
    assert labels(document) == ["1", "2", "3"]
    assert len(document.preambular()) == 2


def test_many_lost_numbers_do_not_make_the_rest_an_item(parsed):
    document = parsed(
        FRONT + "1. Welcomes the talks;\n12. Requests a plan;\n13. Urges calm;\n14. Decides to remain seized."
    )
    assert [p.label for p in document.numbered()] == ["1", "12", "13", "14"]


def test_a_text_without_numbers_opens_with_a_verb_that_no_list_holds(parsed):
    document = parsed(FRONT + "Recalling its rules,\nEntrusts the Committee with the matter.")
    assert [p.label for p in document.paragraphs] == ["PP1", "1"]


def test_acting_under_a_chapter_opens_no_operative_part(parsed):
    document = parsed(
        FRONT + "Strongly condemning the attack,\nActing under Chapter VII of the Charter,\nDecides to send help."
    )
    assert [p.label for p in document.paragraphs] == ["PP1", "PP2", "1"]


def test_a_quoted_resolution_keeps_its_numbers_to_itself(parsed):
    document = parsed(
        FRONT
        + """
        1. Reaffirms its resolution, which reads:
        "The Security Council,
        "Taking note of the letter,
        "1. Calls for a truce;
        2. Requests the Secretary-General to report."
        2. Decides to send a force;
        3. Decides to remain seized.
        """
    )
    assert [p.label for p in document.numbered()] == ["1", "2", "3"]
    assert document.numbered()[1].text == "Decides to send a force;"


def test_an_amendment_s_new_paragraphs_belong_to_the_one_that_amends(parsed):
    document = parsed(
        FRONT
        + """
        1. Decides that paragraph 5 shall be replaced by the following:
        “5. The Mission shall have a strength of 400;
        6. The Mission shall report.”;
        2. Requests a report;
        3. Decides to remain seized.
        """
    )
    assert [p.label for p in document.numbered()] == ["1", "2", "3"]
    assert document.incomplete == ()


def test_what_follows_the_usual_last_words_is_annexed(parsed):
    document = parsed(
        FRONT
        + "1. Decides to list the goods below;\n2. Decides to remain seized of the matter.\nGoods\n1. Vehicles\n2. Weapons"
    )
    assert labels(document) == ["1", "2"]
    assert document.numbered()[1].text == "Decides to remain seized of the matter."


def test_the_usual_last_words_end_nothing_where_the_numbers_run_on(parsed):
    document = parsed(FRONT + "1. Decides to remain seized of the matter.\nReports\n2. Requests a report.")
    assert labels(document) == ["1", "2"]
    assert document.numbered()[1].heading == "Reports"


def test_the_line_on_the_adoption_is_no_part_of_the_text(parsed):
    document = parsed(FRONT + "Decides to admit Karesia.\nAdopted unanimously at the 1820th meeting.")
    assert document.operative()[0].text == "Decides to admit Karesia."


def test_a_preambular_paragraph_with_a_note_s_sign_is_no_heading(parsed):
    document = parsed(
        FRONT + "Taking note of the report,1\nReaffirming its commitment to:\n(a) peace;\n1. Decides to remain seized."
    )
    assert [p.label for p in document.preambular()] == ["PP1", "PP2"]
    assert document.preambular()[1].text == "Reaffirming its commitment to:\n(a) peace;"


def test_a_lettered_preamble_is_taken_apart(parsed):
    document = parsed(FRONT + "a. Recalling its rules,\nb. Noting the plan,\n1. Decides to remain seized.")
    assert [(p.label, p.marker, p.text) for p in document.preambular()] == [
        ("PP1", "a.", "Recalling its rules,"),
        ("PP2", "b.", "Noting the plan,"),
    ]


def test_a_part_s_own_preamble_is_preambular(parsed):
    document = parsed(
        FRONT
        + "1. Welcomes the talks;\nB\nActing under Chapter VII of the Charter,\n2. Decides to set up a panel;\n3. Decides to remain seized."
    )
    assert [p.label for p in document.paragraphs if p.kind != "heading"] == ["1", "PP1", "2", "3"]
    assert document.numbered()[0].text == "Welcomes the talks;"


def test_headings_stand_one_upon_another(parsed):
    document = parsed(FRONT + "1. Urges calm;\nSanctions\nArms embargo\n2. Decides to remain seized.")
    assert document.numbered()[0].text == "Urges calm;"
    assert document.numbered()[1].heading == "Arms embargo"


def test_a_paragraph_printed_twice_is_read_once(parsed):
    document = parsed(FRONT + "1. Urges calm;\n1. Urges calm;\n2. Decides to remain seized.")
    assert [p.label for p in document.numbered()] == ["1", "2"]


def test_two_paragraphs_with_one_number_are_two(parsed):
    document = parsed(FRONT + "1. Urges calm;\n1. Requests a report;\n2. Decides to remain seized.")
    assert [p.label for p in document.numbered()] == ["1", "1", "2"]


def test_a_paragraph_that_begins_with_its_first_item_leads_the_list(parsed):
    document = parsed(
        FRONT
        + "1. (a) Urges the parties:\n(i) to talk;\n(ii) to disarm;\n(b) Requests a report;\n2. Decides to remain seized of the matter."
    )
    assert labels(document) == ["1", "1 (a) (i)", "1 (a) (ii)", "1 (b)", "2"]
    assert document.incomplete == ()


def test_a_mark_after_a_lost_item_stays_in_its_own_list(parsed):
    document = parsed(
        FRONT
        + "1. Decides to help:\n(a) with courts:\n(i) judges;\n(ii) clerks;\n(iii) halls;\n(v) files;\n(b) with roads;\n2. Decides."
    )
    assert labels(document, "1")[-3:] == ["1 (a) (iii)", "1 (a) (v)", "1 (b)"]
    assert [gap.labels for gap in document.incomplete] == [("1 (a) (iv)",)]


def test_a_long_paragraph_of_many_lines_costs_no_more_than_its_length(parsed):
    begun = time.perf_counter()
    document = parsed(FRONT + "1. Decides as follows\n" + "Xx yy\n" * 20_000)
    assert len(document.numbered()) == 1
    assert time.perf_counter() - begun < 5


def test_letters_run_on_across_labelled_groups(parsed):
    document = parsed(
        FRONT
        + f"1. Decides that the Mission shall:\n(i) Protection\n{LETTERS}(ii) Disarmament\n(i) task i;\n(j) task j;\n"
        + "(iii) Justice\n(k) task k;\n2. Requests."
    )
    assert labels(document, "1")[-6:] == ["1 (i) (h)", "1 (ii)", "1 (ii) (i)", "1 (ii) (j)", "1 (iii)", "1 (iii) (k)"]
    assert document.incomplete == ()


def test_the_ninth_letter_may_have_roman_items_of_its_own(parsed):
    document = parsed(
        FRONT + f"1. Decides that the Mission shall:\n{LETTERS}(i) help with:\n(i) courts;\n(ii) prisons;\n2. Requests."
    )
    assert labels(document, "1")[-3:] == ["1 (i)", "1 (i) (i)", "1 (i) (ii)"]


def test_a_second_list_in_a_paragraph_stands_at_the_level_of_the_first(parsed):
    document = parsed(
        FRONT
        + "1. Decides to watch:\n(a) ports;\n(b) roads;\nand to help with:\n(a) courts;\n(b) prisons;\n2. Requests a report."
    )
    assert labels(document, "1") == ["1", "1 (a)", "1 (b)", "1 (a)", "1 (b)"]
