"""A person says what the reader got wrong, or takes that back. The review is then made again."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from language.said import say
from mandates import symbols
from mandates.analysis import taxonomy, values
from mandates.models import Correction, Event, Job, Mandate, Paragraph, Task, TextVersion
from mandates.services.comparing import compare_anew
from mandates.services.reviewing import start_review

DEEPEST = 4  # levels of a task list


class CorrectionRefused(ValueError):
    """A correction that says nothing that can be read so; its words say why."""


def may_correct(mandate: Mandate, person) -> bool:
    """Of those who see a mandate: everyone may correct a draft's reading, an adopted text's, which all share, its owner and staff."""
    return mandate.draft or person.is_staff or mandate.owner_id == person.pk


def _check(mandate: Mandate, person) -> None:
    if not Mandate.objects.visible_to(person).filter(pk=mandate.pk).exists() or not may_correct(mandate, person):
        raise PermissionDenied


def correct(
    *, version: TextVersion, said: Mapping[values.Aspect, Any], paragraph: int | None = None, reason: str = "", by
) -> tuple[list[Correction], Job]:
    """Keep what a person says of the reading of a mandate's newest text, all or nothing, and start its review again.

    ``said`` holds values as in values.Correction; ``paragraph`` is the index of the paragraph that it is about, None
    for aspects of the whole text. Raises PermissionDenied and CorrectionRefused.
    """
    mandate = version.mandate
    _check(mandate, by)
    with transaction.atomic():
        Mandate.objects.select_for_update().filter(pk=mandate.pk).first()
        row = version.paragraphs.filter(index=paragraph).first() if paragraph is not None else None
        made = []
        for aspect, value in said.items():
            if (row is None) != (aspect in values.OF_THE_TEXT):
                raise CorrectionRefused(say("Say which paragraph of this text is meant, or none for the whole text."))
            correction = Correction.objects.create(
                mandate=mandate,
                aspect=aspect.value,
                value=_value(aspect, value, row, mandate),
                read=_read(aspect, version, row),
                passage=row.text if row else "",
                label=row.label if row else "",
                reason=reason.strip(),
                by=by,
            )
            _recorded("corrected", correction, correction.read, correction.value)
            made.append(correction)
        compare_anew(mandate)
        return made, start_review(version, again=True)


def withdraw(correction: Correction, by) -> Job | None:
    """Take a correction back and start the review again; None where it does not count any more."""
    mandate = correction.mandate
    _check(mandate, by)
    with transaction.atomic():
        Mandate.objects.select_for_update().filter(pk=mandate.pk).first()
        if correction.pk not in {c.pk for c in mandate.corrections.standing()}:
            return None
        back = Correction.objects.create(
            mandate=mandate,
            aspect=correction.aspect,
            value=correction.value,
            read=correction.read,
            passage=correction.passage,
            label=correction.label,
            withdrawn=True,
            by=by,
        )
        _recorded("correction withdrawn", back, back.value, back.read)  # in English: the kind of a recorded event
        compare_anew(mandate)
        return start_review(mandate.newest_version, again=True)


def _recorded(action: str, correction: Correction, before, after) -> None:
    detail = {"aspect": correction.aspect, "label": correction.label, "from": before, "to": after}
    Event.objects.create(mandate_id_was=correction.mandate_id, action=action, detail=detail, by=correction.by)


# --- what can be said, and what was read ------------------------------------------------------------------------


def _value(aspect: values.Aspect, value, row: Paragraph | None, mandate: Mandate) -> str | int | list[str]:
    """The value as it is kept. Raises CorrectionRefused for one that the aspect does not have."""
    operative = row is not None and row.kind == values.ParagraphKind.OPERATIVE
    match aspect:
        case values.Aspect.KIND:
            return _one_of(values.Kind, value, say("There is no such kind of text."))
        case values.Aspect.MISSION:
            acronym = str(value).strip()
            if not acronym or len(acronym) > 40 or not acronym.isprintable():
                raise CorrectionRefused(say("Give the mission's acronym, such as MINUSCA."))
            return acronym
        case values.Aspect.PREDECESSOR:
            return _predecessor(str(value), mandate)
        case values.Aspect.LEVEL:
            if not operative:
                raise CorrectionRefused(say("Only an operative paragraph or item can be a task."))
            if value not in range(DEEPEST + 1):
                raise CorrectionRefused(say("A level is from 0, no task, to {deepest}.", deepest=DEEPEST))
            return int(value)
        case values.Aspect.ROLE:
            return _one_of(values.Role, value, say("There is no such part in a task."))
        case values.Aspect.CRIME_TYPES:
            types = taxonomy.load()
            known = [name for name in types.types if types.crime(types.whole(name))]
            return _several(known, value, say("There is no such crime type."))
        case values.Aspect.ADDRESSEES:
            if not operative:
                raise CorrectionRefused(say("Only an operative paragraph speaks to somebody."))
            chosen = _several(list(values.Addressee), value, say("There is no such addressee."))
            if not chosen:
                raise CorrectionRefused(say("Say to whom the paragraph speaks."))
            return chosen


def _one_of(enum, value, otherwise: str) -> str:
    try:
        return enum(value).value
    except ValueError as unknown:
        raise CorrectionRefused(otherwise) from unknown


def _several(known: list[str], value, otherwise: str) -> list[str]:
    wanted = set(value) if isinstance(value, (list, tuple)) else {value}
    if not wanted <= {str(name) for name in known}:
        raise CorrectionRefused(otherwise)
    return [str(name) for name in known if str(name) in wanted]


def _predecessor(symbol: str, mandate: Mandate) -> str:
    """The symbol of an adopted text that is held; "" for none."""
    if not symbol.strip():
        return ""
    symbol = symbols.normal(symbol)
    if (
        not symbol.isprintable()
        or not Mandate.objects.filter(draft=False, symbol=symbol).exclude(pk=mandate.pk).exists()
    ):
        raise CorrectionRefused(say("No adopted text with this symbol is held here. Submit it first."))
    return symbol


def _read(aspect: values.Aspect, version: TextVersion, row: Paragraph | None) -> str | int | list[str]:
    """What the review says now."""
    review = version.review
    match aspect:
        case values.Aspect.KIND:
            return review.kind
        case values.Aspect.MISSION:
            return review.mission_name
        case values.Aspect.PREDECESSOR:
            return (review.data.get("predecessor") or {}).get("symbol") or ""
        case values.Aspect.LEVEL:
            task = Task.objects.filter(version=version, paragraph=row.index, mission_name=review.mission_name).first()
            return task.level if task else 0
        case values.Aspect.ROLE:
            return row.role
        case values.Aspect.CRIME_TYPES:
            return row.crime_types
        case values.Aspect.ADDRESSEES:
            return row.addressees
