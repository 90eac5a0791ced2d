"""Rows that look across mandates: what each text adds to the trends, how flags changed, and who is told of it by e-mail.

TextSummary and NamedCrime are derived from a review and written with it;
FlagChange, Sweep, Subscription and Digest say what happened and are never rewritten.
"""

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _


class TextSummary(models.Model):
    """What lists over the years need of one text, so that they read no paragraph and no JSON.

    The first three are those of ``references.Reference``. ``renews``: the text whose tasks this one keeps in force
    without repeating them, as it is named. ``runs_until``: the end of the mandate by the text's own words.
    """

    version = models.OneToOneField("mandates.TextVersion", on_delete=models.CASCADE, related_name="summary")
    project = models.BooleanField()
    only_small_arms = models.BooleanField()
    wider = models.BooleanField()
    year = models.PositiveSmallIntegerField(null=True)
    renews = models.CharField(max_length=200, blank=True)
    runs_until = models.DateField(null=True)

    class Meta:
        ordering = ["version"]
        indexes = [models.Index(fields=["year"], name="summaries_by_year")]

    def __str__(self) -> str:
        return f"summary of version {self.version_id}"


class NamedCrime(models.Model):
    """A crime type that a text names anywhere, a part by its whole."""

    summary = models.ForeignKey(TextSummary, on_delete=models.CASCADE, related_name="crimes")
    crime_type = models.CharField(max_length=60)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["summary", "crime_type"], name="one_row_per_named_crime")]

    def __str__(self) -> str:
        return self.crime_type


class Sweep(models.Model):
    """One sweep of the mandates in force: what it found and started. What it changed are its ``changes``."""

    ruleset = models.CharField(max_length=40)
    in_force = models.PositiveIntegerField()
    reviewed = models.PositiveIntegerField()
    started = models.PositiveIntegerField()
    unfinished = models.PositiveIntegerField(default=0)  # failed, or in another worker's hands when the sweep ended
    register_changed = models.PositiveIntegerField(
        default=0
    )  # drafts too, since other facts of their missions are known
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"sweep {self.pk}"


class FlagChangeQuerySet(models.QuerySet):
    def news(self) -> "FlagChangeQuerySet":
        """Those in which something changed: a mandate's first row may only say where it started."""
        return self.exclude(flagged=models.F("flagged_before"), reason=models.F("reason_before"))

    def in_force(self) -> "FlagChangeQuerySet":
        """Of the mandates that were in force when it happened, and of missions that are not closed."""
        return self.filter(in_force=True, mandate__draft=False, mandate__mission__status__in=["active", "closing"])


class FlagChange(models.Model):
    """The flag of an adopted text, or its reason, is another than before. A draft has none: it stays in its circle.

    ``before`` is the mandate that was in force until then, where that is another one than ``mandate``. ``flagged_before``
    is empty where nothing was known.
    """

    class Cause(models.TextChoices):
        FIRST_REVIEW = "first review", _("it is the first text of this mission that was reviewed here")
        NEW_MANDATE = "new mandate", _("another text is in force")
        NEW_TEXT = "new text", _("a new version of its text was submitted")
        NEW_RULESET = "new ruleset", _("the program reads it with other rules")
        NEW_POLICY = "new policy", _("another number of tasks counts as the first")
        CORRECTION = "correction", _("a person corrected the reading")
        OTHER_TEXT = "other text", _("a text that it rests on is held now, or is read anew")

    mandate = models.ForeignKey("mandates.Mandate", on_delete=models.CASCADE, related_name="flag_changes")
    version = models.ForeignKey("mandates.TextVersion", on_delete=models.CASCADE, related_name="+")
    before = models.ForeignKey("mandates.Mandate", null=True, on_delete=models.SET_NULL, related_name="+")
    sweep = models.ForeignKey(Sweep, null=True, on_delete=models.SET_NULL, related_name="changes")
    flagged_before = models.CharField(max_length=20, blank=True)
    flagged = models.CharField(max_length=20)
    reason_before = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=40, blank=True)
    cause = models.CharField(max_length=20, choices=Cause)
    in_force = models.BooleanField()
    top = models.PositiveSmallIntegerField()
    top_before = models.PositiveSmallIntegerField()
    ruleset = models.CharField(max_length=40)
    headline = models.TextField()  # the review's sentence at that time; an adopted text's words only
    at = models.DateTimeField(auto_now_add=True)

    objects = FlagChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["in_force", "at"], name="flag_changes_in_time")]

    def __str__(self) -> str:
        return f"flag of mandate {self.mandate_id}: {self.flagged_before or 'not known'} to {self.flagged}"


class Every(models.TextChoices):
    NEVER = "never", _("never")
    DAILY = "daily", _("every day")
    WEEKLY = "weekly", _("every Monday")


class SubscriptionQuerySet(models.QuerySet):
    def newest(self) -> "SubscriptionQuerySet":
        """What each person chose last."""
        last = Subscription.objects.filter(user=OuterRef("user")).order_by("-pk").values("pk")[:1]
        return self.filter(pk=Subquery(last))

    def on(self) -> "SubscriptionQuerySet":
        """The subscriptions of people who are to get a digest."""
        return self.newest().filter(user__is_active=True).exclude(every=Every.NEVER).exclude(address="")


class Subscription(models.Model):
    """What a person chose to be told by e-mail. Rows are only added: the newest of a person counts."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="subscriptions")
    every = models.CharField(max_length=10, choices=Every)
    address = models.EmailField(blank=True)
    language = models.CharField(max_length=10, default="en-gb")  # in which it was asked for: mails come in it
    by_link = models.BooleanField(default=False)  # ended by the link in a mail, by whoever holds that mail
    at = models.DateTimeField(auto_now_add=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"subscription {self.pk}: {self.every}"


class Digest(models.Model):
    """The mail of one person for one day or week. This row, not the queue, says whether it went out.

    It tells of changes from ``since`` up to, and without, ``until``; ``endings`` are the mandates that it named as ending
    soon, ``[acronym, date]``. A day for which there is nothing to say has a row too, and no mail.
    """

    class State(models.TextChoices):
        PENDING = "pending"
        SENDING = "sending"
        SENT = "sent"
        NOTHING = "nothing", _("nothing to say")
        FAILED = "failed"
        DROPPED = "dropped", _("no longer wanted")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digests")
    every = models.CharField(max_length=10, choices=Every)
    day = models.DateField()  # the day, or the Monday of the week
    since = models.DateTimeField()
    until = models.DateTimeField()
    endings = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)
    queued_at = models.DateTimeField(auto_now_add=True)
    heartbeat_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "every", "day"], name="one_digest_per_person_and_period"),
            models.CheckConstraint(condition=Q(since__lte=models.F("until")), name="a_digest_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"digest {self.pk}: {self.state}"
