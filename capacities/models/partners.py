"""Partners against crime: who they are, what they cover, how far they may be spoken of, and what people judge of them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from capacities.models.registers import Entity
from capacities.permissions import is_cleared, may_plan
from missions.models import Country


class PartnerQuerySet(models.QuerySet):
    def current(self) -> "PartnerQuerySet":
        """Those that were not archived."""
        return self.filter(archived_at=None)

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

    def leaves_with(self, user) -> "PartnerQuerySet":
        """What may stand in a file for this person: what they see but for restricted ones, whoever they are."""
        return self.visible_to(user, token=True)


class Partner(models.Model):
    """Somebody to work with against crime. ``version`` counts its changes, for those who edit at the same time."""

    class Kind(models.TextChoices):
        FIU = "fiu", _("financial intelligence unit")
        MONITOR = "monitor", _("civil-society monitor")
        COMMUNITY = "community", _("community network")
        LOCAL_AUTHORITY = "local_authority", _("customary or local authority")
        NATIONAL_AGENCY = "national_agency", _("national agency")
        UN_ENTITY = "un_entity", _("United Nations entity")
        REGIONAL = "regional", _("regional or international body")

    class Engagement(models.TextChoices):
        NONE = "none", pgettext_lazy("engagement", "none yet")
        CONTACT = "contact", _("contact")
        EXCHANGE = "exchange", _("exchange of information")
        JOINT_WORK = "joint_work", _("joint work")
        SUPPORT = "support", _("training, advice or funds")
        ENDED = "ended", pgettext_lazy("engagement", "ended")

    class Sensitivity(models.TextChoices):
        PUBLIC = "public", _("public")
        INTERNAL = "internal", _("internal")
        RESTRICTED = "restricted", _("restricted")

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
    archived_at = models.DateTimeField(null=True, blank=True)

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
        LOW = "low", pgettext_lazy("entanglement", "low")
        MODERATE = "moderate", pgettext_lazy("entanglement", "moderate")
        HIGH = "high", pgettext_lazy("entanglement", "high")
        NOT_KNOWN = "not_known", pgettext_lazy("entanglement", "not known")

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
    action = models.CharField(max_length=12)  # created, changed, assessed, imported, archived, restored
    detail = models.JSONField(default=dict)  # field: [from, to]; [] where the words are not kept
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.action} partner {self.partner_id}"


class PartnerDeletion(models.Model):
    """That a partner was deleted for good: its number alone, by whom and when."""

    number = models.PositiveBigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"partner {self.number} deleted"
