"""What others wrote is here as they published it, with its licence."""

import hashlib
import re
import tomllib
from pathlib import Path

from django.contrib.staticfiles import finders

ROOT = Path(__file__).resolve().parent.parent.parent
VENDOR = Path(__file__).parent / "vendor"
SERVED = ROOT / "config" / "VENDOR.toml"
ASKED = re.compile(r"\{% static '([^']+)' %\}")


def listed(file: Path) -> dict[str, str]:
    """The sums of a list, each package of which says what it is and under which licence."""
    sums = {}
    for package in tomllib.loads(file.read_text()).values():
        assert package["version"] and package["licence"] and package["source"]
        sums |= package["sha256"]
    return sums


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_every_vendored_file_is_listed_with_its_sum_and_unchanged():
    held = {path.name: sha256(path) for path in VENDOR.iterdir()}
    held.pop("VENDOR.toml")
    assert held == listed(VENDOR / "VENDOR.toml")


def test_every_file_that_pages_ask_for_is_ours_or_listed_with_its_sum():
    asked = {name for page in (ROOT / "templates").rglob("*.html") for name in ASKED.findall(page.read_text())}
    others = {name for name in asked if not (ROOT / "static" / name).exists()}
    assert {name: sha256(Path(finders.find(name))) for name in others} == listed(SERVED)


def test_the_version_that_is_listed_is_that_of_the_file():
    told = tomllib.loads(SERVED.read_text())["htmx"]
    assert f'version:"{told["version"]}"' in Path(finders.find("django_htmx/htmx-2.min.js")).read_text()
