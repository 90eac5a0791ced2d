"""What every template has without loading anything, beside Django's ``{% translate %}`` and ``{% blocktranslate %}``."""

from django import template
from django.template import defaultfilters
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from language import days, said

register = template.Library()


@register.filter(expects_localtime=True, is_safe=False)
def date(day: object, form: str | None = None) -> str:
    """Django's own; on a French page with « 1er », and months shortened as French does: Django's « Jui » is June and July."""
    return defaultfilters.date(day, days.form_of(day, form) if form else form)


@register.filter
def translated(text: object) -> str:
    """A name that is kept in English (a label, a verdict, a field) in the language of the page; ``language/names.py`` lists those of data."""
    return said.say(str(text)) if text else ""


@register.simple_tag
def english() -> SafeString:
    """For an element whose words stay in English (a draft's, or said about one): ``<p{% english %}>``; nothing on an English page."""
    return mark_safe(' lang="en"') if said.french() else mark_safe("")


@register.simple_tag
def spoken(code: str) -> SafeString:
    """For an element whose words were said in the language ``code``: ``<ul{% spoken "fr" %}>``; nothing where the page is in it."""
    return format_html(' lang="{}"', code[:2]) if code != get_language() else mark_safe("")


@register.filter
def as_english(words: str) -> SafeString:
    """Words that stay in English within a sentence that does not: marked as such, on an English page as they are."""
    return format_html('<span lang="en">{}</span>', words) if words and said.french() else conditional_escape(words)
