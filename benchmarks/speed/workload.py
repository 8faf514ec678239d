"""What the guard counts: `python -m benchmarks.speed.workload figures|reference PASSES`.

Both are warmed up on another text before; so the difference between one pass and none is the work of a pass, without
the start of the interpreter, imports and caches. No garbage collection, which would fall now into one pass, now into
the other.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable, Sequence

from benchmarks.speed.synthetic import synthetic

SIZE = 100_000  # characters of a pass
WARM, MEASURED = 11, 12  # seeds
_WORD = re.compile(r"[^\W\d_]+|\d+")
Work = Callable[[Sequence[str]], int]


def figures_work() -> Work:
    """Return what reads texts with figures: every record is built."""
    from figures import Extractor

    extractor = Extractor()
    return lambda texts: sum(map(len, extractor.extract_many(texts)))


class Word:
    """A word of the reference, with a few attributes to set and to get."""

    __slots__ = ("end", "known", "start", "text")

    def __init__(self, text: str, start: int, end: int, *, known: bool) -> None:
        self.text, self.start, self.end, self.known = text, start, end, known


def reference_work() -> Work:
    """Return the reference: what a reader of text does most, tokens, look-ups, objects, comparisons."""

    def work(texts: Sequence[str]) -> int:
        seen: dict[str, list[Word]] = {}
        for text in texts:
            for match in _WORD.finditer(text):
                word = match.group().lower()
                first, last = match.span()
                places = seen.setdefault(word, [])
                places.append(Word(word, first, last, known=bool(places)))
        total = 0
        for word, places in sorted(seen.items()):
            if word[:1] in "aeiou" and len(places) > 1 or word.endswith("s"):
                total += sum(place.end - place.start for place in places if place.known)
            total += len(f"{word}:{len(places)}")
        return total

    return work


WORKS = {"figures": figures_work, "reference": reference_work}


def prepared(name: str) -> Callable[[], int]:
    """Return a pass that is warmed up, the garbage collector off."""
    work = WORKS[name]()
    warm, texts = (
        synthetic("news", SIZE * 4 // 5, seed) + synthetic("sitrep", SIZE // 5, seed)
        for seed in (WARM, MEASURED)
    )
    work(warm)
    gc.collect()
    gc.disable()
    return lambda: work(texts)


if __name__ == "__main__":
    one = prepared(sys.argv[1])
    for _ in range(int(sys.argv[2])):
        one()
