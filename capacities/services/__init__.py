"""Everything that writes: reference data, capacities and their changes, partners, tables that are imported."""

from capacities.services.capacities import Archived, Conflict, Incoherent, archive, create, update
from capacities.services.importing import TableChanged, import_table
from capacities.services.partners import ChangedMeanwhile, assess, change_partner, create_partner
from capacities.services.reference import load_catalogue, load_registers

__all__ = [
    "Archived",
    "ChangedMeanwhile",
    "Conflict",
    "Incoherent",
    "TableChanged",
    "archive",
    "assess",
    "change_partner",
    "create",
    "create_partner",
    "import_table",
    "load_catalogue",
    "load_registers",
    "update",
]
