"""The strengths of missions as published; written from capacities/data/strengths.toml. Unknown is never zero."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from missions.models import Mission


class Strength(models.Model):
    """How many a mission was authorized and had on a day, as published."""

    class Category(models.TextChoices):
        MILITARY_OBSERVERS = "military_observers", _("military observers")
        MILITARY_CONTINGENTS = "military_contingents", _("military contingents")
        INDIVIDUAL_POLICE = "individual_police", _("United Nations police, individual officers")
        FORMED_POLICE = "formed_police", _("formed police units")
        GOVERNMENT_PROVIDED = "government_provided", _("government-provided personnel")

    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="strengths")
    category = models.CharField(max_length=24, choices=Category)
    authorized = models.PositiveIntegerField(null=True)
    authorized_for = models.CharField("budget period of what is authorized", max_length=10)
    actual = models.PositiveIntegerField(null=True)
    as_of = models.DateField("day of the actual strength")
    source = models.CharField(max_length=300)
    source_url = models.URLField(max_length=300, blank=True)
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["mission__acronym", "category", "-as_of"]
        constraints = [
            models.UniqueConstraint(fields=["mission", "category", "as_of"], name="one_strength_for_each_day")
        ]

    def __str__(self) -> str:
        return f"{self.mission_id} {self.category} {self.as_of}"
