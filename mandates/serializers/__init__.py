"""What pages and the API show of mandates: one shape for both. ``review_data`` is the whole review of one text."""

from mandates.serializers.page import ReviewPageSerializer, review_data

__all__ = ["ReviewPageSerializer", "review_data"]
