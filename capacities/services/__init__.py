"""Everything that writes: reference data, capacities and partners and their changes, comments, tables that are imported."""

from capacities.services.capacities import Archived, Conflict, Incoherent, NotArchived, archive, create, restore, update
from capacities.services.comments import CommentEmpty, comment_on, may_remove, remove_comment
from capacities.services.importing import TableChanged, import_table
from capacities.services.partners import (
    ChangedMeanwhile,
    archive_partner,
    assess,
    change_partner,
    create_partner,
    delete_partner,
    restore_partner,
)
from capacities.services.reference import load_catalogue, load_registers

__all__ = [
    "Archived",
    "ChangedMeanwhile",
    "CommentEmpty",
    "Conflict",
    "Incoherent",
    "NotArchived",
    "TableChanged",
    "archive",
    "archive_partner",
    "assess",
    "change_partner",
    "comment_on",
    "create",
    "create_partner",
    "delete_partner",
    "import_table",
    "load_catalogue",
    "load_registers",
    "may_remove",
    "remove_comment",
    "restore",
    "restore_partner",
    "update",
]
