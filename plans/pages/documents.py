"""A plan as a document to be saved, made at once."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from language.said import in_english
from plans.exports import DOCUMENTS, Document
from plans.models import Plan
from plans.pages.seen import plan_of
from plans.serializers import plan_data


@login_required
def document(request: HttpRequest, pk: int, address: str) -> HttpResponse:
    return file(DOCUMENTS[address], plan_of(request, pk), request.user)


def file(document: Document, plan: Plan, user) -> HttpResponse:
    """The document of a plan that ``user`` may see, in English, under a name that tells nothing of a draft."""
    with in_english():
        data = plan_data(plan, user, document=True)
        written = document.write(data)
    headers = {
        "Content-Disposition": f'attachment; filename="{document.filename(data)}"',  # in English: a header
        "Cache-Control": "private, no-store",  # in English: the same
    }
    return HttpResponse(written, content_type=document.media, headers=headers)
