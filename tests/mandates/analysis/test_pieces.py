"""Several paragraphs or items on one line are taken apart; numbers and letters that are only cited are not."""

from mandates.analysis.pieces import pieces
from mandates.analysis.values import Block


def taken_apart(*texts):
    blocks, start = [], 0
    for text in texts:
        blocks.append(Block(text, start, start))
        start += len(text) + 1
    return [piece.text for piece in pieces(blocks)]


def test_a_number_that_is_next_in_order_opens_a_paragraph_without_a_known_verb():
    assert taken_apart(
        "8. Urges all to help; 9. Calls for calm; 10. Further to that aim, calls upon States to act;"
    ) == [
        "8. Urges all to help;",
        "9. Calls for calm;",
        "10. Further to that aim, calls upon States to act;",
    ]


def test_a_number_whose_stop_was_lost_gets_it_back():
    assert taken_apart("4. Urges calm; 5 Requests a report; 6. Decides.")[1] == "5. Requests a report;"


def test_a_cited_number_opens_nothing():
    line = "4. Recalls its resolution of 1 May 2030. In paragraph 7. The report says, as 12. August was the day;"
    assert taken_apart(line) == [line]


def test_a_scan_s_letter_for_the_number_one_is_read():
    assert (
        taken_apart("l. Takes note of the report;", "2. Decides to remain seized.")[0] == "1. Takes note of the report;"
    )


def test_the_letter_l_in_a_lettered_list_stays():
    assert taken_apart("k. Recalling the talks,", "l. Noting the plan,")[1] == "l. Noting the plan,"


def test_the_next_letter_opens_an_item_without_a_stop_before_it():
    assert taken_apart(
        "1. Decides:", "(a) To call for a truce on 1 May 2031 (b) To send a team, or (c) states that help;"
    ) == [
        "1. Decides:",
        "(a) To call for a truce on 1 May 2031",
        "(b) To send a team, or",
        "(c) states that help;",
    ]


def test_letters_that_are_cited_open_no_items():
    line = "(a) To apply subparagraphs (a) and (b) Above all of paragraph 3 (b) To the letter;"
    assert taken_apart("1. Decides:", line)[1] == line


def test_places_are_kept():
    text = "8. Urges all to help; 9. Calls for calm;"
    first, second = pieces([Block(text, 100, 200)])
    assert (first.start, second.start, second.source) == (100, 122, 222)
