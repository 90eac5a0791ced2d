"""The rules: what to say of a text once it is known where organized crime stands in it. Pure, like the engine.

A new rule is a new file here and one name in ``ALL``. Codes are never reused.
"""

from pathlib import Path

from mandates.analysis.values import Finding, Review
from mandates.rules import (
    fingerprints,
    oc101_organized_crime_absent,
    oc102_preamble_only,
    oc103_addressed_to_others_only,
    oc104_outside_the_task_list,
    oc201_outside_top_tasks,
    oc202_clause_inside_another_task,
    oc203_diluted_mandate,
    oc204_language_dropped,
    oc205_demoted,
    oc206_weakened,
    oc301_counter_terrorism_lens,
    oc302_weak_verb,
    oc303_conflict_economy_ignored,
    oc401_within_existing_resources,
    oc402_no_police_expertise,
    oc403_capacity_gap,
    oc404_capacity_late,
    oc405_language_gap,
    oc501_no_partner_named,
    oc502_no_local_partner,
    oc503_fiu_not_engaged,
    oc504_civil_society_not_on_crime,
    oc601_sanctions_criteria_misaligned,
    oc602_panel_cooperation_missing,
    oc603_panel_access_unprotected,
    oc701_no_reporting_on_crime,
    oc702_no_benchmark,
    oc703_instrument_not_cited,
    oc704_victims_unprotected,
    oc705_vague_task,
    oc706_due_diligence_missing,
    ruleset,
)
from mandates.rules.base import Rule

ALL: tuple[Rule, ...] = (
    oc101_organized_crime_absent.RULE,
    oc102_preamble_only.RULE,
    oc103_addressed_to_others_only.RULE,
    oc104_outside_the_task_list.RULE,
    oc201_outside_top_tasks.RULE,
    oc202_clause_inside_another_task.RULE,
    oc203_diluted_mandate.RULE,
    oc204_language_dropped.RULE,
    oc205_demoted.RULE,
    oc206_weakened.RULE,
    oc301_counter_terrorism_lens.RULE,
    oc302_weak_verb.RULE,
    oc303_conflict_economy_ignored.RULE,
    oc401_within_existing_resources.RULE,
    oc402_no_police_expertise.RULE,
    oc403_capacity_gap.RULE,
    oc404_capacity_late.RULE,
    oc405_language_gap.RULE,
    oc501_no_partner_named.RULE,
    oc502_no_local_partner.RULE,
    oc503_fiu_not_engaged.RULE,
    oc504_civil_society_not_on_crime.RULE,
    oc601_sanctions_criteria_misaligned.RULE,
    oc602_panel_cooperation_missing.RULE,
    oc603_panel_access_unprotected.RULE,
    oc701_no_reporting_on_crime.RULE,
    oc702_no_benchmark.RULE,
    oc703_instrument_not_cited.RULE,
    oc704_victims_unprotected.RULE,
    oc705_vague_task.RULE,
    oc706_due_diligence_missing.RULE,
)
RULESET: str = ruleset.version(Path(__file__).resolve().parent.parent)


def check(review: Review) -> tuple[Finding, ...]:
    """What the rules say of a review, in the order of their codes."""
    asked = (rule for rule in ALL if rule.code not in review.policy.off and rule.precondition.holds(review))
    hits = [(rule, hit) for rule in asked for hit in rule.check(review)]
    names = fingerprints.of([(rule.code, hit) for rule, hit in hits])
    return tuple(
        Finding(
            code=rule.code,
            name=rule.name,
            severity=review.policy.severities.get(rule.code, rule.severity),
            message=hit.message,
            spans=hit.spans,
            searched=hit.searched,
            why=rule.rationale,
            source="; ".join(map(str, rule.sources)),
            remedy=rule.remedy,
            fingerprint=fingerprint,
            note=rule.note,
        )
        for (rule, hit), fingerprint in zip(hits, names, strict=True)
    )


def by_code(code: str) -> Rule:
    """The rule of a code, in whatever case. Raises KeyError for a code that no rule has."""
    wanted = code.strip().upper()
    for rule in ALL:
        if rule.code == wanted:
            return rule
    raise KeyError(code)
