"""OC401: what the mission is asked on organized crime is to be done with the means at hand, or paid for by volunteers."""

import re
from collections.abc import Iterator

from mandates.analysis import asked, tasks, wording
from mandates.analysis.values import RANKED_KINDS, Review, Severity, Span
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Status

# of the engine's qualifiers those that speak of means; others say when or at whose wish
MEANS = re.compile(r"resources|means|capacit|capabilit|voluntary", re.I)
BEGINNING = re.compile(r"[Ww]ithin|[Vv]oluntary")  # such words begin so
NEAR = 60  # characters before such words in which the mission is named whose support they limit


def check(review: Review) -> Iterator[Hit]:
    limits = _limits(review)
    limited = {label: spans for label, spans in limits.items() if spans}
    if not limited:
        return
    spans = quotes.together(review, dict.fromkeys(span for spans in limited.values() for span in spans))
    said = wording.join([f"“{words}”" for words in dict.fromkeys(span.text for span in spans)])
    labels = wording.join(list(limited))
    asks = "where the text asks the mission to act on organized crime"
    if len(limits) == 1:
        place = f"The only place {asks} ({labels})"
    elif len(limited) == len(limits):
        place = f"Each of the {len(limits)} places {asks} ({labels})"
    else:
        place = f"Of the {len(limits)} places {asks}, {len(limited)} ({labels})"
    many = 1 < len(limited) < len(limits)
    yield Hit(f"{place} {'give' if many else 'gives'} it no means of its own: {said}.", spans)


def _limits(review: Review) -> dict[str, tuple[Span, ...]]:
    """The label of each place that gives the mission a part, and the words there or in its chapeaux that limit its means."""
    places = asked.find(review)
    found = {
        place.label: tuple(span for index in (*place.around, place.paragraph) for span in _means(review, index))
        for place in places
    }
    read = {place.paragraph for place in places}
    return found | {
        label: spans for label, spans in _supports(review) if label not in found and spans[0].paragraph not in read
    }


def _supports(review: Review) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Where others are told to act on organized crime "with the support of UNMIKA, within existing resources"."""
    names = review.reading.mission.forms if review.reading.mission else ()
    for crime in review.reading.oc_operative:
        if crime.in_task_list:
            continue
        text = review.document.paragraphs[crime.paragraph].text
        spans = [
            s
            for s in _means(review, crime.paragraph)
            if any(n in text[max(0, s.start - NEAR) : s.start] for n in names)
        ]
        if spans:
            yield crime.label, tuple(spans)


def _means(review: Review, index: int) -> Iterator[Span]:
    text = review.document.paragraphs[index].text
    for begun in BEGINNING.finditer(text):
        match = tasks.QUALIFIERS.match(text, begun.start())
        if match and MEANS.search(match[0]):
            yield Span(index, match.start(), match.end(), match[0])


RULE = Rule(
    code="OC401",
    name="within-existing-resources",
    title="The request on organized crime comes without means",
    question="Does the request on organized crime come with means of its own?",
    family=Family.MEANS,
    severity=Severity.LOW,
    severity_reason="Low: advice on the means of a request that is made; it flags nothing by itself.",
    sources=(sources.UNU_CPR, sources.CLEAR_MANDATES, sources.BUDGET_FOLLOWS_ORDER),
    rationale=(
        "Work against organized crime needs people whom missions seldom have. A request that is to be met with what is "
        "there, or that waits for voluntary contributions, competes with every other task for the same officers and is "
        "planned last."
    ),
    remedy=(
        "Strike the limit, or name what the request needs: “and requests the Secretary-General to include in the budget "
        "of [the mission] the posts and equipment that this task requires.” Where voluntary funds are meant, say from when the "
        "work goes on without them."
    ),
    precondition=Precondition(
        "the text sets, extends or authorizes a mission's mandate and gives the mission, in its own words, a part in work "
        "on organized crime",
        lambda review: (
            review.kind in RANKED_KINDS and (bool(asked.find(review)) or any(True for _ in _supports(review)))
        ),
    ),
    check=check,
    flags=(
        Example(
            shows="The authorities are told to act, with a support of the mission that may cost nothing.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Calls upon the authorities to fight arms trafficking, with the support of UNMIKA, as appropriate and within
                existing resources;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "The only place where the text asks the mission to act on organized crime (2) gives it no means of its "
                "own: “within existing resources”."
            ),
            quotes=("within existing resources",),
        ),
        Example(
            shows="The chapeau limits every task of its list; the other list, with the other task on crime, has no limit.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall include the following
                priority tasks:

                (a) To observe the ceasefire along the river;

                (b) To support the police of Karesia in combating drug trafficking;

                2. Authorizes UNMIKA to carry out, within its existing resources, the following additional tasks:

                (a) To advise the authorities on the smuggling of gold;

                (b) To clear mines;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "Of the 2 places where the text asks the mission to act on organized crime, 1 (2 (a)) gives it no means of "
                "its own: “within its existing resources”."
            ),
            quotes=("within its existing resources",),
        ),
        Example(
            shows="A force whose whole work rests on voluntary contributions.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Authorizes Member States to deploy a Multinational Force in Karesia (MFK) for twelve months, its cost to
                be borne by voluntary contributions, with the following tasks:

                (a) To support the police of Karesia against criminal gangs;

                (b) To secure the port and the airport;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "The only place where the text asks the mission to act on organized crime (1 (a)) gives it no means of its "
                "own: “voluntary contributions”."
            ),
            quotes=("voluntary contributions",),
        ),
    ),
    passes=(
        Example(
            shows="Member States may give to a fund for something else in the same text.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Calls upon Member States to act against the smuggling of gold, and invites voluntary contributions to the
                trust fund for elections;

                3. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Another task is limited, the one on organized crime is not.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To train the army, within existing resources;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="“Upon request” and “as appropriate” say at whose wish and when, not with what means.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia, upon request and as appropriate, in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="The return of displaced persons is voluntary; that is no limit of means.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To protect displaced persons against trafficking in persons, and to help with their voluntary return;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/2217 (2015)",
        "34 (c)",
        "MINUSCA advises on natural resources within its existing resources; its other task on them, 33 (c), has no such limit.",
    ),
    silent_on=RealText("S/RES/2476 (2019)", "2", "BINUH is given a unit on gang violence and police advisers."),
    status=Status.STABLE,
)
