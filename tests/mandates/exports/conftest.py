"""A reviewed draft with an accepted and a dismissed finding, and what its documents are made of."""

import pytest

from mandates import jobs, services
from mandates.models import TextVersion
from mandates.serializers import review_data
from tests.mandates import drafts

MANY = drafts.NAMBIRA.replace(
    "the smuggling of gold;", "the smuggling of gold, as part of the fight against terrorism;"
)


@pytest.fixture
def version(owner) -> TextVersion:
    """A draft whose clause on organized crime stands beside terrorism: it has two findings, the first accepted."""
    made = services.submit(owner=owner, data=MANY.encode(), title="Lantern option", filename="harbour.txt")
    jobs.review_mandate(made.jobs.get().pk)
    first = made.review.findings.get(code="OC202")
    services.decide(
        mandate=made.mandate,
        finding_fingerprint=first.fingerprint,
        verdict="accept",
        reason="Agreed with DPO.",
        by=owner,
    )
    return made


@pytest.fixture
def data(version, owner) -> dict:
    return review_data(version, owner)


@pytest.fixture
def accepted(version) -> str:
    """The fingerprint of the accepted finding."""
    return version.mandate.decisions.get().fingerprint
