"""The digest: who gets one, what it tells and what it never tells, and that it goes out once, whatever fails."""

import re
import smtplib
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from mandates import digests, jobs, services
from mandates.models import Digest, Every, FlagChange, Mandate, Review, Subscription
from missions.models import Mission
from tests.mandates import drafts
from tests.mandates.processes import Worker

pytestmark = pytest.mark.django_db
SYMBOL = "S/RES/3101 (2030)"
ADDRESS = "reader@example.org"
LINK = re.compile(r"http://\S+(/digest/stop/\S+/)")


@pytest.fixture
def mission():
    return Mission.objects.create(
        acronym="UNMINA", name="Mission in Nambira", type="peacekeeping", status="active", as_of="2030-01-01",
        mandate_in_force=SYMBOL,
    )  # fmt: skip


@pytest.fixture
def adopted(owner, mission) -> Mandate:
    version = services.submit(owner=owner, data=drafts.HELD.encode(), mission=mission, draft=False, symbol=SYMBOL)
    jobs.review_mandate(version.jobs.get().pk)
    FlagChange.objects.update(at=timezone.now() - timedelta(days=30))
    return version.mandate


@pytest.fixture
def reader(colleague):
    """Somebody who has had the daily digest for some days."""
    services.subscribe(colleague, Every.DAILY, ADDRESS)
    Subscription.objects.update(at=timezone.now() - timedelta(days=3))
    return colleague


def flag(mandate, was="no", hours=2) -> FlagChange:
    """The mandate is flagged anew, some hours ago."""
    Review.objects.update(flagged=was, flag_reason="", ruleset="an earlier one")
    jobs.review_mandate(services.start_review(mandate.newest_version, again=True).pk)
    change = FlagChange.objects.first()
    FlagChange.objects.filter(pk=change.pk).update(at=timezone.now() - timedelta(hours=hours))
    return change


def run() -> list[str]:
    """One round of the clock and of the queue; the states of all digests."""
    jobs.digests()
    for digest in Digest.objects.filter(state="pending"):
        jobs.send_digest(digest.pk)
    return list(Digest.objects.order_by("pk").values_list("state", flat=True))


def tomorrow() -> None:
    """What has happened lies a day further back."""
    for model, names in (
        (Digest, ("since", "until", "day", "queued_at")),
        (FlagChange, ("at",)),
        (Subscription, ("at",)),
    ):
        for row in model.objects.order_by("day" if model is Digest else "pk"):
            back = {name: getattr(row, name) - timedelta(days=1) for name in names}
            model.objects.filter(pk=row.pk).update(**back)


# --- who --------------------------------------------------------------------------------------------------------


def test_nobody_gets_a_digest_who_did_not_ask(adopted, colleague):
    flag(adopted)
    assert run() == [] and mail.outbox == []


def test_whoever_asks_is_told_from_the_next_day_on(adopted, colleague):
    flag(adopted)
    services.subscribe(colleague, Every.DAILY, ADDRESS)
    assert run() == []


@pytest.mark.parametrize("end", ["stopped", "inactive"])
def test_whoever_has_stopped_gets_nothing_more_not_even_what_was_due(adopted, reader, end):
    flag(adopted)
    jobs.digests()
    if end == "stopped":
        services.subscribe(reader, Every.NEVER, ADDRESS)
    else:
        type(reader).objects.filter(pk=reader.pk).update(is_active=False)
    assert run() == ["dropped"] and mail.outbox == []


@pytest.mark.parametrize(
    "every, now, day",
    [
        ("daily", datetime(2030, 1, 9, 6, 0, tzinfo=UTC), date(2030, 1, 9)),
        ("daily", datetime(2030, 1, 9, 5, 59, tzinfo=UTC), date(2030, 1, 8)),
        ("weekly", datetime(2030, 1, 9, 12, 0, tzinfo=UTC), date(2030, 1, 7)),
        ("weekly", datetime(2030, 1, 7, 5, 0, tzinfo=UTC), date(2029, 12, 31)),
    ],
)
def test_a_day_begins_at_the_hour_of_the_digest_and_a_week_on_monday(every, now, day):
    assert digests.period(every, now) == day
    assert digests.begins(day) <= now


# --- what -------------------------------------------------------------------------------------------------------


def test_a_newly_flagged_mandate_is_told_with_its_reason_and_a_link(adopted, reader):
    flag(adopted)
    assert run() == ["sent"]
    sent = mail.outbox[0]
    assert sent.to == [ADDRESS]
    assert sent.subject == "Forefront: 1 newly flagged"
    for body in (sent.body, sent.alternatives[0].content):
        assert "UNMINA, resolution 3101" in body.replace("\N{NO-BREAK SPACE}", " ")
        assert "Organized crime is a sub-task inside the 3rd of 3 main tasks" in body
        assert "before: not flagged. Why: the program reads it with other rules." in body
        assert f"/mandates/{adopted.pk}/" in body
        assert "adopted texts alone, never of a draft" in body


def test_both_parts_of_the_mail_are_made_without_marks_of_the_other(adopted, reader):
    flag(adopted)
    run()
    sent = mail.outbox[0]
    assert "<" not in sent.body and "&" not in sent.body
    assert sent.alternatives[0].mimetype == "text/html" and "<h2>" in sent.alternatives[0].content


def test_what_is_no_longer_flagged_is_told_too(adopted, reader, owner):
    services.submit(owner=owner, data=drafts.SECOND.replace("Draft resolution", SYMBOL).encode(), mandate=adopted)
    jobs.review_mandate(adopted.latest_job.pk)
    FlagChange.objects.filter(cause="new text").update(at=timezone.now() - timedelta(hours=1))
    run()
    assert mail.outbox[0].subject == "Forefront: 1 no longer flagged"


def test_another_reason_is_told_as_such(adopted, reader):
    Review.objects.update(flag_reason="absent", ruleset="an earlier one")
    jobs.review_mandate(services.start_review(adopted.newest_version, again=True).pk)
    FlagChange.objects.filter(cause="new ruleset").update(at=timezone.now() - timedelta(hours=1))
    run()
    assert mail.outbox[0].subject == "Forefront: 1 flagged for another reason"
    assert "Now flagged: clause or sub-task; before: flagged: absent." in mail.outbox[0].body


def test_mandates_that_end_within_ninety_days_are_told_once_and_again_beside_news(adopted, reader, mission):
    ends = timezone.localdate() + timedelta(days=40)
    Mission.objects.update(mandate_ends=ends)
    assert run() == ["sent"]
    assert mail.outbox[0].subject == "Forefront: 1 mandate ending within 90 days"
    assert (
        f"Ends on {ends.day} {ends:%B %Y}, in 40 days, under resolution 3101 (2030). Organized crime"
        in mail.outbox[0].body
    )
    tomorrow()
    assert run()[-1] == "nothing"
    tomorrow()
    flag(adopted)
    assert run()[-1] == "sent"
    assert mail.outbox[1].subject == "Forefront: 1 newly flagged, 1 mandate ending within 90 days"
    assert "not told before" in mail.outbox[0].body and "not told before" not in mail.outbox[1].body


def test_a_mail_is_in_the_language_in_which_its_person_asked_for_it(adopted, reader, stranger, mission):
    Mission.objects.update(mandate_ends=timezone.localdate() + timedelta(days=40))
    with translation.override("fr"):
        services.subscribe(stranger, Every.DAILY, "lectrice@example.org")
    Subscription.objects.update(at=timezone.now() - timedelta(days=3))
    flag(adopted)
    assert run() == ["sent", "sent"]
    english, french = sorted(mail.outbox, key=lambda letter: letter.to != [ADDRESS])
    assert english.subject == "Forefront: 1 newly flagged, 1 mandate ending within 90 days"
    assert french.subject == "Forefront\N{NO-BREAK SPACE}: 1 nouveau signalement, 1 mandat expirant dans les 90 jours"
    assert (
        '<html lang="en">' in english.alternatives[0].content and 'lang="en">Org' not in english.alternatives[0].content
    )
    for body in (french.body, french.alternatives[0].content):
        assert "Motif\N{NO-BREAK SPACE}: le programme le lit avec d’autres règles." in body and "chaque jour" in body
        assert "dans 40 jours" in body and "Expire le" in body
        assert "Organized crime is a sub-task inside the 3rd of 3 main tasks" in body
        assert "Why:" not in body and "Ends on" not in body and "adopted texts" not in body
    html = french.alternatives[0].content
    assert '<html lang="fr">' in html and '<span lang="en">Organized crime is a sub-task' in html


def test_the_same_choice_saved_in_another_language_changes_the_language_alone(adopted, reader):
    flag(adopted)
    before = digests.told_until(reader)
    with translation.override("fr"):
        assert services.subscribe(reader, Every.DAILY, ADDRESS).language == "fr"
        assert services.subscribe(reader, Every.DAILY, ADDRESS) is None
    assert digests.told_until(reader) == before


@pytest.mark.parametrize("days", [-1, 91])
def test_mandates_that_end_later_or_have_ended_are_left_out(adopted, reader, days):
    Mission.objects.update(mandate_ends=timezone.localdate() + timedelta(days=days))
    assert run() == ["nothing"]


def test_a_day_on_which_nothing_happened_has_a_row_and_no_mail(adopted, reader):
    assert run() == ["nothing"]
    assert mail.outbox == []
    flag(adopted, was="yes")
    FlagChange.objects.filter(cause="new ruleset").update(flagged_before="yes", reason_before="clause or sub-task")
    tomorrow()
    assert run()[-1] == "nothing"


def test_a_draft_is_never_in_a_digest_not_even_in_its_owners(reader, mission):
    version = services.submit(
        owner=reader, data=drafts.NAMBIRA.encode(), mission=mission, symbol=SYMBOL, title="Lantern"
    )
    jobs.review_mandate(version.jobs.get().pk)
    Review.objects.update(flagged="no", flag_reason="")
    jobs.review_mandate(services.start_review(version, again=True).pk)
    Mission.objects.update(mandate_ends=timezone.localdate() + timedelta(days=10))
    assert run() == ["sent"]
    assert "The text is not held here, or not reviewed." in mail.outbox[0].body
    assert not FlagChange.objects.exists()
    for secret in ("Lantern", "Kestrel", f"/mandates/{version.mandate_id}/", "sub-task"):
        assert secret not in mail.outbox[0].message().as_string()


def test_a_text_that_became_a_draft_again_is_told_no_more(adopted, reader):
    flag(adopted)
    Mandate.objects.update(draft=True)
    assert run() == ["nothing"]


def test_a_digest_costs_the_same_queries_however_much_it_tells(adopted, reader, owner):
    def cost() -> int:
        digest = Digest(user=reader, since=timezone.now() - timedelta(days=9), until=timezone.now())
        with CaptureQueriesContext(connection) as queries:
            assert digests.content(digest).groups
        return len(queries)

    Mission.objects.update(mandate_ends=timezone.localdate() + timedelta(days=40))
    flag(adopted)
    one = cost()
    for number in range(12):
        symbol = f"S/RES/32{number:02} (2031)"
        other = Mission.objects.create(
            acronym=f"UNX{number}", name="Mission", type="peacekeeping", status="active", as_of="2030-01-01",
            mandate_in_force=symbol, mandate_ends=timezone.localdate() + timedelta(days=9),
        )  # fmt: skip
        text = drafts.HELD.replace("3101 (2030)", symbol[6:])
        version = services.submit(owner=owner, data=text.encode(), mission=other, draft=False, symbol=symbol)
        jobs.review_mandate(version.jobs.get().pk)
    assert cost() == one <= 8


# --- once, and never lost ---------------------------------------------------------------------------------------


def test_a_digest_for_one_day_is_sent_once(adopted, reader):
    flag(adopted)
    assert run() == run() == ["sent"]
    jobs.send_digest(Digest.objects.get().pk)
    assert len(mail.outbox) == 1


def test_of_two_workers_one_sends_it(adopted, reader):
    flag(adopted)
    jobs.digests()
    digest = Digest.objects.get()
    first, second = services.claim_digest(digest.pk), services.claim_digest(digest.pk)
    assert second is None
    services.send_claimed(first)
    assert len(mail.outbox) == 1


def test_a_digest_that_kills_its_worker_each_time_is_given_up(adopted, reader):
    flag(adopted)
    jobs.digests()
    for _ in range(8):
        services.claim_digest(Digest.objects.get().pk)
        Digest.objects.update(heartbeat_at=timezone.now() - timedelta(hours=1))
        jobs.digests()
    assert (Digest.objects.get().state, Digest.objects.get().attempts) == ("failed", services.digesting.ATTEMPTS)
    tomorrow()
    assert run() == ["failed", "sent"]


def test_two_processes_at_the_same_moment_send_one_mail(own_database, tmp_path):
    with Worker(own_database) as worker:
        for _ in range(3):
            assert worker.do("digests", str(tmp_path)) == 0
    mails = list(tmp_path.iterdir())
    assert len(mails) == 1
    assert mails[0].read_text().count("Subject: Forefront: 1 mandate ending within 90 days") == 1


def test_what_was_told_is_not_told_again_and_what_came_later_is(adopted, reader):
    flag(adopted, hours=3)
    run()
    told = Digest.objects.get().until
    tomorrow()
    change = flag(adopted, hours=1)
    assert run() == ["sent", "sent"]
    assert Digest.objects.first().since == told - timedelta(days=1)
    assert change.at > Digest.objects.first().since


def test_a_change_of_the_last_minutes_waits_for_the_next_digest(adopted, reader):
    flag(adopted, hours=0)
    assert run() == ["nothing"]
    tomorrow()
    assert run() == ["nothing", "sent"]


class Refusing(EmailBackend):
    def send_messages(self, messages):
        raise smtplib.SMTPServerDisconnected("Kestrel")


def test_a_mail_that_the_server_does_not_take_is_tried_again_and_goes_out_once(adopted, reader, settings, caplog):
    works = settings.EMAIL_BACKEND
    flag(adopted)
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    assert run() == ["pending"]
    assert "SMTPServerDisconnected" in caplog.text and "Kestrel" not in caplog.text
    settings.EMAIL_BACKEND = works
    assert run() == ["sent"]
    assert len(mail.outbox) == 1 and Digest.objects.get().attempts == 2


def test_what_could_not_be_sent_at_all_is_in_the_next_digest(adopted, reader, settings):
    works = settings.EMAIL_BACKEND
    flag(adopted)
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    for _ in range(8):
        states = run()
    assert states == ["failed"] and Digest.objects.get().error.endswith(".")
    settings.EMAIL_BACKEND = works
    tomorrow()
    assert run() == ["failed", "sent"]
    assert mail.outbox[0].subject == "Forefront: 1 newly flagged"


def test_while_a_digest_is_being_tried_no_other_tells_the_same(adopted, reader, settings):
    flag(adopted)
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    run()
    tomorrow()
    jobs.digests()
    assert Digest.objects.count() == 1


def test_a_digest_whose_worker_died_is_taken_up_with_the_same_message_id(adopted, reader):
    flag(adopted)
    jobs.digests()
    digest = services.claim_digest(Digest.objects.get().pk)
    first = services.digesting.mail(digest, digests.content(digest), ADDRESS)
    assert jobs.digests() == 0
    Digest.objects.update(heartbeat_at=timezone.now() - timedelta(hours=1))
    assert jobs.digests() == 1
    jobs.send_digest(digest.pk)
    assert mail.outbox[0].extra_headers["Message-ID"] == first.extra_headers["Message-ID"]
    services.send_claimed(digest)
    assert Digest.objects.get().attempts == 2


# --- choosing and stopping --------------------------------------------------------------------------------------


@pytest.fixture
def signed_in(client, colleague):
    client.force_login(colleague)
    return client


def chosen(user) -> list[tuple]:
    return list(user.subscriptions.order_by("pk").values_list("every", "address", "by_link"))


def test_the_account_page_offers_the_digest_and_it_is_off(signed_in):
    page = signed_in.get("/account/").content.decode()
    assert 'value="never" checked' in page
    assert "never of a draft" in page


def test_a_choice_is_saved_shown_and_recorded(signed_in, colleague):
    answer = signed_in.post("/account/digest/", {"every": "weekly", "address": ADDRESS}, follow=True)
    page = answer.content.decode()
    assert "Your digest comes every Monday" in page
    assert 'value="weekly" checked' in page and ADDRESS in page
    signed_in.post("/account/digest/", {"every": "weekly", "address": ADDRESS})
    signed_in.post("/account/digest/", {"every": "never", "address": ADDRESS})
    assert chosen(colleague) == [("weekly", ADDRESS, False), ("never", ADDRESS, False)]


@pytest.mark.parametrize(
    "said, sentence",
    [
        ({"every": "daily", "address": ""}, "Give the address to which the digest shall go."),
        ({"every": "daily", "address": "reader"}, "This is no complete e-mail address."),
        ({"every": "hourly", "address": ADDRESS}, "Select a valid choice"),
        ({"address": ADDRESS}, "Choose never, every day or every Monday."),
    ],
)
def test_a_choice_that_cannot_be_is_refused_in_a_sentence(signed_in, colleague, said, sentence):
    answer = signed_in.post("/account/digest/", said)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert chosen(colleague) == []


def stop_address(adopted) -> str:
    flag(adopted)
    run()
    return LINK.search(mail.outbox[0].body)[1]


def test_the_link_in_a_mail_ends_the_digest_without_signing_in(adopted, reader):
    address = stop_address(adopted)
    browser = Client(enforce_csrf_checks=True)
    assert "Stop the digest" in browser.get(address).content.decode()
    assert chosen(reader) == [("daily", ADDRESS, False)]
    for _ in range(2):
        assert "You get no more digests" in browser.post(address).content.decode()
    assert chosen(reader) == [("daily", ADDRESS, False), ("never", ADDRESS, True)]


def test_a_mail_program_ends_it_with_one_request(adopted, reader):
    address = stop_address(adopted)
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe"].endswith(f"{address}>")
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    answer = Client(enforce_csrf_checks=True).post(address, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not Subscription.objects.on().exists()


def test_a_link_that_was_not_made_here_ends_nothing(reader):
    answer = Client().post(f"/digest/stop/{reader.pk}:forged/")
    assert answer.status_code == 404
    assert "This link does not work" in answer.content.decode()
    assert Subscription.objects.on().exists()


def test_after_an_interruption_only_what_came_since_is_told(adopted, reader):
    flag(adopted)
    services.subscribe(reader, Every.NEVER, "")
    services.subscribe(reader, Every.DAILY, ADDRESS)
    assert digests.told_until(reader) >= timezone.now() - timedelta(minutes=1)
