"""Who can do what: expertise and capacities, partners, sanctions regimes. A file for each; names are imported from here."""

from capacities.models.capacity import Capacity, CapacityChange, Category, Strength
from capacities.models.expertise import Expertise
from capacities.models.partners import Assessment, Entity, EntityParent, Fiu, Partner, PartnerChange
from capacities.models.sanctions import OnCrime, Panel, SanctionsRegime

__all__ = [
    "Assessment",
    "Capacity",
    "CapacityChange",
    "Category",
    "Entity",
    "EntityParent",
    "Expertise",
    "Fiu",
    "OnCrime",
    "Panel",
    "Partner",
    "PartnerChange",
    "SanctionsRegime",
    "Strength",
]
