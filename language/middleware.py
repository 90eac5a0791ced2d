"""Which language a request is answered in."""

from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

from language.said import ENGLISH


class Language(LocaleMiddleware):
    """The one that a person chose, else that of the browser, as Django finds it. The API speaks English to everyone: other systems
    read its words."""

    def process_request(self, request: HttpRequest) -> None:
        if request.path_info.startswith("/api/v"):
            translation.activate(ENGLISH)
            request.LANGUAGE_CODE = ENGLISH
        else:
            super().process_request(request)
