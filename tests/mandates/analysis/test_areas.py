"""What a task is about: the codes that words show, read with their chapeau, and where a text is looked at for them."""

import re

import pytest

from mandates.analysis import areas, tasks
from mandates.analysis.values import ParagraphKind

FRONT = (
    "The Security Council,\nRecalling the United Nations Mission in Karesia (UNMKA) and its resolution 2901 (2027),\n"
)
PREAMBLE = "Acting under Chapter VII of the Charter of the United Nations,\n"


@pytest.fixture
def shown(parsed):
    """The codes that a text shows for its first mission → labels of the paragraphs that show them."""

    def read(text: str, front: str = FRONT) -> dict[str, list[str]]:
        document = parsed(front + text)
        reading = tasks.read(document, None)
        found = areas.for_mission(document, reading, reading.missions[0].mission)
        return {code: [document.paragraphs[place].label for place in places] for code, places in found.items()}

    return read


ONE_TASK_EACH = [
    ("to monitor the ceasefire along the river", "peaceag_cease_monitor"),
    ("to patrol the demilitarized zone", "buffer_monitor"),
    ("to maintain liaison with the headquarters of both parties", "liaise_warpart"),
    ("to offer its good offices to the political parties", "goodoffices"),
    ("to support the implementation of the Peace Agreement", "peaceag_cease_assist"),
    ("to protect civilians under imminent threat of physical violence", "prociv"),
    ("to give special care to children in camps", "children_protect"),
    ("to prevent sexual violence", "women_protect"),
    ("to protect United Nations personnel and premises", "unpersonnel_protect"),
    ("to escort convoys and protect humanitarian personnel", "humpersonnel_protect"),
    ("to monitor and report on human rights", "humrts_monitor"),
    ("to promote respect for human rights", "humrts_protect"),
    ("to open roads for the delivery of humanitarian aid", "humaid_assist"),
    ("to carry out quick-impact projects", "qip_assist"),
    ("to monitor the return of refugees", "refugees_monitor"),
    ("to help displaced persons to go home", "refugees_assist"),
    ("to help to clear mines and unexploded shells", "demining_assist"),
    ("to observe the frontier with Ostrava", "borders_monitor"),
    ("to stop the flow of small arms into the valley", "weaponstrade_monitor"),
    ("to monitor the arms embargo", "weaponsembargo_monitor"),
    ("to inspect the cargo of aircraft", "cargoinspections"),
    ("to watch over nothing but to monitor the trade in diamonds", "resources_monitor"),
    ("to observe the referendum", "election_monitor"),
    ("to secure polling places for the elections", "election_security"),
    ("to give technical help for the elections", "election_assist"),
    ("to help to extend State authority to the south", "govcap_assist"),
    ("to advise on constitutional reform", "govpolicies_assist"),
    ("to help to rebuild the courts and prisons", "justice_assist"),
    ("to further national reconciliation", "reconciliation"),
    ("to help to arrest those accused of war crimes", "justice_warcrim"),
    ("to advise on security sector reform", "securitysectorreform_assist"),
    ("to train the national police", "policereform_assist"),
    ("to monitor the local police", "police_monitor"),
    ("to conduct joint patrols with the gendarmes", "police_jointpatrols"),
    ("to verify the disarmament of both forces", "ddr_monitor"),
    ("to run a programme of disarmament, demobilization and reintegration", "ddr_assist"),
    ("to explain its mandate through public information", "mission_pr"),
    ("to help free media to grow", "freepress"),
    ("to guard sites of cultural heritage", "cultural_pres"),
    ("to act in coordination with the African Union", "au_coop"),
    ("to act in coordination with the European Union", "eu_coop"),
    ("to work with UNDP", "undp_coop"),
    ("to act in cooperation with ECOWAS", "ecowas_coop"),
    ("to sit in the Joint Military Commission", "jmc_coop"),
    ("to share news with other United Nations missions", "othermission_coop"),
    ("to meet the Organization of American States", "oas_coop"),
    ("to meet the OSCE", "osce_coop"),
    ("to meet the CIS", "cis_coop"),
    ("to act in coordination with donors and the World Bank", "coop_other"),
]


@pytest.mark.parametrize(("words", "code"), ONE_TASK_EACH)
def test_a_task_shows_its_code(words, code):
    assert code in areas.of_text(words)


def test_every_code_that_is_read_from_words_has_its_example():
    read_from_words = {name for name in areas.load().codes if name != areas.CHAPTER_VII}
    assert read_from_words == {code for _, code in ONE_TASK_EACH}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("to report on its work in accordance with paragraph 3 and to verify its accounts in accordance", "peaceag_cease_monitor"),
        ("to help in the monitoring of the implementation of the Agreement", "peaceag_cease_assist"),
        ("to help in the monitoring of cantonment", "ddr_assist"),
        ("to assist in observing the election", "election_assist"),
        ("that the elections be brought before the Security Council", "election_security"),
        ("to support the army while respecting human rights law", "humrts_protect"),
        ("to support military observers", "securitysectorreform_assist"),
        ("to watch the collection of tolls in the restricted weapons zone", "ddr_assist"),
        ("to meet authors of the authority on AUTHORITY", "au_coop"),
        ("for the observance of custom and a fair electoral process", "election_monitor"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_task_does_not_show_its_code(words, code):
    assert code not in areas.of_text(words)


def test_who_helps_to_watch_and_also_to_carry_out_does_both():
    codes = areas.of_text("to assist in monitoring cantonment and in carrying out disarmament")
    assert {"ddr_monitor", "ddr_assist"} <= set(codes)


def test_a_part_shows_what_it_is_a_part_of():
    assert areas.of_text("to monitor the arms embargo") == (
        "borders_monitor",
        "weaponstrade_monitor",
        "weaponsembargo_monitor",
    )


def test_an_item_is_read_with_the_end_of_its_chapeau_but_shows_only_its_own(shown):
    found = shown(
        """
        1. Decides that the mandate of UNMKA shall be to protect civilians and to assist the authorities in:
        (a) the training of police;
        (b) holding elections;
        """
    )
    assert found["policereform_assist"] == ["1 (a)"]
    assert found["election_assist"] == ["1 (b)"]
    assert found["prociv"] == ["1"]


def test_what_is_asked_of_others_is_no_task_of_the_mission(shown):
    found = shown(
        """
        1. Decides that the mandate of UNMKA shall be:
        (a) to monitor the ceasefire;
        2. Calls upon the Government of Karesia to train the police and to protect civilians;
        """
    )
    assert set(found) == {"peaceag_cease_monitor"}


def test_cooperation_is_looked_for_in_the_preamble_too_but_not_in_what_parties_are_told(shown):
    text = "1. Decides that the mandate of UNMKA shall be:\n(a) to monitor the ceasefire;\n2. Calls upon the parties to act in cooperation with ECOWAS;"
    assert "ecowas_coop" not in shown(text)
    assert shown(text, FRONT + "Welcoming the coordination with ECOWAS,\n")["ecowas_coop"] == ["PP2"]


LIST = "Decides that the mandate of UNMKA shall be:\n(a) to monitor the ceasefire;\n"


def test_chapter_vii_in_the_preamble_holds_for_the_mission(shown):
    assert shown("1. " + LIST, FRONT + PREAMBLE)[areas.CHAPTER_VII] == ["PP2"]


def test_chapter_vii_against_others_alone_does_not(shown):
    against = "1. Acting under Chapter VII of the Charter, decides that all States shall stop the sale of boats;\n"
    assert areas.CHAPTER_VII not in shown(against + "2. " + LIST)


def test_chapter_vii_in_what_the_mission_is_told_does(shown):
    told = "1. Acting under Chapter VII of the Charter, authorizes UNMKA to use force in defence of its tasks;\n"
    assert shown(told + "2. " + LIST)[areas.CHAPTER_VII] == ["1"]


def test_a_second_preamble_holds_for_what_follows_it_only(shown):
    plain = "Decides to keep the matter under review until the end of the dry season in the north of the country;"
    opened = f"1. {plain} Acting under Chapter VII of the Charter,\n"
    assert areas.CHAPTER_VII in shown(f"{opened}2. {LIST}")
    assert areas.CHAPTER_VII not in shown(f"1. {LIST}2. {plain} Acting under Chapter VII of the Charter,\n3. {plain}")


def test_codes_come_in_the_order_of_the_data_with_paragraphs_in_order(shown):
    found = shown(
        """
        1. Decides that the mandate of UNMKA shall be:
        (a) to train the police;
        (b) to monitor the ceasefire;
        (c) to advise the police and to help to reform it;
        """
    )
    assert list(found) == ["peaceag_cease_monitor", "securitysectorreform_assist", "policereform_assist"]
    assert found["policereform_assist"] == ["1 (a)", "1 (c)"]


def test_headings_and_annexes_show_nothing(parsed):
    document = parsed(
        FRONT + "1. Decides to remain seized of the matter.\nAnnex\nUNMKA shall monitor the arms embargo."
    )
    assert any(p.kind is ParagraphKind.ANNEX for p in document.paragraphs)
    assert areas.for_mission(document, tasks.read(document, None), None) == {}


# --- the data ---------------------------------------------------------------------------------------------------


def test_codes_name_areas_and_wholes_that_there_are():
    loaded = areas.load()
    for code in loaded.codes.values():
        assert code.area in loaded.areas
        assert not code.within or code.within in loaded.codes
        assert code.label
        assert code.definition
        assert code.where in ("mission", "operative", "text")
    assert set(loaded.areas) == {code.area for code in loaded.codes.values()}
    assert areas.label(areas.group("police_monitor")) == "Police and security sector"


def test_no_code_is_about_organized_crime():
    assert not [name for name, code in areas.load().codes.items() if re.search(r"crim", code.label + name) and name != "justice_warcrim"]  # fmt: skip
