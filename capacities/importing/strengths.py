"""The table of strengths of peacekeeping operations from the budget reports (CSV), read and checked row by row. Pure: no database.

One row for each mission and category; ``authorized_2025_26`` is what the period's budget authorizes, ``actual_2026_02_28`` what was
there on a day of it. A period runs from 1 July. What is proposed and how it varies is no strength and is passed over.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from language.days import day as day_of
from language.marks import marked
from language.said import joined, say, say_many
from missions import tables

NEEDED = ("mission", "source_document", "category")
AUTHORIZED = re.compile(r"authorized_(\d{4})_(\d{2})")
ACTUAL = re.compile(r"actual_(\d{4})_(\d{2})_(\d{2})")
NUMBER = re.compile(r"\d{1,3}(,\d{3}){1,2}|\d{1,6}", re.ASCII)
SYMBOL = re.compile(r"[AS]/[\w./()-]+")
DASHES = frozenset({"-", "–", "—"})
DASH = marked("The source shows a dash for the actual strength.")  # it may mean none; nothing says so
# As the reports call them, in small letters, and as models.Strength does.
CATEGORIES = {
    "military observers": "military_observers",  # in English: the reports
    "military contingents": "military_contingents",  # in English: the reports
    "military contingent personnel": "military_contingents",  # in English: the reports
    "united nations police": "individual_police",  # in English: the reports
    "formed police units": "formed_police",  # in English: the reports
    "formed police unit personnel": "formed_police",  # in English: the reports
    "government-provided personnel": "government_provided",  # in English: the reports
}


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds. ``strengths`` are records by the fields of models.Strength, with the mission's acronym; ``wrong`` has
    a sentence for each row that cannot be used."""

    strengths: tuple[dict, ...]
    wrong: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What it holds, in one sentence."""
        missions = len({s["mission"] for s in self.strengths})
        days = sorted({s["as_of"] for s in self.strengths})
        return say(
            "{strengths} of {missions}, on {days}.",
            strengths=say_many("{number} strength", "{number} strengths", len(self.strengths)),
            missions=say_many("{number} mission", "{number} missions", missions),
            days=joined([day_of(day) for day in days]),
        )


def read(data: bytes, missions: Collection[str]) -> Table:
    """The strengths of a file; ``missions`` are the acronyms of the register. A dash and an empty cell are not known, never 0."""
    try:
        columns, held = tables.rows(data)
    except tables.NoTable as error:
        return Table((), (str(error),))
    days = [(name, day) for name in columns if (day := _day(name))]
    if missing := [name for name in NEEDED if name not in columns]:
        return Table((), (say("The first line does not name the column {column}.", column=missing[0]),))
    if lacking := [_authorized(day) for _, day in days if _authorized(day) not in columns]:
        return Table(
            (), (say("The first line names an actual strength without its column {column}.", column=lacking[0]),)
        )
    if not days:
        return Table((), (say("The first line names no actual strength, as actual_2026_02_28."),))
    strengths: dict[tuple, dict] = {}
    wrong = []
    for line, row in held:
        made, sentence = _row(row, days, missions)
        if not sentence and any(_key(s) in strengths for s in made):
            sentence = say("the mission and category stand twice")
        if sentence:
            wrong.append(say("Line {number}: {wrong}.", number=line, wrong=sentence))
        strengths |= {_key(s): s for s in made}
    if not wrong and not strengths:
        wrong.append(say("The table has no strength in it."))
    return Table(tuple(strengths.values()), tuple(wrong))


def _key(strength: dict) -> tuple:
    return strength["mission"], strength["category"], strength["as_of"]


def _day(column: str) -> date | None:
    found = ACTUAL.fullmatch(column)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _authorized(day: date) -> str:
    """The column of the budget period in which a day lies: 28 February 2026 → authorized_2025_26."""
    first = day.year if day.month >= 7 else day.year - 1
    return f"authorized_{first:04}_{(first + 1) % 100:02}"


def _row(row: dict[str, str], days: list[tuple[str, date]], missions: Collection[str]) -> tuple[list[dict], str]:
    """The strengths of a row, or what is wrong with it."""
    if row["mission"] not in missions:
        return [], say("no mission of the register has this acronym")
    category = CATEGORIES.get(row["category"].casefold())
    if category is None:
        return [], say("the category must be one of {values}", values=", ".join(CATEGORIES))
    if not row["source_document"] or len(row["source_document"]) > 300:
        return [], say("the source document is missing, or its name is longer than 300 letters")
    made = []
    for column, day in days:
        numbers = {}
        for field, name in (("authorized", _authorized(day)), ("actual", column)):
            written = row[name]
            if written and written not in DASHES and not NUMBER.fullmatch(written):
                return [], say("{column} is no whole number", column=name)
            numbers[field] = int(written.replace(",", "")) if NUMBER.fullmatch(written) else None
        if numbers == {"authorized": None, "actual": None}:
            continue
        period = AUTHORIZED.fullmatch(_authorized(day))
        source = row["source_document"]
        made.append(
            {
                "mission": row["mission"],
                "category": category,
                **numbers,
                "as_of": day,
                "source": source,
                "authorized_for": f"{period[1]}/{period[2]}",
                "source_url": f"https://docs.un.org/en/{source}" if SYMBOL.fullmatch(source) else "",
                "note": DASH if row[column] in DASHES else "",
            }
        )
    return made, ""
