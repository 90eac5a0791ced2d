"""The engine from end to end: read this file first.

    read.read       bytes          → CleanText    what stands in the file, as paragraphs
    structure.parse CleanText      → Document     preamble, numbered paragraphs, items
    tasks.read      Document       → TaskReading  whom it tells to do what: missions, lists, tiers, addressees
    crime.find      Document       → CrimeReading where organized crime is named, with which words
    shape.shape     both           → AreaShare    what the tasks are about, organized crime beside the other areas
    priority.rank   both           → MissionReading   where it stands, and whether that flags the text
    rules.check     Review         → Finding      what to say of it, with source and remedy

A draft with square brackets is ranked both ways: as it stands, and without what is not agreed upon (brackets.py).
A text is parsed once and can be judged again with other knowledge around it (texts held, policy).
"""

from dataclasses import replace

from mandates import rules
from mandates.analysis import brackets, crime, priority, shape, structure, tasks
from mandates.analysis.values import CleanText, Context, Document, MissionReading, Reading, Review

ORGANIZED_CRIME = "Organized crime"  # the area that the codes of others lack


def parse(clean: CleanText, mission: str | None = None) -> Reading:
    """Everything that can be read in the text alone. ``mission`` is the acronym of the mission asked about, if any."""
    return _reading(structure.parse(clean), mission)


def _reading(document: Document, mission: str | None) -> Reading:
    told, crimes = tasks.read(document, mission), crime.find(document)
    beside = {ORGANIZED_CRIME: shape.crime_places(crimes)}
    missions = tuple(replace(b, areas=shape.shape(document, told, b.mission, beside)) for b in told.missions)
    return Reading(document, replace(told, missions=missions), crimes)


def judge(reading: Reading, context: Context) -> Review:
    """Where organized crime stands, and the findings, given what is known beyond the text."""
    review = Review(
        document=reading.document,
        kind=reading.tasks.kind,
        addresses=reading.tasks.addresses,
        crime=reading.crime,
        missions=priority.rank(reading, context),
        findings=(),
        policy=context.policy,
        ruleset=rules.RULESET,
        without_brackets=_without_brackets(reading, context),
        chapter_vii=reading.tasks.chapter_vii,
    )
    return replace(review, findings=rules.check(review))


def _without_brackets(reading: Reading, context: Context) -> MissionReading | None:
    """Where crime stands for the same mission if nothing in square brackets is kept."""
    document = brackets.without(reading.document)
    if document is None:
        return None
    mission = reading.tasks.missions[0].mission
    asked = mission.acronym if mission else context.mission
    return priority.rank(_reading(document, asked), context)[0]


def review(clean: CleanText, context: Context | None = None) -> Review:
    """Parse and judge in one step."""
    context = context or Context()
    return judge(parse(clean, context.mission), context)
