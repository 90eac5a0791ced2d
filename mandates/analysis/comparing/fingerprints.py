"""Names for changes that stay the same when the texts are analysed again, renumbered, or go into a next version."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from mandates.analysis.comparing import words
from mandates.analysis.values import Change, Unit, UnitChange

# a paragraph of the same text; "paragraph 57 of resolution 2127 (2013)" is another's
OWN_PARAGRAPH = re.compile(
    r"\b(?:sub-?)?paragraphs?\s+((?:\d+(?:\s?\([a-z]{1,4}\))*(?:,\s|\s(?:and|to|through|or)\s|\s?–\s?)?)+)"
    r"(?:\s*(?:above|below))?(?!\s*(?:,|and|of|in)*\s*(?:of|in)\s+(?:its\s+)?resolution)"
)


def of(changes: Iterable[UnitChange]) -> Iterator[str]:
    """One for each change, from the words of both sides and the way it moved; "" for what did not change.

    Labels and the numbers of the text's own paragraphs are no part of it, nor are hyphens and spelling. A task that is
    promoted with the same words is another change than one demoted. The second of two equal ones differs.
    """
    seen: Counter[str] = Counter()
    for change in changes:
        if not is_change(change):
            yield ""
            continue
        moved = "" if change.along else str(change.movement)
        basis = "\n".join(("change", moved, _words(change.older), _words(change.newer)))
        seen[basis] += 1
        if seen[basis] > 1:
            basis += f"\n{seen[basis]}"
        yield hashlib.sha256(basis.encode()).hexdigest()


def is_change(change: UnitChange) -> bool:
    """Whether there is something to say of it: not what is kept where it stood, or moved only with its main task."""
    moved = bool(change.movement) and not change.along
    return moved or change.change not in (Change.KEPT, Change.RENEWED)


def _words(unit: Unit | None) -> str:
    return words.of(OWN_PARAGRAPH.sub(" ", unit.text)).joined if unit else "-"
