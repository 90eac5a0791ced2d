"""Serializers whose times stay datetimes until they are rendered, so that a template can format them."""

from django.db import models
from rest_framework import serializers

from mandates.analysis import values
from mandates.models import choices

KINDS = choices(values.Kind)  # named here so that the schema can call them by one name (settings.SPECTACULAR_SETTINGS)
PARAGRAPH_KINDS = choices(values.ParagraphKind)
ROLES = choices(values.Role)
LEAF_ROLES = [("own_task", "own task"), ("clause", "clause")]


class Moment(serializers.DateTimeField):
    """A time that stays a datetime; the JSON renderer writes it as ISO 8601."""

    def __init__(self, **options) -> None:
        super().__init__(**{"format": None, **options})


class ModelSerializer(serializers.ModelSerializer):
    serializer_field_mapping = {**serializers.ModelSerializer.serializer_field_mapping, models.DateTimeField: Moment}
