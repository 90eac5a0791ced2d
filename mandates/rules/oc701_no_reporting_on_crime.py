"""OC701: the Council asks for reports on the mission, and none of them is to cover organized crime."""

from collections.abc import Iterator

from mandates.analysis import crime_tasks, follow_up, wording
from mandates.analysis.values import RANKED_KINDS, Review, Severity
from mandates.rules import sources
from mandates.rules.base import Example, Family, Hit, Precondition, RealText, Rule, Source, Status

REPORTS_ON_TRAFFICKING = Source("S/RES/2388 (2017), paragraph 33", "https://undocs.org/S/RES/2388(2017)")


def is_asked(review: Review) -> bool:
    """Whether the mission is tasked on organized crime, and a report on its work as a whole is asked for."""
    if review.kind not in RANKED_KINDS or not crime_tasks.are_asked(review):
        return False
    return bool(crime_tasks.place(review)) and any(report.whole for report in follow_up.reports(review))


def check(review: Review) -> Iterator[Hit]:
    reports = follow_up.reports(review)
    for report in reports:
        if follow_up.names_crime(review, report) or follow_up.covers_all(review, report, whole_mandate=False):
            return
        if follow_up.is_told_elsewhere(review, report):
            return
    labels = [report.label for report in reports]
    asking = (
        f"the only paragraph that asks for a report ({labels[0]}) does not name"
        if len(labels) == 1
        else f"none of the {len(labels)} paragraphs that ask for a report ({wording.join(labels)}) names"
    )
    message = f"Organized crime is tasked in {crime_tasks.place(review)}, and {asking} it or that task."
    yield Hit(message, tuple(report.words for report in reports if report.whole))


RULE = Rule(
    code="OC701",
    name="no-reporting-on-crime",
    title="No report is to cover organized crime",
    question="Is organized crime among what the Council asks to be told about the mission's work?",
    family=Family.ACCOUNTABILITY,
    severity=Severity.LOW,
    severity_reason="Low: advice; the task stands whatever is reported on it.",
    sources=(sources.UNU_CPR, REPORTS_ON_TRAFFICKING),
    rationale=(
        "What the Council asks to be told is what a mission measures, staffs and defends when budgets are cut. A report "
        "on the implementation of the mandate as a whole may pass over a single task without anybody noticing."
    ),
    remedy=(
        "Name the task in the paragraph that asks for reports, for example: “including on the support given against "
        "organized crime under paragraph 3 (f), its results and what stood in its way”."
    ),
    precondition=Precondition(
        "the mission is tasked on organized crime, here or in the tasks that the text renews, and a report on its work "
        "as a whole is asked for",
        is_asked,
    ),
    check=check,
    flags=(
        Example(
            shows="A report on the implementation of the resolution, and no word on the task.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Requests the Secretary-General to report to the Council every ninety days on the implementation of
                this resolution;

                3. Decides to remain seized of the matter.
            """,
            message=(
                "Organized crime is tasked in 1 (a), and the only paragraph that asks for a report (2) does not name it "
                "or that task."
            ),
            quotes=("to report to the Council",),
        ),
        Example(
            shows="Reports that list what they shall cover, and leave it out; a text that renews tasks is asked the same.",
            text="""
                The Security Council,

                Recalling its resolution 3050 (2031),

                1. Decides to extend the mandate of the United Nations Mission in Karesia (UNMIKA) as set out in
                paragraph 1 of resolution 3050 (2031) until 30 June 2033;

                2. Requests the Secretary-General to keep the Council informed of the implementation of the mandate of
                UNMIKA, including on:

                (a) the return of displaced persons;

                (b) the preparation of elections;

                3. Requests the Secretary-General to keep the Council informed of cases of misconduct;

                4. Decides to remain seized of the matter.
            """,
            held={
                "S/RES/3050 (2031)": """
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To observe the ceasefire along the river;

                (b) To support the police of Karesia against the smuggling of gold;

                2. Decides to remain seized of the matter.
                """,
            },
            message=(
                "Organized crime is tasked in 1 (b) of resolution 3050 (2031), renewed here, and none of the 2 "
                "paragraphs that ask for a report (2 and 3) names it or that task."
            ),
            quotes=("keep the Council informed",),
        ),
    ),
    passes=(
        Example(
            shows="Trafficking is among what the report shall cover.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Requests the Secretary-General to report to the Council every ninety days on the implementation of
                this resolution, including on routes and seizures of drugs and those who profit from drug trafficking;

                3. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="The report is to cover the paragraph that holds the task, which is as good as its name.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To observe the ceasefire along the river;

                2. Requests the Secretary-General to report to the Council every ninety days on the situation in Karesia
                and on what was done under each item of paragraph 1 above;

                3. Decides to remain seized of the matter.
            """,
        ),
        Example(
            shows="What a panel on sanctions or the mission's police shall report on is another matter: no report is asked.",
            text="""
                The Security Council,

                Recalling its previous resolutions on the situation in Karesia,

                1. Decides that the mandate of the United Nations Mission in Karesia (UNMIKA) shall be the following:

                (a) To support the police of Karesia in combating drug trafficking;

                (b) To monitor and report on violations of the ceasefire along the river;

                2. Requests the Panel of Experts to report to the Council on the implementation of this resolution;

                3. Takes note of the report of the Secretary-General on the implementation of the mandate of UNMIKA;

                4. Decides to remain seized of the matter.
            """,
        ),
    ),
    fires_on=RealText(
        "S/RES/2423 (2018)",
        "70",
        "Three subjects are listed for the quarterly report on MINUSMA; the clause in 38 (a) (iii) and the request in 31 are none.",
    ),
    silent_on=RealText(
        "S/RES/2692 (2023)",
        "9",
        "What BINUH does against arms trafficking and illicit financial flows is to be in the regular report.",
    ),
    status=Status.STABLE,
    note=True,
)
