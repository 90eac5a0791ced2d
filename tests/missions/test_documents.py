"""Documents beside a mandate: planners keep them, everybody reads them, and every change says who, when, from and to."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from missions import documents
from missions.models import MissionDocument
from tests.missions.test_views import said

VALUES = {
    "kind": "strategic_review",
    "title": "Review of the mission in Karesia",
    "symbol": "S/2031/245",
    "url": "https://example.org/review",
    "date": date(2031, 3, 1),
    "recommendations": "Paragraph 12: make customs the second task.",
}
ADDRESS = "/missions/UNMIKA/documents/"


@pytest.fixture
def document(unmika, planner):
    return documents.add(unmika, values=VALUES, by=planner)


def test_who_added_a_document_and_with_which_words_is_recorded(document, planner):
    change = document.changes.get()
    assert (document.added_by, change.by, change.action, change.version) == (planner, planner, "created", 1)
    assert change.detail["date"] == {"from": None, "to": "2031-03-01"}


def test_a_change_counts_a_version_and_says_from_what_to_what(document, planner):
    changed = documents.change(document, version=1, values={"title": "Strategic review", "date": None}, by=planner)
    assert changed.version == 2
    assert document.changes.first().detail == {
        "title": {"from": "Review of the mission in Karesia", "to": "Strategic review"},
        "date": {"from": "2031-03-01", "to": None},
    }
    assert documents.change(document, version=2, values={"title": "Strategic review"}, by=planner).version == 2
    assert document.changes.count() == 2


def test_who_saw_an_older_version_saves_nothing_and_is_told_both_states(document, planner):
    documents.change(document, version=1, values={"title": "Theirs"}, by=planner)
    with pytest.raises(documents.Conflict) as raised:
        documents.change(document, version=1, values={"title": "Mine"}, by=planner)
    assert raised.value.differs == {"title": ("Theirs", "Mine")}
    assert MissionDocument.objects.get().title == "Theirs"


def test_an_archived_document_is_kept_and_not_changed_any_more(document, planner):
    documents.archive(document, version=1, by=planner)
    assert not MissionDocument.objects.current().exists() and document.changes.count() == 2
    with pytest.raises(documents.Archived):
        documents.change(document, version=2, values={"title": "Late"}, by=planner)


def test_only_planners_and_administrators_write(document, unmika, stranger, administrator):
    for act in (
        lambda by: documents.add(unmika, values=VALUES, by=by),
        lambda by: documents.change(document, version=1, values={"title": "Mine"}, by=by),
        lambda by: documents.archive(document, version=1, by=by),
    ):
        with pytest.raises(PermissionDenied):
            act(stranger)
    assert (MissionDocument.objects.count(), MissionDocument.objects.get().version) == (1, 1)
    documents.add(unmika, values=VALUES, by=administrator)
    assert MissionDocument.objects.count() == 2


def test_a_planner_adds_a_document_on_the_page_and_everybody_reads_it(client, planner, stranger, unmika):
    client.force_login(planner)
    sent = {**VALUES, "date": "2031-03-01"}
    assert client.post(f"{ADDRESS}new/", sent).url == "/missions/UNMIKA/"
    client.force_login(stranger)
    for address in ("/missions/UNMIKA/", ADDRESS, MissionDocument.objects.get().get_absolute_url()):
        page = said(client.get(address))
        assert "Review of the mission in Karesia" in page and "make customs the second task" in page
        assert "Add a document" not in page and "Change it" not in page
    assert [client.get(f"{ADDRESS}{end}").status_code for end in ("new/", "1/edit/")] == [403, 403]


def test_what_is_wrong_on_the_form_is_said_and_saved_is_nothing(client, planner, unmika):
    client.force_login(planner)
    answer = client.post(f"{ADDRESS}new/", {"kind": "gossip", "title": "", "url": "not an address"})
    page = said(answer)
    assert answer.status_code == 400 and not MissionDocument.objects.exists()
    assert "Give the title." in page and "Give a whole address, with https:// or http://." in page


def test_a_conflict_on_the_page_shows_both_and_keeps_what_was_written(client, planner, document):
    documents.change(document, version=1, values={"title": "Theirs"}, by=planner)
    client.force_login(planner)
    edit = f"{document.get_absolute_url()}edit/"
    sent = {**VALUES, "date": "2031-03-01", "title": "Mine", "version": "1"}
    answer = client.post(edit, sent)
    page = said(answer)
    assert answer.status_code == 409
    assert "<td>Title</td><td>Theirs</td><td>Mine</td>" in page and 'name="version" value="2"' in page
    assert client.post(edit, {**sent, "version": "2"}).status_code == 302
    assert MissionDocument.objects.get().title == "Mine"


def test_archiving_on_the_page_takes_it_off_the_mission_and_keeps_its_history(client, planner, document):
    client.force_login(planner)
    client.post(f"{document.get_absolute_url()}archive/", {"version": "1"})
    assert "Review of the mission" not in said(client.get("/missions/UNMIKA/"))
    assert "Archived on" in said(client.get(document.get_absolute_url()))
    assert "archived" in said(client.get(ADDRESS))


def test_a_document_is_found_under_its_own_mission_alone(client, planner, document, unmika):
    client.force_login(planner)
    assert client.get(f"/missions/UNOTHER/documents/{document.pk}/").status_code == 404
    assert client.get("/missions/UNOTHER/documents/").status_code == 404
