"""An upload over the limit is refused by its announced length, before a byte of it is read."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

ROOM = 1024 * 1024  # for the form around a file
MESSAGE = "The upload is larger than 20 MB: send the draft alone, without annexed images, as PDF, DOCX or plain text."


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
                return _refused(
                    request, 411, "length_required", "The request does not say how long it is: send Content-Length."
                )
            if int(length) > largest_body():
                return _refused(request, 413, "too_large", MESSAGE)
        return self.get_response(request)


def _refused(request: HttpRequest, status: int, code: str, message: str) -> HttpResponse:
    if request.path.startswith("/api/"):
        response: HttpResponse = JsonResponse({"error": {"code": code, "message": message}}, status=status)
    else:
        response = render(request, "refused.html", {"message": message}, status=status)
    response["Connection"] = "close"  # the rest of the body is not wanted
    return response
