"""Adopted texts of missions that do not exist, written for the tests, and how they come in."""

from mandates import jobs, services
from mandates.models import TextVersion
from missions.models import Country, Mission

TASK = "(ii) To support the police of Nambira against organized criminal networks and the smuggling of gold;"


def text(number: int, year: int, task: str = TASK, mission: str = "UNMINA", more: str = "") -> str:
    """A mandate of UNMINA; ``task`` is the second item of its rule-of-law task, ``more`` a paragraph besides."""
    return f"""\
United Nations
Security Council

S/RES/{number} ({year})

Resolution {number} ({year})

Adopted by the Security Council at its 9{number}th meeting, on 3 May {year}

The Security Council,

Recalling its previous resolutions on the situation in Nambira,

Expressing concern at the smuggling of gold through Kestrel Gorge, from which armed groups draw their income,

Acting under Chapter VII of the Charter,

1. Decides to extend the mandate of the United Nations Mission in Nambira ({mission}) until 30 June {year + 1};

2. Decides that the mandate of {mission} shall include the following priority tasks:

(a) Protection of civilians

(i) To protect, within its capabilities, civilians under threat of physical violence in the river provinces;

(ii) To advise the authorities of Nambira on the early warning of attacks against markets and fords;

(b) Rule of law

(i) To help the courts of Nambira to sit again in every province;

{task}

3. Calls upon the authorities of Nambira to end impunity for trafficking in persons in the border districts;

{more}

5. Decides to remain seized of the matter.
"""


def adopt(owner, words: str, symbol: str, mission: Mission | None = None) -> TextVersion:
    """The text as an adopted one, reviewed."""
    version = services.submit(
        owner=owner,
        data=words.encode(),
        filename="adopted.txt",
        draft=False,
        symbol=symbol,
        mission=mission,
        queue=False,
    )
    jobs.review_mandate(version.jobs.get().pk)
    return version


def mission(acronym: str = "UNMINA", iso3: str = "MLI") -> Mission:
    row = Mission.objects.create(
        acronym=acronym,
        name="United Nations Mission in Nambira",
        type=Mission.Type.PEACEKEEPING,
        status=Mission.Status.ACTIVE,
        source="written for the tests",
        as_of="2030-01-01",
    )
    numeric = str(900 + Country.objects.count())
    row.countries.add(Country.objects.get_or_create(iso3=iso3, defaults={"iso_numeric": numeric, "name": iso3})[0])
    return row
