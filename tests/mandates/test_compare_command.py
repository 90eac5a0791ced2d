"""``manage.py compare``, as its users call it: a process, two files, no database."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mandates.analysis.comparing.texts import NAMBIRA, changed

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a process that could not open a database if it tried."""
    environment = {**os.environ, "DATABASE_URL": "sqlite:////nonexistent/none.sqlite3"}
    done = subprocess.run(
        [sys.executable, "manage.py", "compare", *arguments],
        cwd=ROOT,
        capture_output=True,
        env=environment,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def files(tmp_path):
    older, newer = tmp_path / "older.txt", tmp_path / "newer.txt"
    older.write_text(NAMBIRA.replace("\n", "\n\n"))
    newer.write_text(changed(("by day and by night", "by day")).replace("\n", "\n\n"))
    return str(older), str(newer)


def test_it_prints_sentences_and_changes(files):
    code, out, err = run(*files)
    assert (code, err) == (0, "")
    assert out.startswith("UNMINA · older.txt → newer.txt\n\nOf 8 tasks 7 are kept and 1 reworded; no task is new.")
    assert "− “and by night”" in out


def test_json_holds_the_same(files):
    code, out, _ = run(*files, "--format", "json", "--mission", "unmina")
    made = json.loads(out)
    assert code == 0
    assert made["newer"]["file"] == files[1]
    assert [t["older"]["label"] for t in made["tasks"] if t["change"] == "reworded"] == ["2 (a) (ii)"]


def test_a_file_that_cannot_be_read_is_named_in_one_sentence(files, tmp_path):
    code, out, err = run(files[0], str(tmp_path / "none.txt"))
    assert (code, out) == (2, "")
    assert err == f"{tmp_path / 'none.txt'}: No such file or directory.\n"


def test_a_file_that_is_no_draft_is_refused_with_the_readers_own_sentence(files, tmp_path):
    image = tmp_path / "image.png"
    image.write_bytes(b"\x89PNG\r\n\x1a\n")
    code, _, err = run(str(image), files[1])
    assert code == 2
    assert "This is an image" in err


def test_a_mission_that_a_text_does_not_have_is_said(files):
    code, out, err = run(*files, "--mission", "UNOKAR")
    assert code == 0
    assert err.splitlines() == [
        f"{f}: the text gives no mandate to UNOKAR; it is compared as it stands." for f in files
    ]
    assert "Of 8 tasks" in out
