"""Cuts a field into parts that share nobody, so that each can be searched on its own. Pure."""

from dataclasses import dataclass

from plans.solving.candidates import Candidate, Field, Stretch
from plans.solving.values import Key
from plans.values import OFFERED, NeedKind, Task

Node = tuple[int, NeedKind]


@dataclass(frozen=True, slots=True)
class Part:
    """Candidates for needs of one kind of some tasks, and nobody else's: tasks by place, candidates in the field's order."""

    kind: NeedKind
    tasks: tuple[Task, ...]
    candidates: tuple[Candidate, ...]

    @property
    def limits(self) -> list[tuple[int, list[int]]]:
        """Stretches with fewer places than candidates: how many, and where those stand among the candidates."""
        sharing = _sharing(self.candidates).items()
        return [(stretch.places, places) for (_, stretch), places in sharing if _scarce(stretch, places)]

    @property
    def pairs(self) -> list[list[int]]:
        """Candidates of the same resource for the same task on several of its stretches, by where they stand."""
        found: dict[tuple[int, Key], list[int]] = {}
        for at, one in enumerate(self.candidates):
            found.setdefault((one.task.id, one.resource.key), []).append(at)
        return [places for places in found.values() if len(places) > 1]


def cut(field: Field) -> list[Part]:
    """The parts of a field, the smallest first, then by the place of the highest task."""
    above: dict[Node, Node] = {}

    def top(node: Node) -> Node:
        while above.setdefault(node, node) != node:
            node = above[node]
        return node

    for (_, stretch), sharing in _sharing(field.candidates).items():
        nodes = [_node(field.candidates[at]) for at in sharing]
        for node in nodes[1:] if _scarce(stretch, sharing) else ():
            above[top(node)] = top(nodes[0])
    held: dict[Node, list[Candidate]] = {}
    for one in field.candidates:
        held.setdefault(top(_node(one)), []).append(one)
    place = {task.id: at for at, task in enumerate(field.tasks)}
    found = []
    for candidates in held.values():
        tasks = {one.task.id: one.task for one in candidates}
        by_place = tuple(sorted(tasks.values(), key=lambda task: place[task.id]))
        found.append(Part(_node(candidates[0])[1], by_place, tuple(candidates)))
    return sorted(found, key=lambda part: (len(part.candidates), place[part.tasks[0].id], part.kind))


def _node(one: Candidate) -> Node:
    return one.task.id, OFFERED[one.resource.kind]


def _scarce(stretch: Stretch, sharing: list[int]) -> bool:
    return stretch.places is not None and stretch.places < len(sharing)


def _sharing(candidates: tuple[Candidate, ...]) -> dict[tuple[Key, Stretch], list[int]]:
    """The candidates on each stretch, by their places."""
    found: dict[tuple[Key, Stretch], list[int]] = {}
    for at, one in enumerate(candidates):
        found.setdefault((one.resource.key, one.stretch), []).append(at)
    return found
