"""The pages on settings and dependencies say what is so."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def rows(page: str) -> list[str]:
    return re.findall(r"^\| `?([\w-]+)`? \|", (ROOT / "docs" / page).read_text(), re.M)


def test_every_setting_has_its_line():
    read = re.findall(r"""env\.\w+\(\s*"([A-Z_]+)\"""", (ROOT / "config" / "settings.py").read_text())
    documented = [name for name in rows("settings.md") if name.isupper()]
    assert sorted(set(read)) == sorted(documented)


def test_every_dependency_has_its_line():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [
        *project["project"]["dependencies"],
        *(d for group in project["dependency-groups"].values() for d in group),
    ]
    names = {re.match(r"[\w-]+", line)[0] for line in wanted}
    assert names == set(rows("dependencies.md")) - {"package"}


def test_the_locked_requirements_hold_every_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    locked = (ROOT / "requirements.txt").read_text()
    for line in project["project"]["dependencies"]:
        name = re.match(r"[\w-]+", line)[0].lower()
        assert re.search(rf"^{name}(\[[^\]]+\])?==", locked, re.M), name
    assert "--hash=sha256:" in locked
