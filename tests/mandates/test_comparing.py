"""A comparison that is kept, and what people decide and remark on its changes."""

import pytest
from django.core.exceptions import PermissionDenied

from mandates import jobs, services
from mandates.analysis import values
from mandates.models import Comment, Comparison, Decision, Event, Finding, TextVersion
from tests.mandates import drafts

pytestmark = pytest.mark.django_db

GONE = "(ii) To support the police of Nambira against organized criminal networks and the smuggling of gold;\n\n"


def submitted(owner, text: str, **told) -> TextVersion:
    version = services.submit(owner=owner, data=text.encode(), **told)
    jobs.review_mandate(version.jobs.get().pk)
    return version


@pytest.fixture
def versions(owner) -> tuple[TextVersion, TextVersion]:
    """A draft that lost its task on crime in its second version."""
    assert GONE in drafts.NAMBIRA
    first = submitted(owner, drafts.NAMBIRA)
    return first, submitted(owner, drafts.NAMBIRA.replace(GONE, ""), mandate=first.mandate)


@pytest.fixture
def dropped(versions) -> str:
    """The fingerprint of the task that went."""
    row = services.compared(*versions)
    (name,) = [c["fingerprint"] for c in row.data["tasks"] if c["change"] == "dropped"]
    return name


# --- what is kept -----------------------------------------------------------------------------------------------


def test_a_comparison_is_made_once_and_kept(versions, django_assert_num_queries):
    row = services.compared(*versions)
    assert row.data["answer"].startswith("Organized-crime language is lost in 1 paragraph")
    with django_assert_num_queries(1):
        assert services.compared(*versions) == row


def test_another_ruleset_makes_it_anew_in_its_place(versions):
    row = services.compared(*versions)
    Comparison.objects.filter(pk=row.pk).update(ruleset="2020.01+0", data={}, fingerprints=[])
    again = services.compared(*versions)
    assert (again.pk, again.data, again.fingerprints) == (row.pk, row.data, row.fingerprints)


@pytest.mark.parametrize("which", ["older", "newer"])
def test_it_goes_with_either_mandate(owner, which):
    held = {
        "older": submitted(owner, drafts.HELD, draft=False, symbol="S/RES/3101 (2030)"),
        "newer": submitted(owner, drafts.NAMBIRA),
    }
    services.compared(held["older"], held["newer"])
    services.delete_for_good(held[which].mandate, owner)
    assert not Comparison.objects.exists()


def test_a_correction_of_either_text_has_it_made_anew_and_refuses_no_decision_meanwhile(versions, dropped, owner):
    row = services.compared(*versions)
    kept = versions[1].paragraphs.get(label="2 (c) (i)")
    services.correct(version=versions[1], said={values.Aspect.LEVEL: 0}, paragraph=kept.index, by=owner)
    services.decide(mandate=versions[1].mandate, finding_fingerprint=dropped, verdict="accept", reason="", by=owner)
    again = services.compared(*versions)
    labels = [
        [c["newer"]["label"] for c in made.data["tasks"] if c["newer"] and c["newer"]["task"]] for made in (row, again)
    ]
    assert again.pk == row.pk
    assert "2 (c) (i)" in labels[0] and "2 (c) (i)" not in labels[1]


# --- decisions --------------------------------------------------------------------------------------------------


def test_a_change_is_decided_like_a_finding(versions, dropped, owner, colleague):
    mandate = versions[1].mandate
    services.share(mandate, colleague, by=owner)
    said = {"mandate": mandate, "finding_fingerprint": dropped}
    services.decide(**said, verdict="defer", reason="Asked the penholder", by=owner)
    decision = services.decide(**said, verdict="accept", reason="", by=colleague)
    assert (decision.code, mandate.decisions.first()) == (Decision.CHANGE, decision)
    event = Event.objects.filter(action="decided").first()
    assert (event.detail, event.by) == ({"code": "change", "from": "defer", "to": "accept"}, colleague)


def test_to_object_takes_a_reason_in_words_of_its_own(versions, dropped, owner):
    with pytest.raises(services.ReasonMissing, match="object to a change"):
        services.decide(
            mandate=versions[1].mandate, finding_fingerprint=dropped, verdict="dismiss", reason=" ", by=owner
        )
    assert not Decision.objects.exists()


def test_findings_and_changes_are_told_apart(versions, dropped, owner):
    mandate = versions[1].mandate
    finding = Finding.objects.filter(review__version=versions[1]).first()
    assert services.is_change(mandate, dropped) and not services.is_change(mandate, finding.fingerprint)
    decision = services.decide(
        mandate=mandate, finding_fingerprint=finding.fingerprint, verdict="accept", reason="", by=owner
    )
    assert decision.code == finding.code


def test_a_change_of_another_mandate_is_unknown(versions, dropped, owner):
    other = submitted(owner, drafts.SECOND).mandate
    with pytest.raises(services.UnknownFinding):
        services.decide(mandate=other, finding_fingerprint=dropped, verdict="accept", reason="", by=owner)


def test_a_decision_stays_with_its_change_in_the_next_version(versions, dropped, owner):
    third = drafts.NAMBIRA.replace(GONE, "").replace("3. Calls upon", "3. Welcomes the ferry;\n\n4. Calls upon")
    third = third.replace("4. Requests", "5. Requests").replace("5. Decides to remain", "6. Decides to remain")
    newest = submitted(owner, third, mandate=versions[0].mandate)
    assert dropped in services.compared(versions[0], newest).fingerprints


# --- comments ---------------------------------------------------------------------------------------------------


def test_everyone_who_sees_a_mandate_may_comment_on_a_change_and_on_a_finding(versions, dropped, owner, colleague):
    mandate = versions[1].mandate
    services.share(mandate, colleague, by=owner)
    finding = Finding.objects.filter(review__version=versions[1]).first()
    for fingerprint, by in ((dropped, colleague), (finding.fingerprint, owner)):
        services.comment(mandate=mandate, fingerprint=fingerprint, text=" Ask the Kestrel desk ", by=by)
    made = [(c.code, c.text, c.by) for c in Comment.objects.all()]
    assert made == [("change", "Ask the Kestrel desk", colleague), (finding.code, "Ask the Kestrel desk", owner)]
    details = [event.detail for event in Event.objects.filter(action="commented")]
    assert details == [{"code": finding.code}, {"code": "change"}]  # never its words


def test_a_stranger_comments_on_nothing(versions, dropped, stranger):
    with pytest.raises(PermissionDenied):
        services.comment(mandate=versions[1].mandate, fingerprint=dropped, text="Hello", by=stranger)


def test_a_comment_needs_words_and_something_that_it_is_on(versions, dropped, owner):
    mandate = versions[1].mandate
    with pytest.raises(services.CommentEmpty):
        services.comment(mandate=mandate, fingerprint=dropped, text=" \n", by=owner)
    with pytest.raises(services.UnknownFinding):
        services.comment(mandate=mandate, fingerprint="0" * 64, text="Where?", by=owner)
    assert not Comment.objects.exists()


def test_its_author_strikes_it_once_and_it_leaves_a_trace(versions, dropped, owner, colleague):
    mandate = versions[1].mandate
    services.share(mandate, colleague, by=owner)
    made = services.comment(mandate=mandate, fingerprint=dropped, text="Too soon", by=colleague)
    with pytest.raises(PermissionDenied):
        services.strike(made, owner)
    services.strike(made, colleague)
    services.strike(made, colleague)
    made.refresh_from_db()
    assert made.struck_at
    event = Event.objects.get(action="comment_struck")
    assert (event.by, event.detail) == (colleague, {"code": "change", "comment": made.pk})


def test_comments_go_with_the_mandate(versions, dropped, owner):
    services.comment(mandate=versions[1].mandate, fingerprint=dropped, text="Ask", by=owner)
    services.delete_for_good(versions[1].mandate, owner)
    assert not Comment.objects.exists() and not Comparison.objects.exists()
