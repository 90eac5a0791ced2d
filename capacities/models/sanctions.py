"""Sanctions regimes of the Security Council that concern countries of missions, as far as their texts were read."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from missions.models import Country


class SanctionsRegime(models.Model):
    """Measures of the Council on a situation, the committee that keeps their list, and the panel that looks into them."""

    class Status(models.TextChoices):
        IN_FORCE = "in_force", _("in force")
        ENDED = "ended", pgettext_lazy("regime", "ended")
        UNKNOWN = "unknown", _("not known")

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    countries = models.ManyToManyField(Country, related_name="sanctions_regimes")
    status = models.CharField(max_length=10, choices=Status)
    established_by = models.CharField(max_length=60)
    established = models.DateField(null=True, blank=True)
    committee = models.CharField(max_length=200, blank=True)
    renewed_by = models.CharField(max_length=60, blank=True)
    measures_until = models.DateField(null=True, blank=True)
    ended = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)
    source_url = models.URLField(max_length=300, blank=True)
    as_of = models.DateField()
    to_verify = models.BooleanField(default=False)
    note = models.CharField(max_length=600, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("sanctions_detail", args=[self.code])


class Panel(models.Model):
    """The panel, group or team of experts of a regime: its mandate, budget, and the clauses that protect its work."""

    regime = models.OneToOneField(SanctionsRegime, on_delete=models.CASCADE, related_name="panel")
    name = models.CharField(max_length=120)
    established_by = models.CharField(max_length=60, blank=True)
    mandate_by = models.CharField(max_length=60, blank=True)
    mandate_until = models.DateField(null=True, blank=True)
    budgeted_for = models.PositiveSmallIntegerField(null=True, blank=True)
    cooperation = models.CharField(max_length=60, blank=True)
    access = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return self.name


class OnCrime(models.Model):
    """A criterion for listing, a measure, or a task of the panel that speaks of organized crime; in our own words."""

    class Kind(models.TextChoices):
        CRITERION = "criterion", _("criterion for listing")
        MEASURE = "measure", _("measure")
        PANEL_TASK = "panel_task", _("task of the panel")

    regime = models.ForeignKey(SanctionsRegime, on_delete=models.CASCADE, related_name="on_crime")
    kind = models.CharField(max_length=10, choices=Kind)
    citation = models.CharField(max_length=80)
    crime_types = models.JSONField()
    summary = models.CharField(max_length=400)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["regime", "citation", "kind"], name="one_row_for_each_citation")]

    def __str__(self) -> str:
        return self.citation
