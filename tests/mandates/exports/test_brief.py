"""What a brief says, and how it is shortened: by rule, with what is left out counted."""

import copy

import pytest

from mandates.exports import brief

pytestmark = pytest.mark.django_db
WIDE, STRICT = brief.LIMITS[0], brief.LIMITS[-1]


def finding(data, number: int, verdict: str = "", severity: str = "medium", **more) -> dict:
    """Another finding like the first."""
    decision = {"verdict": verdict, "reason": "Known to the host State", "by": "owner", "at": "2030-06-03T10:00:00Z"}
    made = copy.deepcopy(dict(data["findings"][0]))
    return {**made, "code": f"OC9{number:02}", "severity": severity, "decision": decision if verdict else None, **more}


def piece(label: str, **more) -> dict:
    words = "To support the authorities of Karesia in investigating networks that trade in gold;"
    adoption = {"date": "2030-06-03", "vote": "15 for, 0 against"}
    return {"symbol": "S/RES/3101 (2030)", "label": label, "adoption": adoption, "text": words, **more}


def test_it_says_where_organized_crime_stands_and_by_which_rules(data):
    made = brief.build(data, WIDE)
    assert made.headline == data["review"]["headline"]
    assert made.verdict == "Flagged: clause or sub-task."
    assert made.title == "UNMINA, Lantern option"
    assert made.meta.startswith("Draft, confidential · mandate · ")
    assert made.caveat == "Machine-assisted: check against the text."
    assert data["review"]["ruleset"] in made.made_with and "Version 1, reviewed" in made.made_with
    assert "the policy that the program comes with (the first 3)" in made.made_with


def test_the_ladder_is_the_pages_own_with_its_drawing_in_words(data):
    ladder = brief.build(data, WIDE).ladder
    (group,) = ladder.groups
    assert [(rung.rank, rung.label, rung.tasks, rung.has) for rung in group.rungs] == [
        (1, "2\xa0(a)", 2, False),
        (2, "2\xa0(b)", 1, False),
        (3, "2\xa0(c)", 2, True),
    ]
    assert group.rungs[2].said == "Organized crime in number 5 (own task)"
    assert ladder.of == len(ladder.strip) == 5
    assert ladder.here == "5th of 5: own task"


def test_accepted_findings_come_first_and_then_the_most_severe(data):
    data = {
        **data,
        "findings": [
            finding(data, 1, severity="high"),
            finding(data, 2, "defer", severity="high"),
            finding(data, 3, "accept", severity="low"),
            finding(data, 4, "accept", severity="high"),
            finding(data, 5, severity="high", note=True),
        ],
    }
    assert [f.code for f in brief.build(data, WIDE).findings] == ["OC904", "OC903", "OC901", "OC902"]


def test_a_dismissed_finding_stands_only_as_a_justified_deviation(data):
    made = brief.build({**data, "findings": [finding(data, 1, "dismiss"), finding(data, 2)]}, WIDE)
    assert [f.code for f in made.findings] == ["OC902"]
    (deviation,) = made.deviations
    assert deviation.finding.startswith("OC901: ")
    assert deviation.reason == "Known to the host State."
    assert deviation.by == "owner, 3 June 2030, 10:00 UTC"


def test_what_is_left_out_is_counted(data):
    many = [finding(data, n) for n in range(9)] + [finding(data, n, "dismiss") for n in range(20, 26)]
    made = brief.build({**data, "findings": many}, WIDE)
    assert len(made.findings) == 5 and made.findings_more == "and 4 more findings in the full review"
    assert len(made.deviations) == 4 and made.deviations_more == "and 2 more justified deviations in the full review"


def test_a_long_ladder_keeps_its_tasks_on_crime_and_counts_the_rest(data):
    mains = [dict(t) for t in data["tasks"] if t["level"] == 1]
    tasks = []
    for n in range(30):
        role = "subject" if n == 28 else "none"
        tasks.append({**mains[0], "rank": n + 1, "label": f"2 ({n})", "leaf_index": n + 1, "leaves": 1, "role": role})
    ladder = brief.build({**data, "tasks": tasks}, STRICT).ladder
    assert [rung.rank for rung in ladder.groups[0].rungs] == [1, 2, 3, 4, 29]
    assert ladder.more == "and 25 main tasks (none on organized crime) more in the full review"
    assert ladder.of == 30


def test_long_words_are_cut_at_a_word_with_a_sign_and_a_note(data):
    long = finding(data, 1, remedy="Bring the requests together and " * 40)
    made = brief.build({**data, "findings": [long]}, WIDE)
    remedy = made.findings[0].remedy
    assert len(remedy) <= WIDE.remedy + 2 and remedy.endswith(" …") and not remedy.endswith("an …")
    assert made.note == brief.CLIPPED
    assert brief.build(data, WIDE).note == ""


def test_without_predecessor_and_precedents_there_is_nothing_about_them(data):
    made = brief.build(data, WIDE)
    assert (made.changes, made.predecessor, made.precedents, made.precedents_more) == ((), "", (), "")


def test_the_changes_since_the_predecessor_take_five_lines_at_most(data):
    summary = "Of 5 tasks 3 are kept. Promoted: 2 (b). Demoted: 2 (a). Organized crime: lost in 3. Of 9 others 8 are kept. One is new."
    before = {"symbol": "S/RES/3101 (2030)", "answer": "Gold is lost; of 5 tasks 3 are kept.", "summary": summary}
    review = {**data["review"], "predecessor": before}
    made = brief.build({**data, "review": review}, WIDE)
    assert made.predecessor == "resolution 3101 (2030)"
    assert made.changes == (
        "Gold is lost; of 5 tasks 3 are kept.",
        "Organized crime: lost in 3.",
        "Promoted: 2\xa0(b).",
        "Demoted: 2\xa0(a).",
        "and 2 more sentences in the full review",
    )


def test_agreed_language_is_named_once_with_symbol_paragraph_date_and_vote(data):
    first, second = (
        [piece("2 (a)"), piece("2 (b)", adoption=None, fate={"state": "dropped", "sentence": "Dropped later."})],
        [piece("2 (a)")],
    )
    findings = [finding(data, 1, precedents=first), finding(data, 2, precedents=second)]
    made = brief.build({**data, "findings": findings}, WIDE)
    assert [p.where for p in made.precedents] == ["S/RES/3101\xa0(2030), 2\xa0(a)", "S/RES/3101\xa0(2030), 2\xa0(b)"]
    assert made.precedents[0].agreed == "3 June 2030; 15 for, 0 against"
    assert made.precedents[1].agreed == "vote not known; Dropped later"


def test_the_fullest_brief_that_fits_is_taken(data):
    many = {**data, "findings": [finding(data, n) for n in range(9)]}
    assert len(brief.fitting(many, lambda made: 2).findings) == 5
    assert len(brief.fitting(many, lambda made: 2 if len(made.findings) < 4 else 3).findings) == 3
    assert len(brief.fitting(many, lambda made: 9).findings) == 2
