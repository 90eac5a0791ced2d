"""Who can do what: expertise and capacities, partners, sanctions regimes. A file for each; names are imported from here."""

from capacities.models.capacity import Capacity, CapacityChange, Category, Strength
from capacities.models.expertise import Expertise

__all__ = ["Capacity", "CapacityChange", "Category", "Expertise", "Strength"]
