"""A table of partners is taken as a whole or not at all."""

from collections.abc import Sequence

from django.db import transaction

from capacities.partner_tables import Row
from capacities.services.partners import change_partner, create_partner


@transaction.atomic
def import_partners(rows: Sequence[Row], by) -> tuple[int, int]:
    """How many were made and how many changed. Every row must be in order (ValueError); raises as the services of one."""
    if any(row.errors for row in rows):
        raise ValueError("A row is not in order.")
    made = changed = 0
    for row in rows:
        values = row.form.values
        if row.partner is None:
            create_partner(values, by, action="imported")
            made += 1
        else:
            held = change_partner(row.partner, values, row.form.cleaned_data["version"], by, action="imported")
            changed += held.version != row.partner.version
    return made, changed
