"""An option: its approach, what it achieves, what stands against it, and who is assigned."""

from typing import Any

from rest_framework import serializers

from plans import approaches
from plans.loaded import Loaded
from plans.models import Assignment
from plans.naming import named, shows
from plans.serializers.parts import NeedSerializer, ResourceSerializer, need, resource
from plans.values import Approach, Situation, given

APPROACHES = [(approach.value, approach.value.replace("_", " ")) for approach in Approach]


class NeedPlaceSerializer(serializers.Serializer):
    """A need of a task."""

    task = serializers.IntegerField()
    label = serializers.CharField()
    need = NeedSerializer()


class MetSerializer(NeedPlaceSerializer):
    """A need of a task with who meets it, from the first day of the earliest to the last day of the latest."""

    by = ResourceSerializer(many=True)
    since = serializers.DateField()
    until = serializers.DateField()


class SingleSerializer(serializers.Serializer):
    """Somebody on whom alone needs rest, and how many."""

    resource = ResourceSerializer()
    needs = serializers.IntegerField()


class ShareSerializer(serializers.Serializer):
    met = serializers.IntegerField()
    needs = serializers.IntegerField()


class MeasuresSerializer(serializers.Serializer):
    """What the option achieves, by the same needs as all options of its plan, as far as you can see who is assigned."""

    needs = serializers.IntegerField(help_text="of all tasks together")
    met = serializers.IntegerField()
    by_half = serializers.IntegerField(allow_null=True, help_text="met by the day on which the mandate is half over")
    people = serializers.IntegerField(help_text="the most at one time")
    complete_on = serializers.DateField(allow_null=True, help_text="the day from which all that it meets is met")
    days_to_complete = serializers.IntegerField(allow_null=True, help_text="from the plan's first day to complete_on")
    first_task = ShareSerializer(allow_null=True, help_text="of the highest-placed task that has needs")
    single = SingleSerializer(many=True)
    covered = MetSerializer(many=True)
    gaps = NeedPlaceSerializer(many=True)
    without_needs = serializers.ListField(
        child=serializers.CharField(), help_text="labels of tasks of which the catalogue does not say what they take"
    )


class ConflictSerializer(serializers.Serializer):
    kind = serializers.CharField()
    sentence = serializers.CharField()
    stops = serializers.BooleanField(help_text="it cannot happen as written")
    assignments = serializers.ListField(child=serializers.IntegerField())


class AssignmentSerializer(serializers.Serializer):
    """Who does what, first and last day included."""

    id = serializers.IntegerField()
    version = serializers.IntegerField()
    option = serializers.IntegerField()
    task = serializers.IntegerField()
    label = serializers.CharField(help_text="of the task")
    resource = ResourceSerializer()
    begins = serializers.DateField()
    ends = serializers.DateField()
    people = serializers.IntegerField(help_text="of a capacity; 0 for partners and sanctions regimes")
    fixed = serializers.BooleanField(help_text="the solver leaves it as it is")
    meets = NeedSerializer(many=True)
    why = serializers.CharField(help_text="the solver's sentence; empty where a person assigned it")
    note = serializers.CharField()
    conflicts = serializers.ListField(child=serializers.CharField())


class OptionSerializer(serializers.Serializer):
    """One way of doing what the plan is for."""

    id = serializers.IntegerField()
    version = serializers.IntegerField()
    approach = serializers.ChoiceField(APPROACHES)
    approach_said = serializers.CharField()
    approach_basis = serializers.CharField(help_text="whose claim it is what the approach draws on")
    approach_sources = serializers.ListField(child=serializers.CharField())
    title = serializers.CharField()
    rationale = serializers.CharField()
    chosen = serializers.BooleanField()
    measures = MeasuresSerializer()
    conflicts = ConflictSerializer(many=True)
    assignments = AssignmentSerializer(many=True)


def option(one: Loaded, situation: Situation) -> dict[str, Any]:
    """What OptionSerializer shows of an option. No query."""
    row, draws = one.option, approaches.held()[Approach(one.option.approach)]
    codes = {r.regime_id: r.regime.code for r in one.rows if r.regime_id}
    resources = {resource.key: resource for resource in situation.resources}
    tasks = {task.id: task for task in situation.tasks}

    def assignment(row: Assignment) -> dict[str, Any]:
        offered = resources.get(row.resource)
        gives = given(tasks[row.task_id], offered, situation.languages) if offered else ()
        kept = ("id", "version", "begins", "ends", "people", "fixed", "note")
        return {name: getattr(row, name) for name in kept} | {
            "option": row.option_id,
            "task": row.task_id,
            "label": row.task.label,
            "resource": resource(row.resource, one.titles, codes),
            "meets": [need(wanted) for wanted in tasks[row.task_id].needs if wanted in gives],
            "why": named(row.why, one.names) if shows(row.why, one.names) else "",
            "conflicts": one.conflicts_of(row),
        }

    return {name: getattr(row, name) for name in ("id", "version", "approach", "title", "rationale", "chosen")} | {
        "approach_said": draws.said,
        "approach_basis": draws.basis,
        "approach_sources": draws.sources,
        "measures": _measures(one, situation, codes),
        "conflicts": [
            {
                "kind": c.kind.value,
                "sentence": named(c.sentence, one.names),
                "stops": c.stops,
                "assignments": c.assignments,
            }
            for c in one.conflicts
        ],
        "assignments": [assignment(row) for row in one.rows],
    }


def _measures(one: Loaded, situation: Situation, codes: dict[int, str]) -> dict[str, Any]:
    made, begins = one.measures, situation.period.begins
    shown = {key: resource(key, one.titles, codes) for key in one.titles}
    complete = made.complete_on
    place = {row: {"task": row.task.id, "label": row.task.label, "need": need(row.need)} for row in made.rows}
    return {
        "needs": made.total,
        "met": made.met,
        "by_half": made.by_half,
        "people": made.people,
        "complete_on": complete,
        "days_to_complete": max((complete - begins).days, 0) if complete and begins else None,
        "first_task": dict(zip(("met", "needs"), made.first_task, strict=True)) if made.first_task else None,
        "single": [{"resource": shown[key], "needs": number} for key, number in made.single],
        "covered": [
            place[row] | {"by": [shown[key] for key in row.by], "since": row.since, "until": row.until}
            for row in made.rows
            if row.since
        ],
        "gaps": [place[row] for row in made.gaps],
        "without_needs": [task.label for task in made.without_needs],
    }
