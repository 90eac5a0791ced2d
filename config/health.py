"""Whether the web process answers and reaches its database: for load balancers and container checks."""

from django.db import connection
from django.db.utils import Error
from django.http import HttpRequest, JsonResponse


def health(request: HttpRequest) -> JsonResponse:
    """200 with {"database": "ok"}, or 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return JsonResponse({"database": "not reached"}, status=503)
    return JsonResponse({"database": "ok"})
