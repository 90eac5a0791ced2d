"""What somebody typed into the search → Asked: words, "phrases", -not, and operators such as ``mission:UNMIKA``. PURE.

``OPERATORS`` is the one list of them: the page teaches it, docs/search.md repeats it, and a test holds the two together. What cannot
be understood is never passed over: it raises Unclear, whose message is one sentence for the person who typed it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches

from language.marks import marked
from language.said import joined, say
from mandates.analysis import taxonomy
from mandates.searching import words
from mandates.searching.words import Query, normal

OF_TEXTS = ("texts", "tasks", "paragraphs", "findings")  # a whole text by its names, and what stands in one
KINDS = ("missions", *OF_TEXTS, "partners", "capacities")  # in the order in which a page shows them
IN = {kind: (kind,) for kind in KINDS} | {"texts": ("texts", "tasks", "paragraphs")}
STATES = ("draft", "adopted", "flagged")
FIRST_YEAR, LAST_YEAR = 1946, 2100
LONGEST = 200  # characters

# an operator with its value, or else a "phrase", in which a colon is no operator
OPERATOR = re.compile(r'(?<!\S)(-?)([^\W\d]\w*):(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|(\S*))|["“”„«»][^"“”„«»]*["“”„«»]?')
YEARS = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")
SYMBOL = re.compile(r"(?:s res |resolution |res )?(\d{1,4})( \d{4})?")


class Unclear(ValueError):
    """What was typed cannot be understood; the message says what, and what could be typed instead."""


@dataclass(frozen=True, slots=True)
class Operator:
    """``values`` as the help shows them, an ``example``, what it ``does``, and the kinds of hits that it can narrow."""

    values: str
    example: str
    does: str
    kinds: tuple[str, ...]


OPERATORS = {
    "in": Operator(
        ", ".join(IN), "in:tasks",
        marked("only hits of this kind; texts are whole texts, their tasks and their paragraphs"), KINDS,
    ),
    "mission": Operator(
        marked("an acronym"), "mission:MINUSCA",
        marked("only what concerns this mission, and partners in its countries"), KINDS,
    ),
    "year": Operator(
        "2018, 2015-2019", "year:2015-2019",
        marked("only texts adopted then; a draft counts in the year in which it came in"), OF_TEXTS,
    ),
    "crime": Operator(
        marked("a crime type"), "crime:gangs",
        marked("only what names this crime, and partners who work on it"), (*OF_TEXTS, "partners"),
    ),
    "is": Operator(
        ", ".join(STATES), "is:flagged",
        marked("only drafts, only adopted texts, or only texts that are flagged"), OF_TEXTS,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for. ``kinds`` are those that can hold it; an empty tuple elsewhere asks for nothing in particular.

    ``missions`` are as typed: which of them there are, the register knows. ``number`` is a resolution's, where nothing but one
    was typed.
    """

    query: Query = field(default_factory=Query)
    kinds: tuple[str, ...] = KINDS
    missions: tuple[str, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
    crime_types: tuple[str, ...] = ()
    states: frozenset[str] = frozenset()
    number: int | None = None
    typed: bool = False  # whether anything was

    def __bool__(self) -> bool:
        return self.typed


def parse(said: str) -> Asked:
    """Words narrow by all of them; several values of one operator widen it, several operators narrow. Raises Unclear.

    >>> parse('gold in:tasks year:2018').years
    ((2018, 2018),)
    """
    if len(said) > LONGEST:
        raise Unclear(say("This is longer than {number} characters: look for fewer words.", number=LONGEST))
    given: dict[str, list] = {}
    for found in OPERATOR.finditer(said):
        if found[2]:
            operator, value = _operator(found)
            given.setdefault(operator, []).append(value)
    query, number = _named(words.parse(OPERATOR.sub(lambda found: " " if found[2] else found[0], said)))
    return Asked(
        query=query,
        kinds=_kinds(given),
        missions=tuple(given.get("mission", ())),
        years=tuple(given.get("year", ())),
        crime_types=tuple(given.get("crime", ())),
        states=_states(given.get("is", ())),
        number=number,
        typed=bool(query or given),
    )


def _operator(found: re.Match) -> tuple[str, object]:
    operator, value = found[2].lower(), (found[3] or found[4] or "").rstrip(",;")
    if operator not in OPERATORS:
        told = say(
            "There is no “{operator}:”. You can narrow by {known}; to look for the words themselves, put them in “quotation marks”.",
            operator=operator,
            known=joined([f"{known}:" for known in OPERATORS]),
        )
        raise Unclear(told)
    if found[1]:
        raise Unclear(say("A minus stands before words only: “{operator}:” cannot be turned round.", operator=operator))
    if not normal(value):
        example = OPERATORS[operator].example
        raise Unclear(say("Say what after “{operator}:”, for example {example}", operator=operator, example=example))
    return operator, VALUES[operator](value)


def nearest(typed: str, known: list[str]) -> str:
    """“ Did you mean MINUSMA?”, where one of the known is nearly what was typed; else nothing."""
    by = {normal(name): name for name in known}
    found = get_close_matches(normal(typed), by, n=1, cutoff=0.7)
    return " " + say("Did you mean {name}?", name=by[found[0]]) if found else ""


def _kinds(given: dict[str, list]) -> tuple[str, ...]:
    """Those asked for that every operator can narrow; Unclear where none is left."""
    wanted = {kind for kinds in given.get("in", [KINDS]) for kind in kinds}
    for operator in given:
        left = wanted & set(OPERATORS[operator].kinds)
        if not left:
            told = say(
                "“{operator}:” cannot narrow {kinds}: it is known of {known}.",
                operator=operator,
                kinds=joined([kind for kind in KINDS if kind in wanted]),
                known=joined(OPERATORS[operator].kinds),
            )
            raise Unclear(told)
        wanted = left
    return tuple(kind for kind in KINDS if kind in wanted)


def _states(states) -> frozenset[str]:
    if {"draft", "adopted"} <= set(states):
        raise Unclear(say("A text is a draft or adopted, never both: leave is:draft or is:adopted out."))
    return frozenset(states)


def _named(query: Query) -> tuple[Query, int | None]:
    """Where nothing but a resolution was typed ("2423", "resolution 2423", "S/RES/2423 (2018)"), its number; and the words by which
    it is found itself and wherever a text cites it: "resolution 2423 (2018)"."""
    found = SYMBOL.fullmatch(" ".join(query.wanted))
    if not found or query.unwanted:
        return query, None
    return Query((f"{found[1]}{found[2] or ''}",)), int(found[1])


def _in(value: str) -> tuple[str, ...]:
    kind = value.lower()
    plural = {"text": "texts", "task": "tasks", "capacity": "capacities"}.get(kind, f"{kind}s")
    if found := IN.get(kind) or IN.get(plural):
        return found
    raise Unclear(say("There is no “in:{value}”. Choose one of {known}.", value=value, known=joined(list(IN))))


def _mission(value: str) -> str:
    return value.strip()


def _year(value: str) -> tuple[int, int]:
    found = YEARS.fullmatch(value.strip())
    first = int(found[1]) if found else 0
    last = int(found[2] or first) if found else 0
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        told = say(
            "“year:” takes a year from {first} to {last}, or two of them: year:2018 or year:2015-2019.",
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
        raise Unclear(told)
    return first, last


def _crime(value: str) -> str:
    """The name of a crime type: by its name, its label, or words of the label that no other label has; of a part its whole.

    A label is taken in English, so that an address means the same to everyone, and in the language of the page.
    """
    types = taxonomy.load().types
    typed, labels = normal(value), {normal(words): t.name for t in types.values() for words in (t.label, say(t.label))}
    by = labels | {normal(name): name for name in types}
    fits = {labels[words] for words in labels if all(_begun(word, words.split()) for word in typed.split())}
    if typed not in by and len(fits) != 1:
        told = [say(t.label) for t in types.values() if t.name in fits]
        if told:
            several = say(
                '“{value}” can be {types}. Several words go in quotation marks: crime:"{first}".',
                value=value,
                types=joined(told),
                first=told[0],
            )
            raise Unclear(several)
        near = nearest(value, [say(t.label) for t in types.values()])
        raise Unclear(say("“{value}” is no crime type: the page “Crime types” lists them.", value=value) + near)
    return taxonomy.load().whole(by[typed] if typed in by else fits.pop())


def _begun(word: str, label: list[str]) -> bool:
    """Whether a word is one of a label's, or its beginning, or its plural."""
    return any(known.startswith(word) or word == f"{known}s" for known in label)


def _is(value: str) -> str:
    state = value.lower()
    if state not in STATES:
        known = joined([f"is:{state}" for state in STATES])
        raise Unclear(say("There is no “is:{value}”. Choose one of {known}.", value=value, known=known))
    return state


VALUES: dict[str, Callable] = {"in": _in, "mission": _mission, "year": _year, "crime": _crime, "is": _is}
