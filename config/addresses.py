"""No address holds a NUL: PostgreSQL cannot look for it, SQLite finds nothing."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from config import api_errors


class Addresses:
    """Middleware: 404 for a path with a NUL, of the API's shape below the API."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" not in request.path_info:
            return self.get_response(request)
        if request.path_info.startswith("/api/"):
            return JsonResponse(api_errors.body("not_found", "Not found."), status=404)
        raise Http404
