"""What people corrected in a reading."""

from rest_framework import serializers

from mandates.analysis import values
from mandates.analysis.reporting import corrections
from mandates.models import Correction, choices
from mandates.serializers.base import ModelSerializer


class CorrectionSerializer(ModelSerializer):
    """A correction that counts. ``label`` is where it stands in this text; empty for the whole text, or without a place."""

    aspect = serializers.ChoiceField(choices(values.Aspect))
    value = serializers.JSONField(help_text="As the person reads it.")
    read = serializers.JSONField(help_text="As the reader read it when the correction was made.")
    by = serializers.CharField(source="by.username")
    label = serializers.SerializerMethodField()
    placed = serializers.SerializerMethodField(help_text="Null until the text is reviewed with it.")
    sentence = serializers.SerializerMethodField()

    class Meta:
        model = Correction
        fields = ["id", "aspect", "label", "value", "read", "placed", "sentence", "reason", "by", "at"]

    def get_label(self, correction: Correction) -> str:
        here = self._here(correction)
        return (here["label"] or "") if here else correction.label

    def get_placed(self, correction: Correction) -> bool | None:
        here = self._here(correction)
        return here["placed"] if here else None

    def get_sentence(self, correction: Correction) -> str:
        return corrections.sentence(correction.as_value, correction.read)

    def _here(self, correction: Correction) -> dict | None:
        return self.context.get("corrected", {}).get(correction.pk)


class CorrectionInput(serializers.Serializer):
    """What a person says. ``label`` is the paragraph's as the Council cites it; none for kind, mission and predecessor."""

    aspect = serializers.ChoiceField(choices(values.Aspect))
    value = serializers.JSONField(
        help_text=(
            "By aspect. kind: a kind of text; mission: an acronym; predecessor: the symbol of an adopted text that is held, "
            "or an empty text for none; level: 0 for no task, 1 for a main task, and so on; role: subject, clause or none; "
            "crime_types, addressees: lists of their names."
        )
    )
    label = serializers.CharField(required=False, default="", allow_blank=True, max_length=80)
    reason = serializers.CharField(required=False, default="", allow_blank=True, max_length=2000)
