HEAD = """    The Security Council,

    Recalling its previous resolutions on the situation in Karesia,

    1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

    (a) To help the courts of Karesia to sit again in every province, train judges and clerks, keep their records and
    protect witnesses, and to advise prosecutors on grave offences, including those committed by criminal networks,
    by the following means:

"""


def test_words_before_the_sub_items_of_a_task_are_quoted_where_they_stand(review):
    made = review(HEAD + "    (i) To train judges;\n\n    (ii) To keep records;\n\n    2. Decides to remain seized.\n")
    [finding] = [f for f in made.findings if f.code == "OC202"]
    assert finding.message == ("Organized crime is a clause in the opening words of 1 (a), inside the only main task.")
    assert [s.text for s in finding.spans] == ["criminal networks"]


def test_an_item_that_only_holds_one_on_organized_crime_is_not_named_itself(review):
    text = """
        The Security Council,

        Recalling its previous resolutions on the situation in Karesia,

        1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

        (a) Rule of law, including the fight against corruption

        (i) To train judges;

        (ii) To support the police in combating drug trafficking;

        2. Decides to remain seized of the matter.
    """
    [finding] = [f for f in review(text).findings if f.code == "OC202"]
    assert finding.message.endswith(
        "a sub-task in 1 (a) (ii), the 2nd of 2 individual tasks, inside the only main task."
    )
    assert [s.text for s in finding.spans] == ["drug trafficking"]
