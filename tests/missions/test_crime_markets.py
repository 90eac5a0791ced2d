"""The Organized Crime Index comes from the user's own download: checked row by row, all or nothing."""

from decimal import Decimal
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from missions import crime_markets, services
from missions.models import Country, CrimeMarket, Mission
from tests.missions.test_views import said

HEAD = "edition,Country,Criminality avg,Human trafficking,Cocaine trade,State-embedded actors,Resilience avg,New column"
TABLE = f"{HEAD}\n2031,Nambira,5.5,6.5,2.0,8.0,3.25,x\n2033,Nambira Rep.,5.75,7,,8.5,3,x\n2033,Elsewhere,1,1,1,1,1,x\n"
NAMES = {"nambira": "NBI", "nambira rep.": "NBI"}


def read(text: str) -> crime_markets.Table:
    return crime_markets.read(text.encode(), NAMES)


def test_the_scores_of_the_registers_countries_are_read_under_any_of_their_names():
    table = read(TABLE)
    assert (table.wrong, table.others) == ((), 1)
    assert [(s.edition, s.name, s.kind, s.score) for s in table.scores if s.edition == 2031] == [
        (2031, "Human trafficking", "market", Decimal("6.50")),
        (2031, "Cocaine trade", "market", Decimal("2.00")),
        (2031, "State-embedded actors", "actor", Decimal("8.00")),
        (2031, "Criminality avg", "average", Decimal("5.50")),
        (2031, "Resilience avg", "average", Decimal("3.25")),
    ]
    assert "Cocaine trade" not in {s.name for s in table.scores if s.edition == 2033}  # empty: not scored
    assert (
        table.sentence
        == "9 scores of 1 countries of the register (2031, 2033); 1 rows of other countries are left out."
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("6.5,2.0", "high,2.0"), "Line 2: Human trafficking is no number."),
        (("6.5,2.0", "11,2.0"), "Line 2: Human trafficking is not from 1 to 10."),
        (("6.5,2.0", "NaN,2.0"), "Line 2: Human trafficking is not from 1 to 10."),
        (("2033,Nambira Rep.", "2031,Nambira Rep."), "Line 3: the country stands twice in this edition."),
        (("2031,Nambira", "last,Nambira"), "Line 2: the edition is no year."),
        (("edition,", "year,"), "The first line does not name the columns of the index: edition …"),
    ],
)
def test_what_is_wrong_is_said_row_by_row(change, sentence):
    assert read(TABLE.replace(*change)).wrong == (sentence,)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b'a,"b\n'])
def test_what_is_no_csv_is_refused_in_one_sentence(data):
    assert crime_markets.read(data, NAMES).wrong[0].startswith(("This is no CSV file", "The first line"))


@pytest.fixture
def mission(db):
    mission = Mission.objects.create(
        acronym="UNMINA", name="Mission", type="peacekeeping", status="active", source="tests", as_of="2030-01-01"
    )
    mission.countries.add(Country.objects.create(iso3="NBI", iso_numeric="991", name="Nambira", also=["Nambira Rep."]))
    return mission


def test_an_import_can_be_run_again_and_says_what_it_changed(mission):
    scores = crime_markets.read(TABLE.encode(), services.country_names()).scores
    counts = services.load_crime_markets(scores, None)
    assert (counts.created, counts.updated, counts.unchanged) == (9, 0, 0)
    newer = crime_markets.read(TABLE.replace("6.5", "6.0").encode(), services.country_names()).scores
    counts = services.load_crime_markets(newer, None)
    assert (counts.created, counts.updated, counts.unchanged) == (0, 1, 8)


def test_the_command_checks_first_and_writes_nothing_where_a_row_is_wrong(mission, tmp_path):
    file = tmp_path / "index.csv"
    file.write_text(TABLE)
    out = StringIO()
    call_command("import_crime_markets", str(file), "--check", stdout=out)
    assert "9 scores of 1 countries" in out.getvalue()
    file.write_text(TABLE.replace("8.5", "85"))
    with pytest.raises(CommandError, match="Line 3: State-embedded actors is not from 1 to 10"):
        call_command("import_crime_markets", str(file))
    assert not CrimeMarket.objects.exists()


def test_a_mission_shows_the_newest_edition_or_says_that_none_is_loaded(client, owner, mission):
    client.force_login(owner)
    assert "Not loaded: the index’s figures do not come with this program." in said(client.get("/missions/UNMINA/"))
    services.load_crime_markets(crime_markets.read(TABLE.encode(), services.country_names()).scores, None)
    page = said(client.get("/missions/UNMINA/"))
    assert "Nambira, edition of 2033" in page
    assert '<th scope="row">Human trafficking</th><td class="r num">7.0</td>' in page
    assert "edition of 2031" not in page


def test_an_administrator_brings_the_table_and_nobody_else(client, owner, administrator, mission):
    client.force_login(owner)
    assert client.get("/missions/crime-markets/").status_code == 403
    client.force_login(administrator)

    def send(text: str, **more):
        return client.post("/missions/crime-markets/", {"file": SimpleUploadedFile("i.csv", text.encode()), **more})

    assert "Nothing is wrong with it." in said(send(TABLE, check="on"))
    assert not CrimeMarket.objects.exists()
    wrong = send(TABLE.replace("8.5", "85"))
    assert (wrong.status_code, CrimeMarket.objects.count()) == (422, 0)
    assert "9 created, 0 updated, 0 unchanged." in said(send(TABLE))
    assert set(CrimeMarket.objects.values_list("imported_by", flat=True)) == {administrator.pk}
