"""Where the partners that a person may see work: on the map of the host countries, and in the table behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from capacities.models import Partner
from language.marks import marked
from language.said import say
from missions import mapping
from missions.mapping import Map, Shape
from missions.models import Country

# What a map of these countries has to say, as maps of the United Nations do; each country by its ISO 3166-1 alpha-3 code.
NOTES = {
    "SDN": marked("The border between Sudan and South Sudan and the status of the Abyei area are not settled."),
    "SSD": marked("The border between Sudan and South Sudan and the status of the Abyei area are not settled."),
    "IND": marked("The parties have not agreed on the status of Jammu and Kashmir."),
    "PAK": marked("The parties have not agreed on the status of Jammu and Kashmir."),
    "ESH": marked("Western Sahara is a Non-Self-Governing Territory."),
}
BORDERS = (
    marked(
        "Boundaries, names and designations on this map do not mean that the United Nations endorses or accepts them."
    ),
    marked("Geometry: Natural Earth, simplified."),
)
HEAD = (
    *(marked("Area"), marked("Country"), marked("On the map")),
    *(marked("Partner"), marked("Kind"), marked("Engagement")),
)
NARROWEST, TITLE, LINE = 680, 64, 18  # of the file: so that its words find room; above the map; each line below it


@dataclass(slots=True)
class Place:
    """An area, by the name that the map or, where it has none, the partner gives it, with who works there. ``country`` is its English
    name."""

    name: str
    country: str
    partners: list[Partner] = field(default_factory=list)
    at: tuple[float, float] | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class PartnerMap:
    """``places`` are drawn, ``elsewhere`` not found on the map; ``nowhere`` are partners that name no area."""

    map: Map | None
    places: list[Place]
    elsewhere: list[Place]
    nowhere: list[Partner]
    notes: list[str]

    @property
    def borders(self) -> list[str]:
        """What is said of the borders, wherever the map goes."""
        return [say(sentence) for sentence in (BORDERS[0], *self.notes, BORDERS[1])]

    @property
    def paper(self) -> tuple[int, int]:
        """Width and height of the map as a file, with what is said above and below it."""
        return max(self.map.width, NARROWEST), TITLE + self.map.height + LINE * (len(self.borders) + 2)

    @property
    def rows(self) -> list[Place]:
        """The table: places on the map, then the others, then those who name none, as a place without a name."""
        return [*self.places, *self.elsewhere, *([Place("", "", self.nowhere)] if self.nowhere else [])]

    @property
    def lines(self) -> list[tuple]:
        """The table as the columns of ``HEAD``, a line for each area and partner."""
        return [
            (
                place.name or say("no area named"),
                say(place.country),
                say("yes") if place.at else say("no"),
                *_told(partner),
            )
            for place in self.rows
            for partner in place.partners
        ]


def of(hosts: Sequence[Country], partners: Sequence[Partner], shapes: Sequence[Shape]) -> PartnerMap:
    """The map of the host countries. ``partners``: a row for each partner and host country that it works in (``iso3``)."""
    drawn = mapping.draw([country.iso3 for country in hosts], shapes)
    found: dict[Shape, Place] = {}
    elsewhere: dict[str, Place] = {}
    names = {country.iso3: country.name for country in hosts}
    for partner in partners:
        for word in partner.areas:
            shape = mapping.find(word, partner.iso3, shapes)
            if shape:
                place = found.setdefault(shape, Place(shape.name, names[shape.iso3]))
            elif any(mapping.find(word, country.iso3, shapes) for country in hosts):
                continue  # an area of another host country, which has a row of its own
            else:
                place = elsewhere.setdefault(mapping.plain(word), Place(word, names[partner.iso3]))
            if partner.pk not in {held.pk for held in place.partners}:
                place.partners.append(partner)
    for area in drawn.areas if drawn else ():
        if area.shape in found:
            found[area.shape].at, found[area.shape].path = area.middle, area.path
    nowhere = list({partner.pk: partner for partner in partners if not partner.areas}.values())
    notes = list(dict.fromkeys(NOTES[country.iso3] for country in hosts if country.iso3 in NOTES))
    order = {"key": lambda place: mapping.plain(place.name)}
    return PartnerMap(drawn, sorted(found.values(), **order), sorted(elsewhere.values(), **order), nowhere, notes)


def _told(partner: Partner) -> tuple[str, str, str]:
    return partner.name, str(partner.get_kind_display()), str(partner.get_engagement_display())
