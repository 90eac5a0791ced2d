"""Who does what from when until when."""

from django.db import models
from django.db.models import F, Q

from capacities.models import Capacity, Partner, SanctionsRegime
from plans.models.plan import Option, PlanTask
from plans.values import ResourceKind


class AssignmentQuerySet(models.QuerySet):
    def visible_to(self, user, *, token: bool = False) -> "AssignmentQuerySet":
        """Without those of partners whom the person may not see: for them there is no such assignment."""
        seen = Partner.objects.visible_to(user, token=token).values("pk")
        return self.filter(Q(partner=None) | Q(partner__in=seen))

    def without_restricted(self) -> "AssignmentQuerySet":
        """What may leave in a document: nothing of a restricted partner."""
        return self.exclude(partner__sensitivity=Partner.Sensitivity.RESTRICTED)


class Assignment(models.Model):
    """A capacity, a partner or a sanctions regime at a task, first and last day included.

    ``people`` is how many of a capacity, 0 where that does not apply. ``fixed``: a planner settled it and the solver leaves it.
    ``why`` is the solver's sentence, empty where a person made it; it names partners by number alone (naming.py).
    """

    option = models.ForeignKey(Option, on_delete=models.CASCADE, related_name="assignments")
    task = models.ForeignKey(PlanTask, on_delete=models.CASCADE, related_name="assignments")
    capacity = models.ForeignKey(Capacity, null=True, blank=True, on_delete=models.PROTECT, related_name="assignments")
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.CASCADE, related_name="assignments")
    regime = models.ForeignKey(
        SanctionsRegime, null=True, blank=True, on_delete=models.PROTECT, related_name="assignments"
    )
    begins = models.DateField()
    ends = models.DateField()
    people = models.PositiveIntegerField(default=0)
    fixed = models.BooleanField(default=True)
    why = models.TextField(blank=True)
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["task__place", "begins", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("begins")), name="assignment_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(capacity__isnull=False, partner=None, regime=None)
                | Q(capacity=None, partner__isnull=False, regime=None)
                | Q(capacity=None, partner=None, regime__isnull=False),
                name="assignment_of_one_resource",
            ),
        ]

    def __str__(self) -> str:
        return f"assignment {self.pk}"

    @property
    def resource(self) -> tuple[ResourceKind, int]:
        """What is assigned, as the key of a values.Resource."""
        if self.capacity_id:
            return ResourceKind.CAPACITY, self.capacity_id
        if self.partner_id:
            return ResourceKind.PARTNER, self.partner_id
        return ResourceKind.REGIME, self.regime_id
