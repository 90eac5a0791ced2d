"""Every error of the API has one shape: ``{"error": {"code", "message", "fields"?}}``, and no word of a draft in it.

``code`` is for programs and stays; ``message`` is for people; ``fields`` names what cannot be used and why.
"""

import logging
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.core.signals import got_request_exception
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import exception_handler, set_rollback

from config.api_views import Refused
from mandates import services
from mandates.analysis.read import Unreadable

logger = logging.getLogger(__name__)

FAULT = "The request met a fault in the program. It was recorded; tell the administrator if it happens again."


def body(code: str, message: str, fields: dict | None = None) -> dict:
    """The body of an error; for middleware that refuses a request before it reaches a view."""
    error = {"code": code, "message": message}
    return {"error": error | {"fields": fields} if fields else error}


def handle(error: Exception, context: dict) -> Response:
    """The response for whatever a view raised. A fault in the program is logged by its class and place alone."""
    error = _refusal(error)
    response = exception_handler(error, context)
    if response is None:
        return _fault(error, context)
    if isinstance(error, (exceptions.NotAuthenticated, exceptions.AuthenticationFailed)):
        response.status_code = status.HTTP_401_UNAUTHORIZED
        response["WWW-Authenticate"] = "Token"
    response.data = _described(error, response)
    return response


def _refusal(error: Exception) -> Exception:
    """What services, the reader and Django raise, as what the API answers; anything else unchanged."""
    match error:
        case Unreadable():
            code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE if error.code == "too_large" else 422
            return Refused(code, error.code, str(error))
        case services.SubmissionDeleted():
            return Refused(status.HTTP_409_CONFLICT, "submission_deleted", str(error))
        case services.KeyReused():
            return Refused(status.HTTP_409_CONFLICT, "key_reused", str(error))
        case services.ReasonMissing():
            return Refused(status.HTTP_400_BAD_REQUEST, "reason_missing", str(error), {"reason": [str(error)]})
        case services.CommentEmpty():
            return Refused(status.HTTP_400_BAD_REQUEST, "invalid", str(error), {"text": [str(error)]})
        case services.UnknownFinding():
            return Refused(status.HTTP_404_NOT_FOUND, "not_found", str(error))
        case RequestDataTooBig():
            return Refused(status.HTTP_413_REQUEST_ENTITY_TOO_LARGE, "too_large", "The request is too large.")
        case SuspiciousOperation():
            return Refused(status.HTTP_400_BAD_REQUEST, "bad_request", "The request is malformed.")
    return error


def _described(error: Exception, response: Response) -> dict:
    if isinstance(error, Refused):
        return body(error.get_codes(), str(error.detail), error.fields)
    if isinstance(error, exceptions.ValidationError):
        if isinstance(error.detail, dict):
            return body("invalid", f"These values cannot be used: {', '.join(error.detail)}.", error.detail)
        return body("invalid", " ".join(map(str, error.detail)))
    if isinstance(error, exceptions.APIException):
        return body(error.get_codes(), str(error.detail))
    # Django's Http404 and PermissionDenied, which DRF answers by itself.
    code = "not_found" if response.status_code == status.HTTP_404_NOT_FOUND else "permission_denied"
    return body(code, str(response.data["detail"]))


def _fault(error: Exception, context: dict) -> Response:
    """500, told to Django's signal as any fault. An exception's words may quote a draft, so they are not logged."""
    set_rollback()
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown"
    view = type(context["view"]).__name__
    logger.error("Fault in %s: %s at %s", view, type(error).__name__, place)
    got_request_exception.send(sender=type(context["view"]), request=context["request"])
    return Response(body("internal_error", FAULT), status=HTTPStatus.INTERNAL_SERVER_ERROR)
