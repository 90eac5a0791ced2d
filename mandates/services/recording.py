"""A review is recorded: the engine's values → rows, in one transaction that a second call finds done."""

from django.db import transaction
from django.utils import timezone

from mandates import symbols
from mandates.analysis import correcting, report, taxonomy, values
from mandates.models import Adoption, Event, Finding, Job, Mandate, Paragraph, Precedent, Review, Task
from mandates.precedents import rows as agreed
from mandates.services.flagging import earlier_review, note_change
from mandates.services.indexing import index
from mandates.services.reviewing import review_successors, review_waiting_for
from mandates.services.summarizing import summarize
from missions.models import Mission


def record(job: Job, review: values.Review) -> bool:
    """Replace what is derived from the job's text by this review, and mark the job done. Decisions stay.

    False, and nothing changed, where the job is already done or cancelled, was taken over by another worker since ``job``
    was loaded, or is gone with its mandate.
    """
    version = job.version
    with transaction.atomic():
        # Every writer takes the mandate's row first, so that a deletion and two rulesets cannot cross each other here.
        mandate = Mandate.objects.select_for_update().filter(pk=version.mandate_id).first()
        now = timezone.now()
        mine = Job.objects.filter(pk=job.pk, attempts=job.attempts).exclude(
            state__in=[Job.State.DONE, Job.State.CANCELLED]
        )
        if mandate is None or not mine.update(
            state=Job.State.DONE, step=Job.Step.FINISHED, error="", heartbeat_at=now, finished_at=now
        ):
            return False
        earlier = earlier_review(version)
        arrived = not Review.objects.filter(version=version).delete()[0]
        version.paragraphs.all().delete()
        version.tasks.all().delete()
        paragraphs = Paragraph.objects.bulk_create(_paragraphs(version, review))
        tasks = Task.objects.bulk_create(_tasks(version, review))
        row = _review(version, review)
        row.reviewed_at = now
        row.save()
        findings = Finding.objects.bulk_create(_findings(row, review))
        _complete(mandate, review)
        summarize(mandate, version, review)
        note_change(mandate, row, earlier)
        version.mandate = mandate
        if not mandate.draft:
            _adopted(mandate, version, review)
        index(version, row, paragraphs, tasks, findings)
        detail = {"version": version.number, "ruleset": review.ruleset}
        Event.objects.create(mandate_id_was=mandate.pk, action="reviewed", detail=detail, by=None)
        # a text whose own tasks are not known tells nobody anything, and two that name each other would never end
        if mandate.symbol and not mandate.draft and row.flagged != values.Flagged.UNKNOWN:
            review_waiting_for(mandate)
        if arrived and review.kind in values.RANKED_KINDS:
            review_successors(mandate, replaced=version.number > 1)
    return True


def _adopted(mandate: Mandate, version, review: values.Review) -> None:
    """What only an adopted text has: the date that it states, and language that others can take over."""
    if mandate.newest_version == version:
        Precedent.objects.filter(version__mandate=mandate).delete()
        Precedent.objects.bulk_create(agreed.of(version, review))
    adoption, _ = Adoption.objects.get_or_create(mandate=mandate)
    if review.document.adopted and not adoption.date:
        adoption.date, adoption.date_source = review.document.adopted, "the text itself"  # in English: recorded
        adoption.save(update_fields=["date", "date_source"])


def _paragraphs(version, review: values.Review) -> list[Paragraph]:
    addresses = {address.paragraph: address for address in review.addresses}
    terrorism: dict[int, list[values.Span]] = {}
    for span in review.crime.terrorism:
        terrorism.setdefault(span.paragraph, []).append(span)
    rows = []
    for p in review.document.paragraphs:
        address = addresses.get(p.index)
        crime = review.crime.paragraphs.get(p.index)
        rows.append(
            Paragraph(
                version=version,
                index=p.index,
                kind=p.kind,
                label=p.label,
                marker=p.marker,
                number=p.number,
                depth=p.depth,
                parent=p.parent,
                anchor=p.anchor,
                heading=p.heading,
                text=p.text,
                page=p.page,
                bracketed=p.bracketed,
                addressees=list(address.addressees) if address else [],
                lead_verb=address.lead_verb if address else "",
                strength=address.strength if address else None,
                crime_types=list(crime.crime_types) if crime else [],
                role=correcting.role(crime),
                marks=_marks(crime, terrorism.get(p.index, [])),
            )
        )
    return rows


def _marks(crime: values.ParagraphCrime | None, terrorism: list[values.Span]) -> list[dict]:
    """What a page marks: words that name organized crime, not those of a wider definition, a nexus or a context."""
    types = taxonomy.load()
    marks = [
        {"start": m.span.start, "end": m.span.end, "kind": "crime", "crime_type": m.crime_type}
        for m in (crime.mentions if crime else ())
        if types.organized_crime(m.crime_type)
    ]
    marks += [{"start": s.start, "end": s.end, "kind": "terrorism", "crime_type": ""} for s in terrorism]
    return sorted(marks, key=lambda mark: (mark["start"], mark["end"]))


def _tasks(version, review: values.Review) -> list[Task]:
    return [
        Task(
            version=version,
            mission_name=_mission_name(reading),
            paragraph=t.paragraph,
            label=t.label,
            title=t.title,
            list_label=reading.task_lists[t.list].label,
            level=t.level,
            rank=t.rank,
            place_in_list=t.place_in_list,
            tier=t.tier,
            leaves=t.leaves,
            leaf_index=t.leaf_index,
            dashed=t.dashed,
            role=t.role,
            crime_types=list(t.crime_types),
        )
        for reading in review.missions
        for t in reading.tasks
    ]


def _review(version, review: values.Review) -> Review:
    reading = review.reading
    return Review(
        version=version,
        ruleset=review.ruleset,
        top=review.policy.top,
        policy_id=review.policy.number or None,
        headline=report.headline(review),
        kind=review.kind,
        mission_name=_mission_name(reading),
        position=reading.position,
        flagged=reading.flagged,
        flag_reason=reading.flag_reason or "",
        best_main_task_rank=reading.best_main_task_rank,
        best_containing_rank=reading.best_containing_rank,
        main_tasks=len(reading.main_tasks),
        leaf_tasks=len(reading.leaf_tasks),
        data=report.as_dict(review),
    )


def _findings(row: Review, review: values.Review) -> list[Finding]:
    labels = {p.index: p.label for p in review.document.paragraphs}
    return [
        Finding(
            review=row,
            order=order,
            code=f.code,
            name=f.name,
            severity=f.severity,
            message=f.message,
            spans=[
                {"paragraph": s.paragraph, "label": labels[s.paragraph], "start": s.start, "end": s.end, "text": s.text}
                for s in f.spans
            ],
            searched=f.searched,
            why=f.why,
            source=f.source,
            remedy=f.remedy,
            fingerprint=f.fingerprint,
            note=f.note,
        )
        for order, f in enumerate(review.findings)
    ]


def _mission_name(reading: values.MissionReading) -> str:
    return (reading.mission.acronym or reading.mission.name)[:200] if reading.mission else ""


def _complete(mandate: Mandate, review: values.Review) -> None:
    """What the submitter left empty and the text tells. The title never quotes the text: only symbol or acronym."""
    acronym = review.reading.mission.acronym if review.reading.mission else ""
    if mandate.mission is None and acronym:
        mandate.mission = Mission.objects.filter(acronym=acronym).first()
    if not mandate.symbol and review.document.symbol:
        mandate.symbol = symbols.normal(review.document.symbol)[:40]
    if not mandate.title:
        mandate.title = mandate.symbol or (f"{acronym} {'draft' if mandate.draft else 'mandate'}" if acronym else "")
    mandate.save(update_fields=["mission", "symbol", "title"])
