"""What the API shows and takes of remarks on capacities and partners."""

from rest_framework import serializers

from capacities.forms.comments import LONGEST
from capacities.models import CapacityComment, PartnerComment

FIELDS = ["id", "text", "by", "at", "removed_by", "removed_at"]


class CapacityCommentSerializer(serializers.ModelSerializer):
    """A remark. Where it was removed, `text` is empty, and `removed_by` and `removed_at` say by whom and when."""

    by = serializers.SlugRelatedField("username", read_only=True)
    removed_by = serializers.SlugRelatedField("username", read_only=True, allow_null=True)

    class Meta:
        model = CapacityComment
        fields = FIELDS


class PartnerCommentSerializer(CapacityCommentSerializer):
    class Meta:
        model = PartnerComment
        fields = FIELDS


class CommentTextInput(serializers.Serializer):
    text = serializers.CharField(max_length=LONGEST)
