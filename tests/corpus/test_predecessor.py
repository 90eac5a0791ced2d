"""The predecessor within two real series, with texts of other missions and other kinds among those held."""

import pytest

from mandates.analysis import pipeline, predecessor, read
from mandates.analysis.values import Adopted

HELD = [
    *(
        f"resolutions/S-RES-{name}.txt"
        for name in (
            "2480-2019", "2100-2013", "2112-2013", "2127-2013", "2134-2014", "2149-2014", "2164-2014", "2217-2015",
            "2226-2015", "2227-2015", "2228-2015", "2364-2017", "2423-2018",
        )
    ),
    *(f"paragraphs/S-RES-{name}.json" for name in ("2272-2016", "2690-2023", "2709-2023", "2745-2024")),
]  # fmt: skip
# text, mission, its predecessor among those; the resolutions of some years are not among them
SERIES = [
    ("S/RES/2100 (2013)", "MINUSMA", None),
    ("S/RES/2164 (2014)", "MINUSMA", "S/RES/2100 (2013)"),
    ("S/RES/2227 (2015)", "MINUSMA", "S/RES/2164 (2014)"),
    ("S/RES/2423 (2018)", "MINUSMA", "S/RES/2364 (2017)"),
    ("S/RES/2480 (2019)", "MINUSMA", "S/RES/2423 (2018)"),
    ("S/RES/2690 (2023)", "MINUSMA", "S/RES/2480 (2019)"),
    ("S/RES/2149 (2014)", "MINUSCA", None),  # the offices and the force before it are other missions
    ("S/RES/2217 (2015)", "MINUSCA", "S/RES/2149 (2014)"),
    ("S/RES/2709 (2023)", "MINUSCA", "S/RES/2217 (2015)"),
    ("S/RES/2226 (2015)", "UNOCI", "S/RES/2112 (2013)"),
]


@pytest.fixture(scope="module")
def held(corpus):
    readings = [pipeline.parse(read.read((corpus / file).read_bytes(), file)) for file in HELD]
    return {r.document.symbol: Adopted(r.document.symbol, r.document.adopted, r) for r in readings}


@pytest.mark.parametrize("symbol, acronym, expected", SERIES)
def test_the_predecessor_is_found(held, symbol, acronym, expected):
    reading = held[symbol].reading
    (mission,) = [b.mission for b in reading.tasks.missions if b.mission and b.mission.acronym == acronym]
    made = predecessor.predecessor(reading, mission, held.values())
    assert (made.symbol if made else None) == expected
