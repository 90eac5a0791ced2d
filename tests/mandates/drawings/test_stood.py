"""A finding on dropped language leads to the paragraphs of the predecessor that it speaks of, and to no others."""

from mandates.analysis import pipeline
from mandates.analysis.reporting import comparison_fields
from mandates.analysis.values import Adopted, Context
from mandates.drawings import stood
from tests.mandates.analysis.comparing.texts import NAMBIRA, changed
from tests.mandates.analysis.conftest import clean_text

GOLD = (" and at the smuggling of gold through Kestrel Gorge", "")
FESTIVAL = "Welcoming the harvest festival"
POLICE = "(ii) To support the police of Nambira against organized criminal networks and the smuggling of gold;\n"
BORDER = (
    "5. Calls upon the authorities of Nambira, with the assistance of UNMINA, to end trafficking in persons at the border posts;\n",
    "",
)
SEIZED = ("6. Decides to remain", "5. Decides to remain")


def told(newer: str, older: str = NAMBIRA) -> dict[str, list[str]]:
    """How each finding on dropped language begins → labels of the older paragraphs to which it leads."""
    known = Context(predecessor=Adopted("S/RES/3101 (2030)", 3101, pipeline.parse(clean_text(older))))
    review = pipeline.judge(pipeline.parse(clean_text(newer)), known)
    data = comparison_fields.as_dict(review.comparison)
    units = [change["older"] for name in ("tasks", "paragraphs") for change in data[name] if change["older"]]
    labels = {unit["paragraph"]: unit for unit in units}
    found = stood.paragraphs(data, labels)
    return {
        f.message.split(" of resolution")[0]: [labels[index]["label"] for index in found.get(f.fingerprint, ())]
        for f in review.findings
        if f.code == stood.CODE
    }


def test_a_task_and_a_paragraph_that_are_gone_are_each_found():
    assert told(changed((POLICE, ""), BORDER, SEIZED)) == {"Paragraph 2 (c) (ii)": ["2 (c) (ii)"], "Paragraph 5": ["5"]}


def test_the_preamble_is_one_finding_with_all_of_its_paragraphs():
    older = changed((FESTIVAL, f"Alarmed by the trafficking of migrants across the delta,\n{FESTIVAL}"))
    newer = changed(GOLD, (POLICE, ""))
    assert told(newer, older) == {"PP2 and PP3": ["PP2", "PP3"], "Paragraph 2 (c) (ii)": ["2 (c) (ii)"]}


def test_of_the_preamble_only_what_no_new_passage_names_is_told():
    older = changed((FESTIVAL, f"Alarmed by the trafficking of migrants across the delta,\n{FESTIVAL}"))
    newer = changed(
        GOLD, ("4. Requests UNMINA to keep", "4. Requests UNMINA to count the smuggling of gold and to keep")
    )
    assert told(newer, older) == {"PP3": ["PP3"]}


TWICE = changed(
    (
        "(b) To count and mark the cattle",
        "(b) To fight trafficking in persons on the lakes;\n(c) To count and mark the cattle",
    )
)


def test_two_that_are_gone_in_the_same_words_are_told_apart():
    assert told(changed(BORDER, SEIZED), TWICE) == {"Paragraph 3 (b)": ["3 (b)"], "Paragraph 5": ["5"]}


def test_where_a_new_passage_takes_the_place_of_one_of_two_neither_is_guessed_at():
    older = changed(
        (
            "6. Decides to remain",
            "6. Urges Member States of the region to arrest those who profit from trafficking in persons;\n7. Decides to remain",
        )
    )
    demand = "Demands that the authorities of Nambira bring to court every officer who took money for trafficking in persons;"
    newer = changed(BORDER, ("6. Decides to remain", f"5. {demand}\n6. Decides to remain"))
    assert told(newer, older) == {"Paragraph 6": []}, "the words alone would lead to paragraph 5"
