"""In which order a reader meets the findings of a review: at most three first, the rest by family, notes last. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from language.said import say
from mandates.analysis.values import Severity
from mandates.rules.base import FAMILIES, Family

FIRST = 3
GRAVITY = [severity.value for severity in Severity]  # the gravest first


@dataclass(slots=True)
class Order:
    """Findings (dicts as in ``serializers.review_data``) as a page or a brief shows them.

    ``first`` opens it; ``families`` holds the rest in the order of the families, ``notes`` what most texts of its kind
    are told, and ``settled`` what a person dismissed.
    """

    first: list[Mapping] = field(default_factory=list)
    families: dict[Family, list[Mapping]] = field(default_factory=dict)
    notes: list[Mapping] = field(default_factory=list)
    settled: list[Mapping] = field(default_factory=list)

    @property
    def opened(self) -> set[str]:
        """The fingerprints of those that stand open beside the text; the others fold to one line."""
        return {finding["fingerprint"] for finding in self.first}

    @property
    def folds(self) -> list[tuple[str, list[Mapping]]]:
        """What is folded, each with its heading."""
        shown = [(say(family).capitalize(), found) for family, found in self.families.items()]
        last = ((say("Notes"), self.notes), (say("Dismissed"), self.settled))
        return [(name, found) for name, found in (*shown, *last) if found]


def arrange(findings: Sequence[Mapping]) -> Order:
    """The findings in order: the gravest first, within a severity the rules that flag, then by code."""
    order = Order()
    for finding in sorted(findings, key=lambda f: (GRAVITY.index(f["severity"]), f["code"])):
        decision = finding["decision"]
        if decision and decision["verdict"] == "dismiss":
            order.settled.append(finding)
        elif finding["note"]:
            order.notes.append(finding)
        elif len(order.first) < FIRST:
            order.first.append(finding)
        else:
            order.families.setdefault(FAMILIES[finding["code"][2]], []).append(finding)
    order.families = {family: order.families[family] for family in Family if family in order.families}
    return order
