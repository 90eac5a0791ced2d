"""The choice of a digest, for the account page and its own."""

from django import template
from django.conf import settings

from mandates.forms import DigestForm

register = template.Library()


@register.inclusion_tag("digests/_form.html", takes_context=True)
def digest_form(context) -> dict:
    """The form with what the person has chosen now. Costs one query."""
    return {"form": DigestForm(user=context["user"])}


@register.simple_tag
def mails_are_printed() -> bool:
    """Whether no mail server is set up, so that mails only reach the console."""
    return settings.EMAIL_BACKEND == "django.core.mail.backends.console.EmailBackend"
