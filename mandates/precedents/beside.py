"""Up to three pieces of agreed language beside each finding of a review, in two queries however many findings there are.

They are looked up when the review is read, so that a text imported a minute ago is offered at once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from mandates.models import Finding, Mandate, Paragraph, Precedent, Review
from mandates.precedents import lookup, ranking, wishes
from mandates.precedents.lookup import Hit
from mandates.precedents.ranking import Asked, Candidate, Ranked
from mandates.precedents.wishes import Wish
from missions.models import Mission

MOST = 3
SHORTEST, LONGEST = 8, 160  # words: what is shorter says too little, what is longer is no paragraph to take over
SAME = 0.5  # share of the words of both from which two pieces are the same language, renewed
COMMONEST = 3  # types of a host that stand in for those that a text does not name
ANY = "organized_crime"


@dataclass(frozen=True, slots=True)
class Beside:
    """Hits by the fingerprint of the finding. ``any_held``: whether there is any agreed language at all."""

    any_held: bool = True
    hits: Mapping[str, Sequence[Hit]] = field(default_factory=dict)


def for_findings(
    findings: Sequence[Finding], paragraphs: Sequence[Paragraph], review: Review | None, mandate: Mandate
) -> Beside:
    """Agreed language for each of a review's findings, never the reviewed text's own."""
    wanted = {f.fingerprint: (f, wish) for f in findings if (wish := wishes.for_code(f.code))}
    if not wanted:
        return Beside(any_held=lookup.held().exists())
    named = {p.index: frozenset(p.crime_types) for p in paragraphs if p.crime_types}
    fitting = Q(place__in={place for _, wish in wanted.values() for place in wish.places})
    if not named and mandate.mission:
        neighbours = Mission.objects.filter(countries__missions=mandate.mission)
        fitting |= Q(version__mandate__mission__in=neighbours) | Q(mission_name=mandate.mission.acronym)
    rows = lookup.whole(lookup.held().filter(fitting))
    if not rows:
        return Beside(any_held=lookup.held().exists())
    near = lookup.near(mandate.mission) or ({review.mission_name: "mission"} if review.mission_name else None)
    here = [mission for mission, how in (near or {}).items() if how in ("mission", "country")]
    candidates = [c for c in map(lookup.candidate, rows.values()) if c.mandate != mandate.pk and _of_use(c)]
    of_text = frozenset().union(*named.values()) or _of_host(rows.values(), here)
    kinds = {crime["label"]: frozenset(crime["task_kinds"]) for crime in review.data["oc_operative"]}
    done: dict[tuple, list[Ranked]] = {}
    hits = {}
    for fingerprint, (finding, wish) in wanted.items():
        asked = Asked(_types(wish, finding, named, of_text), _kinds(wish, finding, kinds), near)
        key = (wish, asked.crime_types, asked.task_kinds)
        if key not in done:
            done[key] = _best(ranking.rank([c for c in candidates if _fits(c, wish, asked.crime_types)], asked))
        hits[fingerprint] = lookup.hits(done[key], rows)
    return Beside(True, hits)


def _of_use(c: Candidate) -> bool:
    return SHORTEST <= c.words.count(" ") + 1 <= LONGEST


def _types(wish: Wish, finding: Finding, named: Mapping[int, frozenset], of_text: frozenset) -> frozenset[str]:
    """The crime types that the language is to be about."""
    if wish.crime_types:
        return frozenset(wish.crime_types)
    quoted = frozenset().union(*(named.get(span["paragraph"], frozenset()) for span in finding.spans))
    return of_text if wish.text_types or not quoted else quoted


def _kinds(wish: Wish, finding: Finding, named: Mapping[str, frozenset]) -> frozenset[str]:
    """What is to be done about it: what the rule is about, else what the numbered paragraphs of the quotes say."""
    if wish.task_kinds:
        return frozenset(wish.task_kinds)
    numbers = {span["label"].split(" (")[0] for span in finding.spans}
    return frozenset().union(*(named.get(number, frozenset()) for number in numbers))


def _of_host(rows: Iterable[Precedent], here: Sequence[str]) -> frozenset[str]:
    """The commonest crime types in the texts of the missions here; crime in general where there are none."""
    counted = Counter(crime_type for row in rows if row.mission_name in here for crime_type in row.crime_types.split())
    return frozenset(crime_type for crime_type, _ in counted.most_common(COMMONEST)) or frozenset({ANY})


def _fits(c: Candidate, wish: Wish, types: frozenset[str]) -> bool:
    return (
        c.place in wish.places
        and (c.strength or 0) >= wish.least_strength
        and (c.names_police or not wish.names_police)
        and (c.names_partners or not wish.names_partners)
        and not (wish.without_terrorism and c.with_terrorism)
        and (not wish.task_kinds or bool(c.task_kinds & set(wish.task_kinds)))
        and ranking.likeness(types, c.crime_types) > wish.likeness
    )


def _best(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The first few that are not the same language again: a mandate is renewed year after year in the same words."""
    best: list[Ranked] = []
    for r in ranked:
        if not any(_same(r.candidate, other.candidate) for other in best):
            best.append(r)
        if len(best) == MOST:
            break
    return best


def _same(one: Candidate, other: Candidate) -> bool:
    a, b = set(one.words.split()), set(other.words.split())
    return len(a & b) >= SAME * len(a | b)
