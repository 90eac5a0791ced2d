"""Crime, addressees and partners against the annotated texts, field by field: how many agree."""

import json
import re
from collections import Counter

import pytest

from evaluation import references
from mandates.analysis import pipeline, read, report, taxonomy

# share of values that agree with the annotation; what is missing is in docs/method.md
AT_LEAST = {
    "oc_preambular": 0.94,
    "oc_operative": 0.94,
    "crime_types": 0.95,
    "addressee": 0.9,
    "lead_verb": 0.97,
    "in_task_list": 0.97,
    "oc_leaf_tasks": 0.94,
    "only_with_terrorism": 0.94,
}


@pytest.fixture(scope="module")
def agreement(corpus):
    """By field: how many values agree, and how many there are."""
    right, all_ = Counter(), Counter()

    def compare(field, got, asked):
        all_[field] += 1
        right[field] += got == asked

    for path in sorted((corpus / "gold").glob("*.json")):
        asked = json.loads(path.read_text())
        source = corpus / asked["file"]
        made = report.as_dict(pipeline.review(read.read(source.read_bytes(), source.name)))
        compare("oc_preambular", made["oc_preambular"], asked["oc_preambular"])
        compare("only_with_terrorism", made["only_with_terrorism"], asked["only_with_terrorism"])
        compare("oc_operative", [o["label"] for o in made["oc_operative"]], [o["label"] for o in asked["oc_operative"]])
        leaves = [(t["label"], t["leaf_index"], t["role"]) for t in made["oc_leaf_tasks"]]
        compare("oc_leaf_tasks", leaves, [(t["label"], t["leaf_index"], t["role"]) for t in asked["oc_leaf_tasks"]])
        annotated = {o["label"]: o for o in asked["oc_operative"]}
        for found in made["oc_operative"]:
            if other := annotated.get(found["label"]):
                compare("crime_types", set(found["crime_types"]), set(other["crime_types"]))
                compare("addressee", set(found["addressee"]), set(other["addressee"]))
                compare("lead_verb", found["lead_verb"], other["lead_verb"])
                compare("in_task_list", found["in_task_list"], other["in_task_list"])
    return {field: (right[field], all_[field]) for field in all_}


@pytest.mark.parametrize("field", AT_LEAST)
def test_the_engine_agrees_with_the_annotation(agreement, field):
    right, all_ = agreement[field]
    assert all_ >= 15
    assert right / all_ >= AT_LEAST[field], f"{right} of {all_}"


# --- labels made before the engine read the texts ----------------------------------------------------------------


@pytest.fixture(scope="module")
def referring(corpus):
    return references.measure(corpus)


@pytest.mark.parametrize("name", references.FILES)
def test_texts_are_read_as_they_were_labelled(referring, name):
    made = referring["labels"][name]
    assert made["texts"] >= 37
    assert made["agree"] / made["texts"] >= 0.95, made["disagreements"]


def test_no_crime_is_found_where_a_person_found_none(referring):
    negatives = referring["negatives"]
    assert negatives["checked"] >= 200
    assert negatives["after_2000"] >= 50
    assert negatives["found"] == []


# --- what the taxonomy cites --------------------------------------------------------------------------------------

CITED = re.compile(r"S/RES/(\d+) \((\d{4})\), (.*)")
LABEL = re.compile(r"(PP)?(\d+)(?: to (?:PP)?(\d+))?")


def cited_numbers(where):
    """Preambular and operative paragraphs that a citation names: "PP9 and paragraphs 3 to 5" → PP9, 3, 4, 5."""
    for preambular, first, last in LABEL.findall(where):
        yield from (f"{preambular}{number}" for number in range(int(first), int(last or first) + 1))


def readings(corpus, citation):
    number, year, where = CITED.match(citation).groups()
    for path in (
        corpus / "resolutions" / f"S-RES-{number}-{year}.txt",
        corpus / "paragraphs" / f"S-RES-{number}-{year}.json",
    ):
        if path.exists():
            yield pipeline.parse(read.read(path.read_bytes(), path.name)), set(cited_numbers(where))


@pytest.mark.parametrize("crime_type", taxonomy.load().types.values(), ids=lambda t: t.name)
def test_a_type_is_found_in_a_paragraph_that_the_taxonomy_cites_for_it(corpus, crime_type):
    cited = [source.citation for source in crime_type.sources if source.name.startswith("res_")]
    found = [
        mention
        for citation in cited
        for reading, numbers in readings(corpus, citation)
        for index, named in reading.crime.paragraphs.items()
        for mention in named.mentions
        if mention.crime_type == crime_type.name
        and ({(p := reading.document.paragraphs[index]).label, p.number} & numbers)
    ]
    assert found or not cited
