"""The layout of lexicon files: which tables there are, which keys an entry may have, and of which type."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from figures.errors import LexiconError, nearest

Entry = dict[str, Any]
Table = dict[str, Entry]

_Keys = Mapping[str, type]

_WORDS = {"words": list}
_ROLES = {"object": dict, "subject": dict, "recipient": dict}
#: table -> key -> type. Tables of plain values (`one = 1`) are listed in `PLAIN`.
SCHEMA: dict[str, _Keys] = {
    "nouns": {
        **_WORDS,
        "class": str,
        "unit": str,
        "who": list,
        "category": str,
        "strong": bool,
        "compound": bool,
    },
    "modifiers": {**_WORDS, "who": list},
    "frames": {**_ROLES, "verbs": list, "adjectives": list, "nouns": list},
    "bounds": {"bound": str, "strict": bool, "side": str, "before": list, "after": list},
    "certainty": {
        "certainty": str,
        "scope": str,
        "direction": str,
        "passive": str,
        "bound": str,
        "verbs": list,
        "words": list,
    },
    "units": {"kind": str, "dimension": str, "pint": str, "names": list, "symbols": list, "comment": str},
    "currencies": {"names": list, "symbols": list},
    "categories": {
        "definition": str,
        "parent": str,
        "bundles": list,
        "hxl": str,
        "helix": list,
        "gdelt": list,
    },
}
#: Tables whose entries are single values or lists.
PLAIN = frozenset(
    (
        *(
            "cardinals",
            "scales",
            "suffixes",
            "multiples",
            "fractions",
            "vague",
            "several",
            "zero",
            "one_idioms",
        ),
        *("months", "weekdays", "ordinals", "identifiers", "clock", "eras", "names", "year_before", "pseudo"),
        *(
            "words",
            "levels",
            "changes",
            "inclusion",
            "per",
            "abbreviations",
            "classes",
            "age",
            "cash",
            "governed",
        ),
        *("inflection", "irregular_verbs", "doubling", "doubling_optional"),
        *("combinations", "planned", "orders", "by_population", "lists"),
    )
)


def check(data: Mapping[str, Any], where: Path | str) -> dict[str, Table]:
    """Return the tables of a lexicon file after checking their shape.

    `LexiconError` names file, table and entry.
    """
    for table, entries in data.items():
        if table not in SCHEMA and table not in PLAIN:
            hint = nearest(table, [*SCHEMA, *PLAIN])
            raise LexiconError(f"{where}: no table is called [{table}]{hint}")
        if not isinstance(entries, dict):
            raise LexiconError(f"{where}: {table!r} must be a table, not {type(entries).__name__}")
        if table in SCHEMA:
            for name, entry in entries.items():
                _check_entry(entry, SCHEMA[table], f"{where}: [{table}.{name}]")
    return dict(data)


def _check_entry(entry: object, keys: _Keys, where: str) -> None:
    if not isinstance(entry, dict):
        raise LexiconError(f"{where} must be a table with the keys {', '.join(keys)}")
    for key, value in entry.items():
        if key == "override" and isinstance(value, bool):
            continue
        if key not in keys:
            raise LexiconError(f"{where} has no key {key!r}{nearest(key, keys)}; it takes {', '.join(keys)}")
        if not isinstance(value, keys[key]):
            wanted = keys[key].__name__
            raise LexiconError(f"{where} key {key!r} must be of type {wanted}, not {type(value).__name__}")
        if isinstance(value, list) and not all(isinstance(v, str) and v.strip() for v in value):
            raise LexiconError(f"{where} key {key!r} must list non-empty strings")
