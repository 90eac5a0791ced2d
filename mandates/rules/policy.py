"""What a policy may say of the rules."""

from collections.abc import Iterable, Iterator

from mandates.analysis import wording
from mandates.analysis.values import Policy
from mandates.rules import quotes
from mandates.rules.base import Rule

TOP = range(1, 21)
DILUTION = range(1, 1001)


def faults(policy: Policy, rules: Iterable[Rule]) -> Iterator[str]:
    """A sentence for everything that is wrong with a policy; none for one that can be used."""
    known = {rule.code: rule for rule in rules}
    if policy.top not in TOP:
        yield f"How many main tasks count as the first must be from {TOP[0]} to {TOP[-1]}."
    if policy.dilution not in DILUTION:
        yield f"The most individual tasks must be from {DILUTION[0]} to {DILUTION[-1]}."
    if unknown := sorted((policy.off | set(policy.severities)) - set(known)):
        yield f"There is no rule {' or '.join(unknown)}."
    if flagging := sorted(code for code in policy.off if code in known and tells_why(known[code])):
        yield f"{wording.join(flagging)} cannot be off: a flagged text would stand without its reason."


def tells_why(rule: Rule) -> bool:
    """Whether a rule gives the reason of a flag; of these exactly one speaks on a flagged text."""
    return rule.precondition is quotes.FLAGGED
