"""What a search gives back, as page and API show it."""

from dataclasses import dataclass

from mandates.searching.excerpts import Excerpt
from mandates.searching.grammar import Asked


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. ``stands``: where it stands, in words. ``council``: the excerpt is the Council's, not the application's.

    ``code`` and ``severity`` are a finding's; ``mandate`` is the number of the text that it stands in, None of a register.
    """

    kind: str
    title: str
    url: str
    excerpt: Excerpt
    label: str = ""
    anchor: str = ""
    stands: str = ""
    mission: str = ""
    year: int | None = None
    draft: bool = False
    council: bool = False
    code: str = ""
    severity: str = ""
    mandate: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind that are shown, and how many there are."""

    kind: str
    count: int
    hits: tuple[Hit, ...]

    @property
    def more(self) -> int:
        return self.count - len(self.hits)


@dataclass(frozen=True, slots=True)
class Found:
    """All groups that are not empty, in the order in which they are shown; ``page`` of ``pages`` where one kind is shown."""

    asked: Asked
    groups: tuple[Group, ...] = ()
    page: int = 1
    pages: int = 1

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)
