"""What people said of a mandate: decisions, corrections, comments, proposed texts, and the record of who did what. Never rewritten."""

from django.conf import settings
from django.db import models
from django.db.models import OuterRef
from django.utils.translation import gettext_lazy as _

from mandates.analysis import values
from mandates.models.choices import choices
from mandates.models.mandates import Mandate


class Decision(models.Model):
    """What a person said of a finding or a change. Rows are only added: the newest for a mandate and fingerprint counts.

    ``code`` is that of the finding's rule, or ``CHANGE`` for a change from an older text.
    """

    CHANGE = "change"

    class Verdict(models.TextChoices):
        ACCEPT = "accept", _("accepted")
        DISMISS = "dismiss", _("dismissed")
        DEFER = "defer", _("deferred")

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="decisions")
    fingerprint = models.CharField(max_length=64)
    code = models.CharField(max_length=10)
    verdict = models.CharField(max_length=10, choices=Verdict)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["mandate", "fingerprint", "-id"])]

    def __str__(self) -> str:
        return f"{self.code} {self.verdict}"


class CorrectionQuerySet(models.QuerySet):
    def standing(self) -> "list[Correction]":
        """The corrections that count, oldest first: the newest of each aspect and passage, unless it was withdrawn."""
        newest = {(c.mandate_id, c.aspect, c.passage): c for c in self.select_related("by").order_by("pk")}
        return [correction for correction in newest.values() if not correction.withdrawn]


class Correction(models.Model):
    """What a person says that the reader got wrong; fields as in values.Correction. Rows are only added.

    It hangs on the mandate and on the words of a paragraph, so that it holds for the next version too. A row that is
    ``withdrawn`` takes back those before it. ``read`` is what the reader had read when it was made.
    """

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="corrections")
    aspect = models.CharField(max_length=20, choices=choices(values.Aspect))
    value = models.JSONField()
    read = models.JSONField()
    passage = models.TextField(blank=True)
    label = models.CharField(max_length=80, blank=True)
    withdrawn = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"correction {self.pk}: {self.aspect}"

    @property
    def as_value(self) -> values.Correction:
        value = tuple(self.value) if isinstance(self.value, list) else self.value
        return values.Correction(values.Aspect(self.aspect), value, self.passage, self.label, self.pk)


class Comment(models.Model):
    """What a person remarked on a finding or a change; ``code`` as for Decision. Rows are only added.

    Its author may strike it: then nobody is shown its words, and everybody that it was there.
    """

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="comments")
    fingerprint = models.CharField(max_length=64)
    code = models.CharField(max_length=10)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    struck_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["mandate", "fingerprint"])]

    def __str__(self) -> str:
        return f"comment {self.pk}"


class Event(models.Model):
    """Who did what, when, from what to what. Never holds words of a draft, and outlives the mandate it is about."""

    mandate_id_was = models.PositiveBigIntegerField(db_index=True)
    action = models.CharField(max_length=40)
    detail = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.action} {self.mandate_id_was}"


class ProposedTextQuerySet(models.QuerySet):
    def newest(self) -> "ProposedTextQuerySet":
        """The newest proposed text for each finding of a mandate."""
        later = ProposedText.objects.filter(
            mandate=OuterRef("mandate"), fingerprint=OuterRef("fingerprint"), pk__gt=OuterRef("pk")
        )
        return self.filter(~models.Exists(later)).select_related("by")


class ProposedText(models.Model):
    """The words that a person proposes where a finding was accepted. Rows are only added: the newest counts.

    It hangs on the finding's fingerprint, as a decision does, and stays with it in the next versions of the draft.
    """

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="proposed_texts")
    fingerprint = models.CharField(max_length=64)
    text = models.TextField()
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = ProposedTextQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["mandate", "fingerprint", "-id"], name="proposed_newest_first")]

    def __str__(self) -> str:
        return f"proposed text {self.pk}"
