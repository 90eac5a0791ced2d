"""What leaves the house of a plan: documents made from ``serializers.plan_data`` with ``document=True``.

    plan_data ─► report ─► report_docx, plan.typ       (mandates.exports: word, typesetting)
    plan_data ─► tables ─► workbook

Nothing here asks the database, and nothing of a restricted partner comes here. The libraries behind it are heavy and loaded
only when a document is made: ``DOCUMENTS`` names the functions of ``writing``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from mandates.exports import EXCEL, WORD


@dataclass(frozen=True, slots=True)
class Document:
    """A document that can be made of a plan. ``address`` is the last part of its address."""

    address: str
    kind: str
    media: str
    writer: str  # of plans.exports.writing

    def filename(self, data: Mapping) -> str:
        """A name that tells nothing of a draft: ``plan-UNMINA-12.docx``."""
        mission = re.sub(r"[^A-Za-z0-9]+", "-", data["plan"]["mission"]).strip("-")
        return f"plan-{mission}-{data['plan']['id']}.{self.address.rpartition('.')[2]}"

    def write(self, data: Mapping) -> bytes:
        """The file."""
        return getattr(import_module("plans.exports.writing"), self.writer)(data)


DOCUMENTS = {
    document.address: document
    for document in (
        Document("plan.docx", "Word", WORD, "plan_docx"),
        Document("plan.pdf", "PDF", "application/pdf", "plan_pdf"),
        Document("plan.xlsx", "Excel", EXCEL, "workbook"),
        Document("plan.json", "JSON", "application/json", "json"),
    )
}
