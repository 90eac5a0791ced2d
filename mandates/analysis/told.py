"""Which paragraphs tell a mission what to do: its lists, what is addressed to it, what sets it up or extends it.

In early texts, which name no mission or speak of it only as the Organization's, the Secretary-General is told in its place.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from mandates.analysis import kinds
from mandates.analysis.values import Address, Addressee, Document, MissionName, MissionTasks, Paragraph, TaskReading

OTHERS = frozenset({Addressee.ARMED_GROUPS_OR_PARTIES, Addressee.HOST_STATE, Addressee.MEMBER_STATES})

# how a paragraph begins: a participle may stand before the verb ("Acting under Chapter VII of the Charter, decides")
OPENING = re.compile(
    r"^\W*(?:[^;]{0,120}?,\s+)?(?:(?:also|further)\s+)?(?:"
    r"(?P<tells>decides(?P<to> to (?:request|authori[sz]e))?|determines|agrees|approves|authori[sz]es|requests?|mandates|directs|instructs|tasks|encourages|invites|calls (?:up)?on|urges)"
    r"|(?P<stresses>stresses|emphasi[sz]es|underlines|underscores|reaffirms|reiterates|affirms|recogni[sz]es))\b"
    r"(?:\s+(?:also|further|in particular))?,?",
    re.I,
)
# the Secretary-General acts for a mission; what he shall write, plan or set up beside it is no task of it
ASKS = re.compile(r"requests?|authori[sz]es|invites|instructs", re.I)
SECRETARY_GENERAL = re.compile(r"[^;]{0,25}?\bSecretary-? ?General\b", re.I)
NO_TASK = re.compile(
    r"\b(?:report|inform|informed|submit|brief|recommend\w*|consider|prepare|present|review|include in|convey|plan for|to plan|assess|appoint|panel of experts|group of experts|commission of inquiry|"
    r"(?:trust|voluntary) fund|establish a fund|benchmarks?|transmit|(?:his|hold|continue) consultations)\b",
    re.I,
)
REACH = 160  # characters of a paragraph in which the Secretary-General is told what to do
# a text of the early years that names no mission speaks to the Organization
ORGANIZATION = re.compile(r"(?: that)? the United Nations\b(?! (?:system|country|agencies|funds))", re.I)
# a part of a mission, or more people for it: "Decides that the security element shall", "Decides to increase the number of observers"
COMPONENT = re.compile(
    r" to (?:increase|deploy|dispatch|reinforce)\b[^;]{0,120}?\b(?:observers?|monitors?|police|contingents?|personnel|troops)\b"
    r"| that\b[^;]{0,120}?\b(?:component|element|unit|contingent|observers?|monitors?|personnel|team|group|brigade|presence|mission|force|operation)s?\b[^;]{0,120}?\b(?:shall|will|may|should)\b",
    re.I,
)
NEEDED = re.compile(r"[^;]{0,40}?\b(?:need|importance|essential|necessity|role)\b", re.I)
# a mission's tasks change: "Decides to authorize an enlargement of the mandate of"
CHANGING = re.compile(r"\b(?:enlarg|expan|adjust|revis|strengthen|broaden|amend|modif|reinforc)\w*\b", re.I)
# what the Council means to do itself: "Decides to review the strength of"
COUNCIL_ITSELF = re.compile(r" to (?:review|remain|keep|consider)\b", re.I)
# how a mission is to behave in all it does, not what it is to do
MANNER = ("due diligence", "hrddp", "sexual exploitation", "zero tolerance", "zero-tolerance")
TELLING_VERBS = re.compile(
    r"\b(?:decides|authori[sz]es|requests|mandates|directs|instructs|encourages|invites|calls?|urges|approves|agrees|determines)\b",
    re.I,
)


def told_to(document: Document, tasks: TaskReading, mission: MissionName | None) -> frozenset[int]:
    """Indexes of the paragraphs and items in which this mission is told, or set up for, something."""
    block = next((b for b in tasks.missions if b.mission == mission), None)
    told: set[int] = set(_of_block(document, block) if block else ())
    openers = {listed.paragraph for b in tasks.missions if b is not block for listed in b.task_lists}
    for p, address in zip(document.numbered(), tasks.addresses, strict=False):
        if p.index not in told and p.index not in openers and _tells(p, address, mission):
            told.add(p.index)
    for p in document.operative():
        if p.parent in told and p.index not in openers:
            told.add(p.index)
    return frozenset(told)


def _of_block(document: Document, block: MissionTasks) -> Iterator[int]:
    for listed in block.task_lists:
        yield listed.paragraph
    for task in block.tasks:
        yield task.paragraph
    for alone in block.stand_alone:
        if not _gives_no_task(document.paragraphs[alone].text):
            yield alone


def _tells(p: Paragraph, address: Address, mission: MissionName | None) -> bool:
    """Whether a numbered paragraph outside the lists speaks to the mission, sets it up or extends it."""
    return _speaks_to(p.text, address, mission) and not _gives_no_task(p.text)


def _gives_no_task(text: str) -> bool:
    opening = OPENING.match(text)
    if opening and COUNCIL_ITSELF.match(text, opening.end()):
        return True
    lower = text.lower()
    return any(words in lower for words in MANNER)


def _speaks_to(text: str, address: Address, mission: MissionName | None) -> bool:
    if Addressee.MISSION in address.addressees and TELLING_VERBS.match(
        address.lead_verb.split()[-1] if address.lead_verb else ""
    ):
        return True
    opening = OPENING.match(text)
    asks = opening and (opening["to"] or ASKS.fullmatch(opening["tells"] or ""))
    if asks and (secretary_general := SECRETARY_GENERAL.match(text, opening.end())):
        return not NO_TASK.search(text, secretary_general.end(), secretary_general.end() + REACH)
    decided = kinds.DECIDING.match(text)
    if mission is None:
        return bool(decided or (opening and opening["tells"] and ORGANIZATION.match(text, opening.end())))
    if decided and (kinds.establishes(text, mission) or kinds.extends(text, mission)):
        return True
    told, named, asked = _naming(mission)
    if decided and CHANGING.search(text) and named.search(text):
        return True
    if any(f"{form} to " in text for form in mission.forms) and asked.search(text):
        return True
    if not opening:
        return False
    if opening["tells"]:
        return bool(COMPONENT.match(text, opening.end()) or told.match(text, opening.end()))
    return bool(
        NEEDED.match(text, opening.end()) and named.search(text) and not OTHERS.intersection(address.addressees)
    )


@lru_cache(maxsize=512)
def _naming(mission: MissionName) -> tuple[re.Pattern, ...]:
    """This mission right behind a telling verb, anywhere, and asked for something later in a paragraph."""
    form = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(mission.forms, key=len, reverse=True))
    return (
        re.compile(rf"(?: that)? (?:the )?(?:{form})\b", re.I),
        re.compile(rf"\b(?:{form})\b"),
        re.compile(
            rf"[;,](?: and)?(?: (?:also|further|in this regard,?))? (?:requests|authori[sz]es|encourages|mandates|directs) (?:the )?(?:{form}) to\b",
            re.I,
        ),
    )
