"""The components as their files say: name, and the comment that each opens with."""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "components"
OPENING = re.compile(r"\{# (.+?) #\}|\{% comment %\}(.+?)\{% endcomment %\}", re.S)


@dataclass(frozen=True, slots=True)
class Component:
    name: str
    takes: str  # its comment; empty where it opens with none

    @property
    def template(self) -> str:
        return f"components/{self.name}"


def held() -> list[Component]:
    """Every file of the folder, by name."""
    return [Component(path.name, _takes(path.read_text())) for path in sorted(FOLDER.iterdir())]


def _takes(text: str) -> str:
    found = OPENING.match(text.lstrip())
    return (found[1] or found[2]) if found else ""
