"""What ``load_reference`` loads. Each app's config has ``reference()``, which gives its own part; missions come first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from missions import reference, services
from missions.services import Counts


@dataclass(frozen=True, slots=True)
class Part:
    """The reference data of one app: ``read`` checks the files and raises records.Invalid, ``told`` says what they hold,
    ``write`` brings the database to the same and counts."""

    read: Callable[[], Any]
    told: Callable[[Any], str]
    write: Callable[[Any], dict[str, Counts]]


def _told(register: reference.Register) -> str:
    return f"{len(register.countries)} countries and {len(register.missions)} missions are in order."


REGISTER = Part(reference.load, _told, services.load_register)
