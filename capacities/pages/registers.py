"""The registers beside partners: FIUs and bodies."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from capacities.models import Entity, Fiu


@login_required
def registers(request: HttpRequest) -> HttpResponse:
    """FIUs of the host countries, and bodies with their parents."""
    today = timezone.localdate()
    entities = Entity.objects.prefetch_related("parents__parent")
    shown = {
        "fius": Fiu.objects.select_related("country"),
        "entities": [(entity, entity.parent_on(today)) for entity in entities],
        "today": today,
    }
    return render(request, "partners/registers.html", shown)
