"""Partners against crime: who they are, what they cover, how far they may be spoken of; and the reference facts beside them.

Fiu, Entity and EntityParent are written from capacities/data. Partner, Assessment and PartnerChange are people's rows.
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from capacities.permissions import is_cleared, may_plan
from missions.models import Country


class Fiu(models.Model):
    """The financial intelligence unit of a country: membership and listing, each with source and date."""

    class Egmont(models.TextChoices):
        UNKNOWN = "unknown", "not known"
        MEMBER = "member", "member"
        CANDIDATE = "candidate", "candidate"
        SUSPENDED = "suspended", "suspended"

    class Fatf(models.TextChoices):
        UNKNOWN = "unknown", "not known"
        NONE = "none", "not listed"
        MONITORING = "increased_monitoring", "under increased monitoring"
        ACTION = "call_for_action", "call for action"

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


class Entity(models.Model):
    """A body of the United Nations, a regional or an international one, with its fields of work."""

    class Kind(models.TextChoices):
        UN_ENTITY = "un_entity", "United Nations entity"
        REGIONAL = "regional", "regional body"
        INTERNATIONAL = "international", "international body"

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
        IN_FORCE = "in_force", "in force"
        CONSULTATION = "under_consultation", "under consultation"

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


class PartnerQuerySet(models.QuerySet):
    def visible_to(self, user, *, token: bool = False) -> "PartnerQuerySet":
        """Public ones for everyone signed in, internal ones for planners and staff, restricted ones for those named on
        them and those cleared. With ``token`` (a program asks) restricted ones are left out, whoever it speaks for."""
        if not user.is_authenticated:
            return self.none()
        seen = Q(sensitivity=Partner.Sensitivity.PUBLIC)
        if may_plan(user):
            seen |= Q(sensitivity=Partner.Sensitivity.INTERNAL)
        if not token:
            restricted = Q(sensitivity=Partner.Sensitivity.RESTRICTED)
            named = Partner.named.through.objects.filter(user_id=user.pk).values("partner_id")
            seen |= restricted if is_cleared(user) else restricted & Q(pk__in=named)
        return self.filter(seen)


class Partner(models.Model):
    """Somebody to work with against crime. ``version`` counts its changes, for those who edit at the same time."""

    class Kind(models.TextChoices):
        FIU = "fiu", "financial intelligence unit"
        MONITOR = "monitor", "civil-society monitor"
        COMMUNITY = "community", "community network"
        LOCAL_AUTHORITY = "local_authority", "customary or local authority"
        NATIONAL_AGENCY = "national_agency", "national agency"
        UN_ENTITY = "un_entity", "United Nations entity"
        REGIONAL = "regional", "regional or international body"

    class Engagement(models.TextChoices):
        NONE = "none", "none yet"
        CONTACT = "contact", "contact"
        EXCHANGE = "exchange", "exchange of information"
        JOINT_WORK = "joint_work", "joint work"
        SUPPORT = "support", "training, advice or funds"
        ENDED = "ended", "ended"

    class Sensitivity(models.TextChoices):
        PUBLIC = "public", "public"
        INTERNAL = "internal", "internal"
        RESTRICTED = "restricted", "restricted"

    kind = models.CharField(max_length=16, choices=Kind)
    name = models.CharField(max_length=200)
    entity = models.ForeignKey(Entity, null=True, blank=True, on_delete=models.PROTECT, related_name="partners")
    countries = models.ManyToManyField(Country, related_name="partners", blank=True)
    areas = models.JSONField(default=list)
    crime_types = models.JSONField(default=list)
    engagement = models.CharField(max_length=12, choices=Engagement, default=Engagement.NONE)
    agreements = models.JSONField(default=list)  # {"date", "title", "link"}
    feedback = models.TextField("what it gets back", blank=True)
    languages = models.JSONField(default=list)
    sensitivity = models.CharField(max_length=12, choices=Sensitivity, default=Sensitivity.INTERNAL)
    named = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    source = models.CharField(max_length=300)
    source_url = models.URLField(max_length=300, blank=True)
    as_of = models.DateField()
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["sensitivity"], name="partners_by_sensitivity")]

    def __str__(self) -> str:
        return f"partner {self.pk}"  # never the name: it may be restricted

    def get_absolute_url(self) -> str:
        return reverse("partner_detail", args=[self.pk])


class Assessment(models.Model):
    """How far a partner is entangled with what it is to help against: one person's judgement on a day. Rows are only added."""

    class Level(models.TextChoices):
        LOW = "low", "low"
        MODERATE = "moderate", "moderate"
        HIGH = "high", "high"
        NOT_KNOWN = "not_known", "not known"

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="assessments")
    level = models.CharField(max_length=10, choices=Level)
    grounds = models.TextField()
    assessed_on = models.DateField()
    review_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-assessed_on", "-pk"]

    def __str__(self) -> str:
        return f"assessment {self.pk}"

    @property
    def overdue(self) -> bool:
        """Whether the day on which it was to be looked at again has passed."""
        return self.review_on < timezone.localdate()


class PartnerChange(models.Model):
    """What changed of a partner: who, when, from what to what. Of a restricted partner no words are kept, only that
    they changed. It is read with the partner alone, and goes with it."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="changes")
    action = models.CharField(max_length=12)  # created, changed, assessed, imported
    detail = models.JSONField(default=dict)  # field: [from, to]; [] where the words are not kept
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.action} partner {self.partner_id}"
