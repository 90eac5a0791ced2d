"""What every document says of itself and of what it cites: name, version, times, agreed language. Pure."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

from mandates.analysis import wording

UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
DECIDED = {"accept": "accepted", "dismiss": "dismissed", "defer": "deferred", "": "undecided"}
CAVEAT = "Machine-assisted: check against the text."


def writable(text: str) -> str:
    """Without the characters that no XML may hold and no font shows.

    >>> writable("gold\\x01")
    'gold'
    """
    return UNWRITABLE.sub("", text)


def name(data: Mapping) -> str:
    """The mandate as its page calls it: mission and title."""
    mandate, mission = data["mandate"], data["review"]["mission_name"]
    title = wording.unbroken(mandate["title"] or mandate["symbol"] or "Mandate")
    return f"{mission}, {title}" if mission and mission not in title else title


def status(data: Mapping) -> str:
    return "Draft, confidential" if data["mandate"]["draft"] else "Adopted text"


def made_with(data: Mapping) -> str:
    """Version, time, ruleset and policy, in one sentence."""
    review, policy = data["review"], data["review"]["policy"]
    set_by = f"policy {policy['number']}" if policy["number"] else "the policy that the program comes with"
    off = f"; not asked: {', '.join(policy['off'])}" if policy["off"] else ""
    return (
        f"Version {data['version']['number']}, reviewed {moment(review['reviewed_at'])} with ruleset "
        f"{review['ruleset']} under {set_by} (the first {review['top']}{off})."
    )


def moment(at: datetime | str) -> str:
    """A time for a document that is read anywhere.

    >>> moment("2030-06-03T14:05:00+02:00")
    '3 June 2030, 12:05 UTC'
    """
    at = (datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone(UTC)
    return f"{day(at.date())}, {at:%H:%M} UTC"


def day(on: date | str | None) -> str:
    """
    >>> day("2030-06-03"), day(None)
    ('3 June 2030', '')
    """
    on = date.fromisoformat(on) if isinstance(on, str) and on else on
    return f"{on.day} {on:%B %Y}" if on else ""


def text(paragraph: Mapping) -> str:
    """A paragraph's words, line for line."""
    return "\n".join("".join(segment["text"] for segment in line) for line in paragraph["lines"])


def verdict(finding: Mapping) -> str:
    """What was decided on a finding last: accept, dismiss, defer, or nothing."""
    return finding["decision"]["verdict"] if finding["decision"] else ""


def decided(finding: Mapping) -> str:
    """The same in words."""
    return DECIDED[verdict(finding)]


def precedents(finding: Mapping) -> list[Mapping]:
    """The agreed language beside a finding; none where none is looked up."""
    return list(finding.get("precedents") or ())


def cited(piece: Mapping) -> str:
    """Where agreed language stands: ``S/RES/3101 (2030), 2 (c)``."""
    return wording.unbroken(f"{piece['symbol']}, {piece['label']}")


def agreed(piece: Mapping) -> str:
    """When and by what vote a piece of language was agreed, and what became of it where that is known."""
    adoption, fate = piece.get("adoption") or {}, piece.get("fate") or {}
    since = fate["sentence"].rstrip(".") if fate.get("state", "not_known") != "not_known" else ""
    told = (day(adoption.get("date")), adoption.get("vote") or "vote not known", since)
    return "; ".join(filter(None, told))
