"""What a rule says of a text."""

from dataclasses import dataclass
from enum import StrEnum

from mandates.analysis.values.crime import Span


class Severity(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of a text. An absence has no spans and says what was ``searched`` instead.

    ``fingerprint`` stays the same when the text is analysed again, so that decisions stay with it. A ``note`` is what a rule
    says of most texts: shown folded, and never sent to anybody.
    """

    code: str
    name: str
    severity: Severity
    message: str
    spans: tuple[Span, ...] = ()
    searched: str = ""
    why: str = ""
    source: str = ""
    remedy: str = ""
    fingerprint: str = ""
    note: bool = False
