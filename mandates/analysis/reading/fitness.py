"""Whether a clean text can be reviewed: its language, and whether it is a resolution or presidential statement."""

import re
from collections import Counter

from mandates.analysis import tags
from mandates.analysis.reading import joining
from mandates.analysis.reading.lines import NUMBER
from mandates.analysis.reading.refusal import Unreadable
from mandates.analysis.values import CleanText, Hint

SAMPLE = 8_000  # characters looked at
MANY = 20  # where one word in so many is "the", a text is English
FEWEST_WORDS = 12
WORD = re.compile(r"[^\W\d_]+")
SCRIPTS = (
    ("Arabic", re.compile(r"[\u0600-\u06ff]")),
    ("Russian", re.compile(r"[\u0400-\u04ff]")),
    ("Chinese", re.compile(r"[\u4e00-\u9fff]")),
)
# words that are frequent in one language and none, or rare, in the others
STOP_WORDS = {
    name: frozenset(words.split())
    for name, words in {
        "English": "the of and to in that its for with on by which this all be is as from",
        "French": "le la les des du et à dans que qui pour par sur est une au aux ses leur sont",
        "Spanish": "el la los las del y en que por para con una su sus al se lo como más",
        "Portuguese": "o os do da dos das e em que para com uma seu sua ao não pela pelo",
        "German": "der die das und den von zu mit auf für ist im des dem nicht eine daß dass",
    }.items()
}
TITLE = re.compile(r"(?:(?:UN )?Security Council,? )?(?:Resolution |S/RES/)\d{1,4} \(\d{4}\)", re.I)
OPERATIVE = re.compile(
    r"(?:\w+ly |Further |Also |Once again |Hereby )*(?:Acknowledges|Affirms|Appeals|Approves|Authori[sz]es|Calls|"
    r"Commends|Condemns|Decides|Declares|Demands|Determines|Directs|Emphasi[sz]es|Encourages|Endorses|Establishes|Expresses|"
    r"Extends|Invites|Notes|Reaffirms|Recalls|Recogni[sz]es|Recommends|Reiterates|Renews|Requests|Stresses|Supports|Takes|"
    r"Underlines|Underscores|Urges|Welcomes)\b",
    re.I,
)


def check(text: CleanText) -> None:
    """Raise Unreadable("language") or Unreadable("not_a_resolution") for a text that a review would say nothing of."""
    language = _language(text.text[:SAMPLE])
    if language:
        raise Unreadable(
            "language", f"The text is in {language}, and only English is read: send the English version of the draft."
        )
    if not _is_resolution(text):
        raise Unreadable(
            "not_a_resolution",
            "The text is no resolution or presidential statement of the Security Council: send a draft that opens "
            "with “The Security Council” or has numbered operative paragraphs.",
        )


def _language(sample: str) -> str | None:
    """The language where it is not English; None where it is, or where there is too little to tell."""
    lower = sample.lower()
    if _evidently_english(lower):
        return None
    words = WORD.findall(lower)
    letters = sum(map(len, words))
    if not sample.isascii():
        for name, script in SCRIPTS:
            if letters and len(script.findall(sample)) * 3 > letters:
                return name
    if len(words) < FEWEST_WORDS:
        return None
    seen = Counter(words)
    counts = {name: sum(seen[word] for word in stops) for name, stops in STOP_WORDS.items()}
    best = max(counts, key=lambda name: counts[name])
    if best != "English" and counts[best] * 10 > len(words) and counts[best] > counts["English"] * 1.5:
        return best
    return None


def _evidently_english(lower: str) -> bool:
    """A quick look that spares nearly every text the counting of its words.

    "The" stands often enough, and more often than there are bytes of letters beyond the English ones.
    """
    articles = lower.count(" the ")
    beyond = len(lower.encode("utf-8", "surrogatepass")) - len(lower)
    return articles > beyond and articles * MANY > lower.count(" ") > FEWEST_WORDS * 2


def _is_resolution(text: CleanText) -> bool:
    """Whether the Council speaks and says something, or two operative paragraphs stand there without its opening."""
    opened = False
    operative = 0
    for block in text.blocks:
        if opening := joining.OPENING.match(block.text) or TITLE.match(block.text):
            opened = True
        if opened and block.hint is not Hint.FRONT and WORD.search(block.text, opening.end() if opening else 0):
            return True
        number = NUMBER.match(block.text) or tags.read(block.text)
        if number:
            alone = number.end() == len(block.text) and not block.text[0].isdigit()  # a tag on a line of its own
            operative += alone or OPERATIVE.match(block.text[number.end() :].lstrip()) is not None
    return operative >= 2
