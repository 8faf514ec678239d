"""Files of JSON Lines that only grow, and are cut back to what the journal knows when a run is resumed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Protocol

from figures.errors import FiguresError

BUFFER = 2**18
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


class Output(Protocol):
    """Where rows go. What `mark` returned last is where a resumed run cuts, and goes on."""

    seconds: float  # between two marks

    def open(self, upto: int) -> None:
        """Cut to a mark and go on there."""

    def write(self, rows: list[dict[str, Any]]) -> None:
        """Take the rows of one text."""

    def mark(self) -> int:
        """Bring all rows to disk; return how much there is."""

    def close(self) -> None:
        """Give up the file; rows since the last mark may be lost."""

    def publish(self, target: Path, upto: int) -> None:
        """Put what the last mark tells of under its name; the same again after a crash in the middle."""


class JsonLines:
    """One JSON object a line; a lone surrogate, which UTF-8 cannot hold, is written as its JSON escape."""

    seconds = 1.0

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def open(self, upto: int) -> None:
        """Cut the file to so many bytes."""
        self._path.touch()
        if self._path.stat().st_size < upto:
            raise FiguresError(f"{self._path} is shorter than the journal says; --force starts anew")
        self._file = self._path.open("r+b", buffering=BUFFER)
        self._file.truncate(upto)
        self._file.seek(upto)

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        """Append rows."""
        file = self._opened()
        for row in rows:
            file.write(_ENCODE(row).encode("utf-8", "backslashreplace") + b"\n")

    def mark(self) -> int:
        """Bring the file to disk; return its length in bytes."""
        file = self._opened()
        file.flush()
        os.fsync(file.fileno())
        return file.tell()

    def close(self) -> None:
        """Close the file, whether its last bytes find room on the disk or not."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()

    def publish(self, target: Path, upto: int) -> None:  # noqa: ARG002 - the file ends at its last mark
        """Rename the file, unless that was done before a crash."""
        if self._path.exists():
            self._path.replace(target)

    def _opened(self) -> IO[bytes]:
        if self._file is None:
            raise RuntimeError("open the file before it is written to")
        return self._file
