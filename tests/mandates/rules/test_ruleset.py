"""The ruleset's version: the same for the same content, another for any other."""

import re
import shutil
from pathlib import Path

import pytest

from mandates import rules
from mandates.rules import ruleset

APP = Path(rules.__file__).resolve().parent.parent


@pytest.fixture
def copy(tmp_path):
    for part in ruleset.PARTS:
        shutil.copytree(APP / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_it_is_readable_and_the_same_wherever_the_files_lie(copy):
    assert re.fullmatch(r"\d{4}\.\d{2}\+[0-9a-f]{10}", rules.RULESET)
    assert ruleset.version(copy) == ruleset.version(APP)


def test_compiled_hidden_and_windows_copies_do_not_change_it(copy):
    before = ruleset.version(copy)
    (copy / "rules" / "__pycache__").mkdir()
    (copy / "rules" / "__pycache__" / "base.cpython-311.pyc").write_bytes(b"x")
    (copy / "data" / ".hidden").write_text("x")
    base = copy / "rules" / "base.py"
    base.write_bytes(base.read_bytes().replace(b"\n", b"\r\n"))
    assert ruleset.version(copy) == before


@pytest.mark.parametrize("file", ["rules/oc201_outside_top_tasks.py", "analysis/priority.py", "data/lexicon.toml"])
def test_any_change_of_engine_rules_or_data_changes_it(copy, file):
    before = ruleset.version(copy)
    with (copy / file).open("a") as changed:
        changed.write("# one word more\n")
    assert ruleset.version(copy) != before


def test_a_new_file_and_a_renamed_one_change_it(copy):
    before = ruleset.version(copy)
    (copy / "rules" / "oc999_new.py").write_text("")
    added = ruleset.version(copy)
    (copy / "rules" / "oc999_new.py").rename(copy / "rules" / "oc998_new.py")
    assert len({before, added, ruleset.version(copy)}) == 3
