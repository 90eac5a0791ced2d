"""What the home page costs the database does not grow with what it shows; tests/query_budgets.toml has the limit."""

import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plans import services as planning
from plans.models import Assignment
from tests.mandates import adopted_rows as adopted
from tests.mandates import drafts

pytestmark = pytest.mark.django_db
BUDGET = tomllib.loads((Path(__file__).parent.parent / "query_budgets.toml").read_text())["home"]


def test_home_costs_no_more_queries_with_thirty_rows_than_with_one(
    client, submit, planner, analysts, monitor, regime, mission
):
    day = timezone.localdate()
    mission.mandate_in_force = "S/RES/3200 (2030)"
    mission.save()

    def fill(number: int) -> None:
        there = adopted.mission(
            f"UN{number}", mandate_ends=day + timedelta(days=number), mandate_in_force="S/RES/1 (2000)"
        )
        adopted.resolution(planner, 2000 + number, 2020, mission=there, position="others_only")
        text = drafts.HELD.replace("3101", f"32{number:02}")
        held = submit(text, owner=planner, draft=False, mission=mission)
        submit(drafts.NAMBIRA.replace("ninety days", f"{number + 2} weeks"), owner=planner, mission=there)
        told = {"begins": day, "ends": day + timedelta(days=300), "nominated_on": day}
        plan = planning.open_plan(mandate=held, mission=mission, by=planner, title=f"Plan {number}", **told)
        days = {"begins": plan.begins, "ends": plan.ends, "capacity": analysts, "people": 1}
        planning.add(Assignment(option=plan.options.first(), task=plan.tasks.first(), **days), by=planner)

    def cost() -> int:
        client.force_login(planner)
        client.get("/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/").status_code == 200
        return len(queries)

    fill(0)
    one = cost()
    for number in range(1, 30):
        fill(number)
    assert cost() == one
    assert one <= BUDGET["/"]
