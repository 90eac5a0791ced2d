"""``manage.py review`` and ``manage.py explain``, as their users call them: a process, files, no database."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from mandates import rules
from mandates.management.commands import explain
from tests.mandates import drafts

ROOT = Path(__file__).resolve().parents[2]
LATER = drafts.NAMBIRA.replace(
    "(b) Political process",
    "(b) To fight the smuggling of gold together with the police of Nambira;\n\n(c) Talks",
).replace("(c) Rule of law", "(d) Rule of law")


def run(*arguments, stdin: bytes = b""):
    """Exit code, standard output and standard error of a process that could not open a database if it tried."""
    environment = {**os.environ, "DATABASE_URL": "sqlite:////nonexistent/none.sqlite3"}
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        env=environment,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def call(*arguments):
    """As ``run``, in this process."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command(*arguments, stdout=out, stderr=err)
    except SystemExit as end:
        return end.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


@pytest.fixture
def file(tmp_path):
    def make(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return make


# --- review -----------------------------------------------------------------------------------------------------


def test_a_draft_is_reviewed_as_text_without_a_database(file):
    code, out, err = run("review", file("draft.txt", drafts.NAMBIRA))
    assert (code, err) == (0, "")
    assert "Organized crime is a sub-task inside the 3rd of 3 main tasks, the 5th of 5 individual tasks." in out
    assert "OC202 clause-inside-another-task (medium)" in out
    assert out.count("Machine-assisted") == 1
    assert "\033" not in out


def test_standard_input_is_read_for_a_dash():
    code, out, _ = run("review", "-", "--format", "json", stdin=drafts.SECOND.encode())
    made = json.loads(out)
    assert (code, made["file"], made["flagged"], made["best_main_task_rank"]) == (0, "-", "no", 1)


def test_one_file_is_one_object_and_several_are_a_list(file):
    first, second = file("first.txt", drafts.NAMBIRA), file("second.txt", drafts.SECOND)
    alone = json.loads(call("review", first, "--format", "json")[1])
    both = json.loads(call("review", first, second, "--format", "json")[1])
    assert alone["file"] == first
    assert [made["file"] for made in both] == [first, second]
    assert both[0] == alone


def test_jsonl_is_one_review_a_line(file):
    names = [file("first.txt", drafts.NAMBIRA), file("second.txt", drafts.SECOND)]
    _, out, _ = call("review", *names, "--format", "jsonl")
    assert [json.loads(line)["file"] for line in out.splitlines()] == names


def test_a_task_list_held_in_one_file_serves_the_others(file):
    renewal, held = file("renewal.txt", drafts.RENEWAL), file("held.txt", drafts.HELD)
    alone = json.loads(call("review", renewal, "--format", "json")[1])
    assert (alone["flagged"], alone["flag_reason"]) == ("unknown", "task list not held")
    for order in ([renewal, held], [held, renewal]):
        made = {m["file"]: m for m in json.loads(call("review", *order, "--format", "json")[1])}
        assert (made[renewal]["flagged"], made[renewal]["flag_reason"]) == ("yes", "clause or sub-task")
        assert made[renewal]["in_force"]["symbol"] == "S/RES/3101 (2030)"
        assert made[held]["in_force"] is None


def test_top_decides_what_is_flagged(file):
    later = file("later.txt", LATER)
    made = {top: json.loads(call("review", later, "--top", top, "--format", "json")[1]) for top in ("1", "2")}
    assert made["1"]["best_main_task_rank"] == made["2"]["best_main_task_rank"] == 2
    assert [(m["top"], m["flagged"]) for m in made.values()] == [(1, "yes"), (2, "no")]


def test_fail_on_flag_is_one_for_a_flagged_text_and_zero_for_another(file):
    flagged, clear = file("flagged.txt", drafts.NAMBIRA), file("clear.txt", drafts.SECOND)
    assert call("review", flagged)[0] == 0
    assert call("review", flagged, "--fail-on-flag")[0] == 1
    assert call("review", clear, "--fail-on-flag")[0] == 0
    assert call("review", clear, flagged, "--fail-on-flag")[0] == 1


def test_unreadable_files_are_named_in_one_sentence_each_and_the_others_are_still_reviewed(file, tmp_path):
    good, empty, scan = (
        file("good.txt", drafts.NAMBIRA),
        file("empty.txt", ""),
        file("photo.png", b"\x89PNG\r\n\x1a\n0"),
    )
    missing = str(tmp_path / "missing.txt")
    code, out, err = call("review", empty, good, missing, scan, str(tmp_path), "--format", "jsonl", "--fail-on-flag")
    assert code == 2
    assert [json.loads(line)["file"] for line in out.splitlines()] == [good]
    assert [line.split(": ", 1)[0] for line in err.splitlines()] == [empty, missing, scan, str(tmp_path)]
    assert all(line.endswith(".") for line in err.splitlines())
    assert "holds no text" in err.splitlines()[0]
    assert "No such file" in err.splitlines()[1]


def test_unreadable_input_never_shows_a_traceback_or_the_text(file):
    secret = "Nothing in this note about the harvest of the valley is a resolution of any kind at all."
    code, out, err = run("review", file("note.txt", secret))
    assert (code, out) == (2, "")
    assert "no resolution" in err
    assert "harvest" not in err
    assert "Traceback" not in err
    assert len(err.splitlines()) == 1


def test_nothing_readable_is_an_empty_list_in_json(file):
    code, out, _ = call("review", file("empty.txt", ""), "--format", "json")
    assert (code, json.loads(out)) == (2, [])


def test_a_mission_that_the_text_does_not_mandate_is_said_and_the_text_reviewed(file):
    draft = file("draft.txt", drafts.NAMBIRA)
    code, out, err = call("review", draft, "--mission", "UNFOO")
    assert code == 0
    assert "UNFOO" in err
    assert "UNMINA" in out
    assert call("review", draft, "--mission", "unmina")[2] == ""


def test_a_top_of_none_is_refused():
    code, out, err = run("review", "draft.txt", "--top", "0")
    assert (code, out) == (2, "")
    assert "--top: must be 1 or more" in err
    assert "Traceback" not in err


def test_a_reader_that_goes_away_is_no_fault(file):
    command = [sys.executable, "manage.py", "review", file("draft.txt", drafts.NAMBIRA)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_predecessor_that_is_named_is_compared_and_said(file):
    older, newer = file("older.txt", drafts.NAMBIRA), file("newer.txt", LATER)
    code, out, err = call("review", newer, "--predecessor", older)
    assert (code, err) == (0, "")
    assert "SINCE ITS PREDECESSOR, older.txt\n  Of 5 tasks 5 are kept; 1 task is new." in out
    made = json.loads(call("review", newer, "--predecessor", file("held.txt", drafts.HELD), "--format", "json")[1])
    assert made["predecessor"]["symbol"] == "S/RES/3101 (2030)"
    assert "SINCE" not in call("review", newer)[1]


def test_a_predecessor_that_cannot_be_read_ends_the_review_with_one_sentence(file):
    code, out, err = call("review", file("newer.txt", LATER), "--predecessor", "none.txt")
    assert (code, out, err) == (2, "", "none.txt: No such file or directory.\n")


# --- explain ----------------------------------------------------------------------------------------------------


def test_explain_prints_a_rules_page_without_a_database():
    code, out, err = run("explain", "OC201")
    assert (code, err) == (0, "")
    assert out.startswith("# OC201 outside-top-tasks\n")
    assert rules.by_code("OC201").rationale.split(". ")[0] in " ".join(out.split())


def test_explain_alone_lists_every_rule():
    code, out, _ = call("explain")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [rule.code for rule in rules.ALL]


def test_explain_says_in_one_sentence_that_a_code_is_unknown():
    code, out, err = call("explain", "OC999")
    assert (code, out) == (2, "")
    assert err == "No rule has the code OC999: run explain without a code for the list.\n"


def test_explain_writes_every_page_and_removes_those_of_rules_that_are_gone(tmp_path, monkeypatch):
    pages = tmp_path / "docs" / "rules"
    pages.mkdir(parents=True)
    (pages / "oc000-gone.md").write_text("old")
    monkeypatch.setattr(explain, "PAGES", pages)
    code, out, _ = call("explain", "--write")
    assert (code, out) == (0, f"{len(rules.ALL) + 1} pages written.\n")
    assert {p.name for p in pages.iterdir()} == set(explain.documentation.files(rules.ALL))
