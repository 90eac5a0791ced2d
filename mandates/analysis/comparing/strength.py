"""Whether a paragraph or task speaks more strongly or more weakly than before, and by which of its words.

Four things are looked at: the lead verb of the numbered paragraph ("Requests" became "Encourages"), what it decides ("shall"
became "may"), a task's own verb (to protect, or to help others protect), and qualifiers that limit it. The scale is ours.
"""

import itertools
import re
from dataclasses import dataclass
from functools import cache

from mandates.analysis import addressee
from mandates.analysis.comparing.units import Side, same_addressee
from mandates.analysis.comparing.words import WORD, key, of
from mandates.analysis.values import Addressee, ParagraphKind

MODAL = re.compile(
    r"\b(?:decides|agrees)(?: also| further)? that\b[^,;:]{0,90}?\b(shall|will|must|should|may|could)\b", re.I
)
MODALS = {"shall": 3, "will": 3, "must": 3, "should": 2, "may": 1, "could": 1}

# The verbs of a paragraph that has several: "Welcomes the plan of the authorities, and requests X to support it".
CLAUSE = r"(?:^\W*|[,;]\s+(?:and\s+)?|\band\s+)(?:(?:further|also|strongly|again|urgently|explicitly)\s+)*"
MANDATING = 4  # strength from which a verb makes what it is followed by a mission's mandate
AGAIN = re.compile(
    r"\W*(?:\w+\s+)?rei?terates its (?:\w+ )?(?:demand|call|request|decision)", re.I
)  # as strong as what is repeated
TO_SECRETARY_GENERAL = re.compile(r"\s+(?:the|his)\s+(?:Secretary-General|Special Representative)")

# A task's own verb: to do it, to help others do it, to think about it.
OWN_VERB = re.compile(r"(?:^|\bto\s+)(?:(?:[a-z]+ly|further|also|continue(?: to)?)\s+)*([a-z]{3,})\b", re.I)
HELPING = frozenset({
    "support", "assist", "help", "contribute", "facilitate", "advise", "encourage", "promote", "accompany",
    "advocate", "mentor", "enable", "coordinate", "cooperate", "work",
})  # fmt: skip
HELPS = re.compile(
    rf"\b(?:to|and)\s+(?:{'|'.join(sorted(HELPING))})\b|\bin (?:support of|assisting|supporting)\b", re.I
)
THINKING = frozenset({"consider", "explore", "study", "examine", "envisage"})
OBJECT_WORDS = 10  # words after the verb in which its object stands

# What limits a task, whatever its exact words. "Without prejudice to" protects others and is no limit.
QUALIFIERS = (
    (
        "within existing resources",
        r"within (?:its |the |their )?(?:limits of (?:its |the |their )?)?(?:existing |available |current |own )?(?:resources|capacit(?:y|ies)|capabilit(?:y|ies)|means)\b"
        r"|existing capacities",
    ),
    ("as conditions permit", r"(?:as|when|where|if) (?:and when )?(?:the )?(?:\w+ )?(?:conditions?|situation|circumstances) (?:permits?|allows?)"),
    ("as feasible", r"as (?:necessary and )?(?:feasible|practicable)|(?:where|when|wherever|to the extent|if) (?:feasible|possible|practicable)"),
    ("as appropriate", r"(?:as|where|when|if)(?: and when| it)? (?:deem(?:ed|s) )?(?:appropriate|necessary|required|needed)"),
    ("upon request", r"(?:up)?on (?:the )?(?:formal )?request\b|at the (?:formal )?request of|(?:if|as|when) requested"),
    ("on an exceptional basis", r"on an exceptional basis|on a case[- ]by[- ]case basis"),
    ("voluntary funding", r"voluntary (?:contributions?|funding)"),
)  # fmt: skip
SOFT = {"as feasible", "as appropriate"}  # they limit the words beside them, not the whole task
WORDS_BEFORE = 2
QUALIFIERS = tuple((name, re.compile(rf"\b(?:{pattern})", re.I)) for name, pattern in QUALIFIERS)


@dataclass(frozen=True, slots=True)
class Signal:
    """A sign that a unit became stronger (``up``) or weaker, in words."""

    up: bool
    words: str


def signals(older: Side, newer: Side) -> tuple[Signal, ...]:
    """What makes the newer unit stronger or weaker; nothing for preambular paragraphs, which bind nobody."""
    if older.kind is not ParagraphKind.OPERATIVE or newer.kind is not ParagraphKind.OPERATIVE:
        return ()
    tasks = bool(older.unit.task and newer.unit.task)
    found = _qualifiers(older, newer, tasks) if tasks or (_asks_mission(older) and _asks_mission(newer)) else []
    if tasks:
        found += _own_verb(older, newer)
    # the items of a paragraph that is no task list share its verb, which is said once
    if tasks or (older.parent is None and newer.parent is None):
        found += _lead_verb(older, newer, tasks or (older.opens_list and newer.opens_list))
        found += _modal(older, newer)
    return tuple(found)


def _lead_verb(older: Side, newer: Side, mandate: bool) -> list[Signal]:
    """The lead verbs, where the strongest verbs of both paragraphs say the same.

    What is only moved behind another verb ("Welcomes …, and requests") is no weaker for it, and a request that is added to a
    paragraph does not make the rest of it stronger. A task is a task whether the Council decides, authorizes or requests it.
    """
    if not older.address or not newer.address or not same_addressee(older, newer):
        return []
    if (Addressee.MISSION in older.address.addressees) is not (Addressee.MISSION in newer.address.addressees):
        return []  # the mission is no longer, or newly, among those asked: the verb now speaks to others
    if mandate and min(older.address.strength, newer.address.strength) >= MANDATING:
        return []
    reporting = Addressee.SECRETARY_GENERAL in older.address.addressees
    lead = newer.address.strength - older.address.strength
    most = _strongest(newer.opening, reporting) - _strongest(older.opening, reporting)
    if lead * most <= 0 or not older.address.lead_verb or not newer.address.lead_verb or AGAIN.match(newer.opening):
        return []
    return [Signal(lead > 0, f"“{older.address.lead_verb}” is now “{newer.address.lead_verb}”")]


def _strongest(text: str, reporting: bool) -> int:
    """Strength of a paragraph's strongest verb; one that asks the Secretary-General alone counts if ``reporting``."""
    scale = addressee.scale()
    found = (
        scale[match[1].lower()]
        for match in _verbs().finditer(text)
        if reporting or not TO_SECRETARY_GENERAL.match(text, match.end())
    )
    return max(found, default=0)


@cache
def _verbs() -> re.Pattern:
    verbs = sorted(addressee.scale(), key=len, reverse=True)
    return re.compile(rf"{CLAUSE}({'|'.join(map(re.escape, verbs))})\b", re.I)


def _modal(older: Side, newer: Side) -> list[Signal]:
    found = MODAL.search(older.opening), MODAL.search(newer.opening)
    if not all(found):
        return []
    before, after = (match[1].lower() for match in found)
    if MODALS[before] == MODALS[after]:
        return []
    return [Signal(MODALS[after] > MODALS[before], f"“{before}” is now “{after}”")]


def _own_verb(older: Side, newer: Side) -> list[Signal]:
    """The task's own verb, where one was exchanged for another and what it is done to stayed.

    A task that still helps others besides, or helped them before, is neither stronger nor weaker.
    """
    before, after = _done(older), _done(newer)
    if not before or not after or before[0] == after[0] or not before[2] & after[2]:
        return []
    up = after[0] > before[0]
    if HELPS.search((newer if up else older).unit.text):
        return []
    return [Signal(up, f"“to {before[1]}” is now “to {after[1]}”")]


def _done(side: Side) -> tuple[int, str, frozenset[str]] | None:
    """Degree, verb and next words of what a task asks; None for an item that only heads others, or without a verb."""
    heading, newline, body = side.unit.text.partition("\n")
    if not newline and side.unit.task and not side.unit.task.leaf:
        return None
    text = body if newline else heading
    verb = OWN_VERB.search(text)
    if not verb:
        return None
    name = verb[1].lower()
    degree = 2 if name in HELPING else 1 if name in THINKING else 3
    following = (key(word) for word in WORD.findall(text[verb.end() :])[:OBJECT_WORDS])
    return degree, name, frozenset(word for word in following if len(word) > 3)


def _asks_mission(side: Side) -> bool:
    return bool(side.unit.task) or bool(side.address and Addressee.MISSION in side.address.addressees)


def _qualifiers(older: Side, newer: Side, tasks: bool) -> list[Signal]:
    before, after = _limits(older, tasks), _limits(newer, tasks)
    dropped = [m for name, m in before.items() if name not in after and (name not in SOFT or _follows(m, newer))]
    added = [m for name, m in after.items() if name not in before and (name not in SOFT or _follows(m, older))]
    return [Signal(True, f"“{_said(m)}” dropped") for m in dropped] + [
        Signal(False, f"“{_said(m)}” added") for m in added
    ]


def _limits(side: Side, tasks: bool) -> dict[str, re.Match]:
    """Kind of qualifier → where it stands in the unit's own text and, for a task, in the words that open its list."""
    text = f"{side.opening}\n{side.unit.text}" if tasks else side.unit.text
    return {name: found for name, pattern in QUALIFIERS if (found := pattern.search(text))}


def _follows(qualifier: re.Match, other: Side) -> bool:
    """Whether the words before a qualifier stand in the other text too, without it: else it limits only what was added."""
    before = of(qualifier.string[: qualifier.start()]).keys[-WORDS_BEFORE:]
    there = other.words.keys
    return before in itertools.pairwise(there) or not before


def _said(qualifier: re.Match) -> str:
    return " ".join(qualifier[0].split())
