"""Reference facts beside partners: FIUs, and bodies with those to whom they belong. Written from capacities/data."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from missions.models import Country


class Fiu(models.Model):
    """The financial intelligence unit of a country: membership and listing, each with source and date."""

    class Egmont(models.TextChoices):
        UNKNOWN = "unknown", _("not known")
        MEMBER = "member", _("member")
        CANDIDATE = "candidate", pgettext_lazy("unit", "candidate")
        SUSPENDED = "suspended", pgettext_lazy("unit", "suspended")

    class Fatf(models.TextChoices):
        UNKNOWN = "unknown", _("not known")
        NONE = "none", _("not listed")
        MONITORING = "increased_monitoring", _("under increased monitoring")
        ACTION = "call_for_action", _("call for action")

    country = models.OneToOneField(Country, on_delete=models.PROTECT, related_name="fiu")
    name = models.CharField(max_length=120, blank=True)
    egmont = models.CharField(max_length=10, choices=Egmont, default=Egmont.UNKNOWN)
    egmont_source = models.CharField(max_length=300, blank=True)
    egmont_url = models.URLField(max_length=300, blank=True)
    egmont_as_of = models.DateField(null=True, blank=True)
    fatf = models.CharField(max_length=24, choices=Fatf, default=Fatf.UNKNOWN)
    fatf_since = models.DateField(null=True, blank=True)
    fatf_source = models.CharField(max_length=300, blank=True)
    fatf_url = models.URLField(max_length=300, blank=True)
    fatf_as_of = models.DateField(null=True, blank=True)
    fatf_evaluated = models.CharField("month of the ratings held", max_length=7, blank=True)
    to_verify = models.BooleanField(default=False)
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["country__name"]

    def __str__(self) -> str:
        return self.name or f"FIU of {self.country_id}"

    @property
    def evaluated(self) -> date | None:
        """The first day of the month of the ratings held, so that it can be written as every other date."""
        return date.fromisoformat(f"{self.fatf_evaluated}-01") if self.fatf_evaluated else None


class Entity(models.Model):
    """A body of the United Nations, a regional or an international one, with its fields of work."""

    class Kind(models.TextChoices):
        UN_ENTITY = "un_entity", _("United Nations entity")
        REGIONAL = "regional", _("regional body")
        INTERNATIONAL = "international", _("international body")

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=16, choices=Kind)
    fields = models.JSONField(default=list)
    source = models.CharField(max_length=300)
    url = models.URLField(max_length=300, blank=True)
    as_of = models.DateField()
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name_plural = "entities"

    def __str__(self) -> str:
        return self.code

    def parent_on(self, day: date) -> "Entity | None":
        """To whom it belongs on a day. A tie that is only under consultation counts for nothing. Reads ``parents``."""
        held = [tie for tie in self.parents.all() if tie.holds_on(day)]
        return held[0].parent if held else None


class EntityParent(models.Model):
    """To whom a body belongs, from when until when: both change, and what is open stays empty."""

    class State(models.TextChoices):
        IN_FORCE = "in_force", _("in force")
        CONSULTATION = "under_consultation", _("under consultation")

    entity = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="parents")
    parent = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="children")
    state = models.CharField(max_length=20, choices=State)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)
    as_of = models.DateField()
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["entity", "-since", "parent"]
        constraints = [models.UniqueConstraint(fields=["entity", "parent", "state"], name="one_tie_for_each_state")]

    def __str__(self) -> str:
        return f"{self.entity_id} under {self.parent_id}"

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day: from ``since`` to the day before ``until``."""
        begun, over = not self.since or self.since <= day, bool(self.until and self.until <= day)
        return self.state == self.State.IN_FORCE and begun and not over
