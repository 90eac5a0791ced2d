"""The texts of a mandate as they came in, the paragraphs and tasks read in them, and the jobs that read them."""

from django.conf import settings
from django.db import models
from django.db.models import OuterRef
from django.utils.translation import gettext_lazy as _

from mandates.analysis import values
from mandates.models.choices import choices


class TextVersionQuerySet(models.QuerySet):
    def newest(self) -> "TextVersionQuerySet":
        """The newest version of each mandate."""
        later = TextVersion.objects.filter(mandate=OuterRef("mandate"), number__gt=OuterRef("number"))
        return self.filter(~models.Exists(later))


class TextVersion(models.Model):
    """One text of a mandate, byte for byte as it came in."""

    mandate = models.ForeignKey("mandates.Mandate", on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    source = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    filename = models.CharField(max_length=200, blank=True)
    media = models.CharField(max_length=10)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(auto_now_add=True)

    objects = TextVersionQuerySet.as_manager()

    class Meta:
        ordering = ["mandate", "number"]
        constraints = [models.UniqueConstraint(fields=["mandate", "number"], name="one_version_per_number")]

    def __str__(self) -> str:
        return f"version {self.number} of mandate {self.mandate_id}"

    @property
    def latest_job(self) -> "Job | None":
        """The job queued last for this version. A query, unless ``jobs`` was prefetched."""
        return next(iter(self.jobs.all()), None)


class Job(models.Model):
    """The review of one text version under one ruleset. This row, not the queue, says what has happened."""

    class State(models.TextChoices):
        PENDING = "pending"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    class Step(models.TextChoices):
        WAITING = "waiting", _("waiting for its turn")
        READING = "reading", _("reading the text")
        JUDGING = "judging", _("finding where organized crime stands")
        RECORDING = "recording", _("recording the review")
        FINISHED = "finished", _("finished")

    version = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="jobs")
    ruleset = models.CharField(max_length=40)
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    step = models.CharField(max_length=10, choices=Step, default=Step.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)  # a sentence for people, never draft text
    queued_at = models.DateTimeField(auto_now_add=True)  # when it was last put in the queue
    heartbeat_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-queued_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["version", "ruleset"], name="one_job_per_version_and_ruleset")]

    def __str__(self) -> str:
        return f"job {self.pk}: {self.state}"

    @property
    def percent(self) -> int:
        """How far the review is."""
        return PERCENT[self.step]


# Where each step of a review begins, as a share of its time on texts of usual length: reading, judging and recording take
# about as long as one another.
PERCENT = {
    Job.Step.WAITING: 0,
    Job.Step.READING: 5,
    Job.Step.JUDGING: 40,
    Job.Step.RECORDING: 75,
    Job.Step.FINISHED: 100,
}


class Paragraph(models.Model):
    """A paragraph or item of a text version; fields as in values.Paragraph."""

    version = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="paragraphs")
    index = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=choices(values.ParagraphKind))
    label = models.CharField(max_length=80, blank=True)
    marker = models.CharField(max_length=20, blank=True)
    number = models.CharField(max_length=20, blank=True)
    depth = models.PositiveSmallIntegerField(default=0)
    parent = models.PositiveIntegerField(null=True)
    anchor = models.CharField(max_length=100, blank=True)
    heading = models.TextField(blank=True)
    text = models.TextField()
    page = models.PositiveIntegerField(null=True)
    bracketed = models.BooleanField(default=False)
    addressees = models.JSONField(default=list)
    lead_verb = models.CharField(max_length=100, blank=True)
    strength = models.PositiveSmallIntegerField(null=True)
    crime_types = models.JSONField(default=list)
    role = models.CharField(max_length=10, choices=choices(values.Role), default=values.Role.NONE)  # in its own words
    marks = models.JSONField(default=list)  # [{start, end, kind: crime|terrorism, crime_type}], in text

    class Meta:
        ordering = ["version", "index"]
        constraints = [models.UniqueConstraint(fields=["version", "index"], name="one_paragraph_per_index")]

    def __str__(self) -> str:
        return self.label


class Task(models.Model):
    """One item of a mandate task list; fields as in values.Task."""

    version = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="tasks")
    mission_name = models.CharField(max_length=200, blank=True)  # acronym, or the name where a text gives none
    paragraph = models.PositiveIntegerField()
    label = models.CharField(max_length=80)
    title = models.TextField()
    list_label = models.CharField(max_length=80, blank=True)
    level = models.PositiveSmallIntegerField()
    rank = models.PositiveIntegerField()
    place_in_list = models.PositiveIntegerField()
    tier = models.CharField(max_length=20, choices=choices(values.Tier))
    leaves = models.PositiveIntegerField()
    leaf_index = models.PositiveIntegerField(null=True)
    dashed = models.BooleanField(default=False)
    role = models.CharField(max_length=10, choices=choices(values.Role))
    crime_types = models.JSONField(default=list)

    class Meta:
        ordering = ["version", "paragraph"]

    def __str__(self) -> str:
        return self.label


class Submission(models.Model):
    """An Idempotency-Key that a client used once; the same key never makes a second mandate."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=100)
    request_sha256 = models.CharField(max_length=64)
    version = models.ForeignKey(TextVersion, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="one_submission_per_key")]

    def __str__(self) -> str:
        return f"submission {self.pk}"
