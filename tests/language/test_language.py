"""The language of a page is the reader's, that of the API always English."""

from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import get_template
from django.utils import translation

from language.said import joined, say, say_many


@pytest.fixture
def in_french():
    with translation.override("fr"):
        yield


@pytest.mark.django_db
def test_a_person_chooses_the_language_and_comes_back_to_the_page(client):
    assert '<html lang="en">' in client.get("/sign-in/").text
    answer = client.post("/language/", {"language": "fr"}, headers={"referer": "http://testserver/sign-in/?next=/"})
    assert (answer.status_code, answer["Location"]) == (302, "http://testserver/sign-in/?next=/")
    assert answer.cookies["language"]["httponly"]
    page = client.get("/sign-in/").text
    assert '<html lang="fr">' in page
    assert "Aller au contenu" in page
    assert '<button class="btn quiet" name="language" value="en-gb" lang="en">English</button>' in page


@pytest.mark.django_db
def test_a_browser_that_asks_for_french_gets_it_and_any_other_english(client):
    assert '<html lang="fr">' in client.get("/sign-in/", headers={"accept-language": "fr-CA,fr;q=0.9,en;q=0.5"}).text
    assert '<html lang="en">' in client.get("/sign-in/", headers={"accept-language": "es"}).text


@pytest.mark.django_db
def test_the_way_back_leads_to_this_site_alone(client):
    answer = client.post("/language/", {"language": "fr"}, headers={"referer": "https://elsewhere.example/"})
    assert answer["Location"] == "/"


@pytest.mark.django_db
def test_the_api_speaks_english_to_everyone(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("mara"))
    client.cookies["language"] = "fr"
    answer = client.get("/api/v1/mandates/987654/")
    assert answer["Content-Language"] == "en-gb"
    assert answer.json()["error"]["message"] == "No Mandate matches the given query."


def test_a_fault_is_told_in_the_language_of_the_page(in_french):
    page = get_template("500.html").render()
    assert '<html lang="fr">' in page and "Une erreur du programme" in page


def test_numbers_in_drawings_and_days_in_forms_are_as_machines_read_them(in_french):
    assert Template('<line x="{{ x }}%"/>').render(Context({"x": 12.5})) == '<line x="12.5%"/>'
    field = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    assert 'value="2031-02-14"' in field.widget.render("day", date(2031, 2, 14))
    assert field.clean("14/02/2031") == field.clean("2031-02-14") == date(2031, 2, 14)


def test_days_are_written_as_french_writes_them():
    day = Template('{{ day|date:"j M Y" }}, {{ day|date:"j F Y" }}')
    first, last = Context({"day": date(2031, 6, 1)}), Context({"day": date(2031, 7, 31)})
    assert (day.render(first), day.render(last)) == ("1 Jun 2031, 1 June 2031", "31 Jul 2031, 31 July 2031")
    with translation.override("fr"):
        assert day.render(first) == "1er juin 2031, 1er juin 2031"
        assert day.render(last) == "31 juil. 2031, 31 juillet 2031"
        assert day.render(Context({"day": None})) == ", "
        assert Template('{{ day|date:"l, j F Y" }}').render(last) == "jeudi 31 juillet 2031"


def test_sentences_take_their_values():
    assert say("{count} of {total} held", count=3, total=5) == "3 of 5 held"
    assert say("") == ""
    assert say_many("{number} day", "{number} days", 2) == "2 days"
    with pytest.raises(KeyError):
        say("{count} of {total} held", count=3)


def test_words_are_joined_as_the_language_joins_them(in_french):
    assert joined(["7", "12", "20"]) == "7, 12 et 20"
