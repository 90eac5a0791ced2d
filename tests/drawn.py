"""The files of a drawing: what each of them must be, and what it tells."""

import csv
import io
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def lines(answer) -> list[dict]:
    """The rows of a CSV file in UTF-8 with the mark by which spreadsheets know it."""
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def alone(answer) -> ElementTree.Element:
    """A drawing that needs nothing around it: no stylesheet, no script, no address, light paper, a title of its own."""
    root = ElementTree.fromstring(answer.content)
    assert root.tag == f"{SVG}svg" and root.get("role") == "img" and root.find(f"{SVG}title").text
    assert {one.tag for one in root.iter()}.isdisjoint({f"{SVG}{name}" for name in ("a", "script", "style", "image")})
    refers = [value for one in root.iter() for name, value in one.items() if name.endswith("href")]
    drawn = {one.get("id") for one in root.iter()}
    assert all(value.removeprefix("#") in drawn for value in refers)
    assert b"var(" not in answer.content and b"style=" not in answer.content
    assert "#fdfcf9" in [one.get("fill") for one in root.iter(f"{SVG}rect")]
    return root


def words(root: ElementTree.Element) -> str:
    """All text of a drawing, with its title and description."""
    return " ".join(" ".join(root.itertext()).split())
