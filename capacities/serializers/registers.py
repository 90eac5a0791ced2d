"""What the API shows of reference facts: expertise, published strengths, FIUs and bodies."""

from django.utils import timezone
from rest_framework import serializers

from capacities.models import Entity, EntityParent, Expertise, Fiu, Strength
from missions.serializers import CountrySerializer


class ExpertiseSerializer(serializers.ModelSerializer):
    class Meta:
        model = Expertise
        fields = ["name", "label", "definition", "source"]


class PublishedStrengthSerializer(serializers.ModelSerializer):
    """A published strength: authorized for a budget period, actual on a day."""

    mission = serializers.CharField(source="mission.acronym")
    category = serializers.ChoiceField(Strength.Category.choices)

    class Meta:
        model = Strength
        fields = [
            *("mission", "category", "authorized", "authorized_for", "actual", "as_of", "source", "source_url", "note")
        ]


class FiuSerializer(serializers.ModelSerializer):
    country = CountrySerializer()

    class Meta:
        model = Fiu
        exclude = ["id"]


class ParentSerializer(serializers.ModelSerializer):
    parent = serializers.SlugRelatedField("code", read_only=True)

    class Meta:
        model = EntityParent
        fields = ["parent", "state", "since", "until", "source", "as_of", "note"]


class EntitySerializer(serializers.ModelSerializer):
    fields_of_work = serializers.ListField(child=serializers.CharField(), source="fields")
    parents = ParentSerializer(many=True)
    parent_today = serializers.SerializerMethodField()

    class Meta:
        model = Entity
        fields = ["code", "name", "kind", "fields_of_work", "parent_today", "parents", "source", "url", "as_of", "note"]

    def get_parent_today(self, entity: Entity) -> str | None:
        parent = entity.parent_on(timezone.localdate())
        return parent.code if parent else None
