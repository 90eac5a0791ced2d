from datetime import date

import pytest

from mandates.analysis import pipeline, predecessor
from mandates.analysis.values import Adopted
from tests.mandates.analysis.comparing.texts import NAMBIRA
from tests.mandates.analysis.conftest import clean_text

TERM = "30 June 2031"
LATER = NAMBIRA.replace(TERM, "30 June 2032")
HEAD = "The Security Council,\nRecalling its previous resolutions on the situation in Nambira,\n"
EXTENSION = (
    HEAD
    + """\
1. Decides to extend the mandate of the United Nations Mission in Nambira (UNMINA){source} until 31 March 2032;
2. Decides to remain seized of the matter.
"""
)
SANCTIONS = (
    HEAD
    + """\
1. Decides to renew until 30 June 2032 the measures on travel and assets imposed by paragraph 9 of resolution 9000 (2029);
2. Requests the Panel of Experts to cooperate with the United Nations Mission in Nambira (UNMINA);
3. Decides to remain seized of the matter.
"""
)
OTHER_MISSION = NAMBIRA.replace("Mission in Nambira (UNMINA)", "Office in Karesia (UNOKAR)").replace("UNMINA", "UNOKAR")


def adopted(number: int, text: str, day: date | None = None) -> Adopted:
    symbol = f"S/RES/{number} ({2020 + number % 10})"
    return Adopted(symbol, day or number, pipeline.parse(clean_text(f"S/RES/{number} ({2020 + number % 10})\n{text}")))


def found(newer: Adopted, *held: Adopted) -> str | None:
    mission = newer.reading.tasks.missions[0].mission
    assert mission and mission.acronym == "UNMINA"
    made = predecessor.predecessor(newer.reading, mission, held)
    return made.symbol if made else None


def test_the_latest_earlier_text_of_the_mission_is_found_in_any_order():
    series = [adopted(number, NAMBIRA) for number in (9003, 9001, 9002)]
    assert found(adopted(9004, NAMBIRA), *series) == "S/RES/9003 (2023)"
    assert found(adopted(9003, NAMBIRA), *series) == "S/RES/9002 (2022)"


def test_a_later_text_and_the_text_itself_are_none():
    assert found(adopted(9001, NAMBIRA), adopted(9001, NAMBIRA), adopted(9002, NAMBIRA)) is None


@pytest.mark.parametrize("text", [SANCTIONS, OTHER_MISSION])
def test_a_sanctions_text_and_another_missions_text_are_passed_over(text):
    assert found(adopted(9004, NAMBIRA), adopted(9001, NAMBIRA), adopted(9003, text)) == "S/RES/9001 (2021)"


def test_a_pure_extension_is_followed_to_the_text_before_it():
    extension = adopted(9003, EXTENSION.format(source=""))
    assert found(adopted(9004, NAMBIRA), adopted(9002, NAMBIRA), extension) == "S/RES/9002 (2022)"


def test_an_extension_that_names_its_source_is_followed_to_it():
    extension = adopted(9003, EXTENSION.format(source=" as set out in resolution 9001 (2021)"))
    assert (
        found(adopted(9004, NAMBIRA), adopted(9001, NAMBIRA), adopted(9002, NAMBIRA), extension) == "S/RES/9001 (2021)"
    )


def test_an_extension_that_gives_the_mission_a_task_changes_the_mandate():
    told = EXTENSION.format(source="").replace(
        "2. Decides", "2. Requests UNMINA to count abandoned mines in the eastern hills;\n3. Decides"
    )
    assert found(adopted(9004, NAMBIRA), adopted(9002, NAMBIRA), adopted(9003, told)) == "S/RES/9003 (2023)"


def drafted(text: str) -> Adopted:
    made = Adopted("S/2023/17", 9003, pipeline.parse(clean_text(f"S/2023/17\nDraft resolution\n{text}")))
    assert made.reading.document.draft
    return made


def test_a_draft_is_never_a_predecessor_and_comes_after_what_was_adopted():
    draft = drafted(LATER)
    assert found(adopted(9004, NAMBIRA), adopted(9001, NAMBIRA), draft) == "S/RES/9001 (2021)"
    assert found(draft, adopted(9001, NAMBIRA), adopted(9002, NAMBIRA)) == "S/RES/9002 (2022)"
    assert found(draft, adopted(9001, NAMBIRA), adopted(9007, NAMBIRA)) == "S/RES/9001 (2021)"


def test_what_a_draft_became_is_not_its_predecessor_nor_is_anything_later():
    became, later = adopted(9003, LATER), adopted(9013, LATER.replace("30 June 2032", "30 June 2033"))
    assert found(drafted(LATER), adopted(9002, NAMBIRA), became, later) == "S/RES/9002 (2022)"


def test_a_resolution_that_a_draft_names_was_there_before_it():
    naming = LATER.replace(
        "Recalling its previous resolutions", "Recalling its resolution 9003 (2023) and previous resolutions"
    )
    assert found(drafted(naming), adopted(9002, NAMBIRA), adopted(9003, LATER)) == "S/RES/9003 (2023)"


def test_without_an_end_of_mandate_a_draft_is_known_in_what_it_became_by_its_words():
    endless = NAMBIRA.replace(f" until {TERM}", "")
    assert endless != NAMBIRA
    reworded = endless.replace("civilians", "people").replace("authorities", "people in office")
    assert found(drafted(endless), adopted(9002, reworded), adopted(9003, endless)) == "S/RES/9002 (2022)"


def test_no_text_is_read_that_need_not_be():
    class Unread:
        symbol, when = "S/RES/9001 (2021)", 9001

        @property
        def reading(self):
            raise AssertionError

    assert found(adopted(9004, NAMBIRA), Unread(), adopted(9003, NAMBIRA)) == "S/RES/9003 (2023)"


def test_dates_serve_as_well_as_numbers():
    series = [adopted(9001, NAMBIRA, date(2021, 5, 1)), adopted(9002, NAMBIRA, date(2022, 5, 1))]
    assert found(adopted(9003, NAMBIRA), *series) == "S/RES/9002 (2022)"


def test_without_a_mission_there_is_no_predecessor():
    reading = pipeline.parse(clean_text(SANCTIONS))
    assert predecessor.predecessor(reading, None, [adopted(9001, NAMBIRA)]) is None
