import copy
import re
import tomllib

import pytest

from mandates.analysis import lexicon, taxonomy
from mandates.analysis.taxonomy import Counts

# the crime types that the annotation guide of the real texts names
GUIDE = {
    "organized_crime", "gangs", "human_trafficking", "migrant_smuggling", "drug_trafficking", "arms_trafficking", "natural_resources",
    "wildlife", "cultural_property", "goods_smuggling", "illicit_finance", "kidnapping_ransom", "extortion", "piracy", "cybercrime",
    "counterfeit", "waste", "corruption",
}  # fmt: skip
# codes that were read in an official list, and where
ICCS = {
    "organized_crime": "09051", "human_trafficking": "0204", "migrant_smuggling": "08051", "drug_trafficking": "0601", "arms_trafficking": "09012",
    "natural_resources": "1004", "wildlife": "1003", "goods_smuggling": "08041", "illicit_finance": "07041", "kidnapping_ransom": "020221",
    "cybercrime": "0903", "waste": "1002", "corruption": "0703",
}  # fmt: skip


@pytest.fixture(scope="module")
def raw():
    return tomllib.loads(taxonomy.DATA.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def types():
    return taxonomy.load()


def test_types_and_kinds_of_task_have_words_and_words_have_a_type_or_kind(types):
    words = lexicon.load()
    assert list(words.types) == list(types.types)
    assert list(words.task_kinds) == list(types.task_kinds)
    assert all(one.terms for each in (words.types, words.task_kinds) for one in each.values())


def test_every_type_says_what_it_is_and_what_it_must_not_match(types):
    for crime_type in types.types.values():
        assert crime_type.label
        assert crime_type.definition.endswith(".")
        assert len(crime_type.definition.split()) <= 25
        assert crime_type.must_not_match
        assert crime_type.sources
        assert crime_type.entities and crime_type.expertise and crime_type.partners


def test_every_type_of_the_annotation_guide_is_there_and_only_corruption_of_them_does_not_count(types):
    assert set(types.types) >= GUIDE
    assert {name for name in GUIDE if not types.organized_crime(name)} == {"corruption"}


def test_what_always_counts_can_be_reported_in_the_words_of_the_guide(types):
    assert {types.whole(name) for name in types.types if types.organized_crime(name)} == GUIDE - {"corruption"}


def test_a_part_counts_as_its_whole_and_the_whole_is_no_part(types):
    for crime_type in types.types.values():
        if crime_type.part_of:
            whole = types.types[crime_type.part_of]
            assert crime_type.counts is whole.counts
            assert whole.part_of is None
            assert types.whole(crime_type.name) == whole.name


def test_a_code_stands_only_where_it_was_read_in_an_official_list(types):
    assert {name: t.iccs.code for name, t in types.types.items() if t.iccs} == ICCS
    for crime_type in types.types.values():
        if crime_type.iccs:
            assert crime_type.iccs.source.citation.startswith("ICCS, version 1.0")
            assert not crime_type.iccs.source.to_verify
            assert len(crime_type.iccs.code) in (4, 5, 6)


def test_links_with_terrorism_and_contexts_are_no_crime(types):
    by_counts = {counts: {n for n, t in types.types.items() if t.counts is counts} for counts in Counts}
    assert by_counts[Counts.NEXUS] == {"terrorist_financing"}
    assert by_counts[Counts.CONTEXT] == {"soft_targets", "crisis_context"}
    assert not any(types.crime(n) for n in by_counts[Counts.NEXUS] | by_counts[Counts.CONTEXT])
    assert all(types.crime(n) for n in by_counts[Counts.ALWAYS] | by_counts[Counts.WIDER])
    assert set(types.counts) == set(Counts)


@pytest.mark.parametrize("table", ["sources", "instruments", "indicators", "entities", "expertise", "partners"])
def test_nothing_stands_in_a_table_that_no_type_or_kind_uses(raw, table):
    entries = [*raw["types"].values(), *raw["task_kinds"].values(), *raw["definitions"].values(), raw["nexus"]]
    used = {name for entry in entries for name in entry.get(table, ())}
    if table == "sources":
        used |= {entry["iccs"]["source"] for entry in raw["types"].values() if "iccs" in entry}
        used |= {indicator["source"] for indicator in raw["indicators"].values()}
    assert set(raw[table]) == used


@pytest.mark.parametrize(
    ("table", "name"),
    [(table, "of nowhere") for table in ("sources", "instruments", "indicators", "entities", "expertise", "partners")],
)
def test_a_name_that_leads_nowhere_is_refused(raw, table, name):
    broken = copy.deepcopy(raw)
    broken["types"]["gangs"][table] = [name]
    with pytest.raises(KeyError, match=name):
        taxonomy.read(broken)


def test_an_unknown_way_of_counting_is_refused(raw):
    broken = copy.deepcopy(raw)
    broken["types"]["gangs"]["counts"] = "sometimes"
    with pytest.raises(ValueError, match="sometimes"):
        taxonomy.read(broken)


def test_resolutions_are_cited_by_symbol_year_and_paragraph(types):
    cited = [s for t in types.types.values() for s in t.sources if s.name.startswith("res_")]
    assert len(cited) > 30
    for source in cited:
        assert re.match(r"S/RES/\d+ \((?:19|20)\d\d\), (?:PP\d+|paragraphs? \d+)", source.citation), source


def test_articles_of_treaties_that_were_not_read_are_to_be_verified(types):
    everything = [*types.types.values(), *types.task_kinds.values()]
    assert all(s.to_verify for each in everything for s in each.sources if "article" in s.citation)
