"""Pieces: the sentences of texts that hold a number, with what stands around them in their block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from figures.candidates import Candidate
from figures.lexicon.compiled import Compiled
from figures.presence import Presence
from figures.repair import mend
from figures.text import Labelled, blocks, is_heading, is_item, joined, sentences
from figures.tokens import Sentence, tokenise, with_label

if TYPE_CHECKING:
    from figures.cells import Cell, Table

_LONGEST_CELL = 300  # characters of a cell that is one sentence
_PARTING = ("|", "\t", ";", ",", "  ")  # what may part the cells of a table


new = tuple.__new__  # a third of the time of calling the class


class Piece(NamedTuple):
    """The span of a sentence in one of the texts: of a cell with its label, of an item with its heading."""

    number: int
    source: str  # the text as given
    text: str  # and as mended
    first: int
    last: int
    block: int
    label: tuple[Cell, ...] | None = None
    heading: tuple[int, int] | None = None
    dated: bool = False  # its only numbers are dates


def link(last: Piece | None, told: Candidate | None, batch: list[Piece], cut: list[Sentence]) -> None:
    """Give each sentence the one before it in its block, or what was told up to it; a cell of a table has neither."""
    earlier: Sentence | None = None
    for piece, sentence in zip(batch, cut, strict=True):
        goes_on = last is not None and last.number == piece.number and last.block == piece.block
        if goes_on and piece.label is None:
            sentence.earlier = earlier
            if earlier is None:
                sentence.told, sentence.heard = told, True
        if not piece.dated:
            last, earlier = piece, sentence


def tokens_of(piece: Piece, lexicon: Compiled) -> Sentence:
    """Cut a piece into tokens, its label and its heading too."""
    text, first, last = piece.text, piece.first, piece.last
    if piece.label is not None:
        sentence = with_label(text, first, last, piece.label, lexicon)
    else:
        sentence = tokenise(text, first, last, lexicon)
        if piece.heading is not None:
            sentence.heading = tokenise(text, *piece.heading, lexicon)
    sentence.source = piece.source
    return sentence


def numbered(texts: Iterable[str], lexicon: Compiled, *, dated: bool = False) -> Iterator[Piece]:
    """Yield the sentences that hold a number; a cell of a table is one too.

    Those with dates only are left out unless they are asked for.
    """
    for index, source in enumerate(texts):
        text = mend(source)
        presence = Presence(text, lexicon)
        has_number = presence.within
        for start, end in blocks(text):
            if not presence.in_block(start, end):
                continue
            if text.find("\n", start, end) < 0:
                for first, last in sentences(text, start, end, lexicon):
                    counts = presence.may_count(first, last)
                    if counts or dated and has_number(first, last):
                        yield new(Piece, (index, source, text, first, last, start, None, None, not counts))
                continue
            heading: tuple[int, int] | None = None
            lines = joined(text, _spans(text, start, end, lexicon), lexicon, has_number)
            for first, last, label in lines:
                item = is_item(text, first)
                if not item:
                    heading = (first, last) if is_heading(text, first, last) else None
                counts = presence.may_count(first, last) if label is None else has_number(first, last)
                if counts or dated and has_number(first, last):
                    above = heading if item else None
                    yield Piece(index, source, text, first, last, start, label, above, not counts)


def _spans(text: str, start: int, end: int, lexicon: Compiled) -> Iterator[Labelled]:
    """Yield the spans of all sentences of a block, those of the cells of its tables with their labels."""
    at = start
    for table in _tables(text, start, end):
        for first, last in sentences(text, at, table.heads[-1][1], lexicon):
            yield first, last, None
        yield from _cells(text, table, lexicon)
        at = table.lines[-1][1]
    for first, last in sentences(text, at, end, lexicon):
        yield first, last, None


def _tables(text: str, start: int, end: int) -> list[Table]:
    """Return the tables of a block."""
    if not any(text.find(mark, start, end) >= 0 for mark in _PARTING):
        return []
    from figures.tables import find  # with `regex` 20 ms, which a first line of prose need not wait for

    return find(text, start, end)


def _cells(text: str, table: Table, lexicon: Compiled) -> Iterator[tuple[int, int, tuple[Cell, ...]]]:
    """Yield the spans of the cells of a table with their labels; a cell of prose is cut into sentences."""
    from figures.tables import labelled

    for (start, end), label in labelled(text, table, lexicon):
        if end - start < _LONGEST_CELL:
            yield start, end, label
        else:
            for first, last in sentences(text, start, end, lexicon):
                yield first, last, label
