"""The engine from end to end: read this file first.

    read.read       bytes          → CleanText    what stands in the file, as paragraphs
    structure.parse CleanText      → Document     preamble, numbered paragraphs, items
    tasks.read      Document       → TaskReading  whom it tells to do what: missions, lists, tiers, addressees
    crime.find      Document       → CrimeReading where organized crime is named, with which words
    shape.shape     both           → AreaShare    what the tasks are about, organized crime beside the other areas
    priority.rank   both           → MissionReading   where it stands, and whether that flags the text
    compare.compare both           → Comparison       what became of its predecessor, where that is held
    rules.check     Review         → Finding      what to say of it, with source and remedy

What a person corrects is put in after tasks and crime are read, and everything from there follows it (correcting.py).
A draft with square brackets is ranked both ways: as it stands, and without what is not agreed upon (brackets.py).
A text is parsed once and can be judged again with other knowledge around it (texts held, policy, what the register knows).
"""

from collections.abc import Sequence
from dataclasses import replace

from mandates import rules
from mandates.analysis import brackets, compare, correcting, crime, predecessor, priority, shape, structure, tasks
from mandates.analysis.values import (
    RANKED_KINDS,
    CleanText,
    Comparison,
    Context,
    Correction,
    Document,
    MissionReading,
    Reading,
    Review,
)

ORGANIZED_CRIME = "Organized crime"  # the area that the codes of others lack


def parse(clean: CleanText, mission: str | None = None, corrections: Sequence[Correction] = ()) -> Reading:
    """Everything that can be read in the text alone, and what people say that it was misread.

    ``mission`` is the acronym of the mission asked about, if any.
    """
    return _reading(structure.parse(clean), mission, corrections)


def _reading(document: Document, mission: str | None, corrections: Sequence[Correction]) -> Reading:
    told, crimes = tasks.read(document, correcting.mission(corrections) or mission), crime.find(document)
    said = correcting.placed(document, corrections)
    if said:
        told, said = correcting.tell(document, told, said)
        crimes, said = correcting.crime(document, crimes, said)
    beside = {ORGANIZED_CRIME: shape.crime_places(crimes)}
    missions = tuple(replace(b, areas=shape.shape(document, told, b.mission, beside)) for b in told.missions)
    return Reading(document, replace(told, missions=missions), crimes, said)


def judge(reading: Reading, context: Context) -> Review:
    """Where organized crime stands, and the findings, given what is known beyond the text."""
    missions = priority.rank(reading, context)
    review = Review(
        document=reading.document,
        kind=reading.tasks.kind,
        addresses=reading.tasks.addresses,
        crime=reading.crime,
        missions=missions,
        findings=(),
        policy=context.policy,
        ruleset=rules.RULESET,
        without_brackets=_without_brackets(reading, context),
        chapter_vii=reading.tasks.chapter_vii,
        corrected=reading.corrected,
        comparison=_comparison(reading, missions[0], context),
        register=context.register,
    )
    return replace(review, findings=rules.check(review))


def _comparison(reading: Reading, block: MissionReading, context: Context) -> Comparison | None:
    """What became of the predecessor's tasks for the mission of ``block``."""
    held = context.predecessor
    if held is None and reading.tasks.kind in RANKED_KINDS:
        held = predecessor.predecessor(reading, block.mission, context.earlier)
    if held is None or held.reading is None:
        return None
    older = priority.rank(held.reading, Context(context.mission, policy=context.policy))
    made = compare.compare(held.reading, reading, *compare.same_mission(older, (block,)))
    return replace(made, older=replace(made.older, symbol=held.symbol or made.older.symbol))


def _without_brackets(reading: Reading, context: Context) -> MissionReading | None:
    """Where crime stands for the same mission if nothing in square brackets is kept."""
    document = brackets.without(reading.document)
    if document is None:
        return None
    mission = reading.tasks.missions[0].mission
    asked = mission.acronym if mission else context.mission
    corrections = [corrected.correction for corrected in reading.corrected]
    return priority.rank(_reading(document, asked, corrections), context)[0]


def review(clean: CleanText, context: Context | None = None) -> Review:
    """Parse and judge in one step."""
    context = context or Context()
    return judge(parse(clean, context.mission), context)
