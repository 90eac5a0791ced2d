"""A plan, the tasks of a reviewed mandate that it is about, and the options between which it chooses.

Rows that people edit carry ``version``: it counts the changes, and who changes one says which version they saw.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from capacities.permissions import may_plan
from mandates.models import Mandate
from missions.models import Mission
from plans.values import Approach


class PlanQuerySet(models.QuerySet):
    def visible_to(self, user) -> "PlanQuerySet":
        """Plans are for planners and staff, each of those whose mandate they may see: a draft's plan tells of the draft."""
        if not user.is_authenticated or not may_plan(user):
            return self.none()
        return self.filter(mandate__in=Mandate.objects.visible_to(user))

    def current(self) -> "PlanQuerySet":
        """Those that were not archived."""
        return self.filter(archived_at=None)


class Plan(models.Model):
    """From a reviewed mandate to who does what. It goes with its mandate when that is deleted, since it holds its words.

    ``nominated_on`` is the day on which nominations go out: whoever is pledged without a day is expected from there on.
    """

    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="plans")
    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="plans")
    title = models.CharField(max_length=160)
    begins = models.DateField()
    ends = models.DateField()
    nominated_on = models.DateField()
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(ends__gte=F("begins")), name="plan_ends_after_it_begins")]

    def __str__(self) -> str:
        return f"plan {self.pk}"  # never the title: it may tell what a draft is about

    def get_absolute_url(self) -> str:
        return reverse("plan_detail", args=[self.pk])


class PlanTask(models.Model):
    """A task as it stood in the mandate when it was taken into the plan. ``place`` counts from 1, the highest.

    ``added``: a planner put it there, the review did not read it as one on organized crime.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="tasks")
    label = models.CharField(max_length=80)
    title = models.TextField()
    place = models.PositiveIntegerField()
    crime_types = models.JSONField(default=list)
    added = models.BooleanField(default=False)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "label"], name="one_plan_task_for_each_label")]

    def __str__(self) -> str:
        return f"{self.label} of plan {self.plan_id}"


class Option(models.Model):
    """One way of doing what the plan is for. ``chosen``: the planners settled on it; at most one of a plan's options is."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="options")
    approach = models.CharField(max_length=20, choices=[(a.value, a.value.replace("_", " ")) for a in Approach])
    title = models.CharField(max_length=120)
    rationale = models.TextField(blank=True)
    chosen = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=Q(chosen=True), name="one_chosen_option_for_each_plan")
        ]

    def __str__(self) -> str:
        return f"option {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("option_detail", args=[self.plan_id, self.pk])
