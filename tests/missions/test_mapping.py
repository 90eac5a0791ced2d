"""Maps are drawn from rings of longitude and latitude: what is found by which name, what lies in the window, what is cut."""

import hashlib
import json
import tomllib
from pathlib import Path

import pytest
from django.conf import settings

from missions import mapping, reference

DATA = Path(reference.__file__).parent / "data"


def square(west: float, south: float, side: float = 4.0) -> list:
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(ring: list, **told) -> dict:
    return {"type": "Feature", "properties": told, "geometry": {"type": "MultiPolygon", "coordinates": [[ring]]}}


FEATURES = [
    feature(square(10, 0), iso3="KAR", name="Karesia"),
    feature(square(10, 0, 2), iso3="KAR", area="Ségou-Nord", also=["North Segou"]),
    feature(square(12, 0, 2), iso3="KAR", area="Kestrel"),
    feature(square(14, 0), iso3="NBI", name="Nambira"),
    feature(square(14, 0, 2), iso3="NBI", area="Kestrel"),
    feature(square(90, 50), iso3="FAR", name="Farland"),
]


@pytest.fixture
def shapes(tmp_path):
    path = tmp_path / "map.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": FEATURES}))
    return mapping.shapes(path)


@pytest.mark.parametrize("word", ["Segou Nord", "SÉGOU-NORD", "région de Ségou-Nord", "north segou province"])
def test_an_area_is_found_whatever_its_accents_capitals_and_the_word_for_what_it_is(shapes, word):
    assert mapping.find(word, "KAR", shapes).name == "Ségou-Nord"


def test_an_area_is_sought_in_its_own_country_and_by_its_whole_name(shapes):
    assert mapping.find("Kestrel", "NBI", shapes) is not mapping.find("Kestrel", "KAR", shapes)
    assert [mapping.find(word, "KAR", shapes) for word in ("Ségou", "Karesia", "", "region")] == [None] * 4


def test_a_map_shows_the_country_its_areas_and_what_lies_around_and_nothing_far_away(shapes):
    drawn = mapping.draw(["KAR"], shapes)
    assert [d.shape.name for d in drawn.hosts] == ["Karesia"]
    assert [d.shape.name for d in drawn.areas] == ["Ségou-Nord", "Kestrel"]
    assert [d.shape.name for d in drawn.around] == ["Nambira"]
    assert max(drawn.width, drawn.height) <= mapping.WIDTH


def test_a_neighbour_is_drawn_as_far_as_the_edge_of_the_map(shapes):
    drawn = mapping.draw(["KAR"], shapes)
    xs = [float(pair.split(",")[0]) for pair in drawn.around[0].path.strip("MZ").split()]
    assert max(xs) == pytest.approx(drawn.width, abs=1)


def test_a_country_that_the_file_does_not_hold_is_named_and_without_any_there_is_no_map(shapes):
    assert mapping.draw(["KAR", "XXX"], shapes).missing == ("XXX",)
    assert mapping.draw(["XXX"], shapes) is None
    assert mapping.draw([], shapes) is None


def test_a_ring_across_the_antimeridian_is_cut_into_one_on_each_side():
    ring = [(178.0, 0.0), (-178.0, 0.0), (-178.0, 2.0), (178.0, 2.0)]
    parts = mapping.cut(ring)
    spans = sorted((min(x for x, _ in part), max(x for x, _ in part)) for part in parts)
    assert spans == [(-180.0, -178.0), (178.0, 180.0)]
    assert mapping.cut([(1.0, 1.0), (2.0, 1.0), (2.0, 2.0)]) == [[(1.0, 1.0), (2.0, 1.0), (2.0, 2.0)]]


def test_what_is_clipped_keeps_what_lies_in_the_box_alone():
    ring = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
    assert set(mapping.clip(ring, (1.0, 1.0, 9.0, 9.0))) == {(1.0, 1.0), (4.0, 1.0), (4.0, 4.0), (1.0, 4.0)}
    assert mapping.clip(ring, (5.0, 5.0, 9.0, 9.0)) == []


def test_the_file_that_comes_along_is_the_one_that_was_made_and_small():
    listed = {}
    for package in tomllib.loads((DATA / "VENDOR.toml").read_text()).values():
        assert package["version"] and package["licence"] and package["source"]
        listed |= package["sha256"]
    assert listed == {"map.geojson": hashlib.sha256((DATA / "map.geojson").read_bytes()).hexdigest()}
    assert (DATA / "map.geojson").stat().st_size < 300_000


def test_every_country_of_the_register_can_be_drawn_in_less_than_sixty_kilobytes():
    shapes = mapping.shapes(settings.MAP_FILE)
    register = reference.load()
    for iso3 in (country["iso3"] for country in register.countries):
        drawn = mapping.draw([iso3], shapes)
        assert drawn.areas, iso3
    for mission in register.missions:
        if drawn := mapping.draw(mission["countries"], shapes):
            parts = (*drawn.around, *drawn.areas, *drawn.hosts)
            assert drawn.missing == () and sum(len(part.path) for part in parts) < 55_000, mission["acronym"]


def test_neighbouring_areas_share_their_border_after_simplification():
    told = {s.name: s for s in mapping.shapes(settings.MAP_FILE) if s.iso3 == "MLI" and s.is_area}
    gao, kidal = ({point for ring in told[name].rings for point in ring} for name in ("Gao", "Kidal"))
    assert len(gao & kidal) >= 3
