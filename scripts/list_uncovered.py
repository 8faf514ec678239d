"""Write tests/uncovered.toml: the hedge cues that no case line contains, with the reason.

    python scripts/list_uncovered.py            # write the file; reasons edited there are kept
    python scripts/list_uncovered.py --check    # exit 1 with a diff when the committed file differs

To cover a cue, write a line with it into tests/cases/en and run the script again.
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
KINDS = {"bounds": ("before", "after"), "certainty": ("verbs", "words")}
REASON = "a variant of cues that case lines have; test_data_files.py reads it in a made sentence"
HEADER = """\
# Hedge cues of data/en/hedges.toml that no case line contains. Written by scripts/list_uncovered.py.
#
# [bounds.CLASS], [certainty.CLASS]  the classes of hedges.toml
#   reason         why the cues have no case line; may be edited, the script keeps it
#   before, after  bound cues before and behind a number
#   verbs, words   cues of commitment; a verb is covered when a case line has one of its forms
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


def uncovered(table: str, cases: str, reasons: dict[str, Any]) -> Entries:
    """Return the classes of a table with the cues that the cases lack."""
    tables = Lexicon.builtin("en").tables
    inflect = Inflector(tables)
    entries: Entries = {}
    for name, entry in tables[table].items():
        lists: dict[str, list[str]] = {}
        for kind in KINDS[table]:
            forms = {cue: [cue] for cue in entry.get(kind, ())}
            if kind == "verbs":
                forms = {verb: [form for form, _ in inflect.verb(verb)] for verb in forms}
            lists[kind] = [cue for cue, surfaces in forms.items() if not contains(cases, surfaces)]
        if any(lists.values()):
            reason = reasons.get(table, {}).get(name, {}).get("reason", REASON)
            entries[name] = {"reason": reason, **{kind: cues for kind, cues in lists.items() if cues}}
    return entries


def generate() -> str:
    """Return the text of the file."""
    reasons = tomllib.loads(TARGET.read_text(encoding="utf-8")) if TARGET.exists() else {}
    cases = case_text()
    return HEADER + "".join(write_table(table, uncovered(table, cases, reasons)) for table in KINDS)


if __name__ == "__main__":
    sys.exit(finish(TARGET, generate(), sys.argv[1:]))
