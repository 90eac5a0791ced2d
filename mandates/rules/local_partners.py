"""What findings on partners add from the register: how many in the country are recorded where everybody may see them."""

from collections.abc import Collection, Iterable

from mandates.analysis import wording
from mandates.analysis.values import PartnerKind, Review

LABELS = {
    PartnerKind.FIU: "financial intelligence unit",
    PartnerKind.MONITOR: "civil-society monitor",
    PartnerKind.COMMUNITY: "community network",
    PartnerKind.LOCAL_AUTHORITY: "customary or local authority",
    PartnerKind.NATIONAL_AGENCY: "national agency",
}
PLURALS = {
    PartnerKind.LOCAL_AUTHORITY: "customary or local authorities",
    PartnerKind.NATIONAL_AGENCY: "national agencies",
}
COMMUNITIES = (PartnerKind.MONITOR, PartnerKind.COMMUNITY)


def known(review: Review, kinds: Collection[PartnerKind] = tuple(PartnerKind)) -> str:
    """A sentence to stand behind a message, with a blank before it; "" where none of these kinds is known.

    Partners that not everybody may see are in no count: a review is seen by all who see its mandate.
    """
    found = [(kind, number) for kind, number in review.register.partners if kind in kinds and number]
    return f" On public record in the country: {counted(found)}." if found else ""


def counted(partners: Iterable[tuple[PartnerKind, int]]) -> str:
    """
    >>> counted([(PartnerKind.MONITOR, 2), (PartnerKind.NATIONAL_AGENCY, 3), (PartnerKind.FIU, 1)])
    '2 civil-society monitors, 3 national agencies and 1 financial intelligence unit'
    """
    return wording.join([_number(kind, number) for kind, number in partners])


def _number(kind: PartnerKind, number: int) -> str:
    if number > 1 and kind in PLURALS:
        return f"{number} {PLURALS[kind]}"
    return wording.count(number, LABELS[kind])
