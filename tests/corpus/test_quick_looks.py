"""A quick look before a slow pattern hides nothing: where the pattern is found, one of its words stands."""

import re
from collections.abc import Iterator

import pytest

from evaluation import corpus as texts
from mandates.analysis import addressee, kinds, names, structure, tasks
from mandates.analysis.tasking import strengths

EACH = 4  # every so many texts are looked at: some 10,000 paragraphs
SMALL = str.lower  # of a text that is looked at in small letters
AS_WRITTEN = str

LOOKS = {
    "clause": (addressee.CLAUSE, addressee.CLAUSE_VERBS, AS_WRITTEN),
    "helpers": (addressee.HELPERS, addressee.HELPING, SMALL),
    "criteria": (addressee.CRITERIA, addressee.CRITERIA_WORDS, AS_WRITTEN),
    "extending": (kinds.EXTENDING, kinds.EXTENDING_WORDS, SMALL),
    "establishing": (kinds.ESTABLISHING, kinds.ESTABLISHING_WORDS, SMALL),
    "established": (kinds.ESTABLISHED, (" be ",), AS_WRITTEN),
    "authorizes others": (kinds.AUTHORIZES_OTHERS, ("authori",), SMALL),
    "presence": (names.PRESENCE, names.PRESENCES, AS_WRITTEN),
    "qualifiers": (tasks.QUALIFIERS, tasks.QUALIFYING, AS_WRITTEN),
    "ceiling": (strengths.CEILING, strengths.SPEAKS, AS_WRITTEN),
    **{f"told: {who}": (pattern, addressee.HINTS[who], SMALL) for who, pattern in addressee.WHO},
    **{f"strength: {kind}": (pattern, strengths.SPEAKS, AS_WRITTEN) for kind, pattern in strengths.STATED},
    **{f"shown {place}": (pattern, words, AS_WRITTEN) for place, (words, pattern) in enumerate(names.SHOWN)},
}


@pytest.fixture(scope="module")
def paragraphs(corpus) -> list[str]:
    return list(_paragraphs(corpus))


def _paragraphs(corpus) -> Iterator[str]:
    for text in list(texts.texts(corpus))[::EACH]:
        if clean := texts.clean(text.path):
            yield from (p.text for p in structure.parse(clean).paragraphs)


@pytest.mark.parametrize("look", LOOKS)
def test_a_quick_look_hides_nothing(look, paragraphs):
    pattern, words, seen_as = LOOKS[look]
    hidden = [
        match[0]
        for text in paragraphs
        if not any(word in seen_as(text) for word in words) and (match := pattern.search(text))
    ]
    assert not hidden, hidden[:5]


def test_the_look_at_sanctions_hides_nothing(paragraphs):
    pattern = re.compile(kinds.SANCTIONS.pattern, re.I)
    hidden = [text[:60] for text in paragraphs if pattern.search(text) and not kinds.speaks_of_sanctions(text)]
    assert not hidden, hidden[:5]
