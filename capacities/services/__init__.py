"""Everything that writes: reference data, capacities and their changes, partners, lists that are imported."""

from capacities.services.changing import Archived, Conflict, Incoherent, archive, create, update
from capacities.services.importing import ListChanged, import_list
from capacities.services.partners_reference import load_partner_reference
from capacities.services.reference import load_catalogue

__all__ = [
    "Archived",
    "Conflict",
    "Incoherent",
    "ListChanged",
    "archive",
    "create",
    "import_list",
    "load_catalogue",
    "load_partner_reference",
    "update",
]
