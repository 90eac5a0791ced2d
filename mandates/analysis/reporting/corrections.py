"""A person's correction in words."""

from collections.abc import Sequence

from mandates.analysis import taxonomy, wording
from mandates.analysis.values import Addressee, Aspect, Correction, Role

ASPECTS = {
    Aspect.KIND: "kind of text",
    Aspect.MISSION: "mission",
    Aspect.PREDECESSOR: "predecessor",
    Aspect.LEVEL: "place among the tasks",
    Aspect.ROLE: "organized crime",
    Aspect.CRIME_TYPES: "crime types",
    Aspect.ADDRESSEES: "who is told to act",
}
LEVELS = ("no task of the mission", "main task", "task within a main task", "task of the third level", "of the fourth")
ROLES = {Role.SUBJECT: "what it is about", Role.CLAUSE: "a part of something else", Role.NONE: "not in it"}


def sentence(correction: Correction, read: str | int | Sequence[str]) -> str:
    """``Crime types: natural resources; read as none.``"""
    aspect = correction.aspect
    name = ASPECTS[aspect][0].upper() + ASPECTS[aspect][1:]
    return f"{name}: {said(aspect, correction.value)}; read as {said(aspect, read)}."


def said(aspect: Aspect, value: str | int | Sequence[str]) -> str:
    """What a value of an aspect means, in a few words."""
    match aspect:
        case Aspect.LEVEL:
            return LEVELS[int(value)]
        case Aspect.ROLE:
            return ROLES[Role(value)]
        case Aspect.CRIME_TYPES:
            types = taxonomy.load().types
            return wording.join([types[name].label for name in value]) or "none"
        case Aspect.ADDRESSEES:
            return wording.addressees([Addressee(name) for name in value])
        case Aspect.PREDECESSOR:
            return wording.resolution(str(value)) if value else "none"
        case _:
            return str(value).replace("_", " ") or "none"
