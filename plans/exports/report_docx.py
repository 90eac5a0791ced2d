"""A plan for Word."""

from collections.abc import Sequence
from dataclasses import replace

from docx.document import Document
from docx.shared import Pt

from mandates.exports import said, typesetting, word
from plans.exports.report import TEMPLATE, shortened
from plans.exports.values import Option, Report, Task

WIDE = 17.0  # centimetres between the margins
SMALL = 8
NAME = 38  # characters of a name on a line of a drawing
LINES = 60  # of a drawing that fits on one page


def write(report: Report) -> bytes:
    """A plan as DOCX: what its PDF says, with the bars of each option as one picture."""
    document = word.new(report.title, size=9.5)
    document.add_heading(level=1).add_run(said.writable(report.title))
    if report.status:
        word.write(document.add_paragraph(), report.status, bold=True)
    for name, value in report.facts:
        paragraph = word.write(document.add_paragraph(), f"{name}: ", color=word.QUIET)
        paragraph.paragraph_format.space_after = Pt(0)
        word.write(paragraph, value)
    if report.note:
        word.write(document.add_paragraph(), report.note)
    word.write(document.add_paragraph(), report.restricted, size=SMALL, color=word.QUIET)
    _compared(document, report)
    document.add_heading("The tasks", level=2)
    if not report.tasks:
        document.add_paragraph("The plan has no task.")
    for task in report.tasks:
        paragraph = word.write(word.bullet(document), f"{task.label}: ", size=8.5, bold=True)
        word.write(word.write(paragraph, f"{task.title} ", size=8.5), f"({task.about})", size=8.5, color=word.QUIET)
    drawings = [replace(option, tasks=part) for option in report.options for part in parts(option.tasks)]
    pictures = iter(typesetting.drawn(TEMPLATE, replace(report, options=tuple(drawings))) if drawings else [])
    for option in report.options:
        _option(document, option, report, [next(pictures) for _ in parts(option.tasks)])
    _milestones(document, report)
    word.footer(document, [(report.caveat, True), (report.made, False)])
    return word.saved(document)


def parts(tasks: Sequence[Task]) -> list[tuple[Task, ...]]:
    """Tasks cut into what fits on a page each as a drawing, where a task's label takes a line and each assignment one."""
    made: list[list[Task]] = []
    left = 0
    for task in tasks:
        for first in range(0, len(task.assignments), LINES):
            some = task.assignments[first : first + LINES]
            if len(some) + 1 > left:
                made.append([])
                left = LINES + 1
            made[-1].append(replace(task, assignments=tuple(replace(a, who=shortened(a.who, NAME)) for a in some)))
            left -= len(some) + 1
    return [tuple(part) for part in made]


def _compared(document: Document, report: Report) -> None:
    document.add_heading("The options side by side", level=2)
    if not report.heads:
        document.add_paragraph("The plan has no option.")
        return
    widths = (3.4, *[(WIDE - 3.4) / len(report.heads)] * len(report.heads))
    table = word.table(document, ("What", *report.heads), widths, size=SMALL, grid=True)
    for line in report.lines:
        _line(table, line)
    if report.covered:
        heading = "How far each task is covered, highest first"
        word.fill(word.band(table), heading, size=SMALL, italic=True, color=word.QUIET)
    for line in report.covered:
        _line(table, line)
    word.write(document.add_paragraph(), report.measured, size=SMALL, color=word.QUIET)


def _line(table, line) -> None:
    first, *cells = word.row(table)
    words = word.fill(first, line.name, size=SMALL)
    if line.hint:
        word.write(words, f"\n{line.hint}", size=7, color=word.QUIET)
    for cell, told in zip(cells, line.cells, strict=True):
        word.fill(cell, told, size=SMALL)


def _option(document: Document, option: Option, report: Report, pictures: list[bytes]) -> None:
    document.add_heading(said.writable(option.heading), level=2)
    word.write(document.add_paragraph(), option.approach)
    if option.rationale:
        word.write(document.add_paragraph(), option.rationale, italic=True)
    if option.tasks:
        table = word.table(document, ("Who", "Days", "People", "Why"), (5.2, 4.0, 1.4, 6.4), size=SMALL, grid=True)
        for task in option.tasks:
            _task(table, task)
        key = "Over the days of the plan. Grey: capacities; red: partners; light: sanctions regimes."
        told = f"{key} Dashed: {report.half_said}." if report.half is not None else key
        words = word.write(document.add_paragraph(), told, size=SMALL, color=word.QUIET)
        words.paragraph_format.space_before, words.paragraph_format.keep_with_next = Pt(6), True
        for picture in pictures:
            word.picture(document.add_paragraph(), picture, WIDE, option.drawn)
    else:
        document.add_paragraph("Nobody is assigned yet.")
    _said(document, "Conflicts", [("Cannot be as planned: " * c.stops, c.sentence) for c in option.conflicts], "None.")
    _said(
        document,
        "Gaps: nobody meets",
        [(f"{gap.label}: ", gap.needs) for gap in option.gaps],
        "None: every need is met.",
    )


def _said(document: Document, heading: str, lines: list[tuple[str, str]], none: str) -> None:
    """A list under a small heading, each line with what it begins with in red."""
    word.write(document.add_paragraph(), heading, bold=True).paragraph_format.keep_with_next = True
    for lead, told in lines:
        word.write(word.write(word.bullet(document), lead, size=8.5, bold=True), told, size=8.5)
    if not lines:
        document.add_paragraph(none)


def _task(table, task: Task) -> None:
    words = word.fill(word.band(table), f"{task.label} ", size=SMALL, bold=True)
    words.paragraph_format.keep_with_next = True
    word.write(words, f"({task.met}) ", size=SMALL, color=word.QUIET)
    word.write(words, task.title, size=SMALL)
    for one in task.assignments:
        for cell, told in zip(word.row(table), (one.who, one.days, one.people, one.why), strict=True):
            word.fill(cell, told, size=SMALL)


def _milestones(document: Document, report: Report) -> None:
    document.add_heading("Milestones and benchmarks", level=2)
    if not report.milestones:
        document.add_paragraph("None is set.")
        return
    heads = ("By", "What is to be reached", "How one would know")
    table = word.table(document, heads, (2.8, 7.1, 7.1), size=SMALL, grid=True)
    for one in report.milestones:
        for cell, told in zip(word.row(table), (one.due, one.title, one.about), strict=True):
            word.fill(cell, told, size=SMALL)
