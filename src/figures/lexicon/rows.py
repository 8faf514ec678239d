"""The senses of a lexicon as lines of JSON; `stored` reads them back.

The first line holds what is needed at once, with the number of each token's sense and of the phrases that it begins.
Then comes a line for each noun, for each sense, and for the phrases behind each token. What is the same is kept once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from figures.lexicon import senses as s
from figures.lexicon.compiled import Surfaces

#: The fields of a word that JSON holds as they are.
PLAIN = ("flags", "forms", "marked", "opens", "plural", "strange", "telling")
#: Where the senses behind other fields are kept.
POOLS = {
    "noun": "nouns",
    "unit": "units",
    "money": "units",
    "before": "bounds",
    "after": "bounds",
    "certainty": "certainties",
    "adjectives": "frames",
    "nominals": "frames",
    "labels": "frames",
}
_OWN = (*PLAIN, *POOLS, "verbs", "who")
FIELDS = (*_OWN, "phrases")  # all but `tails`, which are found on demand
_SILENT = s.Word()


def dump(surfaces: Surfaces) -> list[str]:
    """Return the lines of what `stored.load` takes back."""
    pools = {name: _Pool() for name in POOLS.values()}
    senses, trees = _Kept(), _Kept()
    words, begun = {}, {}
    for token, word in sorted(surfaces.words.items()):
        words[token] = senses.number(_word_row(word, pools))
        if word.phrases:
            begun[token] = trees.number(_tree(word.phrases, senses, pools))
    symbols = {
        first: [(rest, pools["units"].number(unit)) for rest, unit in options]
        for first, options in surfaces.symbols.items()
    }
    nouns = list(map(_line, pools.pop("nouns").rows))
    said: dict[str, Any] = {name: sorted(getattr(surfaces, name)) for name in ("trailing", "leads", "be")}
    said.update(shared={name: pool.rows for name, pool in pools.items()}, symbols=symbols, torn=surfaces.torn)
    said.update(words=words, begun=begun, nouns=len(nouns), senses=len(senses.numbers))
    return [_line(said), *nouns, *senses.numbers, *trees.numbers]


def _tree(phrases: s.Phrases, senses: _Kept, pools: Mapping[str, _Pool]) -> dict[str, Any]:
    """Return phrases as a tree of tokens: to the number of a sense, to longer phrases, or to both."""
    tree: dict[str, Any] = {}
    for token, (sense, longer) in sorted(phrases.items(), key=lambda phrase: phrase[0]):
        number = None if sense is None else senses.number(_word_row(sense, pools))
        behind = _tree(longer, senses, pools)
        tree[token] = behind if number is None else [number, behind] if behind else number
    return tree


class _Kept:
    """Lines of JSON, each kept once and numbered as they come."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def number(self, row: Any) -> int:
        """Return the number of a row."""
        return self.numbers.setdefault(_line(row), len(self.numbers))


class _Pool:
    """Senses that several words share, numbered as they come."""

    def __init__(self) -> None:
        self.rows: list[list[Any]] = []
        self._numbers: dict[Any, int] = {}

    def number(self, sense: Any) -> int:
        """Return the number of a sense; its fields are kept when it is new."""
        if sense not in self._numbers:
            fields = (getattr(sense, name) for name in type(sense).__dataclass_fields__)
            self.rows.append([self._plain(value) for value in fields])
            self._numbers[sense] = len(self.rows) - 1
        return self._numbers[sense]

    def _plain(self, value: Any) -> Any:
        if isinstance(value, s.CertaintyCue):
            return self.number(value)
        return sorted(value) if isinstance(value, frozenset) else value


def _word_row(word: s.Word, pools: Mapping[str, _Pool]) -> dict[str, Any]:
    """Return the fields in which a word says more than nothing, without its phrases."""
    fields = {name: getattr(word, name) for name in _OWN}
    return {
        name: _plain(name, value, pools) for name, value in fields.items() if value != getattr(_SILENT, name)
    }


def _plain(name: str, value: Any, pools: Mapping[str, _Pool]) -> Any:
    """Return a field of a word as JSON can hold it."""
    if name == "verbs":
        return [(pools["frames"].number(frame), form) for frame, form in value]
    if name not in POOLS:
        return value
    pool = pools[POOLS[name]]
    return [pool.number(sense) for sense in value] if isinstance(value, tuple) else pool.number(value)


def _line(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))
