"""Parquet: a file cannot be appended to after a crash, so rows go to numbered parts, put together at the end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from figures.export.arrow import pyarrow, rows_to_batch, schema

_HELD = 4096  # rows turned into Arrow at once
_GROUP = 2**16  # rows of a row group of the whole file


class Parquet:
    """Numbered parts in the working folder; only those that were closed count."""

    seconds = 10.0

    def __init__(self, folder: Path) -> None:
        self._pa = pyarrow("parquet")
        self._folder = folder
        self._schema = schema()
        self._parts = 0
        self._rows: list[dict[str, Any]] = []
        self._writer: Any = None

    def open(self, upto: int) -> None:
        """Go on behind so many parts; any other is a left-over and is written anew."""
        self._parts = upto

    def write(self, rows: list[dict[str, Any]]) -> None:
        """Take rows."""
        self._rows += rows
        if len(self._rows) >= _HELD:
            self._flush()

    def mark(self) -> int:
        """Close the part, if it holds a row; return the number of parts."""
        self._flush()
        if self._writer is not None:
            self._writer.close()
            self._writer = None
            _sync(self._part(self._parts))
            self._parts += 1
        return self._parts

    def close(self) -> None:
        """Give up the open part."""
        self._rows = []
        if self._writer is not None:
            self._writer.close()

    def publish(self, target: Path, upto: int) -> None:
        """Put the parts together, then rename."""
        whole = self._folder / "whole.parquet"
        with self._pa.parquet.ParquetWriter(whole, self._schema) as writer:
            for table in self._groups(upto):
                writer.write_table(table, row_group_size=_GROUP)
        _sync(whole)
        whole.replace(target)

    def _flush(self) -> None:
        if self._rows:
            if self._writer is None:
                self._writer = self._pa.parquet.ParquetWriter(self._part(self._parts), self._schema)
            self._writer.write_batch(rows_to_batch(self._rows, self._schema))
            self._rows = []

    def _groups(self, parts: int) -> Iterator[Any]:
        """Yield tables of the rows of a row group, whatever the parts they come from."""
        held: list[Any] = []
        for number in range(parts):
            for batch in self._pa.parquet.ParquetFile(self._part(number)).iter_batches(_HELD):
                held.append(self._pa.table(batch))
                if sum(table.num_rows for table in held) >= _GROUP:
                    table = self._pa.concat_tables(held)
                    yield table.slice(0, _GROUP)
                    held = [table.slice(_GROUP)]
        if held:
            yield self._pa.concat_tables(held)

    def _part(self, number: int) -> Path:
        return self._folder / f"part-{number:06}.parquet"


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
