"""The resolutions of a folder, told by the names of the files: S-RES-1509-2003.txt, S_RES_2423(2018)-EN.pdf.

A folder is read with its parts ``paragraphs`` and ``resolutions`` where it has any of them (and nothing else of it), else for
the files that lie in it. A table of the data set CR-UNSC counts as many texts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from mandates.importing import cr_unsc
from mandates.importing.texts import Facts, Refusal, Text, Unusable

NAME = re.compile(r"(?<![A-Za-z])S[-_ ]?RES[-_ ]?(\d{1,4})[-_ ]*\(?((?:19|20)\d{2})(?!\d)", re.IGNORECASE)
PARTS = ("paragraphs", "resolutions")
# Of several files with one resolution the first that can be read is taken. The registry's paragraphs come first: their numbers
# and headings were set by editors and do not depend on where a page turns. On 109 resolutions held in both forms the
# engine found the same tasks and the same crime in each. Plain text comes last: it has lost what the others still hold.
PREFERRED = (".json", ".xml", ".docx", ".html", ".htm", ".xhtml", ".pdf", ".txt", "")
LEFT_OUT = {".md"}  # a folder's own notes


def read(path: Path) -> tuple[list[list[Text]], dict[str, Facts], list[Refusal]]:
    """Every resolution found, in the order of the numbers, each with its files, the preferred first; facts that a table
    holds, by symbol; what was not taken. Raises Unusable where there is nothing to read."""
    if not path.exists():
        raise Unusable(f"{path} does not exist: name a folder of texts, or a CSV file of CR-UNSC.")
    refused: list[Refusal] = []
    found: dict[tuple[int, int], list[Text]] = defaultdict(list)
    facts: dict[str, Facts] = {}
    for file in _files(path):
        if file.suffix.lower() == ".csv":
            texts, known = cr_unsc.read(file)
            facts |= known
        elif text := _text(file, path):
            texts = [text]
        else:
            refused.append(
                Refusal(_place(file, path), "its name gives no symbol of a resolution, such as S-RES-1509-2003")
            )
            continue
        for text in texts:
            found[text.year, text.number].append(text)
    if not found:
        raise Unusable(
            f"{path} holds no file that is named by the symbol of a resolution, such as S-RES-1509-2003.txt."
        )
    return [sorted(found[key], key=_preference) for key in sorted(found)], facts, refused


def _files(path: Path) -> Iterable[Path]:
    if path.is_file():
        return [path]
    folders = [part for name in PARTS if (part := path / name).is_dir()]
    files = [file for folder in folders or [path] for file in sorted(folder.iterdir())]
    if folders:
        files += [file for file in sorted(path.iterdir()) if file.suffix.lower() == ".csv"]
    return [file for file in files if file.is_file() and not file.name.startswith(".") and file.suffix not in LEFT_OUT]


def _text(file: Path, folder: Path) -> Text | None:
    named = NAME.search(file.name)
    if not named:
        return None
    return Text(int(named[1]), int(named[2]), _place(file, folder), file.name, file.read_bytes)


def _place(file: Path, folder: Path) -> str:
    return file.name if file == folder else str(file.relative_to(folder))


def _preference(text: Text) -> tuple[int, str]:
    suffix = Path(text.filename).suffix.lower()
    return (PREFERRED.index(suffix) if suffix in PREFERRED else len(PREFERRED), text.place)
