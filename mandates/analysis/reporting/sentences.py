"""The answer in one sentence, and what it is not. Every position, kind and flag has a sentence to be read aloud."""

import re

from mandates.analysis import places, wording
from mandates.analysis.tasking import references
from mandates.analysis.values import (
    LOWER_TIERS,
    Flagged,
    Kind,
    MissionReading,
    Position,
    Review,
    Role,
    StrengthKind,
    Task,
)

OTHER_STRENGTHS = (
    StrengthKind.UNIFORMED,
    StrengthKind.MILITARY,
    StrengthKind.MILITARY_OBSERVERS,
    StrengthKind.CORRECTIONS,
    StrengthKind.CIVILIAN,
)
LIMIT = re.compile(r"resources|means|capacities|capabilities|conditions|voluntary|feasible")
MOST_NAMED = 4  # further places that a sentence names before it counts them
NO_ORDER = ", in the order of the text; the Council states no order"


def headline(review: Review, mission: int = 0) -> str:
    """Where organized crime stands, in one sentence; ``mission`` is an index into the review's missions."""
    reading = review.missions[mission]
    if reading.flagged is Flagged.NOT_APPLICABLE:
        return _unranked(review, reading)
    own = _Clause(review, reading)
    if reading.flagged is Flagged.UNKNOWN:
        source = reading.tasks_by_reference or references.UNNAMED
        return (
            f"In this text {own.words('organized crime')}; the tasks that it renews stand in {source}, "
            "which is not held, so its place among them is unknown."
        )
    if reading.in_force:
        force = _Clause(review, reading.in_force.reading, held_apart=True)
        return (
            f"In this text {own.words('organized crime')}; in the mandate in force, "
            f"{wording.resolution(reading.in_force.symbol)}, {force.words('it')}."
        )
    return wording.capital(own.words("organized crime")) + "."


def _unranked(review: Review, reading: MissionReading) -> str:
    counts = [(len(reading.oc_operative), "operative"), (len(reading.oc_preambular), "preambular")]
    named = [wording.count(n, f"{kind} paragraph") for n, kind in counts if n]
    if review.kind is Kind.PRESIDENTIAL_STATEMENT and named:  # it has neither preamble nor operative part
        named = [wording.count(sum(n for n, _ in counts), "paragraph")]
    where = f"named in {wording.join(named)}" if named else "not named"
    if review.kind is Kind.OTHER:
        return f"No mandate of a mission is found in this text, so it is not ranked; organized crime is {where}."
    return f"This is a {wording.KINDS[review.kind]}, which is not ranked: organized crime is {where}."


class _Clause:
    """What is said of one reading: the middle of a sentence, with "organized crime" or "it" as its subject."""

    def __init__(self, review: Review, reading: MissionReading, held_apart: bool = False) -> None:
        self.review = review
        self.reading = reading
        self.held_apart = held_apart  # another text's reading: its paragraphs are not those of the review
        self.main = len(reading.main_tasks)
        self.leaves = len(reading.leaf_tasks)

    def words(self, subject: str) -> str:
        match self.reading.position:
            case Position.MAIN_TASK:
                return f"{subject} is {self._main_task()}"
            case Position.WITHIN_MAIN_TASK:
                return f"{subject} is {self._within()}"
            case Position.MISSION_PARAGRAPH_OUTSIDE_LIST:
                return self._outside(subject)
            case Position.OTHERS_ONLY:
                return self._others(subject)
            case Position.PREAMBLE_ONLY:
                named = f"named in {wording.count(len(self.reading.oc_preambular), 'preambular paragraph')} only"
                return f"{subject} is {self._nowhere()} and {named}" if self.main else f"{subject} is {named}"
            case Position.ABSENT:
                if not self.main:
                    alone = self.reading.flagged is Flagged.YES and not self.reading.in_force
                    return f"{subject} is not named" + (" anywhere in the text" if alone else "")
                return f"{subject} is {self._nowhere()}" + ("" if self.held_apart else " and nowhere else in the text")

    def _nowhere(self) -> str:
        return f"in none of {self.leaves} tasks" if self.leaves > 1 else "not in its only task"

    def _order(self) -> str:
        return "" if self.reading.order_stated or self.main == 1 else NO_ORDER

    def _beside_terrorism(self, task: Task) -> str:
        found = None if self.held_apart else self.review.crime.paragraphs.get(task.paragraph)
        return ", beside terrorism" if found and found.with_terrorism else ""

    def _main_task(self) -> str:
        named = places.named(self.reading)
        subjects = [t for t in named if places.is_main(t)]
        best, *more = subjects
        ranks = {t.rank for t in subjects}
        inside = sorted({t.rank for t in named} - ranks)
        words = wording.place(best.rank, self.main, "main task") + self._beside_terrorism(best)
        if self.main > 1:
            words += f", {self._top(subjects)}"
        if more:
            words += f", and again {_listed([f'the {wording.ordinal(t.rank)}' for t in more])}"
        if inside:
            words += f", and stands again inside {_listed([f'the {wording.ordinal(rank)}' for rank in inside])}"
        return words + self._order()

    def _top(self, subjects: list[Task]) -> str:
        top = self.review.policy.top
        in_place = [t for t in subjects if t.rank <= top]
        if not in_place:
            return f"outside the top {top}"
        if all(t.tier in LOWER_TIERS for t in in_place):
            return f"within the top {top} but among the {wording.TIERS[in_place[0].tier]}"
        return f"within the top {top}"

    def _within(self) -> str:
        best, *more = places.named(self.reading)
        role = "a sub-task" if best.role is Role.SUBJECT else "a clause"
        main = wording.place(best.rank, self.main, "main task")
        flat = self.leaves == self.main
        if best.leaf_index is None:
            words = f"{role} in the opening words of {best.label}, inside {main}"
        elif flat:
            words = f"{role} inside {main}"
        else:
            words = f"{role} inside {main}, {wording.place(best.leaf_index, self.leaves, 'individual task')}"
        words += self._beside_terrorism(best)
        if more:
            words += f", and again in {self._again(best, more)}"
        return words + self._order()

    def _again(self, best: Task, more: list[Task]) -> str:
        """Further places: first the individual tasks by their number, then items that have some below them, by their label."""
        numbered = _listed([f"the {wording.ordinal(t.leaf_index)}" for t in more if t.leaf_index])
        if numbered and best.leaf_index is None:
            numbered += f" of {self.leaves} individual tasks"
        opened = _listed([t.label for t in more if not t.leaf_index])
        return " and in ".join(filter(None, [numbered, opened and f"the opening words of {opened}"]))

    def _outside(self, subject: str) -> str:
        where = wording.paragraphs(places.outside_lists(self.reading))
        if not self.main:
            return f"the mission is asked to act on {subject} in {where}, without a task list"
        asked = f"the mission is asked to act on it in {where}, outside the listed tasks"
        return f"{subject} is {self._nowhere()}; {asked}"

    def _others(self, subject: str) -> str:
        operative = self.reading.oc_operative
        named = f"named in {wording.count(len(operative), 'operative paragraph')}"
        none = "which does not speak" if len(operative) == 1 else "none of which speaks"
        words = f"{named}, {none} to the mission"
        return f"{subject} is {self._nowhere()}, and {words}" if self.main else f"{subject} is {words}"


def _listed(names: list[str]) -> str:
    """
    >>> _listed(["the 2nd", "the 5th"]), _listed([f"the {n}th" for n in range(4, 10)])
    ('the 2nd and the 5th', 'the 4th, the 5th, the 6th and 3 more')
    """
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} more"]
    return wording.join(names)


def brackets(review: Review) -> str:
    """How the place depends on a draft's square brackets, in one sentence; "" where it does not."""
    without = review.without_brackets
    if without is None or review.reading.flagged is Flagged.NOT_APPLICABLE:
        return ""
    subject = "organized crime"
    instead = _Clause(review, without, held_apart=True).words(subject)
    if instead == _Clause(review, review.reading, held_apart=True).words(subject):
        return "The place is the same without the words in square brackets."
    return f"The place depends on square brackets: without the words in them {instead}."


# --- means ------------------------------------------------------------------------------------------------------


def means(reading: MissionReading) -> str:
    """With what strength the text provides the mission, until when, and which crime tasks it qualifies."""
    stated = {s.kind: s.number for s in reading.strengths}
    police = reading.police_authorized
    kinds = [kind for kind in (StrengthKind.FORMED_POLICE, StrengthKind.INDIVIDUAL_POLICE) if kind in stated]
    parts = wording.join([wording.strength(kind, stated[kind]) for kind in kinds])
    if police and kinds:
        whole = sum(stated[kind] for kind in kinds) == police
        said = f"{police:,} police are authorized" + (f": {parts}." if whole else f", {parts} among them.")
    elif police:
        said = f"{police:,} police are authorized."
    else:
        said = "The text states no number of police."
    if others := [wording.strength(kind, stated[kind]) for kind in OTHER_STRENGTHS if kind in stated]:
        said += f" Beside them stand {wording.join(others)}." if police else f" It states {wording.join(others)}."
    if reading.term:
        said += f" The mandate runs {wording.term(reading.term)}."
    for task in reading.oc_leaf_tasks:
        if limits := [q for q in task.qualifiers if LIMIT.search(q)]:
            said += f" The words of {task.label} limit it: “{limits[0]}”."
    return said


# --- incomplete texts -------------------------------------------------------------------------------------------


def incomplete(review: Review) -> str:
    """What the text lacks, and what that means for the answer; "" for a whole text."""
    gaps = review.document.incomplete
    if not gaps:
        return ""
    lacks = " ".join(wording.gap(gap) for gap in gaps[:MOST_NAMED])
    more = f" {len(gaps) - MOST_NAMED} more are not listed here." if len(gaps) > MOST_NAMED else ""
    return f"The text looks incomplete. {lacks}{more} Places may be off: check the source."


# --- flagged ----------------------------------------------------------------------------------------------------


def verdict(review: Review) -> str:
    """Whether the text is flagged, with its reason, in one short sentence."""
    reason = wording.reason(review.reading.flag_reason, review.policy.top) if review.reading.flag_reason else ""
    match review.flagged:
        case Flagged.YES:
            return f"Flagged: {reason}."
        case Flagged.NO:
            return "Not flagged."
        case Flagged.UNKNOWN:
            return f"Unknown: {reason}."
        case Flagged.NOT_APPLICABLE:
            return "Not ranked."


# --- what it is not ---------------------------------------------------------------------------------------------


def contrast(review: Review) -> str:
    """What the headline must not be taken for."""
    reading = review.reading
    if reading.flagged is Flagged.NOT_APPLICABLE:
        return "Only texts that set, extend or authorize a mission's mandate are ranked and can be flagged."
    if reading.flagged is Flagged.UNKNOWN:
        named = reading.tasks_by_reference not in (None, references.UNNAMED)
        source = reading.tasks_by_reference if named else "the resolution that holds them"
        return f"It is neither flagged nor cleared: review it together with {source} to know."
    if reading.in_force:
        return "The better of the two places decides whether this text is flagged."
    said = _is_not(review, reading)
    labels = places.outside_lists(reading)
    if labels and reading.position in (Position.MAIN_TASK, Position.WITHIN_MAIN_TASK):
        ask, stand = ("asks", "stands") if len(labels) == 1 else ("ask", "stand")
        also = wording.capital(wording.paragraphs(labels))
        said += f" {also} also {ask} the mission to act on it, but {stand} outside the list, without a rank."
    return said


def _is_not(review: Review, reading: MissionReading) -> str:
    match reading.position:
        case Position.MAIN_TASK if reading.flagged is Flagged.NO:
            return "The place says nothing of police, money or partners for the task."
        case Position.MAIN_TASK:
            first = (
                f"one of the {review.policy.top} that come first"
                if review.policy.top > 1
                else "the one that comes first"
            )
            return f"It is a task of its own, but not {first}."
        case Position.WITHIN_MAIN_TASK:
            own = places.named(reading)[0].role is Role.SUBJECT
            return "It is a task of its own, but not a main task." if own else "It is not a task of its own."
        case Position.MISSION_PARAGRAPH_OUTSIDE_LIST:
            return "It is not one of the mission's listed tasks and has no rank among them."
        case Position.OTHERS_ONLY:
            return "The mission itself is not told to act on it."
        case Position.PREAMBLE_ONLY:
            return "A preambular paragraph gives a reason; it tells nobody to act."
        case Position.ABSENT:
            return "This says what the text names, not how severe organized crime is where the mission works."
