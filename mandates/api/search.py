"""Search over the API: the same as on the page, but that a token is shown no restricted partner."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import exceptions
from rest_framework.authtoken.models import Token
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from config.api_views import Api
from mandates.searching import grammar, lookup
from mandates.searching.grammar import Unclear
from mandates.serializers.search import FoundSerializer

LAST_PAGE = 10_000
TAKEN = [
    OpenApiParameter("q", str, required=True, description='Words, "phrases", -not and operators (docs/search.md).'),
    OpenApiParameter("kind", str, enum=grammar.KINDS, description="Hits of this kind alone, page by page."),
    OpenApiParameter("page", {"type": "integer", "minimum": 1, "maximum": LAST_PAGE}, description="With `kind`."),
]


class Search(Api, GenericAPIView):
    serializer_class = FoundSerializer

    @extend_schema(parameters=TAKEN)
    def get(self, request: Request) -> Response:
        """Everything that you may see and that holds what is asked for: five of each kind, or twenty of one, best first."""
        said, kind, page = (request.query_params.get(name, "") for name in ("q", "kind", "page"))
        if kind and kind not in grammar.KINDS:
            raise exceptions.ValidationError({"kind": [f"Choose one of: {', '.join(grammar.KINDS)}."]})
        if page and not (page.isascii() and page.isdigit() and 1 <= int(page[:9]) <= LAST_PAGE):
            raise exceptions.ValidationError({"page": [f"Give a whole number from 1 to {LAST_PAGE}."]})
        if page and not kind:
            raise exceptions.ValidationError({"page": ["Pages are those of one kind: give “kind” too."]})
        try:
            found = lookup.find(
                said, request.user, kind=kind, page=int(page or 1), token=isinstance(request.auth, Token)
            )
        except Unclear as unclear:
            raise exceptions.ValidationError({"q": [str(unclear)]}) from None
        if not found.asked:
            raise exceptions.ValidationError({"q": ["Say what to look for."]})
        return Response(FoundSerializer(found).data)

    def _parameters(self, method: str) -> list[str]:
        return ["q", "kind", "page"] if method in ("GET", "HEAD") else []
