"""The pool: chunks go to the worker with the least to do, results leave in the order of the texts.

All runs in the thread of the consumer, whenever it asks for a result: nobody reads ahead of a consumer that is slow.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from figures.parallel.chunks import Chunk, Chunks
from figures.parallel.failures import ExtractionFailure, WorkerDiedError
from figures.parallel.worker import Worker, start, start_method

if TYPE_CHECKING:
    from figures.collection import Figures
    from figures.pipeline import Extractor
    from figures.records import Category

_HELD = 16  # chunks a worker that may wait for the first one, which a long text makes late
_STARTS = 3  # times in a row that a worker may be killed before it could read


class Pool:
    """Processes that read the texts of one stream.

    A chunk whose worker died is read again, text by text, by other workers; a text that kills its worker then too
    becomes an `ExtractionFailure`.
    """

    def __init__(self, extractor: Extractor, workers: int) -> None:
        self._extractor = extractor
        self._most = workers
        self._context = multiprocessing.get_context(start_method())
        self._workers: list[Worker] = []
        self._order: deque[Chunk] = deque()  # all that is on its way, in the order of the texts
        self._todo: deque[Chunk] = deque()  # of these, what is given out again
        self._failed_starts = 0
        self._broken: Exception | None = None  # what the source of the texts ended with

    def results(self, texts: Iterable[str]) -> Generator[Figures | ExtractionFailure, None, None]:
        """Yield the results of texts in order; the workers end with the generator."""
        source = Chunks(texts, self._most)
        categories = dict(self._extractor._words.categories())  # noqa: SLF001 - one package
        try:
            while self._hand_out(source):
                self._listen(patiently=self._order[0].answer is None)
                if self._order[0].answer is not None:
                    self._hand_out(source)
                    yield from self._finished(self._order.popleft(), categories)
        finally:
            for worker in self._workers:
                worker.kill()
        if self._broken is not None:
            raise self._broken

    def _hand_out(self, source: Chunks) -> bool:
        """Give chunks to all workers that have room; tell whether any chunk is on its way."""
        while self._has_room() and (chunk := self._next(source)):
            self._idlest().give(chunk)
        return bool(self._order)

    def _has_room(self) -> bool:
        return len(self._workers) < self._most or any(worker.has_room for worker in self._workers)

    def _next(self, source: Chunks) -> Chunk | None:
        """Return what is to be read again, or a new chunk unless enough are waiting for the first."""
        if self._todo:
            return self._todo.popleft()
        behind = sum(chunk.held for chunk in islice(self._order, 1, None))
        if self._broken or len(self._order) >= self._most and behind > _HELD * source.size * self._most:
            return None
        try:
            chunk = source.take()
        except Exception as error:  # noqa: BLE001 - it is raised when the texts before it are done
            self._broken = error
            return None
        if chunk is not None:
            self._order.append(chunk)
        return chunk

    def _idlest(self) -> Worker:
        """Return the worker with the least to do, a new one when all are busy."""
        worker = min(self._workers, key=lambda worker: len(worker.chunks), default=None)
        if worker is None or worker.chunks and len(self._workers) < self._most:
            if self._context.get_start_method() == "fork":
                self._extractor.extract("")  # what this loads is there for all workers
            worker = start(self._extractor, self._context, self._workers)
            self._workers.append(worker)
        return worker

    def _listen(self, *, patiently: bool) -> None:
        """Take in what the workers sent; patiently means that there is nothing else to do."""
        links = {worker.link: worker for worker in self._workers}
        for link in wait(list(links), None if patiently else 0):
            worker = links[link]  # type: ignore[index] # what comes back is what we gave
            try:
                worker.receive()
            except (EOFError, OSError):
                self._bury(worker)

    def _bury(self, worker: Worker) -> None:
        """Let others have the chunks of a dead worker; the one that it died on is taken apart."""
        self._workers.remove(worker)
        how, unread = worker.end(), worker.chunks
        if not worker.ready:
            self._check_start(how)
        elif unread:
            self._failed_starts = 0
            suspect = unread.popleft()
            if suspect.alone:
                index = suspect.pieces[0].document.index
                suspect.answer = WorkerDiedError(f"the worker that read text {index} died: {how}")
            else:
                parts = suspect.apart()
                self._order = deque(chain(*[[c] if c is not suspect else parts for c in self._order]))
                self._todo.extendleft(reversed(parts))
        self._todo.extend(unread)

    def _check_start(self, how: str) -> None:
        self._failed_starts += 1
        if how.startswith("exit") or self._failed_starts > _STARTS:
            raise WorkerDiedError(
                f"a worker ended before it could read, with {how}: see what it wrote to stderr. A program whose "
                f"processes start by {self._context.get_start_method()!r} must keep what it runs under "
                '`if __name__ == "__main__":`'
            )

    def _finished(
        self, chunk: Chunk, categories: dict[str, Category]
    ) -> Iterator[Figures | ExtractionFailure]:
        """Make the records of a chunk, one text at a time, and yield those of the texts that end in it."""
        for piece, answer in zip(chunk.pieces, chunk.answers(), strict=True):
            piece.add(answer, categories)
            if piece.last:
                yield piece.document.result()
