"""The agreed language of an adopted text: a Review → Precedent rows, one for each paragraph that names organized crime."""

import re
from dataclasses import replace

from mandates.analysis import partners, values
from mandates.models import Precedent, TextVersion
from mandates.searching.words import normal

Place = Precedent.Place
YEAR = re.compile(r"\((\d{4})\)")
POLICE = re.compile(r"\b(?:police|policing|UNPOL|gendarmerie|law enforcement)\b", re.IGNORECASE)
# what makes a mention of police one of what they can do
EXPERTISE = re.compile(
    r"\b(?:speciali[sz](?:ed|t)|expert(?:s|ise)?|forensic|intelligence|analy(?:sis|sts?|tical)|investigat(?:e|ive|ion|ions|ors)"
    r"|transnational crime units?|formed police|crime units?|training|capacity)\b",
    re.IGNORECASE,
)
ROLES = {values.Role.SUBJECT: Place.OWN_TASK, values.Role.CLAUSE: Place.CLAUSE}


def of(version: TextVersion, review: values.Review) -> list[Precedent]:
    """The rows of one adopted text, not yet saved. Annexes and headings are no language that a text could take over."""
    roles = {t.paragraph: t.role for reading in review.missions for t in reading.tasks}
    addresses = {address.paragraph: address for address in review.addresses}
    mission = review.reading.mission
    year = YEAR.search(version.mandate.symbol)
    rows = []
    for p in review.document.paragraphs:
        crime = review.crime.paragraphs.get(p.index)
        if (
            not crime
            or not crime.organized_crime
            or p.kind
            not in (
                values.ParagraphKind.PREAMBULAR,
                values.ParagraphKind.OPERATIVE,
            )
        ):
            continue
        root = _root(review.document, p)
        address = addresses.get(root.index)
        rows.append(
            Precedent(
                version=version,
                paragraph=p.index,
                label=p.label,
                anchor=p.anchor,
                text=p.text,
                chapeau="" if root is p else root.text.split("\n")[0],
                place=_place(p, roles.get(p.index), address),
                lead_verb=address.lead_verb if address else "",
                strength=address.strength if address else None,
                year=int(year[1]) if year else review.document.adopted and review.document.adopted.year,
                mission_name=(mission.acronym or mission.name)[:200] if mission else "",
                crime_types=listed(crime.crime_types),
                further_types=listed(crime.further_types),
                task_kinds=listed(crime.task_kinds),
                with_terrorism=crime.with_terrorism,
                names_police=bool(POLICE.search(p.text) and EXPERTISE.search(p.text)),
                names_partners=bool(partners.named(replace(review.document, paragraphs=(p,)), review.crime, mission)),
                searchable=normal(p.text),
            )
        )
    return rows


def listed(names: tuple[str, ...]) -> str:
    """Names between blanks, so that each is found by " name ".

    >>> listed(("gangs", "piracy"))
    ' gangs piracy '
    """
    return f" {' '.join(names)} " if names else ""


def _root(document: values.Document, paragraph: values.Paragraph) -> values.Paragraph:
    """The numbered paragraph in which an item stands; a paragraph that stands in none is its own."""
    while paragraph.parent is not None:
        paragraph = document.paragraphs[paragraph.parent]
    return paragraph


def _place(p: values.Paragraph, role: values.Role | None, address: values.Address | None) -> Place:
    if p.kind is values.ParagraphKind.PREAMBULAR:
        return Place.PREAMBLE
    if role in ROLES:
        return ROLES[role]
    addressed = address is not None and values.Addressee.MISSION in address.addressees
    return Place.MISSION if addressed else Place.OTHERS
