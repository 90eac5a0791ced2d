"""What leaves the house: documents and tables of a review, all made from ``serializers.review_data``.

    review_data ─► brief ─► fitting two pages ─► brief_docx, brief_pdf      (typesetting: typst, word: python-docx)
    review_data + proposed texts ─► comments ─► comments_docx
    review_data ─► sheets ─► workbook (XLSX), findings_csv

Nothing here asks the database. The libraries behind it are heavy and loaded only when a document is made: ``DOCUMENTS``
names the functions of ``writing``, and importing this module loads none of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module

Told = Callable[[int], None]  # hears how many percent are done, and may raise to stop the work


@dataclass(frozen=True, slots=True)
class Material:
    """What a document is made of: ``review_data``, the texts that people proposed, and the changes that they object to."""

    data: Mapping
    proposals: Mapping[str, Mapping] = field(default_factory=dict)
    objections: Sequence[Mapping] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document that can be made of a review. ``address`` is the last part of its address, ``ending`` of its file name."""

    address: str
    ending: str
    title: str
    kind: str
    media: str
    writer: str  # of mandates.exports.writing
    worded: bool = False  # made of the texts that people proposed too; as short as the findings that they accepted

    def filename(self, mandate: int, version: int) -> str:
        """A name that tells nothing of the draft: ``mandate-12-v2-brief.docx``."""
        return f"mandate-{mandate}-v{version}-{self.ending}"

    def write(self, material: Material, told: Told = lambda percent: None) -> bytes:
        """The file; ``told`` hears how far it is."""
        return getattr(import_module("mandates.exports.writing"), self.writer)(material, told)


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCUMENTS = {
    document.address: document
    for document in (
        Document("report.docx", "brief.docx", "Two-page brief", "Word", WORD, "brief_docx"),
        Document("report.pdf", "brief.pdf", "Two-page brief", "PDF", "application/pdf", "brief_pdf"),
        Document("comments-table.docx", "comments-table.docx", "Comments table", "Word", WORD, "comments_docx", True),
        Document("report.xlsx", "review.xlsx", "Whole review", "Excel", EXCEL, "workbook"),
        Document("report.csv", "findings.csv", "Findings and decisions", "CSV", "text/csv", "findings_csv"),
        Document("report.json", "review.json", "Whole review", "JSON", "application/json", "json"),
    )
}
