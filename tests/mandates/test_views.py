"""The pages, for the owner of a draft, a colleague named on it and a stranger; they need no script to work."""

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mandates import jobs, rules, services
from mandates.models import Decision, Event, Finding, Job, Mandate, Review
from missions.models import Mission
from tests.mandates import drafts

pytestmark = pytest.mark.django_db


def said(response) -> str:
    """What a page holds, without the quoting of HTML and with one space for every gap."""
    return " ".join(unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.fixture
def mission():
    return Mission.objects.create(
        acronym="UNMINA",
        name="United Nations Mission in Nambira",
        type=Mission.Type.PEACEKEEPING,
        status=Mission.Status.ACTIVE,
        source="written for the tests",
        as_of="2030-01-01",
    )


@pytest.fixture
def page(client, owner):
    """A page as the owner gets it."""
    client.force_login(owner)

    def asked(address: str, **headers):
        return client.get(address, headers=headers)

    return asked


# --- list ----------------------------------------------------------------------------------------------


def test_the_list_says_where_organized_crime_stands_in_words_beside_the_sign(page, draft):
    listed = said(page("/mandates/"))
    assert '<use href="#g-within"/></svg> inside the 3rd of 3 main tasks' in listed
    assert "flagged: clause or sub-task" in listed


def test_the_list_is_narrowed_by_what_is_asked_and_keeps_it_from_page_to_page(page, submit):
    for number in range(51):
        submit(f"{drafts.NAMBIRA}\n6. Also decides to meet in {number + 1} weeks;\n", title="Draft", reviewed=False)
    submit(drafts.HELD, title="Adopted one", draft=False)
    assert said(page("/mandates/?draft=false")).split("<main")[1].split("</main>")[0].count("<tr>") == 2
    first, second = (said(page(f"/mandates/?draft=true&page={number}")) for number in (1, 2))
    assert "51 that you can see" in first and "Adopted one" not in first + second
    assert 'href="?draft=true&page=2"' in first and 'href="?draft=true&page=1"' in second
    assert '<option value="true" selected>drafts</option>' in first


def test_a_filter_that_does_not_exist_is_answered_with_the_ones_that_do(page, draft):
    answer = said(page("/mandates/?position=nowhere"))
    assert "Position: Choose one of: main_task" in answer
    assert "nowhere" not in answer


def test_lists_cost_no_more_queries_with_ten_drafts_than_with_one(page, submit, mission):
    def costs() -> list[int]:
        found = []
        for address in ("/mandates/", "/missions/UNMINA/"):
            with CaptureQueriesContext(connection) as queries:
                assert "Draft 0" in said(page(address))
            found.append(len(queries))
        return found

    def filled(number: int) -> None:
        submit(drafts.NAMBIRA.replace("ninety days", f"{number + 2} weeks"), title=f"Draft {number}", mission=mission)

    filled(0)
    before = costs()
    for number in range(1, 10):
        filled(number)
    assert costs() == before
    assert max(before) <= 12


# --- a new text -------------------------------------------------------------------------------------------------


def test_a_pasted_text_becomes_a_draft_of_the_mission_chosen(client, owner, mission):
    client.force_login(owner)
    told = {"text": drafts.NAMBIRA, "title": "River renewal", "mission": "UNMINA", "draft": "yes"}
    response = client.post("/mandates/new/", told)
    mandate = Mandate.objects.get()
    assert response.url == f"/mandates/{mandate.pk}/"
    assert (mandate.title, mandate.mission, mandate.draft) == ("River renewal", mission, True)


def test_an_uploaded_file_may_be_an_adopted_text(client, owner):
    client.force_login(owner)
    file = SimpleUploadedFile("harbour.txt", drafts.HELD.encode())
    client.post("/mandates/new/", {"file": file, "draft": "no"})
    version = Mandate.objects.get(draft=False).versions.get()
    assert (version.filename, bytes(version.source)) == ("harbour.txt", drafts.HELD.encode())


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"text": "  "}, "Paste the text or choose a file."),
        ({"text": "Kestrel notes", "mission": "NOWHERE"}, "not one of the available choices"),
        ({"text": "Kestrel notes", "title": "x" * 300}, "at most 200 characters"),
    ],
)
def test_what_is_wrong_stands_in_one_sentence_and_the_pasted_text_is_kept(client, owner, told, sentence):
    client.force_login(owner)
    response = client.post("/mandates/new/", {"draft": "no", **told})
    assert response.status_code == 422
    assert sentence in said(response)
    assert told["text"].strip() in said(response)
    assert 'value="no" checked' in said(response)
    assert not Mandate.objects.exists()


def test_a_text_that_cannot_be_read_is_refused_beside_its_field(client, owner):
    client.force_login(owner)
    pasted = said(client.post("/mandates/new/", {"text": "A shopping list of Kestrel.", "draft": "yes"}))
    assert 'id="id_text_error"' in pasted and 'aria-describedby="id_text_error"' in pasted
    assert "A shopping list of Kestrel." in pasted
    file = SimpleUploadedFile("empty.pdf", b"")
    uploaded = said(client.post("/mandates/new/", {"file": file, "draft": "yes"}))
    assert 'id="id_file_error"' in uploaded and 'id="id_text_error"' not in uploaded
    assert not Mandate.objects.exists()


def test_text_and_file_together_are_refused_because_it_is_not_clear_which_one_is_meant(client, owner):
    client.force_login(owner)
    both = {"text": drafts.NAMBIRA, "file": SimpleUploadedFile("a.txt", b"b"), "draft": "yes"}
    response = client.post("/mandates/new/", both)
    assert "not both" in said(response) and "Kestrel Gorge" in said(response)


# --- a review ---------------------------------------------------------------------------------------------------


def test_until_the_review_is_there_the_page_shows_the_step_on_the_jobs_row(page, submit):
    mandate = submit(reviewed=False)
    Job.objects.update(state=Job.State.RUNNING, step=Job.Step.JUDGING)
    waiting = said(page(mandate.get_absolute_url()))
    assert "finding where organized crime stands" in waiting
    assert f'hx-get="/mandates/{mandate.pk}/progress/"' in waiting
    assert '<noscript><meta http-equiv="refresh"' in waiting


def test_the_progress_asks_again_while_the_job_runs_and_then_loads_the_review(page, submit):
    mandate = submit(reviewed=False)
    address = f"/mandates/{mandate.pk}/progress/"
    running = page(address)
    assert "waiting for its turn" in said(running) and "HX-Refresh" not in running
    jobs.review_mandate(mandate.latest_job.pk)
    assert page(address)["HX-Refresh"] == "true"


def test_a_failed_job_says_its_sentence_and_can_be_started_again(client, page, submit):
    mandate = submit(reviewed=False)
    Job.objects.update(state=Job.State.FAILED, error="The reader gave up on this text.", attempts=3)
    failed = said(page(mandate.get_absolute_url()))
    assert "The reader gave up on this text." in failed and "Start the review again" in failed
    assert "http-equiv" not in failed
    client.post(f"/mandates/{mandate.pk}/again/")
    assert mandate.latest_job.state == Job.State.PENDING


def test_the_review_answers_in_a_sentence_draws_the_ladder_and_marks_the_words(page, draft):
    review = said(page(draft.get_absolute_url()))
    assert '<span class="crime">Organized crime</span> is ' in review
    assert "inside the <strong>3rd of 3</strong> main tasks" in review
    assert review.count("Machine-assisted: check against the text.") == 1
    assert "the top 3 end here" not in review  # nothing stands below them
    assert '<svg class="cell own' in review
    assert '<a href="#op2-c-ii">2 (c) (ii)</a>' in review and 'id="op2-c-ii"' in review
    assert '<mark class="crime">organized criminal' in review


def test_the_review_says_what_the_tasks_are_about_and_with_what_means(page, draft):
    review = said(page(draft.get_absolute_url()))
    assert "What the tasks are about" in review
    assert '<tr class="has"><th scope="row">Organized crime</th>' in review
    assert "The text states no number of police." in review or "police are authorized" in review


def test_a_review_of_an_older_ruleset_is_shown_without_what_it_did_not_say(page, draft):
    recorded = draft.newest_version.review
    for key in ("areas", "means", "brackets", "warning", "incomplete", "chapter_vii"):
        del recorded.data[key]
    recorded.save()
    shown = page(draft.get_absolute_url())
    assert shown.status_code == 200
    assert "inside the <strong>3rd of 3</strong> main tasks" in said(shown)


def test_square_brackets_and_missing_paragraphs_are_told_and_shown(page, submit):
    text = drafts.NAMBIRA.replace("\n1. ", "\n[1. ", 1).replace("\n2. ", "]\n2. ", 1).replace("\n3. ", "\n5. ", 1)
    review = said(page(submit(text).get_absolute_url()))
    assert "The text looks incomplete." in review and "3 and 4 are missing" in review
    assert "in square brackets" in review and "words in square brackets" in review


def test_the_crime_types_are_explained_with_words_instruments_and_sources(page):
    shown = said(page("/crime-types/"))
    for words in (
        "Always counts as organized crime",
        'id="drug_trafficking"',
        "Crime statistics code (ICCS)",
        "Kimberley Process",
        "to be verified",
    ):
        assert words in shown


def test_a_drawing_needs_no_style_of_its_own(page, draft):
    response = page(draft.get_absolute_url())
    assert "style=" not in said(response) and "<style" not in said(response)
    assert "<script>" not in said(response) and "onclick" not in said(response)


def test_every_link_into_the_text_of_a_review_leads_to_a_paragraph_or_finding(page, draft):
    review = said(page(draft.get_absolute_url()))
    targets = {part.split('"')[0] for part in review.split('href="#')[1:]}
    assert "op2-c-ii" in targets
    assert [target for target in targets if f'id="{target}"' not in review] == []


def test_a_draft_is_called_confidential_and_an_adopted_text_is_not(page, draft, submit):
    assert "draft, confidential" in said(page(draft.get_absolute_url()))
    adopted = said(page(submit(drafts.HELD, draft=False).get_absolute_url()))
    assert "adopted on a date not known, vote not known" in adopted and "confidential" not in adopted


def test_runs_of_unmarked_paragraphs_fold_and_marked_ones_never_do(page, draft):
    review = said(page(draft.get_absolute_url()))
    folds = [part.split("</details>")[0] for part in review.split('<details class="fold">')[1:]]
    assert folds
    assert not any('<mark class="crime">' in fold for fold in folds)
    assert all("paragraphs, nothing marked" in fold for fold in folds)


def test_an_extension_draws_the_ladder_of_the_tasks_that_it_renews(page, submit):
    submit(drafts.HELD, draft=False)
    review = said(page(submit(drafts.RENEWAL).get_absolute_url()))
    assert "Priority ladder of S/RES/3101 (2030), whose tasks this text renews" in review
    assert '<svg class="cell own' in review
    targets = {part.split('"')[0] for part in review.split('href="#')[1:]}
    assert [target for target in targets if f'id="{target}"' not in review] == []


def test_a_text_whose_task_list_is_not_held_is_unknown_and_not_flagged(page, submit):
    mandate = submit(drafts.RENEWAL)
    review = said(page(mandate.get_absolute_url()))
    assert "not held" in review and 'class="ladder"' not in review
    assert "unknown: task list not held" in said(page("/mandates/"))


def test_an_earlier_version_is_shown_as_it_was_and_takes_no_decisions(page, draft, owner):
    services.submit(owner=owner, data=drafts.SECOND.encode(), mandate=draft)
    jobs.review_mandate(draft.latest_job.pk)
    newest = said(page(draft.get_absolute_url()))
    assert "Version 2 of 2" in newest and "earlier version" not in newest
    first = said(page(f"/mandates/{draft.pk}/versions/1/"))
    assert "This is an earlier version." in first and 'class="finding"' in first
    assert 'class="decide"' not in first
    assert page(f"/mandates/{draft.pk}/versions/3/").status_code == 404


def test_a_review_costs_as_many_queries_with_decisions_and_versions_as_without(page, draft, owner):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert page(draft.get_absolute_url()).status_code == 200
        return len(queries)

    before = cost()
    for finding in Finding.objects.all():
        services.decide(mandate=draft, finding_fingerprint=finding.fingerprint, verdict="accept", reason="", by=owner)
    for weeks in range(3, 9):
        text = drafts.NAMBIRA.replace("ninety days", f"{weeks} weeks")
        services.submit(owner=owner, data=text.encode(), mandate=draft)
    jobs.review_mandate(draft.latest_job.pk)
    assert cost() == before <= 12


def test_a_review_of_earlier_rules_says_so_and_is_made_again_at_once(page, client, draft):
    address = draft.get_absolute_url()
    assert "The rules have changed since." not in said(page(address))
    Review.objects.update(ruleset="2020.01+0")
    assert "The rules have changed since." in said(page(address))
    client.post(f"{address}again/")
    assert Review.objects.get().ruleset == rules.RULESET
    assert "The rules have changed since." not in said(page(address))


# --- decisions --------------------------------------------------------------------------------------------------


@pytest.fixture
def address(draft):
    """Where a decision on the draft's first finding goes."""
    return f"/mandates/{draft.pk}/findings/{Finding.objects.first().fingerprint}/"


def test_a_decision_sent_as_a_plain_form_comes_back_to_its_finding_with_who_and_when(client, colleague, draft, address):
    services.share(draft, colleague, by=draft.owner)
    client.force_login(colleague)
    response = client.post(address, {"verdict": "dismiss", "reason": "Agreed in the Ember group"}, follow=True)
    assert "#f-" in response.redirect_chain[0][0]
    review = said(response)
    assert 'data-state="dismiss"' in review
    today = timezone.localtime().strftime("%-d %B %Y")
    assert f"Agreed in the Ember group <small>colleague, {today}" in review
    assert "1 of " in review and " decided" in review


def test_htmx_gets_the_one_finding_back(client, owner, address):
    client.force_login(owner)
    swapped = client.post(address, {"verdict": "accept", "reason": ""}, headers={"HX-Request": "true"})
    assert swapped.status_code == 200
    assert said(swapped).count("<article") == 1 and "<html" not in said(swapped)
    assert "Accepted" in said(swapped)


@pytest.mark.parametrize("verdict", ["dismiss", "defer"])
def test_to_dismiss_or_defer_takes_a_reason_and_the_choice_is_kept_while_it_is_asked_for(
    client, owner, address, verdict
):
    client.force_login(owner)
    asked = said(client.post(address, {"verdict": verdict, "reason": " "}, headers={"HX-Request": "true"}))
    assert "Give a reason" in asked
    assert f'value="{verdict}" required checked' in asked
    assert "Give a reason" in said(client.post(address, {"verdict": verdict, "reason": " "}, follow=True))
    assert not Decision.objects.exists()


def test_an_unknown_finding_and_an_unknown_verdict_change_nothing(client, owner, draft, address):
    client.force_login(owner)
    told = {"verdict": "accept", "reason": ""}
    assert client.post(f"/mandates/{draft.pk}/findings/{'0' * 64}/", told).status_code == 404
    client.post(address, {"verdict": "forget", "reason": "x"})
    assert client.get(address).status_code == 405
    assert not Decision.objects.exists()


def test_a_decision_on_a_finding_that_the_newest_text_no_longer_has_loads_the_page_instead_of_a_part(
    client, owner, draft, address
):
    services.submit(owner=owner, data=drafts.SECOND.encode(), mandate=draft)
    jobs.review_mandate(draft.latest_job.pk)
    fingerprint = address.rstrip("/").rsplit("/", 1)[-1]
    assert not Finding.objects.filter(review__version=draft.newest_version, fingerprint=fingerprint).exists()
    client.force_login(owner)
    response = client.post(address, {"verdict": "accept"}, headers={"HX-Request": "true"})
    assert response["HX-Redirect"].startswith(draft.get_absolute_url())


def test_a_finding_says_that_the_reason_was_changed_more_than_once(client, owner, draft, address):
    client.force_login(owner)
    for reason in ("First thought", "Second thought"):
        client.post(address, {"verdict": "defer", "reason": reason})
    review = said(client.get(draft.get_absolute_url()))
    assert "Second thought" in review and "First thought" not in review and "2 decisions in all" in review


# --- the next version, people, deletion -------------------------------------------------------------------------


def test_the_next_version_keeps_the_mandate_and_is_the_owners_alone(client, owner, colleague, draft):
    services.share(draft, colleague, by=owner)
    address = f"/mandates/{draft.pk}/versions/new/"
    client.force_login(colleague)
    assert client.post(address, {"text": drafts.SECOND}).status_code == 404
    client.force_login(owner)
    refused = client.post(address, {"text": "Kestrel notes, not a draft."})
    assert refused.status_code == 422 and "Kestrel notes, not a draft." in said(refused)
    assert client.post(address, {"text": drafts.SECOND}).url == draft.get_absolute_url()
    assert draft.versions.count() == 2


def test_the_owner_names_people_and_takes_them_off_again(client, owner, colleague, draft):
    client.force_login(owner)
    address = f"/mandates/{draft.pk}/people/"
    unknown = client.post(address, {"username": "nobody-here"})
    assert "There is nobody with this name here." in said(unknown)
    client.post(address, {"username": "colleague"})
    assert list(draft.readers.all()) == [colleague]
    assert "colleague" in said(client.get(address))
    client.post(f"{address}{colleague.pk}/remove/")
    assert not draft.readers.exists()
    actions = Event.objects.filter(mandate_id_was=draft.pk).order_by("pk").values_list("action", flat=True)
    assert list(actions)[-2:] == ["shared", "unshared"]


def test_deletion_is_asked_for_on_a_page_that_says_what_goes_and_what_stays(client, owner, draft):
    client.force_login(owner)
    asked = said(client.get(f"/mandates/{draft.pk}/delete/"))
    assert "cannot be brought back" in asked and "What stays is a record" in asked
    assert Mandate.objects.filter(pk=draft.pk).exists()
    after = client.post(f"/mandates/{draft.pk}/delete/", follow=True)
    assert "Deleted for good." in said(after)
    assert not Mandate.objects.exists() and not Finding.objects.exists()
    assert client.get(draft.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("part", ["", "progress/", "versions/new/", "versions/1/", "people/", "delete/"])
def test_a_stranger_finds_no_page_of_a_draft(client, stranger, draft, part):
    client.force_login(stranger)
    response = client.get(f"/mandates/{draft.pk}/{part}")
    assert response.status_code == 404
    assert "River" not in said(response)


@pytest.mark.parametrize("address", ["/", "/mandates/", "/mandates/new/", "/rules/", "/rules/OC201/"])
def test_whoever_is_not_signed_in_is_asked_to(client, address):
    assert client.get(address).url == f"/sign-in/?next={address}"


# --- rules ------------------------------------------------------------------------------------------------------


def test_every_rule_is_listed_and_has_a_page_with_its_reasons(page):
    listed = said(page("/rules/"))
    for rule in rules.ALL:
        assert f'href="/rules/{rule.code}/"' in listed
        shown = said(page(f"/rules/{rule.code}/"))
        for words in (rule.title, rule.question, rule.rationale, rule.remedy, rule.sources[0].citation):
            assert " ".join(words.split()) in shown
    assert page("/rules/OC999/").status_code == 404


def test_an_extension_that_names_no_source_of_its_tasks_can_be_read(client, owner):
    text = drafts.RENEWAL.replace("Recalling its resolution 3101 (2030),\n\n", "")
    text = text.replace(" as set out in paragraph 2 of\nresolution 3101 (2030)", "")
    version = services.submit(owner=owner, data=text.encode())
    jobs.review_mandate(version.jobs.get().pk)
    client.force_login(owner)
    page = client.get(version.mandate.get_absolute_url()).content.decode()
    assert version.review.data["tasks_by_reference"] == "an earlier resolution"
    assert "the text does not say where its tasks stand" in page


@pytest.mark.parametrize("address", ["/mandates/{}/", "/mandates/{}/versions/1/", "/mandates/{}/correct/"])
def test_a_number_that_no_database_counts_to_is_nowhere(page, address):
    answer = page(address.format("9" * 30))
    assert answer.status_code == 404 and "There is nothing here" in said(answer)


def test_a_mission_whose_name_holds_a_nul_is_nowhere(page):
    assert page("/missions/UNMINA%00/").status_code == 404


def test_a_force_that_others_run_is_called_so(page, draft):
    Review.objects.update(kind="non_un_authorization")
    assert "authorization of a force that others run" in said(page(draft.get_absolute_url()))


def test_a_presidential_statement_has_no_preamble_on_any_page(client, owner):
    statement = (
        "Statement by the President of the Security Council\n\n"
        "“The Security Council expresses its concern at organized crime on the river Nambi.\n"
    )
    version = services.submit(owner=owner, data=statement.encode(), title="River statement")
    jobs.review_mandate(version.jobs.get().pk)
    client.force_login(owner)
    review = said(client.get(version.mandate.get_absolute_url()))
    assert "named in 1 paragraph." in review and "preambular" not in review
    assert "named in the statement" in said(client.get("/mandates/"))
