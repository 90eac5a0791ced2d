"""OC601: the Council lists people for crimes on which it gives the mission in the same country no task."""

from collections.abc import Iterator
from datetime import date

from mandates.analysis import asked, tasked, wording
from mandates.analysis.values import RANKED_KINDS, Criterion, Regime, Register, Review, Severity
from mandates.rules import predecessors, quotes, sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Source, Status

HAITI = Source("S/RES/2653 (2022), paragraph 16", "https://undocs.org/S/RES/2653(2022)")


def _with_criteria(review: Review) -> tuple[Regime, ...]:
    return tuple(regime for regime in review.register.regimes if regime.criteria)


def check(review: Review) -> Iterator[Hit]:
    acted_on = tasked.crime_types(review)
    regimes = _with_criteria(review)
    listed = list(dict.fromkeys(name for regime in regimes for c in regime.criteria for name in c.crime_types))
    if set(acted_on) & set(listed):
        return
    cited = wording.join(list(dict.fromkeys(c.citation for regime in regimes for c in regime.criteria)))
    tasks = (
        f"its tasks are on {predecessors.types(acted_on)} ({tasked.where(review)})"
        if acted_on
        else "it has no task on any crime"
    )
    yield Hit(
        f"Sanctions ({wording.join([r.name for r in regimes])}): the Council lists people for {predecessors.types(listed)} "
        f"({cited}), and gives the mission no task on any of them: {tasks}.",
        quotes.crime(review, (place.paragraph for place in asked.find(review))),
        searched=(
            f"The tasks of the mission, for {predecessors.types(listed)}; criteria as the register holds them, "
            f"as of {_day(max(regime.read_to for regime in regimes))}."
        ),
        anchor=", ".join(listed),
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


GOLD = Criterion("S/RES/3001 (2031), paragraph 9 (c)", ("natural_resources", "arms_trafficking"))
KARESIA = Register(day=date(2032, 7, 1), regimes=(Regime("Karesia", date(2031, 10, 2), criteria=(GOLD,)),))

RULE = Rule(
    code="OC601",
    name="sanctions-criteria-misaligned",
    title="What the Council lists people for is no task of the mission",
    question="Do the mission's tasks name any of the crimes for which the sanctions on its situation list people?",
    family=Family.POLITICAL_ECONOMY,
    severity=Severity.LOW,
    severity_reason="Low: advice; a listing can rest on other sources than a mission, and it flags nothing by itself.",
    sources=(sources.UNU_CPR, HAITI),
    rationale=(
        "A criterion for listing says what the Council holds against those who profit from a conflict. Where the mission on the "
        "ground has no task on that crime, nobody there looks for what a listing needs, and listing and mandate pull apart. "
        "UNU-CPR counts sanctions criteria that name organized crime among the ways to reach the political economy of a conflict."
    ),
    remedy=(
        "Give the mission a task on what the criteria name, for example: “to monitor and report on the illicit exploitation of natural "
        "resources by armed groups and criminal networks, and to share what it learns with the Committee”; or, where that is "
        "left to the panel of experts alone, dismiss this finding and record why."
    ),
    precondition=Precondition(
        "the text lays down or renews a mandate in words of its own, for a term, its tasks are held, and a sanctions regime on a host "
        "country, in force on the text's own day (of a draft: today), has criteria known to name organized crime",
        lambda review: (
            review.kind in RANKED_KINDS
            and bool(_with_criteria(review))
            and tasked.lays_down(review)
            and tasked.are_known(review)
        ),
    ),
    check=check,
    flags=(
        Example(
            shows="People are listed for gold and arms; the mission acts on drugs.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To help the police to combat drug trafficking;

                (b) To observe the ceasefire along the river;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "Sanctions (Karesia): the Council lists people for natural resources and arms trafficking (S/RES/3001 (2031), "
                "paragraph 9 (c)), and gives the mission no task on any of them: its tasks are on drug trafficking (paragraph 2 (a))."
            ),
            quotes=("drug trafficking",),
            register=KARESIA,
        ),
        Example(
            shows="The mission has no task on any crime.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To support elections in every province;

                (b) To observe the ceasefire along the river;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "Sanctions (Karesia): the Council lists people for natural resources and arms trafficking (S/RES/3001 (2031), "
                "paragraph 9 (c)), and gives the mission no task on any of them: it has no task on any crime."
            ),
            register=KARESIA,
        ),
    ),
    passes=(
        Example(
            shows="Gold is what the mission acts on, and what people are listed for.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To help the customs service to act against the smuggling of gold;

                (b) To observe the ceasefire along the river;

                3. Decides to remain seized of the matter.
            """,
            register=KARESIA,
        ),
        Example(
            shows="The criteria of the regime were not read: the rule is not asked.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) until 30 June 2033;

                2. Decides that the mandate of UNMIKA shall be the following:

                (a) To support elections in the ports;

                (b) To observe the ceasefire along the river;

                3. Decides to remain seized of the matter.
            """,
            register=Register(day=date(2032, 7, 1), regimes=(Regime("Karesia", date(2031, 10, 2)),)),
        ),
    ),
    fires_on=RealText(
        "S/RES/2626 (2022)",
        "5 (d), 5 (j)",
        "UNAMA acts on the illicit economy and small arms; S/RES/2255 (2015), paragraph 4 lists people for drugs.",
    ),
    silent_on=RealText(
        "S/RES/2709 (2023)",
        "36 (b) (i), 38 (b)",
        "MINUSCA acts on natural resources, for which S/RES/2134 (2014), paragraph 37 (d) lists people.",
    ),
    status=Status.PREVIEW,
)
