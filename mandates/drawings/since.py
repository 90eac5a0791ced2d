"""What became of the predecessor, told paragraph by paragraph of the newer text: its word beside each, and what is lost. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mandates.drawings import changes, stood

START = -1  # what stood before everything that the newer text continues


@dataclass(frozen=True, slots=True)
class Since:
    """``words`` by index of the newer paragraph; ``lost`` by index of the paragraph after which it stood, or START.

    ``stood``: by fingerprint of a finding on dropped language, where on the page the first of what is lost stands.
    """

    words: Mapping[int, str] = field(default_factory=dict)
    lost: Mapping[int, list[changes.Entry]] = field(default_factory=dict)
    stood: Mapping[str, str] = field(default_factory=dict)

    def only_crime(self) -> "Since":
        """Without the words, and of what is lost that on organized crime alone."""
        lost = {after: [entry for entry in entries if entry.lost] for after, entries in self.lost.items()}
        return Since({}, {after: entries for after, entries in lost.items() if entries}, self.stood)


NOTHING = Since()


def build(data: Mapping) -> Since:
    """From the values of a comparison, as ``reporting.comparison_fields`` gives them."""
    entries, _ = changes.units(data)
    words: dict[int, dict[str, None]] = {}
    went: dict[int, int] = {}  # older paragraph → newer one
    for entry in entries:
        older, newer = entry.change["older"], entry.change["newer"]
        if older and newer:
            went[older["paragraph"]] = newer["paragraph"]
        if newer and entry.number:
            words.setdefault(newer["paragraph"], {}).update(dict.fromkeys(_words(entry)))
    lost: dict[int, list[changes.Entry]] = {}
    dropped = {entry.change["older"]["paragraph"]: entry for entry in entries if entry.change["change"] == "dropped"}
    gone = {index: dropped[index] for index in sorted(dropped.keys() - went.keys())}
    changes.tell(gone.values(), data)
    for index in gone:
        before = max((older for older in went if older < index), default=None)
        lost.setdefault(START if before is None else went[before], []).append(gone[index])
    units = {entry.change["older"]["paragraph"]: entry.change["older"] for entry in entries if entry.change["older"]}
    spoken = stood.paragraphs(data, units).items()
    there = {name: next((gone[index].ghost for index in indexes if index in gone), "") for name, indexes in spoken}
    return Since({index: ", ".join(said) for index, said in words.items()}, lost, there)


def _words(entry: changes.Entry) -> list[str]:
    """What is told of a change: its words, and its place where it moved by itself."""
    told = [] if entry.change["change"] == "kept" else [entry.what.lower()]
    return told + ([entry.moved.lower()] if entry.moved and not entry.change["with_main_task"] else [])
