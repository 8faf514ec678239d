"""Many texts at once: order kept, lazy, bounded memory, and a dead worker costs only the text that killed it.

    texts -> chunks -> pool of workers -> plain tuples -> figures, in the order of the texts

`chunks.py` cuts the stream of texts into chunks of about equal length, `pool.py` hands them out and keeps the order,
`worker.py` is the process that reads them, `flat.py` what it sends back. With one worker all happens here.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from figures.parallel.failures import ExtractionFailure, WorkerDiedError

if TYPE_CHECKING:
    from figures.collection import Figures
    from figures.pipeline import Extractor

__all__ = ["ExtractionFailure", "WorkerDiedError", "extract_all"]


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
    results = _results(extractor, texts, workers)
    return _raising(results) if on_error == "raise" else results


def _results(
    extractor: Extractor, texts: Iterable[str], workers: int
) -> Generator[Figures | ExtractionFailure, None, None]:
    if workers > 1 and _may_have_children(workers):
        from figures.parallel.pool import Pool  # multiprocessing, which one process does not need

        yield from Pool(extractor, workers).results(texts)
    else:
        from figures.parallel.reading import read

        yield from read(extractor, texts)


def _may_have_children(workers: int) -> bool:
    import multiprocessing

    if not multiprocessing.current_process().daemon:
        return True
    import warnings

    warnings.warn(
        f"workers={workers} in a daemonic process, which may start no processes: it reads the texts itself",
        RuntimeWarning,
        stacklevel=2,
    )
    return False


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
