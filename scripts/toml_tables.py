"""What the generators of data files share: sorted TOML tables, and the comparison with the committed file."""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Entries = dict[str, dict[str, Any]]


def write_table(table: str, entries: Mapping[str, Mapping[str, Any]]) -> str:
    """Return `[table.id]` tables in order of id; lists are sorted, whatever the case, and lose duplicates."""
    blocks = []
    for id_ in sorted(entries, key=lambda id_: (id_.casefold(), id_)):
        lines = [f"\n[{table}.{id_}]"]
        for key, value in entries[id_].items():
            lines.append(f"{key} = {_toml(value)}")
        blocks.append("\n".join(lines) + "\n")
    return "".join(blocks)


def finish(target: Path, text: str, arguments: Sequence[str]) -> int:
    """Write the text, or with `--check` print how the committed file differs; return the exit code."""
    if "--check" not in arguments:
        target.write_text(text, encoding="utf-8", newline="\n")
        return 0
    committed = target.read_text(encoding="utf-8") if target.exists() else ""
    old, new = committed.splitlines(), text.splitlines()
    diff = list(difflib.unified_diff(old, new, target.name, "generated", lineterm="", n=1))
    print("\n".join(diff) if diff else f"{target.name} is up to date")
    return 1 if diff else 0


def _toml(value: int | str | list[str]) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(_string, sorted(set(value), key=lambda v: (v.casefold(), v)))) + "]"
    return _string(value)


def _string(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
