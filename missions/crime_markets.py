"""The table of the Global Organized Crime Index as its users download it (CSV), read and checked row by row. Pure: no database.

The scores are © Global Initiative against Transnational Organized Crime and no part of this project: whoever runs it
brings their own download. A market, an actor or a strength of resilience is scored from 1 to 10.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from missions import tables

MARKETS = (
    *("Human trafficking", "Human smuggling", "Arms trafficking", "Flora crimes", "Fauna crimes"),
    *("Non-renewable resource crimes", "Heroin trade", "Cocaine trade", "Cannabis trade", "Synthetic drug trade"),
    *("Cyber-dependent crimes", "Financial crimes", "Trade in counterfeit goods", "Illicit trade in excisable goods"),
    "Extortion and protection racketeering",
)
ACTORS = (
    *("Mafia-style groups", "Criminal networks", "State-embedded actors", "Foreign actors", "Private sector actors"),
)
AVERAGES = ("Criminality avg", "Criminal markets avg", "Criminal actors avg", "Resilience avg")
KINDS = {**dict.fromkeys(MARKETS, "market"), **dict.fromkeys(ACTORS, "actor"), **dict.fromkeys(AVERAGES, "average")}
NEEDED = ("edition", "Country")
LOWEST, HIGHEST = Decimal(1), Decimal(10)


@dataclass(frozen=True, slots=True)
class Score:
    """One figure of one country in one edition. ``kind``: market, actor or average."""

    iso3: str
    edition: int
    name: str
    kind: str
    score: Decimal


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds. ``wrong`` has a sentence for each row that cannot be used; ``others`` counts other countries' rows."""

    scores: tuple[Score, ...]
    wrong: tuple[str, ...]
    others: int

    @property
    def sentence(self) -> str:
        """What it holds, in one sentence."""
        editions = ", ".join(str(year) for year in sorted({s.edition for s in self.scores})) or "no edition"
        countries = len({s.iso3 for s in self.scores})
        return (
            f"{len(self.scores)} scores of {countries} countries of the register ({editions}); {self.others} rows of "
            "other countries are left out."
        )


def read(data: bytes, countries: Mapping[str, str]) -> Table:
    """The scores of some countries; ``countries`` maps every name by which they may stand there to their ISO code.

    A file without the columns that are needed, or without any score known here, is one error.
    """
    try:
        columns, held = tables.rows(data)
    except tables.NoTable as error:
        return Table((), (str(error),), 0)
    missing = [name for name in NEEDED if name not in columns]
    if missing or not set(columns) & set(KINDS):
        named = ", ".join(missing or MARKETS[:3])
        return Table((), (f"The first line does not name the columns of the index: {named} …",), 0)
    scores: dict[tuple[str, int, str], Score] = {}
    wrong: list[str] = []
    others = 0
    for line, row in held:
        iso3 = countries.get(row["Country"].casefold())
        if iso3 is None:
            others += 1
            continue
        made, sentence = _row(row, iso3)
        if not sentence and any((s.iso3, s.edition, s.name) in scores for s in made):
            sentence = "the country stands twice in this edition"
        if sentence:
            wrong.append(f"Line {line}: {sentence}.")
        else:
            scores |= {(s.iso3, s.edition, s.name): s for s in made}
    return Table(tuple(scores.values()), tuple(wrong), others)


def _row(row: Mapping[str, str], iso3: str) -> tuple[list[Score], str]:
    """The scores of a row, or what is wrong with it. What is empty was not scored in that edition."""
    edition = row["edition"]
    if not (edition.isascii() and edition.isdigit() and 2000 <= int(edition) <= 2100):
        return [], "the edition is no year"
    made = []
    for name, kind in KINDS.items():
        written = row.get(name, "")
        if not written:
            continue
        try:
            score = Decimal(written)
        except InvalidOperation:
            return [], f"{name} is no number"
        if not (score.is_finite() and LOWEST <= score <= HIGHEST):
            return [], f"{name} is not from {LOWEST} to {HIGHEST}"
        made.append(Score(iso3, int(edition), name, kind, score.quantize(Decimal("0.01"))))
    return made, ""
