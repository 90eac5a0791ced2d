"""``{% help "ladder" %}``: in every template, without loading anything."""

from django import template

from guide import helps

register = template.Library()


@register.inclusion_tag("components/help.html")
def help(key: str) -> dict:
    """How a number is read, by its key in ``guide/helps.toml``. KeyError for a key that is not there."""
    return {"key": key, "help": helps.held()[key]}
