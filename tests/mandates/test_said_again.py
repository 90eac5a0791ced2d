"""What the engine says in English and a page says anew, for readers of another language, is the same in English."""

import pytest

from mandates import corrected, jobs, means, refusals, services, specimens
from mandates.analysis import read
from mandates.analysis.reporting import corrections
from mandates.analysis.values import Aspect, Correction
from mandates.serializers import review_data

SAID = [
    (Aspect.KIND, "non_un_authorization", "mandate"),
    (Aspect.MISSION, "UNMIKA", ""),
    (Aspect.PREDECESSOR, "S/RES/3050 (2031)", ""),
    (Aspect.LEVEL, 1, 0),
    (Aspect.ROLE, "subject", "none"),
    (Aspect.CRIME_TYPES, ["drug_trafficking", "piracy"], []),
    (Aspect.ADDRESSEES, ["mission", "host_state"], ["other"]),
]


@pytest.mark.django_db
@pytest.mark.parametrize("file", sorted(specimens.FOLDER.glob("specimen-*.txt")), ids=lambda file: file.stem)
def test_the_means_of_a_mandate_are_said_in_the_engines_words(file, django_user_model):
    owner = django_user_model.objects.create_user("mara")
    version = services.submit(owner=owner, data=file.read_bytes(), queue=False)
    jobs.review_mandate(version.latest_job.pk)
    review = review_data(version, owner)["review"]
    assert means.sentences(review) == review["means"]


@pytest.mark.parametrize(("aspect", "value", "before"), SAID, ids=[str(aspect) for aspect, _, _ in SAID])
def test_a_correction_is_said_in_the_engines_words(aspect, value, before):
    row = {"aspect": aspect.value, "value": value, "read": before}
    kept = tuple(value) if isinstance(value, list) else value
    assert corrected.correction(row) == corrections.sentence(Correction(aspect, kept), before)


def test_a_refusal_that_names_something_is_known_by_its_sentence():
    french = " ".join(
        ["Le Conseil de sécurité décide que le mandat de la mission est prorogé pour une période de douze mois"] * 4
    )
    with pytest.raises(read.Unreadable) as refused:
        read.read(french.encode())
    sentence = str(refused.value)
    assert "French" in sentence
    assert any(pattern.fullmatch(sentence) for pattern in refusals.PATTERNS)
    assert refusals.refusal(sentence) == sentence
