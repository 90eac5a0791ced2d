"""How the API describes itself: every operation names the errors that it can answer with."""

from typing import Any

from drf_spectacular.openapi import AutoSchema
from rest_framework import serializers

ERRORS = {
    400: "A value or a parameter cannot be used; `fields` says which and why.",
    401: "No token or session, or one that is not known.",
    403: "You may see this but not do that; or a browser's session came without its CSRF token.",
    404: "It does not exist, or you may not see it.",
    406: "Only JSON is answered, and documents in their own media type.",
    409: "It stands against what is there; `code` says why.",
    413: "The draft is larger than 20 MB.",
    415: "The body is neither of the media types taken here.",
    422: "The draft cannot be read; `code` and `message` say why and what to do.",
    429: "Too many requests; `Retry-After` says how many seconds to wait.",
}


class ErrorDetail(serializers.Serializer):
    code = serializers.CharField()
    message = serializers.CharField()
    fields = serializers.DictField(required=False, help_text="By field or parameter: what cannot be used there.")


class Error(serializers.Serializer):
    error = ErrorDetail()


class Schema(AutoSchema):
    """Adds the errors of ``ERRORS`` to each operation: those of its kind, and those named by the view's ``errors``."""

    def get_operation(self, *args, **options) -> dict[str, Any] | None:
        operation = super().get_operation(*args, **options)
        if operation:
            schema = self.resolve_serializer(Error, "response").ref
            for code in sorted(self._errors(operation)):
                operation["responses"].setdefault(
                    str(code), {"description": ERRORS[code], "content": {"application/json": {"schema": schema}}}
                )
        return operation

    def _errors(self, operation: dict) -> set[int]:
        codes = {400, 401, 406, 429} | set(getattr(self.view, "errors", {}).get(self.method, ()))
        if "{" in self.path or self._is_list_view():
            codes.add(404)  # no such thing, or no such page of a list
        if "requestBody" in operation:
            codes.add(415)
        if self.method != "GET":
            codes.add(403)
        return codes
