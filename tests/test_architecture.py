"""The house: imports run downwards only, and the engine knows neither Django nor clock nor network."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ["language", "missions", "capacities", "mandates", "plans", "home"]  # from the ground up
ENGINE = ["mandates/analysis", "mandates/rules"]
NOT_IN_THE_ENGINE = {
    "django", "rest_framework", "celery", "config", "language", "missions", "capacities", "plans", "home", "requests", "urllib", "http", "socket",
    "time", "random", "subprocess", "asyncio", "os",
}  # fmt: skip
FORBIDDEN_NAMES = {"utils.py", "helpers.py", "common.py", "misc.py"}


def sources(folder: str) -> list[Path]:
    return [p for p in (ROOT / folder).rglob("*.py") if "migrations" not in p.parts]


def imported(path: Path) -> set[str]:
    """Dotted names of every module that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" if node.module else alias.name for alias in node.names}
    return found


@pytest.mark.parametrize("floor", FLOORS)
def test_imports_run_downwards_only(floor):
    above = FLOORS[FLOORS.index(floor) + 1 :]
    for path in sources(floor):
        upwards = {name for name in imported(path) if name.split(".")[0] in above}
        assert not upwards, f"{path.relative_to(ROOT)} imports {upwards}"


@pytest.mark.parametrize("folder", ENGINE)
def test_the_engine_is_pure(folder):
    files = sources(folder)
    assert files
    for path in files:
        names = imported(path)
        outside = {name for name in names if name.split(".")[0] in NOT_IN_THE_ENGINE}
        outside |= {
            name for name in names if name.startswith("mandates.") and name.split(".")[1] not in ("analysis", "rules")
        }
        assert not outside, f"{path.relative_to(ROOT)} imports {outside}"


def test_no_file_is_a_drawer_for_anything():
    for folder in (*FLOORS, "config", "accounts"):
        assert not {p.name for p in sources(folder)} & FORBIDDEN_NAMES
