"""People's corrections put into a reading: what follows from them is worked out again as if the reader had read so.

A correction hangs on the words of its paragraph, not on a number: it is found again in the next version of a draft where the same words
stand, or words that are mostly the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from mandates.analysis import tasks, taxonomy
from mandates.analysis.comparing import words
from mandates.analysis.values import (
    OF_THE_TEXT,
    Address,
    Addressee,
    Aspect,
    Corrected,
    Correction,
    CrimeReading,
    Document,
    Kind,
    Mention,
    MissionName,
    MissionTasks,
    Paragraph,
    ParagraphCrime,
    ParagraphKind,
    Role,
    Span,
    Task,
    TaskList,
    TaskReading,
    Tier,
)

ALIKE = 0.7  # share of words in common, in their order, from which a passage counts as the same one reworded
SAID = "a person's correction"  # stands for the lexicon's entry where nobody's but a person's word shows the crime
UNNAMED = "organized_crime"  # the type of a paragraph that is one on organized crime and names no kind of it

Placed = Sequence[Corrected]


def placed(document: Document, corrections: Iterable[Correction]) -> tuple[Corrected, ...]:
    """Each correction with the paragraph that it is about in this text; ``read`` is filled in as it is applied."""
    body = [p for p in document.paragraphs if p.kind in (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE)]
    found = []
    for correction in corrections:
        if correction.aspect in OF_THE_TEXT:
            found.append(Corrected(correction, None, ""))
        else:
            paragraph = _place(body, correction)
            found.append(Corrected(correction, paragraph.index if paragraph else None, "", paragraph is not None))
    return tuple(found)


def _place(body: Sequence[Paragraph], correction: Correction) -> Paragraph | None:
    """The paragraph with the same words, else the one most alike; of several the one under the same label."""
    wanted = words.of(correction.passage)
    same = [p for p in body if words.of(p.text).joined == wanted.joined]
    if same:
        return next((p for p in same if p.label == correction.label), same[0])
    likeness = SequenceMatcher(b=wanted.keys, autojunk=False)
    best, most = None, (ALIKE, False)
    for p in body:
        likeness.set_seq1(words.of(p.text).keys)
        if likeness.real_quick_ratio() < ALIKE or likeness.quick_ratio() < ALIKE:
            continue
        measured = (likeness.ratio(), p.label == correction.label)
        if measured >= most:
            best, most = p, measured
    return best


def mission(corrections: Iterable[Correction]) -> str | None:
    """The acronym of the mission that a person says the text is about; None where nobody does."""
    return next((str(c.value) for c in corrections if c.aspect is Aspect.MISSION), None)


# --- what the text says, and to whom ----------------------------------------------------------------------------


def tell(document: Document, told: TaskReading, said: Placed) -> tuple[TaskReading, tuple[Corrected, ...]]:
    """A reading of the tasks with kind, mission, levels and addressees corrected, and the corrections with what was read."""
    levels: dict[int, int] = {}
    done = []
    addresses = {a.paragraph: a for a in told.addresses}
    level_read = {t.paragraph: t.level for t in told.missions[0].tasks}
    for one in said:
        value = one.correction.value
        match one.correction.aspect:
            case Aspect.KIND:
                one = replace(one, read=told.kind.value)
                told = replace(told, kind=Kind(value))
            case Aspect.MISSION:
                named = told.missions[0].mission
                one = replace(one, read=named.acronym or named.name if named else "")
                told = replace(told, missions=_named(told.missions, str(value)))
            case Aspect.ADDRESSEES if one.placed:
                number = _numbered(document, one.paragraph).index
                was = addresses.get(number, Address(number, (), "", 0))
                one = replace(one, read=tuple(a.value for a in was.addressees))
                addresses[number] = replace(was, addressees=tuple(Addressee(name) for name in value))
            case Aspect.LEVEL if one.placed:
                one = replace(one, read=level_read.get(one.paragraph, 0))
                levels[one.paragraph] = int(value)
        done.append(one)
    if levels:
        first, *others = told.missions
        told = replace(told, missions=(_relevelled(document, first, levels), *others))
    return replace(told, addresses=tuple(addresses[index] for index in sorted(addresses))), tuple(done)


def _named(missions: tuple[MissionTasks, ...], acronym: str) -> tuple[MissionTasks, ...]:
    """The first block is that of the mission; where the text does not name it so, it is given that name."""
    first, *others = missions
    if first.mission and first.mission.acronym.upper() == acronym.upper():
        return missions
    return (replace(first, mission=MissionName(acronym, "", True, (acronym,))), *others)


def _numbered(document: Document, index: int) -> Paragraph:
    """The numbered paragraph that a paragraph is or stands in; a preambular one itself."""
    paragraph = document.paragraphs[index]
    while paragraph.parent is not None:
        paragraph = document.paragraphs[paragraph.parent]
    return paragraph


def _relevelled(document: Document, block: MissionTasks, levels: Mapping[int, int]) -> MissionTasks:
    """The mission's tasks with some paragraphs made tasks of another level, or none; all places are counted again."""
    list_of = {t.paragraph: t.list for t in block.tasks}
    kept = {t.paragraph: t.level for t in block.tasks}
    for index, level in sorted(levels.items()):
        if level:
            kept[index] = level
            continue
        below = {p.index for p in document.items(document.paragraphs[index])} - set(levels)
        for gone in {index} | below:
            kept.pop(gone, None)
    openers = {task_list.paragraph: number for number, task_list in enumerate(block.task_lists)}
    lists: dict[int, TaskList] = {}
    members: dict[int, list[int]] = {}
    for index in sorted(kept):
        number = _numbered(document, index)
        if index in list_of:
            task_list = block.task_lists[list_of[index]]
        elif number.index in openers and number.index != index:
            task_list = block.task_lists[openers[number.index]]
        else:
            task_list = TaskList(number.index, number.label, "", Tier.UNSPECIFIED, _acronym(block), prose=True)
        lists[task_list.paragraph] = task_list
        members.setdefault(task_list.paragraph, []).append(index)
    made: list[Task] = []
    for position, opener in enumerate(sorted(lists)):
        made += _counted(document, block, members[opener], kept, lists[opener], position, made)
    return replace(
        block,
        task_lists=tuple(lists[opener] for opener in sorted(lists)),
        tasks=tuple(tasks.count_leaves(made)),
        stand_alone=tuple(i for i in block.stand_alone if i not in lists),
    )


def _acronym(block: MissionTasks) -> str | None:
    return block.mission.acronym if block.mission else None


def _counted(
    document: Document,
    block: MissionTasks,
    members: Sequence[int],
    levels: Mapping[int, int],
    task_list: TaskList,
    number: int,
    before: Sequence[Task],
) -> list[Task]:
    """The tasks of one list with parent, rank and place; ``before`` are those of the lists before it."""
    read = {t.paragraph: t for t in block.tasks}
    rank = max((t.rank for t in before), default=0)
    made: list[Task] = []
    above: list[tuple[int, int]] = []  # (level, place among all tasks) of the tasks that the next one may stand in
    main = 0
    for index in members:
        level = levels[index] if above else 1  # a list begins with a main task
        above = [entry for entry in above if entry[0] < level]
        main += level == 1
        paragraph = document.paragraphs[index]
        task = read.get(index) or Task(
            index, paragraph.label, tasks.title(paragraph.text), number, level, None, 0, 0, task_list.tier
        )
        made.append(
            replace(
                task,
                list=number,
                level=level,
                parent=above[-1][1] if above else None,
                rank=rank + main,
                place_in_list=main,
                leaves=1,
                leaf_index=None,
                qualifiers=task.qualifiers or tuple(tasks.qualifiers(paragraph.text)),
            )
        )
        above.append((level, len(before) + len(made) - 1))
    return made


# --- crime ------------------------------------------------------------------------------------------------------


def crime(document: Document, crimes: CrimeReading, said: Placed) -> tuple[CrimeReading, tuple[Corrected, ...]]:
    """Where organized crime is named, with types and roles corrected, and the corrections with what was read."""
    found = dict(crimes.paragraphs)
    with_terrorism = {span.paragraph for span in crimes.terrorism}
    done = []
    for one in said:
        aspect, value = one.correction.aspect, one.correction.value
        if aspect in (Aspect.CRIME_TYPES, Aspect.ROLE) and one.placed:
            index = one.paragraph
            was = crimes.paragraphs.get(index)
            now = found.get(index) or ParagraphCrime(index, (), (), False, index in with_terrorism, False)
            paragraph = document.paragraphs[index]
            if aspect is Aspect.CRIME_TYPES:
                one = replace(one, read=was.crime_types if was else ())
                found[index] = _of_types(paragraph, now, tuple(value))
            else:
                one = replace(one, read=role(was).value)
                found[index] = _in_role(paragraph, now, Role(value))
        done.append(one)
    return replace(crimes, paragraphs=dict(sorted(found.items()))), tuple(done)


def role(found: ParagraphCrime | None) -> Role:
    """Organized crime's part in a paragraph's own words."""
    if found is None or not found.organized_crime:
        return Role.NONE
    return Role.SUBJECT if found.subject else Role.CLAUSE


def _of_types(paragraph: Paragraph, found: ParagraphCrime, named: tuple[str, ...]) -> ParagraphCrime:
    """A paragraph that names these types and no other; what the reader found of them stays marked, of others it goes."""
    types = taxonomy.load()
    mentions = tuple(m for m in found.mentions if types.whole(m.crime_type) in named)
    shown = {types.whole(m.crime_type) for m in mentions}
    mentions += tuple(_said(paragraph, name) for name in named if name not in shown)
    counts = any(types.organized_crime(name) for name in named)
    return replace(
        found, crime_types=named, mentions=mentions, organized_crime=counts, subject=found.subject and counts
    )


def _in_role(paragraph: Paragraph, found: ParagraphCrime, role: Role) -> ParagraphCrime:
    """A paragraph in which organized crime is what it is about, a part of something else, or nothing at all."""
    if role is Role.NONE:
        return replace(found, crime_types=(), mentions=(), organized_crime=False, subject=False, task_kinds=())
    if not found.organized_crime:
        found = _of_types(paragraph, found, (*found.crime_types, UNNAMED))
    return replace(found, subject=role is Role.SUBJECT)


def _said(paragraph: Paragraph, crime_type: str) -> Mention:
    """A type that no words of the lexicon show: the whole paragraph is quoted for it."""
    return Mention(Span(paragraph.index, 0, len(paragraph.text), paragraph.text), crime_type, SAID)
