"""Documents of missions over the API: everyone signed in may read them, planners may add, change and archive them."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.generics import GenericAPIView, ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from config.api_views import Api, Refused
from missions import documents
from missions.filters import DocumentFilter
from missions.models import DocumentChange, Mission, MissionDocument
from missions.permissions import may_plan


class DocumentChangeSerializer(serializers.ModelSerializer):
    by = serializers.SlugRelatedField(slug_field="username", read_only=True)

    class Meta:
        model = DocumentChange
        fields = ["action", "version", "detail", "by", "at"]


class DocumentSerializer(serializers.ModelSerializer):
    """A document to read beside a mandate, as planners keep it. What is not known is empty or null."""

    mission = serializers.SlugRelatedField(slug_field="acronym", read_only=True)
    added_by = serializers.SlugRelatedField(slug_field="username", read_only=True)
    api_url = serializers.SerializerMethodField()

    class Meta:
        model = MissionDocument
        fields = ["id", "mission", *documents.FIELDS, "added_by", "added_at", "version", "archived_at", "api_url"]

    def get_api_url(self, document: MissionDocument) -> str:
        return reverse("api_document", args=[document.mission.acronym, document.pk])


class DocumentDetailSerializer(DocumentSerializer):
    changes = DocumentChangeSerializer(many=True)

    class Meta(DocumentSerializer.Meta):
        fields = [*DocumentSerializer.Meta.fields, "changes"]


class DocumentInput(serializers.ModelSerializer):
    class Meta:
        model = MissionDocument
        fields = documents.FIELDS


class DocumentChangeInput(DocumentInput):
    """Fields to change; those left out stay. ``version`` is the one that you saw."""

    version = serializers.IntegerField(min_value=1, max_value=1_000_000)

    class Meta(DocumentInput.Meta):
        fields = [*documents.FIELDS, "version"]

    def get_fields(self) -> dict[str, serializers.Field]:
        fields = super().get_fields()
        for name in documents.FIELDS:
            fields[name].required = False
        return fields


class DocumentVersionInput(serializers.Serializer):
    version = serializers.IntegerField(min_value=1, max_value=1_000_000)


class OfMission:
    """Answers what the service refuses, and asks who may plan before a body is looked at."""

    def initial(self, request: Request, *args, **kwargs) -> None:
        super().initial(request, *args, **kwargs)
        if request.method == "POST" and not may_plan(request.user):
            raise PermissionDenied(f"Only planners and administrators may change {documents.WHAT}.")

    def handle_exception(self, error: Exception) -> Response:
        return super().handle_exception(_refusal(error))

    def document(self) -> MissionDocument:
        return get_object_or_404(MissionDocument, mission__acronym=self.kwargs["acronym"], pk=self.kwargs["document"])

    def given(self, shape: type[serializers.Serializer]) -> dict[str, Any]:
        read = shape(data=self.request.data)
        read.is_valid(raise_exception=True)
        return dict(read.validated_data)

    def answer(self, document: MissionDocument, status: int = 200) -> Response:
        shown = MissionDocument.objects.select_related("mission", "added_by").prefetch_related("changes__by")
        response = Response(DocumentDetailSerializer(shown.get(pk=document.pk)).data, status=status)
        if status == 201:
            response["Location"] = response.data["api_url"]
        return response


def _refusal(error: Exception) -> Exception:
    match error:
        case documents.Conflict():
            fields = {"version": [f"Now: {error.now.version}"]} | {
                name: [f"Now: {now or 'not known'}", f"Yours: {yours or 'not known'}"]
                for name, (now, yours) in error.differs.items()
            }
            return Refused(409, "conflict", str(error), fields)
        case documents.Archived():
            return Refused(409, "archived", str(error))
    return error


class DocumentList(OfMission, Api, ListAPIView):
    """A mission's documents, newest first; archived ones where they are asked for."""

    queryset = MissionDocument.objects.none()
    serializer_class = DocumentSerializer
    filterset_class = DocumentFilter

    def get_queryset(self) -> QuerySet:
        if getattr(self, "swagger_fake_view", False):
            return MissionDocument.objects.none()
        mission = get_object_or_404(Mission, acronym=self.kwargs["acronym"])
        return mission.documents.select_related("mission", "added_by")

    @extend_schema(request=DocumentInput, responses={201: DocumentDetailSerializer})
    def post(self, request: Request, acronym: str) -> Response:
        """Add a document. For planners."""
        mission = get_object_or_404(Mission, acronym=acronym)
        return self.answer(documents.add(mission, values=self.given(DocumentInput), by=request.user), status=201)


class DocumentDetail(OfMission, Api, GenericAPIView):
    serializer_class = DocumentDetailSerializer
    errors = {"POST": (409,)}

    @extend_schema(responses=DocumentDetailSerializer)
    def get(self, request: Request, acronym: str, document: int) -> Response:
        """One document with its history."""
        return self.answer(self.document())

    @extend_schema(operation_id="documents_change", request=DocumentChangeInput, responses=DocumentDetailSerializer)
    def post(self, request: Request, acronym: str, document: int) -> Response:
        """Change some of its fields, with the version that you saw. For planners."""
        held, values = self.document(), self.given(DocumentChangeInput)
        return self.answer(documents.change(held, version=values.pop("version"), values=values, by=request.user))


class DocumentArchive(OfMission, Api, GenericAPIView):
    serializer_class = DocumentDetailSerializer
    errors = {"POST": (409,)}

    @extend_schema(
        request=DocumentVersionInput,
        responses={200: OpenApiResponse(DocumentDetailSerializer, "Archived; its history stays.")},
    )
    def post(self, request: Request, acronym: str, document: int) -> Response:
        """Archive a document, with the version that you saw. For planners."""
        held, version = self.document(), self.given(DocumentVersionInput)["version"]
        return self.answer(documents.archive(held, version=version, by=request.user))
