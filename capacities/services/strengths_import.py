"""An administrator takes in a table of published strengths: what it would do, and doing it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from capacities.models import Strength
from language.said import in_english
from missions.models import Mission, TableImport

NEW, CHANGED, SAME = "new", "changed", "as it is"  # in English: a name
SHOWN = ("authorized", "actual")
OWN = ("authorized", "authorized_for", "actual", "source", "source_url", "note")


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one strength. ``differs``: each field that changes, from what to what."""

    record: dict
    held: Strength | None
    differs: dict[str, tuple]

    @property
    def action(self) -> str:
        return NEW if self.held is None else CHANGED if self.differs else SAME

    @property
    def category(self) -> str:
        return str(Strength.Category(self.record["category"]).label)

    @property
    @in_english()
    def name(self) -> str:
        """As it is recorded."""
        return f"{self.record['mission']}, {self.category}, {self.record['as_of']}"


def plan(strengths: Sequence[dict]) -> list[Step]:
    """What importing these records of ``importing.strengths`` would do. One query."""
    held = {(s.mission.acronym, s.category, s.as_of): s for s in Strength.objects.select_related("mission")}
    steps = []
    for record in strengths:
        row = held.get((record["mission"], record["category"], record["as_of"]))
        pairs = {name: (getattr(row, name), record[name]) for name in OWN} if row else {}
        steps.append(Step(record, row, {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}))
    return steps


@transaction.atomic
def import_strengths(strengths: Sequence[dict], *, data: bytes, by) -> TableImport:
    """Write the records and who brought them; ``data`` are the file's bytes. Run again it changes nothing, and says so.

    ``by`` is None where the command line did it. What the table does not name stays as it is.
    """
    missions = {mission.acronym: mission for mission in Mission.objects.select_for_update(no_key=True).order_by("pk")}
    steps = plan(strengths)
    for step in steps:
        own = {name: step.record[name] for name in OWN}
        if step.action == NEW:
            key = {"category": step.record["category"], "as_of": step.record["as_of"]}
            Strength.objects.create(mission=missions[step.record["mission"]], **key, **own)
        elif step.action == CHANGED:
            for name, value in own.items():
                setattr(step.held, name, value)
            step.held.save()
    counts = {action: sum(step.action == action for step in steps) for action in (NEW, CHANGED, SAME)}
    changed = {
        step.name: {name: {"from": old, "to": new} for name, (old, new) in step.differs.items()}
        for step in steps
        if step.differs
    }
    return TableImport.objects.create(
        what=TableImport.What.STRENGTHS,
        sha256=hashlib.sha256(data).hexdigest(),
        created=counts[NEW],
        updated=counts[CHANGED],
        unchanged=counts[SAME],
        detail=changed,
        by=by,
    )
