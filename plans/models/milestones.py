"""What is to be reached by when, and how one would know."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from plans.models.plan import Plan, PlanTask


class Milestone(models.Model):
    """A day of a plan: a milestone is reached or not; a benchmark is measured, with a baseline and a target in words."""

    class Kind(models.TextChoices):
        MILESTONE = "milestone", _("milestone")
        BENCHMARK = "benchmark", _("benchmark")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="milestones")
    task = models.ForeignKey(PlanTask, null=True, blank=True, on_delete=models.SET_NULL, related_name="milestones")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.MILESTONE)
    title = models.CharField(max_length=200)
    due = models.DateField()
    baseline = models.CharField(max_length=200, blank=True)
    target = models.CharField(max_length=200, blank=True)
    reached_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return f"milestone {self.pk}"
