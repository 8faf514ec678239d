"""Hostile texts at a size and at twice the size: linear work takes about twice the time."""

from __future__ import annotations

import sys
from time import perf_counter

from benchmarks.markdown import table
from benchmarks.speed.hostile import CASES

TWICE_AT_MOST = 2.3


def adversarial_table(characters: int) -> str:
    """Measure by turns; the quickest of the rounds counts."""
    from figures import Extractor

    extract = Extractor().extract
    rows = []
    for case in CASES:
        texts = [case.sized(characters), case.sized(2 * characters)]
        times: list[list[float]] = []
        while len(times) < 2 or (len(times) < 9 and sum(map(sum, times)) < 1):
            times.append([_seconds(extract, text) for text in texts])
        small, large = map(min, zip(*times, strict=True))
        shown = f"{large / small:.2f}" + (f" (over {TWICE_AT_MOST})" if large > TWICE_AT_MOST * small else "")
        size = len(texts[1].encode("utf-8", "surrogatepass")) / 1e6
        rows.append([case.name, f"{len(texts[1]):,}", f"{large:.3f}", f"{size / large:.2f}", shown])
        print(f"  {case.name}: {shown}", file=sys.stderr)
    return table(["text", "characters", "s", "MB/s", "twice the text, times the time"], rows)


def _seconds(extract: object, text: str) -> float:
    start = perf_counter()
    extract(text)  # type: ignore[operator]
    return perf_counter() - start
