"""With whom a text tells its mission to act on organized crime.

Partners stand in the places that ask it and in the chapeaux above them: who is beside the mission ("in coordination with
UNODC"), and who is told the same ("Calls upon the Government and UNMIKA to"). Whoever is told to act on organized crime
together with the mission is its partner too. Whom it is told to help is none.
"""

from collections.abc import Iterator

from mandates.analysis import addressee, asked, once, partner_kinds
from mandates.analysis.partner_kinds import Partner
from mandates.analysis.values import Addressee, Paragraph, Review, Span

KINDS = {
    Addressee.HOST_STATE: "national",
    Addressee.MEMBER_STATES: "states",
    Addressee.UN_ENTITIES: "united_nations",
}


@once.for_each_review
def find(review: Review) -> tuple[Partner, ...]:
    """The partners, in the order of the text, each place once."""
    places = asked.find(review)
    read = dict.fromkeys(index for place in places for index in (*place.around, place.paragraph))
    found = [partner for index in read for partner in partner_kinds.find(index, _text(review, index))]
    told = {a.paragraph: a.addressees for a in review.addresses}
    for place in places:
        if not place.around and not place.task and Addressee.HOST_STATE in told.get(place.paragraph, ()):
            found += _told((Addressee.HOST_STATE,), asked.verb(review, place).span)
    names = review.reading.mission.forms if review.reading.mission else ()
    found += _with_the_mission(review, set(read), told, names) if places and names else ()
    return tuple(dict.fromkeys(p for p in found if p.span.text not in names))


def communities(review: Review) -> Iterator[Span]:
    """Where the mission is told to work with communities or civil society, on anything, or to strengthen civil society."""
    reading = review.reading
    told = {*(t.paragraph for t in reading.tasks), *reading.stand_alone}
    told |= {
        a.paragraph
        for a in review.addresses
        if Addressee.MISSION in a.addressees and a.strength >= addressee.ADDRESSING
    }
    for p in review.document.operative():
        if p.index in told or _opener(review, p) in told:
            yield from partner_kinds.communities(p.index, p.text)


def communities_on_crime(review: Review) -> bool:
    """Whether communities or civil society are partners where the mission is asked, or where a paragraph is about crime."""
    read = {index for place in asked.find(review) for index in (place.paragraph, *place.around)}
    read |= {p.index for p in review.document.operative() if _is_about_crime(review, p.index)}
    return any(p.kind.community for index in read for p in partner_kinds.find(index, _text(review, index)))


def _opener(review: Review, p: Paragraph) -> int:
    """The numbered paragraph that holds this one."""
    while p.parent is not None:
        p = review.document.paragraphs[p.parent]
    return p.index


def _is_about_crime(review: Review, index: int) -> bool:
    crime = review.crime.paragraphs.get(index)
    return crime is not None and crime.organized_crime and crime.subject


def _told(addressees: tuple[Addressee, ...], words: Span) -> Iterator[Partner]:
    """Those who are told something, as partners whose words are those that bind them to the mission."""
    kinds = partner_kinds.load().kinds
    yield from (Partner(words, kinds[KINDS[who]]) for who in addressees if who in KINDS)


def _with_the_mission(
    review: Review, read: set[int], told: dict[int, tuple[Addressee, ...]], names: tuple[str, ...]
) -> Iterator[Partner]:
    """Who is told to act on organized crime "in coordination with UNMIKA"."""
    for crime in review.reading.oc_operative:
        text = _text(review, crime.paragraph)
        if crime.paragraph in read or not any(name in text for name in names):
            continue
        if beside := partner_kinds.beside(crime.paragraph, text, names):
            yield from _told(told.get(crime.paragraph, ()), beside)


def _text(review: Review, index: int) -> str:
    return review.document.paragraphs[index].text
