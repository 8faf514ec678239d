"""Plain text: a file is one document. A long one is read in pieces, cut at blank lines, where no figure can cross."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from figures.corpus.items import LONGEST, Item, not_utf8
from figures.corpus.streams import skip

PIECE = 256 * 2**10  # bytes of a piece, of the file as it is unpacked
_BOM = b"\xef\xbb\xbf"
#: A blank line before an ASCII character: white space behind it belongs to the gap, and would to the next piece.
_BLANK_LINE = re.compile(rb"\n[ \t\r]*\n\s*(?=[!-~])")
_LOOSER = (b"\n", b" ")


def read_texts(stream: IO[bytes], name: str, at: int, shift: int) -> Iterator[Item]:
    """Yield the pieces of a text from byte `at` on, `shift` characters from its beginning.

    A piece that is not UTF-8 is bad and costs no other; its characters are counted as if each bad byte were one.
    """
    skip(stream, at)
    for piece, alone in _pieces(stream):
        start, at = at, at + len(piece)
        where = None if alone and start == 0 else ("byte", start)
        if (nul := piece.find(b"\0")) >= 0:
            raise ValueError(f"not a text file, NUL byte at offset {start + nul}; what follows is not read")
        text, reason = _decoded(piece if start else piece.removeprefix(_BOM))
        first, shift = shift, shift + len(text)
        yield Item(name, "" if reason else text, at, shift, where, first, reason)


def _decoded(piece: bytes) -> tuple[str, str | None]:
    try:
        return piece.decode(), None
    except UnicodeDecodeError as error:
        return piece.decode(errors="replace"), not_utf8(error)


def _pieces(stream: IO[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Yield the pieces of a stream, an empty one for an empty stream, each with whether the stream ended with it."""
    held, size = b"", PIECE
    while True:
        try:
            more = stream.read(size - len(held))
        except Exception:
            if cut := _cut(held, LONGEST):  # the paragraphs that are complete before the break
                yield held[:cut], False
            raise
        held += more
        if len(held) < size and more:
            continue
        if not more:
            yield held, True
            return
        if cut := _cut(held, size):
            yield held[:cut], False
            held, size = held[cut:], PIECE
        else:
            size *= 2


def _cut(held: bytes, size: int) -> int:
    """Return where the last paragraph that may go on begins, 0 for nowhere.

    In a paragraph of `LONGEST` bytes it is where the last line or word ends.
    """
    cut = 0
    for match in _BLANK_LINE.finditer(held):
        cut = match.end()
    if cut or size < LONGEST or len(held) < LONGEST:
        return cut
    return max(held.rfind(_LOOSER[0]), 0) or max(held.rfind(_LOOSER[1]), 0) or _whole(held)


def _whole(held: bytes) -> int:
    """Return the end of the last whole character."""
    cut = len(held) - 1
    while cut > 0 and held[cut] & 0xC0 == 0x80:  # a byte inside a character
        cut -= 1
    return cut
