"""What the readers give: one text after the other, or a record that holds none, each with its place."""

from __future__ import annotations

from typing import NamedTuple

LONGEST = 32 * 2**20  # bytes of one record, so that no input fills the memory


class Position(NamedTuple):
    """Where reading goes on: in which input, and in the terms of its reader, how far in it."""

    file: int = 0  # number of the input
    at: int = 0  # byte of the unpacked stream, or row of a Parquet file
    passed: int = 0  # lines, rows or characters before it


class Item(NamedTuple):
    """A text, or the reason why a record is none."""

    doc_id: str | None
    text: str
    at: int  # `at` and `passed` of the position behind this item
    passed: int
    where: tuple[str, int] | None = None  # ("line", 3): its place in the file, unless it is all of it
    shift: int = 0  # characters of the document before this text, a piece of it
    reason: str | None = None


def bad(reason: str, at: int, passed: int, where: tuple[str, int] | None = None) -> Item:
    """Return the item of a record that cannot be read."""
    return Item(None, "", at, passed, where, 0, reason)


def not_utf8(error: UnicodeError) -> str:
    r"""Name the byte that is no UTF-8.

    >>> try:
    ...     b"caf\xe9 12".decode()
    ... except UnicodeDecodeError as error:
    ...     not_utf8(error)
    'not UTF-8 text, byte 0xe9 at offset 3'
    """
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 text, byte {error.object[error.start]:#04x} at offset {error.start}"
    return "not UTF-8 text"
