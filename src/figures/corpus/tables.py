"""CSV: a header, then one record a row, which may run over several lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import IO

from figures.corpus.fields import FieldError, Fields
from figures.corpus.items import LONGEST, Item, bad
from figures.corpus.streams import skip

_BOM = "\ufeff"


def read_table(
    stream: IO[bytes], name: str, at: int, passed: int, fields: Fields, delimiter: str
) -> Iterator[Item]:
    """Yield the texts of the rows from byte `at` on, behind `passed` lines; the header is read in any case."""
    limit = csv.field_size_limit(LONGEST)  # of the whole process, so it is put back
    try:
        lines = _Lines(stream)
        rows = csv.reader(lines, delimiter=delimiter)
        header = [column.removeprefix(_BOM) for column in next(rows, [])]
        fields.check(header)
        if at:
            lines.go_on(at, passed)
        yield from _items(rows, lines, header, name, fields)
    finally:
        csv.field_size_limit(limit)


class _Lines:
    """The lines of a stream, counted; bytes that are no UTF-8 become lone surrogates, found later in their field."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.at = self.passed = 0
        self.record = 0  # bytes of the record so far
        self.open = False  # the record goes on over the end of the stream

    def go_on(self, at: int, passed: int) -> None:
        """Go on at a byte, behind so many lines."""
        skip(self._stream, at - self.at)
        self.at, self.passed = at, passed

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(LONGEST)
        if not line:
            self.open = self.record > 0
            raise StopIteration
        self.at += len(line)
        self.passed += 1
        self.record += len(line)
        if self.record >= LONGEST:
            raise _EndlessError(
                f"a row longer than {LONGEST // 2**20} MB, perhaps a quote that is not closed; "
                "what follows is not read"
            )
        return line.decode(errors="surrogateescape")


class _EndlessError(ValueError):
    """A row that the rest of the file cannot be told from."""


def _items(
    rows: Iterator[list[str]], lines: _Lines, header: list[str], name: str, fields: Fields
) -> Iterator[Item]:
    while True:
        lines.record, first = 0, lines.passed + 1
        try:
            row = next(rows, None)
            if row is None:
                return
            if not row and not lines.open:
                continue
            doc_id, text = _values(row, header, fields, f"{name}:{first}", cut=lines.open)
        except csv.Error as error:
            yield bad(f"not CSV: {error}", lines.at, lines.passed, ("line", first))
        except FieldError as error:
            yield bad(str(error), lines.at, lines.passed, ("line", first))
        else:
            yield Item(doc_id, text, lines.at, lines.passed, ("line", first))


def _values(
    row: list[str], header: list[str], fields: Fields, otherwise: str, *, cut: bool
) -> tuple[str, str]:
    """Return the id and the text of a row, which is `cut` when the file ended inside a quote."""
    if cut:
        raise FieldError("a quote is not closed before the end of the file")
    doc_id, text = fields.of(dict(zip(header, row, strict=False)), otherwise)
    try:
        for value in (text, doc_id if fields.id else ""):
            value.encode()
    except UnicodeEncodeError:
        raise FieldError("not UTF-8 text") from None
    return doc_id, text
