"""What the register knows of a mission is laid beside its draft and its mandate in force, and beside no other text."""

from datetime import date

import pytest
from django.utils import timezone
from django.utils.translation import override

from capacities import judging
from capacities.models import Capacity, Expertise, Fiu, OnCrime, Panel, Partner, SanctionsRegime
from mandates import contexts, jobs, registers, services
from mandates.analysis import pipeline, read, values
from mandates.models import Review, Sweep, TextVersion
from missions.models import Country, Mission
from tests.mandates import drafts

pytestmark = pytest.mark.django_db
SYMBOL = "S/RES/3101 (2030)"
TODAY = date(2030, 9, 1)
CITED = "S/RES/2901 (2027), paragraph 4"
WITH_DRUGS = drafts.NAMBIRA.replace(
    "against organized criminal networks", "against drug trafficking, criminal networks"
)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *given: TODAY)


@pytest.fixture
def mission():
    mission = Mission.objects.create(
        acronym="UNMINA",
        name="United Nations Mission in Nambira",
        type="peacekeeping",
        status="active",
        mandate_in_force=SYMBOL,
        source="tests",
        as_of="2030-01-01",
    )
    mission.countries.add(Country.objects.create(iso3="NBI", iso_numeric="991", name="Nambira"))
    return mission


@pytest.fixture
def analysts(mission):
    expertise = Expertise.objects.create(name="network_analysis", label="network analysis", definition="d", source="s")
    team = Capacity.objects.create(
        mission=mission, category="specialized_team", title="Analysts", deployed=6, source="t", as_of="2030-01-01"
    )
    team.expertise.add(expertise)
    return team


@pytest.fixture
def regime(mission):
    held = SanctionsRegime.objects.create(
        code="nambira",
        name="Nambira",
        status="in_force",
        established_by="S/RES/2901 (2027)",
        measures_until=date(2031, 3, 1),
        source="tests",
        as_of=date(2030, 3, 1),
    )
    held.countries.add(*mission.countries.all())
    OnCrime.objects.create(regime=held, kind="criterion", citation=CITED, crime_types=["wildlife"], summary="s")
    Panel.objects.create(regime=held, name="Panel of Experts on Nambira", established_by="S/RES/2901 (2027)")
    return held


def partner(mission, kind: str, **said) -> Partner:
    told = {"sensitivity": "public", "engagement": "contact", "source": "tests", "as_of": "2030-01-01", **said}
    made = Partner.objects.create(kind=kind, name=f"{kind} {Partner.objects.count()}", **told)
    made.countries.add(*mission.countries.all())
    return made


def reviewed(owner, text: str = drafts.NAMBIRA, **told) -> TextVersion:
    version = services.submit(owner=owner, data=text.encode(), **told)
    jobs.review_mandate(version.jobs.get().pk)
    return version


def findings(version: TextVersion) -> dict[str, str]:
    return dict(Review.objects.get(version=version).findings.values_list("code", "message"))


def known(version: TextVersion) -> values.Register:
    version = TextVersion.objects.select_related("mandate__mission", "review").get(pk=version.pk)
    return registers.beside_review(version.review, version.mandate)


def test_what_nobody_in_the_mission_has_is_said_of_a_draft(owner, mission, analysts):
    message = findings(reviewed(owner, mission=mission))["OC403"]
    assert "as recorded on 1 September 2030" in message
    assert "take, paragraph 2 (c) (ii); " in message and "inancial forensics" in message
    assert "network analysis" not in message


def test_where_no_capacity_is_recorded_nothing_is_called_missing(owner, mission):
    version = reviewed(owner, mission=mission)
    assert not {"OC403", "OC404", "OC405"} & set(findings(version))
    assert Review.objects.get(version=version).data["register"] is None


def test_a_capacity_of_which_no_expertise_is_recorded_may_have_any(owner, mission):
    Capacity.objects.create(mission=mission, category="civilian_post", title="Post", source="t", as_of="2030-01-01")
    version = reviewed(owner, mission=mission)
    assert {field.cover for field in known(version).expertise} == {values.Cover.NOT_KNOWN}
    assert "OC403" not in findings(version)


def test_the_mandate_in_force_is_asked_and_an_older_text_is_not(owner, mission, analysts):
    in_force = reviewed(owner, drafts.HELD, mission=mission, draft=False, symbol=SYMBOL)
    older = reviewed(
        owner, drafts.HELD.replace("3101", "3001"), mission=mission, draft=False, symbol="S/RES/3001 (2030)"
    )
    assert "OC403" in findings(in_force)
    assert "OC403" not in findings(older)
    assert known(older) == values.Register(day=known(older).day)


def test_a_draft_whose_own_term_is_over_is_laid_beside_nothing(owner, mission, analysts, regime):
    text = drafts.NAMBIRA.replace("until 30 June 2031", "until 30 June 2029")
    assert known(reviewed(owner, text, mission=mission)) == values.Register()


def test_people_who_come_in_the_second_half_are_late_and_those_who_speak_nothing_of_the_area_are_told(
    owner, mission, analysts, monkeypatch
):
    Capacity.objects.update(deployed=0, pledged=4, available_from=date(2031, 4, 1))
    assert (
        "to arrive on 1 April 2031: the mandate is half over on 30 January 2031"
        in (findings(reviewed(owner, mission=mission))["OC404"])
    )
    Country.objects.update(iso3="CAF")
    Capacity.objects.update(deployed=4, pledged=0, available_from=None, languages=" es ")
    message = findings(reviewed(owner, mission=mission))["OC405"]
    assert "is recorded as speaking a language of the area, French, Sango" in message


def test_a_draft_begins_when_the_mandate_in_force_ends(owner, mission, analysts):
    Capacity.objects.update(deployed=0, pledged=4, available_from=date(2031, 2, 1))
    Mission.objects.update(mandate_ends=date(2030, 12, 31))
    assert "OC404" not in findings(reviewed(owner, mission=mission))


def test_the_mission_that_a_text_names_is_taken_where_nobody_chose_one(owner, mission, analysts):
    version = reviewed(owner)
    assert "OC403" in findings(version)
    assert services.register_changed() == []


# --- partners ---------------------------------------------------------------------------------------------------


def test_public_partners_are_counted_and_no_others(owner, mission):
    text = drafts.NAMBIRA.replace("and the smuggling of gold;", "and the smuggling of gold, together with UNODC;")
    partner(mission, "monitor")
    partner(mission, "monitor", sensitivity="internal")
    partner(mission, "community", sensitivity="restricted")
    partner(mission, "community", engagement="ended")
    partner(mission, "un_entity")
    version = reviewed(owner, text, mission=mission)
    assert known(version).partners == ((values.PartnerKind.MONITOR, 1),)
    assert findings(version)["OC502"].endswith("On public record in the country: 1 civil-society monitor.")


@pytest.mark.parametrize(("sensitivity", "speaks"), [("public", False), ("internal", True), ("restricted", True)])
def test_work_with_the_fiu_counts_only_where_everybody_may_know_of_it(owner, mission, sensitivity, speaks):
    Fiu.objects.create(
        country=mission.countries.get(), name="NFIU", egmont="member", egmont_as_of="2030-05-02", to_verify=True
    )
    partner(mission, "fiu", sensitivity=sensitivity)
    said = findings(reviewed(owner, WITH_DRUGS, mission=mission))
    assert ("OC503" in said) is speaks
    if speaks:
        assert "NFIU (Nambira; member of the Egmont Group on 2 May 2030, to be verified)" in said["OC503"]


def test_a_country_whose_unit_is_not_known_by_name_is_asked_nothing(owner, mission):
    Fiu.objects.create(country=mission.countries.get(), fatf="increased_monitoring", fatf_as_of="2030-05-02")
    assert "OC503" not in findings(reviewed(owner, WITH_DRUGS, mission=mission))


def test_the_name_of_a_partner_stands_in_no_finding(owner, mission):
    named = partner(mission, "fiu", engagement="none")
    said = findings(reviewed(owner, WITH_DRUGS, mission=mission))
    assert "the unit of a public partner record (Nambira) is on the register" in said["OC503"]
    assert not any(named.name in message for message in said.values())
    text = WITH_DRUGS.replace("of Nambira against drug", f"of Nambira and {named.name} against drug")
    assert "OC503" not in findings(reviewed(owner, text, mission=mission))


# --- sanctions --------------------------------------------------------------------------------------------------


def test_criteria_and_panel_of_the_day_are_laid_beside_draft_and_adopted_text(owner, mission, regime):
    for version in (
        reviewed(owner, mission=mission),
        reviewed(owner, drafts.HELD.replace("Resolution 3101", "1 July 2030\n\nResolution 3101"), draft=False),
    ):
        said = findings(version)
        assert f"the Council lists people for wildlife crime ({CITED})" in said["OC601"]
        assert "The Panel of Experts on Nambira looks into the situation" in said["OC602"]


def test_a_text_older_than_the_regime_is_not(owner, mission, regime):
    older = drafts.HELD.replace("Resolution 3101", "1 July 2026\n\nResolution 3101").replace(
        "3101 (2030)", "2801 (2026)"
    )
    version = reviewed(owner, older, mission=mission, draft=False)
    assert not {"OC601", "OC602"} & set(findings(version))


# --- has it changed ---------------------------------------------------------------------------------------------


def test_the_digest_stays_from_day_to_day_and_changes_with_a_fact(owner, mission, analysts, regime, monkeypatch):
    version = reviewed(owner, mission=mission)
    before = known(version)
    monkeypatch.setattr(timezone, "localdate", lambda *given: date(2030, 9, 20))
    later = known(version)
    assert later.day != before.day
    assert later.digest == before.digest != ""
    Capacity.objects.update(deployed=5)
    assert known(version).digest != before.digest


def test_the_register_says_the_same_beside_a_text_in_every_language(owner, mission, analysts, regime):
    version = reviewed(owner, mission=mission)
    with override("fr"):
        french = known(version)
    assert french == known(version) and french.digest


def test_the_digest_changes_when_a_capacity_lapses_though_nobody_wrote_anything(owner, mission, analysts, monkeypatch):
    Capacity.objects.update(available_until=date(2030, 9, 10))
    version = reviewed(owner, mission=mission)
    before = known(version).digest
    monkeypatch.setattr(timezone, "localdate", lambda *given: date(2030, 9, 11))
    assert known(version).digest != before


def test_an_internal_partner_changes_nothing(owner, mission, analysts):
    version = reviewed(owner, mission=mission)
    before = known(version)
    partner(mission, "monitor", sensitivity="internal")
    assert known(version) == before


def test_the_sweep_reviews_again_what_knew_other_facts_and_nothing_else(owner, mission, analysts):
    draft = reviewed(owner, mission=mission)
    in_force = reviewed(owner, drafts.HELD, mission=mission, draft=False, symbol=SYMBOL)
    older = reviewed(owner, drafts.HELD.replace("3101", "3001"), mission=mission, draft=False)
    elsewhere = reviewed(owner, drafts.NAMBIRA.replace("UNMINA", "UNOKAR").replace("Nambira", "Karesia"))
    jobs.sweep()
    assert Sweep.objects.first().register_changed == 0
    before = dict(Review.objects.values_list("version", "reviewed_at"))
    analysts.expertise.add(
        Expertise.objects.create(name="financial_forensics", label="financial forensics", definition="d", source="s")
    )
    assert {v.pk for v in services.register_changed()} == {draft.pk, in_force.pk}
    jobs.sweep()
    after = dict(Review.objects.values_list("version", "reviewed_at"))
    assert {pk for pk in after if after[pk] != before[pk]} == {draft.pk, in_force.pk}
    assert {older.pk, elsewhere.pk} <= set(before)
    assert "financial forensics" not in findings(draft)["OC403"]
    assert services.register_changed() == []


def test_whoever_asks_for_a_review_again_gets_one_where_a_fact_has_changed(owner, mission, analysts):
    version = reviewed(owner, mission=mission)
    assert services.start_review(version).state == "done"
    Capacity.objects.update(deployed=5)
    assert services.start_review(version).state == "pending"


def test_a_text_that_is_no_longer_in_force_loses_what_was_said_of_that_day(owner, mission, analysts):
    version = reviewed(owner, drafts.HELD, mission=mission, draft=False, symbol=SYMBOL)
    Mission.objects.update(mandate_in_force="S/RES/3201 (2030)")
    jobs.sweep()
    assert "OC403" not in findings(version)


def test_the_number_of_queries_is_the_same_however_much_is_recorded(
    owner, mission, analysts, regime, django_assert_num_queries
):
    partner(mission, "monitor")
    version = reviewed(owner, mission=mission)
    version = TextVersion.objects.select_related("mandate__mission").get(pk=version.pk)
    reading = pipeline.parse(read.read(bytes(version.source), version.filename))
    for number in range(4):
        Capacity.objects.create(
            mission=mission, category="civilian_post", title=f"Post {number}", source="t", as_of="2030-01-01"
        ).expertise.add(*analysts.expertise.all())
        partner(mission, "community")
        with django_assert_num_queries(
            8
        ):  # policy, texts; countries, regimes with their criteria; capacities, partners
            contexts.load(reading, version)


def test_the_words_of_both_floors_are_the_same():
    assert [str(cover) for cover in values.Cover] == [str(verdict) for verdict in judging.Verdict]
    assert {str(kind) for kind in values.PartnerKind} < set(Partner.Kind.values)
