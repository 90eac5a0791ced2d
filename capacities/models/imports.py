"""Tables of capacities and partners that people bring."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from capacities.models.partners import Partner


class ImportQuerySet(models.QuerySet):
    def of(self, user) -> "ImportQuerySet":
        """What a person brought: nobody else sees it before it is imported."""
        return self.filter(by=user.pk)

    def plain(self) -> "ImportQuerySet":
        """Without the rows and what they would do, for lists."""
        return self.defer("rows", "plan")

    def open(self) -> "ImportQuerySet":
        """Neither imported nor cancelled."""
        return self.exclude(state__in=[Import.State.DONE, Import.State.CANCELLED])


class Import(models.Model):
    """A table that a planner brought: looked at in the background, and taken in when they confirm what it would do.

    This row, not the queue, says what has happened. ``rows`` are those of the file as importing.sheet reads them, ``plan`` what
    they would do (importing.plan.told), its sentences in ``language``. Both are emptied when the table is imported or cancelled;
    what was not imported is deleted a day after its last step. Who imported, when, and the numbers stay: how many rows are new,
    changed, unchanged and wrong, as they were shown last, and as they were imported.
    """

    class What(models.TextChoices):
        CAPACITIES = "capacities", pgettext_lazy("table", "capacities")
        PARTNERS = "partners", pgettext_lazy("table", "partners")

    class State(models.TextChoices):
        PENDING = "pending", pgettext_lazy("table", "waiting")
        RUNNING = "running", pgettext_lazy("table", "being worked on")
        SHOWN = "shown", pgettext_lazy("table", "waits for your confirmation")
        DONE = "done", pgettext_lazy("table", "imported")
        FAILED = "failed", pgettext_lazy("table", "not imported")
        CANCELLED = "cancelled", pgettext_lazy("table", "cancelled")

    class Step(models.TextChoices):
        WAITING = "waiting", _("waiting for its turn")
        LOOKING = "looking", _("looking at the rows")
        WRITING = "writing", _("writing all rows at once")
        FINISHED = "finished", _("finished")

    what = models.CharField(max_length=10, choices=What)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    language = models.CharField(max_length=10)
    size = models.PositiveIntegerField("number of rows")
    rows = models.JSONField(default=list)
    plan = models.JSONField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    created = models.PositiveIntegerField(null=True)
    updated = models.PositiveIntegerField(null=True)
    unchanged = models.PositiveIntegerField(null=True)
    wrong = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    step = models.CharField(max_length=10, choices=Step, default=Step.WAITING)
    percent = models.PositiveSmallIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)  # a sentence for people
    queued_at = models.DateTimeField(auto_now_add=True)
    heartbeat_at = models.DateTimeField(null=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"import {self.pk}: {self.state}"

    @property
    def under_way(self) -> bool:
        return self.state in (self.State.PENDING, self.State.RUNNING)

    @property
    def held_partners(self) -> set[int]:
        """The numbers of the partners that the rows are held to speak of."""
        if self.what != self.What.PARTNERS or not self.plan:
            return set()
        return {row["held"] for row in self.plan["rows"]} - {None}

    def speaks_of(self, partner: Partner) -> bool:
        """Whether a row has the number or the name of a partner, or is held to speak of it."""
        if self.what != self.What.PARTNERS:
            return False
        name = partner.name.casefold()
        named = (row.get("id") == str(partner.pk) or row["name"].casefold() == name for _number, row in self.rows)
        return partner.pk in self.held_partners or any(named)
