"""What must hold for any bytes: held by made texts, and reported where the engine is made to break it."""

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation import damage, fuzz
from mandates.analysis import pipeline, read
from mandates.analysis.reading import furniture

TEXT = b"""The Security Council,

Recalling its resolution 3000 (2031) on the situation in Veldana and on trafficking in arms along the coast,

1. Decides to establish the United Nations Mission in Veldana (UNVEL) until 15 March 2033;

2. Decides that the mandate of UNVEL shall include the following priority tasks:
(a) To assist the authorities in combating organized crime and trafficking in gold across the borders;
(b) To protect civilians under threat of physical violence, without prejudice to the host State;

3. Decides to remain seized of the matter.
"""

# what a drafter's file may hold, in any order
PIECES = st.sampled_from(
    [
        "The Security Council,", "Recalling its resolution 3000 (2031),", "Acting under Chapter VII of the Charter,", "1. Decides", "2. Requests",
        "[3 bis.", "]", "(a)", "(i)", "a.", "–", "•", "to combat organized crime;", "trafficking in arms, gold and persons", "UNVEL", "(UNVEL)",
        "the Mission", "shall include the following tasks:", "PP4", "Annex", "S/RES/3001 (2031)", "12/34", "in paragraph 3 of resolution 3000 (2031)",
        "İstanbul", "“", "”", "ﬁ", "until 31 February 2031", "1,900 police", "9" * 30, "Page 2", "Footnotes", "1 See S/2031/5.", "-", "re-\n", "",
    ]
)  # fmt: skip
DRAFTS = st.lists(st.tuples(PIECES, st.sampled_from(["\n", " ", "\n\n", "\t", "\f", "\r\n"])), max_size=60).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def test_a_text_as_it_should_be_breaks_nothing():
    assert fuzz.broken(TEXT, "draft.txt") == []


@MANY
@given(DRAFTS)
def test_nothing_that_drafters_may_write_breaks_the_engine(draft):
    assert fuzz.broken(f"The Security Council,\n{draft}".encode(), "draft.txt") == []


@MANY
@given(st.binary(max_size=400))
def test_no_bytes_break_the_engine(data):
    assert fuzz.broken(data, "draft") == []
    assert fuzz.broken(TEXT + data, "draft.txt") == []


@pytest.mark.parametrize("mutation", damage.MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_no_mutation_breaks_the_engine(mutation):
    chance = random.Random(1)
    made = [mutation(chance, TEXT) for _ in range(20)]
    assert any(data != TEXT for data in made)
    assert [problem for data in made for problem in fuzz.broken(data, "draft.txt")] == []


def test_the_same_chance_makes_the_same_text():
    assert damage.mutate(random.Random(5), TEXT) == damage.mutate(random.Random(5), TEXT)


# --- each check speaks up


def test_an_exception_is_reported_by_its_place_and_without_words(monkeypatch):
    def fail(*_):
        raise ValueError("trafficking in gold")

    monkeypatch.setattr(pipeline, "judge", fail)
    [told] = fuzz.broken(TEXT, "draft.txt")
    assert told.startswith("engine: ValueError in test_fuzz.py") and "gold" not in told


def test_a_lost_line_is_reported(monkeypatch):
    whole = furniture.strip
    monkeypatch.setattr(furniture, "strip", lambda lines, opening: whole(lines, opening)[:-2])
    assert any(told.startswith("read: a line of") for told in fuzz.broken(TEXT, "draft.txt"))


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda ps: ps[:-2], "letters are lost"),
        (lambda ps: (*ps, *(replace(p, index=len(ps)) for p in ps)), "letters stand twice"),
        (lambda ps: (*ps[:-1], replace(ps[-1], start=10**6)), "begins outside the text"),
        (lambda ps: (*ps[:-1], replace(ps[-1], parent=len(ps))), "stands before what holds it"),
    ],
)
def test_a_damaged_structure_is_reported(monkeypatch, damage, told):
    whole = pipeline.review

    def damaged(clean, context):
        made = whole(clean, context)
        return replace(made, document=replace(made.document, paragraphs=damage(made.document.paragraphs)))

    monkeypatch.setattr(pipeline, "review", damaged)
    assert any(told in problem for problem in fuzz.broken(TEXT, "draft.txt"))


def test_words_at_the_wrong_place_are_reported(monkeypatch):
    whole = pipeline.review

    def shifted(clean, context):
        made = whole(clean, context)
        finding = made.findings[0]
        span = replace(finding.spans[0], start=finding.spans[0].start + 1)
        return replace(made, findings=(replace(finding, spans=(span,)),))

    monkeypatch.setattr(pipeline, "review", shifted)
    assert "words do not stand where their place says" in fuzz.broken(
        TEXT.replace(b"gold", b"gold and terrorism"), "draft.txt"
    )


def test_a_refusal_without_a_sentence_is_reported(monkeypatch):
    def refuse(*_):
        raise read.Unreadable("empty", "No")

    monkeypatch.setattr(read, "read", refuse)
    assert fuzz.broken(TEXT, "draft.txt") == ["refused without a code or a sentence"]


def test_a_step_that_looks_at_everything_again_and_again_is_called_slow(monkeypatch):
    monkeypatch.setattr(fuzz, "SIZES", (200, 1200))
    monkeypatch.setattr(fuzz, "_seconds", lambda data: (len(data) / 1000) ** 2)
    assert len(list(fuzz.slower_than_linear())) == len(fuzz.GROWING)
    monkeypatch.setattr(fuzz, "_seconds", lambda data: len(data) / 1000)
    assert list(fuzz.slower_than_linear()) == []
