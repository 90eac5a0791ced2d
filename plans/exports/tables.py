"""A plan as tables: what it is, options side by side, tasks, assignments, gaps, conflicts, milestones. Pure."""

from collections.abc import Mapping

from mandates.analysis import taxonomy
from mandates.exports import said
from mandates.exports.sheets import Sheet, sheet
from plans.exports import report


def build(data: Mapping) -> list[Sheet]:
    """All tables of ``plan_data``."""
    return [
        _plan(data),
        _compared(data),
        _tasks(data),
        _assignments(data),
        _gaps(data),
        _conflicts(data),
        _milestones(data),
    ]


def _plan(data: Mapping) -> Sheet:
    told = report.build(data)
    rows = [("Plan", told.title), *told.facts, ("Status", told.status or "On an adopted text"), ("Note", told.note)]
    rows += [("Measures", told.measured), ("Partners", told.restricted), ("As of", said.moment(data["as_of"]))]
    return sheet("Plan", (("What", 20), ("Value", 90)), [*rows, ("Caveat", told.caveat)])


def _compared(data: Mapping) -> Sheet:
    told = report.build(data)
    head = (("What", 30), ("Of what", 30), *((heading, 40) for heading in told.heads))
    return sheet("Options", head, [(line.name, line.hint, *line.cells) for line in (*told.lines, *told.covered)])


def _tasks(data: Mapping) -> Sheet:
    head = (
        ("Place", 8),
        ("Label", 14),
        ("Task", 80),
        ("Crime types", 40),
        ("Put in by hand", 12),
        ("What it takes", 60),
    )
    rows = [
        (
            *(
                task["place"],
                task["label"],
                task["title"],
                ", ".join(map(taxonomy.said, task["crime_types"])),
                "yes" if task["added"] else "no",
            ),
            ", ".join(need["label"] for need in task["needs"]) or "not known",
        )
        for task in data["tasks"]
    ]
    return sheet("Tasks", head, rows)


def _assignments(data: Mapping) -> Sheet:
    head = (
        *(("Option", 30), ("Task", 14), ("Kind", 16), ("Who", 40), ("From", 12), ("Until", 12), ("People", 8)),
        *(("Fixed", 8), ("Meets", 50), ("Why", 60), ("Note", 40), ("Conflicts", 60)),
    )
    rows = [
        (
            *(option["title"], one["label"], _kind(one), one["resource"]["title"], one["begins"], one["ends"]),
            one["people"] if one["resource"]["kind"] == "capacity" else None,
            *("yes" if one["fixed"] else "no", ", ".join(need["label"] for need in one["meets"])),
            *(one["why"], one["note"], " ".join(one["conflicts"])),
        )
        for option in data["options"]
        for one in option["assignments"]
    ]
    return sheet("Assignments", head, rows)


def _gaps(data: Mapping) -> Sheet:
    head = (("Option", 30), ("Task", 14), ("Kind of need", 16), ("What nobody meets", 50))
    rows = [
        (option["title"], gap["label"], gap["need"]["kind"], gap["need"]["label"])
        for option in data["options"]
        for gap in option["measures"]["gaps"]
    ]
    return sheet("Gaps", head, rows)


def _conflicts(data: Mapping) -> Sheet:
    head = (("Option", 30), ("Kind", 26), ("Cannot be as planned", 12), ("Conflict", 100))
    rows = [
        (option["title"], one["kind"], "yes" if one["stops"] else "no", one["sentence"])
        for option in data["options"]
        for one in option["conflicts"]
    ]
    return sheet("Conflicts", head, rows)


def _milestones(data: Mapping) -> Sheet:
    labels = {task["id"]: task["label"] for task in data["tasks"]}
    head = (
        *(("By", 12), ("Kind", 12), ("What is to be reached", 60), ("Task", 14), ("Baseline", 30), ("Target", 30)),
        ("Reached on", 12),
    )
    rows = [
        (
            *(one["due"], one["kind"], one["title"], labels.get(one["task"]), one["baseline"], one["target"]),
            one["reached_on"],
        )
        for one in data["milestones"]
    ]
    return sheet("Milestones", head, rows)


def _kind(one: Mapping) -> str:
    return one["resource"]["kind"].replace("regime", "sanctions regime")
