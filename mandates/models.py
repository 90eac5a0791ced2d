"""Mandates, their texts, what the engine read in them and what people decided.

Derived rows (Paragraph, Task, Precedent, Review, Finding, Comparison) can be written again at any time from TextVersion.source.
Decision, Comment, Correction and Event rows are people's and are never rewritten.
"""

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Prefetch, Q, Subquery
from django.urls import reverse

from mandates import portfolio  # noqa: F401  (its models are this app's too: Django looks for them here)
from mandates.analysis import values
from missions.models import Mission


def choices(enum) -> list[tuple[str, str]]:
    return [(member.value, member.value.replace("_", " ")) for member in enum]


class MandateQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MandateQuerySet":
        """Adopted texts for everyone signed in; a draft for its owner and those named on it."""
        if not user.is_authenticated:
            return self.none()
        named = Mandate.readers.through.objects.filter(user_id=user.pk).values("mandate_id")
        return self.filter(Q(draft=False) | Q(owner=user) | Q(pk__in=named))

    def in_force(self) -> "MandateQuerySet":
        """Adopted texts that are the mandate in force of a mission that is not closed."""
        return self.filter(
            draft=False,
            mission__in=Mission.objects.open(),
            symbol=models.F("mission__mandate_in_force"),
        ).exclude(symbol="")

    def with_latest(self) -> "MandateQuerySet":
        """With the newest version, its review and its jobs: three queries however many rows, no text loaded.

        Read them as ``mandate.newest_version``, ``mandate.latest_review`` and ``mandate.latest_job``; filter and order
        by ``latest_flagged``, ``latest_position`` and ``latest_kind``, which are empty until the version is reviewed.
        """
        newest = TextVersion.objects.filter(mandate=OuterRef("pk")).order_by("-number").values("pk")[:1]
        review = Review.objects.filter(version=OuterRef("newest_id")).order_by()
        versions = TextVersion.objects.newest().select_related("review").defer("source", "review__data")
        return (
            self.annotate(newest_id=Subquery(newest))
            .annotate(
                latest_flagged=Subquery(review.values("flagged")),
                latest_position=Subquery(review.values("position")),
                latest_kind=Subquery(review.values("kind")),
            )
            .prefetch_related(Prefetch("versions", versions.prefetch_related("jobs"), to_attr="newest_versions"))
        )


class Mandate(models.Model):
    """A mandate as people speak of it: one draft through its versions, or one adopted text."""

    title = models.CharField(max_length=200, blank=True)
    symbol = models.CharField(max_length=40, blank=True)
    mission = models.ForeignKey(Mission, null=True, blank=True, on_delete=models.PROTECT, related_name="mandates")
    draft = models.BooleanField(default=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="mandates")
    readers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="shared_mandates", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["-created_at", "-id"], name="mandates_newest_first")]

    def __str__(self) -> str:
        return f"mandate {self.pk}"  # never the title: it may tell what a draft is about

    def get_absolute_url(self) -> str:
        return reverse("mandate_review", args=[self.pk])

    @property
    def newest_version(self) -> "TextVersion | None":
        """The text submitted last, without its bytes. A query, unless the mandate comes from ``with_latest()``."""
        if "newest_versions" in self.__dict__:
            return self.newest_versions[0] if self.newest_versions else None
        return self.versions.select_related("review").defer("source").order_by("-number").first()

    @property
    def latest_review(self) -> "Review | None":
        """The review of the newest version, if there is one. Costs as ``newest_version``."""
        return getattr(self.newest_version, "review", None)

    @property
    def latest_job(self) -> "Job | None":
        """The job queued last for the newest version. Costs as ``newest_version`` and one query more."""
        version = self.newest_version
        return version.latest_job if version else None


class Adoption(models.Model):
    """When the Council adopted a text and how it voted, each with its source. What no source says is empty: not known.

    ``as_of`` is the date for which the source of the vote speaks. ``without_vote`` is true where the source says so, or
    records every member as not voting.
    """

    mandate = models.OneToOneField(Mandate, on_delete=models.CASCADE, related_name="adoption")
    date = models.DateField(null=True, blank=True)
    date_source = models.CharField(max_length=200, blank=True)
    yes = models.PositiveSmallIntegerField(null=True, blank=True)
    no = models.PositiveSmallIntegerField(null=True, blank=True)
    abstaining = models.PositiveSmallIntegerField(null=True, blank=True)
    not_voting = models.PositiveSmallIntegerField(null=True, blank=True)
    without_vote = models.BooleanField(null=True, blank=True)
    vote_source = models.CharField(max_length=200, blank=True)
    as_of = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"adoption of mandate {self.mandate_id}"

    @property
    def vote(self) -> str:
        """The vote in words: "13 for, 0 against, 2 abstaining"; empty where it is not known."""
        if self.without_vote:
            return "without a vote"
        if self.yes is None:
            return ""
        told = f"{self.yes} for, {self.no or 0} against, {self.abstaining or 0} abstaining"
        return f"{told}, {self.not_voting} not voting" if self.not_voting else told


class TextVersionQuerySet(models.QuerySet):
    def newest(self) -> "TextVersionQuerySet":
        """The newest version of each mandate."""
        later = TextVersion.objects.filter(mandate=OuterRef("mandate"), number__gt=OuterRef("number"))
        return self.filter(~models.Exists(later))


class TextVersion(models.Model):
    """One text of a mandate, byte for byte as it came in."""

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="versions")
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

    class Step(models.TextChoices):
        WAITING = "waiting", "waiting for its turn"
        READING = "reading", "reading the text"
        JUDGING = "judging", "finding where organized crime stands"
        RECORDING = "recording", "recording the review"
        FINISHED = "finished", "finished"

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


class Precedent(models.Model):
    """Agreed language: a paragraph or item of an adopted text that names organized crime. Never one of a draft.

    Derived with the paragraphs of the text's newest version, in a table of its own so that it can be searched and so
    that no index of words ever holds those of a draft. Lists of names stand between blanks (" gangs piracy "), so that
    one of them is found in the same way by both databases. ``searchable`` holds the words as the search compares them;
    the index over it is the database's own (migration 0008). ``strength`` and ``lead_verb`` are those of the numbered
    paragraph, whose words are the ``chapeau`` of an item.
    """

    class Place(models.TextChoices):
        OWN_TASK = "own_task", "own task of the mission"
        CLAUSE = "clause", "clause in a task of the mission"
        MISSION = "mission", "asked of the mission outside its task list"
        OTHERS = "others", "asked of others"
        PREAMBLE = "preamble", "preamble"

    class Fate(models.TextChoices):
        """What became of the words in later texts of the same mission that lay its tasks down."""

        NOT_KNOWN = "not_known", "not known"
        HELD = "held", "still in the newest text held"
        DROPPED = "dropped", "dropped later"

    version = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="precedents")
    paragraph = models.PositiveIntegerField()
    label = models.CharField(max_length=80)
    anchor = models.CharField(max_length=100)
    text = models.TextField()
    chapeau = models.TextField(blank=True)
    place = models.CharField(max_length=10, choices=Place)
    lead_verb = models.CharField(max_length=100, blank=True)
    strength = models.PositiveSmallIntegerField(null=True)
    year = models.PositiveSmallIntegerField(null=True)  # of the symbol
    mission_name = models.CharField(max_length=200, blank=True)
    crime_types = models.CharField(max_length=500, blank=True)
    further_types = models.CharField(max_length=500, blank=True)
    task_kinds = models.CharField(max_length=500, blank=True)
    with_terrorism = models.BooleanField(default=False)
    names_police = models.BooleanField(default=False)  # police together with some expertise
    names_partners = models.BooleanField(default=False)
    searchable = models.TextField()
    kept_in = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")  # in the next text
    lost_in = models.CharField(max_length=40, blank=True)  # symbol of the next text, where that does not hold it
    fate = models.CharField(max_length=10, choices=Fate, default=Fate.NOT_KNOWN)
    fate_symbol = models.CharField(
        max_length=40, blank=True
    )  # the newest text that holds it, or the one that dropped it

    class Meta:
        ordering = ["version", "paragraph"]
        constraints = [models.UniqueConstraint(fields=["version", "paragraph"], name="one_precedent_per_paragraph")]

    def __str__(self) -> str:
        return self.label


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


class Decision(models.Model):
    """What a person said of a finding or a change. Rows are only added: the newest for a mandate and fingerprint counts.

    ``code`` is that of the finding's rule, or ``CHANGE`` for a change from an older text.
    """

    CHANGE = "change"

    class Verdict(models.TextChoices):
        ACCEPT = "accept", "accepted"
        DISMISS = "dismiss", "dismissed"
        DEFER = "defer", "deferred"

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
        WAITING = "waiting", "waiting for its turn"
        GATHERING = "gathering", "gathering the review"
        WRITING = "writing", "writing the document"
        FINISHED = "finished", "finished"

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
