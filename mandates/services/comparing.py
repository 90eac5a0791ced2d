"""Two texts are laid side by side, once: the result is kept until the engine or its rules change."""

from django.db import transaction
from django.utils import timezone

from mandates.analysis import compare, pipeline, priority, read, values
from mandates.analysis.reporting import comparison_fields
from mandates.models import Comparison, Mandate, TextVersion
from mandates.rules import RULESET


def compared(older: TextVersion, newer: TextVersion) -> Comparison:
    """What became of the older text in the newer one, for the newer one's mission; kept as a row, and made anew by a new ruleset.

    Whoever calls has made sure that the person may see both. Raises read.Unreadable where one of them can no longer be
    read. Nothing is kept where one of them is deleted meanwhile.
    """
    held = Comparison.objects.filter(older=older, newer=newer, ruleset=RULESET).first()
    if held:
        return held
    made = _compare(older, newer)
    fields = comparison_fields.as_dict(made)
    names = [c["fingerprint"] for c in (*fields["tasks"], *fields["paragraphs"]) if c["fingerprint"]]
    row = {"ruleset": RULESET, "data": fields, "fingerprints": names, "compared_at": timezone.now()}
    with transaction.atomic():
        # Every writer takes the mandates' rows first, in one order, so that a deletion cannot cross this.
        mandates = {older.mandate_id, newer.mandate_id}
        if len(Mandate.objects.select_for_update().filter(pk__in=mandates).order_by("pk")) == len(mandates):
            return Comparison.objects.update_or_create(older=older, newer=newer, defaults=row)[0]
    return Comparison(older=older, newer=newer, **row)


def _compare(older: TextVersion, newer: TextVersion) -> values.Comparison:
    texts = TextVersion.objects.select_related("mandate__mission").in_bulk([older.pk, newer.pk])
    mission = texts[newer.pk].mandate.mission
    asked = mission.acronym if mission else None
    readings = []
    for version in (texts[older.pk], texts[newer.pk]):
        readings.append(pipeline.parse(read.read(bytes(version.source), version.filename), mission=asked))
    blocks = [priority.rank(reading, values.Context(asked)) for reading in readings]
    return compare.compare(*readings, *compare.same_mission(*blocks, asked))
