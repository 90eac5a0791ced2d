"""Recorded changes of flags as people read them: what is newly flagged, no longer flagged, or flagged for another reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet

from language.marks import marked
from language.said import joined, say, say_many
from mandates import counting
from mandates.analysis.values import Flagged, FlagReason
from mandates.models import FlagChange


class Group(StrEnum):
    """What became of a flag; the value is how a heading says it."""

    NEWLY = marked("newly flagged")
    NO_LONGER = marked("no longer flagged")
    OTHER_REASON = marked("flagged for another reason")
    UNFLAGGED = marked("not flagged, as before")

    def counted(self, number: int) -> str:
        """How many there are: "2 newly flagged"."""
        match self:
            case Group.NEWLY:
                return say_many("{number} newly flagged", "{number} newly flagged", number)
            case Group.NO_LONGER:
                return say_many("{number} no longer flagged", "{number} no longer flagged", number)
            case Group.OTHER_REASON:
                return say_many("{number} flagged for another reason", "{number} flagged for another reason", number)
        return say_many("{number} not flagged, as before", "{number} not flagged, as before", number)


NOT_FLAGGED = {
    "": marked("not reviewed"),
    Flagged.NO: marked("not flagged"),
    Flagged.UNKNOWN: marked("unknown, as its task list is not held"),
    Flagged.NOT_APPLICABLE: marked("not ranked"),
}


@dataclass(frozen=True, slots=True)
class News:
    """How one mission's flag changed over one or several recorded changes, said in the language in which it was asked for.

    ``why`` is a clause without its full stop; ``headline`` is the review's, in English.
    """

    mission: str
    symbol: str
    mandate: int
    group: Group
    was: str
    now: str
    before: str  # the symbol of the mandate in force until then, where that is another one
    why: str
    cause: str
    ruleset: str
    headline: str

    @property
    def name(self) -> str:
        """The mandate as people speak of it: "UNMINA, resolution 3101 (2030)"."""
        parts = [part for part in (self.mission, counting.resolution(self.symbol)) if part]
        return ", ".join(parts) or say("a text without symbol")

    @property
    def sentence(self) -> str:
        """What changed and why."""
        told = {"now": self.now, "was": self.was, "why": self.why}
        if self.before:
            return say(
                "Now {now}; before, by {symbol}: {was}. Why: {why}.", symbol=counting.resolution(self.before), **told
            )
        return say("Now {now}; before: {was}. Why: {why}.", **told)


def told(changes: QuerySet[FlagChange]) -> list[News]:
    """What the changes come to, one for each mission in force: from before the first of them to after the last.

    Of other adopted texts, one for each text. Nothing where a flag ended as it began. One query; by group, then by name.
    """
    followed: dict[tuple, list[FlagChange]] = {}
    for row in changes.filter(mandate__draft=False).select_related("mandate__mission", "before").order_by("pk"):
        key = ("mission", row.mandate.mission_id) if row.in_force else ("text", row.mandate_id)
        followed.setdefault(key, []).append(row)
    found = [news for rows in followed.values() if (news := _net(rows))]
    order = list(Group)
    return sorted(found, key=lambda news: (order.index(news.group), news.mission, news.symbol))


def grouped(news: Iterable[News]) -> dict[Group, list[News]]:
    """News by group, without the groups that are empty."""
    found: dict[Group, list[News]] = {}
    for one in news:
        found.setdefault(one.group, []).append(one)
    return found


def _net(rows: Sequence[FlagChange]) -> News | None:
    first, last = rows[0], rows[-1]
    if (first.flagged_before, first.reason_before) == (last.flagged, last.reason):
        return None
    before = next((row.before for row in rows if row.before), None)
    moved = [row for row in rows if (row.flagged_before, row.reason_before) != (row.flagged, row.reason)]
    why = list(dict.fromkeys(str(FlagChange.Cause(row.cause).label) for row in moved or rows))
    return News(
        mission=last.mandate.mission.acronym if last.mandate.mission else "",
        symbol=last.mandate.symbol,
        mandate=last.mandate_id,
        group=_group(first.flagged_before, last.flagged),
        was=_said(first.flagged_before, first.reason_before, first.top_before),
        now=_said(last.flagged, last.reason, last.top),
        before=before.symbol if before and before.pk != last.mandate_id else "",
        why=joined(why),
        cause=last.cause,
        ruleset=last.ruleset,
        headline=last.headline,
    )


def _group(before: str, now: str) -> Group:
    if now == Flagged.YES:
        return Group.OTHER_REASON if before == Flagged.YES else Group.NEWLY
    return Group.NO_LONGER if before == Flagged.YES else Group.UNFLAGGED


def _said(flagged: str, reason: str, top: int) -> str:
    if flagged != Flagged.YES:
        return say(NOT_FLAGGED[flagged])
    beyond = reason == FlagReason.BEYOND_N
    return say("flagged: {reason}", reason=say("beyond the top {top}", top=top) if beyond else say(FlagReason(reason)))
