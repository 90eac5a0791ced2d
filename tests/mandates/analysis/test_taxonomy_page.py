"""docs/taxonomy.md says what the taxonomy and the lexicon say: it is made from them and may not be older."""

from pathlib import Path

import pytest

from mandates.analysis import lexicon, taxonomy, taxonomy_page

COMMITTED = Path(__file__).resolve().parents[3] / "docs" / "taxonomy.md"


@pytest.fixture(scope="module")
def page():
    return taxonomy_page.page(taxonomy.load(), lexicon.load())


def test_the_committed_page_is_that_of_the_data(page):
    assert COMMITTED.read_text(encoding="utf-8") == page, (
        "run python -m mandates.analysis.taxonomy_page > docs/taxonomy.md"
    )


def test_the_page_holds_all_that_is_known_of_a_type(page):
    for crime_type in taxonomy.load().types.values():
        section = page.split(f"### {crime_type.label[0].upper()}{crime_type.label[1:]}\n")[1].split("\n### ")[0]
        said = [crime_type.definition, str(crime_type.counts), *crime_type.must_not_match]
        said += [i.name for i in crime_type.instruments] + [i.number for i in crime_type.indicators]
        said += [*crime_type.entities, *crime_type.expertise.values(), *crime_type.partners.values()]
        said += [s.citation for s in crime_type.sources]
        said += [crime_type.iccs.code] if crime_type.iccs else ["no code verified"]
        said += [taxonomy_page.readable(term.written) for term in lexicon.load().types[crime_type.name].terms]
        assert [words for words in said if words not in section] == []


def test_the_page_tells_kinds_of_task_and_both_definitions(page):
    known = taxonomy.load()
    for told in (*known.task_kinds.values(), *known.definitions.values(), known.nexus):
        assert told.label[1:] in page
    for definition in known.definitions.values():
        assert all(what in page for what in (definition.text, *definition.counted, *definition.not_counted))


def test_what_is_to_be_verified_is_marked(page):
    assert f"article 18{taxonomy_page.TO_VERIFY}" in page
    assert f"S/RES/2331 (2016), paragraph 17{taxonomy_page.TO_VERIFY}" not in page


@pytest.mark.parametrize(
    ("term", "shown"),
    [
        ("organi-s-ed crime*", "organized crime…"),
        ("(illicit|illegal) gold", "illicit/illegal gold"),
        ("trac* (and (freez*|seiz*) )?(the )?assets", "trac… [and freez…/seiz…] [the] assets"),
        ("counter ?piracy", "counter-piracy"),
        ("forced labou?r", "forced labo[u]r"),
    ],
)
def test_a_term_is_written_for_people(term, shown):
    assert taxonomy_page.readable(term) == shown


def test_every_list_of_activities_is_told():
    assert set(taxonomy_page.ACTIVITIES) == set(lexicon.load().activities)


def test_the_four_types_that_the_page_names_are_those_of_the_lexicon():
    spoils = {name for name, words in lexicon.load().types.items() if words.spoils}
    assert spoils == {"natural_resources", "precious_metals", "wildlife", "cultural_property"}
