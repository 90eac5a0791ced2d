"""What an administrator sees of this app: that partners were deleted for good. The rest stays with those who may see it."""

from django.contrib import admin

from capacities.models import PartnerDeletion


@admin.register(PartnerDeletion)
class PartnerDeletionAdmin(admin.ModelAdmin):
    list_display = ["id", "at", "number", "by"]

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
