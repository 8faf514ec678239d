"""The senses of a lexicon as lines of JSON, and back: a sense that no text asks for is never made again.

The first three lines hold the senses that words share, what else follows from all surfaces, and the tokens. Then
comes a line for each noun, and one for each token in the order of the tokens.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from figures.lexicon import senses as s
from figures.lexicon.compiled import Surfaces
from figures.records import Bound, Certainty

#: The fields of a word that JSON holds as they are.
_PLAIN = ("flags", "forms", "marked", "opens", "plural", "strange", "telling")
#: Where the senses behind other fields are kept.
_POOLS = {
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
FIELDS = (*_PLAIN, *_POOLS, "verbs", "who", "phrases")  # all but `tails`, which are found on demand
_SILENT = s.Word()


def dump(surfaces: Surfaces) -> list[str]:
    """Return the lines of what `load` takes back."""
    pools = {name: _Pool() for name in _POOLS.values()}
    tokens = sorted(surfaces.words)
    words = [_line(_word_row(surfaces.words[token], pools)) for token in tokens]
    symbols = {
        first: [(rest, pools["units"].number(unit)) for rest, unit in options]
        for first, options in surfaces.symbols.items()
    }
    nouns = pools.pop("nouns").rows
    said: dict[str, Any] = {name: sorted(getattr(surfaces, name)) for name in ("trailing", "leads", "be")}
    said.update(symbols=symbols, torn=surfaces.torn, nouns=len(nouns))
    shared = {name: pool.rows for name, pool in pools.items()}
    return [_line(shared), _line(said), _line(tokens), *map(_line, nouns), *words]


def load(lines: list[str]) -> Surfaces:
    """Return the surfaces that `dump` made lines of; a word is made when it is first asked for."""
    shared, said, tokens = map(json.loads, lines[:3])
    pools = _shared(shared)
    words = 3 + said["nouns"]
    return Surfaces(
        words=StoredWords(dict(zip(tokens, lines[words:], strict=True)), lines[3:words], pools),
        symbols={
            first: [(tuple(rest), pools["units"][number]) for rest, number in options]
            for first, options in said["symbols"].items()
        },
        torn=said["torn"],
        **{name: frozenset(said[name]) for name in ("trailing", "leads", "be")},
    )


class StoredWords(Mapping[str, s.Word]):
    """The words of a lexicon, each made of its row when it is first asked for."""

    def __init__(self, rows: dict[str, str], nouns: list[str], shared: Mapping[str, list[Any]]) -> None:
        self._rows = rows
        self._shared = shared
        self._noun_rows = nouns
        self._nouns: dict[int, s.Noun] = {}
        self._words: dict[str, s.Word] = {}

    def __getitem__(self, token: str) -> s.Word:
        word = self._words.get(token)
        if word is None:  # two threads that make it at once go on with the same one
            word = self._words.setdefault(token, self._word(json.loads(self._rows[token])))
        return word

    def get(self, token: str, default: Any = None) -> Any:
        """Return the sense of a token, without an exception for one that is not there."""
        return self[token] if token in self._rows else default

    def __contains__(self, token: object) -> bool:
        return token in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _word(self, row: Mapping[str, Any]) -> s.Word:
        word = s.Word()
        for name, value in row.items():
            setattr(word, name, self._value(name, value))
        return word

    def _value(self, name: str, value: Any) -> Any:
        if name in _PLAIN:
            return value
        if name == "noun":
            return self._noun(value)
        if name == "phrases":
            return self._phrases(value)
        if name == "verbs":
            return tuple((self._shared["frames"][number], form) for number, form in value)
        if name == "who":
            return tuple(value)
        pool = self._shared[_POOLS[name]]
        return tuple(pool[number] for number in value) if isinstance(value, list) else pool[value]

    def _noun(self, number: int) -> s.Noun:
        noun = self._nouns.get(number)
        if noun is None:
            surface, cls, unit, who, category, strong = json.loads(self._noun_rows[number])
            made = s.Noun(surface, cls, unit, tuple(who), category, strong)
            noun = self._nouns.setdefault(number, made)
        return noun

    def _phrases(self, tree: Mapping[str, Any]) -> s.Phrases:
        return {
            token: (
                None if row is None else self._word(row),
                self._phrases(longer) if longer else s.NO_PHRASES,
            )
            for token, (row, longer) in tree.items()
        }


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
    """Return the fields in which a word says more than nothing."""
    fields = {name: getattr(word, name) for name in FIELDS}
    return {
        name: _plain(name, value, pools) for name, value in fields.items() if value != getattr(_SILENT, name)
    }


def _plain(name: str, value: Any, pools: Mapping[str, _Pool]) -> Any:
    """Return a field of a word as JSON can hold it."""
    if name == "phrases":
        return {
            token: (sense and _word_row(sense, pools), _plain(name, longer, pools))
            for token, (sense, longer) in sorted(value.items(), key=lambda phrase: phrase[0])
        }
    if name == "verbs":
        return [(pools["frames"].number(frame), form) for frame, form in value]
    if name not in _POOLS:
        return value
    pool = pools[_POOLS[name]]
    return [pool.number(sense) for sense in value] if isinstance(value, tuple) else pool.number(value)


def _shared(rows: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    """Return the frames, units and cues that words share; there are few hundred."""
    certainties: list[s.CertaintyCue] = []
    for cue, certainty, scope, forward, bound, passive in rows["certainties"]:
        made = s.CertaintyCue(cue, Certainty(certainty), scope, forward)
        made.bound = None if bound is None else Bound(bound)
        made.passive = None if passive is None else certainties[passive]
        certainties.append(made)
    units = []
    for *fields, symbols in rows["units"]:
        units.append(s.UnitSense(*fields))
        units[-1].part_symbols = frozenset(symbols)
    return {
        "frames": [s.Frame(*row) for row in rows["frames"]],
        "units": units,
        "bounds": [
            s.BoundCue(cue, Bound(bound), strict, side) for cue, bound, strict, side in rows["bounds"]
        ],
        "certainties": certainties,
    }


def _line(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))
