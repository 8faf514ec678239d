"""Many texts at once: order kept, lazy, bounded memory, and a dead worker costs only its own text."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from typing import TYPE_CHECKING, Literal

import attrs

from figures.collection import Figures
from figures.errors import FiguresError

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from figures.pipeline import Extractor

_AHEAD = 8  # texts in flight per worker
_TOGETHER, _LONG = (
    64,
    10_000,
)  # texts read together without workers: so many, or of so many characters; more only fill the cache


@attrs.frozen
class ExtractionFailure:
    """A text that could not be read: its position in the input and the error.

    >>> ExtractionFailure(3, ValueError("no text")).index
    3
    """

    index: int
    error: BaseException


class WorkerDiedError(FiguresError):
    """The process that read a text ended before it answered."""


_extractor: Extractor | None = None


def _start(extractor: Extractor) -> None:
    global _extractor  # noqa: PLW0603 - one extractor a worker process, set once at its start
    _extractor = extractor


def _work(text: str) -> Figures:
    if _extractor is None:
        raise RuntimeError("the worker was not started")
    return _extractor.extract(text)


def extract_all(
    extractor: Extractor, texts: Iterable[str], *, workers: int, on_error: Literal["raise", "yield"]
) -> Iterator[Figures | ExtractionFailure]:
    """Check the arguments at once and return the lazy results."""
    if not isinstance(workers, int) or isinstance(workers, bool) or workers < 1:
        raise ValueError(f"workers must be a whole number from 1 up, not {workers!r}")
    if on_error not in ("raise", "yield"):
        raise ValueError(f"on_error must be 'raise' or 'yield', not {on_error!r}")
    if isinstance(texts, str):
        raise TypeError("texts must be an iterable of str, not one str; pass [text]")
    if not isinstance(texts, Iterable):
        raise TypeError(f"texts must be an iterable of str, not {type(texts).__name__}")
    results = _serial(extractor, texts) if workers == 1 else _Pool(extractor, workers).results(texts)
    return _raising(results) if on_error == "raise" else results


def _raising(
    results: Generator[Figures | ExtractionFailure, None, None],
) -> Iterator[Figures | ExtractionFailure]:
    try:
        for result in results:
            if isinstance(result, ExtractionFailure):
                raise result.error
            yield result
    finally:
        results.close()  # ends the workers at once, not when the error is forgotten


def _serial(extractor: Extractor, texts: Iterable[str]) -> Generator[Figures | ExtractionFailure, None, None]:
    first, stream = 0, iter(texts)
    broken: Exception | None = None
    while broken is None:
        chunk, broken = _take(stream)
        if not chunk and broken is None:
            return
        yield from _together(extractor, first, chunk)
        first += len(chunk)
    raise broken


def _take(stream: Iterator[str]) -> tuple[list[str], Exception | None]:
    """Take some texts that are read together, and the error that the source ended with."""
    chunk: list[str] = []
    size = 0
    try:
        for text in stream:
            chunk.append(text)
            size += len(text) if isinstance(text, str) else 0
            if len(chunk) >= _TOGETHER or size >= _LONG:
                break
    except Exception as error:  # noqa: BLE001 - it is raised when the texts before it are done
        return chunk, error
    return chunk, None


def _together(extractor: Extractor, first: int, chunk: list[str]) -> Iterator[Figures | ExtractionFailure]:
    """Read texts together, and one by one where any of them fails."""
    try:
        results = extractor._extract_together(chunk)  # noqa: SLF001 - one package
    except Exception:  # noqa: BLE001 - whose it is shows below
        for index, text in enumerate(chunk, first):
            try:
                yield extractor.extract(text)
            except Exception as error:  # noqa: BLE001 - any failure of one text is its own result
                yield ExtractionFailure(index, error)
    else:
        yield from results


class _Pool:
    """A process pool that is made anew when a worker dies; the texts in flight are then read one by one."""

    def __init__(self, extractor: Extractor, workers: int) -> None:
        self._extractor = extractor
        self._workers = workers
        self._pool = self._make(workers)

    def _make(self, workers: int) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor  # 20 ms that only pools need

        return ProcessPoolExecutor(workers, initializer=_start, initargs=(self._extractor,))

    def results(self, texts: Iterable[str]) -> Generator[Figures | ExtractionFailure, None, None]:
        waiting: deque[tuple[int, str, Future[Figures] | None]] = deque()
        try:
            for index, text in enumerate(texts):
                waiting.append((index, text, self._submit(text)))
                if len(waiting) >= self._workers * _AHEAD:
                    yield self._first(waiting)
            while waiting:
                yield self._first(waiting)
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, text: str) -> Future[Figures] | None:
        from concurrent.futures import BrokenExecutor

        try:
            return self._pool.submit(_work, text)
        except BrokenExecutor:
            return None  # read alone when its turn comes

    def _first(self, waiting: deque[tuple[int, str, Future[Figures] | None]]) -> Figures | ExtractionFailure:
        index, text, future = waiting.popleft()
        from concurrent.futures import BrokenExecutor

        try:
            if future is not None:
                return future.result()
        except BrokenExecutor:
            pass
        except Exception as error:  # noqa: BLE001 - any failure of one text is its own result
            return ExtractionFailure(index, error)
        result = self._alone(index, text)
        self._restart(waiting)
        return result

    def _alone(self, index: int, text: str) -> Figures | ExtractionFailure:
        """Read a text in a process of its own, so that the text that kills its worker is found."""
        from concurrent.futures import BrokenExecutor

        with self._make(1) as pool:
            try:
                return pool.submit(_work, text).result()
            except BrokenExecutor:
                return ExtractionFailure(index, WorkerDiedError(f"the worker that read text {index} died"))
            except Exception as error:  # noqa: BLE001 - any failure of one text is its own result
                return ExtractionFailure(index, error)

    def _restart(self, waiting: deque[tuple[int, str, Future[Figures] | None]]) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._make(self._workers)
        for position, (index, text, future) in enumerate(waiting):
            if future is None or not (
                future.done() and not future.cancelled() and future.exception() is None
            ):
                waiting[position] = (index, text, self._submit(text))
