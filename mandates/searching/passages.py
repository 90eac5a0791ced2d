"""What is found in the texts: Passage rows that a person may see, best first, with the words that are shown of them.

**Best first** is the same for everybody and needs no statistics of the words held, which would tell of drafts that a person may not
see. Within a kind:

1. the resolution whose number was typed;
2. hits in which the words typed follow one another as they were typed;
3. the newer year, and within it the text that came in later;
4. as they stand in their text; findings by their severity.

Between kinds, the order of ``grammar.KINDS``: whole texts by their names, then tasks, then other paragraphs, then findings.
"""

from django.db.models import Case, Count, F, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from language.said import say
from mandates.models import Finding, Mandate, Paragraph, Passage
from mandates.searching import excerpts, index, rows
from mandates.searching.excerpts import Excerpt
from mandates.searching.grammar import OF_TEXTS, Asked
from mandates.searching.hits import Group, Hit


def find(asked: Asked, user, first: int, size: int) -> list[Group]:
    """For each kind asked for, ``size`` hits from the one at ``first`` on, and how many there are. Four queries at most."""
    kinds = [kind for kind in asked.kinds if kind in OF_TEXTS]
    if not kinds:
        return []
    placed = _placed(_narrowed(asked, user).filter(kind__in=kinds), asked, first, size)
    places = {pk: place for pk, _, _, place in placed}
    counts = {kind: total for _, kind, total, _ in placed}
    shown = Passage.objects.filter(pk__in=places).select_related("version__mandate__mission", "version__review")
    shown = shown.defer("version__source", "version__review__data", "searchable") if places else ()
    shown = sorted(shown, key=lambda row: places[row.pk])
    words = _Words(shown)
    return [
        Group(kind, counts[kind], tuple(_hit(row, words, asked) for row in shown if row.kind == kind and row in words))
        for kind in kinds
        if kind in counts
    ]


def _narrowed(asked: Asked, user) -> QuerySet:
    rows = Passage.objects.filter(version__mandate__in=Mandate.objects.visible_to(user))
    if asked.missions:
        named = Q(version__mandate__mission__acronym__in=asked.missions) | Q(mission_name__in=asked.missions)
        rows = rows.filter(named)
    if asked.years:
        rows = rows.filter(_any(Q(year__gte=first, year__lte=last) for first, last in asked.years))
    if asked.crime_types:
        rows = rows.filter(_any(Q(crime_types__contains=f" {name} ") for name in asked.crime_types))
    if asked.states & {"draft", "adopted"}:
        rows = rows.filter(version__mandate__draft="draft" in asked.states)
    if "flagged" in asked.states:
        rows = rows.filter(version__review__flagged="yes")
    return index.search(rows, asked.query)


def _any(conditions) -> Q:
    whole = Q()
    for condition in conditions:
        whole |= condition
    return whole


def _placed(rows: QuerySet, asked: Asked, first: int, size: int) -> list[tuple[int, str, int, int]]:
    """(key, kind, how many of that kind there are, place in it). Only keys are put in order, not whole rows with all joined to them."""
    together = Value(0)
    if len(asked.query.wanted) > 1:
        phrase = (" ".join(asked.query.wanted),)
        together = Case(When(pk__in=index.holding(Passage, phrase, every=True), then=Value(1)), default=Value(0))
    exact = Value(0)
    if asked.number:
        by_number = Q(kind="texts", version__mandate__symbol__startswith=f"S/RES/{asked.number} (")
        exact = Case(When(by_number, then=Value(1)), default=Value(0))
    rows = rows.annotate(exact=exact, together=together)
    order = [F("exact").desc(), F("together").desc(), F("year").desc(), F("version").desc(), F("order").asc()]
    place = Window(RowNumber(), partition_by=F("kind"), order_by=order)
    total = Window(Count("pk"), partition_by=F("kind"))
    placed = rows.order_by().annotate(place=place, total=total).filter(place__gt=first, place__lte=first + size)
    return list(placed.values_list("pk", "kind", "total", "place"))


class _Words:
    """The paragraphs and findings that rows lead to: two queries however many there are.

    A text that is read anew between two queries has other ones: a row whose words are no longer there is not ``in`` it.
    """

    def __init__(self, rows: list[Passage]) -> None:
        of = {row.version_id for row in rows}
        indexes = {row.paragraph for row in rows if row.paragraph is not None}
        prints = {row.fingerprint for row in rows if row.fingerprint}
        paragraphs = Paragraph.objects.filter(version__in=of, index__in=indexes) if indexes else ()
        findings = Finding.objects.filter(review__version__in=of, fingerprint__in=prints).select_related("review")
        self.paragraphs = {(p.version_id, p.index): p for p in paragraphs}
        self.findings = {
            (f.review.version_id, f.fingerprint): f for f in (findings.defer("review__data") if prints else ())
        }

    def __contains__(self, row: Passage) -> bool:
        if row.kind == "findings":
            return (row.version_id, row.fingerprint) in self.findings
        return row.kind == "texts" or (row.version_id, row.paragraph) in self.paragraphs


def _hit(row: Passage, words: _Words, asked: Asked) -> Hit:
    mandate = row.version.mandate
    told = {
        "kind": row.kind,
        "title": mandate.symbol or mandate.title or say("Mandate {number}", number=mandate.pk),
        "mission": row.mission_name or (mandate.mission.acronym if mandate.mission else ""),
        "year": row.year,
        "draft": mandate.draft,
        "mandate": mandate.pk,
        "stands": rows.place_said(row.stands),
    }
    page = _page(row)
    if row.kind == "texts":
        return Hit(**told, url=page, excerpt=Excerpt(row.version.review.headline))
    if row.kind == "findings":
        finding = words.findings[row.version_id, row.fingerprint]
        anchor = f"f-{finding.fingerprint[:12]}"
        told |= {"code": finding.code, "severity": finding.severity, "label": finding.name, "anchor": anchor}
        return Hit(**told, url=f"{page}#{anchor}", excerpt=excerpts.cut(finding.message, asked.query))
    paragraph = words.paragraphs[row.version_id, row.paragraph]
    told |= {"label": paragraph.label, "anchor": paragraph.anchor, "council": True}
    return Hit(**told, url=f"{page}#{paragraph.anchor}", excerpt=excerpts.cut(paragraph.text, asked.query))


def _page(row: Passage) -> str:
    """Of the version in which it stands: a newer one may not be read yet."""
    mandate = row.version.mandate
    if row.version.number == 1:
        return mandate.get_absolute_url()
    return reverse("version_review", args=[mandate.pk, row.version.number])
