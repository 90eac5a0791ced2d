"""Who and what a mission has or is promised, and how it changed. Unknown is never zero."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from capacities.judging import Offer
from capacities.models.expertise import Expertise
from missions.models import Mission


class Category(models.TextChoices):
    """How people and equipment come to a mission; capacities/data/categories.toml says how long each takes."""

    INDIVIDUAL_POLICE = "individual_police", _("individual police officers")
    FORMED_POLICE = "formed_police", _("formed police unit")
    SPECIALIZED_TEAM = "specialized_team", _("specialized police team")
    SECONDED_POST = "seconded_post", _("seconded professional post")
    GOVERNMENT_PROVIDED = "government_provided", _("government-provided personnel")
    CIVILIAN_POST = "civilian_post", _("civilian post")
    EQUIPMENT = "equipment", _("equipment")


class CapacityQuerySet(models.QuerySet):
    def current(self) -> "CapacityQuerySet":
        """Those that were not archived."""
        return self.filter(archived_at=None)

    def shown(self) -> "CapacityQuerySet":
        """With what a row of a list needs: two queries however many rows."""
        return self.select_related("mission").prefetch_related("expertise")


class Capacity(models.Model):
    """People or equipment of one category, of a mission or pledged to none yet. A number that is not known stays null.

    ``version`` counts the changes: who changes a capacity says which version they saw. ``languages`` holds ISO 639 codes
    between spaces (" ar fr "), so that one is found by its code between spaces. ``cleared_until`` is the last day on which the
    people's assessment for police service (AMS, SAAT) holds.
    """

    mission = models.ForeignKey(Mission, null=True, blank=True, on_delete=models.PROTECT, related_name="capacities")
    category = models.CharField(max_length=20, choices=Category)
    title = models.CharField(max_length=160)
    expertise = models.ManyToManyField(Expertise, related_name="capacities", blank=True)
    authorized = models.PositiveIntegerField(null=True, blank=True)
    deployed = models.PositiveIntegerField(null=True, blank=True)
    pledged = models.PositiveIntegerField(null=True, blank=True)
    available_from = models.DateField(null=True, blank=True)
    available_until = models.DateField(null=True, blank=True)
    cleared_until = models.DateField(null=True, blank=True)
    languages = models.CharField(max_length=200, blank=True)
    country = models.CharField("contributing country, ISO 3166-1 alpha-3", max_length=3, blank=True)
    equipment = models.TextField(blank=True)
    source = models.CharField(max_length=300)
    as_of = models.DateField()
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    archived_at = models.DateTimeField(null=True, blank=True)

    objects = CapacityQuerySet.as_manager()

    class Meta:
        ordering = ["mission__acronym", "category", "title", "id"]
        verbose_name_plural = "capacities"
        constraints = [
            models.CheckConstraint(
                condition=Q(available_from=None)
                | Q(available_until=None)
                | Q(available_until__gte=F("available_from")),
                name="capacity_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("capacity_detail", args=[self.pk])

    @property
    def spoken(self) -> list[str]:
        """The ISO 639 codes of its languages; empty where they are not known."""
        return self.languages.split()

    @property
    def offer(self) -> Offer:
        """What coverage needs of it; reads its expertise, so prefetch it for a list."""
        return Offer(
            id=self.pk,
            title=self.title,
            category=self.category,
            expertise=frozenset(expertise.name for expertise in self.expertise.all()),
            authorized=self.authorized,
            deployed=self.deployed,
            pledged=self.pledged,
            available_from=self.available_from,
            available_until=self.available_until,
            languages=frozenset(self.spoken),
            cleared_until=self.cleared_until,
        )


class CapacityChange(models.Model):
    """Who changed a capacity, when, and each field from what to what. Rows are only added."""

    class Action(models.TextChoices):
        CREATED = "created", pgettext_lazy("act", "created")
        UPDATED = "updated", pgettext_lazy("act", "changed")
        IMPORTED = "imported", pgettext_lazy("act", "imported")
        ARCHIVED = "archived", pgettext_lazy("act", "archived")
        RESTORED = "restored", pgettext_lazy("act", "restored")

    capacity = models.ForeignKey(Capacity, on_delete=models.PROTECT, related_name="changes")
    action = models.CharField(max_length=10, choices=Action)
    version = models.PositiveIntegerField(help_text="the capacity's version that came of it")
    detail = models.JSONField(default=dict, help_text='{field: {"from": …, "to": …}}')
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.action} {self.capacity_id}"
