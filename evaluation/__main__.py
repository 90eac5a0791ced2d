"""The reader against real texts, human coders and published figures: ``bin/evaluate [--corpus DIR] [--format text|json] [--write]``.

``--write`` records the result (evaluation/result.json) and writes docs/evaluation.md from it; ``--section NAME`` measures
one part alone; ``--fuzz N`` reads N mutated texts instead and reports what broke; ``--draw CODE``, ``--save FILE`` and
``--since FILE`` are for rules (evaluation/firings.py).
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from evaluation import result

# modules of this package, each with measure(corpus) → what is recorded, and lines(measured) → the same for a person
SECTIONS = (
    "numbering",
    "registry",
    "gold",
    "tamm",
    "renewals",
    "mandates",
    "addressees",
    "references",
    "firings",
    "corrections",
)


def measured(corpus: Path, sections: Sequence[str] = SECTIONS) -> dict:
    """The result of every section by its name."""
    return {name: import_module(f"evaluation.{name}").measure(corpus) for name in sections}


def text(made: dict, changes: list[str]) -> str:
    """The whole result for a person, and what changed since the recorded one."""
    out = []
    for name, part in made.items():
        out += [f"== {name}", *import_module(f"evaluation.{name}").lines(part), ""]
    out += ["== since the recorded result", *(changes or ["nothing changed"])]
    return "\n".join(out)


def main(arguments: list[str] | None = None) -> int:
    """0; 2 where no folder of texts is named or found."""
    parser = argparse.ArgumentParser(prog="bin/evaluate", description=__doc__.split("\n\n")[0])
    parser.add_argument("--corpus", type=Path, default=os.environ.get("CORPUS_DIR"), help="default: CORPUS_DIR")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument("--section", choices=SECTIONS, action="append", help="this part alone; may be given again")
    parser.add_argument("--write", action="store_true", help="record the result and write docs/evaluation.md")
    parser.add_argument("--fuzz", type=int, metavar="N", help="read N mutated texts instead")
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument(
        "--draw", metavar="CODE", help="print the findings of a rule that are to be judged, with what to read"
    )
    parser.add_argument("--only", action="store_true", help="with --draw: those that nobody has judged yet")
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep what every rule says of every text")
    parser.add_argument(
        "--since", type=Path, metavar="FILE", help="tell what rules say newly and no longer since --save"
    )
    options = parser.parse_args(arguments)
    if options.corpus is None or not Path(options.corpus).is_dir():
        print("Name a folder of real texts: --corpus DIR, or CORPUS_DIR in the environment.", file=sys.stderr)
        return 2
    corpus = Path(options.corpus)
    if options.fuzz is not None:
        return import_module("evaluation.fuzz").run(corpus, options.fuzz, options.seed)
    if options.draw or options.save or options.since:
        return _rules(corpus, options)
    if options.write and options.section:
        parser.error("--write records the whole result: leave --section out.")
    made = measured(corpus, options.section or SECTIONS)
    recorded = result.load()
    changes = result.changes({name: recorded[name] for name in made if name in recorded}, made)
    if options.write:
        result.save(made)
        import_module("evaluation.page").write(result.load())
    print(
        json.dumps({"result": made, "changes": changes}, indent=1) if options.format == "json" else text(made, changes)
    )
    return 0


def _rules(corpus: Path, options: argparse.Namespace) -> int:
    firings = import_module("evaluation.firings")
    if options.draw:
        try:
            print("\n".join(firings.show(corpus, options.draw, options.only)))
        except KeyError:
            print(f"No rule has the code {options.draw}.", file=sys.stderr)
            return 2
    if options.since:
        print("\n".join(firings.since(options.since, firings.snapshot(corpus))))
    if options.save:
        firings.save(corpus, options.save)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
