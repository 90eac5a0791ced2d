"""Everything that writes: one function for each thing a person or a job does, each in one transaction.

A person's act is checked here, refused with django's PermissionDenied and recorded as an Event: who, when, from what to
what, and never a word of a draft.
"""

from mandates.services.adopting import note_adoption
from mandates.services.commenting import CommentEmpty, comment, strike
from mandates.services.comparing import compared
from mandates.services.correcting import CorrectionRefused, correct, may_correct, withdraw
from mandates.services.deciding import DecidedMeanwhile, ReasonMissing, decide
from mandates.services.deleting import delete_for_good
from mandates.services.digesting import claim_digest, digest_failed, prepare_digests, send_claimed
from mandates.services.exporting import (
    NotReviewed,
    cancel_export,
    delete_old_exports,
    enqueue_export,
    is_large,
    make,
    objections,
    proposals,
    start_export,
)
from mandates.services.flagging import note_new_in_force
from mandates.services.following import follow
from mandates.services.policy import PolicyRefused, set_policy
from mandates.services.proposing import TextMissing, WordedMeanwhile, Wording, propose
from mandates.services.recording import record
from mandates.services.reviewing import (
    cancel_review,
    enqueue,
    enqueue_stale,
    overtaken,
    register_changed,
    start_review,
    up_to_date,
)
from mandates.services.sharing import share, unshare
from mandates.services.subjects import UnknownFinding, hidden_changes, is_change
from mandates.services.submitting import KeyReused, SubmissionDeleted, submit, submit_once
from mandates.services.subscribing import AddressMissing, stop, subscribe, user_of_stop_token
from mandates.services.trying import try_specimen

__all__ = [
    "AddressMissing",
    "CommentEmpty",
    "CorrectionRefused",
    "DecidedMeanwhile",
    "KeyReused",
    "NotReviewed",
    "PolicyRefused",
    "ReasonMissing",
    "SubmissionDeleted",
    "TextMissing",
    "UnknownFinding",
    "WordedMeanwhile",
    "Wording",
    "cancel_export",
    "cancel_review",
    "claim_digest",
    "comment",
    "compared",
    "correct",
    "decide",
    "delete_for_good",
    "delete_old_exports",
    "digest_failed",
    "enqueue",
    "enqueue_export",
    "enqueue_stale",
    "follow",
    "hidden_changes",
    "is_change",
    "is_large",
    "make",
    "may_correct",
    "note_adoption",
    "note_new_in_force",
    "objections",
    "overtaken",
    "prepare_digests",
    "proposals",
    "propose",
    "record",
    "register_changed",
    "send_claimed",
    "set_policy",
    "share",
    "start_export",
    "start_review",
    "stop",
    "strike",
    "submit",
    "submit_once",
    "subscribe",
    "try_specimen",
    "unshare",
    "up_to_date",
    "user_of_stop_token",
    "withdraw",
]
