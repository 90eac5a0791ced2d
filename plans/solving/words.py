"""How days, names and amounts stand in the solver's sentences. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date


def day(when: date) -> str:
    """
    >>> day(date(2027, 3, 9))
    '9 March 2027'
    """
    return f"{when.day} {when:%B %Y}"


def listed(names: Iterable[str], word: str = "and") -> str:
    """
    >>> listed(["money team", "crime unit", "analysts"])
    'money team, crime unit and analysts'
    """
    *rest, last = names
    return f"{', '.join(rest)} {word} {last}" if rest else last


def detailed(pairs: Sequence[tuple[str, str]]) -> str:
    """Names, each with its detail where it has one.

    >>> detailed([("money team", "3 May 2027"), ("crime unit", "")])
    'money team (3 May 2027) and crime unit'
    """
    return listed(f"{name} ({detail})" if detail else name for name, detail in pairs)


def clause(words: str) -> str:
    """A sentence as part of another.

    >>> clause("It is assessed as highly entangled.")
    'it is assessed as highly entangled'
    """
    words = words.rstrip(".")
    return f"{words[0].lower()}{words[1:]}" if words.startswith(("It ", "Its ", "The ")) else words
