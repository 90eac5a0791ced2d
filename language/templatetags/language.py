"""What every template has without loading anything, beside Django's ``{% translate %}`` and ``{% blocktranslate %}``."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from language import said

register = template.Library()


@register.filter
def translated(text: object) -> str:
    """A name that is kept in English (a label, a verdict, a field) in the language of the page; ``language/names.py`` lists those of data."""
    return said.say(str(text)) if text else ""


@register.simple_tag
def english() -> SafeString:
    """For an element whose words stay in English (a draft's, or said about one): ``<p{% english %}>``; nothing on an English page."""
    return mark_safe(' lang="en"') if said.french() else mark_safe("")
