"""What stands behind each number: a few sentences and the place in the documentation that says it in full, from ``helps.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.urls import reverse

from language.marks import marked

FILE = Path(__file__).with_name("helps.toml")


@dataclass(frozen=True, slots=True)
class Help:
    """``of`` what it tells, for those who cannot see where it stands; ``link`` a document and a heading of it; ``on`` names of addresses."""

    of: str
    says: tuple[str, ...]
    link: str
    on: tuple[str, ...]
    word: str = marked("How this is read")

    @property
    def address(self) -> str:
        name, _, anchor = self.link.partition("#")
        return f"{reverse('help_page', args=[name])}#{anchor}"


@cache
def held() -> dict[str, Help]:
    """All helps by their key."""
    table = tomllib.loads(FILE.read_text())
    return {key: Help(**one | {"says": tuple(one["says"]), "on": tuple(one["on"])}) for key, one in table.items()}
