"""Documents that are made in the background."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from mandates.models.mandates import Mandate
from mandates.models.texts import TextVersion


class ExportQuerySet(models.QuerySet):
    def of(self, user) -> "ExportQuerySet":
        """What a person had made, as long as they may see the mandate. Without the files' bytes."""
        seen = Mandate.objects.visible_to(user)
        return self.filter(by=user.pk, version__mandate__in=seen).select_related("version").defer("data")


class Export(models.Model):
    """A document of a review, made in the background for one person. This row, not the queue, says what has happened.

    ``basis`` is a digest of what the document is made of: asked again for the same, the same row answers. A day after it was
    asked for the row is deleted with the file that it holds.
    """

    class State(models.TextChoices):
        PENDING = "pending"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    class Step(models.TextChoices):
        WAITING = "waiting", _("waiting for its turn")
        GATHERING = "gathering", _("gathering the review")
        WRITING = "writing", _("writing the document")
        FINISHED = "finished", _("finished")

    version = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="exports")
    document = models.CharField(max_length=30)  # address of exports.DOCUMENTS
    basis = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    step = models.CharField(max_length=10, choices=Step, default=Step.WAITING)
    percent = models.PositiveSmallIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)  # a sentence for people, never draft text
    data = models.BinaryField(default=bytes)
    at = models.DateTimeField(auto_now_add=True)
    queued_at = models.DateTimeField(auto_now_add=True)
    heartbeat_at = models.DateTimeField(null=True)

    objects = ExportQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "document", "basis", "by"], name="one_export_per_basis")
        ]

    def __str__(self) -> str:
        return f"export {self.pk}: {self.state}"

    @property
    def under_way(self) -> bool:
        return self.state in (self.State.PENDING, self.State.RUNNING)
