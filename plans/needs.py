"""What a task against some crime types takes: expertise, partners, sanctions, by the requirement profiles. Pure."""

from collections.abc import Iterable

from capacities import partner_needs
from capacities.catalogue import Catalogue
from language.marks import marked
from plans.values import Need, NeedKind

SANCTIONS = Need(NeedKind.SANCTIONS, "sanctions", marked("sanctions criteria that name the crime"))


def of(crime_types: Iterable[str], catalogue: Catalogue, *, sanctions: bool) -> tuple[Need, ...]:
    """The needs of a task against these crime types, each once: expertise, then partners, then sanctions.

    Crime types without a profile add none. ``sanctions``: a regime is in force in a host country, so that criteria can
    name the crime. A task with no need is one of which nothing is known.
    """
    types = list(crime_types)
    profiles = [catalogue.profiles[name] for name in types if name in catalogue.profiles]
    expertise = dict.fromkeys(name for profile in profiles for name in profile.expertise)
    found = [Need(NeedKind.EXPERTISE, name, catalogue.labels[name]) for name in expertise]
    groups = partner_needs.of(types, catalogue.profiles)
    found += [Need(NeedKind.PARTNER, group, partner_needs.LABELS[group]) for group in groups]
    return tuple([*found, SANCTIONS] if sanctions and profiles else found)
