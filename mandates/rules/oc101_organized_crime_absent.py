"""OC101: no word of the text names organized crime."""

from collections.abc import Iterator

from mandates.analysis import taxonomy, wording
from mandates.analysis.values import FlagReason, Review, Severity
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, RealText, Rule, Status


def check(review: Review) -> Iterator[Hit]:
    if not quotes.is_flagged_for(review, FlagReason.ABSENT):
        return
    document, reading = review.document, review.reading
    counts = (
        (len(reading.leaf_tasks), "individual task"),
        (len(document.numbered()), "operative paragraph"),
        (len(document.preambular()), "preambular paragraph"),
    )
    message = f"Organized crime is named in none of {wording.join([wording.count(n, noun) for n, noun in counts if n])}"
    if in_force := quotes.tasks_in_force(review):
        message += f", nor in {in_force}"
    types = [t.label for t in taxonomy.load().types.values() if t.counts is taxonomy.Counts.ALWAYS]
    yield Hit(
        message=f"{message}.",
        searched=(
            f"Every paragraph and item before the first annex, for the words of {len(types)} crime types: "
            f"{wording.join(types)}."
        ),
    )


RULE = Rule(
    code="OC101",
    name="organized-crime-absent",
    title="Organized crime is not named in the text",
    question="Is organized crime named at all?",
    family=Family.RECOGNITION,
    severity=Severity.HIGH,
    severity_reason="High: no task list tells the mission to act on organized crime.",
    sources=(sources.UNU_CPR,),
    rationale=(
        "In many missions countering organized crime is no part of the mandate, however severe the threat. What a "
        "mandate does not name gets no staff, no budget line and no place in a report."
    ),
    remedy=(
        "If organized crime bears on this conflict, add a lettered item of its own to the task list, for example: "
        "“To support the authorities, upon request, in identifying and disrupting the criminal networks that profit "
        "from the conflict, and the trade from which they live.” If it does not, dismiss this finding and record why."
    ),
    precondition=quotes.FLAGGED,
    check=check,
    flags=(
        Example(
            shows="A mandate with three tasks, none of them on any kind of organized crime.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To help to return displaced persons to their homes;

                (c) To support elections in every province;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Organized crime is named in none of 3 individual tasks, 2 operative paragraphs and 1 preambular "
                "paragraph."
            ),
        ),
        Example(
            shows=(
                "Corruption is noted, but it is not organized crime by itself; nor are sexual violence and terrorism."
            ),
            text="""
                The Security Council,

                Condemning corruption, sexual violence and terrorism in Karesia,

                1. Decides that UNMIKA shall have the following tasks:

                (a) To protect civilians, in particular women and children;

                (b) To advise the authorities on the fight against corruption;

                2. Decides to remain seized of the matter.
            """,
            message=(
                "Organized crime is named in none of 2 individual tasks, 2 operative paragraphs and 1 preambular "
                "paragraph."
            ),
        ),
    ),
    passes=(
        Example(
            shows="The words “organized crime” are missing, but gold smuggling is organized crime and is a task.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia against the smuggling of gold;

                (b) To observe the ceasefire along the river;

                2. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="Named in the preamble alone: another rule speaks of that.",
            text="""
                The Security Council,

                Concerned by trafficking in persons across the borders of Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/1509 (2003)", "the whole text", "UNMIL is given 19 tasks, none of them on organized crime."
    ),
    silent_on=RealText(
        "S/RES/1876 (2009)", "3 (f)", "UNIOGBIS is told to help against drug trafficking and organized crime."
    ),
    status=Status.STABLE,
)
