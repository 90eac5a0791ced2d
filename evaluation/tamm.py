"""(d) Tasks against human coders: the TAMM codes of a mandate as the engine reads them and as Lloyd (2021) coded them.

``coded/tamm_sample.csv`` holds a row for a mission and a resolution, with 0 or 1 for each task in force. The first row of a
mission codes that text; later rows code the mandate as changed, which may hold tasks of earlier texts. Missions are split in
two halves by a printed seed: the codes' words were tuned by looking at half A, and half B is reported apart. Two files of
labels go with it: which first resolutions state the tasks (``tamm_first.csv``, settled before tuning), and what a reader
sees where engine and coders disagree on the weakest codes (``tamm_weakest.csv``, rows of half A only).
"""

import csv
import random
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation import corpus as texts
from mandates.analysis import areas
from mandates.analysis.values import MissionTasks, Reading

SEED = 2021
LABELS = Path(__file__).parent / "labels" / "tamm_first.csv"
SEEN = Path(__file__).parent / "labels" / "tamm_weakest.csv"
WEAKEST = 10
ENOUGH = 5  # disagreements that a code must have to be called weak
THRESHOLDS = [share / 100 for share in range(5, 100, 5)]

Codes = frozenset[str]


@dataclass(frozen=True)
class Row:
    """One coded row whose text is held: what the coders say, what is read in the text, and with what earlier texts add."""

    mission: str
    symbol: str
    first: bool
    coded: Codes
    read: Codes
    in_force: Codes


# --- reading ----------------------------------------------------------------------------------------------------


def measure(corpus: Path) -> dict:
    """Precision, recall and F1 on the groups of rows, the guess by base rates, and the weakest codes."""
    rows, missing = read_rows(corpus)
    firsts = [row for row in rows if row.first]
    left_out = left_out_of(firsts)
    refers = {(label["mission"], label["symbol"]) for label in left_out}
    of_stating = [row for row in firsts if (row.mission, row.symbol) not in refers]
    pairs = [(row.coded, row.read) for row in firsts]
    half = half_a(entry["mission"] for entry in _entries(corpus))
    in_force = [(row.coded, row.in_force) for row in rows]
    return {
        "seed": SEED,
        "rows": len(rows),
        "not_held": missing,
        "left_out": left_out,
        "stating": {**scores((row.coded, row.read) for row in of_stating), **_halves(of_stating, half)},
        "first": {**scores(pairs), **_halves(firsts, half)},
        "guess": {
            "stating": {"threshold": _by_threshold(of_stating), "share": _by_share(of_stating)},
            "first": {"threshold": _by_threshold(firsts), "share": _by_share(firsts)},
        },
        "all": scores((row.coded, row.read) for row in rows),
        "in_force": scores(in_force),
        "by_code": by_code(pairs),
        "by_code_in_force": (counts := by_code(in_force)),
        "weakest": [{**weak, "seen": seen(weak["code"], rows)} for weak in _weakest(counts)],
    }


def read_rows(corpus: Path) -> tuple[list[Row], list[str]]:
    """The rows whose resolution is held, in the sample's order of time, and the symbols of the others."""
    held = {text.number: text for text in texts.texts(corpus) if text.source in ("long-line", "page-layout")}
    rows: list[Row] = []
    missing: list[str] = []
    earlier: dict[str, Codes] = {}
    seen: set[str] = set()
    for entry in _entries(corpus):
        mission, number = entry["mission"], entry["unsc_resolution"]
        first = mission not in seen
        seen.add(mission)
        text = held.get(int(number)) if number.isdigit() else None
        reading = texts.reading(text.path, acronym(mission)) if text else None
        if not text or not reading or text.year != int(entry["year"]):
            missing.append(f"{mission} {number}")
            continue
        read = codes_of(reading)
        renewed = _renewed(reading, acronym(mission), held)
        before = earlier.get(mission, frozenset()) | renewed
        in_force = read | (before - {areas.CHAPTER_VII})
        earlier[mission] = in_force
        coded = frozenset(code for code in areas.load().codes if entry[code] == "1")
        rows.append(Row(mission, text.symbol, first, coded, read, in_force))
    return rows, missing


def codes_of(reading: Reading) -> Codes:
    """The codes that a text shows for the mission asked about, which is the first of its blocks."""
    return frozenset(areas.for_mission(reading.document, reading.tasks, _block(reading).mission))


def acronym(mission: str) -> str:
    """UNAVEM II is called UNAVEM in the texts that set it up."""
    return mission.split()[0]


def _block(reading: Reading) -> MissionTasks:
    return reading.tasks.missions[0]


def _renewed(reading: Reading, mission: str, held: Mapping[int, texts.Text]) -> Codes:
    """The codes of the resolution that holds the tasks which this text renews, where it is named and held."""
    reference = _block(reading).tasks_by_reference or ""
    if not reference.startswith("resolution "):
        return frozenset()
    text = held.get(int(reference.split()[1]))
    referred = texts.reading(text.path, mission) if text else None
    return codes_of(referred) if referred else frozenset()


def _entries(corpus: Path) -> list[dict[str, str]]:
    with (corpus / "coded" / "tamm_sample.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def left_out_of(firsts: Iterable[Row]) -> list[dict[str, str]]:
    """First resolutions that do not state the tasks themselves, by the labels: mission, symbol, paragraph that refers on."""
    held = {(row.mission, row.symbol) for row in firsts}
    with LABELS.open(newline="") as file:
        return [
            {name: label[name] for name in ("mission", "symbol", "paragraph")}
            for label in csv.DictReader(file)
            if label["states_tasks"] == "no" and (label["mission"], label["symbol"]) in held
        ]


def seen(code: str, rows: Iterable[Row]) -> list[dict]:
    """What a reader saw where engine and coders disagreed on a code; ``still`` says whether they do today."""
    by_text = {(row.mission, row.symbol): row for row in rows}
    noted = []
    with SEEN.open(newline="") as file:
        for note in csv.DictReader(file):
            row = by_text.get((note["mission"], note["symbol"]))
            if note["code"] == code and row:
                noted.append({**note, "still": (code in row.coded) != (code in row.in_force)})
    return noted


def half_a(missions: Iterable[str]) -> frozenset[str]:
    """The missions whose texts were looked at while the words were tuned; the others are half B."""
    shuffled = sorted(set(missions))
    random.Random(SEED).shuffle(shuffled)
    return frozenset(shuffled[: len(shuffled) // 2])


# --- scores -----------------------------------------------------------------------------------------------------


def scores(pairs: Iterable[tuple[Codes, Codes]]) -> dict:
    """Micro precision, recall and F1 of (coded, read) pairs, with the counts behind them."""
    pairs = list(pairs)
    both = sum(len(coded & read) for coded, read in pairs)
    coded_all = sum(len(coded) for coded, _ in pairs)
    read_all = sum(len(read) for _, read in pairs)
    return {
        "texts": len(pairs),
        "coded": coded_all,
        "read": read_all,
        "both": both,
        **_rates(both, read_all, coded_all),
    }


def _rates(both: float, read: float, coded: float) -> dict:
    return {
        "precision": round(both / read, 3) if read else None,
        "recall": round(both / coded, 3) if coded else None,
        "f1": round(2 * both / (read + coded), 3) if read + coded else None,
    }


def by_code(pairs: Iterable[tuple[Codes, Codes]]) -> dict[str, dict]:
    """For each code: how often coders say it, the engine reads it, both do; and F1."""
    coded, read, both = Counter(), Counter(), Counter()
    for theirs, ours in pairs:
        coded.update(theirs)
        read.update(ours)
        both.update(theirs & ours)
    return {
        code: {
            "coded": coded[code],
            "read": read[code],
            "both": both[code],
            **_rates(both[code], read[code], coded[code]),
        }
        for code in areas.load().codes
    }


def _weakest(counts: Mapping[str, dict]) -> list[dict]:
    """The codes of lowest F1 among those with enough disagreements to look at."""
    weak = [
        {"code": code, **count}
        for code, count in counts.items()
        if count["coded"] + count["read"] - 2 * count["both"] >= ENOUGH
    ]
    return sorted(weak, key=lambda entry: entry["f1"] or 0)[:WEAKEST]


def _halves(rows: list[Row], half: frozenset[str]) -> dict:
    return {
        "half_a": scores((row.coded, row.read) for row in rows if row.mission in half),
        "half_b": scores((row.coded, row.read) for row in rows if row.mission not in half),
    }


# --- guessing by base rates -------------------------------------------------------------------------------------


def _shares(rows: list[Row]) -> dict[str, float]:
    counts = Counter(code for row in rows for code in row.coded)
    return {code: counts[code] / len(rows) for code in areas.load().codes}


def _by_threshold(rows: list[Row]) -> dict:
    """Guess every code whose share among the other rows reaches the threshold that serves those best."""
    if len(rows) < 2:
        return scores([])
    pairs = []
    for row in rows:
        others = [other for other in rows if other is not row]
        shares = _shares(others)
        guesses = {t: frozenset(code for code, share in shares.items() if share >= t) for t in THRESHOLDS}
        best = max(THRESHOLDS, key=lambda t: scores((o.coded, guesses[t]) for o in others)["f1"] or 0)
        pairs.append((row.coded, guesses[best]))
    return scores(pairs)


def _by_share(rows: list[Row]) -> dict:
    """What is to be expected from guessing each code as often as the other rows hold it."""
    if len(rows) < 2:
        return scores([])
    both = read = 0.0
    for row in rows:
        shares = _shares([other for other in rows if other is not row])
        read += sum(shares.values())
        both += sum(shares[code] for code in row.coded)
    return _rates(both, read, sum(len(row.coded) for row in rows))


# --- for a person -----------------------------------------------------------------------------------------------


def lines(result: dict) -> list[str]:
    """What agrees with the coders, beside the guess, and the weakest codes with their counts."""
    out = [f"{result['rows']} coded rows whose text is held; not held: {', '.join(result['not_held']) or 'none'}."]
    for name, key in (("first resolutions that state the tasks", "stating"), ("all first resolutions", "first")):
        group = result[key]
        out.append(_line(name, group))
        out += [
            _line(f"  half {half[-1].upper()} (seed {result['seed']})", group[half]) for half in ("half_a", "half_b")
        ]
        guess = result["guess"][key]
        out.append(
            f"  guess by base rates, best threshold: F1 {guess['threshold']['f1']}; in proportion: F1 {guess['share']['f1']}"
        )
    out.append(f"{len(result['left_out'])} first resolutions do not state the tasks themselves:")
    out += [f"  {label['mission']} {label['symbol']}: {label['paragraph']}" for label in result["left_out"]]
    out.append(_line("all rows, the text alone", result["all"]))
    out.append(_line("all rows, with earlier texts", result["in_force"]))
    out.append("Weakest codes (all rows, with earlier texts), and what a reader sees in rows of half A:")
    for entry in result["weakest"]:
        out.append(
            f"  {entry['code']}: F1 {entry['f1']} (coders {entry['coded']}, engine {entry['read']}, both {entry['both']})"
        )
        out += [_note(note) for note in entry["seen"]]
    return out


def _note(note: Mapping) -> str:
    paragraph = note["paragraph"]
    place = (
        "" if paragraph == "none" else f", {paragraph}" if paragraph.startswith("PP") else f", paragraph {paragraph}"
    )
    who = "the coders say it" if note["said_by"] == "coders" else "the engine says it"
    settled = "" if note["still"] else " (no longer a disagreement)"
    return f"    {note['mission']} {note['symbol']}{place}: {who}; {note['seen']}; right: {note['right']}{settled}"


def _line(name: str, group: dict) -> str:
    return (
        f"{name}: precision {group['precision']}, recall {group['recall']}, F1 {group['f1']} "
        f"({group['texts']} texts, coders {group['coded']}, engine {group['read']}, both {group['both']})"
    )
