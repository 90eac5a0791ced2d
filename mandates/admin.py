"""What an administrator sees: jobs and the record of events, to look at. Drafts stay with those named on them."""

from django.contrib import admin

from mandates.models import Event, Job


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
