"""What a rule is. Each rule is one file that holds one ``RULE``; its examples are its tests and its documentation."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mandates.analysis.values import Policy, Register, Review, Severity, Span


class Family(StrEnum):
    """What a rule asks about; the first digit of its code."""

    RECOGNITION = "recognition"
    PRIORITY = "priority"
    FRAMING = "framing"
    MEANS = "means"
    PARTNERS = "local and partners"
    POLITICAL_ECONOMY = "political economy"
    ACCOUNTABILITY = "accountability and safeguards"


FAMILIES = {str(digit): family for digit, family in enumerate(Family, 1)}  # by the first digit of a code


class Status(StrEnum):
    STABLE = "stable"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class Source:
    """An original that supports a rule: what it is and where it stands (symbol and paragraph, or title and date)."""

    citation: str
    url: str

    def __str__(self) -> str:
        return f"{self.citation}, {self.url}"


@dataclass(frozen=True, slots=True)
class Precondition:
    """What a text must be for the rule to be asked at all, in words and as a test."""

    words: str
    holds: Callable[[Review], bool]


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found. ``spans`` quote the text; without any, ``searched`` says what was looked through.

    ``anchor`` takes the place of the quoted words in the fingerprint where there are none.
    """

    message: str
    spans: tuple[Span, ...] = ()
    searched: str = ""
    anchor: str = ""


UNU_CPR = Source(
    "UNU-CPR, Countering transnational crime to secure peace, 16 November 2024",
    "https://unu.edu/cpr/blog-post/countering-transnational-crime-secure-peace",
)
CLEAR_MANDATES = Source("S/RES/2185 (2014), paragraph 1", "https://docs.un.org/en/S/RES/2185(2014)")
RESOURCED_MANDATES = Source("S/RES/2382 (2017), paragraph 1", "https://docs.un.org/en/S/RES/2382(2017)")


@dataclass(frozen=True, slots=True)
class Example:
    """A short draft written for this project, and what it shows.

    ``message`` is what the rule says of it, empty where the rule passes it. ``held`` are texts held beside it, ``earlier`` those
    adopted before it, among which its predecessor is found; ``register`` is what is known of its mission.
    """

    shows: str
    text: str
    message: str = ""
    quotes: tuple[str, ...] = ()
    held: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[str, str] = field(default_factory=dict)
    register: Register = field(default_factory=Register)
    policy: Policy = field(default_factory=Policy)


@dataclass(frozen=True, slots=True)
class RealText:
    """An adopted text as a fact: its symbol and paragraph, and what stands there in our words.

    ``predecessor`` is the symbol of the text with which it is compared, where the rule asks about that. ``register`` are facts
    made up for the page; without any, those of the project's own register are laid beside the text.
    """

    symbol: str
    where: str
    fact: str
    predecessor: str = ""
    register: Register | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``name`` is the problem, ``question`` the one question that this rule and no other answers.

    A rule that speaks on more than half of the real mandates of which it is asked is a ``note`` (evaluation/firings.py).
    """

    code: str
    name: str
    title: str
    question: str
    family: Family
    severity: Severity
    severity_reason: str
    sources: tuple[Source, ...]
    rationale: str
    remedy: str
    precondition: Precondition
    check: Callable[[Review], Iterable[Hit]]
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]
    fires_on: RealText
    silent_on: RealText
    status: Status
    note: bool = False
