"""The portfolio: what is asked of it stands in the address, narrows and orders page and files alike, or is refused in a sentence."""

import csv
import io
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from missions.models import Country
from tests.mandates import adopted_rows as adopted

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year
TOP = {"position": "main_task", "best_main_task_rank": 1, "flagged": "no", "flag_reason": "", "main_tasks": 2}
WITHIN = {"position": "within_main_task", "best_containing_rank": 2, "flag_reason": "clause or sub-task"}


@pytest.fixture
def signed_in(client, stranger):
    client.force_login(stranger)
    return client


@pytest.fixture
def held(owner):
    """Three open missions with a text each, one without, a closed one."""
    day = timezone.localdate()
    one = adopted.mission("UNA", mandate_ends=day + timedelta(days=80))
    two = adopted.mission("UNB", mandate_ends=day + timedelta(days=20), type="political")
    three = adopted.mission("UNC", mandate_ends=day - timedelta(days=20))
    adopted.mission("UND")
    closed = adopted.mission("UNX", status="closed")
    one.countries.add(Country.objects.create(iso3="MLI", iso_numeric="466", name="Mali"))
    adopted.resolution(owner, 2801, YEAR - 1, mission=one, crimes=("gangs",), project=True, **TOP)
    adopted.resolution(owner, 2802, YEAR - 1, mission=two, **WITHIN)
    adopted.resolution(owner, 2803, YEAR - 2, mission=three, position="absent")
    adopted.resolution(owner, 2804, YEAR - 3, mission=closed, position="others_only")


def missions(client, query: str) -> list[str]:
    """The missions of the file, in its order."""
    answer = client.get(f"/portfolio.csv?{query}")
    assert answer.status_code == 200, answer.content
    return list(
        dict.fromkeys(row["Mission"] for row in csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    )


@pytest.mark.parametrize(
    "query, there",
    [
        ("", ["UNB", "UNA", "UNC", "UND"]),  # an end that has passed stands after those to come
        ("order=-ends", ["UNA", "UNB", "UNC", "UND"]),
        ("order=position", ["UNA", "UNB", "UNC", "UND"]),
        ("order=-position", ["UNC", "UNB", "UNA", "UND"]),
        ("order=-mission", ["UND", "UNC", "UNB", "UNA"]),
        ("missions=all&order=mission", ["UNA", "UNB", "UNC", "UND", "UNX"]),
        ("missions=closed", ["UNX"]),
        ("type=political", ["UNB"]),
        ("where=MLI", ["UNA"]),
        ("where=Western+Africa", ["UNA"]),
        ("crime_type=gangs", ["UNA"]),
        ("flagged=true", ["UNB", "UNC"]),
        ("missions=all&flagged=true&order=-mission", ["UNC", "UNB", "UNX"]),
    ],
)
def test_what_is_asked_narrows_and_orders(held, signed_in, query, there):
    assert missions(signed_in, query) == there


def test_the_page_has_the_order_in_its_heads_and_keeps_what_is_asked_in_its_links(held, signed_in):
    page = signed_in.get("/?type=peacekeeping&order=position").content.decode()
    head = page.split('class="heat"')[1].split("</thead>")[0]
    assert head.count("aria-sort") == 1 and 'class="now" aria-sort="ascending"' in head
    assert 'href="?type=peacekeeping&amp;order=-position#portfolio"' in head
    assert (
        'href="?type=peacekeeping#portfolio"' in head
    )  # the end of the mandate, which is the order unless another is asked for
    assert "/portfolio.csv?type=peacekeeping&amp;order=position" in page
    assert "1 more that is closed" in page and "?type=peacekeeping&amp;missions=all&amp;order=position" not in page


def test_the_drawing_holds_the_same_missions_and_stands_alone(held, signed_in):
    answer = signed_in.get("/portfolio.svg?type=political")
    assert "forefront-portfolio-" in answer["Content-Disposition"]
    words = "".join(ElementTree.fromstring(answer.content).itertext())
    assert "UNB" in words and "UNA" not in words


@pytest.mark.parametrize(
    "query, sentence",
    [
        ("colour=red", "There is no such filter. Those taken here: missions, type, where,"),
        ("order=weather", "Order: Choose one of: -ends, position,"),
        ("where=Atlantis", "Where: No mission works in such a region or country"),
        ("since=whenever", "Since: Give a year from 1946 to 2100."),
        ("since=2015&until=2010", "The first year stands after the last."),
        ("flagged=perhaps", "Flagged: Choose one of: true."),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence_and_not_repeated(held, signed_in, query, sentence):
    for address in ("/", "/portfolio.csv", "/portfolio.svg"):
        answer = signed_in.get(f"{address}?{query}")
        assert answer.status_code == 400
        assert sentence in answer.content.decode()
        assert query.split("=")[1] not in answer.content.decode().replace("2010", "") or "since=2015" in query


def test_nobody_who_is_not_signed_in_gets_a_file(held, client):
    assert client.get("/portfolio.csv").status_code == client.get("/portfolio.svg").status_code == 302
