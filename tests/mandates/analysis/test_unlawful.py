import time

import pytest

from mandates.analysis import lexicon, unlawful


def goods(text):
    """(crime type, words) of what the unlawful activities of a text are done to."""
    words = lexicon.load()
    simple = lexicon.simplified(text)
    found = unlawful.find(text, simple, words.find_types.find(text, simple), words)
    return {(g.crime_type, text[g.start : g.end]) for g in found}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("trafficking in persons, arms and drugs",
         {("human_trafficking", "trafficking in persons"), ("arms_trafficking", "arms"), ("drug_trafficking", "drugs")}),
        ("drug, arms and human trafficking",
         {("drug_trafficking", "drug"), ("arms_trafficking", "arms"), ("human_trafficking", "human trafficking")}),
        ("opium cultivation, production and trafficking", {("drug_trafficking", "opium")}),
        ("illicit trade, export and smuggling of ivory",
         {("wildlife", "export and smuggling of ivory"), ("wildlife", "smuggling of ivory")}),
        ("illegal exploitation of several kinds of minerals", {("natural_resources", "exploitation of several kinds of minerals")}),
        ("trafficking in small arms/light weapons",
         {("arms_trafficking", "trafficking in small arms"), ("arms_trafficking", "light weapons")}),
        ("traffic in illicit drugs", {("drug_trafficking", "traffic in illicit drugs")}),
        ("the movement of illegal arms", {("arms_trafficking", "movement of illegal arms")}),
        ("trafficking in and smuggling of arms",
         {("arms_trafficking", "trafficking in and smuggling of arms"), ("arms_trafficking", "smuggling of arms")}),
        ("illicit trafficking by sea in narcotic drugs", {("drug_trafficking", "trafficking by sea in narcotic drugs")}),
        ("the illicit import to Karesia of petroleum", {("natural_resources", "import to Karesia of petroleum")}),
        ("smuggling antiquities", {("cultural_property", "smuggling antiquities")}),
        ("illegally exporting gold", {("precious_metals", "exporting gold")}),
        ("illicit flows of finances and ammunition",
         {("illicit_finance", "flows of finances"), ("arms_trafficking", "ammunition")}),
        ("the plundering of the mineral resources of Karesia", {("natural_resources", "plundering of the mineral resources")}),
    ],
)  # fmt: skip
def test_a_list_is_read_after_the_activity_and_before_it(text, named):
    assert goods(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "trade in gold and the smuggling routes",
        "the export of timber, and illegal settlements",
        "an illegal act that hinders the movement of goods",
        "diamonds and trafficking routes",
        "the looting of shops, vehicles and relief goods",
        "illicit use of financial resources",
        "illegal movement of people",
        "the illegal occupation and the exploitation of its resources",
        "trafficking that affects the rights of women",
        "the Karesia Declaration on the Problem of the Proliferation of Illicit Small Arms",
    ],
)
def test_lawful_trade_and_what_is_no_object_of_the_activity_are_left_out(text):
    assert goods(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "all armed groups must end their attacks, including the exploitation of gold",
        "militias that live by the trade in charcoal",
        "the import of charcoal in violation of paragraph 3",
    ],
)
def test_taking_resources_is_unlawful_where_armed_groups_live_on_it_or_a_ban_is_broken(text):
    assert goods(text)


@pytest.mark.parametrize(
    "text",
    [
        "the disarmament of armed groups and the fair exploitation of gold",
        "armed groups from abroad; the exploitation of gold by the State",
        "to keep arms from rebels, including the supply of weapons to them",
        "the supply of weapons in violation of the embargo",
        "trade in diamonds and trade in arms in violation of the embargo",
        "the ban on charcoal imposed in response to a violation of the truce",
    ],
)
def test_embargoes_and_what_armed_groups_do_not_live_on_are_left_out(text):
    assert goods(text) == set()


def test_what_the_activity_does_ends_with_its_clause():
    named = goods("trafficking in drugs which harms women; persons in need of food")
    assert {t for t, _ in named} == {"drug_trafficking"}


def test_a_long_text_without_any_full_stop_takes_time_in_proportion():
    def took(times):
        text = "illicit trafficking in persons, arms and other things of many sorts " * times
        start = time.process_time()
        goods(text)
        return time.process_time() - start

    took(10)
    assert took(4000) < 30 * max(took(400), 0.001)
