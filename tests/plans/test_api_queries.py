"""What an address of plans costs the database does not grow with what it shows; tests/query_budgets.toml has the limits."""

import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from rest_framework.authtoken.models import Token

from capacities.models import Assessment, Capacity, SanctionsRegime
from plans import services
from plans.models import Assignment, Milestone, PlanTask
from tests.plans.conftest import BEGINS, ENDS, make_partner
from tests.plans.test_proposing import proposed

pytestmark = pytest.mark.django_db
BUDGETS = tomllib.loads((Path(__file__).parent.parent / "query_budgets.toml").read_text())["api_of_plans"]
ROWS = 30


def fill(plan, option, expertise, nambira, regime, planner, number: int) -> None:
    """One more of everything that hangs on a plan: tasks, capacities, partners, regimes, assignments, options, remarks."""
    told = {"title": "Against gangs", "place": number + 2, "crime_types": ["gangs"], "added": True}
    task = services.add(PlanTask(plan=plan, label=f"9 ({number})", **told), by=planner)
    facts = {"category": "individual_police", "deployed": 2, "source": "tests", "as_of": "2030-01-01"}
    team = Capacity.objects.create(mission=plan.mission, title=f"Team {number}", **facts)
    team.expertise.set(list(expertise.values())[: 2 + number % 5])
    partner = make_partner(nambira, f"Watch {number}")
    days = {"assessed_on": BEGINS, "review_on": ENDS}
    Assessment.objects.create(partner=partner, level="low", grounds="Known.", by=planner, **days)
    other = SanctionsRegime.objects.create(
        code=f"r{number}", name=f"R{number}", status="in_force", source="t", as_of=BEGINS
    )
    other.countries.add(nambira)
    for who in ({"capacity": team, "people": 1}, {"partner": partner}, {"regime": other}):
        begins = BEGINS + timedelta(days=number)
        services.add(Assignment(option=option, task=task, begins=begins, ends=ENDS, **who), by=planner)
    services.add(Milestone(plan=plan, title="Cases", due=ENDS, task=task), by=planner)
    services.comment(plan, "Late.", planner)
    if number < 5:
        services.add(type(option)(plan=plan, approach="mixed", title=f"Way {number}"), by=planner)


def costs(client, places: dict) -> dict[str, int]:
    found = {}
    for template in BUDGETS:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(template.format(**places))
        assert response.status_code == 200, template
        found[template] = len(queries)
    return found


def test_no_address_of_plans_costs_more_queries_with_thirty_rows_than_with_one(
    plan, option, assigned, expertise, nambira, regime, monitor, planner
):
    client = Client(headers={"Authorization": f"Token {Token.objects.create(user=planner).key}"})
    given = (plan, option, expertise, nambira, regime, planner)
    fill(*given, 0)
    team, task = assigned.capacity, plan.tasks.first()
    asked = proposed(option, planner, ("capacity", team), ("partner", monitor), ("regime", regime))
    places = {"plan": plan.pk, "option": option.pk, "assignment": assigned.pk, "proposal": asked.pk}
    one = costs(client, places)
    for number in range(1, ROWS):
        fill(*given, number)
    more = [("partner", make_partner(nambira, f"Circle {number}")) for number in range(ROWS)]
    asked.answer = proposed(option, planner, ("capacity", team), ("regime", regime), *more).answer
    asked.save()
    assert task == plan.tasks.first()
    many = costs(client, places)
    assert {a: (one[a], many[a]) for a in BUDGETS if many[a] > one[a]} == {}
    assert {a: many[a] for a in BUDGETS if many[a] > BUDGETS[a]} == {}
    assert {a: BUDGETS[a] for a in BUDGETS if BUDGETS[a] > max(12, many[a])} == {}, "a budget above what is needed"
