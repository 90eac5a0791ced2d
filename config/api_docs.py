"""The API's own description: what is where, the OpenAPI schema, and a page to read it on.

The page is rendered here from the schema, without a script and without asking any other server for one.
"""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from rest_framework import exceptions
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from config.api_schema import ERRORS
from config.api_views import Api

ROOTS = (
    "missions",
    "capacities",
    "expertise",
    "strengths",
    "partners",
    "sanctions",
    "mandates",
    "reviews",
    "findings",
    "decisions",
    "plans",
    "policy",
    "precedents",
    "trend_shares",
    "trend_positions",
    "rules",
    "search",
    "schema",
    "docs",
)


@lru_cache(maxsize=1)
def described() -> dict:
    """The OpenAPI schema, the same for everyone."""
    return SchemaGenerator().get_schema(request=None, public=True)


@extend_schema(exclude=True)
class Root(Api, APIView):
    authentication_classes = []
    permission_classes = [AllowAny]

    def get(self, request: Request) -> Response:
        """Where everything starts."""
        return Response({name: reverse(f"api_{name}") for name in ROOTS})


@extend_schema(exclude=True)
class SchemaView(Api, APIView):
    authentication_classes = []
    permission_classes = [AllowAny]

    def get(self, request: Request) -> Response:
        """The OpenAPI schema as JSON."""
        return Response(described())


@extend_schema(exclude=True)
class Nowhere(Api, APIView):
    """Any other path below the API: an error of the API's shape, whatever the method."""

    authentication_classes = []
    permission_classes = [AllowAny]

    def initial(self, request: Request, *args, **kwargs) -> None:
        raise exceptions.NotFound


def docs(request: HttpRequest) -> HttpResponse:
    """The schema as a page."""
    groups: dict[str, list[dict]] = {}
    for path, methods in described()["paths"].items():
        for method, operation in methods.items():
            groups.setdefault(operation["tags"][0], []).append(_shown(path, method, operation))
    return render(request, "api/docs.html", {"groups": groups, "info": described()["info"], "errors": ERRORS})


def _shown(path: str, method: str, operation: dict) -> dict:
    """An operation as the page shows it: its values in words, its answers without the errors that all share."""
    schemas = described()["components"]["schemas"]
    shown = [(p["name"], p["in"], p["schema"], p.get("description", "")) for p in operation.get("parameters", [])]
    for media, content in operation.get("requestBody", {}).get("content", {}).items():
        body = schemas[content["schema"]["$ref"].rpartition("/")[2]]
        shown += [(name, media, field, field.get("description", "")) for name, field in body["properties"].items()]
    return {
        "method": method.upper(),
        "path": path,
        "anchor": operation["operationId"],
        "description": operation["description"],
        "readable": method == "get" and "{" not in path,
        "shown": [
            {"name": name, "where": where, "values": _values(schema) or description.strip()}
            for name, where, schema, description in shown
        ],
        "answers": [(code, answer["description"]) for code, answer in operation["responses"].items() if code[0] == "2"],
    }


def _values(schema: dict) -> str:
    """The values of a choice, or the limits of a number."""
    if "enum" in schema:
        return ", ".join(schema["enum"])
    if "minimum" in schema:
        return f"from {schema['minimum']}" + (f" to {schema['maximum']}" if "maximum" in schema else "")
    return ""
