"""Everything that writes: reference data, capacities and their changes, partners, lists that are imported."""

from capacities.services.capacities import Archived, Conflict, Incoherent, archive, create, update
from capacities.services.importing import ListChanged, import_list, import_partners
from capacities.services.partners import ChangedMeanwhile, assess, change_partner, create_partner, state
from capacities.services.reference import load_catalogue, load_registers

__all__ = [
    "Archived",
    "ChangedMeanwhile",
    "Conflict",
    "Incoherent",
    "ListChanged",
    "archive",
    "assess",
    "change_partner",
    "create",
    "create_partner",
    "import_list",
    "import_partners",
    "load_catalogue",
    "load_registers",
    "state",
    "update",
]
