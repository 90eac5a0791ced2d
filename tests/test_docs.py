"""What the documentation names exists, and its links lead somewhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
PLACE = re.compile(
    r"`((?:bin|config|accounts|missions|capacities|mandates|templates|static|tests|docs|bench)/[\w./*-]*|[\w-]+\.(?:yml|toml|py|md))`"
)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_place_named_exists(page):
    for place in PLACE.findall(page.read_text()):
        found = (ROOT / place).exists() or list(ROOT.glob(f"*/{place}")) or list(ROOT.glob(f"mandates/*/{place}"))
        assert found, f"{page.name} names {place}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text()):
        if not target.startswith(("http", "mailto")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_command_named_exists():
    for page in PAGES:
        for command in re.findall(r"`?bin/(\w[\w-]*)(?: (\w+))?", page.read_text()):
            assert (ROOT / "bin" / command[0]).exists(), f"{page.name} names bin/{command[0]}"
            if command[0] == "manage" and command[1] and command[1] != "runs":
                assert list(ROOT.glob(f"*/management/commands/{command[1]}.py")), (
                    f"{page.name} names bin/manage {command[1]}"
                )
