"""The layout of lexicon files: which tables there are, which keys an entry may have, and of which type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from figures.errors import LexiconError, nearest
from figures.lexicon.plain import SHAPES, check_plain
from figures.records import Bound, Certainty

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
    "frames": {**_ROLES, "verbs": list, "adjectives": list, "nouns": list, "labels": list},
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
    "units": {
        "kind": str,
        "dimension": str,
        "pint": str,
        "names": list,
        "symbols": list,
        "part": str,
        "parts": int,
        "part_symbols": list,
        "comment": str,
    },
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
PLAIN = frozenset(SHAPES)

_CERTAINTIES = tuple(Certainty)
CLASSES = (
    "person", "combatant", "household", "team", "house", "building", "infrastructure", "refuge", "structure", "vehicle",
    "weapon", "good", "animal", "crop", "land", "place", "organisation", "force", "event", "money", "label", "thing",
)  # fmt: skip
#: (table, key) -> the values it takes.
ALLOWED: dict[tuple[str, str], tuple[str, ...]] = {
    ("nouns", "class"): CLASSES,
    ("bounds", "bound"): tuple(Bound),
    ("bounds", "side"): ("below", "order"),
    ("certainty", "bound"): tuple(Bound),
    ("certainty", "certainty"): _CERTAINTIES,
    ("certainty", "passive"): _CERTAINTIES,
    ("certainty", "scope"): ("sentence", "clause", "phrase", "number"),
    ("certainty", "direction"): ("forward", "both"),
    ("units", "kind"): ("physical", "time", "ratio", "count"),
}
_ROLE_CLASSES = (*CLASSES, "mass", "volume", "area", "length")
POPULATIONS = (
    "aid_worker", "child", "civilian", "combatant", "elderly", "foreigner", "health_worker", "idp", "journalist", "man",
    "migrant", "police", "prisoner", "refugee", "returnee", "student", "woman",
)  # fmt: skip
#: table -> the keys that every entry must have.
REQUIRED = {"bounds": ("bound",), "certainty": ("certainty",), "currencies": ("names",)}


def check(data: Mapping[str, Any], where: object) -> dict[str, Table]:
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
                _check_entry(entry, table, SCHEMA[table], f"{where}: [{table}.{name}]")
        else:
            check_plain(table, entries, str(where))
    return dict(data)


def _check_entry(entry: Any, table: str, keys: Mapping[str, type], where: str) -> None:
    if not isinstance(entry, dict):
        raise LexiconError(f"{where} must be a table with the keys {', '.join(keys)}")
    for key in REQUIRED.get(table, ()):
        if key not in entry:
            raise LexiconError(f"{where} has no key {key!r}, which every entry of [{table}] needs")
    for key, value in entry.items():
        if key == "override":
            if not isinstance(value, bool):
                raise LexiconError(
                    f"{where} key 'override' must be of type bool, true or false, not {value!r}"
                )
            continue
        if key not in keys:
            raise LexiconError(f"{where} has no key {key!r}{nearest(key, keys)}; it takes {', '.join(keys)}")
        wanted: Any = keys[key]
        if not isinstance(value, wanted):
            raise LexiconError(
                f"{where} key {key!r} must be of type {wanted.__name__}, not {type(value).__name__}"
            )
        if (table, key) in ALLOWED and value not in ALLOWED[table, key]:
            known = ALLOWED[table, key]
            raise LexiconError(
                f"{where} key {key!r} is {value!r}{nearest(value, known)}; it is one of {', '.join(known)}"
            )
        if key == "who":
            for name in value:
                _known(name, POPULATIONS, f"{where} key 'who'")
        if key in _ROLES:
            _check_role(value, f"{where} key {key!r}")
        if isinstance(value, list) and not all(isinstance(v, str) and v.strip() for v in value):
            raise LexiconError(f"{where} key {key!r} must list non-empty strings")


def _check_role(role: Mapping[str, Any], where: str) -> None:
    for cls, category in role.items():
        _known(cls, _ROLE_CLASSES, where)
        if not isinstance(category, str):
            raise LexiconError(f"{where}: {cls} must name a category, not {category!r}")


def check_words(tables: Mapping[str, Table]) -> None:
    """Refuse a word that two entries claim, unless the later one says `override = true`."""
    for table, keys in (
        ("nouns", ("words",)),
        ("bounds", ("before", "after")),
        ("certainty", ("words",)),
        ("units", ("names", "symbols")),
    ):
        for key in keys:
            seen: dict[str, str] = {}
            for name, entry in tables.get(table, {}).items():
                for word in entry.get(key, ()):
                    if word in seen and not entry.get("override"):
                        raise LexiconError(
                            f"[{table}.{name}] repeats {word!r} of [{table}.{seen[word]}]; "
                            "write `override = true` in the later one to take it over"
                        )
                    seen[word] = name


def check_names(tables: Mapping[str, Table]) -> None:
    """Refuse entries that lead to a category that does not exist, and verbs that lead to two."""
    categories = tables.get("categories", {})
    for name, entry in tables.get("nouns", {}).items():
        _known(entry.get("category"), categories, f"[nouns.{name}] key 'category'")
    for table in ("planned", "orders"):
        plain: Mapping[str, Any] = tables.get(table, {})
        for key, category in plain.items():
            if isinstance(category, str):
                _known(category, categories, f"{table}.{key}")
    seen: dict[tuple[str, str, str], tuple[str, str]] = {}
    for name, entry in tables.get("frames", {}).items():
        for role in _ROLES:
            for cls, category in entry.get(role, {}).items():
                _known(category, categories, f"[frames.{name}.{role}] key {cls!r}")
                for verb in entry.get("verbs", ()):
                    other, says = seen.setdefault((verb, role, cls), (name, category))
                    if says != category and not entry.get("override"):
                        raise LexiconError(
                            f"[frames.{name}] says {category!r} of the {role} of {verb!r}, "
                            f"[frames.{other}] says {says!r}; "
                            "write `override = true` in the later one to take the verb over"
                        )


def _known(name: str | None, known: Iterable[str], where: str) -> None:
    if name is not None and name not in known:
        raise LexiconError(f"{where} names {name!r}, which is not known{nearest(name, known)}")
