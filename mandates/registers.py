"""What the register knows beside a text: a mission's capacities, languages, FIUs, sanctions and public partners, as values.

A review is seen by everybody who sees its mandate: of partners, public ones alone are read here, whoever asks. What is read
here is said about a draft, and its digest is compared later: it is in English, whoever asks.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.utils import timezone

from capacities import catalogue
from capacities.coverage import Offer
from capacities.models import Fiu, Partner, SanctionsRegime
from language.said import in_english
from mandates import coverage, situations, symbols
from mandates.analysis import values
from mandates.models import Mandate, Review, TextVersion
from missions.models import Country, Mission

FIU = "fiu"  # what a requirement profile calls a financial intelligence unit among the partners
WORKED_WITH = {
    Partner.Engagement.CONTACT,
    Partner.Engagement.EXCHANGE,
    Partner.Engagement.JOINT_WORK,
    Partner.Engagement.SUPPORT,
}
DIGITS = 16  # hex digits of a digest


def beside_reading(version: TextVersion, reading: values.Reading) -> values.Register:
    """The register beside a text that is under review; nothing beside one that gives no mission its mandate."""
    block = reading.tasks.missions[0]
    mandate, mission = version.mandate, version.mandate.mission
    if reading.tasks.kind not in values.RANKED_KINDS:
        return values.Register()
    if mission is None and block.mission:
        mission = Mission.objects.filter(acronym=block.mission.acronym).exclude(acronym="").first()
    if mission is None:
        return values.Register()
    term = block.term and {"until": block.term.until, "months": block.term.months, "days": block.term.days}
    symbol = mandate.symbol or symbols.normal(reading.document.symbol or "")
    adopted = None if mandate.draft else coverage.adopted(mandate) or reading.document.adopted
    with in_english():
        return _of(mandate, mission, symbol, adopted, term)


def beside_review(review: Review, mandate: Mandate) -> values.Register:
    """The register as it is now beside a text that was reviewed; ``mandate`` has a mission."""
    adopted = None if mandate.draft else coverage.adopted(mandate)
    with in_english():
        return _of(mandate, mandate.mission, mandate.symbol, adopted, review.data["term"])


@in_english()  # reviews keep what it says, and digests are made of it
def _of(mandate: Mandate, mission: Mission, symbol: str, adopted: date | None, term: Mapping | None) -> values.Register:
    today = timezone.localdate()
    period = coverage.period(mandate, mission, adopted, term, today)
    over = bool(period.ends and period.ends < today)
    if mandate.draft and over:  # an old draft, whose own day nobody knows
        return values.Register()
    countries = list(mission.countries.select_related("fiu"))
    day = today if mandate.draft else adopted
    regimes = situations.regimes(_regimes(countries), day, None if mandate.draft else symbols.number(symbol))
    in_force = bool(symbol) and symbol == mission.mandate_in_force
    if over or not (mandate.draft or in_force):
        return _signed(values.Register(day=day, regimes=regimes))
    partners = _partners(countries)
    held = catalogue.held()
    spoken = held.spoken_in(country.iso3 for country in countries)
    offers = coverage.offers(mission)
    return _signed(
        values.Register(
            day=today,
            today=True,
            expertise=_expertise(offers, period, today, spoken) if offers else (),
            languages=tuple(spoken.values()),
            fius=_fius(countries, partners),
            fiu_crimes=frozenset(name for name, profile in held.profiles.items() if FIU in profile.partners),
            regimes=regimes,
            partners=_counted(partners),
        ),
        offers,
    )


def _expertise(
    offers: Sequence[Offer], period: coverage.Period, today: date, spoken: Mapping[str, str]
) -> tuple[values.Expertise, ...]:
    """Every field that some crime takes, with what the mission's capacities do for it."""
    profiles = catalogue.held().profiles
    made = coverage.covered(offers, profiles, period, today, spoken)
    return tuple(
        values.Expertise(
            label=row.need.label,
            crime_types=frozenset(name for name, p in profiles.items() if row.need.expertise in p.expertise),
            cover=values.Cover(row.verdict),
            sentence=row.sentence if row.cells else "",
        )
        for row in made.rows
    )


def _regimes(countries: Sequence[Country]) -> list[dict]:
    """The regimes on these countries with the fields of the reference data."""
    if not countries:
        return []
    rows = SanctionsRegime.objects.filter(countries__in=countries).distinct()
    return [
        {
            **vars(row),
            "panel": vars(row.panel) if hasattr(row, "panel") else None,
            "on_crime": [vars(part) for part in row.on_crime.all()],
        }
        for row in rows.select_related("panel").prefetch_related("on_crime")
    ]


# --- partners ---------------------------------------------------------------------------------------------------


def _partners(countries: Sequence[Country]) -> list[Partner]:
    """Public partners of the countries with whom work has not ended."""
    if not countries:
        return []
    public = Partner.objects.current().filter(sensitivity=Partner.Sensitivity.PUBLIC, countries__in=countries)
    here = public.filter(kind__in=list(values.PartnerKind)).exclude(engagement=Partner.Engagement.ENDED)
    return list(here.distinct())


def _counted(partners: Iterable[Partner]) -> tuple[tuple[values.PartnerKind, int], ...]:
    numbers = Counter(partner.kind for partner in partners)
    return tuple((kind, numbers[kind]) for kind in values.PartnerKind if numbers[kind])


def _fius(countries: Iterable[Country], partners: Sequence[Partner]) -> tuple[values.Fiu, ...]:
    """The units known by name: those of the countries on the register, and public partners of that kind."""
    units = [partner for partner in partners if partner.kind == Partner.Kind.FIU]
    worked_with = any(unit.engagement in WORKED_WITH for unit in units)
    listed = [(c.name, c.fiu) for c in countries if hasattr(c, "fiu") and c.fiu.name]
    found = [values.Fiu(country, fiu.name, _standing(fiu), worked_with) for country, fiu in listed]
    if not found:
        where = " and ".join(country.name for country in countries)
        found = [values.Fiu(where, unit.name, "", unit.engagement in WORKED_WITH, listed=False) for unit in units]
    return tuple(found)


def _standing(fiu: Fiu) -> str:
    """Egmont membership and FATF listing as far as they are known, each with its day."""
    said, egmont, fatf = [], fiu.get_egmont_display(), fiu.get_fatf_display()
    if fiu.egmont != Fiu.Egmont.UNKNOWN:
        said.append(f"{egmont} of the Egmont Group on {_day(fiu.egmont_as_of)}")  # in English: of a draft
    if fiu.fatf not in (Fiu.Fatf.UNKNOWN, Fiu.Fatf.NONE):
        said.append(f"the country on a list of the FATF on {_day(fiu.fatf_as_of)}: {fatf}")  # in English: of a draft
    return ", ".join([*said, *(["to be verified"] if said and fiu.to_verify else [])])  # in English: of a draft


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "a day not known"  # in English: of a draft


# --- has it changed ---------------------------------------------------------------------------------------------


def _signed(register: values.Register, offers: Sequence[Offer] = ()) -> values.Register:
    """With a digest of the facts, "" where none is known. The day and what sentences make of it are no part of it: it
    changes when a fact does, or what follows from it (a capacity that has come too late), not because a day has passed."""
    if not (register.regimes or register.fius or register.partners or offers):
        return register
    facts = (
        register.today,
        register.regimes,
        register.fius,
        register.partners,
        sorted(register.fiu_crimes) if register.fius else (),
        register.languages if offers else (),
        [(field.label, sorted(field.crime_types), field.cover) for field in register.expertise],
        sorted((_plain(offer) for offer in offers), key=repr),
    )
    return replace(register, digest=hashlib.sha256(repr(facts).encode()).hexdigest()[:DIGITS])


def _plain(offer: Offer) -> tuple:
    """An offer in an order that is always the same: sets have none."""
    return tuple(
        sorted(value) if isinstance(value, frozenset) else value
        for value in (getattr(offer, name) for name in Offer.__dataclass_fields__)
    )
