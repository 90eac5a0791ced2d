"""Names of data and of tables that are given to the catalogue of translations."""

import re

from django.apps import apps

from capacities.filters import PartnerFilter
from language import names

FILE = """
[countries]
KAR = "Karesia"
[[kind]]
label = "relief"
counted = ["tents", "trucks"]
code = "r1"
[kind.more]
label = "more relief"
"""


def test_names_are_taken_from_under_their_keys_wherever_these_are(tmp_path):
    file = tmp_path / "kinds.toml"
    file.write_text(FILE)
    assert list(names.of(file, "label")) == ["relief", "more relief"]
    assert list(names.of(file, "counted")) == ["tents", "trucks"]
    assert list(names.of(file, "countries")) == ["Karesia"]


def test_names_are_words_and_no_keys_of_tables():
    found = [name for app in apps.get_app_configs() if hasattr(app, "names") for name in app.names()]
    assert len(found) > 1000
    assert [name for name in found if re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)+", name)] == []


def test_fields_of_lists_are_called_as_the_form_above_a_list_calls_them():
    fields = ["kind", "country", "crime type", "engagement", "sensitivity", "archived"]
    assert list(names.of_filters(PartnerFilter)) == fields
