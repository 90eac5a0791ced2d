"""Which sanctions regimes stand on the day of a text, and what of them was in force by then. Pure: records in, values out.

A record has the fields of capacities' reference data (``sanctions.toml``) and of its rows. A regime is known to stand as far as
its texts were read, as its measures or its panel run, or to the end of the year for which the panel is budgeted; beyond that
it is not known, and what is to be verified is not known either. What a resolution decided counts for later ones.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from mandates import symbols
from mandates.analysis.values import Criterion, Panel, Regime

CRITERION = "criterion"


def regimes(records: Iterable[Mapping], day: date | None, number: int | None) -> tuple[Regime, ...]:
    """The regimes in force beside a text of this day. ``number`` is the text's, if it is an adopted resolution; a draft has none
    and comes after all that is held."""
    if day is None:
        return ()
    return tuple(_regime(record, day, number) for record in records if _stands(record, day, number))


def _stands(record: Mapping, day: date, number: int | None) -> bool:
    if record.get("to_verify") or not _earlier(record["established_by"], day, number):
        return False
    if record["status"] == "ended":
        return bool(record.get("ended") and day < record["ended"])
    known = record["as_of"] if record["status"] == "unknown" else _known_to(record)
    return day <= known


def _regime(record: Mapping, day: date, number: int | None) -> Regime:
    criteria = [part for part in record.get("on_crime") or () if part["kind"] == CRITERION]
    return Regime(
        name=record["name"],
        read_to=record["as_of"],
        criteria=tuple(
            Criterion(c["citation"], tuple(c["crime_types"])) for c in criteria if _earlier(c["citation"], day, number)
        ),
        panel=_panel(record, day, number),
    )


def _panel(record: Mapping, day: date, number: int | None) -> Panel | None:
    """The regime's panel, where it is known to have stood on the day."""
    panel = record.get("panel")
    if not panel or day > _known_to(record):
        return None
    begun = panel.get("established_by")
    if not _earlier(begun, day, number) if begun else number is not None:
        return None
    clauses = {name: panel.get(name) or "" for name in ("cooperation", "access")}
    return Panel(panel["name"], **{k: cited if _earlier(cited, day, number) else "" for k, cited in clauses.items()})


def _known_to(record: Mapping) -> date:
    """The last day on which the regime and its panel are known to stand."""
    panel = record.get("panel") or {}
    budgeted = panel.get("budgeted_for")
    days = [record["as_of"], record.get("measures_until"), panel.get("mandate_until")]
    return max(filter(None, [*days, date(budgeted, 12, 31) if budgeted else None]))


def _earlier(cited: str, day: date, number: int | None) -> bool:
    """Whether the resolution that is cited came before the text, by their numbers, else by the years."""
    other, year = symbols.number(cited), symbols.year(cited)
    if number is not None and other is not None:
        return other < number
    return year is not None and year <= day.year
