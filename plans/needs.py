"""What a task against some crime types takes: expertise, partners, sanctions, by the requirement profiles. Pure."""

from collections.abc import Iterable, Mapping

from capacities.catalogue import Catalogue
from plans.approaches import PARTNERS
from plans.values import Need, NeedKind

SANCTIONS = Need(NeedKind.SANCTIONS, "sanctions", "sanctions criteria that name the crime")

# The groups in which the kinds of partners of a profile are counted: the register does not tell one agency of a State from
# another. Kinds that it does not hold (services for victims, the private sector) are not counted.
GROUPS: Mapping[str, str] = {
    "fiu": "fiu",
    "civil_society_monitor": "monitor",
    "community_network": "community",
    "local_authority": "local_authority",
    "regional_body": "regional",
    **dict.fromkeys(
        (
            *("specialized_police", "specialized_judiciary", "customs", "border_guard", "maritime_authority"),
            *("mining_authority", "wildlife_authority", "environment_authority", "heritage_authority"),
            *("health_regulator", "nuclear_regulator", "documents_authority", "anti_corruption_agency"),
            "cyber_response",
        ),
        "national_agency",
    ),
}
NOT_COUNTED = frozenset({"victim_services", "private_sector"})


def of(crime_types: Iterable[str], catalogue: Catalogue, *, sanctions: bool) -> tuple[Need, ...]:
    """The needs of a task against these crime types, each once: expertise, then partners, then sanctions.

    Crime types without a profile add none. ``sanctions``: a regime is in force in a host country, so that criteria can
    name the crime. A task with no need is one of which nothing is known.
    """
    profiles = [catalogue.profiles[name] for name in crime_types if name in catalogue.profiles]
    expertise = dict.fromkeys(name for profile in profiles for name in profile.expertise)
    groups = dict.fromkeys(GROUPS[name] for profile in profiles for name in profile.partners if name in GROUPS)
    found = [Need(NeedKind.EXPERTISE, name, catalogue.labels[name]) for name in expertise]
    found += [Need(NeedKind.PARTNER, name, PARTNERS[name]) for name in PARTNERS if name in groups]
    return tuple([*found, SANCTIONS] if sanctions and profiles else found)
