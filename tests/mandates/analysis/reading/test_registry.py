"""Registry paragraph JSON: prefixes in front of their text, headings, front matter; its kinds are not believed."""

import json

import pytest

from mandates.analysis import read
from mandates.analysis.values import Hint

RECORDS = [
    {"text": "Resolution 9001 (2031)", "type": "title", "prefix": None},
    {
        "text": "Adopted by the Security Council at its 9999th meeting, on \n3 May 2031",
        "type": "frontmatter",
        "prefix": None,
    },
    {"text": "The Security Council,", "type": "paragraph", "prefix": None},
    {"text": "Protecting the river trade", "type": "heading", "heading_level": 4, "prefix": None},
    {"text": "Decides  so:", "type": "paragraph", "paragraph_type": "preambular", "prefix": "1."},
    {"text": "To seize “looted” gold;", "type": "paragraph", "paragraph_level": 2, "prefix": "(a)"},
    {"text": "31-04411", "type": "footer", "prefix": None},
    {"text": "<!-- Page 2 -->", "type": "paragraph", "prefix": None},
    {"text": "Le Conseil de sécurité,", "type": "paragraph", "prefix": None, "language": "french"},
]


def test_prefixes_hints_and_places():
    source = json.dumps(RECORDS)
    clean = read.read(source.encode(), "paragraphs.json")
    assert [(b.text, b.hint) for b in clean.blocks] == [
        ("Resolution 9001 (2031)", Hint.FRONT),
        ("Adopted by the Security Council at its 9999th meeting, on 3 May 2031", Hint.FRONT),
        ("The Security Council,", Hint.NONE),
        ("Protecting the river trade", Hint.HEADING),
        ("1. Decides so:", Hint.NONE),
        ("(a) To seize “looted” gold;", Hint.NONE),
    ]
    assert clean.media == "json"
    assert source[clean.blocks[4].source :].startswith("Decides  so:")
    assert source[clean.blocks[5].source :].startswith("To seize")


@pytest.mark.parametrize("source", ['{"a": 1}', "[{}]", '[{"text": 3}]', "[{", '[{"text": "x"}, 5]', "[{" * 50_000])
def test_other_json_is_refused(source):
    with pytest.raises(read.Unreadable) as caught:
        read.read(source.encode(), "x.json")
    assert caught.value.code == "json"


def test_what_is_no_character_is_dropped():
    source = json.dumps(
        [
            {"text": "The Security Council,", "type": "paragraph"},
            {"text": "Recalling its reso\u0000lutions on Karesia,", "type": "paragraph"},
            {"text": "Decides to extend the man\ud800date of the Mission;", "prefix": "1.", "type": "paragraph"},
            {"text": "Decides to remain seized of the matter.", "prefix": "2.", "type": "paragraph"},
        ]
    )
    text = read.read(source.encode(), "x.json").text
    assert "resolutions" in text and "mandate" in text
    text.encode()  # raises where half a pair is left
    assert "\x00" not in text


def test_lines_of_a_document_are_put_together():
    lines = [
        ("The Security Council,", None),
        ("Recalling its previous resolutions and the statements of its President on the", None),
        ("Karesia Mission, and welcoming the talks between the parties in the capital of", None),
        ("Veldia,", None),
        ("Decides to extend the mandate of the Karesia Mission until the end of May, with the", "1."),
        ("Committee in support;", None),
        ("Decides to remain seized of the matter.", "2."),
    ]
    source = json.dumps([{"text": text, "prefix": prefix, "type": "paragraph"} for text, prefix in lines])
    assert [block.text.split()[-1] for block in read.read(source.encode(), "x.json").blocks] == [
        "Council,", "Veldia,", "support;", "matter.",
    ]  # fmt: skip


def test_links_leave_their_words():
    text = "Recalling [resolution 9001 (2031),](https://example.org/S/RES/9001(2031)) and the plan,"
    source = json.dumps([{"text": "The Security Council,"}, {"text": text}, {"text": "Decides.", "prefix": "1."}])
    assert read.read(source.encode(), "x.json").blocks[1].text == "Recalling resolution 9001 (2031), and the plan,"
