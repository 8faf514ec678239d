"""Reading texts together in one process, which is what a worker does too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from figures.collection import Figures
from figures.parallel.chunks import grouped, weight
from figures.parallel.failures import ExtractionFailure

if TYPE_CHECKING:
    from figures.pipeline import Extractor

_TOGETHER = 10_000  # weight of the texts that are read together; more only fill the cache of the processor


def read(extractor: Extractor, texts: Iterable[str]) -> Iterator[Figures | ExtractionFailure]:
    """Yield the figures of each text in order; an error of the source comes when the texts before it are done."""
    first = 0
    for group in grouped(texts, weight, lambda: _TOGETHER):
        yield from _together(extractor, first, group)
        first += len(group)


def _together(extractor: Extractor, first: int, texts: list[str]) -> Iterator[Figures | ExtractionFailure]:
    """Read texts together, and one by one where any of them fails."""
    try:
        results = extractor._extract_together(texts)  # noqa: SLF001 - one package
    except Exception:  # noqa: BLE001 - whose it is shows below
        for index, text in enumerate(texts, first):
            try:
                yield extractor.extract(text)
            except Exception as error:  # noqa: BLE001 - any failure of one text is its own result
                yield ExtractionFailure(index, error)
    else:
        yield from results
