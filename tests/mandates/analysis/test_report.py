"""What a reader is told: one sentence per position and kind, the page, and the plain values."""

import json
import re
from dataclasses import replace

import pytest

from mandates.analysis import pipeline, report
from mandates.analysis.values import Context, Flagged, Policy

FRONT = """
    The Security Council,
    Recalling its previous resolutions on the situation in Karesia,
"""
CHAPEAU = "1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:\n"
TIERED = (
    "1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall include the following "
    "priority tasks:\n"
)
RIVER = "To observe the ceasefire along the river;"
POLLS = "To support elections in every province;"
MINES = "To clear mines;"
GOLD = "To support the police against the smuggling of gold;"
COURTS = (
    "To help the courts of Karesia to sit again in every province, train judges and clerks, keep their records and "
    "protect witnesses, and to advise prosecutors on grave offences, including those committed by criminal networks;"
)
EXTENSION = (
    "The Security Council,\n"
    "Recalling its resolution 3050 (2031),\n"
    "{preamble}1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) as set out in "
    "paragraph 1 of resolution 3050 (2031) until June;\n"
)


def mandate(*items, chapeau=CHAPEAU, preamble="", more=""):
    letters = "".join(f"({letter}) {item}\n" for letter, item in zip("abcdefghij", items, strict=False))
    last = 2 + len(re.findall(r"^\d+\.", more, re.MULTILINE))
    return f"{FRONT}{preamble}{chapeau}{letters}{more}{last}. Decides to remain seized of the matter.\n"


@pytest.fixture
def review(clean):
    def make(text, held=None, **policy):
        readings = {symbol: pipeline.parse(clean(other)) for symbol, other in (held or {}).items()}
        return pipeline.judge(pipeline.parse(clean(text)), Context(held=readings, policy=Policy(**policy)))

    return make


NO_ORDER = "in the order of the text; the Council states no order."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (mandate(RIVER, POLLS), "Organized crime is in none of 2 tasks and nowhere else in the text."),
        (
            mandate(RIVER, POLLS, preamble="Concerned by drug trafficking,\n"),
            "Organized crime is in none of 2 tasks and named in 1 preambular paragraph only.",
        ),
        (
            mandate(RIVER, POLLS, more="2. Urges all Member States to act against drug trafficking;\n"),
            (
                "Organized crime is in none of 2 tasks, and named in 1 operative paragraph, which does not speak to "
                "the mission."
            ),
        ),
        (
            mandate(
                RIVER,
                POLLS,
                more=(
                    "2. Urges all Member States to act against drug trafficking;\n3. Urges all States to end piracy;\n"
                ),
            ),
            (
                "Organized crime is in none of 2 tasks, and named in 2 operative paragraphs, none of which speaks to "
                "the mission."
            ),
        ),
        (
            mandate(RIVER, POLLS, more="2. Requests UNMIKA to share what it learns about criminal networks;\n"),
            "Organized crime is in none of 2 tasks; the mission is asked to act on it in paragraph 2, outside the "
            "listed tasks.",
        ),
        (mandate(RIVER, GOLD), f"Organized crime is the 2nd of 2 main tasks, within the top 3, {NO_ORDER}"),
        (
            mandate(RIVER, POLLS, MINES, GOLD, "To support the police in combating piracy;"),
            f"Organized crime is the 4th of 5 main tasks, outside the top 3, and again the 5th, {NO_ORDER}",
        ),
        (
            mandate(RIVER, POLLS, MINES, GOLD, COURTS, chapeau=TIERED),
            "Organized crime is the 4th of 5 main tasks, outside the top 3, and stands again inside the 5th.",
        ),
        (
            mandate(
                RIVER,
                chapeau=TIERED,
                more="2. Further authorizes UNMIKA to carry out the following additional tasks:\n(a) " + GOLD + "\n",
            ),
            "Organized crime is the 2nd of 2 main tasks, within the top 3 but among the additional tasks.",
        ),
        (
            mandate("To support the authorities in combating terrorism and drug trafficking;", RIVER, chapeau=TIERED),
            "Organized crime is the 1st of 2 main tasks, beside terrorism, within the top 3.",
        ),
        (mandate(GOLD, chapeau=TIERED).replace(GOLD, GOLD), "Organized crime is the only main task."),
        (mandate(RIVER, COURTS, chapeau=TIERED), "Organized crime is a clause inside the 2nd of 2 main tasks."),
        (
            mandate(f"Rule of law\n(i) {MINES}\n(ii) {COURTS}\n(iii) {COURTS}", RIVER, chapeau=TIERED),
            (
                "Organized crime is a clause inside the 1st of 2 main tasks, the 2nd of 4 individual tasks, and "
                "again in the 3rd."
            ),
        ),
        (
            mandate(
                COURTS, f"Rule of law\nTo fight the smuggling of gold by:\n(i) Patrols;\n(ii) {COURTS}", chapeau=TIERED
            ),
            (
                "Organized crime is a clause inside the 1st of 2 main tasks, the 1st of 3 individual tasks, and again "
                "in the 3rd and in the opening words of 1 (b)."
            ),
        ),
        (
            mandate(f"Rule of law\n(i) {MINES}\n(ii) {GOLD}", RIVER),
            f"Organized crime is a sub-task inside the 1st of 2 main tasks, the 2nd of 3 individual tasks, {NO_ORDER}",
        ),
    ],
)
def test_the_headline_answers_with_the_numbers(review, text, sentence):
    assert report.headline(review(text)) == sentence


def test_the_headline_counts_with_the_policy(review):
    text = mandate(RIVER, GOLD, chapeau=TIERED)
    first = review(text, top=1)
    assert report.headline(first).endswith("outside the top 1.")
    assert report.contrast(first).startswith("It is a task of its own, but not the one that comes first.")
    assert "-- the top 1 ends here --" in report.as_text(first)


@pytest.mark.parametrize(
    ("preamble", "held", "sentence"),
    [
        (
            "",
            None,
            "In this text organized crime is not named; the tasks that it renews stand in resolution 3050 (2031), "
            "which is not held, so its place among them is unknown.",
        ),
        (
            "Concerned by piracy,\n",
            mandate(RIVER, POLLS),
            "In this text organized crime is named in 1 preambular paragraph only; in the mandate in force, "
            "resolution 3050 (2031), it is in none of 2 tasks.",
        ),
        (
            "",
            mandate(RIVER, GOLD, chapeau=TIERED),
            "In this text organized crime is not named; in the mandate in force, resolution 3050 (2031), it is the "
            "2nd of 2 main tasks, within the top 3.",
        ),
    ],
)
def test_tasks_by_reference_are_told_for_this_text_and_for_the_mandate_in_force(review, preamble, held, sentence):
    made = review(EXTENSION.format(preamble=preamble), {"S/RES/3050 (2031)": held} if held else None)
    assert report.headline(made) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            FRONT
            + ("Condemning piracy,\n1. Welcomes the peace talks;\n2. Expresses concern at the smuggling of gold;\n"),
            "No mandate of a mission is found in this text, so it is not ranked; organized crime is named in 1 "
            "operative paragraph and 1 preambular paragraph.",
        ),
        (
            FRONT + "1. Welcomes the peace talks;\n2. Decides to remain seized of the matter.\n",
            "No mandate of a mission is found in this text, so it is not ranked; organized crime is not named.",
        ),
    ],
)
def test_a_text_that_is_not_ranked_says_what_it_is(review, text, sentence):
    made = review(text)
    assert made.flagged is Flagged.NOT_APPLICABLE
    assert report.headline(made) == sentence


def test_the_contrast_says_what_the_answer_is_not(review):
    outside = "2. Requests UNMIKA to share what it learns about criminal networks;\n"
    assert report.contrast(review(mandate(RIVER, COURTS, more=outside))) == (
        "It is not a task of its own. Paragraph 2 also asks the mission to act on it, but stands outside the list, "
        "without a rank."
    )
    assert report.contrast(review(mandate(RIVER, GOLD))).startswith("The place says nothing of police")
    assert report.contrast(review(mandate(RIVER, POLLS, MINES, GOLD))).startswith(
        "It is a task of its own, but not one"
    )
    assert report.contrast(review(EXTENSION.format(preamble=""))) == (
        "It is neither flagged nor cleared: review it together with resolution 3050 (2031) to know."
    )


# --- the page ---------------------------------------------------------------------------------------------------

LONG = mandate(
    f"Rule of law in every province of Karesia\n(i) {MINES}\n(ii) {COURTS}",
    RIVER,
    POLLS,
    "To lend its good offices to all who seek peace in the valleys of the north and the towns of the south of Karesia;",
    chapeau=TIERED,
    preamble="Concerned by piracy,\n",
    more="2. Urges all Member States to act against drug trafficking;\n",
)


def test_the_page_shows_headline_ladder_places_and_findings(review):
    page = report.as_text(review(LONG), "draft.docx")
    title, *rest = page.split("\n\n")
    assert title == "UNMIKA · mandate · draft.docx"
    assert rest[0].startswith(
        "Organized crime is a clause inside the 1st of 4 main tasks, the 2nd of 5 individual tasks."
    )
    ladder = rest[1].splitlines()
    assert ladder[1] == "  Priority tasks, paragraph 1"
    assert re.match(r"  ◪   1  1 \(a\) +Rule of law in every province of Karesia \[2 tasks\]$", ladder[2])
    assert re.match(r"    ◪    1 \(a\) \(ii\)  To help the courts", ladder[3])
    assert "[clause, the 2nd of 5 tasks]" in " ".join(" ".join(ladder).split())
    top = next(n for n, line in enumerate(ladder) if "the top 3 end here" in line)
    assert "1 (c)" in ladder[top - 1]
    assert "1 (d)" in ladder[top + 1]
    assert rest[2].splitlines()[1:] == ["  2         to Member States (Urges)", "  Preamble  PP2"]
    assert rest[3] == "MEANS\n  The text states no number of police."
    about, *areas = rest[4].splitlines()
    assert about.startswith("WHAT THE 5 INDIVIDUAL TASKS ARE ABOUT")
    assert any(re.match(r"    1  Organized crime +▪+$", line) for line in areas)
    assert rest[5] == "FINDINGS"
    assert rest[6].startswith("OC202 clause-inside-another-task (medium)\n  Organized crime is a clause in 1 (a) (ii)")
    assert "    1 (a) (ii)  “criminal networks”" in rest[6].splitlines()


def test_an_own_task_has_a_full_square(review):
    page = report.as_text(review(mandate(RIVER, GOLD)))
    assert re.search(r"^  ■   2  1 \(b\)  To support the police", page, re.M)


def test_a_text_without_findings_says_so(review):
    trained = GOLD.replace(
        "support the police", "train judges and investigators, in cooperation with the courts, for cases"
    )
    assert report.as_text(review(mandate(RIVER, trained))).rstrip().endswith("NO FINDINGS")


def test_it_says_once_that_a_machine_helped(review):
    assert report.as_text(review(LONG)).count("Machine-assisted: check against the text.") == 1


@pytest.mark.parametrize("width", [60, 80, 100])
def test_lines_keep_to_the_width_and_never_break_inside_a_citation(review, width):
    page = report.as_text(review(LONG), "draft.docx", width)
    assert all(len(line) <= width or "http" in line for line in page.splitlines())
    assert "\N{NO-BREAK SPACE}" not in page
    assert not re.search(r"1\n\s*\(a\)|\(a\)\n\s*\(ii\)", page)


def test_the_ladder_of_a_renewal_is_that_of_the_tasks_in_force(review):
    made = review(EXTENSION.format(preamble=""), {"S/RES/3050 (2031)": mandate(RIVER, GOLD)})
    page = report.as_text(made)
    assert "MAIN TASKS IN FORCE, resolution 3050 (2031)" in page
    assert re.search(r"■   2  1 \(b\)", page)


def test_further_missions_are_told_below(review):
    text = mandate(
        RIVER,
        GOLD,
        more=(
            "2. Authorizes the Multinational Force in Karesia (MFK), which Member States run, to take all necessary "
            "measures;\n3. Decides that the mandate of MFK shall be the following:\n(a) To guard the port;\n(b) To "
            "guard the road;\n"
        ),
    )
    made = review(text)
    assert [r.mission.acronym for r in made.missions] == ["UNMIKA", "MFK"]
    assert "OTHER MISSIONS IN THIS TEXT\n  MFK: Organized crime is in none of 2 tasks" in report.as_text(made)


# --- plain values -----------------------------------------------------------------------------------------------

GUIDE = {
    (
        "file"
    ), "symbol", "mission", "tasks_by_reference", "kind", "order_stated", "flagged", "flag_reason", "preambular_count",
    "last_operative_number", "task_lists", "main_tasks", "leaf_tasks", "oc_leaf_tasks", "oc_preambular", "oc_operative",
    (
        "position"
    ), "best_main_task_rank", "best_containing_rank", "only_with_terrorism", "oc_partners_named", "police_authorized",
}  # fmt: skip
OURS = {
    "verdict",
    "operative_count",
    "chapter_vii",
    "strengths",
    "term",
    "areas",
    "means",
    "brackets",
    "without_brackets",
    "incomplete",
    "warning",
    "leaf_tasks_without_dashes",
    "in_force",
    "predecessor",
    "tasked",
    "register",
    "headline",
    "contrast",
    "top",
    "policy",
    "corrections",
    "ruleset",
    "missions",
    "findings",
}


def test_the_values_have_the_names_of_the_annotation_guide(review):
    made = report.as_dict(review(LONG), "draft.docx")
    assert set(made) == GUIDE | OURS
    assert json.loads(json.dumps(made)) == made
    assert (made["file"], made["kind"], made["mission"], made["symbol"]) == ("draft.docx", "mandate", "UNMIKA", None)
    assert (made["flagged"], made["flag_reason"], made["position"]) == ("yes", "clause or sub-task", "within_main_task")
    assert (made["preambular_count"], made["last_operative_number"], made["leaf_tasks"]) == (2, 3, 5)
    assert made["main_tasks"][0] == {
        "label": "1 (a)",
        "rank": 1,
        "tier": "priority",
        "title": "Rule of law in every province of Karesia",
        "leaves": 2,
        "organized_crime": "clause",
        "place_in_list": 1,
        "qualifiers": [],
    }
    assert made["task_lists"][0]["paragraph"] == "1"
    assert made["task_lists"][0]["tier"] == "priority"
    assert made["oc_leaf_tasks"] == [
        {"label": "1 (a) (ii)", "leaf_index": 2, "role": "clause", "crime_types": ["organized_crime"], "qualifiers": []}
    ]
    assert [(o["label"], o["addressee"], o["in_task_list"], o["lead_verb"]) for o in made["oc_operative"]] == [
        ("1", ["mission"], True, "Decides"),
        ("2", ["member_states"], False, "Urges"),
    ]
    assert made["oc_preambular"] == [2]
    place = {"label": "1 (a) (ii)", "symbol": "", "listed": True, "crime_types": ["organized_crime"]}
    assert (made["tasked"], made["register"]) == ([place], None)


def test_parts_links_and_kinds_of_task_stand_beside_the_crime_types_of_a_paragraph(review):
    words = "To investigate and prosecute the smuggling of gold and terrorist financing, through regional cooperation;"
    [entry] = report.as_dict(review(mandate(words, POLLS)))["oc_operative"]
    assert entry["crime_types"] == ["natural_resources"]
    assert entry["further_types"] == ["precious_metals", "terrorist_financing"]
    assert entry["task_kinds"] == ["law_enforcement", "regional_cooperation"]


def test_the_first_mission_stands_on_top_and_again_in_missions(review):
    made = report.as_dict(review(LONG))
    [block] = made["missions"]
    assert {name: made[name] for name in block} == block


def test_the_findings_have_their_spans_with_labels(review):
    made = review(LONG)
    finding = report.as_dict(made)["findings"][0]
    assert set(finding) == {
        "code", "name", "severity", "message", "spans", "searched", "why", "source", "remedy", "fingerprint", "note",
    }  # fmt: skip
    [span] = finding["spans"]
    assert (span["label"], span["text"]) == ("1 (a) (ii)", "criminal networks")
    paragraph = next(p for p in made.document.paragraphs if p.label == span["label"])
    assert paragraph.text[span["start"] : span["end"]] == span["text"]


def test_the_mandate_in_force_is_a_block_of_the_same_names(review):
    made = report.as_dict(review(EXTENSION.format(preamble=""), {"S/RES/3050 (2031)": mandate(RIVER, GOLD)}))
    force = made["in_force"]
    assert force["symbol"] == "S/RES/3050 (2031)"
    assert set(force) - {"symbol", "through"} == set(made["missions"][0])
    assert (made["best_main_task_rank"], force["best_main_task_rank"]) == (None, 2)
    assert made["main_tasks"] == []


def test_leaf_tasks_are_counted_with_dashes_and_without(review):
    text = mandate("Mines\n– To clear them;\n– To mark them;\n– To warn of them;", RIVER)
    made = report.as_dict(review(text))
    assert (made["leaf_tasks"], made["leaf_tasks_without_dashes"]) == (4, 2)


def test_a_list_made_of_dashes_alone_still_has_tasks(review):
    text = FRONT + CHAPEAU + f"– {RIVER}\n– {POLLS}\n2. Decides to remain seized of the matter.\n"
    made = report.as_dict(review(text))
    assert (made["leaf_tasks"], made["leaf_tasks_without_dashes"]) == (2, 2)


def test_a_text_without_operative_paragraphs_has_no_last_number(review):
    made = review(mandate(RIVER))
    empty = replace(made, document=replace(made.document, paragraphs=made.document.preambular()), findings=())
    assert report.as_dict(empty)["last_operative_number"] is None


# --- square brackets, and texts with something missing


BRACKETED = """
1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall include the following tasks:
[(a) To combat organized crime;]
(b) To protect civilians;
2. Decides to remain seized of the matter.
"""


def test_a_place_that_depends_on_square_brackets_is_said_both_ways(review):
    made = review(BRACKETED)
    assert report.headline(made).startswith("Organized crime is the 1st of 2 main tasks")
    told = report.as_dict(made)
    assert (
        told["brackets"]
        == "The place depends on square brackets: without the words in them organized crime is not in its only task."
    )
    assert (told["position"], told["without_brackets"]["position"]) == ("main_task", "absent")
    assert told["brackets"] in " ".join(report.as_text(made).split())


def test_brackets_round_something_else_leave_the_place_as_it_is(review):
    made = review(
        BRACKETED.replace("[(a)", "(a)")
        .replace(";]", ";")
        .replace("(b) To protect civilians;", "[(b) To protect civilians;]")
    )
    assert "1st of 2" in report.headline(made)
    assert "only main task" in report.as_dict(made)["brackets"]
    made = review(BRACKETED.replace("[(a)", "(a)").replace(";]", ";").replace("\n2.", "\n[2. Requests a report;]\n3."))
    assert report.as_dict(made)["brackets"] == "The place is the same without the words in square brackets."


def test_a_text_without_brackets_says_nothing_of_them(review):
    assert report.as_dict(review(LONG))["brackets"] == ""
    assert report.as_dict(review(LONG))["without_brackets"] is None


def test_what_is_missing_is_said_with_what_it_means(review):
    made = review(BRACKETED.replace("\n2.", "\n4."))
    warning = (
        "The text looks incomplete. The numbers of paragraphs 2 and 3 are missing. Places may be off: check the source."
    )
    assert report.as_dict(made)["warning"] == warning
    assert warning in " ".join(report.as_text(made).split())
    assert report.as_dict(made)["incomplete"][0]["labels"] == ["2", "3"]
    assert report.as_dict(review(BRACKETED))["warning"] == ""


# --- means


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        ("Authorizes up to 1,900 police, including 600 individual police officers;", "1,900 police are authorized, 600 individual police officers among them."),
        ("Authorizes up to 391 individual police officers and 1,050 personnel of formed police units;", "1,441 police are authorized: 1,050 police in formed units and 391 individual police officers."),
        ("Welcomes the work of UNMIKA;", "The text states no number of police."),
    ],
)  # fmt: skip
def test_the_means_are_said_with_their_parts(review, paragraph, said):
    text = BRACKETED.replace("[", "").replace("]", "").replace("\n2.", f"\n2. {paragraph}\n3.")
    assert report.as_dict(review(text))["means"].startswith(said)
