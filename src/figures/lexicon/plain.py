"""The shape of the plain tables of a lexicon file: word lists, number words, endings, verb forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from figures.errors import LexiconError, nearest

#: Returns what a value must be, or None when it is.
Shape = Callable[[Any], str | None]
_VERB_FORMS = 4
_COMBINED = 3


def _number(value: Any) -> str | None:
    return None if isinstance(value, int | float) and not isinstance(value, bool) else "a number"


def _word(value: Any) -> str | None:
    return None if isinstance(value, str) and value.strip() else "a non-empty string"


def _words(value: Any) -> str | None:
    good = isinstance(value, list) and all(_word(word) is None for word in value)
    return None if good else "a list of non-empty strings"


def _vague(value: Any) -> str | None:
    good = (
        isinstance(value, dict)
        and {"low", "high"} <= set(value)
        and all(_number(n) is None for n in value.values())
    )
    return None if good else "a table of numbers with the keys low and high"


def _pair(value: Any) -> str | None:
    good = isinstance(value, list) and len(value) == 2 and all(_number(n) is None for n in value)
    return None if good else "a pair of numbers"


def _endings(value: Any) -> str | None:
    try:
        for pattern, replacement in value:
            re.compile(pattern)
            if not isinstance(replacement, str):
                return "a list of [pattern, replacement] pairs"
    except (TypeError, ValueError, re.error):
        return "a list of [pattern, replacement] pairs"
    return None


def _forms(value: Any) -> str | None:
    good = isinstance(value, str) and len(value.split()) == _VERB_FORMS
    return None if good else "the four forms 's-form past participle -ing'"


def _combinations(value: Any) -> str | None:
    good = isinstance(value, list) and all(
        isinstance(row, list) and len(row) == _COMBINED and _words(row) is None for row in value
    )
    return None if good else "a list of [category, category, both] rows"


def _categories(value: Any) -> str | None:
    good = isinstance(value, dict) and all(_word(name) is None for name in value.values())
    return None if good else "a table from category to category"


_LIST: dict[str, Shape] = {"words": _words}
#: table -> key -> shape; the key "*" stands for every other key.
SHAPES: dict[str, dict[str, Shape]] = {
    "abbreviations": _LIST,
    "age": {"after": _words, "before": _words},
    "big_money": {"*": _word},
    "by_population": {"*": _categories},
    "cardinals": {"*": _number},
    "cash": _LIST,
    "changes": {"verbs": _words, "nouns": _words, "by": _words},
    "classes": {"*": _word},
    "clock": _LIST,
    "combinations": {"pairs": _combinations},
    "doubling": {"verbs": _words},
    "doubling_optional": {"verbs": _words},
    "eras": _LIST,
    "fractions": {"*": _number},
    "governed": {"*": _words},
    "identifiers": _LIST,
    "inclusion": _LIST,
    "inflection": {"*": _endings},
    "irregular_verbs": {"*": _forms},
    "levels": _LIST,
    "lists": {"*": _words},
    "months": _LIST,
    "multiples": {"*": _number},
    "names": _LIST,
    "negated": {"*": _word},
    "negative": _LIST,
    "one_idioms": {"after": _words, "before": _words},
    "orders": {"verbs": _words, "*": _word},
    "ordinals": _LIST,
    "per": _LIST,
    "person_endings": {"*": _word},
    "planned": {"*": _word},
    "pseudo": _LIST,
    "scales": {"*": _number},
    "several": {"*": _pair},
    "sizes": _LIST,
    "staying": _LIST,
    "suffixes": {"ambiguous": _words, "money": _words, "*": _number},
    "vague": {"*": _vague},
    "variants": {"*": _word},
    "weekdays": _LIST,
    "words": {"*": _words},
    "year_before": _LIST,
    "zero": {"words": _words, "values": _words, "people": _words},
}


def check_plain(table: str, entries: Mapping[str, Any], where: str) -> None:
    """Refuse an entry of a plain table that has not the table's shape."""
    shapes = SHAPES[table]
    for key, value in entries.items():
        shape = shapes.get(key) or shapes.get("*")
        if shape is None:
            hint = nearest(key, shapes)
            raise LexiconError(f"{where}: [{table}] has no key {key!r}{hint}; it takes {', '.join(shapes)}")
        wanted = shape(value)
        if wanted is not None:
            raise LexiconError(f"{where}: {table}.{key} must be {wanted}, not {value!r}")
