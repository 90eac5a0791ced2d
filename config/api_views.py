"""What all views of the API share: JSON, pages, and a parameter that is not known is refused, never ignored."""

from django_filters.rest_framework import DjangoFilterBackend
from rest_framework import exceptions
from rest_framework.mixins import ListModelMixin
from rest_framework.pagination import PageNumberPagination
from rest_framework.parsers import JSONParser
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from config.api_schema import Schema


class Refused(exceptions.APIException):
    """A request that cannot be done: a status, a code for programs, a sentence for people."""

    def __init__(self, status_code: int, code: str, message: str, fields: dict[str, list[str]] | None = None) -> None:
        super().__init__(message, code)
        self.status_code = status_code
        self.fields = fields


class Pages(PageNumberPagination):
    """``page`` from 1, ``page_size`` up to 200."""

    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200

    def paginate_queryset(self, queryset, request: Request, view=None) -> list | None:
        for name, most in ((self.page_query_param, None), (self.page_size_query_param, self.max_page_size)):
            self._check(name, request.query_params.get(name, "1"), most)
        return super().paginate_queryset(queryset, request, view)

    @staticmethod
    def _check(name: str, given: str, most: int | None) -> None:
        number = int(given) if given.isascii() and given.isdigit() and len(given) < 100 else 0
        if number < 1 or (most and number > most):
            limits = f"from 1 to {most}" if most else "from 1"
            raise exceptions.ValidationError({name: [f"Give a whole number {limits}."]})

    def get_schema_operation_parameters(self, view) -> list[dict]:
        parameters = super().get_schema_operation_parameters(view)
        for parameter in parameters:
            parameter["schema"]["minimum"] = 1
            if parameter["name"] == self.page_size_query_param:
                parameter["schema"]["maximum"] = self.max_page_size
        return parameters


class Api:
    """Mixed into every view of the API, before DRF's own class. ``errors`` names further statuses by method."""

    schema = Schema()
    renderer_classes = [JSONRenderer]
    parser_classes = [JSONParser]
    http_method_names = ["get", "head", "post", "delete"]
    pagination_class = Pages
    filter_backends = [DjangoFilterBackend]
    filterset_class = None
    errors: dict[str, tuple[int, ...]] = {}

    def initial(self, request: Request, *args, **kwargs) -> None:
        """After sign-in and before anything else: parameters that this view does not take, or without a value."""
        super().initial(request, *args, **kwargs)
        if request.method not in self.allowed_methods:
            return  # 405 comes next
        known = self._parameters(request.method)
        for name, value in request.query_params.items():
            if name not in known:
                told = f"Those taken here: {', '.join(known)}." if known else "None is taken here."
                raise Refused(400, "unknown_filter", f"There is no parameter “{name}”. {told}", {name: [told]})
            if not value:
                raise exceptions.ValidationError({name: ["Give a value, or leave the parameter out."]})

    def get_serializer_context(self) -> dict:
        return {**super().get_serializer_context(), "user": self.request.user}

    def _parameters(self, method: str) -> list[str]:
        if method not in ("GET", "HEAD") or not isinstance(self, ListModelMixin):
            return []
        filters = list(self.filterset_class.base_filters) if self.filterset_class else []
        return [*filters, Pages.page_query_param, Pages.page_size_query_param]
