"""The files that word processors and a browser made (files/README.md), as the reader and the structure step see them."""

from pathlib import Path

from mandates.analysis import read, structure
from mandates.analysis.values import Document

FILES = Path(__file__).parent / "files"

VELDANA = [
    ("PP1", "Recalling its previous resolutions on Veldana,"),
    ("PP2", "Gravely concerned that smugglers of amber pay armed groups on the coast,"),
    ("PP3", "Acting under Chapter VII of the Charter of the United Nations,"),
    ("", "Mandate of the Mission"),
    ("1", "Decides to extend the mandate of the United Nations Mission in Veldana (UNMIVE) until 31 March 2032;"),
    ("2", "Decides that the mandate of UNMIVE shall include the following tasks:"),
    ("2 (a)", "Protection of civilians"),
    ("2 (a) (i)", "To patrol the harbours of the northern coast by day and by night;"),
    ("2 (a) (ii)", "To warn villages of attacks, giving priority to:"),
    ("2 (a) (ii), dash 1", "markets and schools;"),
    ("2 (a) (ii), dash 2", "ferries and bridges;"),
    ("2 (b)", "Organized crime"),
    ("2 (b) (i)", "To help the national police to dismantle the networks that smuggle amber;"),
    ("2 (b) (ii)", "To train customs officers;"),
    ("", "Means"),
    ("3", "Authorizes up to 2,400 military personnel and 310 police officers;"),
    ("3 bis", "Encourages States to second experts in financial investigation;"),
    ("4", "Calls upon the authorities of Veldana:"),
    ("4 (a)", "To publish the licences of all amber dealers;\nand, as soon as the law allows,"),
    ("4 (b)", "To open the register of ships;"),
    ("5", "Requests the Secretary-General to report on:"),
    ("5, dash 1", "seizures of amber;"),
    ("5, dash 2", "convictions of traffickers;"),
    ("6", "Urges neighbouring States to share what they know of the smugglers’ routes;"),
    ("7", "Decides to remain actively seized of the matter."),
    ("", "Annex"),
    ("", "1. Ports of entry"),
    ("", "1.1. Selmin harbour"),
    ("", "1.2. Orrasund quay"),
    ("", "5. Roads"),
    ("", "5.1. The coast road"),
]
GOODS = (
    "amber timber gold tin copper silver sapphires ivory charcoal sugar rice fuel tyres engines boats nets rope glass "
    "salt tea cotton wool hides seeds maps coins stamps paintings"
)
LETTERS = [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]
ORRASUND = [
    "PP1", "", "1", *(f"1 ({letter})" for letter in LETTERS), "2", "2 (a)", "2 (a) (i)", "2 (a) (ii)",
    "2 (a) (ii) (1)", "2 (a) (ii) (2)", "2 (b)", "3", "", "4", "5", "5 (a)", "5 (b)", "6",
]  # fmt: skip


def made(name: str) -> Document:
    return structure.parse(read.read((FILES / name).read_bytes(), name))


def labelled(document: Document) -> list[tuple[str, str]]:
    return [(p.label, p.text) for p in document.paragraphs]


def labels(document: Document) -> list[str]:
    """The labels before the annex."""
    return [p.label for p in document.paragraphs if p.kind != "annex"]
