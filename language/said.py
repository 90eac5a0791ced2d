"""Sentences of the interface in the language of whoever reads them.

Python code says what it shows through these; Django's own ``gettext_lazy`` serves where a class is made at the start (forms,
models), and templates have ``{% translate %}`` and ``{% blocktranslate %}``. What is said *about a draft* (headline, findings,
remedies), the API and documents are in English, the language of the draft: they do not come here.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.utils.translation import get_language, gettext, ngettext, override

ENGLISH = "en-gb"


def say(text: str, /, **values: object) -> str:
    """A sentence, with ``{name}`` in it replaced by values. KeyError for a value that is not given.

    >>> say("{count} of {total} held", count=3, total=5)
    '3 of 5 held'
    """
    said = gettext(text) if text else ""
    return said.format(**values) if values else said


def say_many(one: str, many: str, number: int, /, **values: object) -> str:
    """A sentence that counts: ``number`` chooses the form and is ``{number}`` in it.

    >>> say_many("{number} day", "{number} days", 1), say_many("{number} day of {year}", "{number} days of {year}", 2, year=2030)
    ('1 day', '2 days of 2030')
    """
    return ngettext(one, many, number).format(number=number, **values)


def joined(words: Sequence[str]) -> str:
    """
    >>> joined(["7"]), joined(["7", "12", "20"])
    ('7', '7, 12 and 20')
    """
    if len(words) < 2:
        return "".join(words)
    return say("{most} and {last}", most=", ".join(words[:-1]), last=words[-1])


def french() -> bool:
    """Whether the page is in French."""
    return (get_language() or "").startswith("fr")


@contextmanager
def in_english() -> Iterator[None]:
    """What is said within, or by a function that it decorates, is in English: documents, what is recorded."""
    with override(ENGLISH):  # a new one each time: Django's own as a decorator would be shared by threads
        yield
