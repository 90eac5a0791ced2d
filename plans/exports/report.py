"""What a plan's document says, chosen once for Word and PDF. Pure: ``plan_data`` → Report."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from mandates.analysis import taxonomy, wording
from mandates.exports import said
from plans.exports.values import Assignment, Conflict, Gap, Line, Mark, Milestone, Option, Report, Task, Told
from plans.gantt import Line as Days

TEMPLATE = Path(__file__).with_name("plan.typ")
# Printed on every document, whether there is such a partner or not, so that it tells nothing.
RESTRICTED = "Restricted partners are never in this document: everything in it is told and counted without them."
MEASURED = (
    "All options are measured by the same needs: the expertise, partners and sanctions criteria that the catalogue names for "
    "the crime types of each task."
)
LONGEST = 90  # characters of a task's words where they stand only to remind
SPELLED = 3  # resources that are named where needs rest on one alone


def build(data: Mapping) -> Report:
    """The document of ``plan_data``."""
    plan = data["plan"]
    days = Days(date.fromisoformat(plan["begins"]), date.fromisoformat(plan["ends"]))
    half = date.fromisoformat(data["half"]) if data["half"] else None
    return Report(
        title=plan["title"],
        status="On a draft, confidential" if plan["mandate"]["draft"] else "",
        facts=_facts(data),
        note=plan["note"],
        heads=tuple(_heading(number, one) for number, one in enumerate(data["options"], 1)),
        lines=tuple(_line(line) for line in data["compared"]["lines"]),
        covered=tuple(_line(line) for line in data["compared"]["tasks"]),
        measured=MEASURED,
        tasks=tuple(_told(task) for task in data["tasks"]),
        marks=tuple(Mark(mark.x, mark.label) for mark in days.marks),
        half=days.at(half) if half else None,
        half_said=f"half of the time: {said.day(half)}" if half else "",
        options=tuple(_option(number, one, data["tasks"], days) for number, one in enumerate(data["options"], 1)),
        milestones=tuple(_milestone(one, data["tasks"]) for one in data["milestones"]),
        caveat=said.CAVEAT,
        made=f"As of {said.moment(data['as_of'])}.",
        restricted=RESTRICTED,
    )


def mandate(data: Mapping) -> str:
    """The mandate by its symbol, or by its title where it has none yet."""
    told = data["plan"]["mandate"]
    return wording.unbroken(told["symbol"] or told["title"] or "a draft without a symbol")


def _facts(data: Mapping) -> tuple[tuple[str, str], ...]:
    plan = data["plan"]
    half = f"; half of the time is over on {said.day(data['half'])}" if data["half"] else ""
    archived = f"; archived on {said.moment(plan['archived_at'])}" if plan["archived_at"] else ""
    return (
        ("Mission", f"{data['mission_name']} ({plan['mission']})"),
        ("Mandate", mandate(data)),
        ("Days", f"{said.day(plan['begins'])} to {said.day(plan['ends'])}{half}"),
        ("Nominations", f"go out on {said.day(plan['nominated_on'])}"),
        ("Plan", f"opened by {plan['by']}, {said.moment(plan['at'])}; version {plan['version']}{archived}"),
    )


def _heading(number: int, option: Mapping) -> str:
    chosen = " (chosen)" if option["chosen"] else ""
    return f"Option {number}: {option['title']}{chosen}"


def _line(line: Mapping) -> Line:
    """A line of the comparison; on whom alone needs rest is spelled out, gaps stand with each option."""
    spelled = line["name"] != "Gaps"
    cells = (". ".join(filter(None, [cell["said"], _first(cell["more"]) if spelled else ""])) for cell in line["cells"])
    return Line(wording.unbroken(line["name"]), wording.unbroken(line["hint"]), tuple(map(wording.unbroken, cells)))


def _first(more: list[str]) -> str:
    """The first of what is spelled out, and how many more there are."""
    rest = f"; and {len(more) - SPELLED} more" if len(more) > SPELLED else ""
    return "; ".join(more[:SPELLED]) + rest


def _told(task: Mapping) -> Told:
    types = ", ".join(map(taxonomy.said, task["crime_types"])) or "no crime type"
    by_hand = "; put in by a planner" if task["added"] else ""
    return Told(wording.unbroken(task["label"]), " ".join(task["title"].split()), f"{types}{by_hand}")


def _option(number: int, option: Mapping, tasks: list[Mapping], days: Days) -> Option:
    assigned = len(option["assignments"])
    return Option(
        heading=_heading(number, option),
        approach=f"{option['approach_said']} What it draws on is {option['approach_basis']}.",
        rationale=option["rationale"],
        tasks=tuple(told for task in tasks if (told := _task(task, option, days)).assignments),
        gaps=tuple(gap for task in tasks if (gap := _gap(task, option)).needs),
        drawn=f"The {assigned} assignments of option {number} as bars on the days of the plan; the table has the days.",
        conflicts=tuple(Conflict(wording.unbroken(c["sentence"]), c["stops"]) for c in option["conflicts"]),
    )


def _task(task: Mapping, option: Mapping, days: Days) -> Task:
    needs, gaps = len(task["needs"]), len(_open(task, option))
    return Task(
        label=wording.unbroken(task["label"]),
        title=shortened(task["title"]),
        met=f"{needs - gaps} of {needs} needs met" if needs else "what it takes is not known",
        assignments=tuple(_assignment(a, days) for a in option["assignments"] if a["task"] == task["id"]),
    )


def _gap(task: Mapping, option: Mapping) -> Gap:
    return Gap(wording.unbroken(task["label"]), ", ".join(_open(task, option)))


def _open(task: Mapping, option: Mapping) -> list[str]:
    """The needs of a task that nobody meets."""
    return [place["need"]["label"] for place in option["measures"]["gaps"] if place["task"] == task["id"]]


def _assignment(one: Mapping, days: Days) -> Assignment:
    bar = days.bar(date.fromisoformat(one["begins"]), date.fromisoformat(one["ends"]))
    return Assignment(
        who=wording.capital(one["resource"]["title"]),
        days=f"{_day(one['begins'])} to {_day(one['ends'])}",
        people=str(one["people"]) if one["resource"]["kind"] == "capacity" else "–",
        why=wording.unbroken(why(one)),
        kind=one["resource"]["kind"],
        x=bar.x if bar else 0.0,
        width=bar.width if bar else 0.0,
    )


def _day(on: str) -> str:
    return said.day(on).replace(" ", "\N{NO-BREAK SPACE}")


def why(one: Mapping) -> str:
    """Why somebody is assigned: the solver's sentence, or the needs that they meet; then the planners' note."""
    meets = ", ".join(need["label"] for need in one["meets"])
    return " ".join(filter(None, [one["why"] or (f"For {meets}." if meets else "Meets no need."), one["note"]]))


def _milestone(one: Mapping, tasks: list[Mapping]) -> Milestone:
    labels = {task["id"]: task["label"] for task in tasks}
    told = [
        one["kind"] if one["kind"] == "benchmark" else "",
        f"task {wording.unbroken(labels[one['task']])}" if one["task"] else "",
        f"baseline: {one['baseline']}" if one["baseline"] else "",
        f"target: {one['target']}" if one["target"] else "",
        f"reached on {said.day(one['reached_on'])}" if one["reached_on"] else "not reached yet",
    ]
    return Milestone(said.day(one["due"]), one["title"], "; ".join(filter(None, told)))


def shortened(text: str, most: int = LONGEST) -> str:
    """Words in one line, cut between words."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
