"""One run: texts in, rows out, and a journal that is never ahead of what is on disk."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from typing import Any, cast

import attrs

from figures.collection import Figures
from figures.corpus.inputs import Input
from figures.corpus.items import Item, Position
from figures.corpus.journal import Journal, Progress
from figures.corpus.reading import Reading
from figures.corpus.rowfiles import JsonLines, Output
from figures.parallel import ExtractionFailure, WorkerDiedError
from figures.pipeline import Extractor

#: Told the bytes read, as they lie on disk.
Watcher = Callable[[int], None]


@attrs.define
class Run:
    """Takes the results of `extract_many` one after the other, and notes in `progress` what they came to."""

    reading: Reading
    output: Output
    bad: JsonLines
    journal: Journal
    progress: Progress
    wanted: frozenset[str] | None

    def run(self, extractor: Extractor, jobs: int, watch: Watcher) -> None:
        """Read to the end; the journal is saved every few seconds, and when all is on disk."""
        self.output.open(self.progress.written)
        self.bad.open(self.progress.bad_written)
        try:
            results = extractor.extract_many(self.reading.texts(), workers=jobs, on_error="yield")
            with closing(cast("Any", results)):  # the workers end with the block, whatever ends it
                begun = saved = time.monotonic()
                for result in results:
                    self.take(*self.reading.waiting.popleft(), result)
                    now = time.monotonic()
                    if now - saved >= self.output.seconds:
                        self._save(now - begun)
                        begun = saved = now
                    watch(self.reading.seen())
            self.progress.finished = True
            self._save(time.monotonic() - begun)
        finally:
            self.output.close()
            self.bad.close()

    def _save(self, seconds: float) -> None:
        progress = self.progress
        progress.written = self.output.mark()
        progress.bad_written = self.bad.mark()
        progress.seconds += seconds
        self.journal.save(progress)

    def take(self, source: Input, behind: Position, item: Item, result: Figures | ExtractionFailure) -> None:
        """Write what one item came to; from then on the run is behind it."""
        progress = self.progress
        progress.position = behind
        if not item.shift:
            progress.rows, progress.counted = 0, False
        if item.reason is not None or isinstance(result, ExtractionFailure):
            self._refuse(source, item, item.reason or _reason(cast("ExtractionFailure", result).error))
            return
        rows = self._rows(item, result)
        self.output.write(rows)
        progress.documents += not progress.counted
        progress.counted = True
        progress.rows += len(rows)
        progress.figures += len(rows)
        progress.bytes += _size(result.source)

    def _rows(self, item: Item, found: Figures) -> list[dict[str, Any]]:
        if self.wanted is not None:
            found = Figures((f for f in found if f.category in self.wanted), source=found.source)
        rows = found.rows()
        for row in rows:
            row["doc_id"] = item.doc_id
        if item.shift:
            _move(rows, item.shift, self.progress.rows)
        return rows

    def _refuse(self, source: Input, item: Item, reason: str) -> None:
        self.progress.bad += 1
        record: dict[str, Any] = {"file": source.name}
        if item.where is not None:
            kind, number = item.where
            record[kind] = number
        if item.doc_id not in (None, source.name):
            record["doc_id"] = item.doc_id
        self.bad.write([{**record, "reason": reason}])


def _move(rows: list[dict[str, Any]], shift: int, before: int) -> None:
    """Let the rows of a piece point into its document: offsets in characters, links in rows."""
    for row in rows:
        for place in (row, *row["cues"]):
            place["start"] += shift
            place["end"] += shift
        row["number_start"] += shift
        row["number_end"] += shift
        for link in ("subset_of", "same_as"):
            if row[link] is not None:
                row[link] += before


def _reason(error: BaseException) -> str:
    if isinstance(error, WorkerDiedError):
        return "the process that read it died"
    return f"not read: {type(error).__name__}: {error}"


def _size(text: str) -> int:
    """Return the bytes of a text as UTF-8."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
