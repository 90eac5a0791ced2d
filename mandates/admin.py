"""What an administrator sees: jobs and the record of events, to look at. Drafts stay with those named on them."""

from django.contrib import admin

from mandates.models import Digest, Event, FlagChange, Job, Subscription, Sweep


class ReadOnly(admin.ModelAdmin):
    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Job)
class JobAdmin(ReadOnly):
    list_display = ["id", "state", "step", "attempts", "ruleset", "error", "queued_at", "heartbeat_at", "finished_at"]
    list_filter = ["state", "ruleset"]


@admin.register(Event)
class EventAdmin(ReadOnly):
    list_display = ["id", "at", "action", "mandate_id_was", "by", "detail"]
    list_filter = ["action"]


@admin.register(FlagChange)
class FlagChangeAdmin(ReadOnly):
    list_display = [
        "id",
        "at",
        "mandate_id",
        "flagged_before",
        "flagged",
        "reason_before",
        "reason",
        "cause",
        "ruleset",
    ]
    list_filter = ["in_force", "cause"]


@admin.register(Sweep)
class SweepAdmin(ReadOnly):
    list_display = ["id", "at", "ruleset", "in_force", "reviewed", "started", "unfinished"]


@admin.register(Subscription)
class SubscriptionAdmin(ReadOnly):
    list_display = ["id", "at", "user", "every", "by_link"]


@admin.register(Digest)
class DigestAdmin(ReadOnly):
    list_display = ["id", "user", "every", "day", "state", "attempts", "error", "since", "until", "finished_at"]
    list_filter = ["state", "every"]
