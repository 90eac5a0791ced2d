"""A review as it was recorded: the command line's JSON, whose field names docs/method.md explains."""

from rest_framework import serializers

from mandates.analysis import values
from mandates.models import Review, choices
from mandates.serializers.base import KINDS, LEAF_ROLES, ROLES, Moment


class TaskListBrief(serializers.Serializer):
    paragraph = serializers.CharField()
    chapeau = serializers.CharField()
    tier = serializers.ChoiceField(choices(values.Tier))


class RungSerializer(serializers.Serializer):
    """One main task: a rung of the ladder."""

    label = serializers.CharField()
    rank = serializers.IntegerField()
    place_in_list = serializers.IntegerField()
    tier = serializers.ChoiceField(choices(values.Tier))
    title = serializers.CharField()
    leaves = serializers.IntegerField()
    organized_crime = serializers.ChoiceField(ROLES)
    qualifiers = serializers.ListField(child=serializers.CharField())


class CrimeLeaf(serializers.Serializer):
    label = serializers.CharField()
    leaf_index = serializers.IntegerField()
    role = serializers.ChoiceField(LEAF_ROLES)
    crime_types = serializers.ListField(child=serializers.CharField())
    qualifiers = serializers.ListField(child=serializers.CharField())


class CrimeParagraph(serializers.Serializer):
    label = serializers.CharField()
    addressee = serializers.ListField(child=serializers.ChoiceField(choices(values.Addressee)))
    crime_types = serializers.ListField(child=serializers.CharField())
    in_task_list = serializers.BooleanField()
    lead_verb = serializers.CharField()
    further_types = serializers.ListField(child=serializers.CharField())
    task_kinds = serializers.ListField(child=serializers.CharField())


class TaskedSerializer(serializers.Serializer):
    label = serializers.CharField()
    symbol = serializers.CharField(help_text="The text in force where it stands; empty for this text itself.")
    listed = serializers.BooleanField(help_text="Whether it is a task of a list.")
    crime_types = serializers.ListField(child=serializers.CharField())


class StrengthSerializer(serializers.Serializer):
    kind = serializers.ChoiceField(choices(values.StrengthKind))
    number = serializers.IntegerField()
    paragraph = serializers.CharField()


class TermSerializer(serializers.Serializer):
    """How long the mandate runs by the text's own words: to a date, or for so many months or days."""

    until = serializers.DateField(allow_null=True)
    months = serializers.IntegerField(allow_null=True)
    days = serializers.IntegerField(allow_null=True, default=None)
    paragraph = serializers.CharField()


class AreaSerializer(serializers.Serializer):
    """One area of the mission's tasks; a task can count for several, the shares add up to 1."""

    area = serializers.CharField(help_text="Empty for tasks that show no area.", allow_blank=True)
    label = serializers.CharField()
    main_tasks = serializers.IntegerField()
    leaf_tasks = serializers.IntegerField()
    share = serializers.FloatField()
    paragraphs = serializers.ListField(child=serializers.CharField())


class MissionBlock(serializers.Serializer):
    """Where organized crime stands for one mission; the names are those of docs/method.md."""

    mission = serializers.CharField(allow_null=True)
    tasks_by_reference = serializers.CharField(allow_null=True)
    order_stated = serializers.BooleanField()
    flagged = serializers.ChoiceField(choices(values.Flagged))
    flag_reason = serializers.ChoiceField(choices(values.FlagReason), allow_null=True)
    task_lists = TaskListBrief(many=True)
    main_tasks = RungSerializer(many=True)
    leaf_tasks = serializers.IntegerField()
    leaf_tasks_without_dashes = serializers.IntegerField()
    oc_leaf_tasks = CrimeLeaf(many=True)
    oc_preambular = serializers.ListField(child=serializers.IntegerField())
    oc_operative = CrimeParagraph(many=True)
    position = serializers.ChoiceField(choices(values.Position))
    best_main_task_rank = serializers.IntegerField(allow_null=True)
    best_containing_rank = serializers.IntegerField(allow_null=True)
    only_with_terrorism = serializers.BooleanField()
    oc_partners_named = serializers.ListField(child=serializers.CharField())
    police_authorized = serializers.IntegerField(allow_null=True)
    strengths = StrengthSerializer(many=True)
    term = TermSerializer(allow_null=True)
    means = serializers.CharField(
        help_text="Police and other strengths, term and limits of the crime tasks, in sentences."
    )
    areas = AreaSerializer(many=True)
    in_force = serializers.DictField(
        allow_null=True, help_text="The tasks that this text renews: `symbol`, and the fields of a mission's block."
    )


class GapSerializer(serializers.Serializer):
    """Something that the text itself shows to be missing."""

    missing = serializers.ChoiceField(choices(values.Missing))
    labels = serializers.ListField(
        child=serializers.CharField(), help_text="As the Council would cite it; none for the end."
    )
    sentence = serializers.CharField()


class PolicySerializer(serializers.Serializer):
    """How this installation reads a mandate; number 0 is what the program comes with."""

    number = serializers.IntegerField()
    top = serializers.IntegerField(help_text="How many main tasks count as the first.")
    dilution = serializers.IntegerField(help_text="The most individual tasks before a mandate counts as diluted.")
    off = serializers.ListField(child=serializers.CharField(), help_text="Codes of rules that are not asked.")
    severities = serializers.DictField(
        child=serializers.ChoiceField(choices(values.Severity)), help_text="By code, in place of the rule's own."
    )


class CorrectedSerializer(serializers.Serializer):
    """A person's correction as it took effect in this text."""

    number = serializers.IntegerField()
    aspect = serializers.ChoiceField(choices(values.Aspect))
    label = serializers.CharField(allow_null=True, help_text="Where it stands in this text; null for the whole text.")
    read = serializers.JSONField(help_text="What the reader had read.")
    value = serializers.JSONField(help_text="What the person says.")
    placed = serializers.BooleanField(help_text="Whether the passage that it is about was found in this text.")


class CrimeFateSerializer(serializers.Serializer):
    """A passage on organized crime and what became of it; ``older`` and ``newer`` are labels of the two texts."""

    fate = serializers.ChoiceField(choices(values.CrimeFate))
    older = serializers.CharField(allow_null=True)
    newer = serializers.CharField(allow_null=True)


class PredecessorSerializer(serializers.Serializer):
    """The text before this one, and what became of it."""

    symbol = serializers.CharField(allow_null=True)
    answer = serializers.CharField(default="", help_text="The comparison in one sentence.")
    summary = serializers.CharField(help_text="The comparison in sentences.")
    tasks_renewed_by_reference = serializers.CharField(allow_null=True)
    tasks = serializers.DictField(
        child=serializers.IntegerField(), help_text="How many tasks of each change (`kept` … `new`) and movement."
    )
    paragraphs = serializers.DictField(
        child=serializers.IntegerField(), help_text="The same of all other paragraphs and items."
    )
    crime_fates = serializers.DictField(child=serializers.IntegerField())
    crime = CrimeFateSerializer(many=True)


class RegisterSerializer(serializers.Serializer):
    """The state of the register that a review knew."""

    digest = serializers.CharField(help_text="Another one where a fact has changed since.")
    day = serializers.DateField(allow_null=True, help_text="The day on which the text was laid beside it.")
    today = serializers.BooleanField(
        help_text="Whether capacities, FIUs and public partners were asked: of drafts and mandates in force alone."
    )


class ReviewSerializer(MissionBlock):
    """A review: the command line's JSON as it was recorded, with the columns that lists use beside it."""

    headline = serializers.CharField()
    contrast = serializers.CharField()
    verdict = serializers.CharField(help_text="Whether the text is flagged, and why, in a sentence.")
    brackets = serializers.CharField(help_text="How the place depends on a draft's square brackets; empty without any.")
    without_brackets = serializers.DictField(
        allow_null=True, help_text="A mission's block of the text without what stands in square brackets."
    )
    tasked = TaskedSerializer(
        many=True,
        default=list,
        help_text="Where the mission is told to act on crime, here or by tasks that this text renews.",
    )
    register = RegisterSerializer(
        allow_null=True, default=None, help_text="What was known of the mission; null where nothing was."
    )
    predecessor = PredecessorSerializer(
        allow_null=True, default=None, help_text="The latest earlier text held that gives the same mission its tasks."
    )
    incomplete = GapSerializer(many=True)
    warning = serializers.CharField(help_text="What the text lacks and what that means; empty for a whole text.")
    symbol = serializers.CharField(allow_null=True)
    chapter_vii = serializers.CharField(
        allow_null=True, help_text="The paragraph in which the Council acts under Chapter VII of the Charter."
    )
    kind = serializers.ChoiceField(KINDS)
    preambular_count = serializers.IntegerField()
    operative_count = serializers.IntegerField()
    last_operative_number = serializers.IntegerField(allow_null=True)
    top = serializers.IntegerField()
    policy = PolicySerializer()
    ruleset = serializers.CharField()
    corrections = CorrectedSerializer(many=True)
    missions = MissionBlock(many=True)
    mission_name = serializers.CharField()
    reviewed_at = Moment()

    def to_representation(self, review: Review) -> dict:
        columns = {"headline", "kind", "position", "flagged", "top", "ruleset", "reviewed_at", "mission_name"}
        ranks = {"best_main_task_rank", "best_containing_rank"}
        return {**review.data, **{name: getattr(review, name) for name in columns | ranks}}
