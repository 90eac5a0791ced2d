"""An example or more for every component, all of them invented: the mission UNMIKA in Karesia, and what is said of it."""

from datetime import UTC, date, datetime
from types import SimpleNamespace as Row
from typing import Any

from django import forms
from django.core.paginator import Paginator

from capacities import coverage
from capacities.coverage import Verdict
from capacities.filters import EntityFilter
from capacities.forms.comments import CommentForm
from capacities.models import Entity
from guide import helps
from mandates import positions, rules, trends
from mandates.analysis.values import FlagReason, Position
from mandates.drawings import bars, changes, charts, covered, ladder
from mandates.mission_page import partner_map, series, timeline
from missions import mapping
from plans.compared import Cell, Compared, Line

AT, DAY = datetime(2031, 2, 14, 9, 30, tzinfo=UTC), date(2031, 3, 31)
MANDATE = {"id": 0, "pk": 0}
SYMBOL = "S/RES/2980 (2030)"


class Form(forms.Form):
    """A field of each kind, one of them wrong."""

    title = forms.CharField(initial="Team on the gold trade")
    day = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), error_messages={"required": "Give the day."})
    level = forms.ChoiceField(choices=[("low", "low"), ("high", "high")], widget=forms.RadioSelect)
    markets = forms.MultipleChoiceField(
        choices=[("gold", "illegal gold"), ("arms", "arms"), ("fuel", "fuel")], widget=forms.CheckboxSelectMultiple
    )
    fixed = forms.BooleanField(required=False)


def of() -> dict[str, list[dict[str, Any]]]:
    """By file name, what a component is drawn with."""
    return _forms() | _texts() | _lists() | _mission() | _trends()


def _forms() -> dict:
    wrong = Form({"level": "low", "title": "Team on the gold trade", "markets": ["gold"]}, auto_id="example_%s")
    narrowed = EntityFilter({"kind": Entity.Kind.choices[0][0]}, queryset=Entity.objects.none())
    remark = Row(pk=0, text="Met in the lake port.", by=Row(username="a.moreau"), at=AT, removed_at=None)
    said = {"id": 0, "by": "a.moreau", "at": AT, "text": "Raised in the last round.", "struck_at": None}
    struck = said | {"struck_at": AT, "by": "b.okafor"}
    return {
        "field.html": [
            {"field": wrong["title"], "label": "What it is", "hint": "in a few words"},
            *({"field": wrong[name]} for name in ("day", "level", "markets", "fixed")),
        ],
        "filters.html": [{"filter": narrowed, "asked": "kind=x", "all": "#"}],
        "pages.html": [{"page": Paginator(range(60), 20).page(2)}],
        "comments.html": [
            {
                "comments": [(remark, True)],
                "comment_form": CommentForm(auto_id="example_%s"),
                "add": "#",
                "readers": "everyone here",
            }
        ],
        "help.html": [{"key": "ladder", "help": helps.held()["ladder"]}],
        "said.html": [{"comments": [said, struck], "mandate": MANDATE}],
        "remarks.html": [{"comments": [said], "fingerprint": "example00000", "mandate": MANDATE}],
    }


def _finding(code: str, mark: str, **more) -> dict:
    rule = rules.by_code(code)
    told = {"fingerprint": f"{mark:0<12}", "code": code, "name": rule.name, "severity": "high", "searched": ""}
    told |= {
        "message": "Organized crime stands in a clause of another task.",
        "why": "A clause has no rank of its own.",
    }
    told |= {"source": "Method, section 4", "remedy": "Make it a main task of its own.", "precedents": []}
    told |= {"spans": [{"text": "including against criminal networks", "anchor": "example", "label": "12 (c)"}]}
    return told | {"decision": None, "history": [], "comments": []} | more


def _review() -> dict:
    task = {"label": "12 (c)", "role": "clause"}
    whole = {"oc_leaf_tasks": [task], "oc_preambular": [5], "in_force": None, "kind": "mandate", "top": 3}
    whole |= {"main_tasks": 5, "leaf_tasks": 9, "means": "1,150 police until 31 March 2032.", "flagged": "yes"}
    told = {"label": "12 (c)", "lead_verb": "TO SUPPORT", "addressee": ["mission"]}
    return whole | {"oc_operative": [told], "oc_partners_named": ["INTERPOL"], "tasks_by_reference": ""}


def _tasks() -> list[dict]:
    """Four main tasks, the third with a clause on organized crime."""
    found, column = [], 0
    titles = ("Protection of civilians", "Good offices for the Accord", "Support to the police", "Human rights")
    for rank, title in enumerate(titles, start=1):
        label = f"12 ({'abcd'[rank - 1]})"
        own = {"rank": rank, "label": label, "title": title, "tier": "priority", "list_label": "12", "anchor": ""}
        found.append(own | {"level": 1, "leaf_index": None, "leaves": 2, "role": "clause" if rank == 3 else "none"})
        for _ in range(2):
            column += 1
            found.append(own | {"level": 2, "leaf_index": column, "role": "clause" if column == 5 else "none"})
    return found


def _texts() -> dict:
    decided = {"verdict": "defer", "reason": "Ask the penholder first.", "by": "a.moreau", "at": AT}
    high, low = _finding("OC202", "example1"), _finding("OC202", "example2", severity="low", decision=decided)
    dropped = _finding(
        "OC204", "example3", message="A paragraph on organized crime was dropped.", spans=[], stood="lost-example"
    )
    shown = {"mandate": MANDATE, "precedents_held": 1}
    adopted = {"url": "#", "symbol": SYMBOL, "place": "task_list", "label": "12 (c)", "chapeau": ""}
    adopted |= {"adoption": {"date": date(2030, 3, 28), "vote": "15-0-0"}, "lead_verb": "TO SUPPORT"}
    adopted |= {
        "text": "To support the police of Karesia against criminal networks;",
        "place_text": "a task of the mission",
    }
    adopted |= {"with_terrorism": False, "fate": {"state": "kept", "sentence": "Kept in the next mandate."}}
    adopted |= {"crime_types": ["gangs"], "further_types": [], "task_kinds": [], "score": 7, "score_of": 10}
    adopted |= {
        "points": [{"name": "a task", "points": 3, "of": 3, "why": "in the list"}],
        "citation": f"{SYMBOL}, 12 (c)",
    }
    words = [
        changes.Segment("To support the police against ", "equal", False),
        changes.Segment("smuggling", "deleted", False),
        changes.Segment("criminal networks", "inserted", True),
    ]
    change = {
        "change": "changed",
        "older": {"label": "12 (c)"},
        "decision": None,
        "comments": [],
        "history": [],
        "fingerprint": "examplechange",
    }
    told = {
        "label": "12 (c)",
        "what": "Stronger",
        "moved": "",
        "place": "in the 3rd main task",
        "why": "Its verb is firmer",
    }
    told |= {"crime": [{"fate": "kept", "mission_no_longer_named": False}]}
    told |= {
        "older": [words[0], words[1]],
        "newer": [words[0], words[2]],
        "anchor": "c-example",
        "ghost": "lost-example",
        "number": 1,
    }
    entry = Row(change=change | {"with_main_task": False}, lost=False, task=True, hidden=False, **told)
    line = [{"text": "the police of Karesia against ", "mark": "", "finding": ""}]
    line.append({"text": "criminal networks", "mark": "crime", "finding": ""})
    paragraph = {
        "classes": "para d1",
        "anchor": "example",
        "label": "12 (c)",
        "cited": "12\N{NO-BREAK SPACE}(c)",
        "nth": "0",
    }
    paragraph |= {"verb": "To support ", "headed": False, "lines": [line], "places": ["3rd of 4", "task 5 of 8"]}
    paragraph |= {"task": {"role": "clause"}}
    areas = [{"area": "x", "label": "Protection of civilians", "leaf_tasks": 4}]
    areas.append({"area": "y", "label": bars.ORGANIZED_CRIME, "leaf_tasks": 1})
    return {
        "severity.html": [{"finding": {"severity": severity}} for severity in ("high", "medium", "low")],
        "finding.html": [shown | {"finding": high}, shown | {"finding": dropped}],
        "finding_line.html": [{"finding": low}],
        "findings.html": [shown | {"findings": [low], "order": {"opened": ()}, "frozen": True}],
        "precedent.html": [{"p": adopted}],
        "words.html": [{"segments": words}],
        "change.html": [{"e": entry, "mandate": MANDATE, "asked": ""}],
        "paragraph.html": [{"p": paragraph, "mandate": MANDATE, "correctable": True, "correct": "Correct"}],
        "questions.html": [{"review": _review(), "findings": [high]}],
        "ladder.html": [{"ladder": ladder.build(_tasks(), 3), "review": {"top": 3}}],
        "task_areas.html": [{"bars": bars.build(areas, 8), "of": 8}],
        "lost.html": [{"e": entry, "mandate": MANDATE, "review": {"predecessor": {"symbol": SYMBOL}}}],
        "progress.html": [
            {
                "title": "The document is being made.",
                "step": "writing the document",
                "percent": 40,
                "cancel": "#",
            },
            {"title": "The review is on its way.", "percent": 0, "interrupted": True},
        ],
    }


def _lists() -> dict:
    review = {"position": "within_main_task", "best_containing_rank": 3, "main_tasks": 5, "top": 3, "kind": "mandate"}
    review |= {"flagged": "yes", "flag_reason": FlagReason.CLAUSE_OR_SUB_TASK, "reviewed_at": AT}
    adopted = {"title": "UNMIKA, renewal", "symbol": SYMBOL, "draft": False, "get_absolute_url": "#"}
    adopted = Row(**adopted, mission=None, latest_review=Row(**review, mission_name="UNMIKA"))
    groups = {"state": "States", "civil": "Civil society"}
    watch = {"id": 0, "name": "River watch"}
    bare = {"label": "arms trafficking", "covered": False, "cells": {"state": [], "civil": []}}
    rows = [{"label": "illegal gold", "covered": True, "cells": {"state": [], "civil": [watch]}}, bare]
    met = Cell("Specialized mission", "3 of 5 tasks", 60)
    compared = Compared((Line("Tasks that it meets", "of those on organized crime", (met,)),), (), None, 5)
    option = Row(option=Row(title="Specialized mission", chosen=True, get_absolute_url="#"))
    return {
        "mandates.html": [{"mandates": [adopted]}],
        "coverage_cell.html": [{"who": who, "group": "civil", "groups": groups} for who in ([watch], [])],
        "coverage_table.html": [{"rows": rows, "what": "Crime market", "groups": groups}],
        "options.html": [{"compared": compared, "options": [option]}],
        "covered.html": [_covered()],
    }


def _covered() -> dict:
    """One field of expertise that a team has in part, one of which nothing is known."""
    team = coverage.Offer(0, "River police", "specialized_team", authorized=10, deployed=6, pledged=2)
    needs = [coverage.Need(name, label, ("gangs",)) for name, label in (("a", "network analysis"), ("b", "languages"))]
    sentence = "River police: 6 deployed of 10 authorized."
    has = coverage.Row(needs[0], Verdict.PARTLY, sentence, (coverage.Cell(team, Verdict.PARTLY, sentence),))
    nobody = coverage.Row(needs[1], Verdict.NOT_KNOWN, "The expertise of one capacity is not recorded.", ())
    found = coverage.Coverage((has, nobody), ())
    watch = Row(name="River watch", get_absolute_url="#", get_engagement_display="contact")
    kinds = [Row(label="community network", crime_types=("gangs",), partners=(watch,))]
    matrix = Row(mandate=Row(symbol=SYMBOL), coverage=found)
    picture = covered.build(found, kinds, AT.date())
    return {"picture": picture, "matrix": matrix, "partners": kinds, "mission": Row(acronym="UNMIKA"), "at": "covered"}


def _mission() -> dict:
    karesia = Row(iso3="KAR", name="Karesia")
    countries = Row(all=lambda: [karesia])
    mission = Row(acronym="UNMIKA", name="United Nations Mission in Karesia", status="active", countries=countries)
    mission.__dict__.update(
        mandate_in_force=SYMBOL,
        mandate_ends=DAY,
        established=date(2028, 4, 1),
        closed=None,
        type="peacekeeping",
        as_of=DAY,
    )
    outline = ((10.0, 10.0), (14.0, 10.2), (15.0, 13.0), (11.0, 14.0), (10.0, 10.0))
    north = ((11.2, 12.2), (14.4, 12.0), (14.8, 12.9), (11.2, 13.7), (11.2, 12.2))
    shapes = (
        mapping.Shape("KAR", "Karesia", False, frozenset(), (outline,)),
        mapping.Shape("KAR", "Lake district", True, frozenset({mapping.plain("Lake district")}), (north,)),
    )
    watch = Row(pk=0, name="River watch", areas=["Lake district", "Old port"], iso3="KAR", get_absolute_url="#")
    text = Row(pk=0, symbol=SYMBOL, title="", get_absolute_url="#")
    text.adoption = Row(date=date(2030, 3, 28))
    found = {
        "kind": "mandate",
        "mission_name": "UNMIKA",
        "position": Position.WITHIN_MAIN_TASK,
        "flagged": "yes",
        "top": 3,
    }
    review = Row(**found, best_main_task_rank=None, best_containing_rank=3, main_tasks=5)
    summary = Row(year=2030, renews="", runs_until=DAY)
    version = Row(mandate=text, mandate_id=0, review=review, summary=summary, number=1)
    facts = Row(hosts=[karesia], adopted=[version], drafts=[])
    shown = {"facts": facts, "mission": mission, "series": series.of([version])}
    near = Row(day=DAY, what="The mandate ends", detail=SYMBOL, address="#")
    return {
        "deadlines.html": [{"deadlines": [(near, "in 45 days")], "today": AT.date(), "mission": mission}],
        "timeline.html": [shown | {"timeline": timeline.of(mission, [version], AT.date()), "at": "time"}],
        "map.html": [shown | {"where": partner_map.of([karesia], [watch], shapes), "at": "map"}],
    }


def _trends() -> dict:
    shares = ((2028, 40, 9, 14), (2029, 44, 12, 15), (2030, 8, 4, 5))
    years = [trends.Year(year, held, own, 0, wider, {"gangs": own - 2}) for year, held, own, wider in shares]
    crime = trends.Type("gangs", "gangs", 19, False)
    shown = Row(years=years, label="", filter=Row(asked={}))
    cells = tuple(
        positions.Cell(year, positions.State.READ, words, said, position, mandate=0)
        for year, words, said, position in (
            (2028, "1 of 4", "main task, 1st of 4", Position.MAIN_TASK),
            (2029, "in 3rd", "inside the 3rd of 5", Position.WITHIN_MAIN_TASK),
            (2030, "others", "told to others only", Position.OTHERS_ONLY),
        )
    )
    about = Row(status="active", as_of=DAY, closed=None)
    row = positions.Row("UNMIKA", "Karesia", "Peacekeeping", about, cells, cells[1], ends=DAY)
    return {
        "shares.svg": [{"shares": charts.shares(years), "shown": shown}],
        "types.svg": [{"bands": charts.bands(years, [crime]), "shown": shown}],
        "positions.svg": [{"grid": charts.grid([row], 2028, 2030), "shown": shown}],
        "heat.html": [{"rows": [row]}],
        "heat_words.html": [{"rows": [row]}],
        "scale.html": [{}],
    }


# What stands on the page in another way: signs, keyboard sheet and the way to the other language once for every page, a drawing within its component.
ELSEWHERE = {
    "coverage.svg",
    "covered.svg",
    "figure.html",
    "heat_head.html",
    "keys.html",
    "language.html",
    "map.svg",
    "signs.html",
    "timeline.svg",
}
