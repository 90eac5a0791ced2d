"""Damage as it befalls texts on their way to a reader, and worse: what ``evaluation.fuzz`` makes of real ones.

Every mutation takes a source of chance and the bytes of a text, and gives other bytes; the same chance gives the same.
"""

import random
from collections.abc import Callable

NEST = 400  # brackets and labels laid within one another
JUNK = (
    "\x00", "\x0c", "\u200b", "\ufffe", "\ud7ff", "\u2028", "–", "•", "(a)", "(i)", "1.", "[", "]", "[5 bis.", ";", ":", "\t" * 40,
    " " * 300, "S/RES/9999 (2031)", "12/34", "Annex", "The Security Council,", "“", "İ", "ß" * 30, "ﬁ", "\r", "PP3", "(((((", "…",
)  # fmt: skip


def cut(chance: random.Random, data: bytes) -> bytes:
    """The file ends in the middle."""
    return data[: chance.randrange(1, len(data) + 1)]


def beheaded(chance: random.Random, data: bytes) -> bytes:
    """The file begins in the middle."""
    return data[chance.randrange(len(data)) :]


def shuffled(chance: random.Random, data: bytes) -> bytes:
    """The lines stand in another order."""
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def swapped(chance: random.Random, data: bytes) -> bytes:
    """A few lines have changed places."""
    lines = data.split(b"\n")
    for _ in range(min(len(lines), 6)):
        a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[a], lines[b] = lines[b], lines[a]
    return b"\n".join(lines)


def doubled(chance: random.Random, data: bytes) -> bytes:
    """A stretch of lines stands there twice."""
    lines = data.split(b"\n")
    start = chance.randrange(len(lines))
    end = start + chance.randrange(1, 40)
    return b"\n".join([*lines[:end], *lines[start:end], *lines[end:]])


def thinned(chance: random.Random, data: bytes) -> bytes:
    """One line in ten is gone."""
    return b"\n".join(line for line in data.split(b"\n") if chance.random() > 0.1)


def on_one_line(chance: random.Random, data: bytes) -> bytes:
    """All line breaks are gone."""
    return b" ".join(data.split(b"\n"))


def broken_up(chance: random.Random, data: bytes) -> bytes:
    """Line breaks where words end, one in eight."""
    return b"".join(b"\n" if byte == 32 and chance.random() < 0.125 else bytes([byte]) for byte in data)


def with_random_bytes(chance: random.Random, data: bytes) -> bytes:
    """Some bytes are others."""
    out = bytearray(data)
    for _ in range(chance.randrange(1, 60)):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def with_junk(chance: random.Random, data: bytes) -> bytes:
    """Marks, brackets and strange characters in odd places."""
    text = data.decode("utf-8", "replace")
    for _ in range(chance.randrange(1, 30)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(JUNK) + text[at:]
    return text.encode("utf-8", "replace")


def nested(chance: random.Random, data: bytes) -> bytes:
    """Items within items, far deeper than anybody writes."""
    marks = ["(a)", "(i)", "a.", "–", "(A)", "[", "(1)", "aa)", "“"]
    depth = chance.randrange(2, NEST)
    deep = "\n".join(f"{' ' * (i % 60)}{chance.choice(marks)} to combat trafficking in arms:" for i in range(depth))
    place = data.find(b":")
    place = place + 1 if place >= 0 else len(data)
    return data[:place] + b"\n" + deep.encode() + b"\n" + data[place:]


def renumbered(chance: random.Random, data: bytes) -> bytes:
    """Digits are other digits."""
    out = bytearray(data)
    for at, byte in enumerate(out):
        if 48 <= byte <= 57 and chance.random() < 0.2:
            out[at] = 48 + chance.randrange(10)
    return bytes(out)


def in_another_encoding(chance: random.Random, data: bytes) -> bytes:
    """The same text in another encoding, or read in a wrong one and saved again."""
    text = data.decode("utf-8", "replace")
    return chance.choice(
        [
            text.encode("utf-16"),
            text.encode("cp1252", "replace"),
            text.encode("utf-8").decode("latin-1").encode("utf-8"),
            b"\xef\xbb\xbf" + data,
        ]
    )


MUTATIONS: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    cut, beheaded, shuffled, swapped, doubled, thinned, on_one_line, broken_up, with_random_bytes, with_junk, nested,
    renumbered, in_another_encoding,
)  # fmt: skip


def mutate(chance: random.Random, data: bytes) -> tuple[str, bytes]:
    """One to three mutations, one after the other: their names, and what they made of the bytes."""
    names = []
    for mutation in chance.sample(MUTATIONS, chance.choice((1, 1, 2, 3))):
        if data:
            data = mutation(chance, data)
            names.append(mutation.__name__)
    return "+".join(names), data
