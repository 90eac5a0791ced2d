"""Two texts are laid side by side, once: the result is kept until the engine, its rules or a person's correction changes."""

from collections import defaultdict

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from mandates.analysis import compare, pipeline, priority, read, values
from mandates.analysis.reporting import comparison_fields
from mandates.models import Comparison, Correction, Mandate, TextVersion
from mandates.rules import RULESET


def compared(older: TextVersion, newer: TextVersion) -> Comparison:
    """What became of the older text in the newer one, for the newer one's mission; kept as a row, and made anew by a new ruleset.

    Whoever calls has made sure that the person may see both. Raises read.Unreadable where one of them can no longer be
    read. Nothing is kept where one of them is deleted or corrected meanwhile.
    """
    held = Comparison.objects.filter(older=older, newer=newer, ruleset=RULESET).first()
    if held:
        return held
    mandates = {older.mandate_id, newer.mandate_id}
    corrections = list(Correction.objects.filter(mandate__in=mandates).standing())
    fields = comparison_fields.as_dict(_compare(older, newer, corrections))
    names = [c["fingerprint"] for c in (*fields["tasks"], *fields["paragraphs"]) if c["fingerprint"]]
    row = {"ruleset": RULESET, "data": fields, "fingerprints": names, "compared_at": timezone.now()}
    with transaction.atomic():
        # Every writer takes the mandates' rows first, in one order, so that a deletion or correction cannot cross this.
        there = Mandate.objects.select_for_update().filter(pk__in=mandates).order_by("pk")
        same = list(Correction.objects.filter(mandate__in=mandates).standing()) == corrections
        if len(there) == len(mandates) and same:
            return Comparison.objects.update_or_create(older=older, newer=newer, defaults=row)[0]
    return Comparison(older=older, newer=newer, **row)


def compare_anew(mandate: Mandate) -> None:
    """Have the comparisons of a mandate's texts made anew when they are next asked for: a person corrected a reading.

    The rows stay until then, so that what is decided meanwhile is not refused.
    """
    of_it = Q(older__mandate=mandate) | Q(newer__mandate=mandate)
    Comparison.objects.filter(of_it).update(ruleset="")


def _compare(older: TextVersion, newer: TextVersion, corrections: list[Correction]) -> values.Comparison:
    """As a review compares a text with its predecessor: read as people corrected it, for the mission that comes first."""
    texts = TextVersion.objects.select_related("mandate__mission").in_bulk([older.pk, newer.pk])
    mission = texts[newer.pk].mandate.mission
    asked = mission.acronym if mission else None
    said = defaultdict(list)
    for correction in corrections:
        said[correction.mandate_id].append(correction.as_value)
    blocks, readings = [], []
    for version in (texts[older.pk], texts[newer.pk]):
        clean = read.read(bytes(version.source), version.filename)
        readings.append(pipeline.parse(clean, asked, said[version.mandate_id]))
        blocks.append(priority.rank(readings[-1], values.Context(asked)))
    return compare.compare(*readings, *compare.same_mission(blocks[0], blocks[1][:1]))
