"""Part of step 4: where crime stands in the sentence of a task, as what it is about or as a part of something else.

A heading decides alone. Otherwise crime is the subject where an effort is directed at it ("to combat drug trafficking") before
the closing part of the sentence, or where it stands early with nothing before it that makes it a part. It never is where it
comes after another object ("to train the army and to combat gangs", "human rights and the fight against gangs"), where help
goes to its victims, where the effort is denied ("not to combat gangs"), or where only a treaty or body is called by its name.
"""

import re
from collections import deque
from collections.abc import Iterable

# verbs that make crime the object of an effort
PURPOSE = (
    r"combat\w*|counter\w*(?=\s)|curb\w*|tackl\w+|fight\w*|prevent\w*|reduc\w+|address\w*|disrupt\w*|dismantl\w+|suppress\w*|eliminat\w+|"
    r"eradicat\w+|deter\w*|halt\w*|stop\w*|end\w*|against|ban(?:ning)?|control\w*|investigat\w+"
)
PURPOSEFUL = re.compile(rf"\b(?:{PURPOSE})\s+(?:[\w’'-]+,?\s+){{0,7}}$", re.I)
# what makes words a part of something else
PART = re.compile(
    r"\b(?:including|such as|suspected of|responsible for|with respect to|in (?:the )?context of|as well as|inter alia|taking into account|"
    r"recalling|regarding|related to|caused by|aris\w+ from|to respond to|while|in addition to|along with|together with)\b|;|,\s+and address\b",
    re.I,
)
REACH = 200  # characters before crime in which a verb directed at it may stand, seven words away at the most
EARLY_WORDS = 18
LATE = 0.6  # of an item's length: what begins after it is a closing clause

# verbs with which a task goes on after "and"; what is a noun as well is a verb only before words that it acts on
VERBS = (
    r"advis(?:e|ing)|analy[sz](?:e|ing)|appl(?:y|ying)|arrest(?:ing)?|assess(?:ing)?|assist(?:ing)?|build(?:ing)?|carry|carrying|collect(?:ing)?|combat(?:ing|ting)?|"
    r"contribut(?:e|ing)|cooperat(?:e|ing)|coordinat(?:e|ing)|counter(?:ing)?|creat(?:e|ing)|deal(?:ing)? with|defend(?:ing)?|deliver(?:ing)?|deploy(?:ing)?|"
    r"detain(?:ing)?|detect(?:ing)?|deter(?:ring)?|develop(?:ing)?|disarm(?:ing)?|dismantl(?:e|ing)|disrupt(?:ing)?|eliminat(?:e|ing)|enabl(?:e|ing)|encourag(?:e|ing)|enforc(?:e|ing)|"
    r"engag(?:e|ing)|enhanc(?:e|ing)|ensur(?:e|ing)|eradicat(?:e|ing)|establish(?:ing)?|expand(?:ing)?|extend(?:ing)?|facilitat(?:e|ing)|follow(?:ing)?|gather(?:ing)?|"
    r"help(?:ing)?|identif(?:y|ying)|implement(?:ing)?|improv(?:e|ing)|inspect(?:ing)?|investigat(?:e|ing)|liais(?:e|ing)|maintain(?:ing)?|observ(?:e|ing)|oversee(?:ing)?|"
    r"participat(?:e|ing)|prevent(?:ing)?|promot(?:e|ing)|prosecut(?:e|ing)|protect(?:ing)?|provid(?:e|ing)|pursu(?:e|ing)|reduc(?:e|ing)|reform(?:ing)?|rais(?:e|ing)|"
    r"respond(?:ing)?|restor(?:e|ing)|secur(?:e|ing)|seiz(?:e|ing)|stem(?:ming)?|strengthen(?:ing)?|suppress(?:ing)?|sustain(?:ing)?|tackl(?:e|ing)|tak(?:e|ing)|undertak(?:e|ing)|"
    r"uphold(?:ing)?|verif(?:y|ying)"
)
ALSO_NOUNS = (
    r"act(?:ing)?|address(?:ing)?|aid(?:ing)?|attack(?:ing)?|check(?:ing)?|conduct(?:ing)?|contain(?:ing)?|control(?:ling)?|curb(?:ing)?|document(?:ing)?|end(?:ing)?|fight(?:ing)?|"
    r"halt(?:ing)?|keep(?:ing)?|map(?:ping)?|mentor(?:ing)?|monitor(?:ing)?|patrol(?:ling)?|record(?:ing)?|report(?:ing)?|review(?:ing)?|stop(?:ping)?|study(?:ing)?|"
    r"support(?:ing)?|target(?:ing)?|trac(?:e|ing)|track(?:ing)?|train(?:ing)?|watch(?:ing)?|work(?:ing)?"
)
NOUN_BEFORE = r"(?!\s*[,;.)]|\s+(?:of|to|for|from|in|by|and|or|on|with|against|programmes?|activities|services?|centres?|operations?|units?)\b)"
VERB = rf"(?:(?:{VERBS})\b|(?:report(?:ing)?\s+(?:on|to)|work(?:ing)?\s+with|act(?:ing)?\s+against)\b|(?:{ALSO_NOUNS})\b{NOUN_BEFORE})"
INFINITIVE = r"to\s+(?!(?:the|its|their|an?|all|any|other|those|this|that|national|local|regional|such|both|each|every|former)\b)(?-i:[a-z])"
NEXT_VERB = re.compile(VERB, re.I)
# where another task of the same item begins
NEXT_TASK = re.compile(
    rf";|\b(?:and|or|as\s+well\s+as|while|then)(?:,[^,;]{{1,80}},)?\s+(?:(?:also|further|then|thereby|[a-z]+ly)\s+)?"
    rf"(?:{INFINITIVE}|(?:in|for|by|on|at)\s+[a-z]+ing\b|(?P<bare>{VERB}))"
    rf"|(?P<listed>,\s+(?:{INFINITIVE}|{VERB}))",
    re.I,
)
# a verb right before "and", whose object is still to come: "to detect and to prosecute …", "to assist in, and to monitor, …"
VERB_ALONE = re.compile(
    rf"(?:\b(?:{VERBS})|\b(?:and|or),?\s+(?:{ALSO_NOUNS})|,\s+(?:{ALSO_NOUNS})|(?:^|\b(?:to|shall|should|will)\s)\s*[\w-]+)"
    r"(?:,?\s+(?:in|on|with|to|for|[a-z]+ly))?[\s,]*$|\b(?:of|on|in|into|about|against|with|for|to)[\s,]*$",
    re.I,
)
# gerunds that are nouns too: "advice and training to …"
NOMINAL = re.compile(r"(?:build|document|map|mentor|monitor|patrol|record|report|train|track|work)ing\b", re.I)
GERUND = re.compile(r"(?:^\W*|\b(?:by|in|of|for|through)\s+)\w+ing\b", re.I)
# words set in between commas, or at the head of an item, that say how, with whom or where
MANNER = r"(?:in|with|within|through|by|as|where|when|at|on|upon|pursuant|for|under|jointly)\b"
ASIDE = re.compile(rf",\s+(?:and\s+)?{MANNER}[^,;]*,|^\W*{MANNER}[^,;]*,", re.I)
OPEN_ASIDE = re.compile(rf"(?:,\s+|^\W*)(?:{MANNER}|including\b)", re.I)
# what the Council says before the task of a paragraph in prose
CHARGE = re.compile(
    r"\W*(?:(?:further|also)\s+)?(?:requests|authori[sz]es|decides|mandates|directs|asks|calls|encourages|urges|reiterates|reaffirms|emphasi[sz]es|stresses)\b"
    r"[^;]*?\b(?:to|shall|should|will)\b",
    re.I,
)

COORDINATOR = re.compile(r",?\s+(?:and|or|as\s+well\s+as)\s+|,\s+", re.I)
PLAIN = r"(?:(?!(?:of|in|on|to|for|by|with|against|from|as|such|when|which|that|through|especially|particularly|notably|including)\b)[\w’'-]+\s+)"
# all that stands before crime in the last of several objects: its own adjectives, or "the fight against"
LAST_OBJECT = re.compile(
    rf"(?P<the>(?:the|its|their|any|all|other)\s+)?{PLAIN}{{0,3}}(?P<link>(?<=\w\s)(?:of|on|against)\s+(?:the\s+)?{PLAIN}{{0,2}})?",
    re.I,
)
# before "and": an adjective of crime, or a deed done to crime ("investigation and prosecution of …")
ADJECTIVE = re.compile(
    r"\b(?:serious|violent|grave|regional|national|local|domestic|international|transnational|cross-border|illicit|illegal|unlawful|economic|financial)\W*$",
    re.I,
)
DEED = re.compile(r"\b(?:\w+(?:tion|sion|ment|ance|ysis|ing)|arrest|trial|fight|response|control)\W*$", re.I)

VICTIMS = re.compile(r"\b(?:victims?|survivors?)(?:\s+[\w’'-]+){0,4}\s+$", re.I)
OF_VICTIMS = re.compile(r"\b(?:victims?|survivors?)\b|trafficked\b", re.I)
VICTIMS_NEXT = re.compile(r"\s+(?:victims|survivors)\b", re.I)
# a treaty or a body called by crime's name, with capitals
CALLED = re.compile(
    r"\b(?:Convention|Protocol|Treaty|Commission|Committee|Office|Institute|Secretariat)"
    r"(?:\s+(?:to|on|for|of|the|and|against|in|fight|combat|prevent|eradicate|[A-Z][\w’'-]*),?){1,12}\s+$"
)
DENIED = re.compile(
    r"\b(?:not(?!\s+(?:only|limited|least)\b)|no\s+longer|never|neither|nor|refrain\w*|abstain\w*|rather\s+than|instead\s+of|other\s+than|except|excluding|"
    r"(?:ceas|discontinu)\w+\s+(?:to|combat\w*|fight\w*|counter\w*)|without(?!\s+(?:delay|notice|exception|hindrance|prejudice)\b))"
    r"(?:\s+(?!but\b)[\w’'-]+){0,12}\s+$",
    re.I,
)
# what shall not happen is what an effort is directed at: "to ensure that gold is not smuggled"
SO_THAT = re.compile(r"\b(?:ensur\w+|guarante\w+|verif\w+|so|order|sure|it)\s+that\b", re.I)

Place = tuple[int, int]


def is_subject(text: str, crimes: Iterable[Place]) -> bool:
    """Whether crime is what the words of a task are about. ``crimes``: where it is named in them, in their order."""
    places = [(start, end) for start, end in crimes if not _is_called(text, start)]
    if not places:
        return False
    start, end = places[0]
    heading, newline, _ = text.partition("\n")
    if newline and heading.rstrip()[-1:] not in ";.,:":
        return start < len(heading) and not _is_denied(text[:start])
    before = text[:start]
    if _is_denied(before) or _is_of_victims(text, start, end) or _comes_after_another(before):
        return False
    if start <= LATE * len(text) and PURPOSEFUL.search(before, max(0, start - REACH)):
        return True
    return len(before.split()) <= EARLY_WORDS and not PART.search(before)


def _is_called(text: str, start: int) -> bool:
    return text[start].isupper() and bool(CALLED.search(text, max(0, start - REACH), start))


def _is_denied(before: str) -> bool:
    """Whether the effort that crime is the object of shall not be made."""
    denied = DENIED.search(before, max(0, len(before) - REACH))
    return bool(denied) and not SO_THAT.search(before, 0, denied.start())


def _is_of_victims(text: str, start: int, end: int) -> bool:
    return bool(
        VICTIMS.search(text, max(0, start - REACH), start)
        or OF_VICTIMS.search(text, start, end)
        or VICTIMS_NEXT.match(text, end)
    )


def _comes_after_another(before: str) -> bool:
    """Whether another task, or another object of the same task, stands before crime. ``before`` are all words before it."""
    if charge := CHARGE.match(before):
        before = before[charge.end() :]
    return _goes_on(before) or _is_last_object(ASIDE.sub(" ", before))


def _goes_on(before: str) -> bool:
    """Whether a further task of the item begins in these words, the one before it having an object of its own."""
    for match in NEXT_TASK.finditer(before):
        if match[0] == ";":
            return True
        done = before[max(0, match.start() - REACH) : match.start()]
        if VERB_ALONE.search(done):
            continue
        if match["listed"] and OPEN_ASIDE.search(before, 0, match.start()):
            continue  # a comma that closes what is set in between
        if match["bare"] and NOMINAL.match(match["bare"]) and not GERUND.search(before, 0, match.start()):
            continue
        return True
    return False


def _is_last_object(before: str) -> bool:
    """Whether crime closes a list of objects. Beside one other object of an effort against crime it does not count as such."""
    last = deque(COORDINATOR.finditer(before), maxlen=1)
    if not last or not (tail := LAST_OBJECT.fullmatch(before, last[0].end())) or NEXT_VERB.match(before, last[0].end()):
        return False
    first = before[max(0, last[0].start() - REACH) : last[0].start()]
    if VERB_ALONE.search(first) or ADJECTIVE.search(first) or (tail["link"] and not tail["the"] and DEED.search(first)):
        return False
    effort = PURPOSEFUL.search(first + " ")
    return not effort or "," in effort[0] or bool(tail["the"] and tail["link"])
