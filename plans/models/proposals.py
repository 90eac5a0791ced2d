"""What the solver proposes for an option: a job's row, and its answer."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plans.models.plan import Option


class Proposal(models.Model):
    """Asked for by a person, worked out in the background. This row, not the queue, says what has happened.

    ``answer`` holds what is proposed and what could not be covered (proposing.py); partners are named by number alone.
    """

    class State(models.TextChoices):
        PENDING = "pending", _("waiting")
        RUNNING = "running", _("being worked out")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    option = models.ForeignKey(Option, on_delete=models.CASCADE, related_name="proposals")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    step = models.CharField(max_length=80, blank=True)
    percent = models.PositiveSmallIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)
    answer = models.JSONField(null=True)
    queued_at = models.DateTimeField(auto_now_add=True)
    heartbeat_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"proposal {self.pk}: {self.state}"

    @property
    def under_way(self) -> bool:
        return self.state in (self.State.PENDING, self.State.RUNNING)
