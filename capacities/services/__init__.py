"""Everything that writes: reference data, capacities and partners and their changes, comments, tables that are imported."""

from capacities.services.capacities import Archived, Conflict, Incoherent, NotArchived, archive, create, restore, update
from capacities.services.comments import CommentEmpty, comment_on, may_remove, remove_comment
from capacities.services.importing import (
    CHANGED,
    EMPTY,
    OVERTAKEN,
    TABLES,
    TableChanged,
    bring,
    cancel_import,
    confirm,
    delete_old_imports,
    enqueue_import,
    import_table,
    look_again,
)
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
    "CHANGED",
    "EMPTY",
    "OVERTAKEN",
    "TABLES",
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
    "bring",
    "cancel_import",
    "change_partner",
    "comment_on",
    "confirm",
    "create",
    "create_partner",
    "delete_old_imports",
    "delete_partner",
    "enqueue_import",
    "import_table",
    "load_catalogue",
    "load_registers",
    "look_again",
    "may_remove",
    "remove_comment",
    "restore",
    "restore_partner",
    "update",
]
