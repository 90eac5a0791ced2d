"""A seed settles the draws of texts on missions; words and numbers alone decide what may be drawn."""

from pathlib import Path

import pytest

from evaluation import draw_tasks
from evaluation.corpus import texts

RENEWAL = """The Security Council,

Recalling its resolution 2901 (2027),

1. Decides to extend the mandate of the United Nations Mission in Karesia until May 2030;

2. Decides to remain seized of the matter.
"""
LISTED = RENEWAL.replace("2. Decides", "2. Asks for:\n\n(a) a plan;\n\n(b) a budget;\n\n3. Decides")
OTHER = RENEWAL.replace("extend the mandate of the United Nations Mission in Karesia", "keep the embargo in place")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "resolutions"
    folder.mkdir()
    for position in range(30):
        text = (RENEWAL, LISTED, OTHER)[position % 3]
        (folder / f"S-RES-{700 + position}-{1985 + position}.txt").write_text(text)
    return tmp_path


def test_only_texts_that_speak_of_a_missions_mandate_are_drawn_and_none_before_1990(corpus):
    pooled = draw_tasks.pool(texts(corpus), "renewals")
    assert len(pooled) == 16
    assert all((int(symbol[6:9]) - 700) % 3 != 2 and int(symbol[-5:-1]) >= 1990 for symbol, _ in pooled)


def test_mandates_have_a_lettered_list_and_stand_since_1999(corpus):
    pooled = draw_tasks.pool(texts(corpus), "mandates")
    assert pooled
    assert all((int(symbol[6:9]) - 700) % 3 == 1 and int(symbol[-5:-1]) >= 1999 for symbol, _ in pooled)


def test_paragraphs_are_drawn_by_symbol_and_number(corpus):
    pooled = draw_tasks.pool(texts(corpus), "paragraphs")
    assert ("S/RES/706 (1991)", "1") in pooled and ("S/RES/707 (1992)", "2") in pooled


def test_the_same_seed_draws_the_same_whatever_the_order_of_the_pool(corpus):
    pooled = draw_tasks.pool(texts(corpus), "renewals")
    drawn = draw_tasks.draw(pooled, 7, 5)
    assert drawn == draw_tasks.draw(pooled[::-1], 7, 5) and len(set(drawn)) == 5
    assert drawn != draw_tasks.draw(pooled, 8, 5)


def test_the_command_prints_the_seed_and_the_draw_and_refuses_too_small_a_folder(corpus, capsys):
    assert draw_tasks.main(["renewals", "--corpus", str(corpus), "--seed", "7", "--count", "5"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "seed 7, 5 of 16" and len(printed) == 6
    assert draw_tasks.main(["mandates", "--corpus", str(corpus)]) == 2
    assert "are asked for" in capsys.readouterr().err


def test_the_operative_part_ends_at_the_annex():
    assert draw_tasks.operative("Recalling\n1. One;\n2. Two.\nAnnex\n1. Three") == "1. One;\n2. Two.\n"
