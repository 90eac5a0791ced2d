"""What others wrote is here as they published it, with its licence."""

import hashlib
import tomllib
from pathlib import Path

VENDOR = Path(__file__).parent / "vendor"


def test_every_vendored_file_is_listed_with_its_sum_and_unchanged():
    listed = {}
    for package in tomllib.loads((VENDOR / "VENDOR.toml").read_text()).values():
        assert package["version"] and package["licence"] and package["source"]
        listed |= package["sha256"]
    held = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in VENDOR.iterdir()}
    held.pop("VENDOR.toml")
    assert held == listed
