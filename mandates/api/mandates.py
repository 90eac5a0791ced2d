"""Mandates over the API. A draft exists only for those who may see it: for everyone else each path answers 404."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import exceptions
from rest_framework.generics import GenericAPIView, ListAPIView, RetrieveAPIView
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from config.api_views import Api, Refused
from mandates import filters, services
from mandates.api.lists import decided, found
from mandates.models import Decision, Finding, Job, Mandate, TextVersion
from mandates.serializers import ReviewPageSerializer, review_data
from mandates.serializers.inputs import (
    DecisionInput,
    FileSubmission,
    NextFile,
    NextText,
    TextSubmission,
    arguments,
    digest,
)
from mandates.serializers.lists import (
    DecisionRow,
    FindingRow,
    MandateRow,
    ReaderSerializer,
    ReviewUnderWay,
    VersionRow,
    under_way,
)

KEY = "Idempotency-Key"
KEY_LENGTH = 100
KEY_PARAMETER = OpenApiParameter(
    KEY,
    location=OpenApiParameter.HEADER,
    description="A value of your own, at most 100 characters: the same key never makes a second one.",
    extensions={"x-example": "nambira-2031-zero-draft"},
)
ACCEPTED = {202: OpenApiResponse(ReviewUnderWay, "Taken in; `Location` is the address of its review.")}
SUBMISSION_ERRORS = (409, 413, 422)


class OfMandate(Api):
    """Views below ``/mandates/{id}/``."""

    def mandate(self) -> Mandate:
        """The mandate of the path, for whoever may see it; 404 for everyone else. The first thing that a view asks."""
        visible = Mandate.objects.visible_to(self.request.user)
        return get_object_or_404(visible.select_related("mission", "owner"), pk=self.kwargs["id"])

    def own_mandate(self) -> Mandate:
        """The same, for its owner; 403 for those named on it."""
        mandate = self.mandate()
        if mandate.owner_id != self.request.user.pk:
            raise PermissionDenied("Only the owner of the mandate may do that.")
        return mandate

    def newest(self) -> TextVersion:
        return get_object_or_404(self.texts().order_by("-number")[:1])

    def texts(self) -> QuerySet[TextVersion]:
        """The versions of the mandate, without their bytes, and whether each has a review."""
        return self.mandate().versions.select_related("review").defer("source", "review__data")


class Submitting:
    """Takes a text in, as JSON or as a file in a form."""

    parser_classes = [JSONParser, MultiPartParser]

    def submit(self, request: Request, text: type, file: type, **said) -> Response:
        """202 with the address of the review; ``text`` and ``file`` are the serializers for the two media types."""
        form = request.content_type.startswith("multipart/")
        serializer = (file if form else text)(data=request.data)
        serializer.is_valid(raise_exception=True)
        told = arguments(serializer.validated_data) | said
        key = request.headers.get(KEY)
        if key is None:
            version = services.submit(owner=request.user, **told)
        elif not key or len(key) > KEY_LENGTH:
            raise exceptions.ValidationError({KEY: [f"Give from 1 to {KEY_LENGTH} characters."]})
        else:
            version, _ = services.submit_once(request.user, key, digest(told), owner=request.user, **told)
        answer = under_way(version)
        return Response(answer, status=202, headers={"Location": answer["review_url"]})


class MandateList(Submitting, Api, ListAPIView):
    """The mandates that you may see, newest first: all adopted texts, your drafts, and drafts that name you."""

    queryset = Mandate.objects.all()
    serializer_class = MandateRow
    filterset_class = filters.MandateFilter
    errors = {"POST": SUBMISSION_ERRORS}

    def get_queryset(self) -> QuerySet:
        return rows(Mandate.objects.visible_to(self.request.user))

    @extend_schema(
        parameters=[KEY_PARAMETER],
        request={"application/json": TextSubmission, "multipart/form-data": FileSubmission},
        responses=ACCEPTED,
    )
    def post(self, request: Request) -> Response:
        """Submit a text as a new mandate. It is saved at once and reviewed in the background."""
        return self.submit(request, TextSubmission, FileSubmission)


def rows(mandates: QuerySet) -> QuerySet:
    """With everything that a MandateRow shows, in six queries however many rows."""
    shown = mandates.with_latest().select_related("mission", "owner", "adoption")
    return shown.prefetch_related("newest_versions__submitted_by", "readers")


class MandateDetail(OfMandate, RetrieveAPIView):
    """One mandate with its newest version."""

    serializer_class = MandateRow
    errors = {"DELETE": (403,)}

    def get_object(self) -> Mandate:
        return get_object_or_404(rows(Mandate.objects.visible_to(self.request.user)), pk=self.kwargs["id"])

    @extend_schema(responses={204: OpenApiResponse(description="Gone.")})
    def delete(self, request: Request, id: int) -> Response:
        """Delete the mandate for good: texts, reviews, findings and decisions. Only its owner may."""
        services.delete_for_good(self.own_mandate(), by=request.user)
        return Response(status=204)


class VersionList(Submitting, OfMandate, ListAPIView):
    """The versions of a mandate's text, newest first."""

    queryset = TextVersion.objects.all()
    serializer_class = VersionRow
    errors = {"POST": SUBMISSION_ERRORS}

    def get_queryset(self) -> QuerySet:
        shown = self.mandate().versions.select_related("submitted_by").prefetch_related("jobs")
        return shown.defer("source").order_by("-number")

    @extend_schema(
        parameters=[KEY_PARAMETER],
        request={"application/json": NextText, "multipart/form-data": NextFile},
        responses=ACCEPTED,
    )
    def post(self, request: Request, id: int) -> Response:
        """Submit the next version of a mandate. Only its owner may. The same bytes again make no further version."""
        return self.submit(request, NextText, NextFile, mandate=self.own_mandate())


class ReviewOfVersion(OfMandate, GenericAPIView):
    """The review of one version of a mandate."""

    serializer_class = ReviewPageSerializer
    errors = {"GET": (409,)}

    def versions(self) -> QuerySet:
        """The versions of the path's mandate with their reviews, for whoever may see it; else none. No query."""
        visible = Mandate.objects.visible_to(self.request.user).filter(pk=self.kwargs["id"])
        texts = TextVersion.objects.filter(mandate__in=visible)
        return texts.select_related("review").defer("source", "review__data")

    def version(self) -> TextVersion:
        return get_object_or_404(self.texts(), number=self.kwargs["number"])

    @extend_schema(
        responses={200: ReviewPageSerializer, 202: OpenApiResponse(ReviewUnderWay, "The review is under way.")}
    )
    def get(self, request: Request, **place) -> Response:
        """The whole review; 202 while it is under way, 409 with a sentence where it failed or was cancelled."""
        version = self.version()
        if hasattr(version, "review"):
            return Response(review_data(version, request.user))
        unless_failed(version)
        return Response(under_way(version), status=202, headers={"Retry-After": "1"})


def unless_failed(version: TextVersion) -> None:
    """Nothing while the review of this text is under way; 409 with a sentence where it failed or was cancelled."""
    job = version.latest_job
    if job and job.state == Job.State.CANCELLED:
        raise Refused(409, "review_cancelled", "The review was cancelled. Start it again.")
    if job is None or job.state in (Job.State.FAILED, Job.State.DONE):
        raise Refused(409, "review_failed", job.error if job else "This text has not been reviewed.")


class ReviewOfMandate(ReviewOfVersion):
    """The review of a mandate's newest version."""

    def version(self) -> TextVersion:
        return get_object_or_404(self.versions().order_by("-number")[:1])

    @extend_schema(request=None, responses=ACCEPTED)
    def post(self, request: Request, id: int) -> Response:
        """Start the review again where it failed or was cancelled, or where a newer ruleset has not reviewed the text."""
        version = self.version()
        services.start_review(version)
        answer = under_way(version)
        return Response(answer, status=202, headers={"Location": answer["review_url"]})


class CancelReview(OfMandate, GenericAPIView):
    """Stop a review that waits or is being made. The text stays, and so does a review that it already has."""

    serializer_class = ReviewUnderWay
    errors = {"POST": (409,)}

    @extend_schema(request=None, responses={200: ReviewUnderWay})
    def post(self, request: Request, id: int) -> Response:
        """Cancel the review of the newest version; 409 where none is under way."""
        version = self.newest()
        job = version.latest_job
        if job is None or not services.cancel_review(job, request.user):
            raise Refused(409, "nothing_to_cancel", "No review of this text is under way.")
        job.refresh_from_db()
        return Response(under_way(version))


class FindingsOfMandate(OfMandate, ListAPIView):
    """The findings in a mandate's newest version, in the order of the rules' codes."""

    queryset = Finding.objects.all()
    serializer_class = FindingRow

    def get_queryset(self) -> QuerySet:
        return found().filter(review__version=self.newest()).order_by("order")


class DecisionsOfFinding(OfMandate, ListAPIView):
    """What people decided on a finding, newest first; the newest counts, in every version of the text."""

    queryset = Decision.objects.all()
    serializer_class = DecisionRow

    def known(self, mandate: Mandate, fingerprint: str) -> bool:
        return Finding.objects.filter(review__version__mandate=mandate, fingerprint=fingerprint).exists()

    def get_queryset(self) -> QuerySet:
        made = decided().filter(mandate=self.mandate(), fingerprint=self.kwargs["fingerprint"])
        return made.exclude(fingerprint__in=services.hidden_changes(self.request.user))

    @extend_schema(request=DecisionInput, responses={201: DecisionRow})
    def post(self, request: Request, id: int, fingerprint: str) -> Response:
        """Accept, dismiss or defer a finding. Everyone who may see the mandate may."""
        mandate = self.mandate()
        if not self.known(mandate, fingerprint):
            raise exceptions.NotFound
        serializer = DecisionInput(data=request.data)
        serializer.is_valid(raise_exception=True)
        decision = services.decide(
            mandate=mandate, finding_fingerprint=fingerprint, by=request.user, **serializer.validated_data
        )
        return Response(DecisionRow(decision).data, status=201)


class ReaderList(OfMandate, ListAPIView):
    """The people named on a mandate, for its owner."""

    queryset = get_user_model().objects.all()
    serializer_class = ReaderSerializer
    errors = {"GET": (403,)}

    def get_queryset(self) -> QuerySet:
        return self.own_mandate().readers.order_by("username")

    @extend_schema(request=ReaderSerializer, responses={201: ReaderSerializer})
    def post(self, request: Request, id: int) -> Response:
        """Name a person on the mandate, who then sees it and can decide on its findings."""
        mandate = self.own_mandate()
        serializer = ReaderSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        person = get_user_model().objects.filter(is_active=True, **serializer.validated_data).first()
        if person is None:
            raise exceptions.ValidationError({"username": ["Nobody has this name."]})
        services.share(mandate, person, by=request.user)
        return Response(ReaderSerializer(person).data, status=201)


class ReaderDetail(OfMandate, GenericAPIView):
    serializer_class = ReaderSerializer

    @extend_schema(responses={204: OpenApiResponse(description="No longer named.")})
    def delete(self, request: Request, id: int, username: str) -> Response:
        """Take a person off the mandate."""
        mandate = self.own_mandate()
        services.unshare(mandate, get_object_or_404(mandate.readers, username=username), by=request.user)
        return Response(status=204)
