"""What the API takes of plans. Fields that do not exist are refused: a misspelled one would be lost without a word."""

from typing import Any

from rest_framework import serializers

from capacities import catalogue
from capacities.models import Capacity, Partner, SanctionsRegime
from mandates.models import Mandate
from missions.models import Mission
from plans.models import Milestone
from plans.serializers.options import APPROACHES
from plans.starting import mission_of

MOST = 100_000  # people, and places of a text


class Input(serializers.Serializer):
    def to_internal_value(self, data: Any) -> dict[str, Any]:
        if isinstance(data, dict) and (unknown := sorted(set(data) - set(self.fields))):
            raise serializers.ValidationError({name: ["There is no such field."] for name in unknown})
        return super().to_internal_value(data)


class SeenInput(Input):
    version = serializers.IntegerField(
        min_value=1, max_value=2**31 - 1, help_text="the version that you saw; another one now is a conflict"
    )


class Change(SeenInput):
    """The fields to change, and the version that you saw. What is left out stays as it is."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, given in self.fields.items():
            given.required = name == "version"

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.validated_data.items() if name != "version"}


def words(most: int) -> serializers.CharField:
    return serializers.CharField(required=False, allow_blank=True, max_length=most)


def row(queryset, told: str, **options) -> serializers.PrimaryKeyRelatedField:
    """A row by its id; ``told`` where there is none that the asker may see."""
    return serializers.PrimaryKeyRelatedField(queryset=queryset, error_messages={"does_not_exist": told}, **options)


class PlanFields(Input):
    title = serializers.CharField(max_length=160)
    begins = serializers.DateField()
    ends = serializers.DateField()
    nominated_on = serializers.DateField(
        help_text="whoever is pledged without a day is expected from here, by published averages"
    )
    note = words(5000)


class PlanInput(PlanFields):
    """A plan to open on a reviewed mandate, whose tasks on organized crime it takes over."""

    mandate = row(Mandate.objects.none(), "There is no such mandate, or you may not see it.")
    mission = serializers.SlugRelatedField(
        "acronym",
        queryset=Mission.objects.all(),
        required=False,
        help_text="acronym; left out: the one that the mandate is about",
        error_messages={"does_not_exist": "No mission has this acronym."},
    )

    def get_fields(self) -> dict:
        fields = super().get_fields()
        if user := self.context.get("user"):
            fields["mandate"].queryset = Mandate.objects.visible_to(user).select_related("mission")
        return fields

    def validate(self, given: dict) -> dict:
        if given["ends"] < given["begins"]:
            raise serializers.ValidationError({"ends": ["It ends before it begins."]})
        given.setdefault("mission", mission_of(given["mandate"]))
        if given["mission"] is None:
            raise serializers.ValidationError(
                {"mission": ["Say for which mission to plan: the mandate does not tell."]}
            )
        return given


class PlanChangeInput(Change, PlanFields):
    pass


class TaskInput(Input):
    """A task that the review did not read as one on organized crime, put in by hand."""

    label = serializers.CharField(max_length=80, help_text="as the text has it: 12 (b)")
    title = serializers.CharField(max_length=5000)
    crime_types = serializers.ListField(
        child=serializers.CharField(max_length=60),
        min_length=1,
        max_length=50,
        help_text="names of those of which the catalogue says what they take",
    )
    place = serializers.IntegerField(
        min_value=1, max_value=MOST, required=False, help_text="in the text, 1 is the highest; left out: the last"
    )

    def validate_crime_types(self, names: list[str]) -> list[str]:
        known = catalogue.held().profiles
        if set(names) - set(known):
            raise serializers.ValidationError(f"Choose of these: {', '.join(known)}.")
        return list(dict.fromkeys(names))


class OptionInput(Input):
    approach = serializers.ChoiceField(APPROACHES)
    title = serializers.CharField(max_length=120)
    rationale = words(5000)


class OptionChangeInput(Change, OptionInput):
    pass


class AssignmentFields(Input):
    task = serializers.IntegerField(min_value=1, help_text="id of a task of the plan")
    begins = serializers.DateField()
    ends = serializers.DateField()
    people = serializers.IntegerField(min_value=0, max_value=MOST, required=False, help_text="of a capacity")
    fixed = serializers.BooleanField(required=False, help_text="true unless you say otherwise: the solver leaves it")
    note = words(5000)

    def validate_task(self, number: int):
        """The task itself; PlanTask of the plan that the view gives."""
        found = self.context["plan"].tasks.filter(pk=number).first()
        if found is None:
            raise serializers.ValidationError("This task is not one of the plan.")
        return found


class AssignmentInput(AssignmentFields):
    """Exactly one of capacity, partner and regime at a task. A program cannot assign a restricted partner."""

    capacity = row(Capacity.objects.current(), "There is no such capacity.", required=False, allow_null=True)
    partner = row(Partner.objects.none(), "There is no such partner.", required=False, allow_null=True)
    regime = serializers.SlugRelatedField(
        "code",
        queryset=SanctionsRegime.objects.all(),
        required=False,
        allow_null=True,
        help_text="code of the sanctions regime",
        error_messages={"does_not_exist": "No sanctions regime has this code."},
    )

    def get_fields(self) -> dict:
        fields = super().get_fields()
        if user := self.context.get("user"):
            fields["partner"].queryset = Partner.objects.visible_to(user, token=self.context["token"]).current()
        return fields


class AssignmentChangeInput(Change, AssignmentFields):
    """Who is assigned stays: remove the assignment and add another one."""


class MilestoneInput(Input):
    """A milestone is reached or not; a benchmark is measured, with a baseline and a target in words."""

    kind = serializers.ChoiceField(Milestone.Kind.choices, required=False)
    title = serializers.CharField(max_length=200)
    due = serializers.DateField()
    task = serializers.IntegerField(min_value=1, required=False, allow_null=True, help_text="id of a task of the plan")
    baseline, target = words(200), words(200)
    reached_on = serializers.DateField(required=False, allow_null=True)

    def validate_task(self, number: int | None):
        return None if number is None else AssignmentFields.validate_task(self, number)


class MilestoneChangeInput(Change, MilestoneInput):
    pass


class PlanCommentInput(Input):
    text = serializers.CharField(max_length=5000)


class AcceptInput(Input):
    numbers = serializers.ListField(
        child=serializers.IntegerField(min_value=0, max_value=MOST),
        min_length=1,
        max_length=MOST,
        help_text="of what to take over, as the proposal's answer numbers it",
    )
