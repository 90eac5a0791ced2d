"""What a mission is told to do about organized crime: its tasks, and what is asked of it outside its lists.

A crime that stands only in the reason for a request ("Expresses concern over arms trafficking and requests UNMIKA to observe
the ceasefire") or in the name of a body is no task; nor is the conduct of the mission's own staff.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from mandates.analysis import addressee, once, places, taxonomy, wording
from mandates.analysis.values import Addressee, Mention, MissionName, MissionReading, Paragraph, Position, Review, Span

TASKED = frozenset({Position.MAIN_TASK, Position.WITHIN_MAIN_TASK, Position.MISSION_PARAGRAPH_OUTSIDE_LIST})
ASKING = re.compile(
    r"\b(?:requests?|calls? (?:up)?on|urges|encourages|invites|mandates|directs|instructs|authori[sz]es|asks)\b", re.I
)
ASKING_FIRST = re.compile(rf"(?:Also |Further )?{ASKING.pattern}", re.I)
REACH = 190  # characters from the verb that asks to the mission that is asked, within one clause
# what only states something, and so gives the reason for a request that may follow
REASON = re.compile(
    r"(?:\w+ly\s+|Also\s+|Further\s+)*(?:Express|Not|Recogni|Welcom|Condemn|Acknowledg|Tak|Recall|Deplor|Commend)\w*"
)
# how the mission's own people behave
CONDUCT = re.compile(r"\b(?:zero[- ]tolerance|misconduct)\b", re.I)
CONDUCT_REACH = 200  # characters behind these words in which a crime is one of the mission's own people


@dataclass(frozen=True, slots=True)
class CrimeTask:
    """A paragraph or item of the text that tells its mission to act on organized crime, and the words for the crime.

    ``crime_types`` are those that count as organized crime, a part by its whole; ``mentions`` name the narrowest type.
    """

    paragraph: int
    label: str
    crime_types: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def words(self) -> tuple[Span, ...]:
        return tuple(mention.span for mention in self.mentions)

    def words_for(self, crimes: Collection[str]) -> tuple[Span, ...]:
        """The words for some of its crime types."""
        whole = taxonomy.load().whole
        return tuple(mention.span for mention in self.mentions if whole(mention.crime_type) in crimes)


def are_asked(review: Review) -> bool:
    """A quick look: whether the mission may be tasked on crime here or in the text in force; few texts pass it."""
    force = review.reading.in_force
    return review.reading.position in TASKED or bool(force and force.reading.position in TASKED)


@once.for_each_review
def of(review: Review) -> tuple[CrimeTask, ...]:
    """The mission's tasks on organized crime in this text and what is asked outside its lists, in the order of the text."""
    if review.reading.position not in TASKED:
        return ()
    reading = review.reading
    listed = [review.document.paragraphs[task.paragraph] for task in places.named(reading)]
    found = [_task(review, p, 0) for p in listed]
    found += [_task(review, p, start) for p, start in _outside(review, {p.index for p in listed})]
    return tuple(sorted((task for task in found if task.mentions), key=lambda task: task.paragraph))


def in_force(review: Review) -> tuple[str, tuple[str, ...]]:
    """The resolution whose tasks this text renews, and the labels of those on organized crime; "" and none without."""
    force = review.reading.in_force
    if not force:
        return "", ()
    return wording.resolution(force.symbol), tuple(task.label for task in places.named(force.reading))


def place(review: Review) -> str:
    """Where the tasks on organized crime stand, for a sentence: "38 (a) (iii) and 31"; "" where there are none."""
    parts = [task.label for task in of(review)]
    resolution, labels = in_force(review)
    if labels:
        parts.append(f"{wording.join(labels)} of {resolution}, renewed here")
    return wording.join(parts)


def conduct(text: str, start: int) -> bool:
    """Whether what stands at ``start`` is said of how the mission's own people behave."""
    if "olerance" not in text and "isconduct" not in text:
        return False
    return CONDUCT.search(text, max(0, start - CONDUCT_REACH), start) is not None


def _outside(review: Review, listed: set[int]) -> Iterator[tuple[Paragraph, int]]:
    """Paragraphs and items outside the lists in which the mission is asked, and where the request begins in each."""
    reading = review.reading
    for operative in reading.oc_operative:
        if operative.in_task_list or Addressee.MISSION not in operative.addressees:
            continue
        opening = review.document.paragraphs[operative.paragraph]
        start = _request(opening, reading)
        if start is None:
            continue
        for p in (opening, *review.document.items(opening)):
            if p.index in review.crime.paragraphs and p.index not in listed:
                yield p, start if p is opening else 0


def _request(p: Paragraph, reading: MissionReading) -> int | None:
    """Where the mission begins to be told something; None where another is told and the mission is only named."""
    for named in _named(reading.mission).finditer(p.text) if reading.mission else ():
        begin = max(0, named.start() - REACH)
        for asked in ASKING.finditer(p.text, begin, named.start()):
            if not re.search("[;:]", p.text[asked.end() : named.start()]):
                return asked.start()
    if REASON.match(p.text):
        clause = addressee.CLAUSE.search(p.text)
        return clause.start() if clause else None
    return None if reading.mission and ASKING_FIRST.match(p.text) else 0


@lru_cache(maxsize=512)
def _named(mission: MissionName) -> re.Pattern:
    """The mission by any of its names, or the one who leads it, but not as the owner of something."""
    forms = sorted(mission.forms, key=len, reverse=True)
    named = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    return re.compile(rf"\b(?:{named}|{addressee.REPRESENTATIVE})\b(?!['’]s)")


def _task(review: Review, p: Paragraph, start: int) -> CrimeTask:
    types = taxonomy.load()
    found = review.crime.paragraphs[p.index]
    named = tuple(
        m
        for m in found.mentions
        if types.organized_crime(m.crime_type)
        and m.span.start >= start
        and not _in_a_name(p.text, m)
        and not conduct(p.text, m.span.start)
    )
    kinds = tuple(dict.fromkeys(types.whole(m.crime_type) for m in named))
    return CrimeTask(p.index, p.label, kinds, named)


def _in_a_name(text: str, mention: Mention) -> bool:
    """Whether a crime is only named in a proper name: "the National Commission against Illicit Arms"."""
    if mention.span.text[0].islower() or mention.span.start == 0 or text[mention.span.start - 1] == "\n":
        return False
    words = [word for word in re.findall(r"[A-Za-z]+", mention.span.text) if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)
