"""Tags that every template has without loading anything: ``{% help "ladder" %}``, ``{% tour %}``."""

from django import template

from guide import helps, tour

register = template.Library()


@register.inclusion_tag("components/help.html")
def help(key: str) -> dict:
    """How a number is read, by its key in ``guide/helps.toml``. KeyError for a key that is not there."""
    return {"key": key, "help": helps.held()[key]}


@register.inclusion_tag("guide/_tour.html", takes_context=True, name="tour")
def stop(context: template.Context) -> dict:
    """The bar of the tour, on the page of a review whose address asks for a step."""
    request, order = context["request"], context.get("order")
    first = order.first[0]["fingerprint"][:12] if order and order.first else ""
    return {"stop": tour.stop(request.GET.get("tour", ""), request.path, f"f-{first}" if first else "")}
