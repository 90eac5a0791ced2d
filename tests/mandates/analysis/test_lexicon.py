"""The words of every crime type and kind of task, each on sentences made up for it and on others that only look like it."""

import re

import pytest

from mandates.analysis import crime, lexicon, taxonomy
from mandates.analysis.lexicon import Finder, Strength, Term

# at least three of each: in the forms that the Council uses, with either spelling, hyphens and plurals
MATCHES = {
    "organized_crime": [
        "to counter transnational organised crime in the lake basin;",
        "to dismantle organized-crime groups and criminal networks;",
        "to gather evidence on cross-border criminal organizations;",
    ],
    "gangs": [
        "to reduce gang-related violence in the port district;",
        "to free the market quarter from the gangs that hold it;",
        "to support anti-gang units of the national police;",
    ],
    "human_trafficking": [
        "to act against trafficking in women and girls;",
        "to investigate arms, drug and human trafficking along the coast road;",
        "to end the sale and trafficking of children from the camps;",
    ],
    "migrant_smuggling": [
        "to break up networks for the smuggling of migrants;",
        "to prevent migrant-smuggling across the Sela strait;",
        "to counter human trafficking and the smuggling of irregular migrants;",
    ],
    "drug_trafficking": [
        "to support counter-narcotics work in the northern provinces;",
        "to reduce opium cultivation, production and trafficking;",
        "to disrupt the illicit trade in precursor chemicals and heroin;",
    ],
    "arms_trafficking": [
        "to halt illicit transfer, destabilizing accumulation and misuse of small arms;",
        "to curb weapons smuggling over the ridge;",
        "to stem the illegal flow of ammunition and explosives;",
    ],
    "natural_resources": [
        "to stop the illegal exploitation of natural resources;",
        "to demand that all armed groups end their raids, including the exploitation of minerals;",
        "to seize timber exported in violation of the ban;",
    ],
    "precious_metals": [
        "to trace the illicit trade in gold and gemstones;",
        "to keep conflict diamonds off the market;",
        "to curb diamond smuggling and the unlawful export of precious metals;",
    ],
    "wildlife": [
        "to prevent poaching in the Ono park;",
        "to act against illegal trade in wildlife and wildlife products;",
        "to dismantle ivory-trafficking routes;",
    ],
    "cultural_property": [
        "to prevent the looting and smuggling of antiquities;",
        "to counter illicit trafficking in cultural property;",
        "to record artefacts illicitly traded, and the illegal export of cultural objects;",
    ],
    "goods_smuggling": [
        "to counter the smuggling of cigarettes and fuel;",
        "to break up smuggling networks on both banks of the river;",
        "to seize contraband at the Tiro crossing;",
    ],
    "illicit_finance": [
        "to strengthen laws against money-laundering;",
        "to trace illicit financial flows out of Karesia;",
        "to freeze the proceeds of transnational organized crime;",
    ],
    "kidnapping_ransom": [
        "to prevent kidnapping for ransom;",
        "to discourage the payment of ransoms;",
        "to protect the population from gangs, murder and kidnappings;",
    ],
    "extortion": [
        "to end illegal taxation of traders on the southern road;",
        "to investigate extortion and racketeering in the harbour;",
        "to stop militias from levying illicit taxes;",
    ],
    "piracy": [
        "to suppress piracy and armed robbery at sea;",
        "to try suspected pirates before national courts;",
        "to support counter-piracy patrols in the gulf;",
    ],
    "cybercrime": [
        "to train police in the investigation of cybercrime;",
        "to build a unit on cyber-enabled crimes;",
        "to help hospitals struck by ransomware;",
    ],
    "counterfeit": [
        "to seize counterfeit medicines;",
        "to act against the counterfeiting of currency;",
        "to remove falsified medical products from the markets;",
    ],
    "waste": [
        "to investigate the illegal dumping of toxic waste off the coast;",
        "to prevent illicit trafficking in hazardous wastes;",
        "to act against the smuggling of electronic waste;",
    ],
    "corruption": [
        "to fight corruption in the customs service;",
        "to prosecute bribery and the embezzlement of public money;",
        "to remove corrupt officials;",
    ],
    "cbrn": [
        "to prevent illicit trafficking in nuclear, chemical or biological weapons;",
        "to detect nuclear smuggling at ports;",
        "to counter the trafficking of radioactive sources;",
    ],
    "document_fraud": [
        "to detect forged travel documents at the airport;",
        "to keep fraudulent, counterfeit, stolen and lost passports out of circulation;",
        "to prevent the falsification or fraudulent use of identity and travel documents;",
    ],
    "proliferation_financing": [
        "to counter proliferation financing through front companies;",
        "to prevent the financing of nuclear activities by the listed bank;",
        "to stop the financing of the proliferation of weapons of mass destruction;",
    ],
    "terrorist_financing": [
        "to counter terrorist financing;",
        "to suppress the financing of terrorism;",
        "to prevent charities from being used to finance terrorist groups;",
    ],
    "soft_targets": [
        "to improve the protection of soft targets;",
        "to secure critical infrastructure against attack;",
        "to guard crowded places during the festival;",
    ],
    "crisis_context": [
        "to analyse the war economy of the eastern valleys;",
        "to study the political economy of the conflict;",
        "to counter criminal networks that gain from natural disasters;",
    ],
}

LOOK_ALIKES = {
    "organized_crime": [
        "to strengthen the criminal justice system;",
        "to bring those responsible for war crimes and crimes against humanity to justice;",
        "to organize a conference on crime statistics;",
    ],
    "gangs": [
        "to assist survivors of gang rape;",
        "to help armed groups to become parties;",
        "to repair the gangway of the ferry and the road, with road gangs of former fighters;",
    ],
    "human_trafficking": [
        "to monitor the movement of persons and goods across the line;",
        "to report on the unlawful transfer of children and the flow of refugees;",
        "to guard relief against the looting of stores meant for starving people;",
    ],
    "migrant_smuggling": [
        "to assist migrants and refugees stranded at the border;",
        "to register the illegal entry of migrants;",
        "to stop the smuggling of arms past the camps of refugees;",
    ],
    "drug_trafficking": [
        "to supply hospitals with drugs and blood;",
        "to treat drug users in prisons;",
        "to coordinate with the United Nations Office on Drugs and Crime;",
    ],
    "arms_trafficking": [
        "to monitor the arms embargo and to seize weapons brought in in violation of it;",
        "to assist with weapons and ammunition management;",
        "to collect and destroy the arms of former combatants;",
    ],
    "natural_resources": [
        "to support the lawful and transparent management of natural resources;",
        "to use its financial resources and the oil revenue in fair shares;",
        "to prevent illicit flows of financial resources;",
    ],
    "precious_metals": [
        "to certify rough diamonds under the national scheme;",
        "to support artisanal gold miners;",
        "to award a gold medal to the police;",
    ],
    "wildlife": [
        "to protect the environment and its wildlife;",
        "to support rangers of the national park;",
        "to move elephants to the reserve;",
    ],
    "cultural_property": [
        "to protect cultural and historical sites from destruction;",
        "to restore libraries and cultural heritage;",
        "to respect the cultural diversity of the region;",
    ],
    "goods_smuggling": [
        "to let goods and vehicles move freely;",
        "to promote lawful trade across the border;",
        "to counter the smuggling of migrants;",
    ],
    "illicit_finance": [
        "to carry out the asset freeze imposed by paragraph 4;",
        "to improve public financial management;",
        "to launch the trust fund and its finances;",
    ],
    "kidnapping_ransom": [
        "to condemn the abduction of children by parties to the conflict;",
        "to account for missing persons and enforced disappearances;",
        "to secure the release of hostages and of abducted staff;",
    ],
    "extortion": [
        "to help the Treasury to collect taxes and duties;",
        "to remove checkpoints that hinder convoys;",
        "to note threats against voters;",
    ],
    "piracy": [
        "to secure shipping in the gulf;",
        "to fight copyright offences and software piracy;",
        "to condemn the attack on a ship by the navy of a party;",
    ],
    "cybercrime": [
        "to strengthen cybersecurity and information technology;",
        "to counter disinformation and hate speech online;",
        "to install a computer network in every court;",
    ],
    "counterfeit": [
        "to detect counterfeit passports;",
        "to invalidate counterfeit or stolen travel documents;",
        "to correct false statements in the accounts;",
    ],
    "waste": [
        "to reduce the mission's waste and its environmental footprint;",
        "to clear mines and other hazardous remnants;",
        "to destroy toxic chemicals under supervision;",
    ],
    "corruption": [
        "to promote good governance and accountability;",
        "to reform public administration;",
        "to apply the policy of zero tolerance to its staff;",
    ],
    "cbrn": [
        "to verify the destruction of chemical weapons;",
        "to uphold the Treaty on the Non-Proliferation of Nuclear Weapons;",
        "to stop the trafficking of chemical precursors of heroin;",
    ],
    "document_fraud": [
        "to issue identity documents to displaced persons;",
        "to record the passport number of each listed person;",
        "to suspend the travel documents of fighters who leave;",
    ],
    "proliferation_financing": [
        "to curb the proliferation of small arms;",
        "to prevent the spread of nuclear weapons;",
        "to finance the destruction of small arms;",
    ],
    "terrorist_financing": [
        "to prevent terrorist acts;",
        "to fund the police that fights crime;",
        "to finance development in areas once held by rebels;",
    ],
    "soft_targets": [
        "to protect its own camps and convoys;",
        "to rebuild roads and power lines;",
        "to set targets for the release of prisoners;",
    ],
    "crisis_context": [
        "to support economic recovery;",
        "to bring relief after natural disasters;",
        "to note the effects of climate change on herders;",
    ],
}

KINDS = {
    "mutual_legal_assistance": "to fight organized crime through mutual legal assistance;",
    "extradition": "to extradite suspected drug traffickers;",
    "joint_investigation": "to set up joint investigative teams on human trafficking;",
    "asset_recovery": "to trace, freeze and seize the proceeds of crime, and to advance asset recovery;",
    "legal_economy": "to prevent the criminal infiltration of the building trade by organized crime;",
    "criminal_intelligence": "to build criminal intelligence on smuggling networks;",
    "border_management": "to stop arms trafficking through border-management and customs controls;",
    "law_enforcement": "to investigate and prosecute kidnapping for ransom;",
    "regional_cooperation": "to act against piracy through regional and subregional cooperation;",
    "prevention": "to prevent gang violence by community violence reduction and alternative livelihoods;",
    "victim_protection": "to protect and assist victims of trafficking in persons;",
}


def mentions(parsed, words):
    """What is found in operative paragraph 1 of a text that says so, None where nothing is."""
    document = parsed(f"The Security Council,\nRecalling,\n1. Requests the Mission {words}")
    return crime.find(document).paragraphs.get(document.numbered()[0].index)


def test_every_type_and_every_kind_of_task_has_sentences_of_its_own():
    types, kinds = taxonomy.load().types, taxonomy.load().task_kinds
    assert list(MATCHES) == list(LOOK_ALIKES) == list(types)
    assert all(len(set(MATCHES[name])) >= 3 and len(set(LOOK_ALIKES[name])) >= 3 for name in types)
    assert list(KINDS) == list(kinds)


@pytest.mark.parametrize(("name", "words"), [(name, words) for name, each in MATCHES.items() for words in each])
def test_a_type_is_found_in_the_forms_that_the_council_uses(parsed, name, words):
    found = mentions(parsed, words)
    assert found and name in {m.crime_type for m in found.mentions}


@pytest.mark.parametrize(("name", "words"), [(name, words) for name, each in LOOK_ALIKES.items() for words in each])
def test_what_only_looks_like_a_type_is_not_found(parsed, name, words):
    found = mentions(parsed, words)
    assert not found or name not in {m.crime_type for m in found.mentions}


@pytest.mark.parametrize("name", MATCHES)
def test_a_type_makes_a_paragraph_one_on_organized_crime_only_if_it_always_counts(parsed, name):
    always = taxonomy.load().organized_crime(name)
    alone = [
        found
        for words in MATCHES[name]
        if (found := mentions(parsed, words)) and len({m.crime_type for m in found.mentions}) == 1
    ]
    assert alone
    assert {found.organized_crime for found in alone} == {always}


@pytest.mark.parametrize(("name", "words"), KINDS.items())
def test_a_kind_of_task_is_found_where_the_paragraph_is_on_organized_crime(parsed, name, words):
    assert name in mentions(parsed, words).task_kinds


@pytest.mark.parametrize(
    "words",
    [
        "to extradite those indicted for war crimes;",
        "to improve border management and regional cooperation;",
        "to fight corruption through mutual legal assistance;",
        "to counter gangs, and remains seized of the matter;",
        "to counter gangs and to help victims of mines;",
    ],
)
def test_no_kind_of_task_is_found_where_nothing_is_said_of_organized_crime_or_it_is_something_else(parsed, words):
    found = mentions(parsed, words)
    assert not found or found.task_kinds == ()


# --- the notation -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("term", "matching", "others"),
    [
        ("organi-s-ed crime*", ["organised crime", "organized crimes", "organized-crime", "organized\ncrime"], ["organised"]),
        ("counter ?narcotics", ["counternarcotics", "counter-narcotics", "counter narcotics"], ["counter the narcotics"]),
        ("traffick* (in|of) persons", ["trafficking in persons", "traffickers of persons"], ["trafficking persons"]),
        ("recover* (the )?assets", ["recovering assets", "recover the assets"], ["recover our assets"]),
    ],
)  # fmt: skip
def test_a_term_matches_its_forms_and_no_others(term, matching, others):
    pattern = re.compile(lexicon.pattern(term), re.I)
    assert all(pattern.fullmatch(words) for words in matching)
    assert not any(pattern.fullmatch(words) for words in others)


def every_term():
    words = lexicon.load()
    return [term for each in (words.types, words.task_kinds) for one in each.values() for term in one.terms]


def test_every_term_begins_with_letters_that_a_text_can_be_searched_for():
    for term in every_term():
        assert all(len(stem) >= 3 and stem.isalnum() for stem in lexicon.first_words(term.written)), term
        assert all(re.match(stem, opening) for opening in lexicon.openings(term.written) for stem in (opening[:3],))


def test_no_term_stands_twice_in_one_type():
    written = [(term.name, term.written) for term in every_term()]
    assert len(written) == len(set(written))


def test_a_term_is_found_across_a_gap_of_any_length_and_a_broken_hyphen():
    finder = Finder([Term("money launder*", "illicit_finance", Strength.TERMS)])
    for text in ("Money laundering", "money-  laundering", "money\nlaundering", "money\N{NO-BREAK SPACE}laundering"):
        assert [f.end for f in finder.find(text, lexicon.simplified(text))] == [len(text)], text


def test_a_term_is_not_found_inside_a_longer_word():
    finder = Finder([Term("arms", "arms_trafficking", Strength.TERMS)])
    assert finder.find("farms and alarms", "farms and alarms") == []


def test_the_longest_term_that_fits_is_found():
    finder = Finder([Term(written, "gangs", Strength.TERMS) for written in ("gang", "gang violence")])
    assert [f.term.written for f in finder.find("gang violence", "gang violence")] == ["gang violence"]


def test_letters_whose_small_form_is_longer_do_not_move_the_words():
    text = "İstanbul and İzmir: money-laundering"
    assert len(lexicon.simplified(text)) == len(text)
    assert lexicon.simplified(text).endswith("money laundering")
