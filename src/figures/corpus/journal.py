"""The journal of a run: up to which document the output is complete, and at which byte or part."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import attrs

from figures.corpus.items import Position
from figures.errors import FiguresError

_JOURNAL = "journal.json"


@attrs.define
class Progress:
    """How far a run is: what was read, what was written of it, and what was counted."""

    position: Position = attrs.field(factory=Position)
    rows: int = 0  # of the document that a piece was last read of
    counted: bool = False  # whether that document is one of `documents` already
    written: int = 0  # bytes of the file of rows, or number of parts
    bad_written: int = 0  # bytes of the side file
    documents: int = 0
    figures: int = 0
    bad: int = 0
    bytes: int = 0  # of text
    seconds: float = 0.0
    finished: bool = False


class Journal:
    """The progress on disk, replaced as a whole: it is the old one or the new one, whenever the process dies."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _JOURNAL

    def load(self) -> Progress:
        """Return the last progress saved, none for none."""
        try:
            data: dict[str, Any] = json.loads(self._path.read_text(encoding="utf-8"))
            return Progress(**{**data, "position": Position(*data["position"])})
        except FileNotFoundError:
            return Progress()
        except (ValueError, TypeError, KeyError) as error:
            raise FiguresError(f"{self._path} is no journal of this version; --force starts anew") from error

    def save(self, progress: Progress) -> None:
        """Replace the journal; whatever it tells of must be on disk before."""
        temporary = self._path.with_suffix(".new")
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(attrs.asdict(progress, recurse=False), file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self._path)
