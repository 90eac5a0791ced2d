import time

import pytest

from mandates.analysis import crime


@pytest.fixture
def subject(parsed):
    """Whether crime is the subject of an item with these words."""

    def told(text):
        document = parsed(f"The Security Council,\nRecalling,\n1. {text}")
        return crime.find(document).paragraphs[document.numbered()[0].index].subject

    return told


@pytest.mark.parametrize(
    "text",
    [
        "To combat organized crime, and to protect witnesses;",
        "To assist national authorities to combat drug trafficking and organized crime, as well as trafficking in persons;",
        "To help the police and the courts in their fight against gangs;",
        "To assist the authorities, in coordination with the regional office, the islands and the neighbours, to combat drug trafficking;",
        "In cooperation with the neighbours, to disrupt the smuggling of migrants;",
        "To detect, investigate and prosecute money laundering;",
        "To prevent and to combat piracy;",
        "To assist in, and to coordinate, the fight against gangs;",
        "To help the authorities detect and prosecute drug trafficking;",
        "To support the investigation and prosecution of organized crime;",
        "To collect information on and monitor the illicit trade in charcoal;",
        "To report on serious and organized crime;",
        "To combat terrorism and organized crime;",
        "Supporting national efforts to curb drug trafficking and monitoring prisons;",
        "To give support to the ministries and to the police in the fight against gangs;",
        "To provide advice and training to the police to combat gangs;",
        "Not only to combat gangs, but to dismantle them;",
        "To act without delay against gangs;",
        "To ensure that gold is not smuggled;",
        "Requests UNMIKA and the authorities to combat drug trafficking;",
        "In line with the Convention against Transnational Organized Crime, to combat drug trafficking;",
    ],
)
def test_crime_that_an_effort_is_directed_at_is_the_subject(subject, text):
    assert subject(text)


@pytest.mark.parametrize(
    "text",
    [
        "To promote human rights and to support victims of trafficking in persons;",
        "To monitor the arms embargo and observe illicit trade in charcoal;",
        "To protect civilians and to report on gang violence;",
        "To protect civilians under threat of physical violence and to support the authorities in the fight against drug trafficking;",
        "To protect civilians, and then to combat gangs;",
        "To guard the ports, to watch the coast, and to combat piracy;",
        "To guard the ports, watch the coast and combat piracy;",
        "To train the army and combat gangs;",
        "Training the army and investigating gangs;",
        "To reform the prisons; to combat drug trafficking;",
        "To provide support and to combat gangs;",
        "To help the authorities to reform the police and to fight organized crime;",
        "Requests UNMIKA to protect civilians and to report on gang violence;",
        "To assist in holding elections and in combating organized crime;",
        "Promotion of human rights and combating organized crime;",
        "To protect civilians and, within its capabilities, to combat organized crime;",
        "To provide security for the elections as well as to prevent drug trafficking;",
    ],
)
def test_crime_in_a_further_task_of_an_item_is_a_clause(subject, text):
    assert not subject(text)


@pytest.mark.parametrize(
    "text",
    [
        "To report on human rights and gang violence;",
        "To strengthen the rule of law, human rights and the fight against organized crime;",
        "To monitor elections, sexual violence and trafficking in persons;",
        "To promote justice and the prosecution of drug trafficking;",
        "To address poverty, unemployment and organized crime;",
    ],
)
def test_crime_after_other_objects_is_a_clause(subject, text):
    assert not subject(text)


@pytest.mark.parametrize(
    "text",
    [
        "To support victims of trafficking in persons;",
        "To assist trafficking victims;",
        "To protect the victims and witnesses of gang violence;",
        "To address the needs of survivors of human trafficking;",
    ],
)
def test_help_to_the_victims_is_not_a_task_on_crime(subject, text):
    assert not subject(text)


@pytest.mark.parametrize(
    "text",
    [
        "To train the army, and not to combat organized crime;",
        "Not to combat organized crime;",
        "To patrol the coast without engaging in the fight against piracy;",
        "To refrain from combating drug trafficking;",
        "To guard prisons rather than to combat gangs;",
        "UNMIKA shall no longer combat drug trafficking;",
        "Decides that UNMIKA shall not combat drug trafficking;",
    ],
)
def test_an_effort_that_is_denied_is_no_task_on_crime(subject, text):
    assert not subject(text)


def test_a_treaty_or_body_called_by_crimes_name_is_no_task_on_crime(subject):
    assert not subject("To guard the staff of the Convention against Transnational Organized Crime secretariat;")
    assert not subject("To assist the National Commission to fight against Organized Crime, in its elections;")


def test_a_long_item_is_judged_in_linear_time(subject):
    begun = time.perf_counter()
    subject("To train, with care, the police and, in the ports, the guards " * 2000 + "and gangs;")
    assert time.perf_counter() - begun < 1
