"""A review as plain values, under the field names of the annotation guide (docs/method.md)."""

import re

from mandates.analysis import places, tasked, wording
from mandates.analysis.reporting import comparison_fields, sentences
from mandates.analysis.values import (
    AreaShare,
    Corrected,
    Document,
    Finding,
    MissionReading,
    Policy,
    Register,
    Review,
    Role,
    Task,
    Term,
)

ROLES = {Role.SUBJECT: "own_task", Role.CLAUSE: "clause"}


def as_dict(review: Review, file: str = "") -> dict:
    """The whole review, ready for JSON. ``file`` names its source.

    On top stand the text's own fields and those of the mission that the review is about; ``missions`` holds the block
    of every mission, that one first. ``start`` and ``end`` of a span count characters in the paragraph of that label.
    """
    missions = [_mission(reading) for reading in review.missions]
    return {
        "file": file,
        "symbol": review.document.symbol,
        "chapter_vii": review.document.paragraphs[review.chapter_vii].label if review.chapter_vii is not None else None,
        "kind": str(review.kind),
        "preambular_count": len(review.document.preambular()),
        "operative_count": len(review.document.numbered()),
        "last_operative_number": _last_number(review.document),
        **missions[0],
        "headline": sentences.headline(review),
        "contrast": sentences.contrast(review),
        "verdict": sentences.verdict(review),
        "brackets": sentences.brackets(review),
        "incomplete": [
            {"missing": str(gap.missing), "labels": list(gap.labels), "sentence": wording.gap(gap)}
            for gap in review.document.incomplete
        ],
        "warning": sentences.incomplete(review),
        "without_brackets": _mission(review.without_brackets) if review.without_brackets else None,
        "tasked": [_tasked(place) for place in tasked.find(review)],
        "register": _register(review.register),
        "predecessor": comparison_fields.brief(review.comparison) if review.comparison else None,
        "top": review.policy.top,
        "policy": policy(review.policy),
        "ruleset": review.ruleset,
        "corrections": [_corrected(review.document, corrected) for corrected in review.corrected],
        "missions": missions,
        "findings": [_finding(review.document, finding) for finding in review.findings],
    }


def _tasked(place: tasked.Place) -> dict:
    told = {name: getattr(place, name) for name in ("label", "symbol", "listed")}
    return told | {"crime_types": list(place.crime_types)}


def _register(register: Register) -> dict | None:
    """Under which facts of the register the review was made; None where nothing was known."""
    if not register.digest:
        return None
    return {
        "digest": register.digest,
        "day": register.day.isoformat() if register.day else None,
        "today": register.today,
    }


def _corrected(document: Document, corrected: Corrected) -> dict:
    """What a person said was misread. ``label`` is where it stands in this text, None for the whole text or where it has no place."""
    correction = corrected.correction
    return {
        "number": correction.number,
        "aspect": str(correction.aspect),
        "label": document.paragraphs[corrected.paragraph].label if corrected.paragraph is not None else None,
        "read": _plain(corrected.read),
        "value": _plain(correction.value),
        "placed": corrected.placed,
    }


def _plain(value: str | int | tuple[str, ...]) -> str | int | list[str]:
    return list(value) if isinstance(value, tuple) else value


def policy(policy: Policy) -> dict:
    """The policy that a review ran under; number 0 is what the program comes with."""
    return {
        "number": policy.number,
        "top": policy.top,
        "dilution": policy.dilution,
        "off": sorted(policy.off),
        "severities": {code: str(severity) for code, severity in sorted(policy.severities.items())},
    }


def _last_number(document: Document) -> int | None:
    numbers = [int(match[0]) for p in document.numbered() if (match := re.match(r"\d+", p.number))]
    return numbers[-1] if numbers else None


def _mission(reading: MissionReading) -> dict:
    in_force = reading.in_force
    return {
        "mission": places.mission_name(reading) or None,
        "tasks_by_reference": reading.tasks_by_reference,
        "order_stated": reading.order_stated,
        "flagged": str(reading.flagged),
        "flag_reason": str(reading.flag_reason) if reading.flag_reason else None,
        "task_lists": [{"paragraph": t.label, "chapeau": t.chapeau, "tier": str(t.tier)} for t in reading.task_lists],
        "main_tasks": [_main_task(t) for t in reading.main_tasks],
        "leaf_tasks": len(reading.leaf_tasks),
        "leaf_tasks_without_dashes": _leaves_without_dashes(reading.tasks),
        "oc_leaf_tasks": [
            {
                "label": t.label,
                "leaf_index": t.leaf_index,
                "role": ROLES[t.role],
                "crime_types": list(t.crime_types),
                "qualifiers": list(t.qualifiers),
            }
            for t in reading.oc_leaf_tasks
        ],
        "oc_preambular": list(reading.oc_preambular),
        "oc_operative": [
            {
                "label": o.label,
                "addressee": [str(a) for a in o.addressees],
                "crime_types": list(o.crime_types),
                "in_task_list": o.in_task_list,
                "lead_verb": o.lead_verb,
                "further_types": list(o.further_types),
                "task_kinds": list(o.task_kinds),
            }
            for o in reading.oc_operative
        ],
        "position": str(reading.position),
        "best_main_task_rank": reading.best_main_task_rank,
        "best_containing_rank": reading.best_containing_rank,
        "only_with_terrorism": reading.only_with_terrorism,
        "oc_partners_named": list(reading.partners),
        "police_authorized": reading.police_authorized,
        "strengths": [{"kind": str(s.kind), "number": s.number, "paragraph": s.label} for s in reading.strengths],
        "term": _term(reading.term) if reading.term else None,
        "means": sentences.means(reading),
        "areas": [_area(area) for area in reading.areas],
        "in_force": {"symbol": in_force.symbol, "through": list(in_force.through), **_mission(in_force.reading)}
        if in_force
        else None,
    }


def _term(term: Term) -> dict:
    return {
        "until": term.until.isoformat() if term.until else None,
        "months": term.months,
        "days": term.days,
        "paragraph": term.label,
    }


def _area(area: AreaShare) -> dict:
    return {
        "area": area.area,
        "label": area.label,
        "main_tasks": area.main_tasks,
        "leaf_tasks": area.leaf_tasks,
        "share": round(area.share, 4),
        "paragraphs": list(area.paragraphs),
    }


def _main_task(task: Task) -> dict:
    return {
        "label": task.label,
        "rank": task.rank,
        "tier": str(task.tier),
        "title": task.title,
        "leaves": task.leaves,
        "organized_crime": str(task.role),
        "place_in_list": task.place_in_list,
        "qualifiers": list(task.qualifiers),
    }


def _leaves_without_dashes(tasks: tuple[Task, ...]) -> int:
    """Leaf tasks when items set with a dash count as part of the item above; a main task counts however it is set."""
    kept = {i for i, t in enumerate(tasks) if not t.dashed or t.level == 1}
    return len(kept - {tasks[i].parent for i in kept})


def _finding(document: Document, finding: Finding) -> dict:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "spans": [
            {"label": document.paragraphs[s.paragraph].label, "start": s.start, "end": s.end, "text": s.text}
            for s in finding.spans
        ],
        "searched": finding.searched,
        "why": finding.why,
        "source": finding.source,
        "remedy": finding.remedy,
        "fingerprint": finding.fingerprint,
        "note": finding.note,
    }
