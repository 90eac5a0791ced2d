"""Whether the Council acts under Chapter VII of the Charter in a text."""

import re

from mandates.analysis.values import Document, ParagraphKind

# "acting" tells the Council's own act from a chapter that is recalled or that another resolution rested on
ACTING = re.compile(
    r"\bacting\b[^.;]{0,120}?\bunder (?:the (?:provisions|terms) of )?(?:Chapters? (?:VI and )?VII\b|Articles? (?:39|40|41|42)\b)",
    re.I,
)
RECALLED = re.compile(
    r"\b(?:adopted|resolutions?|decisions?|recall\w*|reaffirm\w*|had been|previously|was)\b[^,;]{0,60}$", re.I
)


def chapter_vii(document: Document) -> int | None:
    """The index of the paragraph in which the Council acts under Chapter VII, None where it does not say so.

    The share of resolutions that cite it, and that practice beyond a first establishment is not uniform: Birkenkötter
    and Lüders, Beyond Chapter VII.
    """
    for p in document.paragraphs:
        if p.kind is ParagraphKind.ANNEX:
            break
        if "VII" not in p.text and "Article" not in p.text:
            continue
        match = ACTING.search(p.text)
        if match and not RECALLED.search(p.text[: match.start()]):
            return p.index
    return None
