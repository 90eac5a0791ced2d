"""The project's own list of sanctions regimes is laid beside real texts by mission and day, and nothing of today is."""

from evaluation import situations
from mandates.analysis import pipeline, read
from mandates.analysis.values import Register

TEXT = """S/RES/{number} ({year})

{day}

The Security Council,

1. Decides to extend the mandate of the United Nations Multidimensional Integrated Stabilization Mission in the Central African
Republic ({mission}) until 15 November;

2. Decides that the mandate of {mission} shall include the following priority tasks:

(a) To protect civilians;

(b) To train the police;

3. Decides to remain seized of the matter.
"""


def beside(number: int, year: int, mission: str = "MINUSCA") -> Register:
    symbol = f"S/RES/{number} ({year})"
    text = TEXT.format(number=number, year=year, day=f"15 November {year}", mission=mission)
    return situations.register(symbol, pipeline.parse(read.read(text.encode(), "text.txt")))


def test_a_mission_is_beside_the_regimes_of_its_countries_as_they_stood():
    [regime] = beside(2600, 2021).regimes
    assert [c.citation for c in regime.criteria] == ["S/RES/2134 (2014), paragraph 37 (d)"]
    assert regime.panel.access == ""  # the clause that is held is of a later text
    assert beside(2100, 2013).regimes == ()


def test_a_mission_that_is_not_on_the_register_is_beside_nothing():
    assert beside(2600, 2021, "MINUKA").regimes == ()


def test_capacities_fius_and_partners_of_today_are_never_beside_a_text_of_another_day():
    known = beside(2600, 2021)
    assert not known.today
    assert (known.expertise, known.fius, known.partners) == ((), (), ())
