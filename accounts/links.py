"""One-time links: how the first administrator gets in, and how an administrator lets others in."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes, force_str
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

FIRST_ADMINISTRATOR = "admin"


def sign_in_link(user, base: str = "") -> str:
    """A link that signs ``user`` in once. It holds PASSWORD_RESET_TIMEOUT seconds, and no longer than until the next sign-in."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return base + reverse("sign_in_link", args=[uid, default_token_generator.make_token(user)])


def user_of_link(uid: str, token: str):
    """The person whom a link lets in, or None where the link was used, is too old or was never made."""
    users = get_user_model()
    try:
        user = users.objects.get(pk=force_str(urlsafe_base64_decode(uid)), is_active=True)
    except (users.DoesNotExist, ValueError, OverflowError):
        return None
    return user if default_token_generator.check_token(user, token) else None


def first_administrator():
    """The first administrator, made where there is nobody yet; None once an administrator has signed in."""
    users = get_user_model()
    if users.objects.filter(is_superuser=True, last_login__isnull=False).exists():
        return None
    user = users.objects.filter(is_superuser=True).order_by("pk").first()
    return user or users.objects.create_superuser(FIRST_ADMINISTRATOR, password=None)


def hours_valid() -> int:
    """For how many hours a link holds."""
    return settings.PASSWORD_RESET_TIMEOUT // 3600
