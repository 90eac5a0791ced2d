from mandates.analysis import crime, partners


def named(parsed, text):
    document = parsed(f"The Security Council,\nRecalling,\n1. {text}")
    return partners.named(document, crime.find(document))


def test_bodies_that_act_beside_are_named(parsed):
    assert named(
        parsed, "Requests the Mission, in coordination with UNODC and INTERPOL, to trace illicit financial flows;"
    ) == ("UNODC", "INTERPOL")


def test_bodies_in_paragraphs_without_crime_are_not(parsed):
    assert named(parsed, "Requests the Mission, in coordination with UNDP, to repair schools;") == ()


def test_an_instrument_is_no_partner(parsed):
    assert (
        named(
            parsed,
            "Urges all to act against the smuggling of arms in cooperation with States under the ECOWAS Convention;",
        )
        == ()
    )


def test_an_agreement_with_an_acronym_is_no_partner(parsed):
    text = "Welcomes the Political Agreement for Peace (PAP) and requests the Mission to act against smuggling in cooperation with the signatories of the PAP;"
    assert named(parsed, text) == ()


def test_bodies_are_known_by_acronym_and_by_name(parsed):
    text = (
        "Requests the Mission to act against the smuggling of gold with partners, particularly the AU, CPLP and the European Union, "
        "in cooperation with the Kimberley process;"
    )
    assert named(parsed, text) == ("AU", "CPLP", "EU", "Kimberley Process")


def test_a_body_whose_efforts_or_members_are_named_is_a_partner(parsed):
    text = "Urges member States of the ICGLR to act against the smuggling of gold, and supports the efforts of the G5 Sahel;"
    assert named(parsed, text) == ("ICGLR", "G5 Sahel")


def test_whom_the_mission_acts_against_and_what_it_acts_by_is_no_partner(parsed):
    text = (
        "Calls upon States to act against the smuggling of gold through the efforts of KLF and XDL, through AML and CFT measures, "
        "and in accordance with the decisions of the Karesian Free Army (KFA) developed with SALT and IATG;"
    )
    assert named(parsed, text) == ()


def test_a_body_that_the_text_itself_defines_is_a_partner(parsed):
    text = (
        "Welcomes the Contact Group on Piracy off the Coast of Karesia (CGPK) and requests the Mission to act against piracy "
        "in cooperation with CGPK and UNMKA;"
    )
    assert named(parsed, text) == ("CGPK", "UNMKA")
