"""What people remarked on a capacity or a partner. Comments on a partner are read with the partner alone, and go with it."""

from django.conf import settings
from django.db import models

from capacities.models.capacities import Capacity
from capacities.models.partners import Partner


class Said(models.Model):
    """Words of a person. They are not changed; whoever removes them leaves their own name and the time in their place."""

    text = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"comment {self.pk}"  # never its words


class CapacityComment(Said):
    capacity = models.ForeignKey(Capacity, on_delete=models.CASCADE, related_name="comments")


class PartnerComment(Said):
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="comments")
