import pytest

from mandates.analysis import crime, lexicon


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
        "to prevent terrorist acts and the financing of terrorism;",
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


def test_kidnapping_counts_only_beside_other_crime(parsed):
    assert find(parsed, "Condemns the kidnapping of aid workers;") is None
    assert "kidnapping_ransom" in find(parsed, "Condemns kidnappings and murders by gangs;").crime_types


def test_the_words_are_quoted_where_they_stand(parsed):
    found = find(parsed, "Urges all to combat drug trafficking and money laundering;")
    text = "Urges all to combat drug trafficking and money laundering;"
    assert all(text[m.span.start : m.span.end] == m.span.text for m in found.mentions)
    assert "money laundering" in [m.span.text for m in found.mentions]


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


def test_every_crime_type_of_the_lexicon_can_be_found_by_each_of_its_terms():
    for crime_type in lexicon.load().types.values():
        assert crime_type.label and crime_type.definition.endswith(".")
        for term in crime_type.entries:
            plain = term.replace("-s-", "z")
            plain = plain.replace("*", "").replace(" ?", "").replace("s?", "s")
            assert lexicon.pattern(term), term
            if not set("()|?") & set(plain):
                assert crime_type.terms.search(plain), f"{crime_type.name}: {term}"


def test_annexes_are_not_searched(parsed):
    document = parsed(
        "The Security Council,\nRecalling,\n1. Decides to list persons;\n2. Decides to remain seized.\nAnnex\nA person who leads a drug trafficking gang"
    )
    assert crime.find(document).paragraphs == {}
