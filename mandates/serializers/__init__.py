"""What pages and the API show of mandates: one shape for both.

``review_data`` is the whole review of one text, ``comparison_data`` what became of an older one.
"""

from mandates.serializers.comparison import ComparisonSerializer, comparison_data
from mandates.serializers.page import ReviewPageSerializer, review_data

__all__ = ["ComparisonSerializer", "ReviewPageSerializer", "comparison_data", "review_data"]
