from mandates.analysis import names


def found(parsed, text):
    return names.find(parsed("The Security Council,\n" + text))


def test_a_defined_mission_is_found_with_acronym_and_name(parsed):
    (mission,) = found(
        parsed, "Recalling,\n1. Decides to establish the United Nations Stabilization Mission in Karesia (UNSMK);"
    )
    assert mission.acronym == "UNSMK"
    assert mission.name == "United Nations Stabilization Mission in Karesia"
    assert mission.un
    assert "the Mission" in mission.forms


def test_a_mission_that_the_text_never_spells_out_is_known_by_what_is_said_of_it(parsed):
    (mission,) = found(
        parsed, "Recalling,\n1. Decides to extend the mandate of ARKAM until May;\n2. Authorizes ARKAM to use force;"
    )
    assert mission.acronym == "ARKAM"
    assert not mission.un


def test_bodies_that_are_no_missions_are_left_out(parsed):
    assert not found(
        parsed,
        "Welcoming the work of the United Nations Office on Drugs and Crime (UNODC) and of the Security Forces (KSF),\n"
        "1. Extends the mandate of the Panel of Experts;\n2. Requests the Financial Action Task Force (FATF) to help;",
    )


def test_a_mission_without_an_acronym_is_known_by_its_name(parsed):
    (mission,) = found(
        parsed, "Recalling,\n1. Decides to extend the mandate of the United Nations Observer Force for six months;"
    )
    assert mission.acronym == ""
    assert mission.name == "United Nations Observer Force"


def test_the_organization_whose_force_has_a_mandate_is_no_mission(parsed):
    assert "KLO" not in [
        mission.acronym
        for mission in found(parsed, "Recalling,\n1. Notes that the mandate of the KLO peace-keeping force may change;")
    ]
