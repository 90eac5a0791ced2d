"""Every address of the site, from the URL resolver, and who asks for it: for the tests that walk all of them."""

from dataclasses import dataclass

from django.conf import settings
from django.test import Client
from django.urls import get_resolver
from rest_framework.authtoken.models import Token

MISSING = 987654  # an id that nothing has


@dataclass(frozen=True, order=True)
class Route:
    """An address with places for ids: ``mandates/%(pk)s/`` and the names of the places."""

    template: str
    places: tuple[str, ...]

    def before(self, place: str) -> str:
        """What stands before a place: ``partners/import`` in ``partners/import/%(pk)s/``."""
        return self.template.split(f"%({place})s")[0].rstrip("/")

    def segment(self, place: str) -> str:
        """The word before a place: ``mandates`` in ``mandates/%(pk)s/``."""
        return self.before(place).rsplit("/", 1)[-1]

    @property
    def admin(self) -> bool:
        return self.template.startswith("admin/")

    @property
    def api(self) -> bool:
        return self.template.startswith("api/")


def routes(resolver=None, prefix: str = "") -> list[Route]:
    """All of them, in one order."""
    resolver = resolver or get_resolver()
    found = set()
    for key in resolver.reverse_dict:
        for possibilities, *_ in resolver.reverse_dict.getlist(key):
            found |= {Route(prefix + template, tuple(places)) for template, places in possibilities}
    for below, (start, inner) in resolver.namespace_dict.items():
        assert below
        found |= set(routes(inner, prefix + start))
    return sorted(found)


class Browsers:
    """A new browser for each address, in the session that the person has; signed in again where an address signed them out."""

    def __init__(self) -> None:
        self.keys: dict[int, str] = {}

    def session(self, person) -> Client:
        client = Client()
        if person is None:
            return client
        key = self.keys.get(person.pk)
        if key and client.session.__class__().exists(key):
            client.cookies[settings.SESSION_COOKIE_NAME] = key
        else:
            client.force_login(person)
            self.keys[person.pk] = client.session.session_key
        return client


def program(person) -> Client:
    """A client of the API with the person's token; with none where there is no person."""
    headers = {"Authorization": f"Token {Token.objects.get_or_create(user=person)[0].key}"} if person else {}
    return Client(headers=headers)


def everything(response) -> str:
    """All that a response tells: body, headers, cookies."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{body.decode('utf-8', 'replace')}\n{response.headers}\n{response.cookies}"
