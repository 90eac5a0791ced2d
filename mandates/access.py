"""What a page may show to whom."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from mandates.models import Mandate


def mandate_of(request: HttpRequest, pk: int, *, owned: bool = False) -> Mandate:
    """A mandate that the person may see (and owns); for anybody else it does not exist (404)."""
    mandates = Mandate.objects.visible_to(request.user).select_related("mission", "owner")
    return get_object_or_404(mandates.filter(owner=request.user) if owned else mandates, pk=pk)
