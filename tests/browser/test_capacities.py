"""A planner adds a capacity, meets somebody else's change, and takes in a list; with and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import AXE, TAGS, WIDTHS

PLANNER = "from django.contrib.auth.models import Group, User; User.objects.get(username='%s').groups.add(Group.objects.get(name='planners'))"
HEAD = (
    "mission,category,title,expertise,authorized,deployed,pledged,available_from,available_until,languages,country,"
    "equipment,source,as_of,note"
)


@pytest.fixture
def planner(signed_in, site):
    """Opens a tab in which a planner is signed in."""

    def opened(username: str, **options):
        page = signed_in(username, **options)
        site.manage("shell", "--no-imports", "-c", PLANNER % username)
        return page

    return opened


def clean(page) -> None:
    """Nothing wider than the screen, nothing that axe-core objects to."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (page.url, width)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate(AXE.read_text())
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    assert [violation["id"] for violation in found["violations"]] == []


@pytest.mark.parametrize("javascript", [True, False])
def test_a_planner_adds_a_capacity_and_sees_what_somebody_else_changed_before_saving_over_it(planner, javascript):
    title = f"River police {javascript}"
    page = planner("first_planner", java_script_enabled=javascript)
    page.goto("/capacities/new/")
    page.get_by_label("What it is").fill(title)
    page.get_by_label("Category").select_option("specialized police team")
    page.get_by_label("Mission", exact=False).first.select_option("MINUSCA")
    page.get_by_label("border surveillance").check()
    page.get_by_label("Deployed").fill("3")
    page.get_by_label("Languages by English name").fill("French, Sango")
    page.get_by_label("Source").fill("Force list")
    page.get_by_label("As of").fill("2026-02-28")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    page.get_by_role("link", name="Change it").click()

    other = planner("second_planner")
    other.goto(page.url)
    other.get_by_label("Deployed").fill("5")
    other.get_by_role("button", name="Save").click()
    expect(other.get_by_text("3 → 5")).to_be_visible()

    page.get_by_label("Deployed").fill("4")
    with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        page.get_by_role("button", name="Save").click()
    assert answered.value.status == 409
    expect(page.get_by_role("row", name="Deployed 5 4")).to_be_visible()
    expect(page.get_by_label("Deployed")).to_have_value("4")
    page.get_by_role("button", name="Save mine").click()
    expect(page.get_by_text("5 → 4")).to_be_visible()


def test_a_list_is_looked_at_and_then_taken_in(planner, tmp_path):
    page = planner("first_planner")
    page.goto("/capacities/import/")
    clean(page)
    wrong, right = tmp_path / "wrong.csv", tmp_path / "right.csv"
    row = "MINUSCA,civilian post,Customs adviser,,{},,,,,French,,,Budget,2026-02-28,\n"
    wrong.write_text(f"{HEAD}\n{row.format('few')}")
    right.write_text(f"{HEAD}\n{row.format('2')}")
    page.get_by_label("The table").set_input_files(wrong)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_text("Give a whole number from 0 to 100000")).to_be_visible()
    clean(page)
    page.get_by_role("link", name="Choose a file").click()
    page.get_by_label("The table").set_input_files(right)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_text("Nothing is imported yet.")).to_be_visible()
    page.get_by_role("button", name="Import the table").click()
    expect(page.get_by_text("Imported: 1 new, 0 changed, 0 as they were.")).to_be_visible()
    clean(page)
    page.get_by_role("link", name="See the capacities").click()
    page.get_by_role("link", name="Customs adviser").click()
    clean(page)
    page.get_by_role("link", name="Change it").click()
    clean(page)


BROUGHT = """
from django.contrib.auth.models import User; from django.utils import timezone; from capacities import services
row = services.bring("capacities", [(2, {})], User.objects.get(username="first_planner"), queue=False)
row.state, row.attempts, row.heartbeat_at = "running", 1, timezone.now()
row.save(); print(row.pk)
"""


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ("UPDATE capacities_import SET state = 'cancelled' WHERE id = %s", "The import was cancelled."),
        ("DELETE FROM capacities_import WHERE id = %s", "There is nothing here"),
    ],
)
def test_a_bar_asks_again_when_it_was_not_answered_and_ends_when_its_work_is_gone(planner, chromium, site, then, said):
    state = planner("first_planner").context.storage_state()
    row = site.manage("shell", "--no-imports", "-c", BROUGHT)
    context = chromium.new_context(base_url=site.base, storage_state=state)  # its console speaks of the lost answer
    try:
        tab = context.new_page()
        tab.goto(f"/capacities/import/{row}/")
        with tab.expect_event("requestfailed"):
            tab.route("**/progress/", lambda route: route.abort(), times=1)
        site.sql(then % row)
        expect(tab.get_by_text(said)).to_be_visible(timeout=30_000)
    finally:
        context.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_long_table_is_worked_on_while_its_person_may_leave_and_cancel(planner, tmp_path, javascript):
    page = planner("first_planner", java_script_enabled=javascript)
    table = tmp_path / "long.csv"
    titles = (f"Post {javascript} {number}" for number in range(1000))
    table.write_text(
        "\n".join([HEAD, *(f"MINUSCA,civilian post,{one},,2,,,,,,,,Budget,2026-02-28," for one in titles)])
    )

    def bring():
        page.goto("/capacities/import/")
        page.get_by_label("The table").set_input_files(table)
        page.get_by_role("button", name="Look at it").click()
        expect(page.get_by_text("The table is being looked at. Nothing is imported yet.")).to_be_visible()

    bring()
    expect(page.get_by_role("status")).to_contain_text("Now:")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("The import was cancelled. Nothing was imported.")).to_be_visible()
    bring()
    page.goto("/capacities/import/")
    page.get_by_role("link", name="1000 rows").first.click()
    expect(page.get_by_text("1000 rows: 1000 new, 0 changed, 0 unchanged, 0 wrong.")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Import the table").click()
    expect(page.get_by_text("The table is being imported: all of its rows or none.")).to_be_visible()
    expect(page.get_by_text("Imported: 1000 new, 0 changed, 0 as they were.")).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="See the capacities").click()
    page.get_by_role("link", name=f"Post {javascript} 0", exact=True).wait_for()
