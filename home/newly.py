"""The mandates in force that were newly flagged in the last days, each with the finding that gives the reason."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from mandates import flag_news, rules
from mandates.models import Finding, FlagChange, Mandate, TextVersion
from mandates.rules import policy

LATELY = timedelta(days=14)
REASONS = [rule.code for rule in rules.ALL if policy.tells_why(rule)]


@dataclass(frozen=True, slots=True)
class Flagged:
    news: flag_news.News
    finding: Finding | None


def of(user) -> list[Flagged]:
    """Of those of which the person may know. Two queries, one where there are none."""
    seen = Mandate.objects.visible_to(user)
    lately = FlagChange.objects.filter(at__gte=timezone.now() - LATELY, mandate__in=seen).in_force()
    found = flag_news.grouped(flag_news.told(lately)).get(flag_news.Group.NEWLY, [])
    if not found:
        return []
    newest = TextVersion.objects.newest().filter(mandate__in=[one.mandate for one in found])
    reasons = Finding.objects.filter(review__version__in=newest, code__in=REASONS).select_related("review__version")
    told = reasons.only("code", "name", "severity", "review__version__mandate")
    by_mandate = {finding.review.version.mandate_id: finding for finding in told}
    return [Flagged(one, by_mandate.get(one.mandate)) for one in found]
