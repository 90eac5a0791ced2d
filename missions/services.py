"""Writing the register to the database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import models, transaction

from missions.crime_markets import Score
from missions.models import Country, CrimeMarket, Mission
from missions.reference import Register


@dataclass(slots=True)
class Counts:
    """How many records of one kind were created, updated, or found as they were."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0


@transaction.atomic
def load_register(register: Register) -> dict[str, Counts]:
    """Upsert by ISO code and acronym, in one transaction; what the files no longer hold stays. Safe to run twice."""
    countries = upsert(Country, ["iso3"], register.countries)
    by_code = Country.objects.in_bulk(field_name="iso3")
    missions = upsert(
        Mission, ["acronym"], [{k: v for k, v in record.items() if k != "countries"} for record in register.missions]
    )
    held = {mission.acronym: mission for mission in Mission.objects.prefetch_related("countries")}
    for record in register.missions:
        wanted = {by_code[code] for code in record["countries"]}
        mission = held[record["acronym"]]
        if set(mission.countries.all()) != wanted:
            mission.countries.set(wanted)
    return {"countries": countries, "missions": missions}


@transaction.atomic
def load_crime_markets(scores: Iterable[Score], by) -> Counts:
    """Upsert scores by country, edition and name, in one transaction; ``by`` is who imported them. Safe to run twice."""
    counts = Counts()
    by_code = Country.objects.in_bulk(field_name="iso3")
    held = {(m.country_id, m.edition, m.name): m for m in CrimeMarket.objects.all()}
    for score in scores:
        country = by_code[score.iso3]
        row = held.get((country.pk, score.edition, score.name))
        if row is None:
            told = {"name": score.name, "kind": score.kind, "score": score.score}
            CrimeMarket.objects.create(country=country, edition=score.edition, imported_by=by, **told)
            counts.created += 1
        elif (row.score, row.kind) != (score.score, score.kind):
            row.score, row.kind, row.imported_by = score.score, score.kind, by
            row.save()
            counts.updated += 1
        else:
            counts.unchanged += 1
    return counts


def country_names() -> dict[str, str]:
    """Every name by which a country may stand in a table, in small letters, and its ISO code."""
    countries = list(Country.objects.all())
    return {name.casefold(): c.iso3 for c in countries for name in (c.name, c.iso3, *c.also)}


def upsert(model: type[models.Model], keys: Sequence[str], records: Iterable[Mapping]) -> Counts:
    """Create or update a row for each record; the fields of ``keys`` tell rows apart. What a record leaves out is emptied."""
    counts = Counts()
    held = {tuple(getattr(row, key) for key in keys): row for row in model.objects.all()}
    optional = {
        f.attname: f.get_default() for f in model._meta.concrete_fields if not f.primary_key and f.attname not in keys
    }
    for record in records:
        values = {**optional, **record}
        row = held.get(tuple(record[key] for key in keys))
        if row is None:
            model.objects.create(**values)
            counts.created += 1
        elif any(getattr(row, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(row, name, value)
            row.save()
            counts.updated += 1
        else:
            counts.unchanged += 1
    return counts
