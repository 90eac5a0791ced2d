"""The next deadlines of a mission: what ends when, by day. What has passed says so, and what is not known is not left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from language.marks import marked
from language.said import say, say_many
from mandates.mission_page.facts import Facts
from missions.models import Mission

AHEAD = timedelta(days=365)  # how far rotations are looked at
RENEWAL = marked("has passed: no renewal is known here")
REPLACED = marked("has passed: no rotation or renewal is recorded here")
LOOKED_AT = marked("has passed: it has not been looked at again")


@dataclass(frozen=True, slots=True)
class Deadline:
    """What ends on a day; None where the day is not known. ``passed``: what is said once the day is over. ``what`` and ``passed`` are
    kept in English."""

    what: str
    detail: str
    day: date | None
    address: str
    passed: str = RENEWAL

    def said(self, today: date) -> str:
        """How near it is, in words."""
        if self.day is None:
            return say("not known")
        days = (self.day - today).days
        if days < 0:
            return say(self.passed)
        if days < 2:
            return say("tomorrow") if days else say("today")
        return say_many("in {number} day", "in {number} days", days)


def of(facts: Facts, today: date) -> list[Deadline]:
    """Sorted by day, what is not known last."""
    found = [*_mandate(facts.mission), *_capacities(facts, today), *_measures(facts), *_assessments(facts)]
    return sorted(found, key=lambda one: (one.day is None, one.day or today, one.what))


def _mandate(mission: Mission) -> Iterator[Deadline]:
    if mission.status == Mission.Status.CLOSED:
        return
    text = mission.mandate_in_force or say("text not known")
    yield Deadline(marked("Mandate ends"), text, mission.mandate_ends, "")


def _capacities(facts: Facts, today: date) -> Iterator[Deadline]:
    for capacity in facts.capacities:
        if capacity.available_until and capacity.available_until <= today + AHEAD:
            yield Deadline(
                marked("Rotation or end of a capacity"),
                capacity.title,
                capacity.available_until,
                capacity.get_absolute_url(),
                REPLACED,
            )


def _measures(facts: Facts) -> Iterator[Deadline]:
    for regime in facts.measures:
        if not regime.in_force:
            continue
        address = regime.get_absolute_url()
        yield Deadline(marked("Sanctions measures end"), say(regime.name), regime.until, address)
        if regime.panel:
            yield Deadline(marked("Mandate of the panel ends"), say(regime.panel), regime.panel_until, address)


def _assessments(facts: Facts) -> Iterator[Deadline]:
    """Only of those who may assess: of anybody else the day is not loaded."""
    for partner in {partner.pk: partner for partner in facts.partners if partner.review_on}.values():
        address = partner.get_absolute_url()
        what = marked("Assessment of a partner to be looked at again")
        yield Deadline(what, partner.name, partner.review_on, address, LOOKED_AT)
