"""What planners fill in. ``cleaned_data`` is what the services take, by the names of the row's fields."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from capacities import catalogue
from capacities.forms.capacities import day
from language.marks import marked
from language.said import say
from plans import approaches
from plans.models import Assignment, Milestone, PlanTask
from plans.naming import named
from plans.values import Approach, Resource, ResourceKind, Situation

GROUPS = {
    ResourceKind.CAPACITY: marked("Capacities"),
    ResourceKind.PARTNER: marked("Partners"),
    ResourceKind.REGIME: marked("Sanctions regimes"),
}
MOST = 100_000


def text(rows: int = 3, *, required: bool = False, **kwargs) -> forms.CharField:
    return forms.CharField(required=required, max_length=5000, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class PlanForm(forms.Form):
    title = forms.CharField(max_length=160, error_messages={"required": _("Give the plan a title.")})
    begins = day(required=True)
    ends = day(required=True)
    nominated_on = day(required=True)
    note = text()

    LABELS = {
        "title": (_("Title"), ""),
        "begins": (_("First day"), _("usually that of the mandate, or today")),
        "ends": (_("Last day"), _("usually that of the mandate")),
        "nominated_on": (
            _("Nominations go out on"),
            _("whoever is pledged without a day is expected from here, by published averages"),
        ),
        "note": (_("Note"), ""),
    }


class OptionForm(forms.Form):
    approach = forms.ChoiceField(choices=[(a.value, _(approaches.held()[a].label)) for a in Approach])
    title = forms.CharField(max_length=120, error_messages={"required": _("Give the option a title.")})
    rationale = text()

    LABELS = {
        "approach": (_("Approach"), _("what the solver may draw on; every option is measured by the same needs")),
        "title": (_("Title"), ""),
        "rationale": (_("Why this way"), _("in your words, for those who choose")),
    }


class AssignmentForm(forms.Form):
    """Who does what. Days left empty are the first and the last on which it can be there."""

    task = forms.ChoiceField(
        error_messages={"required": _("Choose a task."), "invalid_choice": _("Choose a task of this plan.")}
    )
    who = forms.ChoiceField(
        error_messages={
            "required": _("Choose who is assigned."),
            "invalid_choice": _("Choose who is assigned from the list."),
        }
    )
    begins, ends = day(), day()
    people = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=MOST,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _("Give a whole number of people.")),
    )
    fixed = forms.BooleanField(required=False)
    note = text(2)

    LABELS = {
        "task": (_("Task"), ""),
        "who": (_("Who"), _("a capacity of the mission or a pledge, a partner, or a sanctions regime")),
        "begins": (_("From"), _("empty: as soon as it can be there")),
        "ends": (_("Until"), _("empty: as long as it can be there")),
        "people": (
            _("People"),
            _("of a capacity; empty: one, or all of a unit that goes as a whole, 0 where nobody recorded how many"),
        ),
        "fixed": (_("Fixed"), _("the solver leaves it as it is and takes none of its people")),
        "note": (_("Note"), ""),
    }

    def __init__(self, *args, situation: Situation, tasks: list[PlanTask], names: Mapping[int, str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.situation = situation
        self.tasks = {str(task.pk): task for task in tasks}
        self.resources = {f"{r.kind}:{r.id}": r for r in situation.resources}
        self.fields["task"].choices = [("", say("choose one")), *((pk, _task(task)) for pk, task in self.tasks.items())]
        self.fields["who"].choices = [("", say("choose one")), *self._groups(names)]

    @staticmethod
    def said_by(row: Assignment) -> dict:
        """The fields of an assignment as it stands."""
        kept = ("begins", "ends", "people", "fixed", "note")
        kind, number = row.resource
        return {name: getattr(row, name) for name in kept} | {"task": row.task_id, "who": f"{kind}:{number}"}

    def clean(self) -> dict:
        said = super().clean()
        resource, task = self.resources.get(said.get("who", "")), self.tasks.get(said.get("task", ""))
        if resource is None or task is None or self.errors:
            return said
        begins = said["begins"] or _first(resource, self.situation)
        ends = said["ends"] or _last(resource, self.situation)
        if ends < begins:
            self.add_error("ends", say("It ends before it begins: give both days."))
        people = said["people"]
        if resource.kind is not ResourceKind.CAPACITY:
            people = 0
        elif people is None:
            people = (resource.people or 0) if resource.whole else 1
        kept = {
            "task": task,
            "begins": begins,
            "ends": ends,
            "people": people,
            "fixed": said["fixed"],
            "note": said["note"],
        }
        return kept | {f"{kind}_id": resource.id if kind == resource.kind else None for kind in ResourceKind}

    def _groups(self, names: Mapping[int, str]) -> list:
        return [
            (say(group), [(key, named(r.title, names)) for key, r in self.resources.items() if r.kind is kind])
            for kind, group in GROUPS.items()
            if any(r.kind is kind for r in self.resources.values())
        ]


class MilestoneForm(forms.Form):
    kind = forms.ChoiceField(choices=Milestone.Kind.choices)
    title = forms.CharField(max_length=200, error_messages={"required": _("Say what is to be reached.")})
    due = day(required=True)
    task = forms.ChoiceField(required=False)
    baseline = forms.CharField(required=False, max_length=200)
    target = forms.CharField(required=False, max_length=200)
    reached_on = day()

    LABELS = {
        "kind": (_("Kind"), _("a milestone is reached or not; a benchmark is measured")),
        "title": (_("What is to be reached"), ""),
        "due": (pgettext_lazy("deadline", "By"), ""),
        "task": (_("Task"), ""),
        "baseline": (_("Baseline"), _("of a benchmark: where it stands at the start")),
        "target": (_("Target"), _("of a benchmark: how one would know")),
        "reached_on": (_("Reached on"), _("empty as long as it is not")),
    }

    def __init__(self, *args, tasks: list[PlanTask], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.tasks = {str(task.pk): task for task in tasks}
        self.fields["task"].choices = [
            ("", say("the plan as a whole")),
            *((pk, _task(t)) for pk, t in self.tasks.items()),
        ]

    def clean_task(self) -> PlanTask | None:
        return self.tasks.get(self.cleaned_data["task"])


class TaskForm(forms.Form):
    """A task that a planner puts into the plan by hand."""

    label = forms.CharField(max_length=80, error_messages={"required": _("Give its label in the text, as 12 (b).")})
    title = text(required=True, error_messages={"required": _("Say what it is.")})
    crime_types = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one crime type: what a task takes is told from it.")},
    )

    LABELS = {
        "label": (_("Label"), _("as the text has it")),
        "title": (_("What is to be done"), ""),
        "crime_types": (_("Crime types"), _("what the task takes follows from them")),
    }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["crime_types"].choices = [(name, say(p.label)) for name, p in catalogue.held().profiles.items()]


def _first(resource: Resource, situation: Situation) -> date:
    """The first day of the plan on which it can be there; the plan's first where its arrival is not known."""
    days = [situation.period.begins, resource.begins]
    if resource.kind is ResourceKind.CAPACITY:
        days.append(situation.today)
    return max(day for day in days if day)


def _last(resource: Resource, situation: Situation) -> date:
    return min(day for day in (situation.period.ends, resource.ends, resource.cleared_until) if day)


def _task(task: PlanTask) -> str:
    words = task.title if len(task.title) <= 80 else f"{task.title[:80].rsplit(' ', 1)[0]} …"
    return say("{label}: {words}", label=task.label, words=words)
