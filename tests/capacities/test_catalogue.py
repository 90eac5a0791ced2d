"""The reference data of capacities: every fact with its source, nothing guessed, and a wrong record refused by name."""

import shutil

import pytest
from django.core.management import CommandError, call_command

from capacities import catalogue, services
from capacities.models import Expertise, Strength
from missions.models import Mission
from missions.records import Invalid


@pytest.fixture
def folder(tmp_path):
    """A copy of the files, in which one passage is changed."""

    def changed(file: str, old: str, new: str):
        shutil.copytree(catalogue.DATA, tmp_path, dirs_exist_ok=True)
        text = (tmp_path / file).read_text()
        assert old in text
        (tmp_path / file).write_text(text.replace(old, new, 1))
        return tmp_path

    return changed


def test_lead_times_are_those_published_and_others_say_that_none_is():
    lead = {name: facts.lead_time for name, facts in catalogue.held().categories.items()}
    assert {name: time.months for name, time in lead.items() if time.months} == {
        "individual_police": (3, 3),
        "seconded_post": (6, 9),
    }
    for published in (time for time in lead.values() if time.months):
        assert published.counts_from and published.source_url.startswith("https://police.un.org/")
    for unpublished in (time for time in lead.values() if not time.months):
        assert unpublished.said.startswith("No ")


def test_eight_operations_have_strengths_on_two_days_each_with_its_document():
    strengths = catalogue.held().strengths
    assert len({s["mission"] for s in strengths}) == 8
    assert {str(s["as_of"]) for s in strengths} == {"2025-06-30", "2026-02-28"}
    assert all(s["source"].startswith("A/80/604/Add.") for s in strengths)


def test_a_dash_in_the_source_is_not_known_and_says_so():
    unknown = [s for s in catalogue.held().strengths if "actual" not in s]
    assert ("UNISFA", "formed_police") in {(s["mission"], s["category"]) for s in unknown}
    assert all("dash" in s["note"] for s in unknown)


def test_every_profile_says_whose_claim_it_is():
    for profile in catalogue.held().profiles.values():
        assert profile.basis == "ours, by judgement"
        assert profile.expertise and profile.partners


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("expertise.toml", 'name = "intelligence"', 'name = "crime_scene"', "crime_scene: name stands twice"),
        ("profiles.toml", '"network_analysis"', '"mind_reading"', "mind_reading is not a name of expertise"),
        ("profiles.toml", '"specialized_police"', '"nobody"', "nobody is not a name of partners"),
        ("categories.toml", "months = [6, 9]", "months = [9, 6]", "seconded_post: months must be the least and the most"),
        ("categories.toml", "months = [6, 9]\n", "", "seconded_post: give either months or not_published"),
        ("categories.toml", 'counts_from = "the submission of candidates"\n', "", "counts_from is missing"),
        ("strengths.toml", "military_contingents", "pirates", "UNDOF, pirates, 2025-06-30: category must be one of"),
        ("strengths.toml", "actual = 1175", 'actual = "many"', "actual must be a int"),
        ("languages.toml", 'sg = "Sango"\n', "", "sg has no name"),
    ],
)  # fmt: skip
def test_a_wrong_record_is_refused_with_its_file_and_name(folder, file, old, new, said):
    with pytest.raises(Invalid) as refused:
        catalogue.load(folder(file, old, new))
    assert said in str(refused.value)
    assert str(refused.value).startswith(file)


@pytest.mark.django_db
def test_the_command_loads_the_reference_of_every_app_and_a_second_run_changes_nothing(capsys):
    call_command("load_reference")
    first = capsys.readouterr().out
    assert f"expertise: {Expertise.objects.count()} created, 0 updated, 0 unchanged" in first
    assert first.index("missions:") < first.index("strengths:")
    call_command("load_reference")
    assert "strengths: 0 created, 0 updated, 56 unchanged" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_published_strength_is_kept_as_published_and_an_unknown_one_as_unknown():
    call_command("load_reference", verbosity=0)
    police = Strength.objects.get(mission__acronym="MINUSCA", category="individual_police", as_of="2026-02-28")
    assert (police.authorized, police.actual, police.source) == (600, 414, "A/80/604/Add.9")
    assert Strength.objects.get(mission__acronym="UNISFA", category="formed_police", as_of="2026-02-28").actual is None


@pytest.mark.django_db
def test_a_strength_that_is_corrected_is_updated(folder):
    call_command("load_reference", verbosity=0)
    counts = services.load_catalogue(catalogue.load(folder("strengths.toml", "actual = 1175", "actual = 1176")))
    assert (counts["strengths"].updated, counts["strengths"].unchanged) == (1, 55)


@pytest.mark.django_db
def test_a_strength_of_a_mission_that_is_not_on_the_register_loads_nothing_at_all(monkeypatch, folder):
    bad = folder("strengths.toml", 'mission = "UNDOF"', 'mission = "UNMKA"')
    monkeypatch.setattr(catalogue.load, "__defaults__", (bad,))
    with pytest.raises(CommandError, match="UNMKA is not on the register"):
        call_command("load_reference")
    assert not Mission.objects.exists() and not Expertise.objects.exists()
