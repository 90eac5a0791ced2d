"""Writing the reference data of this app to the database."""

from collections.abc import Mapping

from django.db import transaction

from capacities.catalogue import Catalogue
from capacities.models import Entity, EntityParent, Expertise, Fiu, OnCrime, Panel, SanctionsRegime, Strength
from capacities.registers import Registers
from missions.models import Country, Mission
from missions.records import Invalid
from missions.services import Counts, upsert


@transaction.atomic
def load_catalogue(held: Catalogue) -> dict[str, Counts]:
    """Upsert expertise and strengths; what the files no longer hold stays. Safe to run twice.

    Raises Invalid for a strength of a mission that is not on the register.
    """
    missions = Mission.objects.in_bulk(field_name="acronym")
    for record in held.strengths:
        if record["mission"] not in missions:
            raise Invalid(f"strengths.toml: {record['mission']} is not on the register of missions")
    strengths = [
        {**{k: v for k, v in record.items() if k != "mission"}, "mission_id": missions[record["mission"]].pk}
        for record in held.strengths
    ]
    return {
        "expertise": upsert(Expertise, ["name"], held.expertise),
        "strengths": upsert(Strength, ["mission_id", "category", "as_of"], strengths),
    }


@transaction.atomic
def load_registers(held: Registers) -> dict[str, Counts]:
    """Upsert by country, code and tie; what the files no longer hold stays. Safe to run twice.

    Raises Invalid for a country that is not on the register of missions.
    """
    countries = Country.objects.in_bulk(field_name="iso3")
    for name, code in [("fius.toml", record["country"]) for record in held.fius] + [
        ("sanctions.toml", code) for record in held.regimes for code in record["countries"]
    ]:
        if code not in countries:
            raise Invalid(f"{name}: {code} is not on the register of countries")
    fius = [_with(record, country_id=countries[record["country"]].pk) for record in held.fius]
    told = {
        "FIUs": upsert(Fiu, ["country_id"], fius),
        "entities": upsert(Entity, ["code"], held.entities),
    }
    entities = Entity.objects.in_bulk(field_name="code")
    ties = [
        _with(record, entity_id=entities[record["entity"]].pk, parent_id=entities[record["parent"]].pk)
        for record in held.parents
    ]
    told["ties of entities"] = upsert(EntityParent, ["entity_id", "parent_id", "state"], ties)
    own = [{k: v for k, v in record.items() if k not in ("countries", "panel", "on_crime")} for record in held.regimes]
    told["sanctions regimes"] = upsert(SanctionsRegime, ["code"], own)
    regimes = {row.code: row for row in SanctionsRegime.objects.prefetch_related("countries")}
    for record in held.regimes:
        wanted = {countries[code] for code in record["countries"]}
        if set(regimes[record["code"]].countries.all()) != wanted:
            regimes[record["code"]].countries.set(wanted)
    told["panels"] = upsert(
        *(Panel, ["regime_id"]),
        [{"regime_id": regimes[r["code"]].pk, **r["panel"]} for r in held.regimes if "panel" in r],
    )
    told["criteria, measures and tasks on crime"] = upsert(
        *(OnCrime, ["regime_id", "citation", "kind"]),
        [{"regime_id": regimes[r["code"]].pk, **part} for r in held.regimes for part in r.get("on_crime", ())],
    )
    return told


def _with(record: Mapping, **ids: int) -> dict:
    """A record with the ids of what it names, in place of the names."""
    return {k: v for k, v in record.items() if f"{k}_id" not in ids} | ids
