"""A text that renews tasks standing elsewhere is judged by the better place, and the finding says whose it is."""

import pytest

FRONT = "    The Security Council,\n\n    Recalling its resolution 3050 (2031),\n\n"
RENEWAL = """    1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) as set out in
    paragraph 1 of resolution 3050 (2031) until 30 June 2033;

    2. Decides to remain seized of the matter.
"""
TEXT = FRONT + RENEWAL
LIST = """    The Security Council,

    {preamble}

    1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

    (a) To observe the ceasefire along the river;

    (b) {second};

    (c) To clear mines;

    (d) {fourth};

    2. {operative};

    3. Decides to remain seized of the matter.
"""
PLAIN = {
    "preamble": "Recalling its previous resolutions,",
    "second": "To support elections in every province",
    "fourth": "To help to return displaced persons",
    "operative": "Calls upon all parties to keep the ceasefire",
}
GOLD = "To support the police against the smuggling of gold"
CLAUSE = (
    "To help the courts of Karesia to sit again in every province, train judges and clerks, keep their records and "
    "protect witnesses, and to advise prosecutors on grave offences, including those committed by criminal networks"
)


def held(**changes):
    return {"S/RES/3050 (2031)": LIST.format(**{**PLAIN, **changes})}


@pytest.mark.parametrize(
    ("changes", "code", "says"),
    [
        ({}, "OC101", ", nor in the 4 individual tasks in force (resolution 3050 (2031))."),
        (
            {"preamble": "Concerned by drug trafficking,"},
            "OC102",
            "resolution 3050 (2031), whose tasks it renews, names it in",
        ),
        (
            {"operative": "Calls upon all Member States to act together against drug trafficking"},
            "OC103",
            (
                "In resolution 3050 (2031), whose tasks this text renews, organized crime stands in 1 operative "
                "paragraph (2)"
            ),
        ),
        (
            {"operative": "Requests UNMIKA to know better the criminal networks of the north"},
            "OC104",
            "In resolution 3050 (2031), whose tasks this text renews, the mission is asked",
        ),
        (
            {"fourth": GOLD},
            "OC201",
            (
                "In resolution 3050 (2031), whose tasks this text renews, organized crime is the 4th of 4 main tasks "
                "(1 (d))"
            ),
        ),
        (
            {"second": CLAUSE},
            "OC202",
            (
                "In resolution 3050 (2031), whose tasks this text renews, organized crime is a clause in 1 (b), the "
                "2nd of 4"
            ),
        ),
    ],
)
def test_the_finding_says_that_the_place_is_in_the_text_in_force(review, changes, code, says):
    [finding] = review(TEXT, held(**changes)).findings
    assert finding.code == code
    assert says in finding.message
    if code != "OC101":
        assert [s.text for s in finding.spans] == ["3050 (2031)"]


def test_a_task_in_force_within_the_top_clears_the_text(review):
    assert review(TEXT, held(second=GOLD)).findings == ()


def test_nothing_fires_while_the_task_list_is_not_held(review):
    assert review(TEXT).findings == ()


def test_the_own_words_of_the_text_count_where_they_place_organized_crime_better(review):
    text = TEXT.replace("2. Decides", "3. Decides").replace(
        "\n\n    3.", "\n\n    2. Requests UNMIKA to know better the criminal networks of the north;\n\n    3."
    )
    made = review(text, held(preamble="Concerned by drug trafficking,"))
    [finding] = [f for f in made.findings if f.code == "OC104"]
    assert [s.text for s in finding.spans] == ["criminal networks"]
    assert "no place among the 4 individual tasks in force (resolution 3050 (2031))." in finding.message


def test_a_long_list_in_force_dilutes_the_renewal_too(review):
    items = "".join(f"    ({n}) To clear mines in district {n};\n\n" for n in range(1, 42))
    held_text = LIST.format(**{**PLAIN, "second": "Mines\n\n" + items.rstrip("; \n"), "fourth": GOLD})
    codes = {f.code: f for f in review(TEXT, {"S/RES/3050 (2031)": held_text}).findings}
    assert set(codes) == {"OC201", "OC203"}
    assert "44 individual tasks of resolution 3050 (2031), renewed by this text," in codes["OC203"].message


def test_a_renewal_that_names_no_source_is_quoted_where_it_extends_the_mandate(review):
    text = TEXT.replace("Recalling its resolution 3050 (2031),", "Deeply concerned by the drought,").replace(
        " as set out in\n    paragraph 1 of resolution 3050 (2031)", ""
    )
    [finding] = review(text, held(fourth=GOLD)).findings
    assert finding.code == "OC201"
    assert [s.text for s in finding.spans] == [
        "Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;"
    ]
