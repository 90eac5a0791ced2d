"""An upload over the limit is refused by its announced length, before a byte of it is read."""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation

from language.marks import marked
from language.said import say

ROOM = 1024 * 1024  # for the form around a file
MESSAGE = marked(
    "The upload is larger than 20 MB: send the draft alone, without annexed images, as PDF, DOCX or plain text."
)
LENGTHLESS = marked("The request does not say how long it is: send Content-Length.")


def largest_body() -> int:
    """The longest request body that is read, in bytes."""
    return settings.UPLOAD_LIMIT + ROOM


class UploadLimit:
    """Middleware: 413 for a body over the limit, 411 for one that does not say how long it is."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in ("POST", "PUT", "PATCH"):
            length = request.META.get("CONTENT_LENGTH") or "0"
            if not length.isdigit() or ("chunked" in request.META.get("HTTP_TRANSFER_ENCODING", "") and length == "0"):
                return _refused(request, 411, "length_required", LENGTHLESS)
            if int(length) > largest_body():
                return _refused(request, 413, "too_large", MESSAGE)
        return self.get_response(request)


def bare_refusal(path: str) -> tuple[str, list[tuple[str, str]], bytes]:
    """Status, headers and body of the same refusal, for a server that does not hand the request on; in English to everyone."""
    if path.startswith("/api/"):
        kind, body = "application/json", json.dumps(_body("too_large", MESSAGE))
    else:
        kind = "text/html; charset=utf-8"
        body = f"<!doctype html><title>Not accepted</title><p>{MESSAGE}</p>"  # in English: no request was read yet
    return "413 Content Too Large", [("Content-Type", kind)], body.encode()


def _body(code: str, message: str) -> dict:
    return {"error": {"code": code, "message": message}}


def _refused(request: HttpRequest, status: int, code: str, message: str) -> HttpResponse:
    """The middleware that finds the language comes later, so the language of a page is looked for here."""
    if request.path.startswith("/api/"):
        response: HttpResponse = JsonResponse(_body(code, message), status=status)
    else:
        with translation.override(translation.get_language_from_request(request)):
            response = render(request, "refused.html", {"message": say(message)}, status=status)
    response["Connection"] = "close"  # the rest of the body is not wanted
    return response
