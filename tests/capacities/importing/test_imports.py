"""A table as work on a row: it says how far it is, can be cancelled, survives its worker, is seen by one person, and ends whole or not
at all."""

from datetime import timedelta
from threading import Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from capacities import jobs, services
from capacities.importing import plan as planning
from capacities.importing import sheet
from capacities.importing.capacities import TABLE
from capacities.models import Capacity, CapacityChange, Import, Partner
from capacities.pages import imports
from missions import work
from tests.capacities.partner_form import make

pytestmark = pytest.mark.django_db
FEW, MANY = 3, imports.FEW + 1


def rows(number: int, **more) -> list:
    plain = {"mission": "", "category": "civilian_post", "country": "", "source": "Budget", "as_of": "2031-01-31"}
    return [(place + 2, {**plain, "title": f"Adviser {place}", **more}) for place in range(number)]


def file(number: int, **more) -> SimpleUploadedFile:
    held = [row for _, row in rows(number, **more)]
    return SimpleUploadedFile("table.csv", sheet.as_csv(list(held[0]), held))


@pytest.fixture
def table(planner) -> Import:
    return services.bring("capacities", rows(FEW), planner)


def done(row: Import) -> Import:
    jobs.take_in(row.pk)
    row.refresh_from_db()
    return row


def confirmed(row: Import, planner) -> Import:
    done(row)
    services.confirm(row, row.plan["digest"], planner)
    return row


def test_a_table_is_looked_at_and_imported_by_the_job_and_only_the_numbers_stay(table, planner):
    assert done(table).state == "shown" and table.rows and not Capacity.objects.exists()
    assert planning.shown(table.plan).count(planning.NEW) == FEW
    services.confirm(table, table.plan["digest"], planner)
    assert done(table).state == "done"
    assert (table.created, table.updated, table.unchanged, table.percent) == (FEW, 0, 0, 100)
    assert (table.rows, table.plan) == ([], None)
    assert set(CapacityChange.objects.values_list("action", "by")) == {("imported", planner.pk)}


def test_one_that_waits_is_shown_with_its_step_and_can_be_cancelled(browser, planner):
    answer = browser.post("/capacities/import/", {"file": file(MANY)}, follow=True)
    [(address, _)] = answer.redirect_chain
    page = answer.content.decode()
    assert "Now: <strong>waiting for its turn</strong>" in page and "Nothing is imported yet." in page
    assert f'hx-get="{address}progress/"' in page and '<meta http-equiv="refresh"' in page
    assert "HX-Refresh" not in browser.get(f"{address}progress/").headers
    listed = browser.get("/capacities/import/").content.decode()
    assert f'href="{address}"' in listed and f"{MANY} rows" in listed
    page = browser.post(f"{address}cancel/", follow=True).content.decode()
    assert "The import was cancelled. Nothing was imported." in page
    row = Import.objects.get()
    assert done(row).state == "cancelled" and (row.rows, row.plan) == ([], None)
    assert browser.get(f"{address}progress/").headers["HX-Refresh"] == "true"
    assert f'href="{address}"' not in browser.get("/capacities/import/").content.decode()


def test_few_rows_are_done_at_once_and_many_by_the_worker(browser):
    browser.post("/capacities/import/", {"file": file(FEW)})
    assert Import.objects.get().state == "shown"
    browser.post("/capacities/import/", {"file": file(MANY)})
    assert Import.objects.first().state == "pending"


def test_the_row_says_how_far_the_rows_are(table, planner, monkeypatch):
    said = []
    progress = work.Progress.__call__

    def heard(self, percent, **more):
        progress(self, percent, **more)
        said.append(Import.objects.values_list("step", "percent").get())

    monkeypatch.setattr(work, "SOON", timedelta(0))
    monkeypatch.setattr(work.Progress, "__call__", heard)
    services.confirm(done(table), table.plan["digest"], planner)
    done(table)
    steps = [("looking", 0), ("looking", 33), ("looking", 66), ("looking", 100)]
    assert said[:3] == steps[:3]
    assert said[4:] == [("looking", 0), ("looking", 23), ("looking", 46), ("writing", jobs.LOOKED)]


@pytest.mark.parametrize("at", [1, FEW + 1])
def test_one_that_is_cancelled_at_work_leaves_nothing(table, planner, monkeypatch, at):
    progress, asked = work.Progress.__call__, []

    def cancelled(self, percent, **more):
        asked.append(percent)
        if len(asked) == at:
            services.cancel_import(table)
        progress(self, percent, **more)

    confirmed(table, planner)
    monkeypatch.setattr(work, "SOON", timedelta(0))
    monkeypatch.setattr(work.Progress, "__call__", cancelled)
    done(table)
    assert (table.state, table.plan, Capacity.objects.count()) == ("cancelled", None, 0)


def test_one_that_is_cancelled_while_its_rows_are_written_leaves_nothing(table, planner, monkeypatch):
    confirmed(table, planner)
    write, written = services.importing._capacity, []

    def writing(row, by):
        write(row, by)
        written.append(row)
        Import.objects.update(state="cancelled", rows=[], plan=None)

    monkeypatch.setitem(services.importing.WRITERS, "capacities", writing)
    done(table)
    assert (len(written), Capacity.objects.count(), CapacityChange.objects.count()) == (FEW, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_somebody_cancels_from_elsewhere_while_the_rows_are_written(table, planner, monkeypatch):
    """PostgreSQL takes it at once, and the rows are undone. SQLite lets nobody write meanwhile: whoever cancels comes too late."""
    confirmed(table, planner)
    write, said = services.importing._capacity, []
    at_once = connection.vendor != "sqlite"

    def elsewhere():
        said.append(services.cancel_import(table))
        connection.close()

    def writing(row, by):
        write(row, by)
        if at_once:
            thread = Thread(target=elsewhere)
            thread.start()
            thread.join()

    monkeypatch.setitem(services.importing.WRITERS, "capacities", writing)
    done(table)
    if not at_once:
        said.append(services.cancel_import(table))
    assert (said[0], table.state) == (at_once, "cancelled" if at_once else "done")
    assert Capacity.objects.count() == (0 if at_once else FEW)


def test_a_table_whose_worker_died_waits_again_and_is_given_up_after_three_attempts(browser, table):
    lost = timezone.now() - work.STALE * 2
    Import.objects.update(state="running", attempts=1, heartbeat_at=lost)
    page = browser.get(f"/capacities/import/{table.pk}/").content.decode()
    assert "<strong>Waiting again.</strong>" in page
    assert "waiting again" in browser.get("/capacities/import/").content.decode()
    assert jobs.requeue_imports() == 1 and Import.objects.get().state == "pending"
    assert done(table).state == "shown"
    Import.objects.update(state="running", attempts=3, heartbeat_at=lost)
    assert jobs.requeue_imports() == 0
    page = browser.get(f"/capacities/import/{table.pk}/").content.decode()
    assert "interrupted several times, and nothing was imported" in page and f"Table {table.pk}" in page


def test_a_fault_while_rows_are_written_undoes_them_is_tried_again_and_tells_no_words_of_the_table(
    table, planner, monkeypatch, caplog
):
    confirmed(table, planner)
    write, calls = services.importing._capacity, []

    def failing(row, by):
        calls.append(row)
        if len(calls) == 2:
            raise RuntimeError(row.title)
        write(row, by)

    monkeypatch.setitem(services.importing.WRITERS, "capacities", failing)
    assert done(table).state == "pending" and not Capacity.objects.exists()
    assert "RuntimeError" in caplog.text and "Adviser" not in caplog.text
    assert done(table).state == "done" and Capacity.objects.count() == FEW


def test_pressed_twice_it_is_imported_once(browser, table, planner):
    digest = done(table).plan["digest"]
    for _ in range(2):
        page = browser.post(f"/capacities/import/{table.pk}/", {"digest": digest}, follow=True).content.decode()
        assert f"Imported: {FEW} new, 0 changed, 0 as they were." in page
    assert (Capacity.objects.count(), CapacityChange.objects.count()) == (FEW, FEW)


def test_what_is_confirmed_is_what_the_person_saw(browser, table, planner):
    done(table)
    answer = browser.post(f"/capacities/import/{table.pk}/", {"digest": "of another tab"})
    assert answer.status_code == 409 and "Nothing was imported: look at it again." in answer.content.decode()
    assert Import.objects.get().state == "shown" and not Capacity.objects.exists()


def test_a_table_with_a_wrong_row_is_not_confirmed_by_hand_either(planner):
    row = done(services.bring("capacities", rows(1, category="army"), planner))
    with pytest.raises(services.TableChanged):
        services.confirm(row, row.plan["digest"], planner)


def test_what_is_written_while_the_rows_are_looked_at_once_more_is_noticed(table, planner, monkeypatch):
    confirmed(table, planner)
    look, looks = TABLE.plan, []

    def looking(held, by, progress):
        plan = look(held, by, progress)
        looks.append(plan)
        if len(looks) == 1:
            values = plan.rows[0].values
            services.create(values=values, by=planner)
        return plan

    monkeypatch.setitem(services.TABLES, "capacities", TABLE.__class__(**{**vars(TABLE), "plan": looking}))
    assert done(table).state == "shown" and table.error == services.CHANGED
    assert Capacity.objects.count() == 1
    shown = planning.shown(table.plan)
    assert (shown.count(planning.NEW), shown.count(planning.SAME)) == (FEW - 1, 1)
    services.confirm(table, shown.digest, planner)
    assert done(table).state == "done" and table.error == "" and Capacity.objects.count() == FEW


def test_nobody_else_sees_a_table_and_the_other_kind_has_it_not(browser, table, administrator):
    assert browser.get(f"/capacities/import/{table.pk}/").status_code == 200
    assert browser.get(f"/partners/import/{table.pk}/").status_code == 404
    browser.force_login(administrator)
    for address in ("", "progress/"):
        assert browser.get(f"/capacities/import/{table.pk}/{address}").status_code == 404
    for address in ("", "cancel/"):
        assert browser.post(f"/capacities/import/{table.pk}/{address}").status_code == 404
    assert "What you brought" not in browser.get("/capacities/import/").content.decode()
    done(confirmed(table, table.by))
    listed = browser.get("/capacities/import/").content.decode()
    assert f"{table.by.username}: {FEW} new, 0 changed, 0 as they were" in listed


def test_who_may_plan_no_more_imports_nothing(table, planner):
    confirmed(table, planner)
    planner.groups.clear()
    assert done(table).state == "failed" and table.error == jobs.NO_LONGER
    assert not Capacity.objects.exists()


def test_sentences_about_the_rows_are_in_the_language_of_who_brought_them(client, planner):
    client.force_login(planner)
    with translation.override("fr"):
        row = done(services.bring("capacities", rows(1, category="army"), planner))
    [wrong] = planning.shown(row.plan).rows
    assert wrong.errors["category"].startswith("Catégorie inconnue")
    page = client.get(f"/capacities/import/{row.pk}/").content.decode()
    assert '<ul lang="fr">' in page
    client.cookies["language"] = "fr"
    assert '<ul lang="fr">' not in client.get(f"/capacities/import/{row.pk}/").content.decode()


def test_a_partner_that_is_out_of_sight_by_now_is_not_shown_in_a_table_that_was(browser, planner, administrator):
    partner = make(browser)
    head = "id,version,kind,name,source,as_of\n"
    data = f"{head}{partner.pk},1,monitor,Quayside Watch,letter,2030-01-01\n".encode()
    browser.post("/partners/import/", {"file": SimpleUploadedFile("p.csv", data)})
    address = f"/partners/import/{Import.objects.get().pk}/"
    assert "field visit" in browser.get(address).content.decode()
    Partner.objects.update(sensitivity="restricted")
    partner.named.clear()
    page = browser.get(address).content.decode()
    assert "Quayside" not in page and "field visit" not in page and "What is held has changed" in page
    assert f'action="{address}cancel/"' in page
    page = browser.post(address, {"again": ""}, follow=True).content.decode()
    assert "There is no partner with this number that you may see." in page and "field visit" not in page


@pytest.mark.parametrize("looked_at", [True, False])
@pytest.mark.parametrize("by", ["number", "name"])
def test_a_partner_that_is_deleted_for_good_stands_in_no_table_that_waits(
    browser, planner, administrator, by, looked_at
):
    partner, other = make(browser), make(browser, name="Second")
    for one in (partner, other):
        numbered = {"id": str(one.pk), "version": "1", "name": "Renamed"} if by == "number" else {"name": one.name}
        row = {"kind": "monitor", "source": "letter", "as_of": "2030-01-01", **numbered}
        table = services.bring("partners", [(2, row)], planner)
        if looked_at:
            done(table)
    services.delete_partner(partner, version=1, by=administrator)
    left = Import.objects.get()
    assert left.speaks_of(other) and left.held_partners == ({other.pk} if looked_at else set())


def test_what_was_not_imported_is_deleted_a_day_after_its_last_step(table, planner):
    old = timezone.now() - services.importing.KEPT - timedelta(minutes=1)
    first = done(confirmed(services.bring("capacities", rows(1), planner), planner))
    services.bring("capacities", rows(2), planner)
    done(table)
    Import.objects.update(at=old, queued_at=old)
    services.confirm(table, table.plan["digest"], planner)
    last = services.bring("capacities", rows(3), planner)
    assert jobs.delete_old_imports() == 1
    assert set(Import.objects.all()) == {first, table, last}


def test_a_worker_that_was_lost_and_wakes_up_when_the_table_is_started_afresh_writes_nothing(table, planner):
    """It holds the first claim of the row, and so does whoever starts it afresh: only when it was queued tells them apart."""
    done(table)
    services.confirm(table, table.plan["digest"], planner)
    lost = jobs._claim(table.pk)
    Import.objects.update(state="shown")
    services.look_again(table, planner)
    jobs._claim(table.pk)
    assert Import.objects.get().attempts == lost.attempts
    for act in (jobs._import, jobs._look):
        with pytest.raises(work.Stopped):
            act(lost)
    table.refresh_from_db()
    assert (table.state, table.plan, Capacity.objects.count()) == ("running", None, 0)


@pytest.mark.parametrize("state", ["pending", "running", "done", "failed", "cancelled"])
def test_only_a_table_that_is_shown_is_confirmed_or_looked_at_again(browser, table, planner, state):
    digest = done(table).plan["digest"]
    Import.objects.update(state=state, attempts=1, heartbeat_at=timezone.now())
    before = Import.objects.values().get()
    for sent in ({"digest": digest}, {"again": ""}):
        assert browser.post(f"/capacities/import/{table.pk}/", sent).status_code == 302
    assert Import.objects.values().get() == before and not Capacity.objects.exists()


def test_who_may_not_plan_neither_brings_nor_confirms_nor_imports(table, planner, owner):
    plan = done(table).plan
    for act in (
        lambda: services.bring("capacities", rows(1), owner),
        lambda: services.confirm(table, plan["digest"], owner),
        lambda: services.look_again(table, owner),
        lambda: services.import_table(TABLE, rows(1), digest=plan["digest"], by=owner),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert Import.objects.get().state == "shown"


def test_a_table_with_a_wrong_row_is_not_written_whatever_confirms_it(planner):
    held = rows(2)
    held[1][1]["category"] = "army"
    with pytest.raises(services.TableChanged):
        services.import_table(TABLE, held, digest=TABLE.plan(held, planner).digest, by=planner)
    assert not Capacity.objects.exists()


def test_each_step_is_queued_when_it_is_committed(planner, monkeypatch, django_capture_on_commit_callbacks):
    queued = []
    monkeypatch.setattr(services.importing, "enqueue_import", queued.append)
    with django_capture_on_commit_callbacks(execute=True):
        row = services.bring("capacities", rows(1), planner)
    assert queued == [row.pk]
    for act in (lambda: services.look_again(row, planner), lambda: services.confirm(row, row.plan["digest"], planner)):
        done(row)
        with django_capture_on_commit_callbacks(execute=True):
            assert act()
    assert queued == [row.pk] * 3
    with django_capture_on_commit_callbacks(execute=True):
        services.bring("capacities", rows(1), planner, queue=False)
    assert len(queued) == 3


def test_one_table_is_written_after_the_other_and_nobody_waits_who_writes_a_row_of_a_mission(table, planner, mission):
    confirmed(table, planner)
    with CaptureQueriesContext(connection) as asked:
        done(table)
    locks = [
        one["sql"].rpartition(" FOR ")[2] for one in asked if " FOR " in one["sql"] and "missions_mission" in one["sql"]
    ]
    assert locks == (["NO KEY UPDATE"] if connection.vendor == "postgresql" else [])


def test_a_capacity_that_changes_while_the_rows_are_written_is_shown_again(planner, monkeypatch):
    """Whoever changes one capacity takes no lock that an import takes: its version tells."""
    services.import_table(TABLE, rows(1), digest=TABLE.plan(rows(1), planner).digest, by=planner)
    row = confirmed(services.bring("capacities", rows(1, note="Two more"), planner), planner)
    write = services.importing._capacity

    def meanwhile(planned, by):
        Capacity.objects.update(version=9)
        write(planned, by)

    monkeypatch.setitem(services.importing.WRITERS, "capacities", meanwhile)
    assert done(row).state == "shown" and row.error == services.CHANGED and row.confirmed_at is None
    assert Capacity.objects.get().note == ""


def test_a_partner_that_goes_out_of_sight_while_the_rows_are_written_is_shown_again(browser, planner, monkeypatch):
    partner = make(browser)
    told = {"id": str(partner.pk), "version": "1", "kind": "monitor", "name": partner.name}
    row = services.bring("partners", [(2, {**told, "source": "letter", "as_of": "2030-01-01"})], planner)
    confirmed(row, planner)
    write = services.importing._partner

    def meanwhile(planned, by):
        Partner.objects.update(sensitivity="restricted")
        partner.named.clear()
        write(planned, by)

    monkeypatch.setitem(services.importing.WRITERS, "partners", meanwhile)
    assert done(row).state == "shown" and row.error == services.CHANGED


def test_a_cancelled_table_says_no_more_than_that(browser, table):
    done(table)
    Import.objects.update(error=services.CHANGED)
    page = browser.post(f"/capacities/import/{table.pk}/cancel/", follow=True).content.decode()
    assert "The import was cancelled. Nothing was imported." in page and "look at it again" not in page


def test_the_list_says_of_each_table_what_it_waits_for(browser, planner):
    for held in (rows(1), rows(1, category="army"), rows(1)):
        done(services.bring("capacities", held, planner))
    first = Import.objects.last()
    services.confirm(first, first.plan["digest"], planner)
    jobs.take_in(first.pk)
    done(Import.objects.first())
    services.look_again(Import.objects.first(), planner)
    jobs.take_in(Import.objects.first().pk)
    said = browser.get("/capacities/import/").content.decode()
    assert "1 row is wrong" in said and "nothing to import" in said and "waits for your confirmation" not in said
    done(services.bring("capacities", rows(2), planner))
    assert "waits for your confirmation" in browser.get("/capacities/import/").content.decode()


def test_lists_and_the_bar_read_no_rows(browser, table):
    for address in ("/capacities/import/", f"/capacities/import/{table.pk}/progress/"):
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(address).status_code == 200
        read = [one["sql"] for one in asked if 'FROM "capacities_import"' in one["sql"]]
        assert read and not any('"rows"' in sql or '"plan"' in sql for sql in read)


def test_many_rows_need_no_more_queries_than_few_to_be_looked_at(planner, django_assert_max_num_queries):
    row = services.bring("capacities", rows(MANY), planner)
    with django_assert_max_num_queries(20):
        done(row)
    assert row.state == "shown"
