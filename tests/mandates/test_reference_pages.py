"""Rules and crime types: what stays in English says so on a page in another language, and nothing on an English one."""

import re

import pytest

from mandates import rules

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, owner):
    client.force_login(owner)
    return lambda address: client.get(address).text


def test_what_a_rule_says_of_texts_is_marked_as_english_on_a_french_page(page, client):
    rule = rules.ALL[0]
    assert f"<p>{rule.remedy[:20]}" in page(f"/rules/{rule.code}/")
    client.cookies["language"] = "fr"
    french = page(f"/rules/{rule.code}/")
    assert f'<p lang="en">{rule.remedy[:20]}' in french
    assert len(re.findall('<p class="example" lang="en">', french)) == len((*rule.flags, *rule.passes))


def test_the_words_by_which_a_crime_is_found_are_marked_as_english_on_a_french_page(page, client):
    assert ' lang="en"' not in page("/crime-types/").split("<main")[1]
    client.cookies["language"] = "fr"
    assert '<dd lang="en">' in page("/crime-types/")
