"""The structure of the real texts: numbers complete, places right, and what was damaged on purpose told as incomplete."""

import random
import re
from collections import Counter

import pypdfium2
import pytest

from evaluation import corpus as texts
from evaluation import mutations
from evaluation.numbering import runs_on
from mandates.analysis import structure
from mandates.analysis.values import Document, ParagraphKind

SEED = 20261125
DAMAGED = 170  # texts that are damaged


@pytest.fixture(scope="module")
def documents(corpus) -> list[tuple[texts.Text, Document]]:
    """Every text that is read, taken apart."""
    read = ((text, texts.clean(text.path)) for text in texts.texts(corpus))
    return [(text, structure.parse(clean)) for text, clean in read if clean]


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def test_nearly_every_numbered_text_since_1990_has_its_numbers_complete(documents):
    numbered = [(text, document) for text, document in documents if document.numbers_paragraphs and text.year >= 1990]
    broken = [(text.symbol, text.source) for text, document in numbered if not runs_on(document)]
    assert len(numbered) > 1400
    assert len(broken) <= len(numbered) * 0.002, broken


def test_no_text_that_carries_numbers_is_read_without_them(documents):
    """An independent look: 2., 3. and so on before an annex, at the start of a line or after a semicolon."""
    hidden = []
    for text, document in documents:
        if not document.numbers_paragraphs:
            proper = "\n".join(p.text for p in document.paragraphs if p.kind is not ParagraphKind.ANNEX)
            hidden += [text.symbol] * bool(re.search(r"(?:^|\n|; )[2-9]\. ?[A-Z]", proper))
    assert hidden == []


def test_nothing_stands_behind_the_last_number(documents):
    """No paragraph holds another one's number and verb in its midst."""
    swallowed = [
        (text.symbol, paragraph.label)
        for text, document in documents
        for paragraph in document.operative()
        if re.search(r"[;.]\s\d{1,3}\. (?:Decides|Requests|Calls|Urges|Welcomes|Reaffirms)\b", paragraph.text)
    ]
    assert swallowed == []


def test_few_whole_texts_are_told_as_incomplete(documents):
    told = [
        (text.symbol, [gap.missing for gap in document.incomplete])
        for text, document in documents
        if document.incomplete
    ]
    assert len(told) <= len(documents) * 0.006, told


def test_registry_files_give_the_numbers_of_the_raw_texts(documents):
    raw = {text.symbol: document for text, document in documents if text.source in ("long-line", "page-layout")}
    both = [
        (text.symbol, document, raw[text.symbol])
        for text, document in documents
        if text.source == "registry" and text.symbol in raw
    ]
    others = [
        symbol
        for symbol, a, b in both
        if symbol[-5:-1] >= "1992" and [p.number for p in a.numbered()] != [p.number for p in b.numbered()]
    ]
    assert len(both) > 100
    assert others == []


def test_every_paragraph_starts_at_its_words(documents):
    wrong = []
    for text, document in documents:
        clean = texts.clean(text.path).text
        for paragraph in document.paragraphs:
            near = letters(clean[paragraph.start : paragraph.start + 60])
            marked = letters(paragraph.marker + paragraph.text)[:12]
            if not near.startswith((marked, letters(paragraph.text)[:12])) and near[:1] not in "lI":
                wrong.append((text.symbol, paragraph.label))
    assert wrong == []


def test_paragraphs_of_a_pdf_know_their_page(corpus, documents):
    for text, document in documents:
        if text.source != "draft":
            continue
        pdf = pypdfium2.PdfDocument(text.path.read_bytes())
        pages = [letters(page.get_textpage().get_text_range()) for page in pdf]
        for paragraph in document.paragraphs:
            assert letters(paragraph.text)[:20] in pages[paragraph.page - 1], (text.symbol, paragraph.label)


def test_damaged_texts_are_told_as_incomplete(corpus):
    choose = random.Random(SEED)
    candidates = [t for t in texts.texts(corpus) if t.source in ("long-line", "page-layout") and t.year >= 1990]
    choose.shuffle(candidates)
    seen, missed, damaged = Counter(), [], 0
    for text in candidates:
        source = text.path.read_bytes().decode("utf-8-sig")
        made = list(mutations.mutations(source, text.path.name, choose, numbers=2, cuts=3))
        damaged += bool(made)
        for mutation in made:
            seen[mutation.kind] += 1
            if not mutations.noticed(mutation, text.path.name):
                missed.append((mutation.kind, text.symbol, mutation.where))
        if damaged == DAMAGED:
            break
    assert damaged == DAMAGED
    lost = Counter(kind for kind, _, _ in missed)
    assert lost["number"] == 0, missed
    assert lost["paragraph"] <= seen["paragraph"] * 0.01, missed  # the last one, where a full stop ends the one before
    assert lost["cut"] <= seen["cut"] * 0.01, missed
