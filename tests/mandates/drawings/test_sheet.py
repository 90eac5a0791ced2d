from itertools import count

from mandates.drawings import sheet

INDEXES = count()


def paragraph(label, kind="operative", mark=None, text="Requests help", **more):
    anchor = "" if not label else label.lower().replace(" ", "-")
    segment = {"text": text, "mark": mark, "crime_type": "", "finding": []}
    return {
        "index": next(INDEXES),
        "crime_types": [],
        "label": label,
        "kind": kind,
        "anchor": anchor,
        "lead_verb": "Requests",
        "lines": [[segment]],
        "depth": 0,
        **more,
    }


def finding(anchor=None):
    spans = [{"anchor": anchor, "label": anchor, "text": "words"}] if anchor else []
    return {"code": "OC301", "severity": "low", "fingerprint": f"of {anchor}", "decision": None, "spans": spans}


def build(paragraphs, findings=()):
    return sheet.build(paragraphs, findings, []).blocks


def test_a_finding_stands_beside_the_first_paragraph_that_it_quotes():
    blocks = build([paragraph("1"), paragraph("2"), paragraph("3")], [finding("2")])
    assert [b.paragraph and b.paragraph["label"] for b in blocks] == [None, "2"]
    assert [p.paragraph["label"] for p in blocks[1].rest] == ["3"]


def test_a_finding_that_quotes_nothing_stands_before_the_text():
    assert len(build([paragraph("1")], [finding()])[0].findings) == 1


def test_a_long_run_without_marks_folds_and_a_short_one_does_not():
    (block,) = build(
        [paragraph(str(n)) for n in range(1, 4)] + [paragraph("4", mark="crime"), paragraph("5"), paragraph("6")]
    )
    assert [(p.kind, len(p.paragraphs)) for p in block.rest] == [
        ("fold", 3),
        ("paragraph", 1),
        ("paragraph", 1),
        ("paragraph", 1),
    ]
    assert block.rest[0].span == "1 to 3"


def test_terrorism_alone_does_not_keep_a_run_open():
    (block,) = build([paragraph(str(n), mark="terrorism") for n in range(1, 4)])
    assert [p.kind for p in block.rest] == ["fold"]


def test_a_fold_ends_with_the_preamble_and_at_the_annex():
    paragraphs = [paragraph(f"PP{n}", kind="preambular") for n in (1, 2, 3)] + [paragraph(str(n)) for n in (1, 2, 3)]
    (block,) = build([*paragraphs, *(paragraph("", kind="annex") for _ in range(3))])
    assert [p.span for p in block.rest] == ["PP1 to PP3", "1 to 3", "Annex"]


def test_the_lead_verb_is_cut_off_for_italics():
    (block,) = build(
        [paragraph("PP1", kind="preambular", text="Strongly condemning the attacks,", lead_verb=""), paragraph("1")]
    )
    first, second = (p.paragraph for p in block.rest)
    assert (first["verb"], first["lines"][0][0]["text"]) == ("Strongly condemning", " the attacks,")
    assert (second["verb"], second["lines"][0][0]["text"]) == ("Requests", " help")
