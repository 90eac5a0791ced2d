"""What kind of agreed language repairs the findings of which rule. Plain data.

A rule that is not named here is offered language on the crime types of its quotes; ``NONE`` are those that no language on crime
repairs: how many tasks a mandate has, which markets a register knows, what a sanctions committee lists.
"""

from dataclasses import dataclass

# Told to the mission, and not as a part of something else. The Council has made crime an own task so seldom that what it asked of a
# mission outside its list belongs to it; the points put an own task before it.
TOLD = ("own_task", "mission")


HALF = 0.5  # language that shares half of the types or less is about something else
NO_TYPE = -1.0  # the words that are missing are not those on the crime: any will do, the nearest first


@dataclass(frozen=True, slots=True)
class Wish:
    """The places where fitting language stands; what it must have besides. ``crime_types``: these, whatever the text names.

    ``text_types``: the types that the whole text names come before those of the quoted words.
    """

    places: tuple[str, ...] = TOLD
    least_strength: int = 3  # what only encourages, stresses or notes repairs nothing
    names_police: bool = False
    names_partners: bool = False
    without_terrorism: bool = False
    task_kinds: tuple[str, ...] = ()
    crime_types: tuple[str, ...] = ()
    text_types: bool = False
    likeness: float = HALF  # of the crime types (ranking.likeness): the language has more than this


OWN_TASK = Wish()
OWN_TASK_OF_TEXT = Wish(text_types=True)
POLICE = Wish(places=(*TOLD, "clause"), names_police=True, likeness=NO_TYPE)
PARTNERS = Wish(places=(*TOLD, "clause"), names_partners=True, likeness=0)

BY_CODE = {
    "OC101": OWN_TASK_OF_TEXT,
    "OC102": OWN_TASK_OF_TEXT,
    "OC103": OWN_TASK_OF_TEXT,
    "OC104": OWN_TASK_OF_TEXT,
    "OC201": OWN_TASK,
    "OC202": OWN_TASK,
    "OC301": Wish(without_terrorism=True),
    "OC302": Wish(least_strength=4),
    "OC303": Wish(crime_types=("natural_resources", "illicit_finance"), places=(*TOLD, "clause")),
    "OC401": POLICE,
    "OC402": POLICE,
    "OC501": PARTNERS,
    "OC502": PARTNERS,
    "OC503": Wish(crime_types=("illicit_finance",), places=(*TOLD, "clause", "others")),
    "OC504": PARTNERS,
    "OC704": Wish(task_kinds=("victim_protection",), places=(*TOLD, "clause", "others")),
}
NONE = frozenset({
    "OC203", "OC403", "OC404", "OC405", "OC601", "OC602", "OC603", "OC701", "OC702", "OC705",
})  # fmt: skip
DEFAULT = Wish()


def for_code(code: str) -> Wish | None:
    """What to look for beside a finding of this rule; None where no language on crime repairs it."""
    return None if code in NONE else BY_CODE.get(code, DEFAULT)
