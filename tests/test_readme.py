"""The README's output is what the command prints today."""

import re
from pathlib import Path

from mandates import specimens
from mandates.analysis import pipeline, read, report

ROOT = Path(__file__).resolve().parent.parent


def test_the_output_shown_is_the_real_one():
    path = specimens.FOLDER / specimens.FIRST
    printed = report.as_text(pipeline.review(read.read(path.read_bytes(), path.name)), path.name).splitlines()
    printed = [line.rstrip().split(" Ruleset ")[0] for line in printed]
    shown = re.findall(r"```\n(UNSMKA.*?)```", (ROOT / "README.md").read_text(), re.S)[0].splitlines()
    assert len(shown) >= 10
    assert [line.rstrip() for line in shown] == printed[: len(shown)]


def test_the_two_commands_exist():
    commands = re.findall(r"```\n(bin/up\n.*?)```", (ROOT / "README.md").read_text(), re.S)[0].splitlines()
    assert len(commands) == 2
    assert all((ROOT / command.split()[0]).exists() for command in commands)
    assert (ROOT / commands[1].split()[-1]).exists()
