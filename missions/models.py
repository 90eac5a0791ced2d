"""Missions and the countries they work in: facts, each with its source and the date it was true."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Country(models.Model):
    iso3 = models.CharField("ISO 3166-1 alpha-3", max_length=3, unique=True)
    iso_numeric = models.CharField("ISO 3166-1 numeric", max_length=3, unique=True)
    name = models.CharField(max_length=120)
    also = models.JSONField("other names in use", default=list, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "countries"

    def __str__(self) -> str:
        return self.name


class CrimeMarketQuerySet(models.QuerySet):
    def newest(self) -> "CrimeMarketQuerySet":
        """The figures of each country's newest edition."""
        later = CrimeMarket.objects.filter(country=OuterRef("country"), edition__gt=OuterRef("edition"))
        return self.filter(~Exists(later))


class CrimeMarket(models.Model):
    """A figure of the Global Organized Crime Index that this installation imported; none comes with the program."""

    class Kind(models.TextChoices):
        MARKET = "market", _("criminal market")
        ACTOR = "actor", _("criminal actors")
        AVERAGE = "average", _("average")

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="crime_markets")
    edition = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=10, choices=Kind)
    score = models.DecimalField(max_digits=4, decimal_places=2)  # from 1, least, to 10
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    imported_at = models.DateTimeField(auto_now=True)

    objects = CrimeMarketQuerySet.as_manager()

    class Meta:
        ordering = ["country", "-edition", "-kind", "-score", "name"]
        constraints = [models.UniqueConstraint(fields=["country", "edition", "name"], name="one_score_per_edition")]

    def __str__(self) -> str:
        return f"{self.name}, {self.country_id}, {self.edition}"

    @property
    def percent(self) -> int:
        """The score as a length, 10 being the whole."""
        return int(self.score * 10)


class TableImport(models.Model):
    """Who brought a published table, when, and what that changed. Rows are only added."""

    class What(models.TextChoices):
        STRENGTHS = "strengths", _("published strengths")

    what = models.CharField(max_length=20, choices=What)
    sha256 = models.CharField("of the file", max_length=64)
    created = models.PositiveIntegerField()
    updated = models.PositiveIntegerField()
    unchanged = models.PositiveIntegerField()
    detail = models.JSONField(default=dict, help_text='{row: {field: {"from": …, "to": …}}}')
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"import {self.pk} of {self.what}"


class MissionQuerySet(models.QuerySet):
    def open(self) -> "MissionQuerySet":
        """Missions that are not closed."""
        return self.filter(status__in=[Mission.Status.ACTIVE, Mission.Status.CLOSING])


class Mission(models.Model):
    """A peace operation, special political mission or authorized force. What is not known stays empty."""

    class Type(models.TextChoices):
        PEACEKEEPING = "peacekeeping", _("peacekeeping operation")
        POLITICAL = "political", _("special political mission")
        NON_UN = "non_un", _("authorized non-UN force")

    class Status(models.TextChoices):
        ACTIVE = "active", pgettext_lazy("mission", "active")
        CLOSING = "closing", pgettext_lazy("mission", "closing")
        CLOSED = "closed", pgettext_lazy("mission", "closed")

    acronym = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=200)
    type = models.CharField(max_length=20, choices=Type)
    status = models.CharField(max_length=10, choices=Status)
    lead_department = models.CharField(max_length=20, blank=True)
    countries = models.ManyToManyField(Country, related_name="missions", blank=True)
    established = models.DateField(null=True, blank=True)
    established_by = models.CharField(max_length=40, blank=True)
    closed = models.DateField(null=True, blank=True)
    mandate_in_force = models.CharField("symbol of the mandate in force", max_length=40, blank=True)
    mandate_began = models.DateField("day on which it was adopted", null=True, blank=True)
    mandate_ends = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)
    source_url = models.URLField(max_length=300, blank=True)
    as_of = models.DateField()
    note = models.CharField(max_length=400, blank=True)

    objects = MissionQuerySet.as_manager()

    class Meta:
        ordering = ["acronym"]

    def __str__(self) -> str:
        return self.acronym


class MissionDocumentQuerySet(models.QuerySet):
    def current(self) -> "MissionDocumentQuerySet":
        """Those that were not archived."""
        return self.filter(archived_at=None)


class MissionDocument(models.Model):
    """What a reviewer reads beside a mandate. ``recommendations``: those that touch crime, in the words of who added it.

    ``version`` counts the changes: who changes a document says which version they saw.
    """

    class Kind(models.TextChoices):
        STRATEGIC_REVIEW = "strategic_review", _("strategic review")
        NEEDS_ASSESSMENT = "needs_assessment", _("needs assessment")
        REPORT = "report", _("Secretary-General's report")
        BENCHMARKS = "benchmarks", _("benchmark framework")
        OTHER = "other", _("other document")

    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=20, choices=Kind)
    title = models.CharField(max_length=200)
    symbol = models.CharField(max_length=60, blank=True)
    url = models.URLField("address", max_length=300, blank=True)
    date = models.DateField(null=True, blank=True)
    recommendations = models.TextField("what it recommends on crime", blank=True, max_length=5000)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)
    archived_at = models.DateTimeField(null=True, blank=True)

    objects = MissionDocumentQuerySet.as_manager()

    class Meta:
        ordering = [models.F("date").desc(nulls_last=True), "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("document_detail", args=[self.mission.acronym, self.pk])


class DocumentChange(models.Model):
    """Who changed a document, when, and each field from what to what. Rows are only added."""

    class Action(models.TextChoices):
        CREATED = "created", pgettext_lazy("document", "added")
        UPDATED = "updated", pgettext_lazy("document", "changed")
        ARCHIVED = "archived", pgettext_lazy("document", "archived")

    document = models.ForeignKey(MissionDocument, on_delete=models.PROTECT, related_name="changes")
    action = models.CharField(max_length=10, choices=Action)
    version = models.PositiveIntegerField(help_text="the document's version that came of it")
    detail = models.JSONField(default=dict, help_text='{field: {"from": …, "to": …}}')
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.action} {self.document_id}"
