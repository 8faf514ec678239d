"""One run at a time writes to an output."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from figures.errors import FiguresError

LOCK = "lock"


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold the working folder until the block ends or the process does; worker processes do not inherit it."""
    try:
        import fcntl
    except ImportError:  # on Windows nothing stops a second run
        yield
        return
    with (folder / LOCK).open("w", encoding="utf-8") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise FiguresError(f"another run is writing to {folder}") from error
        yield
