"""The version of everything that decides a review's result, so that each review can say under what it was made."""

import hashlib
from pathlib import Path

RELEASE = "2026.11"
PARTS = ("analysis", "data", "rules")  # folders of the mandates app


def version(app: Path) -> str:
    """``2026.11+`` and ten hex digits of the content of the engine, its rules and its data under ``app``."""
    digest = hashlib.sha256()
    for part in PARTS:
        for file in sorted(
            p for p in (app / part).rglob("*") if p.is_file() and p.suffix != ".pyc" and p.name[0] != "."
        ):
            content = file.read_bytes().replace(b"\r\n", b"\n")
            digest.update(f"{file.relative_to(app).as_posix()} {len(content)}\n".encode())
            digest.update(content)
    return f"{RELEASE}+{digest.hexdigest()[:10]}"
