"""What a user sees: a progress bar while stderr is a terminal, and a summary at the end."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from figures.corpus.journal import Progress

_EVERY = 0.1  # seconds between two drawings


@contextmanager
def bar(total: int, seen: int) -> Iterator[Callable[[int], None]]:
    """Give a function that is told the bytes read; it draws on a terminal when rich is there (the extra `cli`)."""
    if not sys.stderr.isatty():
        yield _nothing
        return
    try:
        from rich import progress as rich
        from rich.console import Console
    except ImportError:
        yield _nothing
        return
    columns = (
        rich.TextColumn("Extracting"), rich.BarColumn(), rich.DownloadColumn(),
        rich.TransferSpeedColumn(), rich.TimeRemainingColumn(),
    )  # fmt: skip
    # Drawn by us, not by a thread of rich: workers are forked while it shows.
    with rich.Progress(*columns, console=Console(stderr=True), auto_refresh=False) as shown:
        task = shown.add_task("", total=total, completed=seen)
        drawn = 0.0

        def draw(bytes_read: int) -> None:
            nonlocal drawn
            if (now := time.monotonic()) - drawn >= _EVERY:
                drawn = now
                shown.update(task, completed=bytes_read, refresh=True)

        yield draw
        shown.update(task, completed=total, refresh=True)


def summary(progress: Progress, out: Path, bad_file: Path) -> str:
    """Return the lines that end a run.

    >>> done = Progress(documents=2, figures=5, bytes=3_000_000, seconds=1.5)
    >>> print(summary(done, Path("rows.jsonl"), Path("rows.jsonl.bad.jsonl")))
    2 documents, 5 figures, 0 bad records
    3.0 MB of text in 1.5 s, 2.0 MB/s
    figures: rows.jsonl
    """
    size = progress.bytes / 1e6
    counts = (
        _counted(progress.documents, "document"),
        _counted(progress.figures, "figure"),
        _counted(progress.bad, "bad record"),
    )
    lines = [
        ", ".join(counts),
        f"{size:,.1f} MB of text in {progress.seconds:,.1f} s, {size / max(progress.seconds, 0.001):,.1f} MB/s",
        f"figures: {out}",
    ]
    return "\n".join(lines if not progress.bad else [*lines, f"bad records: {bad_file}"])


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _nothing(bytes_read: int) -> None:
    """Draw nothing."""
