"""Capacity lists from files: read the sheet, plan what it would change, and only then write (services.import_list)."""
