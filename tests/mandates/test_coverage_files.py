"""Coverage of a mandate as files: what the page says, for whom it says it, and without a restricted partner."""

import pytest

from capacities.models import Partner
from mandates import jobs, services
from tests.drawn import SVG, alone, lines, words
from tests.mandates import drafts
from tests.mandates.test_coverage import analysts, mandate, mission  # noqa: F401, the same mandate as on the page
from tests.mandates.test_views import said

pytestmark = pytest.mark.django_db
FACTS = {"kind": "monitor", "source": "tests", "as_of": "2030-01-01", "crime_types": ["natural_resources"]}
AT = "/missions/UNMINA/coverage"


def partner(mission, name: str, sensitivity: str) -> Partner:  # noqa: F811
    made = Partner.objects.create(name=name, sensitivity=sensitivity, **FACTS)
    made.countries.add(mission.countries.get())
    return made


def test_the_list_says_each_line_of_the_page_with_its_people_and_its_reason(client, owner, mandate, mission, analysts):  # noqa: F811
    partner(mission, "=River Watch", "public")
    client.force_login(owner)
    found = lines(client.get(f"{AT}.csv"))
    by_name = {line["Name"]: line for line in found}
    assert list(by_name["analysis of illegal networks"].values()) == [
        *("expertise", "analysis of illegal networks", "organized crime, natural resources", "covered", "", "6", ""),
        "Network analysts: 6 deployed; how many are authorized is not known.",
    ]
    assert {line["Answer"] for line in found if line["What it takes"] == "expertise"} == {"covered", "missing"}
    monitor = by_name["civil-society monitor"]
    assert (monitor["Answer"], monitor["Why, or who"]) == ("1 recorded", "'=River Watch")
    assert by_name["satellite images"]["What it takes"] == "equipment"
    page = said(client.get(f"{AT}/")).casefold()
    assert all(line["Name"].casefold() in page and line["For"].casefold() in page for line in found)
    assert "6 there; number authorized not known" in page and f"{AT}.svg?mandate={mandate.pk}".casefold() in page


def test_the_drawing_says_the_answers_in_words_and_stands_alone(client, owner, mandate, analysts):  # noqa: F811
    client.force_login(owner)
    root = alone(client.get(f"{AT}.svg?mandate={mandate.pk}"))
    told = words(root)
    assert "Analysis of illegal networks: covered, 6 there; number authorized not known." in told
    assert "By S/RES/3101 (2030)." in told and "Source: capacities and partners recorded" in told
    _, top, _, height = map(int, root.get("viewBox").split())
    assert top + height > int(root.findall(f"{SVG}text")[-1].get("y")) + 24


def test_no_file_counts_or_names_a_restricted_partner_whoever_asks(client, owner, administrator, mandate, mission):  # noqa: F811
    partner(mission, "River Watch", "public")
    partner(mission, "Ford Friends", "internal")
    partner(mission, "Gorge Circle", "restricted").named.add(owner)
    for person, count, names in ((owner, 1, "River Watch"), (administrator, 2, "Ford Friends; River Watch")):
        client.force_login(person)
        [monitor] = [line for line in lines(client.get(f"{AT}.csv")) if line["Name"] == "civil-society monitor"]
        assert sorted(monitor["Why, or who"].split("; ")) == names.split("; ")
        assert f"Civil-society monitor: {count} recorded." in words(alone(client.get(f"{AT}.svg")))
    client.force_login(owner)
    page = said(client.get(f"{AT}/"))
    assert "Gorge Circle" in page and "2 recorded" in page  # the page tells the person to whom it is named


def test_a_draft_leaves_with_those_who_see_it_alone_and_nothing_asked_is_no_file(client, owner, stranger, mission):  # noqa: F811
    client.force_login(owner)
    assert client.get(f"{AT}.csv").status_code == client.get(f"{AT}.svg").status_code == 404
    version = services.submit(owner=owner, data=drafts.HELD.encode(), title="River renewal", mission=mission)
    jobs.review_mandate(version.jobs.get().pk)
    query = f"?mandate={version.mandate_id}"
    drawn = client.get(f"{AT}.svg{query}")
    assert "By a draft." in words(alone(drawn)) and b"River renewal" not in drawn.content
    assert lines(client.get(f"{AT}.csv{query}"))
    client.force_login(stranger)
    assert client.get(f"{AT}.csv{query}").status_code == client.get(f"{AT}.svg{query}").status_code == 404


def test_the_files_cost_no_more_than_the_page(client, owner, mandate, analysts, django_assert_max_num_queries):  # noqa: F811
    client.force_login(owner)
    for kind in ("csv", "svg"):
        with django_assert_max_num_queries(12):
            assert client.get(f"{AT}.{kind}").status_code == 200
