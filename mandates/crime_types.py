"""The crime types and kinds of task as their page shows them: taxonomy and lexicon side by side."""

from language.marks import marked
from language.said import say
from mandates.analysis import lexicon, taxonomy
from mandates.analysis.taxonomy import Counts
from mandates.analysis.taxonomy_page import readable

HEADINGS = {
    Counts.ALWAYS: marked("Always counts as organized crime"),
    Counts.WIDER: marked("Shown, but counts only in a wider definition"),
    Counts.NEXUS: marked("Shown as a link with terrorism"),
    Counts.CONTEXT: marked("Shown as context"),
}
SHOWN = ("terms", "goods", "weak", "vague", "implied")  # lists of the lexicon; what takes a term away is said in words


def page() -> dict:
    """What the template needs: ``groups`` of types by what they count as, ``kinds`` of task, and the ``nexus``."""
    types, words = taxonomy.load(), lexicon.load()
    groups = [
        {
            "anchor": counts.value,
            "heading": say(HEADINGS[counts]),
            "meaning": types.counts[counts],
            "types": [_entry(t, words.types[t.name]) for t in types.types.values() if t.counts is counts],
        }
        for counts in HEADINGS
    ]
    kinds = [_entry(kind, words.task_kinds[kind.name]) for kind in types.task_kinds.values()]
    return {"groups": groups, "kinds": kinds, "nexus": types.nexus}


def _entry(what: taxonomy.CrimeType | taxonomy.TaskKind, words: lexicon.Words) -> dict:
    lists = {name: [readable(term) for term in terms] for name, terms in words.written.items()}
    return {"what": what, **{name: lists.get(name, []) for name in SHOWN}}
