"""Why a text cannot be read, in the language of the reader; the engine says it in English (``analysis.reading.refusal``)."""

import re

from language.marks import marked
from language.said import say

# The refusals that name something; the others are in the catalogue as they are (names.py).
NAMING = [
    marked("The text is in {language}, and only English is read: send the English version of the draft."),
    marked("The PDF has more than {pages} pages: send the draft alone."),
]
PATTERNS = {re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(sentence))): sentence for sentence in NAMING}


def refusal(sentence: str) -> str:
    """The sentence of the reader: what is wrong and what to do. Another sentence that is kept in English likewise."""
    for pattern, said in PATTERNS.items():
        if found := pattern.fullmatch(sentence):
            return say(said, **{name: say(value) for name, value in found.groupdict().items()})
    return say(sentence)
