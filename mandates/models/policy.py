"""How this installation reads a mandate."""

from django.conf import settings
from django.db import models

from mandates.analysis import values


class ReviewPolicyQuerySet(models.QuerySet):
    def current(self) -> "ReviewPolicy":
        """The policy set last; unsaved, with what the program comes with, where none was ever set."""
        return self.select_related("by").first() or ReviewPolicy()


class ReviewPolicy(models.Model):
    """How this installation reads a mandate; fields as in values.Policy. Rows are only added: the newest counts."""

    top = models.PositiveSmallIntegerField(default=values.Policy().top)
    dilution = models.PositiveSmallIntegerField(default=values.Policy().dilution)
    off = models.JSONField(default=list, blank=True)
    severities = models.JSONField(default=dict, blank=True)
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = ReviewPolicyQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "review policies"

    def __str__(self) -> str:
        return f"policy {self.pk or 0}"

    @property
    def value(self) -> values.Policy:
        severities = {code: values.Severity(severity) for code, severity in self.severities.items()}
        return values.Policy(self.top, self.dilution, frozenset(self.off), severities, self.pk or 0)
