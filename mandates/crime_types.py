"""The crime types and kinds of task as their page shows them: taxonomy and lexicon side by side."""

from mandates.analysis import lexicon, taxonomy
from mandates.analysis.taxonomy import Counts
from mandates.analysis.taxonomy_page import readable

HEADINGS = {
    Counts.ALWAYS: "Always counts as organized crime",
    Counts.WIDER: "Shown, but counts only in a wider definition",
    Counts.NEXUS: "Shown as a link with terrorism",
    Counts.CONTEXT: "Shown as context",
}


def page() -> dict:
    """What the template needs: ``groups`` of types by what they count as, ``kinds`` of task, and the ``nexus``."""
    types, words = taxonomy.load(), lexicon.load()
    groups = [
        {
            "anchor": counts.value,
            "heading": HEADINGS[counts],
            "meaning": types.counts[counts],
            "types": [_entry(t, words.types[t.name]) for t in types.types.values() if t.counts is counts],
        }
        for counts in HEADINGS
    ]
    kinds = [_entry(kind, words.task_kinds[kind.name]) for kind in types.task_kinds.values()]
    return {"groups": groups, "kinds": kinds, "nexus": types.nexus}


def _entry(what: taxonomy.CrimeType | taxonomy.TaskKind, words: lexicon.Words) -> dict:
    return {
        "what": what,
        "terms": [readable(term) for name, terms in words.written.items() if name != "goods" for term in terms],
        "goods": [readable(term) for term in words.written.get("goods", ())],
    }
