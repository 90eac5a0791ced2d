"""What happened to a plan, and what people say about it. Rows are only added."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from capacities.models import Partner
from plans.models.plan import Plan


class PlanChangeQuerySet(models.QuerySet):
    def visible_to(self, user, *, token: bool = False) -> "PlanChangeQuerySet":
        """Without those about partners whom the person may not see."""
        seen = Partner.objects.visible_to(user, token=token).values("pk")
        return self.filter(Q(partner=None) | Q(partner__in=seen))


class PlanChange(models.Model):
    """Who changed what of a plan, when, each field from what to what. ``partner`` where it is about one: it is named there alone."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="changes")
    subject = models.CharField(
        max_length=40
    )  # "plan", "option 3", "assignment 7", "milestone 2", "proposal 5", "task 4"
    action = models.CharField(max_length=20)
    detail = models.JSONField(default=dict)  # {field: {"from": …, "to": …}}
    partner = models.ForeignKey(Partner, null=True, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = PlanChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.subject} {self.action}"


class PlanComment(models.Model):
    """What a person remarked on a plan. Its author may strike it: then nobody is shown its words, everybody that it was there."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="comments")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    struck_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"comment {self.pk}"
