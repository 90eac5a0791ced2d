"""One search over everything that a person may see."""

from dataclasses import replace

from django.db.models import QuerySet

from language.said import say
from mandates.searching import grammar, passages, registers
from mandates.searching.grammar import Asked, Unclear
from mandates.searching.hits import Found, Group
from missions.models import Mission

EACH, PAGE = 5, 20  # hits of a kind where all kinds are shown, and on a page of one kind


def find(said: str, user, *, kind: str = "", page: int = 1, token: bool = False) -> Found:
    """What was typed, found: the first hits of every kind, or one page of a ``kind``.

    Raises grammar.Unclear where it cannot be understood. Of a page beyond the last the first is shown. ``token``: a program asks.
    """
    asked = grammar.parse(said)
    if not asked:
        return Found(asked)
    missions = Mission.objects.prefetch_related("countries")
    asked = _registered(asked, missions)
    if kind:
        asked = replace(asked, kinds=tuple(k for k in asked.kinds if k == kind))
    of_one = len(asked.kinds) == 1
    size = PAGE if of_one else EACH

    def groups(page: int) -> list[Group]:
        first = (page - 1) * size
        found = [
            *passages.find(asked, user, first, size),
            *registers.find(asked, missions, user, first, size, token=token),
        ]
        return sorted(found, key=lambda group: grammar.KINDS.index(group.kind))

    if not of_one:
        return Found(asked, tuple(groups(1)))
    found = groups(page)
    if page > 1 and not any(group.hits for group in found):
        page, found = 1, groups(1)
    pages = -(-sum(group.count for group in found) // size)
    return Found(asked, tuple(found), page, pages or 1)


def _registered(asked: Asked, missions: QuerySet) -> Asked:
    """The missions as the register writes them. It is public: a text of somebody else's can give no name away here."""
    known = {mission.acronym.lower(): mission.acronym for mission in missions} if asked.missions else {}
    for typed in asked.missions:
        if typed.lower() not in known:
            near = grammar.nearest(typed, list(known.values()))
            raise Unclear(say("No mission of the register has the acronym “{name}”.", name=typed) + near)
    return replace(asked, missions=tuple(known[typed.lower()] for typed in asked.missions))
