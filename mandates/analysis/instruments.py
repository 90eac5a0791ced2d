"""Which treaties and standards on a crime a text cites. The instruments of each crime type stand in taxonomy.toml, the words
by which they are cited in instruments.toml."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from mandates.analysis import lexicon, taxonomy
from mandates.analysis.values import Document

SOURCE = Path(__file__).resolve().parent.parent / "data" / "instruments.toml"
# one of them stands wherever an instrument is cited: a quick look before the slow one
CITING = (
    "Convention", "Protocol", "Treaty", "Instrument", "Programme of Action", "Program of Action", "CITES", "UNTOC",
    "UNCAC", "FATF", "Financial Action", "Forty Recommendations", "Kimberley", "Code of Conduct", "Lusaka",
)  # fmt: skip


def without(document: Document, crime_types: Iterable[str]) -> tuple[str, ...]:
    """Those of the crime types that have an instrument, none of which the preamble or the operative part cites."""
    types, words = taxonomy.load().types, load()
    texts = [p.text for p in (*document.preambular(), *document.operative()) if any(word in p.text for word in CITING)]
    return tuple(
        name for name in crime_types if types[name].instruments and not any(words[name].search(text) for text in texts)
    )


@cache
def load() -> Mapping[str, re.Pattern]:
    """What cites an instrument on a crime type, by type."""
    raw = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    return {
        name: _any(
            [term for i in crime.instruments for term in raw["cited"].get(i.name, ())] + raw["regional"].get(name, [])
        )
        for name, crime in taxonomy.load().types.items()
    }


def _any(terms: Iterable[str]) -> re.Pattern:
    patterns = [lexicon.pattern(term) for term in terms]
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b" if patterns else r"(?!)")
