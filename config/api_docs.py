"""The API's own description: what is where, the OpenAPI schema, and a page to read it on.

The page is rendered here from the schema, without a script and without asking any other server for one.
"""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from rest_framework import exceptions
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from config.api_schema import ERRORS
from config.api_views import Api
from language.said import in_english

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

MANY = 24  # of a longer list of choices the page gives the number and the ends; the schema has them all
BODIES = {"application/json": "body", "multipart/form-data": "form"}
FORMATS = {"date": "a day: 2031-02-28", "date-time": "a time", "uri": "an address", "binary": "a file"}
TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
}


@lru_cache(maxsize=1)
def described() -> dict:
    """The OpenAPI schema, the same for everyone: in English, whoever asks first."""
    with in_english():
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
    """The schema as a page. What stands around the reference is in the reader's language, though the address is the API's."""
    language = translation.get_language_from_request(request)
    groups: dict[str, list[dict]] = {}
    for path, methods in described()["paths"].items():
        for method, operation in methods.items():
            groups.setdefault(operation["tags"][0], []).append(_shown(path, method, operation))
    with translation.override(language):
        page = render(request, "api/docs.html", {"groups": groups, "info": described()["info"], "errors": ERRORS})
    page["Content-Language"] = language
    return page


def _shown(path: str, method: str, operation: dict) -> dict:
    """An operation as the page shows it: its values in words, its answers without the errors that all share."""
    schemas = described()["components"]["schemas"]
    shown = [
        (p["name"], p["in"], p["schema"], p.get("description", ""), p.get("required", False))
        for p in operation.get("parameters", [])
    ]
    for media, content in operation.get("requestBody", {}).get("content", {}).items():
        body = schemas[content["schema"]["$ref"].rpartition("/")[2]]
        where, needed = BODIES.get(media, media), body.get("required", [])
        shown += [(n, where, f, f.get("description", ""), n in needed) for n, f in body["properties"].items()]
    return {
        "method": method.upper(),
        "path": path,
        "anchor": operation["operationId"],
        "description": operation["description"],
        "readable": method == "get" and "{" not in path,
        "shown": [
            {"name": name, "where": where, "needed": needed, "values": _values(schema, description.strip())}
            for name, where, schema, description, needed in shown
        ],
        "answers": [(code, answer["description"]) for code, answer in operation["responses"].items() if code[0] == "2"],
    }


def _values(schema: dict, description: str) -> str:
    """What is said of a value, then its choices or the limits of a number; where there is neither, its type."""
    known = ""
    [schema] = schema.get("allOf", [schema])[:1]
    if "$ref" in schema:
        schema = described()["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if "enum" in schema:
        values = schema["enum"]
        few = values if len(values) <= MANY else [*values[:3], "…", values[-1]]
        known = ", ".join(few) if few is values else f"one of {len(values)}: {', '.join(few)}"
    elif "minimum" in schema:
        known = f"from {schema['minimum']:,}" + (f" to {schema['maximum']:,}" if "maximum" in schema else "")
    said = "; ".join(part for part in (description.rstrip("."), known) if part)
    return said or FORMATS.get(schema.get("format", "")) or TYPES.get(schema.get("type", ""), "")
