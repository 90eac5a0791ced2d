"""Everything that writes: reference data, capacities and their changes, lists that are imported."""

from capacities.services.reference import load_catalogue

__all__ = ["load_catalogue"]
