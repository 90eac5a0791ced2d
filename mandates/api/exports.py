"""Documents of a mandate's newest review over the API: the file, or 202 while it is being made."""

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from config.api_views import Refused
from mandates import services
from mandates.api.mandates import OfMandate, unless_failed
from mandates.exports import DOCUMENTS, Document
from mandates.models import Export
from mandates.pages.exports import file
from mandates.serializers import ReviewPageSerializer


class DocumentUnderWay(serializers.Serializer):
    """How far a document is: ask the same address again until it answers 200."""

    state = serializers.CharField()
    step_text = serializers.CharField()
    percent = serializers.IntegerField(min_value=0, max_value=100)


class DocumentOfMandate(OfMandate, GenericAPIView):
    """A document of a mandate's newest review."""

    document: Document
    serializer_class = DocumentUnderWay
    errors = {"GET": (409,)}

    def get(self, request: Request, id: int) -> HttpResponse:
        version, address = self.newest(), self.document.address
        try:
            if not services.is_large(version, address):
                return file(self.document, version, services.make(version, address, request.user))
            row = services.start_export(version, address, request.user)
        except services.NotReviewed:
            unless_failed(version)
            job = version.latest_job
            return _under_way(job.state, job.get_step_display(), 0)
        if row.state == Export.State.FAILED:
            raise Refused(409, "export_failed", row.error)
        if row.state == Export.State.DONE:
            return file(self.document, version, bytes(row.data))
        return _under_way(row.state, row.get_step_display(), row.percent)

    def perform_content_negotiation(self, request: Request, force: bool = False) -> tuple[JSONRenderer, str]:
        """The file's own media type may be asked for; what is not the file is JSON all the same."""
        if self.document.media in request.headers.get("Accept", ""):
            return JSONRenderer(), JSONRenderer.media_type
        return super().perform_content_negotiation(request, force)


def _under_way(state: str, step: str, percent: int) -> Response:
    told = {"state": state, "step_text": step, "percent": percent}
    return Response(DocumentUnderWay(told).data, status=202, headers={"Retry-After": "1"})


def _view(document: Document) -> type[DocumentOfMandate]:
    """The view of one document, which the schema describes with its own media type."""
    view = type(f"{document.writer.title().replace('_', '')}OfMandate", (DocumentOfMandate,), {"document": document})
    content = ReviewPageSerializer if document.media == "application/json" else OpenApiTypes.BINARY
    described = extend_schema(
        operation_id=f"mandates_{document.writer}_retrieve",
        summary=f"{document.title} ({document.kind})",
        description=(
            f"{document.title} of the newest review, as a file ({document.kind}); 202 while the review or, of a long text, "
            "the document is being made; 409 with a sentence where it failed."
        ),
        responses={
            (200, document.media): content,
            (202, "application/json"): OpenApiResponse(DocumentUnderWay, "It is being made."),
        },
    )
    return extend_schema_view(get=described)(view)


VIEWS = {address: _view(document) for address, document in DOCUMENTS.items()}
