"""What the steps of the engine hand to one another: frozen values, no behaviour beyond small derived facts.

A file for each step; a text passes through them in this order:
``read`` → CleanText, ``structure`` → Document, ``tasks`` → TaskReading, ``crime`` → CrimeReading,
``priority`` → MissionReading, ``compare`` → Comparison with the predecessor, ``rules`` → Finding; ``pipeline`` puts them
together as a Review. ``register`` is what is known beside the text.
The database rows carry the same field names.
"""

from mandates.analysis.values.comparison import (
    Change,
    Comparison,
    CrimeChange,
    CrimeFate,
    Link,
    Movement,
    Run,
    RunKind,
    Unit,
    UnitChange,
)
from mandates.analysis.values.corrections import OF_THE_TEXT, Aspect, Corrected, Correction
from mandates.analysis.values.crime import CrimeReading, Mention, ParagraphCrime, Span
from mandates.analysis.values.findings import Finding, Severity
from mandates.analysis.values.priority import Flagged, FlagReason, InForce, MissionReading, OperativeCrime, Position
from mandates.analysis.values.reading import Block, CleanText, Hint
from mandates.analysis.values.register import (
    Cover,
    Criterion,
    Expertise,
    Fiu,
    Panel,
    PartnerKind,
    Regime,
    Register,
)
from mandates.analysis.values.review import Adopted, Context, Policy, Reading, Review
from mandates.analysis.values.structure import Document, Gap, Missing, Paragraph, ParagraphKind
from mandates.analysis.values.tasks import (
    LOWER_TIERS,
    RANKED_KINDS,
    Address,
    Addressee,
    AreaShare,
    Kind,
    MissionName,
    MissionTasks,
    Role,
    Strength,
    StrengthKind,
    Task,
    TaskList,
    TaskReading,
    Term,
    Tier,
    police_of,
)

__all__ = [
    "LOWER_TIERS",
    "OF_THE_TEXT",
    "RANKED_KINDS",
    "Address",
    "Addressee",
    "Adopted",
    "AreaShare",
    "Aspect",
    "Block",
    "Change",
    "CleanText",
    "Comparison",
    "Context",
    "Corrected",
    "Correction",
    "Cover",
    "CrimeChange",
    "CrimeFate",
    "CrimeReading",
    "Criterion",
    "Document",
    "Expertise",
    "Finding",
    "Fiu",
    "FlagReason",
    "Flagged",
    "Gap",
    "Hint",
    "InForce",
    "Kind",
    "Link",
    "Mention",
    "Missing",
    "MissionName",
    "MissionReading",
    "MissionTasks",
    "Movement",
    "OperativeCrime",
    "Panel",
    "Paragraph",
    "ParagraphCrime",
    "ParagraphKind",
    "PartnerKind",
    "Policy",
    "Position",
    "Reading",
    "Regime",
    "Register",
    "Review",
    "Role",
    "Run",
    "RunKind",
    "Severity",
    "Span",
    "Strength",
    "StrengthKind",
    "Task",
    "TaskList",
    "TaskReading",
    "Term",
    "Tier",
    "Unit",
    "UnitChange",
    "police_of",
]
