"""What the crimes on which a mission is to act take, and which of it nobody covers: what OC403 to OC405 ask and say."""

from collections.abc import Iterator
from datetime import date

from mandates.analysis import asked, tasked, wording
from mandates.analysis.values import RANKED_KINDS, Cover, Expertise, Register, Review, Span
from mandates.rules import quotes
from mandates.rules.base import Hit, Precondition

MOST = 3  # fields of which the message tells more than the name

DAY = date(2032, 7, 1)  # of the registers made up for the examples
LANGUAGES = ("French", "Karesian")


def made_up(*fields: Expertise) -> Register:
    """A register made up for an example: these fields of expertise, on a day in Karesia."""
    return Register(day=DAY, today=True, expertise=fields, languages=LANGUAGES)


def taken(review: Review) -> tuple[Expertise, ...]:
    """The fields of expertise that the crimes tasked take, in the order of the register; none where it knows no capacity."""
    crimes = set(tasked.crime_types(review)) if review.register.expertise else set()
    return tuple(field for field in review.register.expertise if field.crime_types & crimes)


ARE_HELD = Precondition(
    "the text is a draft or its mission's mandate in force, capacities of the mission are recorded, and the text, or the one whose "
    "tasks it renews, tells the mission to act on a crime of which the catalogue says what it takes",
    lambda review: review.kind in RANKED_KINDS and bool(taken(review)),
)


def hit(review: Review, cover: Cover, says: str) -> Iterator[Hit]:
    """One finding on the fields with this cover; ``says`` is what holds for them: "nobody is there or promised"."""
    fields = taken(review)
    found = [field for field in fields if field.cover is cover]
    if not found:
        return
    unknown = sum(field.cover is Cover.NOT_KNOWN for field in fields)
    day = f"{review.register.day.day} {review.register.day:%B %Y}"
    yield Hit(
        f"{wording.capital(wording.join([field.label for field in found]))}: {says} ({_share(len(found), len(fields))} of expertise "
        f"that the mission's tasks on organized crime take, {tasked.where(review)}; as recorded on {day}{_unknown(unknown)})."
        f"{_reasons(found)}",
        _spans(review),
        searched=f"The capacities of the mission that are recorded, as they stand on {day}.",
    )


def _spans(review: Review) -> tuple[Span, ...]:
    """The words that make the need: of the text's own tasks, else where it renews those in force."""
    own = quotes.crime(review, (place.paragraph for place in asked.find(review)))
    if own or not review.reading.in_force:
        return own
    return quotes.renewal(review, wording.resolution(review.reading.in_force.symbol))


def _share(part: int, of: int) -> str:
    """
    >>> _share(1, 1), _share(2, 2), _share(3, 3), _share(1, 3)
    ('the one field', 'both fields', 'all 3 fields', '1 of the 3 fields')
    """
    if part < of:
        return f"{part} of the {of} fields"
    return {1: "the one field", 2: "both fields"}.get(of, f"all {of} fields")


def _unknown(number: int) -> str:
    return f"; of {number} more it is not known" if number else ""


def _reasons(found: list[Expertise]) -> str:
    """What is recorded of the best capacity for each, with its numbers and days; once where one capacity is the best for several."""
    told = list(dict.fromkeys(field.sentence for field in found if field.sentence))
    more = f" And {len(told) - MOST} more." if len(told) > MOST else ""
    return "".join(f" {sentence}" for sentence in told[:MOST]) + more
