"""A review as a page of plain text: what a reviewer reads on the command line or prints."""

from collections.abc import Iterator
from itertools import groupby

from mandates.analysis import places, wording
from mandates.analysis.reporting import comparison_sentences, sentences
from mandates.analysis.reporting.lines import wrap
from mandates.analysis.values import Finding, MissionReading, Review, Role, Task

BAR, BAR_WIDTH, LONGEST_LABEL = "▪", 24, 46
OWN, CLAUSE, NEITHER = "■", "◪", " "
CHECK = "Machine-assisted: check against the text."


def as_text(review: Review, file: str = "", width: int = 100) -> str:
    """The page, lines of at most ``width`` characters, each ended by a newline. ``file`` names its source."""
    parts = [
        wrap(_title(review, file), width),
        "\n".join(
            (
                wrap(sentences.headline(review), width),
                wrap(sentences.contrast(review), width),
                *(wrap(said, width) for said in (sentences.brackets(review), sentences.incomplete(review)) if said),
                wrap(f"{sentences.verdict(review)} {CHECK} Ruleset {review.ruleset}.", width),
            )
        ),
        *_ladder(review, width),
        *_elsewhere(review, width),
        _means(review, width),
        *_shape(review, width),
        *_predecessor(review, width),
        *_other_missions(review, width),
        *_findings(review, width),
    ]
    return "\n\n".join(parts) + "\n"


def _title(review: Review, file: str) -> str:
    names = (places.mission_name(review.reading), review.document.symbol or "", wording.KINDS[review.kind], file)
    return " · ".join(name for name in names if name)


# --- the ladder -------------------------------------------------------------------------------------------------


def _ladder(review: Review, width: int) -> Iterator[str]:
    reading, heading = review.reading, "MAIN TASKS"
    if not reading.tasks and reading.in_force:
        heading = f"MAIN TASKS IN FORCE, {wording.resolution(reading.in_force.symbol)}"
        reading = reading.in_force.reading
    if not reading.tasks:
        return
    lines = [wrap(f"{heading}    {OWN} organized crime is the task    {CLAUSE} a part of it", width)]
    top, last = review.policy.top, len(reading.main_tasks)
    named = places.named(reading)
    labels = max(len(t.label) for t in reading.tasks if t.level == 1 or t in named)
    for number, tasks in groupby(reading.tasks, key=lambda t: t.list):
        opener = reading.task_lists[number]
        lines.append(f"  {wording.capital(wording.TIERS[opener.tier])}, paragraph {opener.label}")
        for rank, items in groupby(tasks, key=lambda t: t.rank):
            lines += _rung([*items], named, reading, labels, width)
            if rank == top < last:
                lines.append(f"       -- the top {top} end{'s' * (top == 1)} here --")
    yield "\n".join(lines)


def _rung(
    items: list[Task], named: tuple[Task, ...], reading: MissionReading, labels: int, width: int
) -> Iterator[str]:
    """A main task, and under it those of its items that are among the ``named``."""
    main, *below = items
    said = wording.count(main.leaves, "task") if main.leaves > 1 else _role(main, reading)
    yield wrap(_titled(main, said), width, f"  {_sign(main)} {main.rank:>3}  {main.label:<{labels}}  ")
    for task in below:
        if task in named:
            yield wrap(_titled(task, _role(task, reading)), width, f"    {_sign(task)}    {task.label:<{labels}}  ")


def _titled(task: Task, said: str) -> str:
    return f"{task.title} [{said}]" if said else task.title


def _role(task: Task, reading: MissionReading) -> str:
    """``clause, the 7th of 26 tasks``; nothing for a task without organized crime."""
    if task.role is Role.NONE:
        return ""
    role = "own task" if task.role is Role.SUBJECT else "clause"
    leaves = len(reading.leaf_tasks)
    if not task.leaf_index or leaves == len(reading.main_tasks):
        return role
    return f"{role}, {wording.place(task.leaf_index, leaves, 'task')}"


def _sign(task: Task) -> str:
    return {Role.SUBJECT: OWN, Role.CLAUSE: CLAUSE, Role.NONE: NEITHER}[task.role]


def _elsewhere(review: Review, width: int) -> Iterator[str]:
    """Where else the text names organized crime: operative paragraphs outside the lists, and the preamble."""
    reading = review.reading
    lines = []
    for o in reading.oc_operative:
        if not o.in_task_list:
            lines.append(
                (o.label, f"to {wording.addressees(o.addressees)}{f' ({o.lead_verb})' if o.lead_verb else ''}")
            )
    if reading.oc_preambular:
        lines.append(("Preamble", wording.preambular(reading.oc_preambular)))
    if lines:
        head = "ALSO NAMED, outside the task lists" if reading.task_lists else "NAMED IN"
        labels = max(len(label) for label, _ in lines)
        yield "\n".join([head, *(wrap(words, width, f"  {label:<{labels}}  ") for label, words in lines)])


def _means(review: Review, width: int) -> str:
    return "\n".join(["MEANS", wrap(sentences.means(review.reading), width, "  ")])


def _shape(review: Review, width: int) -> Iterator[str]:
    """What the individual tasks are about, most tasks first; a task can be about several things."""
    reading = review.reading
    if not reading.tasks and reading.in_force:
        reading = reading.in_force.reading
    if not reading.areas:
        return
    total = len(reading.leaf_tasks)
    lines = [wrap(f"WHAT THE {total} INDIVIDUAL TASKS ARE ABOUT    one can be about several things", width)]
    for area in sorted(reading.areas, key=lambda area: (not area.area, -area.leaf_tasks, area.label)):
        bar = BAR * round(BAR_WIDTH * area.leaf_tasks / total) if width > LONGEST_LABEL + BAR_WIDTH + 10 else ""
        lines.append(f"  {area.leaf_tasks:>3}  {area.label:<{LONGEST_LABEL}} {bar}".rstrip())
    yield "\n".join(lines)


def _predecessor(review: Review, width: int) -> Iterator[str]:
    """What became of the tasks and of the crime language of the text before this one."""
    made = review.comparison
    if made:
        name = wording.resolution(made.older.symbol) if made.older.symbol else "a text without symbol"
        said = (comparison_sentences.tasks(made), comparison_sentences.crime(made))
        yield "\n".join([f"SINCE ITS PREDECESSOR, {name}", *(wrap(words, width, "  ") for words in said)])


def _other_missions(review: Review, width: int) -> Iterator[str]:
    if len(review.missions) > 1:
        lines = ["OTHER MISSIONS IN THIS TEXT"]
        for number, reading in enumerate(review.missions[1:], 1):
            name = places.mission_name(reading)
            lines.append(wrap(f"{name}: {sentences.headline(review, number)}", width, "  ", "    "))
        yield "\n".join(lines)


# --- findings ---------------------------------------------------------------------------------------------------


def _findings(review: Review, width: int) -> Iterator[str]:
    yield "FINDINGS" if review.findings else "NO FINDINGS"
    for finding in review.findings:
        yield "\n".join(_finding(review, finding, width))


def _finding(review: Review, finding: Finding, width: int) -> Iterator[str]:
    yield f"{finding.code} {finding.name} ({finding.severity}{', note' if finding.note else ''})"
    yield wrap(finding.message, width, "  ")
    for index, spans in groupby(finding.spans, key=lambda s: s.paragraph):
        words = dict.fromkeys(" ".join(s.text.split()) for s in spans)
        quoted = ", ".join(f"“{w}”" for w in words)
        yield wrap(quoted, width, f"    {review.document.paragraphs[index].label}  ")
    for name, text in (
        ("Searched", finding.searched),
        ("Why it matters", finding.why),
        ("What to write", finding.remedy),
        ("Source", finding.source),
    ):
        if text:
            yield wrap(f"{name}: {text}", width, "  ", "    ")
