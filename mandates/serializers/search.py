"""What a search found, as page and API show it."""

from rest_framework import serializers

from language.marks import marked
from mandates.analysis import values
from mandates.models import choices
from mandates.searching import grammar

NAMES = {
    "missions": marked("Missions"),
    "texts": marked("Texts"),
    "tasks": marked("Tasks"),
    "paragraphs": marked("Paragraphs"),
    "findings": marked("Findings"),
    "partners": marked("Partners"),
    "capacities": marked("Capacities"),
}
HIT_KINDS = [(kind, NAMES[kind]) for kind in grammar.KINDS]


class MarkSerializer(serializers.Serializer):
    """Where a hit begins and ends, in characters of the excerpt."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()

    def to_representation(self, mark: tuple[int, int]) -> dict:
        return {"start": mark[0], "end": mark[1]}


class ExcerptSerializer(serializers.Serializer):
    """Some thirty words around what was found; plain text, an ellipsis where it is cut."""

    text = serializers.CharField()
    marks = MarkSerializer(many=True)


class HitSerializer(serializers.Serializer):
    """One thing found. ``url`` leads to its place on the page, ``anchor`` is that place."""

    kind = serializers.ChoiceField(HIT_KINDS)
    title = serializers.CharField(
        help_text="Symbol or title of the text; acronym or name of what stands in a register."
    )
    label = serializers.CharField(
        help_text="Of a paragraph as the Council cites it; of a finding the name of its rule."
    )
    url = serializers.CharField()
    anchor = serializers.CharField()
    mandate_id = serializers.IntegerField(source="mandate", allow_null=True, help_text="Null for what is of no text.")
    mission = serializers.CharField()
    year = serializers.IntegerField(allow_null=True, help_text="Of adoption; of a draft, that in which it came in.")
    draft = serializers.BooleanField()
    stands = serializers.CharField(help_text="Where it stands, in words: the 6th of 11 main tasks.")
    council = serializers.BooleanField(help_text="Whether the excerpt is the Council's, not this application's.")
    code = serializers.CharField()
    severity = serializers.ChoiceField(choices(values.Severity), allow_blank=True)
    excerpt = ExcerptSerializer()


class GroupSerializer(serializers.Serializer):
    """The hits of one kind: all that there are, and those that are shown, best first."""

    kind = serializers.ChoiceField(HIT_KINDS)
    name = serializers.SerializerMethodField()
    count = serializers.IntegerField()
    hits = HitSerializer(many=True)

    def get_name(self, group) -> str:
        return NAMES[group.kind]


class FoundSerializer(serializers.Serializer):
    """``pages`` is 1 unless a single kind is asked for."""

    count = serializers.IntegerField()
    page = serializers.IntegerField()
    pages = serializers.IntegerField()
    groups = GroupSerializer(many=True)
