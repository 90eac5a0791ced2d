"""One function for each document of ``exports.DOCUMENTS``: Material → bytes. ``told`` hears the percentage that is done."""

from rest_framework.renderers import JSONRenderer

from mandates.exports import Material, Told, brief, comments, sheets
from mandates.exports.values import Brief


def brief_docx(material: Material, told: Told) -> bytes:
    from mandates.exports import brief_docx

    chosen = _fitting(material, told)
    told(80)
    return brief_docx.write(chosen)


def brief_pdf(material: Material, told: Told) -> bytes:
    from mandates.exports import typesetting

    chosen = _fitting(material, told)
    told(80)
    return typesetting.pdf(chosen)


def comments_docx(material: Material, told: Told) -> bytes:
    from mandates.exports import comments_docx

    rows = comments.rows(material.data, material.proposals, material.objections)
    return comments_docx.write(material.data, rows, told)


def workbook(material: Material, told: Told) -> bytes:
    from mandates.exports import workbook

    return workbook.write(sheets.build(material.data), told)


def findings_csv(material: Material, told: Told) -> bytes:
    return sheets.as_csv(sheets.findings(material.data), told)


def json(material: Material, told: Told) -> bytes:
    """The API's answer, byte for byte."""
    return JSONRenderer().render(material.data)


def _fitting(material: Material, told: Told) -> Brief:
    """The fullest brief that keeps to two pages when it is set."""
    from mandates.exports import typesetting

    tried = 0

    def pages(candidate: Brief) -> int:
        nonlocal tried
        told(20 + 10 * tried)
        tried += 1
        return typesetting.pages(candidate)

    return brief.fitting(material.data, pages)
