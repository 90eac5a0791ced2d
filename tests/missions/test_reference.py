import pytest
from django.core.management import CommandError, call_command

from missions import reference, services
from missions.models import Country, Mission

COUNTRIES = '[[country]]\niso3 = "KAR"\niso_numeric = "999"\nname = "Karesia"\n'
MISSION = (
    '[[mission]]\nacronym = "UNMKA"\nname = "United Nations Mission in Karesia"\ntype = "peacekeeping"\nstatus = "active"\n'
    'countries = ["KAR"]\nsource = "S/RES/2999 (2031), paragraph 1"\nas_of = 2031-03-03\n'
)


@pytest.fixture
def folder(tmp_path):
    def write(missions=MISSION, countries=COUNTRIES):
        (tmp_path / "countries.toml").write_text(countries)
        (tmp_path / "missions.toml").write_text(missions)
        return tmp_path

    return write


def test_the_register_holds_real_missions_with_sources_and_dates():
    register = reference.load()
    assert len(register.missions) >= 20
    assert all(m["source"] and m["as_of"] for m in register.missions)
    assert {m["type"] for m in register.missions} == reference.TYPES


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("source = ", "sauce = "), "unknown field sauce"),
        (('source = "S/RES/2999 (2031), paragraph 1"\n', ""), "source is missing"),
        (('"active"', '"sleeping"'), "status must be one of"),
        (('["KAR"]', '["XXX"]'), "country XXX is not in countries.toml"),
        (("2031-03-03", '"March"'), "as_of must be a date"),
        (("status", "closed = 2031-01-01\nstatus"), "not closed"),
        (("source", "mandate_began = 2031-01-01\nsource"), "none is named"),
        (('"United Nations Mission in Karesia"', '""'), "name is empty"),
    ],
)
def test_a_wrong_record_is_refused_with_its_file_and_name(folder, change, said):
    with pytest.raises(reference.Invalid) as refused:
        reference.load(folder(MISSION.replace(*change)))
    assert "missions.toml, UNMKA" in str(refused.value)
    assert said in str(refused.value)


def test_a_record_that_stands_twice_is_refused(folder):
    with pytest.raises(reference.Invalid, match="acronym stands twice"):
        reference.load(folder(MISSION + MISSION))


@pytest.mark.django_db
def test_loading_twice_changes_nothing(folder):
    register = reference.load(folder())
    first = services.load_register(register)["missions"]
    again = services.load_register(register)["missions"]
    assert (first.created, again.created, again.updated, again.unchanged) == (1, 0, 0, 1)
    assert [c.iso3 for c in Mission.objects.get().countries.all()] == ["KAR"]


@pytest.mark.django_db
def test_a_changed_fact_is_updated_and_one_that_was_taken_out_is_emptied(folder):
    services.load_register(reference.load(folder(MISSION + "mandate_ends = 2032-01-01\n")))
    counts = services.load_register(reference.load(folder(MISSION.replace("active", "closing"))))["missions"]
    mission = Mission.objects.get()
    assert (counts.updated, mission.status, mission.mandate_ends) == (1, "closing", None)


def test_a_mandate_that_ends_before_it_began_is_refused(folder):
    said = 'mandate_in_force = "S/RES/2999 (2031)"\nmandate_began = 2031-03-03\nmandate_ends = 2031-03-02\n'
    with pytest.raises(reference.Invalid, match="ends before it began"):
        reference.load(folder(MISSION + said))


@pytest.mark.django_db
def test_the_command_loads_the_register_and_says_what_it_did(capsys):
    call_command("load_reference")
    assert f"missions: {Mission.objects.count()} created, 0 updated, 0 unchanged" in capsys.readouterr().out
    assert Country.objects.exists()


def test_the_command_says_what_is_wrong(monkeypatch, folder):
    bad = folder(MISSION.replace("active", "sleeping"))
    monkeypatch.setattr(reference.load, "__defaults__", (bad,))
    with pytest.raises(CommandError, match="status must be one of"):
        call_command("load_reference", "--check")
