"""What the solver proposes, as one person may see it. What is about partners whom they may not see is not in it."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from capacities.models import Capacity, Partner, SanctionsRegime
from plans.models import Proposal
from plans.naming import named, of_regime, spoken_of
from plans.serializers.parts import ResourceSerializer, resource
from plans.services.proposing import partner_in, proposed_partners
from plans.values import ResourceKind

NOBODY = "Nobody who could be assigned meets it."


class ProposedSerializer(serializers.Serializer):
    """One assignment that is proposed; ``number`` is what to send to take it over."""

    number = serializers.IntegerField()
    task = serializers.IntegerField()
    resource = ResourceSerializer()
    begins = serializers.DateField()
    ends = serializers.DateField()
    people = serializers.IntegerField()
    meets = serializers.ListField(child=serializers.CharField())
    why = serializers.CharField()


class UncoveredSerializer(serializers.Serializer):
    """A need that nothing proposed or fixed meets, and why."""

    task = serializers.IntegerField()
    need = serializers.CharField()
    outside = serializers.BooleanField(help_text="the option's approach does not set out to meet it")
    why = serializers.CharField()


class AnswerSerializer(serializers.Serializer):
    proven = serializers.BooleanField(help_text="nothing better exists by the solver's aims; `note` says so where not")
    note = serializers.CharField()
    chosen = ProposedSerializer(many=True)
    uncovered = UncoveredSerializer(many=True)


class ProposalSerializer(serializers.ModelSerializer):
    """A proposal: asked for, worked out in the background. ``answer`` is null until it is done."""

    by = serializers.CharField(source="by.username")
    answer = serializers.SerializerMethodField()

    class Meta:
        model = Proposal
        fields = ["id", "option", "state", "step", "percent", "error", "by", "at", "accepted_at", "answer"]

    @extend_schema_field(AnswerSerializer(allow_null=True))
    def get_answer(self, row: Proposal) -> dict | None:
        return self.context["answers"].get(row.pk)


class ProposalRow(serializers.ModelSerializer):
    """A proposal without its answer."""

    by = serializers.CharField(source="by.username")

    class Meta:
        model = Proposal
        fields = ["id", "option", "state", "step", "percent", "error", "by", "at", "accepted_at"]


def proposal_data(row: Proposal, user, *, token: bool = False) -> dict[str, Any]:
    """A proposal as one person may see it; three queries once it is done, none before."""
    answer = AnswerSerializer(_answer(row, user, token)).data if row.answer else None
    return ProposalSerializer(row, context={"answers": {row.pk: answer}}).data


def shown_numbers(row: Proposal, user, *, token: bool = False) -> list[int]:
    """The places in the answer of what this person is shown, in the order in which they see it numbered from 0."""
    return _shown(row.answer, _names(row.answer, user, token))


def _answer(row: Proposal, user, token: bool) -> dict[str, Any]:
    """Numbers count what is shown alone, so that a gap in them tells nothing. A need that only what is hidden would meet
    stands among the uncovered."""
    answer, names = row.answer, _names(row.answer, user, token)
    kept = [answer["chosen"][at] for at in _shown(answer, names)]
    titles, codes = _titles(kept, names)
    met = {(one["task"], need) for one in kept for need in one["meets"]}
    wanted = dict.fromkeys((one["task"], need) for one in answer["chosen"] for need in one["meets"])
    lost = [{"task": task, "need": need, "outside": False} for task, need in wanted if (task, need) not in met]
    return {
        "proven": answer["proven"],
        "note": answer["note"],
        "chosen": [
            one | {"number": number, "resource": resource(_key(one), titles, codes), "why": _why(one, names, "")}
            for number, one in enumerate(kept)
        ],
        "uncovered": [one | {"why": _why(one, names, NOBODY)} for one in answer["uncovered"]]
        + [one | {"why": NOBODY} for one in lost],
    }


def _names(answer: dict, user, token: bool) -> dict[int, str]:
    """The names of the partners that an answer proposes or is about, as far as this person may see them. One query."""
    about = {number for one in (*answer["chosen"], *answer["uncovered"]) for number in _about(one)}
    seen = Partner.objects.visible_to(user, token=token).filter(pk__in=about | proposed_partners(answer))
    return dict(seen.values_list("pk", "name"))


def _about(one: dict) -> set[int]:
    """The partners of whom a sentence tells, named in it or not."""
    return spoken_of(one["why"]) | set(one["about"])


def _shown(answer: dict, names: dict[int, str]) -> list[int]:
    hidden = proposed_partners(answer) - names.keys()
    return [at for at, one in enumerate(answer["chosen"]) if partner_in(one) not in hidden]


def _why(one: dict, names: dict[int, str], instead: str) -> str:
    """The sentence, where all whom it tells of may be seen: another one would tell that somebody is hidden."""
    return named(one["why"], names) if _about(one) <= names.keys() else instead


def _key(one: dict) -> tuple[ResourceKind, int]:
    return ResourceKind(one["kind"]), one["resource"]


def _titles(kept: list[dict], names: dict[int, str]) -> tuple[dict, dict[int, str]]:
    """Titles by key and codes of regimes by row: two queries beside the names of partners."""
    titles = {(ResourceKind.PARTNER, number): name for number, name in names.items()}
    numbers = {kind: {one["resource"] for one in kept if one["kind"] == kind} for kind in ResourceKind}
    for pk, title in Capacity.objects.filter(pk__in=numbers[ResourceKind.CAPACITY]).values_list("pk", "title"):
        titles[ResourceKind.CAPACITY, pk] = title
    codes = {}
    for pk, code, name in SanctionsRegime.objects.filter(pk__in=numbers[ResourceKind.REGIME]).values_list(
        "pk", "code", "name"
    ):
        titles[ResourceKind.REGIME, pk], codes[pk] = of_regime(name), code
    return titles, codes
