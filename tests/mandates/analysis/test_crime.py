import pytest

from mandates.analysis import crime


def find(parsed, text):
    """What is found in operative paragraph 1 of a text, None where nothing is."""
    document = parsed(f"The Security Council,\nRecalling,\n1. {text}")
    paragraph = document.numbered()[0]
    return crime.find(document).paragraphs.get(paragraph.index)


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("to counter organised crime and criminal networks;", {"organized_crime"}),
        ("to act against transnational criminal activity;", {"organized_crime"}),
        ("to reduce gang violence;", {"gangs"}),
        ("to stop trafficking in persons, arms, drugs and natural resources, and the smuggling of migrants;",
         {"human_trafficking", "arms_trafficking", "drug_trafficking", "natural_resources", "migrant_smuggling"}),
        ("to combat drug, arms and human trafficking;", {"drug_trafficking", "arms_trafficking", "human_trafficking"}),
        ("to end the illicit trade, exploitation and smuggling of gold and diamonds;", {"natural_resources"}),
        ("to curb the proliferation of small arms and light weapons;", {"arms_trafficking"}),
        ("to keep armed groups from exploiting natural resources;", {"natural_resources"}),
        ("to carry out the ban on the export of charcoal;", {"natural_resources"}),
        ("to stop poaching and the illegal trade in ivory;", {"wildlife"}),
        ("to trace illicit financial flows and money-laundering;", {"illicit_finance"}),
        ("to prevent kidnapping for ransom;", {"kidnapping_ransom"}),
        ("to suppress piracy and armed robbery at sea;", {"piracy"}),
        ("to stop illegal taxation and extortion by militias;", {"extortion"}),
        ("to protect sites against illicit trafficking in cultural property;", {"cultural_property"}),
        ("to break up smuggling networks;", {"goods_smuggling"}),
    ],
)  # fmt: skip
def test_crime_is_named_in_many_words(parsed, words, types):
    found = find(parsed, f"Requests the Mission {words}")
    assert found and found.organized_crime
    assert set(found.crime_types) == types


@pytest.mark.parametrize(
    "words",
    [
        "to bring those responsible for war crimes and crimes against humanity to justice;",
        "to strengthen the criminal justice system and to fight violent crime;",
        "to collect and destroy the weapons of former combatants;",
        "to seize arms brought in in violation of the embargo;",
        "to assist with weapons and ammunition management;",
        "to restore the proper administration of natural resources;",
        "to prevent terrorist acts;",
        "to keep to the policy of zero tolerance of sexual exploitation and abuse;",
        "to condemn gang rape and the abduction of children;",
        "to uphold the Treaty on the Non-Proliferation of Nuclear Weapons;",
        "to disarm illegal armed groups;",
        "to remove illegal checkpoints that hinder the circulation of people and goods;".replace("illegal ", ""),
    ],
)
def test_what_only_looks_like_it_is_not_crime(parsed, words):
    assert find(parsed, f"Requests the Mission {words}") is None


def test_corruption_alone_is_noted_and_is_not_organized_crime(parsed):
    found = find(parsed, "Urges the Government to fight corruption;")
    assert found.crime_types == ("corruption",)
    assert not found.organized_crime


@pytest.mark.parametrize(
    ("words", "further"),
    [
        ("to counter the financing of terrorism;", ("terrorist_financing",)),
        ("to guard critical infrastructure;", ("soft_targets",)),
        ("to analyse the war economy;", ("crisis_context",)),
    ],
)
def test_links_and_contexts_are_shown_and_are_neither_crime_nor_organized_crime(parsed, words, further):
    found = find(parsed, f"Requests the Mission {words}")
    assert (found.crime_types, found.further_types) == ((), further)
    assert not found.organized_crime
    assert not found.subject


@pytest.mark.parametrize(
    "words", ["to prevent illicit trafficking in nuclear material;", "to detect forged passports;", "to fight bribery;"]
)
def test_crime_of_the_wider_definition_alone_is_no_organized_crime(parsed, words):
    found = find(parsed, f"Requests the Mission {words}")
    assert found.crime_types
    assert not found.organized_crime


def test_a_part_is_reported_with_its_whole_and_quoted_as_the_part(parsed):
    found = find(parsed, "Requests the Mission to curb the illicit trade in gold and timber;")
    assert found.crime_types == ("natural_resources",)
    assert found.further_types == ("precious_metals",)
    assert [m.crime_type for m in found.mentions] == ["precious_metals", "natural_resources"]


def test_a_nexus_type_beside_crime_leaves_the_crime_what_it_is(parsed):
    found = find(parsed, "Requests the Mission to counter money-laundering and terrorist financing;")
    assert (found.crime_types, found.further_types) == (("illicit_finance",), ("terrorist_financing",))
    assert found.organized_crime
    assert found.with_terrorism


def test_smuggling_of_nothing_in_particular_counts_and_that_of_weapons_of_mass_destruction_does_not(parsed):
    assert find(parsed, "Requests the Mission to prevent smuggling at ports;").crime_types == ("goods_smuggling",)
    assert not find(parsed, "Recalls the duty to prevent illicit trafficking in chemical weapons;").organized_crime


def test_kinds_of_task_are_told_in_the_order_of_the_text(parsed):
    found = find(parsed, "Urges all to counter piracy by extradition, border control and witness protection;")
    assert found.task_kinds == ("extradition", "border_management", "victim_protection")


def test_kidnapping_counts_only_beside_other_crime(parsed):
    assert find(parsed, "Condemns the kidnapping of aid workers;") is None
    assert "kidnapping_ransom" in find(parsed, "Condemns kidnappings and murders by gangs;").crime_types


def test_the_words_are_quoted_where_they_stand(parsed):
    found = find(parsed, "Urges all to combat drug trafficking and money laundering;")
    text = "Urges all to combat drug trafficking and money laundering;"
    assert all(text[m.span.start : m.span.end] == m.span.text for m in found.mentions)
    assert "money laundering" in [m.span.text for m in found.mentions]


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("the illegal exploitation of gold", ["illegal exploitation of gold"]),
        ("the illicit trade in charcoal", ["illicit trade in charcoal"]),
        ("the illegal cross-border trade in ivory", ["illegal cross-border trade in ivory"]),
        ("the illicit and destabilizing accumulation of small arms", ["illicit and destabilizing accumulation of small arms"]),
        ("unlawful and clandestine exports of timber", ["unlawful and clandestine exports of timber"]),
        ("illicit drug trafficking", ["illicit drug", "illicit drug trafficking"]),
        ("illegal armed groups trafficking in persons", ["trafficking in persons"]),
        ("illegal settlements and drug trafficking", ["drug trafficking"]),
    ],
)  # fmt: skip
def test_the_words_begin_with_what_calls_them_illicit(parsed, words, quoted):
    found = find(parsed, f"Requests the Mission to report on {words};")
    assert sorted({m.span.text for m in found.mentions}) == quoted


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("the traffic in cultural property", ("cultural_property",)),
        ("the traffic in gold and ivory", ("natural_resources", "wildlife")),
        ("illegal mines and bonded labour", ("natural_resources",)),
    ],
)
def test_traffic_in_something_is_unlawful_by_its_name_and_a_mine_where_it_is_called_so(parsed, words, types):
    assert find(parsed, f"Requests the Mission to report on {words};").crime_types == types


@pytest.mark.parametrize(
    "words", ["commercial traffic in goods and vehicles", "the laying of illegal mines", "piracy of intellectual merit", "the traffic in both directions"]
)  # fmt: skip
def test_lawful_traffic_laid_mines_and_copied_works_are_no_crime(parsed, words):
    assert find(parsed, f"Requests the Mission to report on {words};") is None


def test_terrorism_in_the_same_unit_is_told_apart(parsed):
    document = parsed(
        "The Security Council,\nRecalling,\n1. Decides that the Mission shall:\n(a) fight terrorism and organized crime;\n(b) fight gangs;\n2. Requests."
    )
    found = crime.find(document)
    by_label = {document.paragraphs[i].label: c.with_terrorism for i, c in found.paragraphs.items()}
    assert by_label == {"1 (a)": True, "1 (b)": False}
    assert [s.text for s in found.terrorism] == ["terrorism"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Assisting the authorities to combat drug trafficking and organized crime, as well as human trafficking", True),
        ("Illicit trafficking of minerals\nTo help the authorities to draw up a strategy", True),
        ("Good offices\nTo help the talks, and to note the harm done by gangs", False),
        ("To develop an approach with all parts of society to reduce community violence, and in particular gang violence", True),
        ("To reinforce the police, including through training, to respond to gang violence and to domestic violence, and to keep public order", False),
        ("To monitor the measures renewed by paragraph 1 of resolution 2990 (2031), in cooperation with the Panel of Experts, to record shipments, and to advise "
         "on efforts to keep armed groups from exploiting natural resources", False),
        ("To support courts, and give technical advice on the prosecution of persons suspected of war crimes and transnational organized crime", False),
    ],
)  # fmt: skip
def test_subject_and_clause_are_told_apart(parsed, text, subject):
    assert find(parsed, text).subject is subject


def test_annexes_are_not_searched(parsed):
    document = parsed(
        "The Security Council,\nRecalling,\n1. Decides to list persons;\n2. Decides to remain seized.\nAnnex\nA person who leads a drug trafficking gang"
    )
    assert crime.find(document).paragraphs == {}
