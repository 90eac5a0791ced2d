"""Which paragraphs of an adopted text are agreed language, and what is known of each."""

import pytest

from mandates import jobs, services
from mandates.models import Paragraph, Precedent
from tests.mandates.adopted import adopt, text

pytestmark = pytest.mark.django_db

POLICE = (
    "4. Requests UNMINA, together with UNODC and INTERPOL, to set up a specialized police team that traces the proceeds of "
    "gold smuggling;"
)


@pytest.fixture
def rows(owner):
    version = adopt(owner, text(3101, 2030, more=POLICE), "S/RES/3101 (2030)")
    return {row.label: row for row in version.precedents.all()}


def test_every_paragraph_that_names_organized_crime_is_one_and_no_other(rows):
    assert list(rows) == ["PP2", "2 (b) (ii)", "3", "4"]


def test_a_row_knows_its_place_and_whom_it_tells_with_what_verb(rows):
    places = {label: (row.place, row.lead_verb, row.strength) for label, row in rows.items()}
    assert places == {
        "PP2": ("preamble", "", None),
        "2 (b) (ii)": ("own_task", "Decides", 5),
        "3": ("others", "Calls upon", 3),
        "4": ("mission", "Requests", 4),
    }


def test_an_item_carries_the_words_that_open_its_list(rows):
    assert rows["2 (b) (ii)"].chapeau.startswith("Decides that the mandate of UNMINA shall include")
    assert rows["4"].chapeau == ""


def test_police_expertise_and_partners_are_seen_where_they_are_named(rows):
    assert [label for label, row in rows.items() if row.names_police] == ["4"]
    assert [label for label, row in rows.items() if row.names_partners] == ["4"]


def test_types_stand_between_blanks_and_the_year_is_that_of_the_symbol(rows):
    assert rows["3"].crime_types == " human_trafficking "
    assert {row.year for row in rows.values()} == {2030}
    assert {row.mission_name for row in rows.values()} == {"UNMINA"}


def test_a_row_links_to_its_paragraph(rows):
    for row in rows.values():
        paragraph = Paragraph.objects.get(version=row.version, index=row.paragraph)
        assert (paragraph.label, paragraph.anchor, paragraph.text) == (row.label, row.anchor, row.text)


def test_a_draft_has_none(owner):
    version = services.submit(owner=owner, data=text(3101, 2030).encode(), queue=False)
    jobs.review_mandate(version.jobs.get().pk)
    assert version.paragraphs.exists() and not Precedent.objects.exists()


def test_only_the_newest_version_of_a_text_counts_and_a_second_review_doubles_nothing(owner, rows):
    first = next(iter(rows.values())).version
    better = text(3101, 2030, more=POLICE.replace("UNODC and ", ""))
    second = services.submit(owner=owner, data=better.encode(), mandate=first.mandate, queue=False)
    jobs.review_mandate(second.jobs.get().pk)
    job = services.start_review(second, again=True, queue=False)
    jobs.review_mandate(job.pk)
    assert set(Precedent.objects.values_list("version", flat=True)) == {second.pk}
    assert Precedent.objects.count() == 4
