"""The form of the comments table: its rows as they stand, or as a person has just sent them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mandates import services
from mandates.exports.comments import Row


@dataclass(slots=True)
class Line:
    """A row with the words in its two fields, and what was wrong with them."""

    row: Row
    text: str
    reason: str
    error: str = ""

    @property
    def changed(self) -> bool:
        return (_lines(self.text), _lines(self.reason)) != (_lines(self.row.proposed), _lines(self.row.reason))


class CommentsForm:
    """``posted`` holds text-, reason- and seen- with a fingerprint; ``start`` names a row to begin from the draft's words."""

    def __init__(self, rows: Sequence[Row], posted: Mapping[str, str] | None = None) -> None:
        self.posted = posted or {}
        self.start = self.posted.get("start", "")
        self.sent = posted is not None and not self.start
        self.status = 200
        self.lines = [self._line(row) for row in rows]

    def _line(self, row: Row) -> Line:
        said = [self.posted.get(f"{name}-{row.fingerprint}") for name in ("text", "reason")]
        text, reason = (given if given is not None else shown for given, shown in zip(said, _shown(row), strict=True))
        return Line(row, row.draft if self.start == row.fingerprint else text, reason)

    def saved(self, mandate, by) -> bool:
        """Save the rows that were changed; False, with a sentence on the row, where one cannot be."""
        wordings = [
            services.Wording(
                line.row.fingerprint, line.text, line.reason, self.posted.get(f"seen-{line.row.fingerprint}", "")
            )
            for line in self.lines
            if line.changed
        ]
        try:
            services.propose(mandate, wordings, by)
        except services.WordedMeanwhile as error:
            return self._refused(error, 409)
        except services.TextMissing as error:
            return self._refused(error, 422)
        return True

    def _refused(self, error: services.WordedMeanwhile | services.TextMissing, status: int) -> bool:
        self.status = status
        for line in self.lines:
            if line.row.fingerprint == error.fingerprint:
                line.error = str(error)
        return False


def _shown(row: Row) -> tuple[str, str]:
    return row.proposed, row.reason


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
