"""A seed settles the draw; the counts hold; labelled years and other sources stay out."""

import random
from pathlib import Path

import pytest

from evaluation import draw
from evaluation.corpus import texts


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Five texts a year from 1991 to 2020, and one text each of the sources that are not drawn."""
    for folder in ("resolutions", "paragraphs", "drafts"):
        (tmp_path / folder).mkdir()
    for position in range(150):
        year = 1991 + position // 5
        (tmp_path / "resolutions" / f"S-RES-{700 + position}-{year}.txt").write_text("The Security Council,")
    (tmp_path / "paragraphs" / "S-RES-2900-2019.json").write_text("[]")
    (tmp_path / "drafts" / "S_2019_77.pdf").write_bytes(b"%PDF-")
    return tmp_path


def drawn(corpus: Path, seed: int = 7, count: int = 60, after_2000: int = 20) -> list[str]:
    return [text.symbol for text in draw.draw(texts(corpus), seed, count, after_2000)]


def years(symbols: list[str]) -> list[int]:
    return [int(symbol[-5:-1]) for symbol in symbols]


def test_the_same_seed_gives_the_same_draw_in_the_same_order(corpus):
    assert drawn(corpus) == drawn(corpus)


def test_another_seed_gives_another_draw(corpus):
    assert drawn(corpus, seed=8) != drawn(corpus, seed=7)


def test_the_order_in_which_texts_are_found_does_not_matter(corpus):
    found = list(texts(corpus))
    random.Random(1).shuffle(found)
    assert [text.symbol for text in draw.draw(found, 7, 60, 20)] == drawn(corpus)


@pytest.mark.parametrize("after_2000", [0, 20, 59, 60])
def test_as_many_texts_as_asked_are_drawn_once_each_and_enough_of_them_recent(corpus, after_2000):
    symbols = drawn(corpus, after_2000=after_2000)
    assert len(set(symbols)) == len(symbols) == 60
    assert sum(year > 2000 for year in years(symbols)) >= after_2000


def test_where_chance_gives_enough_recent_texts_the_number_asked_for_changes_nothing(corpus):
    assert drawn(corpus, after_2000=1) == drawn(corpus, after_2000=0)


def test_a_larger_count_keeps_what_a_smaller_one_drew(corpus):
    assert set(drawn(corpus, count=60, after_2000=55)) <= set(drawn(corpus, count=70, after_2000=58))


def test_the_years_labelled_elsewhere_and_the_sources_that_are_no_resolution_text_stay_out(corpus):
    symbols = drawn(corpus, count=140)
    assert len(symbols) == 140
    assert not {2013, 2015} & set(years(symbols))
    assert "S/RES/2900 (2019)" not in symbols


@pytest.mark.parametrize(("count", "after_2000"), [(141, 0), (140, 91), (10, 11), (10, -1)])
def test_more_than_the_folder_holds_is_refused(corpus, count, after_2000):
    with pytest.raises(ValueError):
        drawn(corpus, count=count, after_2000=after_2000)


def test_the_command_prints_the_seed_and_then_the_symbols(corpus, capsys):
    asked = ["--corpus", str(corpus), "--seed", "7", "--count", "60", "--after-2000", "20"]
    assert draw.main(asked) == 0
    assert capsys.readouterr().out.splitlines() == ["seed 7", *drawn(corpus)]


def test_the_command_refuses_an_empty_folder(tmp_path, capsys):
    assert draw.main(["--corpus", str(tmp_path)]) == 2
    assert "too few" in capsys.readouterr().err
