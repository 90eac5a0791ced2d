"""HTML source to tokens, in time linear in its length whatever it holds, and its bytes to characters.

The standard library's html.parser is not used: its time grows with the square of unclosed tags (80,000 characters of
``<a "`` took Python 3.11.7 half a minute). Tokens follow the HTML standard, section 13.2.5, in what matters for text:
an unclosed tag or comment swallows what comes after it, and scripts end only with their own end tag.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice

from mandates.analysis.reading import text

# single-byte sets that pages in English declare; browsers read Latin-1 and ASCII as Windows-1252
CHARSET = re.compile(
    rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}(windows-125\d|cp125\d|iso-8859-(?:[2-9]|1[0-6])|macintosh)\b""",
    re.I,
)
DECLARED_WITHIN = 4096  # bytes; the standard asks for 1024, word processors take more
FIRST_WITHIN = 100  # tokens
NAME = re.compile(r"[^\s/>]+")
SPACE = re.compile(r"[\s/]*")
ATTRIBUTE = re.compile(r"=?[^\s/>=]*")
VALUE = re.compile(r"\s*=\s*")
BARE = re.compile(r"[^\s>]*")
REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.I)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}


@dataclass(frozen=True, slots=True)
class Text:
    """Characters between tags, references such as &nbsp; not yet resolved; ``at`` is its place in the source."""

    at: int
    raw: str


@dataclass(frozen=True, slots=True)
class Start:
    name: str
    attributes: dict[str, str]
    closed: bool = False  # <p/>


@dataclass(frozen=True, slots=True)
class End:
    name: str


Token = Text | Start | End


def decode(data: bytes) -> str:
    """The characters of a page: by its byte order mark, as UTF-8, as it declares itself, else as Windows-1252.

    Raises Unreadable("binary").
    """
    if data[:2] == b"<\x00":
        data = codecs.BOM_UTF16_LE + data
    elif data[:2] == b"\x00<":
        data = codecs.BOM_UTF16_BE + data
    elif declared := CHARSET.search(data[:DECLARED_WITHIN]):
        try:
            data.decode("utf-8")  # bytes that are UTF-8 are never anything else by chance
        except UnicodeDecodeError:
            data = data.decode(declared[1].decode().replace("macintosh", "mac_roman"), "replace").encode()
    return text.decode(data)


def first_element(source: str) -> Start | None:
    """The element that a page or XML document begins with; None where text comes before any."""
    for token in islice(tokens(source), FIRST_WITHIN):
        if isinstance(token, Start):
            return token
        if isinstance(token, Text) and token.raw.strip(" \t\r\n\f\ufeff]>"):  # what a DOCTYPE's end may leave
            return None
    return None


def resolve(raw: str) -> str:
    """Text with its character references replaced; one that is none stays as it is."""
    return REFERENCE.sub(lambda match: unescape(match[0]), raw) if "&" in raw else raw


def tokens(source: str) -> Iterator[Token]:
    """Texts and tags in order. Names are in lower case; comments, declarations and the insides of scripts are left out."""
    at, end = 0, len(source)
    while at < end:
        opened = source.find("<", at)
        if opened < 0:
            yield Text(at, source[at:])
            return
        if opened > at:
            yield Text(at, source[at:opened])
        following = source[opened + 1 : opened + 2]
        if following.isascii() and following.isalpha():
            tag, at = _start(source, opened + 1)
            if tag is None:
                return
            yield tag
            if tag.name in RAW:
                closing = RAW[tag.name].search(source, at)
                if closing is None:
                    return
                at = closing.start()
        elif following == "/" and source[opened + 2 : opened + 3].isalpha():
            name = NAME.match(source, opened + 2)
            at = source.find(">", name.end()) + 1
            if not at:
                return
            yield End(name[0].lower())
        elif following in ("!", "?", "/"):
            at = _declaration(source, opened)
            if not at:
                return
        else:
            yield Text(opened, "<")
            at = opened + 1


def _declaration(source: str, opened: int) -> int:
    """Where a comment, declaration or processing instruction ends; 0 where it does not."""
    if not source.startswith("<!--", opened):
        return source.find(">", opened) + 1
    if source.startswith((">", "->"), opened + 4):
        return source.find(">", opened) + 1
    closed = source.find("-->", opened + 4)
    return closed + 3 if closed >= 0 else 0


def _start(source: str, at: int) -> tuple[Start | None, int]:
    """A start tag whose name begins at ``at``, and where the source goes on; None where it never closes."""
    name = NAME.match(source, at)
    at = SPACE.match(source, name.end()).end()
    attributes: dict[str, str] = {}
    while at < len(source):
        if source[at] == ">":
            return Start(name[0].lower(), attributes, source[at - 1] == "/"), at + 1
        key = ATTRIBUTE.match(source, at)
        at = key.end()
        value = ""
        if given := VALUE.match(source, at):
            at = given.end()
            quote = source[at : at + 1]
            if quote and quote in "\"'":
                closed = source.find(quote, at + 1)
                if closed < 0:
                    return None, len(source)
                value, at = source[at + 1 : closed], closed + 1
            else:
                bare = BARE.match(source, at)
                value, at = bare[0], bare.end()
        attributes.setdefault(key[0].lower(), value)
        at = SPACE.match(source, at).end()
    return None, len(source)
