"""A mandate as people speak of it, who may see it, and what is known of its adoption."""

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Prefetch, Q, Subquery
from django.urls import reverse

from language.said import say
from mandates.models.reviews import Review
from mandates.models.texts import Job, TextVersion
from missions.models import Mission


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
            return say("without a vote")
        if self.yes is None:
            return ""
        counted = {"yes": self.yes, "no": self.no or 0, "abstaining": self.abstaining or 0}
        told = say("{yes} for, {no} against, {abstaining} abstaining", **counted)
        return say("{vote}, {number} not voting", vote=told, number=self.not_voting) if self.not_voting else told
