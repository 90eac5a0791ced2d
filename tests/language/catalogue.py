"""A catalogue of translations as its file holds it, and what stands in a message beside words: values, tags, punctuation."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from tests.language.words_in_templates import SAID

NO_BREAK = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
LINE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr)(?:\[(\d)\])? )?(".*")')
NAMED = re.compile(r"(?<!\{)\{(\w+)[^{}]*\}(?!\})|%\((\w+)\)[a-z]")
BY_PLACE = re.compile(r"(?<!\{)\{\}(?!\})|(?<!%)%[sd]")
AS_IT_IS = re.compile(r"<(code|kbd|samp)\b[^>]*>.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^<>]*>")


@dataclass
class Message:
    """What is said in English, alone (``one``) or with ``many``, and how it is said in another language."""

    context: str = ""
    one: str = ""
    many: str = ""
    said: list[str] = field(default_factory=list)
    fuzzy: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.one, self.many

    @property
    def pairs(self) -> Iterator[tuple[str, list[str]]]:
        """Each translation with the sources that it may follow: the first of two serves 0 and 1, and may keep the number."""
        for at, said in enumerate(self.said):
            yield said, [self.one] if not self.many else [self.many] if at else [self.one, self.many]


def read(file: Path) -> list[Message]:
    """The messages of a .po file, in its order; what is obsolete in it is not read."""
    return [found for block in file.read_text(encoding="utf-8").split("\n\n") if (found := _message(block)).one]


def _message(block: str) -> Message:
    read, at = Message(), ""
    told: dict[str, str] = {}
    for line in block.splitlines():
        if line.startswith("#,"):
            read.fuzzy = "fuzzy" in line
        elif match := LINE.fullmatch(line):
            name, form, words = match.groups()
            at = f"{name}{form or ''}" if name else at
            told[at] = told.get(at, "") + ast.literal_eval(words)
    read.context, read.one, read.many = (told.pop(name, "") for name in ("msgctxt", "msgid", "msgid_plural"))
    read.said = list(told.values())
    return read


def values(text: str) -> tuple[frozenset[str], int]:
    """The names of the values that a sentence takes, and how many it takes by their place."""
    return frozenset(a or b for a, b in NAMED.findall(text)), len(BY_PLACE.findall(text))


def tags(text: str) -> Counter:
    """The HTML tags of a message, each with its attributes; of those that are words only that they are there."""
    reader = _Tags()
    reader.feed(text)
    reader.close()
    return Counter(reader.found)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, *sorted((name, "" if name in SAID else value or "") for name, value in attrs)))

    def handle_endtag(self, tag):
        self.found.append((f"/{tag}",))


def end(text: str) -> str:
    """The mark that a message ends with, whatever tags stand behind it; empty for a letter or a value."""
    words = TAG.sub("", text).rstrip()
    return words[-1:] if words.endswith(tuple(".:;?!…,")) else ""


def mistyped(text: str) -> list[str]:
    """What breaks the rules of French typography in a translation, each with what stands around it."""
    words = unescape(TAG.sub("", AS_IT_IS.sub("x", text)))
    words = BY_PLACE.sub("x", NAMED.sub("x", words))
    return [f"{rule}: {_around(words, m)}" for rule, pattern in RULES.items() for m in pattern.finditer(words)]


# A sign that is to be typed stands as it is typed at the end of a quotation: « crime: ».
RULES = {
    "straight apostrophe": re.compile(r"(?<=\w)'(?=\w)"),
    "plain space": re.compile(r" [:;?!»%]|« "),
    "no space": re.compile(rf"[\w)»][:;?!](?=\s(?!»)|$)|«(?![{NO_BREAK} ])|(?<![{NO_BREAK} ])»"),
}


def _around(words: str, match: re.Match) -> str:
    return words[max(0, match.start() - 15) : match.end() + 15]


def shown(lines: Iterable[str]) -> str:
    """For what a test says where it fails."""
    return "\n".join(["", *lines])
