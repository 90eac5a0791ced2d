"""(f) Which resolutions refer to organized crime: against labels made by hand, and beside the published shares.

The labels (evaluation/labels) were made by reading and committed before the engine was run on them; the reader may have been
improved on the year 2015 and on the drawn texts, never on the year 2013. A text is counted by its preambular and operative
paragraphs, without annexes. Both definitions stand in mandates/data/taxonomy.toml and were fixed before any share was
computed.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from evaluation import corpus as texts
from evaluation.corpus import Text
from mandates.analysis.references import Reference, refer

LABELS = Path(__file__).parent / "labels"
FILES = ("organized_crime_2015", "organized_crime_2013", "drawn")
PUBLISHED = Path("coded") / "gitoc_published.csv"
SINCE = 2000  # the published shares begin here


# --- measuring --------------------------------------------------------------------------------------------------


def measure(corpus: Path) -> dict:
    """Agreement with each file of labels, negatives without crime, and shares by year beside the published ones."""
    held = _held(texts.texts(corpus))
    labelled = {name: _labels(name) for name in FILES}
    return {
        "labels": {name: _agreement(rows, held) for name, rows in labelled.items()},
        "negatives": _negatives((row for rows in labelled.values() for row in rows), held),
        "shares": _shares(held, corpus / PUBLISHED),
    }


def _held(found: Iterable[Text]) -> dict[str, Text]:
    """One file for each resolution, the text itself before the registry's paragraphs."""
    held: dict[str, Text] = {}
    for text in found:
        if text.source != "draft":
            held.setdefault(text.symbol, text)
    return held


def _labels(name: str) -> list[dict[str, str]]:
    with (LABELS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read(symbol: str, held: dict[str, Text]) -> Reference | None:
    """None where the text is not held or the reader refuses it."""
    reading = texts.reading(held[symbol].path) if symbol in held else None
    return refer(reading.document, reading.crime) if reading else None


def _agreement(rows: list[dict[str, str]], held: dict[str, Text]) -> dict:
    agree, unread, disagreements, formula = 0, [], [], [0, 0]
    for row in rows:
        made = _read(row["symbol"], held)
        if made is None:
            unread.append(row["symbol"])
            continue
        right = made.project == (row["organized_crime"] == "yes")
        agree += right
        if not right:
            disagreements.append(
                {
                    "symbol": row["symbol"],
                    "labelled": row["organized_crime"],
                    "read": "yes" if made.project else "no",
                    "paragraph": made.paragraph or row["paragraph"],
                }
            )
        if row["organized_crime"] == "yes" and "only_small_arms" in row:
            formula[0] += made.only_small_arms == (row["only_small_arms"] == "yes")
            formula[1] += 1
    return {
        "texts": len(rows) - len(unread),
        "agree": agree,
        "unread": unread,
        "disagreements": disagreements,
        "only_small_arms": formula,
    }


def _negatives(rows: Iterable[dict[str, str]], held: dict[str, Text]) -> dict:
    checked, recent, found = 0, 0, []
    for row in rows:
        made = _read(row["symbol"], held) if row["organized_crime"] == "no" else None
        if made is None:
            continue
        checked += 1
        recent += held[row["symbol"]].year > SINCE
        if made.project:
            found.append({"symbol": row["symbol"], "paragraph": made.paragraph})
    return {"checked": checked, "after_2000": recent, "found": found}


def _shares(held: dict[str, Text], published: Path) -> dict:
    """By year: texts held, and how many refer to organized crime; and the same for each published share."""
    by_year: dict[int, dict[str, int]] = {}
    for text in held.values():
        made = _read(text.symbol, held) if text.year >= SINCE else None
        if made is None:
            continue
        year = by_year.setdefault(text.year, dict.fromkeys(("held", "project", "without_small_arms", "wider"), 0))
        year["held"] += 1
        year["project"] += made.project
        year["without_small_arms"] += made.project and not made.only_small_arms
        year["wider"] += made.wider
    with published.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        "years": {str(year): by_year[year] for year in sorted(by_year)},
        "published": [_beside(row, by_year) for row in rows],
    }


def _beside(row: dict[str, str], by_year: dict[int, dict[str, int]]) -> dict:
    first, _, last = row["years"].partition("-")
    years = [by_year[y] for y in range(int(first), int(last or first) + 1) if y in by_year]
    ours = {name: sum(y[name] for y in years) for name in ("held", "project", "without_small_arms", "wider")}
    return {
        "years": row["years"],
        "share": float(row["share"]) if row["share"] else None,
        "resolutions": int(row["resolutions"]) if row["resolutions"] else None,
        "referring": int(row["referring_to_organized_crime"]) if row["referring_to_organized_crime"] else None,
        "source": row["source"],
        **ours,
    }


# --- for a person -----------------------------------------------------------------------------------------------


def lines(result: dict) -> list[str]:
    """Agreement with every disagreement, negatives, and the shares side by side."""
    out = []
    for name, made in result["labels"].items():
        right, asked = made["only_small_arms"]
        formula = f"; small-arms formula alone {right} of {asked}" if asked else ""
        out.append(
            f"{name}: {made['agree']} of {made['texts']} texts agree ({_share(made['agree'], made['texts'])}){formula}"
        )
        out += [f"  not read: {symbol}" for symbol in made["unread"]]
        out += [
            f"  {d['symbol']}: labelled {d['labelled']}, read {d['read']} (paragraph {d['paragraph'] or '–'})"
            for d in made["disagreements"]
        ]
    negatives = result["negatives"]
    out.append(
        f"Negatives: {negatives['checked']} checked, {negatives['after_2000']} of them after {SINCE}; "
        f"crime found in {len(negatives['found'])}"
    )
    out += [f"  {found['symbol']}, paragraph {found['paragraph']}" for found in negatives["found"]]
    out.append(
        "Resolutions that refer to organized crime: this project's definition, without the small-arms formula, the wider one"
    )
    for year, made in result["shares"]["years"].items():
        out.append(f"  {year}: {_ours(made)}")
    out.append("Beside the published shares (GI-TOC)")
    for row in result["shares"]["published"]:
        told = [f"{row['share']:.1%}"] if row["share"] is not None else []
        told += [f"{row['referring']} texts"] if row["referring"] is not None else []
        told += [f"of {row['resolutions']}"] if row["resolutions"] is not None else []
        out.append(f"  {row['years']}: published {' '.join(told)}; here {_ours(row)}")
    return out


def _ours(made: dict) -> str:
    shares = (
        f"{_share(made[name], made['held'])} ({made[name]})" for name in ("project", "without_small_arms", "wider")
    )
    return f"{' · '.join(shares)} of {made['held']} held"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"
