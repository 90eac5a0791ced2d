"""Who can do what: expertise and capacities, strengths, partners, registers, sanctions regimes. Names are imported from here."""

from capacities.models.capacities import Capacity, CapacityChange, Category
from capacities.models.comments import CapacityComment, PartnerComment
from capacities.models.expertise import Expertise
from capacities.models.imports import Import
from capacities.models.partners import Assessment, Partner, PartnerChange, PartnerDeletion
from capacities.models.registers import Entity, EntityParent, Fiu
from capacities.models.sanctions import OnCrime, Panel, SanctionsRegime
from capacities.models.strengths import Strength

__all__ = [
    "Assessment",
    "Capacity",
    "CapacityChange",
    "CapacityComment",
    "Category",
    "Entity",
    "EntityParent",
    "Expertise",
    "Fiu",
    "Import",
    "OnCrime",
    "Panel",
    "Partner",
    "PartnerChange",
    "PartnerComment",
    "PartnerDeletion",
    "SanctionsRegime",
    "Strength",
]
