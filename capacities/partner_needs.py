"""Which kinds of partners crime types take, in the groups in which the register can tell them apart. Pure.

The register does not tell one agency of a State from another: police, customs and courts are one group. Kinds that it does not
hold (services for victims, the private sector) are not counted.
"""

from collections.abc import Iterable, Mapping

from capacities.catalogue import Profile
from language.marks import marked

LABELS: Mapping[str, str] = {
    "fiu": marked("financial intelligence unit"),
    "monitor": marked("civil-society monitor"),
    "community": marked("community network"),
    "local_authority": marked("customary or local authority"),
    "national_agency": marked("national agency"),
    "regional": marked("regional or United Nations body"),
}

# Groups by the kinds of partners of profiles.toml.
TAKEN: Mapping[str, str] = {
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

# Groups by the kinds of the register of partners.
HELD: Mapping[str, str] = {
    **{group: group for group in LABELS},
    "un_entity": "regional",
}


def of(crime_types: Iterable[str], profiles: Mapping[str, Profile]) -> dict[str, list[str]]:
    """The groups that crime types take, in the order of LABELS, each with the crime types that take it. Crime types without a profile
    take none."""
    taken: dict[str, list[str]] = {}
    for name in dict.fromkeys(crime_types):
        for group in dict.fromkeys(TAKEN[p] for p in profiles[name].partners if p in TAKEN) if name in profiles else ():
            taken.setdefault(group, []).append(name)
    return {group: taken[group] for group in LABELS if group in taken}
