"""A lexicon read from its lines (`rows`), each only when it is asked for: a sense in no text is never made."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, overload

from figures.lexicon import senses as s
from figures.lexicon.compiled import Surfaces
from figures.lexicon.rows import PLAIN, POOLS
from figures.lexicon.schema import Table
from figures.records import Bound, Certainty


def load(lines: Sequence[str], at: int = 0) -> Surfaces:
    """Return the surfaces that `rows.dump` made lines of, the first of them at `at`."""
    said = json.loads(lines[at])
    shared = _shared(said["shared"])
    return Surfaces(
        words=StoredWords(lines, at + 1, said, shared),
        symbols={
            first: [(tuple(rest), shared["units"][number]) for rest, number in options]
            for first, options in said["symbols"].items()
        },
        torn=said["torn"],
        **{name: frozenset(said[name]) for name in ("trailing", "leads", "be")},
    )


class Lines(Sequence[str]):
    r"""The lines of a text in ASCII, each cut when it is asked for; a string apiece would take thrice the memory.

    >>> lines = Lines(b"one\ntwo")
    >>> lines[1], len(lines)
    ('two', 2)
    """

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._ends = array("I", accumulate(map(len, text.split(b"\n"))))

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        start = self._ends[index - 1] + index if index else 0
        return self._text[start : self._ends[index] + index].decode("ascii")

    def __len__(self) -> int:
        return len(self._ends)


class StoredTables(Mapping[str, Table]):
    """The tables of a lexicon, each read of its line when it is first asked for."""

    def __init__(self, names: list[str], lines: Sequence[str], at: int) -> None:
        self._places = {name: at + i for i, name in enumerate(names)}
        self._lines = lines
        self._tables: dict[str, Table] = {}

    def __getitem__(self, name: str) -> Table:
        table = self._tables.get(name)
        if table is None:  # of two threads that read it at once both go on with the same one
            table = self._tables.setdefault(name, json.loads(self._lines[self._places[name]]))
        return table

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class StoredWords(Mapping[str, s.Word]):
    """The words of a lexicon, each made of its line when it is first asked for."""

    def __init__(
        self, lines: Sequence[str], nouns_from: int, said: Mapping[str, Any], shared: Mapping[str, list[Any]]
    ) -> None:
        self._lines = lines
        self._nouns_from = nouns_from
        self._senses_from = nouns_from + said["nouns"]
        self._trees_from = self._senses_from + said["senses"]
        self._numbers: dict[str, int] = said["words"]
        self._begun: dict[str, int] = said["begun"]
        self._shared = shared
        self._nouns: dict[int, s.Noun] = {}
        self._senses: dict[int, s.Word] = {}
        self._words: dict[str, s.Word] = {}  # those that begin phrases

    def __getitem__(self, token: str) -> s.Word:
        if token not in self._begun:
            return self._sense(self._numbers[token])
        word = self._words.get(token)
        if word is None:  # two threads that make it at once go on with the same one
            word = self._made(self._numbers[token])
            word.phrases = self._phrases(json.loads(self._lines[self._trees_from + self._begun[token]]))
            word = self._words.setdefault(token, word)
        return word

    def get(self, token: str, default: Any = None) -> Any:
        """Return the sense of a token, without an exception for one that is not there."""
        return self[token] if token in self._numbers else default

    def __contains__(self, token: object) -> bool:
        return token in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def _sense(self, number: int) -> s.Word:
        sense = self._senses.get(number)
        return sense if sense is not None else self._senses.setdefault(number, self._made(number))

    def _made(self, number: int) -> s.Word:
        word = s.Word()
        for name, value in json.loads(self._lines[self._senses_from + number]).items():
            setattr(word, name, self._value(name, value))
        return word

    def _value(self, name: str, value: Any) -> Any:
        if name in PLAIN:
            return value
        if name == "noun":
            return self._noun(value)
        if name == "verbs":
            return tuple((self._shared["frames"][number], form) for number, form in value)
        if name == "who":
            return tuple(value)
        pool = self._shared[POOLS[name]]
        return tuple(pool[number] for number in value) if isinstance(value, list) else pool[value]

    def _noun(self, number: int) -> s.Noun:
        noun = self._nouns.get(number)
        if noun is None:
            surface, cls, unit, who, category, strong = json.loads(self._lines[self._nouns_from + number])
            made = s.Noun(surface, cls, unit, tuple(who), category, strong)
            noun = self._nouns.setdefault(number, made)
        return noun

    def _phrases(self, tree: Mapping[str, Any]) -> s.Phrases:
        phrases: s.Phrases = {}
        for token, node in tree.items():
            number, longer = _parted(node)
            phrases[token] = (
                None if number is None else self._sense(number),
                self._phrases(longer) if longer else s.NO_PHRASES,
            )
        return phrases


def _parted(node: Any) -> tuple[int | None, Mapping[str, Any]]:
    """Return the number of the sense that ends at a node of a tree, and the longer phrases."""
    if isinstance(node, int):
        return node, {}
    if isinstance(node, dict):
        return None, node
    number, longer = node
    return number, longer


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
