"""A person's correction in words, in the language of the reader; documents and API have ``analysis.reporting.corrections``."""

from collections.abc import Mapping, Sequence

from language.said import joined, say
from mandates import counting
from mandates.analysis import taxonomy, wording
from mandates.analysis.reporting import corrections
from mandates.analysis.values import Aspect, Role


def correction(row: Mapping) -> str:
    """``Crime types: natural resources; read as none.`` The row as CorrectionSerializer gives it."""
    aspect = Aspect(row["aspect"])
    name = wording.capital(say(corrections.ASPECTS[aspect]))
    return say(
        "{aspect}: {value}; read as {read}.",
        aspect=name,
        value=_said(aspect, row["value"]),
        read=_said(aspect, row["read"]),
    )


def _said(aspect: Aspect, value: str | int | Sequence[str]) -> str:
    match aspect:
        case Aspect.LEVEL:
            return say(corrections.LEVELS[int(value)])
        case Aspect.ROLE:
            return say(corrections.ROLES[Role(value)])
        case Aspect.CRIME_TYPES:
            return joined([say(taxonomy.load().types[name].label) for name in value]) or say("none")
        case Aspect.ADDRESSEES:
            return counting.addressees(value)
        case Aspect.PREDECESSOR:
            return counting.resolution(str(value)) if value else say("none")
        case Aspect.KIND:
            return say(str(value).replace("_", " ")) or say("none")
        case _:
            return str(value).replace("_", " ") or say("none")
