"""Writing the reference data of this app to the database."""

from django.db import transaction

from capacities.catalogue import Catalogue
from capacities.models import Expertise, Strength
from missions.models import Mission
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
