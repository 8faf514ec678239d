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
SHOWN = 3  # covered words that a reason names
#: How the reasons open and close that are written here; others are kept.
NOTHING, COVERED = "no case line has a word of this group yet", "case lines have "
READ, FOUND = "test_data_files.py reads the others in made sentences", "test_data_files.py finds each"
HEADER = """\
# Words of the English lexicon that no case line contains. Written by scripts/list_uncovered.py.
#
# [bounds.CLASS], [certainty.CLASS]  the classes of hedges.toml; [nouns.GROUP], [frames.NAME]  those of their files
#   reason         which words of the group case lines have, with the same fields; may be edited, the script keeps it
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


def _reason(covered: list[str], guard: str) -> str:
    """Return why the other words of a group need no case line: "case lines have 'boat', 'canoe' and 3 more; ..."."""
    if not covered:
        return f"{NOTHING}; {guard}"
    shown = [repr(word.partition("/")[0]) for word in covered[:SHOWN]]
    rest = [f"{len(covered) - SHOWN} more"] if len(covered) > SHOWN else []
    return f"{COVERED}{', '.join(shown + rest)} of this group, with the same fields; {guard}"


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
            covered = [
                word for kind, words in lists.items() for word in entry.get(kind, ()) if word not in words
            ]
            reason = reasons.get(table, {}).get(name, {}).get("reason", NOTHING)
            if reason.startswith((NOTHING, COVERED)):
                reason = _reason(covered, READ if table in ("bounds", "certainty") else FOUND)
            entries[name] = {"reason": reason, **{kind: words for kind, words in lists.items() if words}}
    return entries


def generate() -> str:
    """Return the text of the file."""
    reasons = tomllib.loads(TARGET.read_text(encoding="utf-8")) if TARGET.exists() else {}
    cases = case_text()
    return HEADER + "".join(write_table(table, uncovered(table, cases, reasons)) for table in KINDS)


if __name__ == "__main__":
    sys.exit(finish(TARGET, generate(), sys.argv[1:]))
