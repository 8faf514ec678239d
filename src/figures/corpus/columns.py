"""Parquet: the columns of text and id, a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from figures.corpus.fields import FieldError, Fields
from figures.corpus.items import Item, bad, not_utf8
from figures.export.arrow import pyarrow

_ROWS = 64  # rows held at once
_BUFFER = 2**20  # bytes of a column read at once, in place of a whole row group


def read_columns(raw: IO[bytes], name: str, at: int, fields: Fields) -> Iterator[Item]:
    """Yield the texts of the rows behind the first `at`."""
    pa = pyarrow("parquet")
    file = pa.parquet.ParquetFile(raw, buffer_size=_BUFFER, pre_buffer=False)
    schema = file.schema_arrow
    fields.check(schema.names)
    if not _is_string(pa, kind := schema.field(fields.text).type):
        raise FieldError(f"column {fields.text!r} holds {kind}, not strings")
    groups, skipped = _behind(file.metadata, at)
    if not groups:
        return
    row = at - skipped
    for batch in file.iter_batches(_ROWS, row_groups=groups, columns=fields.names):
        for index in range(batch.num_rows):
            row += 1
            if row > at:
                yield _item(batch, index, row, name, fields)


def _behind(metadata: Any, at: int) -> tuple[list[int], int]:
    """Return the row groups that are not wholly before row `at`, and how many rows before it they hold."""
    before = 0
    for group in range(metadata.num_row_groups):
        rows = metadata.row_group(group).num_rows
        if before + rows > at:
            return list(range(group, metadata.num_row_groups)), at - before
        before += rows
    return [], 0


def _item(batch: Any, index: int, row: int, name: str, fields: Fields) -> Item:
    try:
        record = {column: batch.column(column)[index].as_py() for column in fields.names}
        doc_id, text = fields.of(record, f"{name}:{row}")
    except UnicodeDecodeError as error:
        return bad(not_utf8(error), row, row, ("row", row))
    except FieldError as error:
        return bad(str(error), row, row, ("row", row))
    return Item(doc_id, text, row, row, ("row", row))


def _is_string(pa: Any, kind: Any) -> bool:
    types = pa.types
    if types.is_dictionary(kind):
        kind = kind.value_type
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))
