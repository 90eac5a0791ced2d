"""Whether a text refers to organized crime at all: by this project's definition and by the wider one.

Both definitions stand in mandates/data/taxonomy.toml and docs/method.md. A text is counted by its preambular and operative
paragraphs, without annexes.
"""

import re
from dataclasses import dataclass

from mandates.analysis import lexicon, taxonomy
from mandates.analysis.lexicon import Strength
from mandates.analysis.taxonomy import Counts
from mandates.analysis.values import CrimeReading, Document, ParagraphKind

BODY = (ParagraphKind.OPERATIVE, ParagraphKind.PREAMBULAR)
IN_WIDER = frozenset({Counts.ALWAYS, Counts.WIDER, Counts.NEXUS})
IMPLYING = frozenset({Strength.WEAK, Strength.IMPLIED})
# what the Council says of small arms in its formula, and nothing that says trafficking
FORMULA = re.compile(r"\b(?:transfer|accumulat|proliferat)", re.I)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a text says of organized crime. ``paragraph`` is the label of the first one that does, operative ones first.

    ``only_small_arms``: it says so in the Council's small-arms formula and in nothing else. ``crime_types`` are those that
    its paragraphs name, a part by its whole, in the order of the text; types of the wider definition are among them.
    """

    project: bool
    only_small_arms: bool
    wider: bool
    paragraph: str = ""
    crime_types: tuple[str, ...] = ()


def refer(document: Document, crime: CrimeReading) -> Reference:
    """Whether a text refers to organized crime, by this project's definition and by the wider one."""
    named = _named(document, crime)
    types = taxonomy.load()
    counted = [m for i in named for m in crime.paragraphs[i].mentions if types.organized_crime(m.crime_type)]
    return Reference(
        project=bool(named),
        only_small_arms=bool(counted)
        and all(m.crime_type == "arms_trafficking" and FORMULA.match(m.term) for m in counted),
        wider=bool(named) or _wider(document, crime),
        paragraph=document.paragraphs[named[0]].label if named else "",
        crime_types=tuple(dict.fromkeys(name for _, c in sorted(crime.paragraphs.items()) for name in c.crime_types)),
    )


def _named(document: Document, crime: CrimeReading) -> list[int]:
    """The paragraphs on organized crime, operative ones first."""
    found = [i for i, c in crime.paragraphs.items() if c.organized_crime]
    return sorted(found, key=lambda i: (BODY.index(document.paragraphs[i].kind), i))


def _wider(document: Document, crime: CrimeReading) -> bool:
    types = taxonomy.load().types
    if any(types[m.crime_type].counts in IN_WIDER for c in crime.paragraphs.values() for m in c.mentions):
        return True
    find = lexicon.load().find_types.find
    return any(
        found.term.strength in IMPLYING and types[found.term.name].counts in IN_WIDER
        for p in document.paragraphs
        if p.kind in BODY
        for found in find(p.text, lexicon.simplified(p.text))
    )
