"""A map of some countries with their areas, drawn on the server: rings of longitude and latitude → paths of an SVG. Pure.

The file is GeoJSON: a feature for each country (``iso3``, ``name``) and for each area of one (``iso3``, ``area``, ``also``: other
names). The one that comes with the program is made by ``bin/make-map``; a deployer may name another (``MAP_FILE``).
"""

import json
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path

WIDTH, HEIGHT = 680, 520  # the most that a map takes
MARGIN = 0.1  # of the countries' extent that is shown around them
CLOSE = 0.6  # points nearer to each other than this are drawn as one
SPECK = 1.5  # what is smaller than this either way is not drawn, unless it is all there is
LETTER = 6.2  # about the width of one
# What an area is, which people write or leave out: "Gao region", "Province of Ghor".
GENERIC = frozenset(
    [
        "region",
        "province",
        "prefecture",
        "department",
        "departement",
        "governorate",
        "state",
        "county",
        "district",
        "oblast",
        "cercle",
        "of",
        "the",
        "de",
        "du",
        "la",
    ]
)

Point = tuple[float, float]
Ring = Sequence[Point]
Box = tuple[float, float, float, float]  # west, south, east, north


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A country, or an area of one. ``names`` are those by which an area is found, as ``plain`` makes them."""

    iso3: str
    name: str
    is_area: bool
    names: frozenset[str]
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shape as a path; ``at`` is where its name may stand, None where there is no room."""

    shape: Shape
    path: str
    at: Point | None
    middle: Point | None


@dataclass(frozen=True, slots=True)
class Map:
    """``around`` are countries beside those asked for; ``missing`` the ISO codes of which the file knows nothing."""

    width: int
    height: int
    around: tuple[Drawn, ...]
    areas: tuple[Drawn, ...]
    hosts: tuple[Drawn, ...]
    missing: tuple[str, ...]


def plain(name: str) -> str:
    """A name without accents, capitals, hyphens and words that only say what it is: “Région de Ségou” → “segou”."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in bare.replace("'", "").replace("’", "")).split()
    return " ".join(word for word in words if word not in GENERIC) or " ".join(words)


@cache
def shapes(path: Path) -> tuple[Shape, ...]:
    """Every shape of a file, read once."""
    return tuple(_shape(feature) for feature in json.loads(path.read_text(encoding="utf-8"))["features"])


def find(word: str, iso3: str, among: Iterable[Shape]) -> Shape | None:
    """The area of a country that has this name; None where none has, or the word is the country's own."""
    wanted = plain(word)
    return next((s for s in among if s.is_area and s.iso3 == iso3 and wanted in s.names), None)


def draw(countries: Collection[str], among: Sequence[Shape]) -> Map | None:
    """The map of some countries by ISO 3166-1 alpha-3 code; None where the file knows none of them."""
    hosts = [s for s in among if not s.is_area and s.iso3 and s.iso3 in countries]
    if not hosts:
        return None
    window = _window(hosts)
    areas = [s for s in among if s.is_area and s.iso3 in countries]
    around = [s for s in among if not s.is_area and s not in hosts]
    project, width, height = _projection(window)
    drawn = [[_drawn(shape, window, project) for shape in group] for group in (around, areas, hosts)]
    shown = [tuple(found for found in group if found.path) for group in drawn]
    known = {shape.iso3 for shape in hosts}
    return Map(width, height, *shown, missing=tuple(sorted(set(countries) - known)))


def _shape(feature: dict) -> Shape:
    told, held = feature["properties"], feature["geometry"]
    polygons = held["coordinates"] if held["type"] == "MultiPolygon" else [held["coordinates"]]
    outer = [[(x, y) for x, y, *_ in polygon[0]] for polygon in polygons]
    name = told.get("area") or told.get("name") or ""
    names = {plain(n) for n in (name, *told.get("also", ()))} if told.get("area") else set()
    rings = tuple(ring for one in outer for ring in cut(one))
    return Shape(told.get("iso3") or "", name, bool(told.get("area")), frozenset(names - {""}), rings)


def cut(ring: Ring) -> list[Ring]:
    """A ring that crosses the antimeridian, where longitude jumps from 180 to -180, as one on each side of it."""
    turned, shift = [ring[0]], 0
    for (x, _), (following, y) in pairwise(ring):
        shift += 360 if x - following > 180 else -360 if following - x > 180 else 0
        turned.append((following + shift, y))
    if all(-180 <= x <= 180 for x, _ in turned):
        return [ring]
    world = (-180.0, -90.0, 180.0, 90.0)
    moved = [[(x + turn, y) for x, y in turned] for turn in (-360, 0, 360)]
    return [part for part in (clip(one, world) for one in moved) if part]


def clip(ring: Ring, box: Box) -> Ring:
    """What of a ring lies in a box, its edges along the box's where it leaves it; empty where nothing does."""
    west, south, east, north = box
    for axis, limit, above in ((0, west, True), (0, east, False), (1, south, True), (1, north, False)):
        ring = _clipped(ring, axis, limit, above)
        if not ring:
            return []
    return ring


def _clipped(ring: Ring, axis: int, limit: float, above: bool) -> list[Point]:
    """The part of a ring on one side of a line, after Sutherland and Hodgman."""
    made: list[Point] = []
    for before, point in zip([ring[-1], *ring[:-1]], ring, strict=True):
        inside, was = ((p[axis] >= limit) is above or p[axis] == limit for p in (point, before))
        if inside != was:
            part = (limit - before[axis]) / (point[axis] - before[axis])
            crossing = [before[i] + part * (point[i] - before[i]) for i in (0, 1)]
            crossing[axis] = limit
            made.append((crossing[0], crossing[1]))
        if inside:
            made.append(point)
    return made


def _window(hosts: Sequence[Shape]) -> Box:
    xs = [x for shape in hosts for ring in shape.rings for x, _ in ring]
    ys = [y for shape in hosts for ring in shape.rings for _, y in ring]
    margin = MARGIN * max(max(xs) - min(xs), max(ys) - min(ys))
    return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin


def _projection(window: Box):
    """Equirectangular, true to scale in the middle of the window: small countries keep their form."""
    west, south, east, north = window
    narrower = cos(radians((south + north) / 2))
    scale = min(WIDTH / ((east - west) * narrower), HEIGHT / (north - south))

    def project(point: Point) -> Point:
        return (point[0] - west) * narrower * scale, (north - point[1]) * scale

    x, y = project((east, south))
    return project, round(x), round(y)


def _drawn(shape: Shape, window: Box, project) -> Drawn:
    inside = [[project(point) for point in clip(ring, window)] for ring in shape.rings if _meets(ring, window)]
    parts = [part for part in (_thinned(ring) for ring in inside) if len(part) > 2]
    large = [part for part in parts if max(_extent(part)) > SPECK]
    largest = max(parts, key=_size, default=None)
    path = "".join(f"M{' '.join(f'{x:.1f},{y:.1f}' for x, y in part)}Z" for part in large or parts)
    middle, width = _middle(largest) if largest else (None, 0)
    room = width > LETTER * len(shape.name) + 8 and _extent(largest)[1] > 18
    return Drawn(shape, path, middle if room else None, middle)


def _meets(ring: Ring, box: Box) -> bool:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs) < box[2] and max(xs) > box[0] and min(ys) < box[3] and max(ys) > box[1]


def _thinned(ring: Ring) -> list[Point]:
    made: list[Point] = []
    for point in ring:
        if not made or hypot(point[0] - made[-1][0], point[1] - made[-1][1]) >= CLOSE:
            made.append(point)
    return made


def _extent(ring: Ring) -> Point:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(xs) - min(xs), max(ys) - min(ys)


def _size(ring: Ring) -> float:
    turned = [*ring[1:], ring[0]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, turned, strict=True))) / 2


def _middle(ring: Ring) -> tuple[Point, float]:
    """The middle of the widest stretch along the horizontal through the centre, which lies within, and how wide it is."""
    height = sum(y for _, y in ring) / len(ring)
    turned = [*ring[1:], ring[0]]
    crossed = sorted(
        ax + (height - ay) / (by - ay) * (bx - ax)
        for (ax, ay), (bx, by) in zip(ring, turned, strict=True)
        if (ay > height) != (by > height)
    )
    start, end = max(zip(crossed[::2], crossed[1::2], strict=False), key=lambda pair: pair[1] - pair[0])
    return (round((start + end) / 2, 1), round(height, 1)), end - start
