"""Write tests/uncovered.toml: the words of the lexicon that no case line contains, with the reason.

    python scripts/list_uncovered.py            # write the file; reasons edited there are kept
    python scripts/list_uncovered.py --check    # exit 1 with a diff when the committed file differs

To cover a word, write a line with it into tests/cases/en and run the script again.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from toml_tables import Entries, finish, write_table

from figures import Lexicon
from figures.lexicon.inflect import Inflector
from figures.tokens import split

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases" / "en"
TARGET = ROOT / "tests" / "uncovered.toml"
KINDS = {
    "bounds": ("before", "after"),
    "certainty": ("verbs", "words"),
    "nouns": ("words",),
    "frames": ("verbs", "adjectives", "nouns"),
}
REASON = "a variant of cues that case lines have; test_data_files.py reads it in a made sentence"
SIBLINGS = "siblings of words that case lines have, with all their fields; test_data_files.py finds each"
NOTHING = "no case line has a word of this group yet; test_data_files.py finds each"
HEADER = """\
# Words of the English lexicon that no case line contains. Written by scripts/list_uncovered.py.
#
# [bounds.CLASS], [certainty.CLASS]  the classes of hedges.toml; [nouns.GROUP], [frames.NAME]  those of their files
#   reason         why the words have no case line; may be edited, the script keeps it
#   before, after  bound cues before and behind a number
#   verbs, words, adjectives, nouns   a verb or noun is covered when a case line has one of its forms
"""


def case_text() -> str:
    """Return all case lines as tokens between spaces, a line each."""
    sys.path.insert(0, str(ROOT / "tests"))
    from caselines import read

    lines = (split(case.text) for path in sorted(CASES.glob("*.txt")) for case in read(path))
    return "\n".join(f" {' '.join(tokens)} " for tokens in lines)


def contains(cases: str, cues: Iterable[str]) -> bool:
    """Tell whether one of the cues stands in a case line as whole words."""
    return any(f" {' '.join(split(cue))} " in cases for cue in cues)


def _forms(inflect: Inflector, table: str, kind: str, word: str) -> list[str]:
    """Return the surfaces that cover a word."""
    if kind == "verbs":
        return [form for form, _ in inflect.verb(word)]
    if table == "nouns" or kind == "nouns":
        return [form for form, _ in inflect.noun(word)]
    return [word]


def uncovered(table: str, cases: str, reasons: dict[str, Any]) -> Entries:
    """Return the classes of a table with the cues that the cases lack."""
    tables = Lexicon.builtin("en").tables
    inflect = Inflector(tables)
    entries: Entries = {}
    for name, entry in tables[table].items():
        lists: dict[str, list[str]] = {}
        for kind in KINDS[table]:
            surfaces = {word: _forms(inflect, table, kind, word) for word in entry.get(kind, ())}
            lists[kind] = [word for word, forms in surfaces.items() if not contains(cases, forms)]
        if any(lists.values()):
            covered = sum(len(entry.get(kind, ())) - len(words) for kind, words in lists.items())
            default = REASON if table in ("bounds", "certainty") else SIBLINGS if covered else NOTHING
            reason = reasons.get(table, {}).get(name, {}).get("reason", default)
            reason = default if reason in (REASON, SIBLINGS, NOTHING) else reason
            entries[name] = {"reason": reason, **{kind: words for kind, words in lists.items() if words}}
    return entries


def generate() -> str:
    """Return the text of the file."""
    reasons = tomllib.loads(TARGET.read_text(encoding="utf-8")) if TARGET.exists() else {}
    cases = case_text()
    return HEADER + "".join(write_table(table, uncovered(table, cases, reasons)) for table in KINDS)


if __name__ == "__main__":
    sys.exit(finish(TARGET, generate(), sys.argv[1:]))
