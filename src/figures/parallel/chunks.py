"""Chunks: a stream of texts cut into parts of about equal length, whatever the length of its texts.

Short texts go together. A long text is cut at blank lines, over which nothing is read, so that the figures of its
pieces are those of the whole; a text without blank lines stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import attrs

from figures.collection import Figures
from figures.parallel.failures import ExtractionFailure
from figures.parallel.flat import Flat, restore, unpack

if TYPE_CHECKING:
    from figures.records import Category, Figure

T = TypeVar("T")

#: Characters of a full chunk. It takes a worker some 50 ms, its way between the processes less than one.
FULL = 65_536
#: Characters of the first chunks, so that few texts keep all workers busy, and results begin early.
_FIRST = 1024
#: What a text weighs beside its characters: an empty one costs something too.
_EACH = 160
#: A blank line between two words, with all white space around it; what is repaired in a text or told by the end of it
#: (the number of a page, white space in odd characters) is not there.
_BLANK = re.compile(r"(?<=[a-z][a-z.])[ \t\r]*\n[ \t\r]*\n[ \t\r\n]*(?=[A-Z][a-z])")
#: The mark of an item, which another one nearby confirms, also over blank lines (`skips/items.py`).
_MARK = re.compile(r"\d[.)]")
_NEARBY = 450


def weight(text: object) -> int:
    """Return what a text costs, in characters."""
    return _EACH + (len(text) if isinstance(text, str) else 0)


def grouped(items: Iterable[T], weigh: Callable[[T], int], full: Callable[[], int]) -> Iterator[list[T]]:
    """Yield lists of items that weigh as much as a full one, or are the last.

    An error of the source comes behind the items before it.

    >>> list(grouped([3, 1, 4, 1, 5], int, lambda: 4))
    [[3, 1], [4], [1, 5]]
    """
    group: list[T] = []
    total = 0
    broken: Exception | None = None
    try:
        for item in items:
            group.append(item)
            total += weigh(item)
            if total >= full():
                yield group
                group, total = [], 0
    except Exception as error:  # noqa: BLE001 - it is raised below
        broken = error
    if group:
        yield group
    if broken is not None:
        raise broken


@attrs.define(eq=False)
class Document:
    """A text on its way: its position, what was found in it so far, and what went wrong."""

    index: int
    text: str
    error: BaseException | None = None
    found: list[Figure] = attrs.field(factory=list)

    def result(self) -> Figures | ExtractionFailure:
        """Return what the consumer gets."""
        if self.error is not None:
            return ExtractionFailure(self.index, self.error)
        return Figures(self.found, source=self.text)


class Piece(NamedTuple):
    """A part of a document, mostly all of it."""

    document: Document
    start: int
    end: int
    last: bool

    @property
    def text(self) -> str:
        """The characters, as a plain str also where the user's text is of a class of its own."""
        return str.__getitem__(self.document.text, slice(self.start, self.end))

    def add(self, answer: list[Flat] | BaseException, categories: dict[str, Category]) -> None:
        """Give the document what a worker found in this piece."""
        document = self.document
        if isinstance(answer, BaseException):
            document.error = document.error or answer
        elif document.error is None:
            document.found += restore(answer, document.text, self.start, categories)


@attrs.define(eq=False)
class Chunk:
    """Pieces that one worker reads, and its answer: bytes (see `flat.py`), or how the worker died.

    `alone` tells a single piece of a chunk that a worker died on before; `weight` is that of all pieces.
    """

    pieces: list[Piece]
    alone: bool = False
    answer: bytes | BaseException | None = None
    weight: int = attrs.field(
        init=False, default=attrs.Factory(lambda self: sum(map(_weight, self.pieces)), takes_self=True)
    )

    @property
    def held(self) -> int:
        """Characters and bytes that are held for this chunk."""
        return self.weight + (len(self.answer) if isinstance(self.answer, bytes) else 0)

    def answers(self) -> list[list[Flat] | BaseException]:
        """Return the answer for each piece."""
        if isinstance(self.answer, bytes):
            return unpack(self.answer)
        return [] if self.answer is None else [self.answer]

    def apart(self) -> list[Chunk]:
        """Return a chunk for each piece, to find the one that a worker dies on."""
        return [Chunk([piece], alone=True) for piece in self.pieces]


class Chunks:
    """The chunks of a stream, the first ones small; what is no str has its error already."""

    def __init__(self, texts: Iterable[str], workers: int) -> None:
        self._taken = 0
        self._workers = workers
        self._groups = grouped(_pieces(texts), self._weigh, lambda: self.size)

    @property
    def size(self) -> int:
        """Weight of the next chunk: a share of what was taken so far, up to a full one."""
        return min(FULL, max(_FIRST, self._taken // (4 * self._workers)))

    def take(self) -> Chunk | None:
        """Return the next chunk, None behind the last; raises what the source of the texts raises."""
        group = next(self._groups, None)
        return None if group is None else Chunk(group)

    def _weigh(self, piece: Piece) -> int:
        weight = _weight(piece)
        self._taken += weight
        return weight


def _weight(piece: Piece) -> int:
    return _EACH + piece.end - piece.start


def _pieces(texts: Iterable[str]) -> Iterator[Piece]:
    from figures.pipeline import _check_text

    for index, text in enumerate(texts):
        try:
            _check_text(text)
        except TypeError as error:
            document = Document(index, "", error)
        else:
            document = Document(index, text)
        yield from _cut(document)


def _cut(document: Document) -> Iterator[Piece]:
    text, start = document.text, 0
    if len(text) > 2 * FULL:
        for blank in _BLANK.finditer(text, FULL):
            end = blank.end()
            if end - start >= FULL and _MARK.search(text, end - _NEARBY, end + _NEARBY) is None:
                yield Piece(document, start, end, last=False)
                start = end
    yield Piece(document, start, len(text), last=True)
