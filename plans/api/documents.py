"""A plan as a document over the API."""

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from plans.api.base import OfPlan
from plans.exports import DOCUMENTS, Document
from plans.pages.documents import file
from plans.serializers import PlanDocumentSerializer


class DocumentOfPlan(OfPlan):
    """A document of a plan: nothing of restricted partners, no comments and no history, whoever asks."""

    document: Document
    serializer_class = PlanDocumentSerializer

    def get(self, request: Request, plan: int) -> HttpResponse:
        return file(self.document, self.plan(), request.user)

    def perform_content_negotiation(self, request: Request, force: bool = False) -> tuple[JSONRenderer, str]:
        """The file's own media type may be asked for; what is not the file is JSON all the same."""
        if self.document.media in request.headers.get("Accept", ""):
            return JSONRenderer(), JSONRenderer.media_type
        return super().perform_content_negotiation(request, force)


def _view(document: Document) -> type[DocumentOfPlan]:
    """The view of one document, which the schema describes with its own media type."""
    view = type(f"{document.kind}OfPlan", (DocumentOfPlan,), {"document": document})
    described = extend_schema(
        operation_id=f"plans_{document.kind.lower()}_retrieve",
        summary=f"A plan ({document.kind})",
        description=(
            f"The plan as a file ({document.kind}): options side by side, assignments, conflicts, gaps, milestones. Restricted "
            "partners are in no document, whoever asks."
        ),
        responses={
            (200, document.media): PlanDocumentSerializer if document.kind == "JSON" else OpenApiTypes.BINARY,
        },
    )
    return extend_schema_view(get=described)(view)


VIEWS = {address: _view(document) for address, document in DOCUMENTS.items()}
