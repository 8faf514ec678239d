"""The six cases: what is read, from many long texts to one line without an end."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, cycle, islice
from pathlib import Path
from typing import NamedTuple

import regex

from benchmarks.speed.corpus import Corpus
from benchmarks.speed.synthetic import synthetic
from benchmarks.speed.systems import PLAIN_PATTERN

LINE = 10_000_000
_CUT = 10_000  # characters of the pieces that the one line is kept in
_VAGUE = "few|many|scores?|tens|couple|quarters?|trillions?|nil|zero"  # what the plain scan leaves out
_NUMBER = regex.compile(rf"{PLAIN_PATTERN}|\b(?:{_VAGUE})\b", regex.IGNORECASE)
_SENTENCE = regex.compile(r"(?<=[.!?])\s+|\n+")
_CHUNK = 8  # sentences of a text without numbers


class Case(NamedTuple):
    """Texts under a name; with `one_line` the pieces of a single text."""

    name: str
    origin: str
    pieces: Sequence[str]
    one_line: bool = False

    def write(self, path: Path) -> None:
        """Write the pieces for a process that reads them."""
        path.write_text("".join(f"{json.dumps(piece)}\n" for piece in self.pieces), encoding="ascii")


def cases(corpus: Corpus, scale: float = 1.0) -> list[Case]:
    """Return the cases; those that no corpus holds are written, and `scale` is their size."""
    return [
        Case("news", corpus.origin, corpus.news),
        Case("situation reports", corpus.origin, corpus.sitrep),
        Case("no numbers", corpus.origin, without_numbers(corpus.news)),
        Case("all numbers", "synthetic", synthetic("counts", int(500_000 * scale))),
        Case("one line", corpus.origin, one_line(corpus.news, int(LINE * scale)), one_line=True),
        Case("tiny texts", corpus.origin, corpus.notes),
    ]


def without_numbers(texts: Iterable[str]) -> list[str]:
    """Return the sentences of texts that hold no digit and no number word, a few of them a text."""
    sentences = chain.from_iterable(map(_SENTENCE.split, texts))
    plain = (sentence for sentence in sentences if sentence and not _NUMBER.search(sentence))
    return list(iter(lambda: " ".join(islice(plain, _CHUNK)), ""))


def one_line(texts: Sequence[str], size: int) -> list[str]:
    """Return the pieces of a line of `size` characters: the texts in turn, line ends made blanks."""
    pieces, left = [], size
    for piece in _cut(cycle(texts)):
        pieces.append(piece[:left])
        left -= len(pieces[-1])
        if left <= 0:
            return pieces
    return pieces


def _cut(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        line = " ".join(text.split()) + " "
        yield from (line[at : at + _CUT] for at in range(0, len(line), _CUT))
