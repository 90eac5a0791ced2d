"""People correct the reading: the review follows at once, says whose word it is, and keeps it for the next version."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command

from mandates import jobs, services
from mandates.analysis import pipeline
from mandates.analysis.values import Aspect
from mandates.models import Correction, Event, Mandate, Review
from tests.mandates import drafts
from tests.mandates.test_views import said

pytestmark = pytest.mark.django_db
MARKETS = "To advise the authorities of Nambira on the early warning of attacks against markets and fords;"


@pytest.fixture
def version(owner):
    version = services.submit(owner=owner, data=drafts.NAMBIRA.encode(), title="River renewal")
    jobs.review_mandate(version.jobs.get().pk)
    return version


@pytest.fixture
def markets(version):
    return version.paragraphs.get(text=MARKETS)


def correct(version, by, said, paragraph=None, **more) -> Review:
    _, job = services.correct(version=version, said=said, paragraph=paragraph and paragraph.index, by=by, **more)
    jobs.review_mandate(job.pk)
    return Review.objects.get(version=version)


def test_a_paragraph_made_a_main_task_on_crime_changes_the_review_at_once(version, markets, owner):
    before = Review.objects.get(version=version)
    assert (before.flagged, before.position) == ("yes", "within_main_task")
    after = correct(version, owner, {Aspect.LEVEL: 1, Aspect.ROLE: "subject"}, markets, reason="It is about extortion.")
    assert (after.flagged, after.position, after.best_main_task_rank) == ("no", "main_task", 2)
    assert [c["read"] for c in after.data["corrections"]] == [2, "none"]
    [level, role] = Correction.objects.standing()
    assert (level.read, level.value, role.read, role.value) == (2, 1, "none", "subject")
    assert (role.by, role.reason, role.label) == (owner, "It is about extortion.", "2 (a) (ii)")


def test_it_holds_for_the_next_version_where_the_words_stand_elsewhere(version, markets, owner):
    correct(version, owner, {Aspect.ROLE: "subject"}, markets)
    later = services.submit(owner=owner, data=drafts.SECOND.encode(), mandate=version.mandate)
    jobs.review_mandate(later.jobs.get().pk)
    [kept] = Review.objects.get(version=later).data["corrections"]
    assert (kept["label"], kept["placed"], kept["value"]) == ("2 (b) (ii)", True, "subject")


def test_an_earlier_version_says_what_its_review_was_made_with_whatever_was_said_since(version, markets, owner, client):
    correct(version, owner, {Aspect.ROLE: "subject"}, markets)
    later = services.submit(owner=owner, data=drafts.SECOND.encode(), mandate=version.mandate)
    jobs.review_mandate(later.jobs.get().pk)
    services.withdraw(Correction.objects.get(), owner)
    jobs.review_mandate(later.jobs.get().pk)
    correct(later, owner, {Aspect.KIND: "sanctions"})
    client.force_login(owner)
    earlier = said(client.get(f"/mandates/{version.mandate_id}/versions/1/"))
    assert "Organized crime: what it is about; read as not in it." in earlier and "Kind of text: " not in earlier
    newest = said(client.get(version.mandate.get_absolute_url()))
    assert "Kind of text: " in newest and "what it is about; read as" not in newest


def test_where_the_words_are_gone_the_next_version_says_so(version, markets, owner, client):
    correct(version, owner, {Aspect.ROLE: "subject"}, markets)
    gone = drafts.NAMBIRA.replace(MARKETS, "To rebuild bridges;")
    later = services.submit(owner=owner, data=gone.encode(), mandate=version.mandate)
    jobs.review_mandate(later.jobs.get().pk)
    client.force_login(owner)
    assert "The passage is not in this version" in said(client.get(version.mandate.get_absolute_url()))


def test_withdrawn_it_counts_no_more_and_stays_on_record(version, markets, owner):
    correct(version, owner, {Aspect.ROLE: "subject"}, markets)
    job = services.withdraw(Correction.objects.get(), owner)
    jobs.review_mandate(job.pk)
    assert Review.objects.get(version=version).data["corrections"] == []
    assert version.mandate.corrections.standing() == []
    assert Correction.objects.count() == 2
    assert services.withdraw(Correction.objects.last(), owner) is None


def test_of_two_on_one_thing_the_newest_counts(version, markets, owner):
    correct(version, owner, {Aspect.ROLE: "subject"}, markets)
    after = correct(version, owner, {Aspect.ROLE: "clause"}, markets)
    assert [c["value"] for c in after.data["corrections"]] == ["clause"]


def test_what_is_corrected_while_the_review_runs_is_reviewed_after_it(version, markets, owner, monkeypatch):
    judge, said = pipeline.judge, [{Aspect.LEVEL: 1}]

    def corrected_meanwhile(*args):
        if said:
            services.correct(version=version, said=said.pop(), paragraph=markets.index, by=owner)
        return judge(*args)

    monkeypatch.setattr(pipeline, "judge", corrected_meanwhile)
    correct(version, owner, {Aspect.ROLE: "subject"}, markets)
    job = version.jobs.get()
    assert job.state == "pending"
    jobs.review_mandate(job.pk)
    assert [c["value"] for c in Review.objects.get(version=version).data["corrections"]] == ["subject", 1]
    job.refresh_from_db()
    assert job.state == "done"


def test_those_named_on_a_draft_correct_it_and_strangers_do_not(version, markets, owner, colleague, stranger):
    services.share(version.mandate, colleague, owner)
    correct(version, colleague, {Aspect.ROLE: "clause"}, markets)
    with pytest.raises(PermissionDenied):
        correct(version, stranger, {Aspect.ROLE: "subject"}, markets)
    assert [c.by for c in Correction.objects.all()] == [colleague]


def test_an_adopted_text_that_all_share_is_corrected_by_its_owner_and_staff_alone(owner, colleague, administrator):
    version = services.submit(owner=owner, data=drafts.HELD.encode(), draft=False)
    jobs.review_mandate(version.jobs.get().pk)
    with pytest.raises(PermissionDenied):
        correct(version, colleague, {Aspect.KIND: "thematic"})
    assert correct(version, administrator, {Aspect.KIND: "thematic"}).flagged == "not applicable"


@pytest.mark.parametrize(
    ("wrong", "of_paragraph", "sentence"),
    [
        ({Aspect.KIND: "poem"}, False, "no such kind of text"),
        ({Aspect.MISSION: " "}, False, "Give the mission's acronym"),
        ({Aspect.PREDECESSOR: "S/RES/9999 (2031)"}, False, "No adopted text with this symbol is held"),
        ({Aspect.PREDECESSOR: "\0"}, False, "No adopted text with this symbol is held"),
        ({Aspect.LEVEL: 9}, True, "A level is from 0"),
        ({Aspect.ROLE: "hero"}, True, "no such part in a task"),
        ({Aspect.CRIME_TYPES: ["poetry"]}, True, "no such crime type"),
        ({Aspect.ADDRESSEES: []}, True, "Say to whom"),
        ({Aspect.ROLE: "clause"}, False, "Say which paragraph"),
        ({Aspect.KIND: "thematic"}, True, "Say which paragraph"),
    ],
)
def test_what_cannot_be_read_so_is_refused_in_a_sentence_and_nothing_is_kept(
    version, markets, owner, wrong, of_paragraph, sentence
):
    with pytest.raises(services.CorrectionRefused, match=sentence):
        correct(
            version,
            owner,
            {Aspect.CRIME_TYPES: []} | wrong if of_paragraph else wrong,
            markets if of_paragraph else None,
        )
    assert not Correction.objects.exists()


def test_the_record_says_who_corrected_what_and_holds_no_words_of_the_draft(version, markets, owner):
    correct(version, owner, {Aspect.ROLE: "subject"}, markets, reason="A secret reason.")
    event = Event.objects.get(action="corrected")
    assert event.by == owner
    assert event.detail == {"aspect": "role", "label": "2 (a) (ii)", "from": "none", "to": "subject"}


def test_a_person_chooses_the_predecessor_or_says_that_there_is_none(owner):
    for number in (3101, 3111):
        text = drafts.HELD.replace("3101 (2030)", f"{number} (2030)")
        held = services.submit(owner=owner, data=text.encode(), draft=False, symbol=f"S/RES/{number} (2030)")
        jobs.review_mandate(held.jobs.get().pk)
    later = drafts.SECOND.replace("30 June 2031", "30 June 2032")
    version = services.submit(owner=owner, data=later.encode(), title="River renewal")
    jobs.review_mandate(version.jobs.get().pk)
    assert Review.objects.get(version=version).data["predecessor"]["symbol"] == "S/RES/3111 (2030)"
    after = correct(version, owner, {Aspect.PREDECESSOR: "resolution 3101 (2030)"})
    assert after.data["predecessor"]["symbol"] == "S/RES/3101 (2030)"
    assert Correction.objects.get().read == "S/RES/3111 (2030)"
    assert correct(version, owner, {Aspect.PREDECESSOR: ""}).data["predecessor"] is None


def test_what_was_corrected_in_an_adopted_text_holds_where_another_renews_its_tasks(owner):
    held = services.submit(owner=owner, data=drafts.HELD.encode(), draft=False, symbol="S/RES/3101 (2030)")
    jobs.review_mandate(held.jobs.get().pk)
    correct(held, owner, {Aspect.LEVEL: 1, Aspect.ROLE: "subject"}, held.paragraphs.get(text=MARKETS))
    renewal = services.submit(owner=owner, data=drafts.RENEWAL.encode(), title="Renewal")
    jobs.review_mandate(renewal.jobs.get().pk)
    assert Review.objects.get(version=renewal).flagged == "no"


def test_deleting_the_mandate_deletes_its_corrections(version, markets, owner):
    correct(version, owner, {Aspect.ROLE: "subject"}, markets)
    services.delete_for_good(Mandate.objects.get(), owner)
    assert not Correction.objects.exists()


def test_what_was_corrected_in_adopted_texts_is_exported_and_nothing_of_drafts(version, markets, owner, capsys):
    correct(version, owner, {Aspect.ROLE: "subject"}, markets)
    held = services.submit(owner=owner, data=drafts.HELD.encode(), draft=False, symbol="S/RES/3101 (2030)")
    jobs.review_mandate(held.jobs.get().pk)
    correct(held, owner, {Aspect.ROLE: "clause"}, held.paragraphs.get(text=MARKETS))
    call_command("export_corrections")
    assert capsys.readouterr().out.splitlines() == [
        "symbol,label,aspect,read,corrected",
        'S/RES/3101 (2030),2 (a) (ii),role,"""none""","""clause"""',
    ]


# --- API -------------------------------------------------------------------------------------------------------


def test_a_program_corrects_lists_and_withdraws(version, owner, client, stranger):
    client.force_login(owner)
    address = f"/api/v1/mandates/{version.mandate_id}/corrections/"
    said = {"aspect": "role", "value": "subject", "label": "2 (a) (ii)", "reason": "It is about extortion."}
    answer = client.post(address, said, content_type="application/json")
    assert (answer.status_code, answer.headers["Location"]) == (202, answer.json()["review_url"])
    jobs.review_mandate(version.jobs.get().pk)
    [row] = client.get(address).json()["results"]
    assert (row["label"], row["value"], row["read"], row["by"]) == ("2 (a) (ii)", "subject", "none", "owner")
    assert row["sentence"] == "Organized crime: what it is about; read as not in it."
    for wrong in ({"value": "hero"}, {"label": "99"}, {"label": ""}, {"aspect": "poem"}):
        assert client.post(address, said | wrong, content_type="application/json").status_code == 400
    assert client.delete(f"{address}{row['id']}/").status_code == 202
    assert client.get(address).json()["results"] == []
    client.force_login(stranger)
    assert client.get(address).status_code == 404


# --- pages ------------------------------------------------------------------------------------------------------


def seen(client, address) -> dict:
    """What the page sends back of the reading that it showed."""
    return {"seen": re.search('name="seen" value="(.+?)"', said(client.get(address)))[1]}


def test_the_form_shows_what_was_read_and_keeps_only_what_is_changed(version, markets, client, owner):
    client.force_login(owner)
    address = f"/mandates/{version.mandate_id}/correct/{markets.index}/"
    page = said(client.get(address))
    assert MARKETS in page
    assert '<option value="2" selected>' in page
    answer = client.post(address, {"level": "1", "role": "none", "reason": "", **seen(client, address)})
    assert answer.url == f"{version.mandate.get_absolute_url()}#{markets.anchor}"
    assert [(c.aspect, c.value) for c in Correction.objects.all()] == [("level", 1)]
    shown = said(client.get(version.mandate.get_absolute_url()))
    assert "Place among the tasks: main task; read as task within a main task." in shown
    assert "owner, " in shown


def test_while_a_worker_has_the_review_nothing_is_said_of_what_a_correction_changes(
    version, markets, client, owner, monkeypatch
):
    monkeypatch.setattr(jobs, "review_mandate", lambda pk: None)  # as it is where the job was taken a moment before
    client.force_login(owner)
    address = f"/mandates/{version.mandate_id}/correct/{markets.index}/"
    sent = {"level": "1", "role": "subject", "reason": "", **seen(client, address)}
    told = said(client.post(address, sent, follow=True))
    assert "It is not ready yet: load this page again." in told and "stay as they were" not in told


def test_a_form_that_changes_nothing_says_so(version, markets, client, owner):
    client.force_login(owner)
    address = f"/mandates/{version.mandate_id}/correct/{markets.index}/"
    answer = client.post(address, {"level": "2", "role": "none", **seen(client, address)})
    assert answer.status_code == 422
    assert "Nothing differs from what was read." in said(answer)


def test_of_two_people_at_once_the_later_form_does_not_undo_what_the_earlier_said(version, markets, client, owner):
    client.force_login(owner)
    address = f"/mandates/{version.mandate_id}/correct/{markets.index}/"
    page = seen(client, address)
    correct(version, owner, {Aspect.LEVEL: 1}, markets)
    answer = client.post(address, {"level": "2", "role": "subject", **page})
    assert answer.status_code == 409
    assert "The text was read anew since you opened this page, and nothing was kept." in said(answer)
    assert [(c.aspect, c.value) for c in Correction.objects.all()] == [("level", 1)]
    client.post(address, {"level": "1", "role": "subject", **seen(client, address)})
    assert [(c.aspect, c.value) for c in Correction.objects.standing()] == [("level", 1), ("role", "subject")]


def test_what_was_said_of_a_paragraph_is_not_kept_for_another_that_a_new_version_has_in_its_place(
    version, markets, client, owner
):
    client.force_login(owner)
    address = f"/mandates/{version.mandate_id}/correct/{markets.index}/"
    page = seen(client, address)
    later = services.submit(owner=owner, data=drafts.SECOND.encode(), mandate=version.mandate)
    jobs.review_mandate(later.jobs.get().pk)
    assert later.paragraphs.get(index=markets.index).text != MARKETS
    answer = client.post(address, {"level": "1", "role": "subject", **page})
    assert answer.status_code == 409
    assert not Correction.objects.exists()


def test_the_kind_of_the_whole_text_is_corrected_from_the_page(version, client, owner):
    client.force_login(owner)
    address = f"/mandates/{version.mandate_id}/correct/"
    assert '<option value="mandate" selected>' in said(client.get(address))
    client.post(address, {"kind": "sanctions", "mission": "UNMINA", "predecessor": "", **seen(client, address)})
    assert Review.objects.get(version=version).kind == "sanctions"
    withdraw = f"/mandates/{version.mandate_id}/corrections/{Correction.objects.get().pk}/withdraw/"
    assert client.post(withdraw, follow=True).status_code == 200
    assert Review.objects.get(version=version).kind == "mandate"


def test_for_a_stranger_none_of_it_exists(version, markets, client, stranger):
    client.force_login(stranger)
    for address in (
        f"/mandates/{version.mandate_id}/correct/",
        f"/mandates/{version.mandate_id}/correct/{markets.index}/",
    ):
        assert client.get(address).status_code == 404
