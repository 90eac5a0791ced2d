"""What a reviewed mandate asks of its mission on organized crime, laid beside what the mission has."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from capacities import catalogue
from capacities import coverage as covering
from capacities.coverage import Coverage
from capacities.lead_times import Period
from mandates import symbols
from mandates.analysis.values import RANKED_KINDS
from mandates.models import Mandate, Review
from missions.models import Mission


@dataclass(frozen=True, slots=True)
class Matrix:
    """The needs that a mandate's tasks make, with what covers each.

    ``tasked`` maps the crime types that the mission is told to act on to the labels of the paragraphs that say so;
    ``without_profile`` are those of which the catalogue does not say what they take. ``spoken`` are the languages of
    the host countries, as far as they are known.
    """

    mandate: Mandate
    tasked: Mapping[str, list[str]]
    without_profile: tuple[str, ...]
    period: Period
    spoken: tuple[str, ...]
    coverage: Coverage


def of(mandate: Mandate, mission: Mission, today: date) -> Matrix:
    """The matrix of a reviewed mandate; two queries for the mission's capacities. ``mandate.latest_review`` is loaded."""
    held = catalogue.held()
    review = mandate.latest_review
    tasked = crime_tasks(review.data)
    known = [name for name in tasked if name in held.profiles]
    spoken = held.spoken_in(country.iso3 for country in mission.countries.all())
    period = Period(_adopted(mandate), _end(review) or mission.mandate_ends)
    made = covering.cover(
        covering.needs(known, held.profiles, held.labels),
        [capacity.offer for capacity in mission.capacities.current().prefetch_related("expertise")],
        period=period,
        today=today,
        categories=held.categories,
        languages=spoken,
    )
    without = tuple(name for name in tasked if name not in held.profiles)
    return Matrix(mandate, tasked, without, period, tuple(spoken.values()), made)


def crime_tasks(review: Mapping) -> dict[str, list[str]]:
    """Crime types that the mission is told to act on, in the order of the text, with the labels that name each.

    Tasks of the list first, then paragraphs outside it that address the mission; of a text that renews tasks, those in
    force besides. ``review`` is a review's data, whose names docs/method.md explains.
    """
    found: dict[str, list[str]] = {}
    for block in filter(None, (review, review["in_force"])):
        outside = [p for p in block["oc_operative"] if "mission" in p["addressee"] and not p["in_task_list"]]
        for place in (*block["oc_leaf_tasks"], *outside):
            for name in place["crime_types"]:
                labels = found.setdefault(name, [])
                if place["label"] not in labels:
                    labels.append(place["label"])
    return found


def choices(mission: Mission, user) -> list[Mandate]:
    """The reviewed mandates of a mission that a person may see: the one in force first, then drafts, then newest first."""
    seen = mission.mandates.visible_to(user).select_related("adoption").with_latest()
    ranked = [m for m in seen if m.latest_review and m.latest_review.kind in RANKED_KINDS]
    return sorted(
        ranked,
        key=lambda m: (m.symbol != mission.mandate_in_force or m.draft, not m.draft, -(symbols.number(m.symbol) or 0)),
    )


def _adopted(mandate: Mandate) -> date | None:
    adoption = getattr(mandate, "adoption", None)
    return adoption.date if adoption else None


def _end(review: Review) -> date | None:
    term = review.data["term"] or {}
    return date.fromisoformat(term["until"]) if term.get("until") else None
