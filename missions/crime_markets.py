"""The table of the Global Organized Crime Index as its users download it (CSV), read and checked row by row. Pure: no database.

The scores are © Global Initiative against Transnational Organized Crime and no part of this project: whoever runs it
brings their own download. A market, an actor or a strength of resilience is scored from 1 to 10.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from language.marks import marked
from language.said import say
from missions import tables

MARKETS = (
    *(marked("Human trafficking"), marked("Human smuggling"), marked("Arms trafficking"), marked("Flora crimes")),
    *(marked("Fauna crimes"), marked("Non-renewable resource crimes"), marked("Heroin trade"), marked("Cocaine trade")),
    *(marked("Cannabis trade"), marked("Synthetic drug trade"), marked("Cyber-dependent crimes")),
    *(marked("Financial crimes"), marked("Trade in counterfeit goods"), marked("Illicit trade in excisable goods")),
    marked("Extortion and protection racketeering"),
)
ACTORS = (
    *(marked("Mafia-style groups"), marked("Criminal networks"), marked("State-embedded actors")),
    *(marked("Foreign actors"), marked("Private sector actors")),
)
AVERAGES = (
    *(marked("Criminality avg"), marked("Criminal markets avg")),
    *(marked("Criminal actors avg"), marked("Resilience avg")),
)
KINDS = {**dict.fromkeys(MARKETS, "market"), **dict.fromkeys(ACTORS, "actor"), **dict.fromkeys(AVERAGES, "average")}
NEEDED = ("edition", "Country")  # in English: columns of the index's file
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
        editions = ", ".join(str(year) for year in sorted({s.edition for s in self.scores})) or say("no edition")
        countries = len({s.iso3 for s in self.scores})
        return say(
            "{scores} scores of {countries} countries of the register ({editions}); {others} rows of other countries are left "
            "out.",
            scores=len(self.scores),
            countries=countries,
            editions=editions,
            others=self.others,
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
        return Table((), (say("The first line does not name the columns of the index: {names} …", names=named),), 0)
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
            sentence = say("the country stands twice in this edition")
        if sentence:
            wrong.append(say("Line {line}: {wrong}.", line=line, wrong=sentence))
        else:
            scores |= {(s.iso3, s.edition, s.name): s for s in made}
    return Table(tuple(scores.values()), tuple(wrong), others)


def _row(row: Mapping[str, str], iso3: str) -> tuple[list[Score], str]:
    """The scores of a row, or what is wrong with it. What is empty was not scored in that edition."""
    edition = row["edition"]
    if not (edition.isascii() and edition.isdigit() and 2000 <= int(edition) <= 2100):
        return [], say("the edition is no year")
    made = []
    for name, kind in KINDS.items():
        written = row.get(name, "")
        if not written:
            continue
        try:
            score = Decimal(written)
        except InvalidOperation:
            return [], say("{name} is no number", name=name)
        if not (score.is_finite() and LOWEST <= score <= HIGHEST):
            return [], say("{name} is not from {lowest} to {highest}", name=name, lowest=LOWEST, highest=HIGHEST)
        made.append(Score(iso3, int(edition), name, kind, score.quantize(Decimal("0.01"))))
    return made, ""
