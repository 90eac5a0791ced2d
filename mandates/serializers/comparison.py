"""A comparison as it was kept, with what people decided and remarked: what its page shows and the API answers."""

from rest_framework import serializers

from mandates import comparisons
from mandates.analysis import values
from mandates.models import Comparison, TextVersion, choices
from mandates.serializers.base import PARAGRAPH_KINDS, ROLES, Moment
from mandates.serializers.lists import MandateBrief
from mandates.serializers.rows import CommentSerializer, DecisionSerializer, comments_on, decisions_of

RUN_KINDS = choices(values.RunKind)
CHANGES = choices(values.Change)
FATES = choices(values.CrimeFate)


class SideSerializer(serializers.Serializer):
    """One of the two texts."""

    mandate = MandateBrief()
    version = serializers.IntegerField()
    name = serializers.CharField(help_text="How it is called in a sentence.")
    symbol = serializers.CharField(allow_null=True)


class PlaceSerializer(serializers.Serializer):
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class WordsSerializer(PlaceSerializer):
    text = serializers.CharField()


class RunSerializer(serializers.Serializer):
    """Equal, deleted or inserted words; what is inserted has no length in the older text."""

    kind = serializers.ChoiceField(RUN_KINDS)
    older = PlaceSerializer()
    newer = PlaceSerializer()


class UnitTaskSerializer(serializers.Serializer):
    rank = serializers.IntegerField()
    level = serializers.IntegerField()
    tier = serializers.ChoiceField(choices(values.Tier))
    organized_crime = serializers.ChoiceField(ROLES)


class UnitSerializer(serializers.Serializer):
    """A paragraph or item; ``paragraph`` is its index in its text. Offsets count characters in ``text``."""

    paragraph = serializers.IntegerField()
    label = serializers.CharField()
    anchor = serializers.CharField(allow_blank=True)
    kind = serializers.ChoiceField(PARAGRAPH_KINDS)
    depth = serializers.IntegerField()
    text = serializers.CharField()
    task = UnitTaskSerializer(allow_null=True)


class ChangeSerializer(serializers.Serializer):
    """A unit of either text and what became of it, with what people think of that.

    ``accept`` is to agree to a change, ``dismiss`` to object to it.
    """

    fingerprint = serializers.CharField(allow_null=True, help_text="Null for what did not change.")
    older = UnitSerializer(allow_null=True)
    newer = UnitSerializer(allow_null=True)
    change = serializers.ChoiceField(CHANGES)
    movement = serializers.ChoiceField([m for m in choices(values.Movement) if m[0]], allow_null=True)
    with_main_task = serializers.BooleanField()
    link = serializers.ChoiceField(choices(values.Link))
    reasons = serializers.ListField(child=serializers.CharField())
    place = serializers.CharField(allow_blank=True)
    runs = RunSerializer(many=True)
    decision = DecisionSerializer(allow_null=True)
    history = DecisionSerializer(many=True)
    comments = CommentSerializer(many=True)


class PassageSerializer(serializers.Serializer):
    """A passage on organized crime and what became of it."""

    fate = serializers.ChoiceField(FATES)
    older = serializers.CharField(allow_null=True)
    newer = serializers.CharField(allow_null=True)
    older_paragraph = serializers.IntegerField(allow_null=True)
    newer_paragraph = serializers.IntegerField(allow_null=True)
    crime_types_kept = serializers.ListField(child=serializers.CharField())
    crime_types_lost = serializers.ListField(child=serializers.CharField())
    crime_types_gained = serializers.ListField(child=serializers.CharField())
    older_words = WordsSerializer(many=True)
    newer_words = WordsSerializer(many=True)
    elsewhere = serializers.BooleanField()
    renewed_by_reference = serializers.BooleanField()
    mission_no_longer_named = serializers.BooleanField()


class ComparisonSerializer(serializers.Serializer):
    """What became of an older text in a newer one: the command line's JSON, decisions and comments."""

    older = SideSerializer()
    newer = SideSerializer()
    mission = serializers.CharField(allow_null=True)
    answer = serializers.CharField(help_text="The comparison in one sentence with numbers.")
    summary = serializers.CharField()
    tasks_renewed_by_reference = serializers.CharField(allow_null=True)
    crime = PassageSerializer(many=True)
    tasks = ChangeSerializer(many=True)
    paragraphs = ChangeSerializer(many=True)
    ruleset = serializers.CharField()
    compared_at = Moment()


def comparison_data(row: Comparison, older: TextVersion, newer: TextVersion) -> dict:
    """A ComparisonSerializer's answer for page and API; two queries. ``older`` and ``newer`` come with their mandates.

    Whoever calls has made sure that the person may see both texts. Decisions and comments are those on the newer one.
    """
    decisions, comments = decisions_of([newer.mandate_id]), comments_on([newer.mandate_id])

    def with_people(change: dict) -> dict:
        subject = newer.mandate_id, change["fingerprint"]
        history = DecisionSerializer(decisions.get(subject, []), many=True).data
        said = CommentSerializer(comments.get(subject, []), many=True).data
        return {**change, "decision": next(iter(history), None), "history": history, "comments": said}

    same = older.mandate_id == newer.mandate_id
    names = {
        "older": comparisons.own_name(older) if same else comparisons.name(older.mandate),
        "newer": comparisons.own_name(newer) if same else comparisons.name(newer.mandate),
    }
    return {
        **row.data,
        **{
            side: {
                "mandate": MandateBrief(version.mandate).data,
                "version": version.number,
                "name": names[side],
                "symbol": version.mandate.symbol or row.data[side]["symbol"],
            }
            for side, version in (("older", older), ("newer", newer))
        },
        "tasks": [with_people(change) for change in row.data["tasks"]],
        "paragraphs": [with_people(change) for change in row.data["paragraphs"]],
        "ruleset": row.ruleset,
        "compared_at": row.compared_at,
    }
