"""What the API and the documents show of plans: one shape for all of them.

``plan_data`` is a whole plan as one person may see it, ``proposal_data`` what the solver proposes for an option of it.
"""

from plans.serializers.options import OptionSerializer
from plans.serializers.plans import PlanDocumentSerializer, PlanSerializer, options_data, plan_data
from plans.serializers.proposals import ProposalSerializer, proposal_data

__all__ = [
    "OptionSerializer",
    "PlanDocumentSerializer",
    "PlanSerializer",
    "ProposalSerializer",
    "options_data",
    "plan_data",
    "proposal_data",
]
