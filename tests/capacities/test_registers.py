"""Reference facts on partners and sanctions: what the files hold is checked, loads twice, and speaks the same words as mandates."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from capacities import registers
from capacities.models import Entity, EntityParent, Fiu, OnCrime, SanctionsRegime
from capacities.services import load_registers
from mandates.analysis import taxonomy
from missions import reference, services
from missions.records import Invalid


@pytest.fixture
def files(tmp_path) -> Path:
    for path in registers.DATA.glob("*.toml"):
        (tmp_path / path.name).write_text(path.read_text())
    return tmp_path


def change(files: Path, name: str, old: str, new: str) -> None:
    text = (files / name).read_text()
    assert old in text
    (files / name).write_text(text.replace(old, new, 1))


def test_crime_types_are_those_of_the_taxonomy_by_name_and_label():
    types = taxonomy.load()
    wanted = {name: t.label for name, t in types.types.items() if types.crime(name) and not t.part_of}
    assert registers.crime_types() == wanted


def test_every_country_of_a_mission_has_its_fiu_record():
    held = {record["country"] for record in registers.load().fius}
    assert held == {country["iso3"] for country in reference.load().countries}


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("fius.toml", 'egmont = "member"', 'egmont = "friend"', "egmont must be one of"),
        ("fius.toml", "fatf_as_of = 2026-06-19", "", "without its source and date"),
        ("fius.toml", 'fatf = "none"', 'fatf = "none"\nfatf_since = 2026-01-01', "is not listed"),
        ("fius.toml", 'country = "BIH"', 'country = "AFG"', "stands twice"),
        ("partners.toml", 'parent = "OSCE"', 'parent = "NOBODY"', "is no entity"),
        ("partners.toml", 'kind = "regional"', 'kind = "local"', "kind must be one of"),
        ("sanctions.toml", 'crime_types = ["gangs"', 'crime_types = ["gangsters"', "crime type gangsters"),
        ("sanctions.toml", "budgeted_for = 2026", 'budgeted_for = "2026"', "panel: budgeted_for must be a int"),
        ("sanctions.toml", 'status = "ended"', 'status = "in_force"', "it has an end"),
    ],
)
def test_a_record_that_is_wrong_is_named_with_its_file(files, name, old, new, said):
    change(files, name, old, new)
    with pytest.raises(Invalid, match=said) as refused:
        registers.load(files)
    assert str(refused.value).startswith(name)


@pytest.mark.django_db
def test_the_reference_is_created_once_updated_where_it_changed_and_else_unchanged(files):
    services.load_register(reference.load())
    first = load_registers(registers.load())
    assert first["FIUs"].created == Fiu.objects.count() == 21
    again = load_registers(registers.load())
    assert {(c.created, c.updated) for c in again.values()} == {(0, 0)}
    change(files, "fius.toml", 'egmont = "member"', 'egmont = "suspended"')
    third = load_registers(registers.load(files))
    assert (third["FIUs"].created, third["FIUs"].updated) == (0, 1)
    assert Fiu.objects.filter(egmont="suspended").count() == 1


@pytest.mark.django_db
def test_a_country_that_is_not_on_the_register_is_refused():
    with pytest.raises(Invalid, match="not on the register"):
        load_registers(registers.load())


@pytest.mark.django_db
def test_one_command_loads_all_reference_data():
    call_command("load_reference", verbosity=0)
    assert SanctionsRegime.objects.get(code="haiti").panel.budgeted_for == 2026
    assert set(OnCrime.objects.get(citation="S/RES/2752 (2024), paragraph 1").crime_types) == {"natural_resources"}


@pytest.mark.django_db
def test_a_parent_holds_from_its_first_day_to_the_day_before_its_last_and_a_consultation_never():
    facts = {"source": "tests", "as_of": date(2030, 1, 1)}
    child, old, new = (Entity.objects.create(code=c, name=c, kind="un_entity", **facts) for c in ("CHI", "OLD", "NEW"))
    tie = {"entity": child, **facts}
    EntityParent.objects.create(parent=old, state="in_force", until=date(2030, 6, 1), **tie)
    assert child.parent_on(date(2030, 5, 31)) == old
    child = Entity.objects.get(code="CHI")
    EntityParent.objects.create(**tie | {"entity": child}, parent=new, state="under_consultation")
    assert child.parent_on(date(2030, 6, 1)) is None
    EntityParent.objects.create(**tie | {"entity": child}, parent=new, state="in_force", since=date(2030, 6, 1))
    assert child.parent_on(date(2030, 6, 1)) == new
    assert child.parent_on(date(2030, 5, 31)) == old
