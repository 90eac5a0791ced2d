"""An administrator sets how this installation reads a mandate."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction

from language.said import say
from mandates import rules
from mandates.analysis import values
from mandates.models import ReviewPolicy
from mandates.rules import policy as policies
from mandates.services.reviewing import enqueue_stale


class PolicyRefused(ValueError):
    """A policy that cannot be used; its words say why."""


def set_policy(
    *, top: int, dilution: int, off: frozenset[str], severities: Mapping[str, str], reason: str, by
) -> ReviewPolicy:
    """The policy from now on; every text is then reviewed again in the background. The one in force where nothing changes.

    The row is its own record: who, when, why, and the row before says from what. A severity that is the rule's own is
    not kept. Raises PermissionDenied for anybody but staff, and PolicyRefused.
    """
    if not by.is_staff:
        raise PermissionDenied(say("Only an administrator can change the review policy."))
    own = {rule.code: rule.severity for rule in rules.ALL}
    try:
        given = {code: values.Severity(severity) for code, severity in severities.items()}
    except ValueError as unknown:
        raise PolicyRefused(say("A severity is high, medium or low.")) from unknown
    wanted = values.Policy(top, dilution, off, {c: s for c, s in given.items() if own.get(c) is not s})
    if wrong := " ".join(policies.faults(wanted, rules.ALL)):
        raise PolicyRefused(wrong)
    if not reason.strip():
        raise PolicyRefused(say("Say why the policy changes: whoever reads a review will ask."))
    with transaction.atomic():
        held = ReviewPolicy.objects.select_for_update(of=("self",)).current()
        if _same(held.value, wanted):
            return held
        policy = ReviewPolicy.objects.create(
            top=top,
            dilution=dilution,
            off=sorted(off),
            severities={code: severity.value for code, severity in wanted.severities.items()},
            reason=reason.strip(),
            by=by,
        )
        transaction.on_commit(enqueue_stale)
    return policy


def _same(one: values.Policy, other: values.Policy) -> bool:
    return (one.top, one.dilution, one.off, dict(one.severities)) == (
        other.top,
        other.dilution,
        other.off,
        dict(other.severities),
    )
