"""OC103: operative paragraphs name organized crime, and none of them speaks to the mission."""

from collections.abc import Iterator

from mandates.analysis import wording
from mandates.analysis.values import FlagReason, Review, Severity
from mandates.rules import quotes, sources
from mandates.rules.base import Example, Family, Hit, RealText, Rule, Status


def check(review: Review) -> Iterator[Hit]:
    if not quotes.is_flagged_for(review, FlagReason.OTHERS_ONLY):
        return
    reading, source = quotes.judged(review)
    named = reading.oc_operative
    labels = wording.join([o.label for o in named])
    who = wording.addressees([a for o in named for a in o.addressees])
    speak = "speaks" if len(named) == 1 else "speak"
    in_force = "" if source else quotes.tasks_in_force(review)
    nor = f", nor by {in_force}" if in_force else ""
    message = (
        f"organized crime stands in {wording.count(len(named), 'operative paragraph')} ({labels}), "
        f"which {speak} to {who}; the mission is not told to act on it{nor}."
    )
    if source:
        yield Hit(
            f"In {source}, whose tasks this text renews, {message}", quotes.renewal(review, source), anchor=source
        )
    else:
        yield Hit(message[0].upper() + message[1:], quotes.crime_under(review, (o.paragraph for o in named)))


RULE = Rule(
    code="OC103",
    name="addressed-to-others-only",
    title="Organized crime is left to others; the mission is not told to act",
    question="Is the mission itself told to act on organized crime?",
    family=Family.RECOGNITION,
    severity=Severity.HIGH,
    severity_reason="High: no task list tells the mission to act on organized crime.",
    sources=(sources.UNU_CPR, sources.POLICING_MANDATES),
    rationale=(
        "An appeal to States or authorities gives the mission neither the right nor the duty to help them. Its police "
        "component plans, recruits and reports by its own tasks."
    ),
    remedy=(
        "Keep the appeal and add the mission's share to its task list, for example: “To support the authorities, "
        "upon request, in carrying out paragraph [X] through advice, mentoring and shared analysis of criminal "
        "networks.”"
    ),
    precondition=quotes.FLAGGED,
    check=check,
    flags=(
        Example(
            shows="Neighbouring States and the authorities are called upon; the mission's list is silent.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Calls upon all Member States to act together against organized crime and trafficking in persons;

                3. Urges the authorities of Karesia to prosecute those who lead criminal networks;

                4. Decides to remain seized of the matter.
            """,
            message=(
                "Organized crime stands in 2 operative paragraphs (2 and 3), which speak to Member States and the "
                "host State; the mission is not told to act on it."
            ),
            quotes=("organized crime and trafficking in persons", "criminal networks"),
        ),
        Example(
            shows="A statement that speaks to nobody tells nobody to act.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Expresses its concern at the smuggling of gold in the northern provinces;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "Organized crime stands in 1 operative paragraph (2), which speaks to nobody in particular; the "
                "mission is not told to act on it."
            ),
            quotes=("smuggling of gold",),
        ),
    ),
    passes=(
        Example(
            shows="Member States are called upon, and the mission has a task of its own.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating trafficking in persons;

                (b) To observe the ceasefire along the river;

                2. Calls upon all Member States to act together against organized crime;

                3. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="The mission is asked outside its list: another rule speaks of that.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support elections in every province;

                2. Requests UNMIKA to share with the police of Karesia what it learns about criminal networks;

                3. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/2100 (2013)",
        "the operative part",
        "Organized crime is left to others; none of MINUSMA's 19 individual tasks names it.",
    ),
    silent_on=RealText(
        "S/RES/2423 (2018)", "31 and 38 (a) (iii)", "MINUSMA is asked to act, in a paragraph and in a task."
    ),
    status=Status.PREVIEW,
)
