"""Builds small PDFs by hand: lines of text at given places, pages without text, a lock."""

FONTS = {"plain": "Times-Roman", "bold": "Times-Bold", "italic": "Times-Italic"}
SIZE = 10

Line = tuple[float, float, str] | tuple[float, float, str, str]  # left, height on the page, text, font


def page_of(lines: list[Line]) -> bytes:
    """A page's content: each line at its place."""
    out = []
    for left, height, text, *font in lines:
        name = f"/{font[0] if font else 'plain'}"
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        out.append(f"BT {name} {SIZE} Tf {left} {height} Td ({escaped}) Tj ET")
    return "\n".join(out).encode("cp1252")


def pdf_file(*pages: list[Line], locked: bool = False) -> bytes:
    """The bytes of a PDF with these pages."""
    fonts = " ".join(f"/{key} {index + 3} 0 R" for index, key in enumerate(FONTS))
    first = 3 + len(FONTS)
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode()]
    objects += [
        f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode() for name in FONTS.values()
    ]
    for n, lines in enumerate(pages):
        content = page_of(lines)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<<{fonts}>>>>"
            f"/Contents {first + 2 * n + 1} 0 R>>".encode()
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = (
        b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(%s)/U(%s)>>/ID[<00><00>]" % (b"o" * 32, b"u" * 32)
        if locked
        else b""
    )
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, lock, start)
    return bytes(out)


def body(*paragraphs: str, top: float = 700, width: int = 84) -> list[Line]:
    """Paragraphs set as the Council's documents are: first lines further in, wrapped lines at the margin."""
    lines: list[Line] = []
    height = top
    for text in paragraphs:
        left, row = 148.0, ""
        for word in text.split():
            if len(row) + len(word) + 1 > width - (5 if left > 124 else 0):
                lines.append((left, height, row))
                left, row, height = 124.0, word, height - 12
            else:
                row = f"{row} {word}".strip()
        lines.append((left, height, row))
        height -= 18
    return lines
