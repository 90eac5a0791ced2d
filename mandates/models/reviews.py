"""What the engine found: in one text, and between two."""

from django.db import models

from mandates.analysis import values
from mandates.models.choices import choices
from mandates.models.policy import ReviewPolicy
from mandates.models.texts import TextVersion


class Review(models.Model):
    """What the engine found in one text version; ``data`` is the command line's JSON, the columns are for lists."""

    version = models.OneToOneField(TextVersion, on_delete=models.CASCADE, related_name="review")
    ruleset = models.CharField(max_length=40)
    top = models.PositiveSmallIntegerField()
    policy = models.ForeignKey(ReviewPolicy, null=True, on_delete=models.PROTECT, related_name="+")
    headline = models.TextField()
    kind = models.CharField(max_length=30, choices=choices(values.Kind))
    mission_name = models.CharField(max_length=200, blank=True)  # acronym, or the name where a text gives none
    position = models.CharField(max_length=40, choices=choices(values.Position))
    flagged = models.CharField(max_length=20, choices=choices(values.Flagged))
    flag_reason = models.CharField(max_length=40, blank=True, choices=choices(values.FlagReason))
    best_main_task_rank = models.PositiveIntegerField(null=True)
    best_containing_rank = models.PositiveIntegerField(null=True)
    main_tasks = models.PositiveIntegerField()
    leaf_tasks = models.PositiveIntegerField()
    data = models.JSONField()
    reviewed_at = models.DateTimeField()

    class Meta:
        ordering = ["-reviewed_at", "-pk"]

    def __str__(self) -> str:
        return f"review of version {self.version_id}"


class Finding(models.Model):
    """What a rule says of a text; fields as in values.Finding. Spans: [{paragraph, label, start, end, text}]."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="findings")
    order = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=10)
    name = models.CharField(max_length=60)
    severity = models.CharField(max_length=10, choices=choices(values.Severity))
    message = models.TextField()
    spans = models.JSONField(default=list)
    searched = models.TextField(blank=True)
    why = models.TextField()
    source = models.TextField()
    remedy = models.TextField()
    fingerprint = models.CharField(max_length=64)
    note = models.BooleanField(default=False)

    class Meta:
        ordering = ["review", "order"]
        constraints = [models.UniqueConstraint(fields=["review", "fingerprint"], name="one_finding_per_fingerprint")]

    def __str__(self) -> str:
        return self.code


class Comparison(models.Model):
    """What became of an older text in a newer one; ``data`` is the command line's JSON. Gone with either mandate.

    ``fingerprints`` are those of its changes, so that a decision or comment finds out whether there is such a change.
    """

    older = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="comparisons_with_newer")
    newer = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="comparisons")
    ruleset = models.CharField(max_length=40)
    data = models.JSONField()
    fingerprints = models.JSONField(default=list)
    compared_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["newer", "older"], name="one_comparison_per_two_versions")]

    def __str__(self) -> str:
        return f"version {self.newer_id} compared with version {self.older_id}"
