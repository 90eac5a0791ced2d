"""What people corrected counts as the reader's error until it reads so."""

import csv

import pytest

from evaluation import corrections
from tests.evaluation.test_renewals import LIST

COLUMNS = ("symbol", "label", "aspect", "read", "corrected")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "resolutions").mkdir()
    (tmp_path / "resolutions" / "S-RES-2901-2028.txt").write_text(LIST)

    def corrected(*rows):
        with (tmp_path / corrections.FILE).open("w", newline="") as file:
            csv.writer(file).writerows([COLUMNS, *rows])
        return tmp_path

    return corrected


def test_a_correction_that_the_reader_follows_by_now_is_mended_and_another_is_an_error(folder):
    made = corrections.measure(
        folder(
            ("S/RES/2901 (2028)", "2 (a)", "level", "2", "1"),
            ("S/RES/2901 (2028)", "2 (b)", "role", '"none"', '"subject"'),
            ("S/RES/2901 (2028)", "", "kind", '"mandate"', '"thematic"'),
            ("S/RES/2901 (2028)", "3", "addressees", "[]", '["host_state"]'),
        )
    )
    assert made["aspects"]["level"] == {"corrected": 1, "mended": 1}
    assert made["aspects"]["role"] == {"corrected": 1, "mended": 0}
    assert made["aspects"]["addressees"] == {"corrected": 1, "mended": 1}
    assert [(j["label"], j["read"]) for j in made["left"]] == [("2 (b)", '"none"'), ("", '"mandate"')]
    assert "role: 1 corrected, 0 of them mended by now" in corrections.lines(made)


def test_what_is_not_held_is_counted_apart(folder):
    made = corrections.measure(
        folder(
            ("S/RES/9999 (2031)", "1", "role", '"none"', '"subject"'),
            ("S/RES/2901 (2028)", "77", "role", '"none"', '"subject"'),
        )
    )
    assert (made["not_held"], made["left"]) == (2, [])


def test_without_a_file_it_says_so(tmp_path):
    assert corrections.lines(corrections.measure(tmp_path)) == [
        "no corrections.csv beside the texts: no installation has sent any"
    ]
