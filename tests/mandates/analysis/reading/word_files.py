"""Builds Word files part by part, so that tests hold the very XML that Word writes, and what no Word would."""

import io
import zipfile

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, *, number: str = "", level: int = 0, style: str = "", mark: str = "") -> str:
    """A paragraph; ``content`` is text, or runs where it holds markup."""
    if not content.startswith("<"):
        content = run(content)
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}{mark}</w:pPr>{content}</w:p>"


def level(place: int, form: str, text: str, start: int = 1) -> str:
    shape = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{place}">{shape}</w:lvl>'


def numbering(*levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    abstract = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return f"<w:numbering {NAMESPACE}>{abstract}{lists}</w:numbering>"


def styles(*items: str) -> str:
    return f"<w:styles {NAMESPACE}>{''.join(items)}</w:styles>"


COUNCIL = numbering(
    level(0, "decimal", "%1."),
    level(1, "lowerLetter", "(%2)"),
    level(2, "lowerRoman", "(%3)"),
    level(3, "bullet", "\uf0b7"),
)


def word_file(*paragraphs: str, numbers: str = COUNCIL, styled: str = "", prologue: str = "", **parts: bytes) -> bytes:
    """The bytes of a DOCX with these paragraphs in its body."""
    body = f"{prologue}<w:document {NAMESPACE}><w:body>{''.join(paragraphs)}</w:body></w:document>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", body)
        if numbers:
            archive.writestr("word/numbering.xml", numbers)
        if styled:
            archive.writestr("word/styles.xml", styled)
        for name, data in parts.items():
            archive.writestr(f"word/{name}", data)
    return out.getvalue()
