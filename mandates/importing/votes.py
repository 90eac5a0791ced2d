"""A table of the Council's votes as JSON: a list of objects with ref, date, outcome, yes, no, abstentions, nonVoting.

Only what was adopted counts. Where every member stands as not voting, the text was adopted without a vote. The table says for
which day it speaks only by its newest vote.
"""

import json
from datetime import date
from pathlib import Path

from mandates import symbols
from mandates.importing.texts import Facts, Unusable

ADOPTED = "adopted"


def read(file: Path) -> dict[str, Facts]:
    """Facts by symbol. Raises Unusable where the file is no such table."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        as_of = max(date.fromisoformat(row["date"]) for row in rows)
        return {
            symbol: _facts(row, file.name, as_of)
            for row in rows
            if row["outcome"].startswith(ADOPTED) and (symbol := symbols.resolution(row["ref"]))
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise Unusable(
            f"{file.name} is no table of votes: a JSON list of objects with ref, date, outcome, yes, no, abstentions "
            "and nonVoting is expected."
        ) from None


def _facts(row: dict, name: str, as_of: date) -> Facts:
    yes, no, abstaining, not_voting = (int(row[field]) for field in ("yes", "no", "abstentions", "nonVoting"))
    return Facts(
        source=f"Table of the Council's votes ({name})",
        as_of=as_of,
        date=date.fromisoformat(row["date"]),
        yes=yes,
        no=no,
        abstaining=abstaining,
        not_voting=not_voting,
        without_vote=not (yes or no or abstaining) and not_voting > 0,
    )
