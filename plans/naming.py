"""Partners stand in what is kept of a plan by number alone; their names are put in for those who may see them.

So a sentence that was written when a partner was open to all tells nothing once it is restricted.
"""

import re
from collections.abc import Mapping

from language.marks import marked
from language.said import say

HIDDEN = marked("a partner that is not shown to you")
MARK = re.compile(r"\[partner (\d+)\]")


def of_partner(number: int) -> str:
    """What stands for a partner in a sentence that is kept."""
    return f"[partner {number}]"  # in English: a mark that is kept, not read


def of_regime(name: str) -> str:
    """What people read for a sanctions regime, by the name that the register gives it."""
    return say("sanctions regime on {name}", name=say(name))


def named(sentence: str, names: Mapping[int, str]) -> str:
    """The sentence with the names of the partners that ``names`` holds, by number."""
    told = MARK.sub(lambda mark: names.get(int(mark[1]), say(HIDDEN)), sentence)
    return told[:1].upper() + told[1:]


def spoken_of(sentence: str) -> set[int]:
    """The numbers of the partners of whom a sentence speaks."""
    return {int(number) for number in MARK.findall(sentence)}


def shows(sentence: str, names: Mapping[int, str]) -> bool:
    """Whether all partners of a sentence are among ``names``: another one would tell that somebody is hidden."""
    return spoken_of(sentence) <= names.keys()
