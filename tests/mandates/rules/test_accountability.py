"""The rules on accountability and safeguards where their examples do not reach: who is asked, and what stays silent."""

import pytest

LIST = """
    The Security Council,

    Recalling its previous resolutions on the situation in Karesia,

    1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

    (a) {task};

    (b) To observe the ceasefire along the river;

    2. {second};

    3. Decides to remain seized of the matter.
"""
RENEWAL = """
    The Security Council,

    Recalling its resolution 3050 (2031),

    1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) as set out in paragraph 1 of
    resolution 3050 (2031) until 30 June 2033;

    2. {second};

    3. Decides to remain seized of the matter.
"""
FORCE = """
    The Security Council,

    Recalling its previous resolutions on the situation in Karesia,

    1. Authorizes Member States to form a Multinational Force in Karesia (MFK) with the following tasks:

    (a) To support the police of Karesia against gangs;

    (b) To keep the ports open;

    2. {second};

    3. Decides to remain seized of the matter.
"""
DRUGS, PEACE = "To assist the police in combating drug trafficking", "Calls upon all parties to keep the ceasefire"
REPORT = (
    "Requests the Secretary-General to report to the Council every ninety days on the implementation of this resolution"
)
FAMILY = {"OC701", "OC702", "OC703", "OC704", "OC705", "OC706"}


@pytest.fixture
def says(review):
    """The codes of the family that speak on a text."""

    def read(text: str, held: dict[str, str] | None = None) -> set[str]:
        return {f.code for f in review(text, held).findings} & FAMILY

    return read


def test_a_text_that_does_not_task_the_mission_is_asked_nothing(says):
    assert says(LIST.format(task="To clear mines", second=REPORT)) == set()
    assert says(LIST.format(task="To clear mines", second="Urges all States to act against drug trafficking")) == set()


def test_without_a_request_for_reports_or_a_measure_neither_is_missed(says):
    assert says(LIST.format(task=DRUGS, second=PEACE)) == {"OC703", "OC705", "OC706"}


def test_tasks_that_are_renewed_are_asked_for_reports_and_measures_and_for_nothing_that_their_own_text_may_say(says):
    held = {"S/RES/3050 (2031)": LIST.format(task=DRUGS, second=PEACE)}
    assert says(RENEWAL.format(second=REPORT), held) == {"OC701"}
    assert says(RENEWAL.format(second="Requests UNMIKA to set benchmarks for its withdrawal"), held) == {"OC702"}
    assert says(RENEWAL.format(second=REPORT)) == set()


def test_a_report_may_cite_the_task_in_the_resolution_that_holds_it(says):
    held = {"S/RES/3050 (2031)": LIST.format(task=DRUGS, second=PEACE)}
    cited = REPORT + ", including on the tasks in paragraph {} of resolution 3050 (2031)"
    assert says(RENEWAL.format(second=cited.format("1 (a)")), held) == set()
    assert says(RENEWAL.format(second=cited.format("1 (b)")), held) == {"OC701"}


def test_whoever_answers_for_a_force_that_others_run_may_be_asked_to_report(says):
    asked = "Requests the leadership of the force to report to the Council every ninety days"
    assert says(FORCE.format(second=asked)) == {"OC701", "OC705"}
    assert says(FORCE.format(second=asked + " on the dismantling of gangs")) == {"OC705"}


def test_due_diligence_is_for_the_support_of_the_united_nations(says):
    assert "OC706" not in says(FORCE.format(second=PEACE))


@pytest.mark.parametrize(
    ("task", "speaks"),
    [
        ("To support the National Police against gangs", True),
        ("To assist the Government in tackling drug trafficking", True),
        ("To train the border guards in the search for drugs and against the smuggling of gold", True),
        ("To deploy formed police units against gangs", False),
        ("To report on drug trafficking along the police posts of the river", False),
        ("To advise the authorities on the certification of gold and against its smuggling", False),
    ],
)
def test_due_diligence_is_asked_where_a_state_is_helped_by_force(says, task, speaks):
    assert ("OC706" in says(LIST.format(task=task, second=PEACE))) is speaks


@pytest.mark.parametrize(
    ("task", "speaks"),
    [
        ("To combat drug trafficking", True),
        ("To study the illicit economy of the north", False),
        ("To share with the police information on drug trafficking", False),
        ("To combat gangs and extortion in the capital", False),
        ("To keep armed groups from exploiting natural resources", False),
    ],
)
def test_an_instrument_is_missed_only_where_one_was_made_for_the_crime(says, task, speaks):
    assert ("OC703" in says(LIST.format(task=task, second=PEACE))) is speaks


@pytest.mark.parametrize(
    ("second", "speaks"),
    [
        (PEACE, True),
        ("Urges the Government to help victims of rape", True),
        ("Urges the Government to help victims of trafficking", False),
        ("Urges the Government to protect victims and witnesses", False),
        ("Requests UNMIKA to find and shelter trafficked children", False),
    ],
)
def test_those_who_are_trafficked_are_to_be_named(says, second, speaks):
    text = LIST.format(task="To train judges for cases of trafficking in persons", second=second)
    assert ("OC704" in says(text)) is speaks


def test_none_of_them_flags_a_text(review):
    made = review(LIST.format(task=DRUGS, second=REPORT))
    assert made.flagged == "no"
    assert {f.severity for f in made.findings if f.code in FAMILY} == {"low"}
