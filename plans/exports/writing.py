"""One function for each document of ``exports.DOCUMENTS``: plan_data → bytes."""

from collections.abc import Mapping

from rest_framework.renderers import JSONRenderer

from plans.exports import report, tables


def plan_docx(data: Mapping) -> bytes:
    from plans.exports import report_docx

    return report_docx.write(report.build(data))


def plan_pdf(data: Mapping) -> bytes:
    from mandates.exports import typesetting

    return typesetting.tagged(report.TEMPLATE, report.build(data))


def workbook(data: Mapping) -> bytes:
    from mandates.exports import workbook

    return workbook.write(tables.build(data), lambda percent: None)


def json(data: Mapping) -> bytes:
    """As the API answers, without comments and history."""
    return JSONRenderer().render(data)
