"""The read step over the real material: nothing lost, nothing left in, numbers complete.

The thresholds are what was reached when they were written, less a little; a change that falls below them lost text.
"""

import difflib
import json
import re

import pytest

from mandates.analysis import read
from mandates.analysis.reading import joining
from mandates.analysis.values import CleanText, Hint

FIRST_YEAR = 1990  # older texts use no numbers, or other ones
NUMBER = re.compile(r"(?m)(?:^|(?<=[a-z;:,.A-Z”]) )\[?(\d{1,3})(?: bis)?\. ?(?=[A-Z“\[(])")
FURNITURE = re.compile(r"^\d\d-\d{5}|\*\d{7}\*|\d{1,2}/\d{1,2} \d\d-\d{5}|^Page \d", re.M)
WORD = re.compile(r"\w+")


@pytest.fixture(scope="module")
def texts(corpus) -> dict[str, CleanText]:
    """Every resolution from 1990 on, as read."""
    paths = [path for path in sorted((corpus / "resolutions").glob("*.txt")) if int(path.stem[-4:]) >= FIRST_YEAR]
    return {path.stem: read.read(path.read_bytes(), path.name) for path in paths}


def words(text: str) -> list[str]:
    return WORD.findall(text)


def body(clean: CleanText) -> str:
    return "\n".join(block.text for block in clean.blocks if block.hint is not Hint.FRONT)


def test_nearly_every_text_has_its_numbers_complete(texts):
    broken = []
    for name, clean in texts.items():
        numbers = [int(n) for n in NUMBER.findall(clean.text)]
        reached = 0
        for number in numbers:
            reached += number == reached + 1
        if reached != max(numbers, default=0):
            broken.append(name)
    assert len(texts) > 1300
    assert len(broken) <= len(texts) * 0.005, broken


def test_nearly_every_text_opens_with_the_council_and_keeps_no_furniture(texts):
    unopened = [n for n, c in texts.items() if not any(joining.OPENING.match(b.text) for b in c.blocks)]
    furnished = [n for n, c in texts.items() if FURNITURE.search(body(c))]
    assert len(unopened) <= len(texts) * 0.005, unopened
    assert len(furnished) <= len(texts) * 0.005, furnished


def test_few_paragraphs_are_broken_in_two(texts):
    """A block that goes on in lower case without a mark was cut from the one before."""
    blocks = [block.text for clean in texts.values() for block in clean.blocks if not block.hint]
    cut = [t for t in blocks if t[0].islower() and not re.match(r"(?:[a-z]|[ivx]+)\. ", t)]
    assert len(blocks) > 30_000
    assert len(cut) <= len(blocks) * 0.001


def test_places_are_right_everywhere(corpus, texts):
    for name, clean in texts.items():
        source = (corpus / "resolutions" / f"{name}.txt").read_bytes().decode("utf-8-sig")
        places = [block.source for block in clean.blocks]
        assert places == sorted(places), name
        for block in clean.blocks:
            assert clean.text[block.start : block.start + len(block.text)] == block.text
            near = "".join(source[block.source : block.source + 60].split())
            assert block.text.lstrip("–•( ")[:1] in near[:12], name


def test_the_words_of_draft_pdfs_agree_with_their_extracted_text(corpus):
    shares = {}
    for path in sorted((corpus / "drafts").glob("*.pdf")):
        held = words(json.loads(path.with_suffix(".json").read_text())["Content"])
        found = words(body(read.read(path.read_bytes(), path.name)))
        matcher = difflib.SequenceMatcher(None, found, held, autojunk=False)
        shares[path.stem] = sum(match.size for match in matcher.get_matching_blocks()) / len(held)
    assert len(shares) == 26
    assert min(shares.values()) >= 0.99, shares


def test_registry_and_raw_text_of_one_resolution_give_the_same_paragraphs(corpus, texts):
    """Compared by how paragraphs begin; annexes, which most raw texts lack, are left aside."""
    compared = missing = added = 0
    for path in sorted((corpus / "paragraphs").glob("*.json")):
        if path.stem not in texts:
            continue
        ours, theirs = (beginnings(clean) for clean in (texts[path.stem], read.read(path.read_bytes(), path.name)))
        compared += len(theirs)
        missing += len(theirs - ours)
        added += len(ours - theirs)
    assert compared > 4000
    assert missing <= compared * 0.03
    assert added <= compared * 0.02


def beginnings(clean: CleanText) -> set[str]:
    keys: set[str] = set()
    for block in clean.blocks:
        if re.match(r"(?:Annex|Appendix)\b", block.text, re.I):
            break
        if block.hint is not Hint.FRONT:
            keys.add(re.sub(r"[^a-z]", "", re.sub(r"^[–•]|^\(?\w{1,4}[.)]", "", block.text.lower()))[:28])
    return keys
