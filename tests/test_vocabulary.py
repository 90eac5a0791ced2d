"""One vocabulary: crime types speak of expertise and partners by the names that the catalogue of capacities defines."""

from capacities import catalogue
from capacities.models import Category, Strength
from mandates.analysis import taxonomy


def test_every_expertise_of_the_taxonomy_is_in_the_catalogue_under_the_same_label():
    labels = catalogue.held().labels
    for crime_type in taxonomy.load().types.values():
        for name, label in crime_type.expertise.items():
            assert labels.get(name) == label, (crime_type.name, name)


def test_every_crime_type_has_the_requirement_profile_that_its_page_shows():
    profiles, types = catalogue.held().profiles, taxonomy.load().types
    assert set(profiles) == set(types)
    for name, crime_type in types.items():
        profile = profiles[name]
        assert profile.label == crime_type.label
        assert list(profile.expertise) == list(crime_type.expertise), name
        assert list(profile.partners) == list(crime_type.partners), name


def test_partners_carry_the_same_labels_in_both():
    labels = catalogue.held().partners
    for crime_type in taxonomy.load().types.values():
        assert dict(crime_type.partners).items() <= labels.items(), crime_type.name


def test_the_categories_of_the_files_are_those_of_the_rows():
    held = catalogue.held()
    assert {name: facts.label for name, facts in held.categories.items()} == dict(Category.choices)
    assert {record["category"] for record in held.strengths} == set(Strength.Category.values)
