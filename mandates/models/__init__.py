"""Mandates, their texts, what the engine read in them and what people decided. A file for each; names are imported from here.

Derived rows (Paragraph, Task, Passage, Precedent, Review, Finding, Comparison) can be written again at any time from TextVersion.source.
Decision, Comment, Correction and Event rows are people's and are never rewritten.
"""

from mandates.models.choices import choices
from mandates.models.exports import Export
from mandates.models.mandates import Adoption, Mandate
from mandates.models.passages import Passage
from mandates.models.people import Comment, Correction, Decision, Event, ProposedText
from mandates.models.policy import ReviewPolicy
from mandates.models.portfolio import Digest, Every, FlagChange, NamedCrime, Subscription, Sweep, TextSummary
from mandates.models.precedents import Precedent
from mandates.models.reviews import Comparison, Finding, Review
from mandates.models.texts import Job, Paragraph, Submission, Task, TextVersion

__all__ = [
    "Adoption",
    "Comment",
    "Comparison",
    "Correction",
    "Decision",
    "Digest",
    "Event",
    "Every",
    "Export",
    "Finding",
    "FlagChange",
    "Job",
    "Mandate",
    "NamedCrime",
    "Paragraph",
    "Passage",
    "Precedent",
    "ProposedText",
    "Review",
    "ReviewPolicy",
    "Submission",
    "Subscription",
    "Sweep",
    "Task",
    "TextSummary",
    "TextVersion",
    "choices",
]
