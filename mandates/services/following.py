"""What became of agreed language: an adopted text is compared with its neighbours, and every row says where its words ended."""

from functools import lru_cache

from django.db import transaction
from django.db.models import Q

from mandates import symbols
from mandates.analysis import compare, pipeline, priority, read, values
from mandates.models import Mandate, Precedent, Review, TextVersion

Fate = Precedent.Fate
READINGS = 8  # the texts last compared: an import goes from one text to the next


def follow(version: TextVersion) -> None:
    """Compare an adopted text with what stood before it and what comes after, for the mission that it is about.

    The next text is the first later one of the mission, held and adopted, that lists tasks: one that only renews or adds
    to a mandate drops nothing. Nothing is compared where no language is at stake, nor for a text without a mission.
    """
    review = Review.objects.filter(version=version, version__mandate__draft=False).first()
    if review is None or not review.mission_name or review.kind not in values.RANKED_KINDS:
        return
    held = _held(review.mission_name)
    for older, newer in _neighbours(held):
        if newer is None and older.version_id == version.pk:
            Precedent.objects.filter(version=version).update(kept_in=None, lost_in="")
        elif newer and version.pk in (older.version_id, newer.version_id):
            _compare(older.version, newer.version, review.mission_name)
    settle(review.mission_name)


def texts_before(mandate: Mandate) -> list[TextVersion]:
    """The texts whose language was followed into this one. Where it goes, they are to be followed again."""
    into = Q(kept_in__version__mandate=mandate)
    if mandate.symbol:
        into |= Q(lost_in=mandate.symbol)
    before = TextVersion.objects.filter(precedents__in=Precedent.objects.filter(into)).exclude(mandate=mandate)
    return list(before.defer("source").distinct())


def settle(mission_name: str) -> None:
    """Follow every row of a mission to the newest text that holds its words, or to the one that dropped them."""
    rows = list(
        Precedent.objects.filter(mission_name=mission_name)
        .select_related("version__mandate")
        .only("id", "kept_in", "lost_in", "fate", "fate_symbol", "version__mandate__symbol")
    )
    known = {row.pk: row for row in rows}
    changed = []
    for row in rows:
        last = row
        while last.kept_in_id in known:
            last = known[last.kept_in_id]
        if last.lost_in:
            fate, symbol = Fate.DROPPED, last.lost_in
        elif last is not row:
            fate, symbol = Fate.HELD, last.version.mandate.symbol
        else:
            fate, symbol = Fate.NOT_KNOWN, ""
        if (row.fate, row.fate_symbol) != (fate, symbol):
            row.fate, row.fate_symbol = fate, symbol
            changed.append(row)
    Precedent.objects.bulk_update(changed, ["fate", "fate_symbol"], batch_size=200)


def _held(mission_name: str) -> list[Review]:
    """The reviews of a mission's adopted texts, in the order in which they were adopted."""
    newest = TextVersion.objects.newest().filter(mandate__draft=False).exclude(mandate__symbol="")
    reviews = Review.objects.filter(
        mission_name=mission_name, kind__in=list(values.RANKED_KINDS), version__in=newest
    ).select_related("version__mandate")
    numbered = [(symbols.number(review.version.mandate.symbol), review) for review in reviews.defer("data")]
    return [review for number, review in sorted(numbered, key=lambda pair: pair[0] or 0) if number]


def _neighbours(held: list[Review]) -> list[tuple[Review, Review | None]]:
    """Each text with the next one that lists tasks, None where no such text is held."""
    pairs, following = [], None
    for review in reversed(held):
        pairs.append((review, following))
        if review.main_tasks:
            following = review
    return pairs


def _compare(older: TextVersion, newer: TextVersion, mission_name: str) -> None:
    rows = list(older.precedents.all())
    if not rows:
        return
    readings = [_reading(text.pk, text.sha256, mission_name) for text in (older, newer)]
    if None in readings:
        return
    blocks = [priority.rank(reading, values.Context(mission_name)) for reading in readings]
    made = compare.compare(*readings, *compare.same_mission(*blocks, mission_name))
    places = {row.paragraph: row for row in newer.precedents.all()}
    fates: dict[int, values.CrimeChange] = {}
    for change in made.crime:
        if change.older and (change.newer or change.older.paragraph not in fates):
            fates[change.older.paragraph] = change
    for row in rows:
        change = fates.get(row.paragraph)
        kept = change.newer and places.get(change.newer.paragraph) if change else None
        lost = change is not None and change.fate is values.CrimeFate.LOST and not change.renewed
        row.kept_in = None if lost else kept
        row.lost_in = newer.mandate.symbol if lost else ""
    with transaction.atomic():
        Mandate.objects.select_for_update().filter(pk=older.mandate_id).first()
        Precedent.objects.bulk_update(rows, ["kept_in", "lost_in"], batch_size=200)


@lru_cache(maxsize=READINGS)
def _reading(version_id: int, sha256: str, mission_name: str) -> values.Reading | None:
    """A text read again from its bytes; None where it is refused by now."""
    text = TextVersion.objects.get(pk=version_id)
    try:
        return pipeline.parse(read.read(bytes(text.source), text.filename), mission_name)
    except read.Unreadable:
        return None
