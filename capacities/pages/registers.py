"""The registers beside partners: FIUs and bodies."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from capacities.models import Entity, Fiu
from language.said import say


@login_required
def registers(request: HttpRequest) -> HttpResponse:
    """FIUs of the host countries, and bodies with their parents."""
    today = timezone.localdate()
    entities = Entity.objects.prefetch_related("parents__parent")
    fius = list(Fiu.objects.select_related("country"))
    shown = {
        "fius": fius,
        "egmont": _alike(fius, "egmont"),
        "fatf": _alike(fius, "fatf"),
        "entities": [(entity, list(map(say, entity.fields)), entity.parent_on(today)) for entity in entities],
        "today": today,
    }
    return render(request, "partners/registers.html", shown)


def _alike(fius: list[Fiu], register: str) -> Fiu | None:
    """One that speaks for all where each row has the same source, day and doubt: it is then said once, above the table."""
    told = {(getattr(f, f"{register}_source"), getattr(f, f"{register}_as_of"), f.to_verify) for f in fius}
    return fius[0] if len(told) == 1 else None
