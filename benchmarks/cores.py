"""Measure many cores: the gain of `extract_many(workers=N)`, and the memory that a long stream takes.

    python -m benchmarks.cores                    workers 1 and 2 in turn, on every kind of text
    python -m benchmarks.cores --workers 8        the same with 8
    python -m benchmarks.cores --stream 5         send 5 GB through, and print who holds how much memory

Wall time tells the gain on a machine that does nothing else. The time that the processors worked tells it on any: it
is what one process took, over the average of what N cores would take if the work of all processes were shared out
evenly. Nothing here asserts a time.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from benchmarks.speed import corpus
from benchmarks.speed.synthetic import synthetic
from figures import Extractor

PLAIN = (
    "Crews cleared mud from roads while families waited for news of their relatives in the valley. " * 5
    + "\n\n"
)


class Round(NamedTuple):
    """Seconds on the wall, and of the processors in this process and in the workers."""

    wall: float
    own: float
    workers: float


def measure(extractor: Extractor, texts: Sequence[str], workers: int) -> Round:
    """Read all texts once."""
    before, start = os.times(), perf_counter()
    for _ in extractor.extract_many(texts, workers=workers):
        pass
    wall, after = perf_counter() - start, os.times()
    own = after.user + after.system - before.user - before.system
    children = after.children_user + after.children_system - before.children_user - before.children_system
    return Round(wall, own, children)


def gain(workers: int, rounds: int) -> None:
    """Print the best of some rounds for each kind of text."""
    extractor = Extractor()
    extractor.extract("12 people")
    print(f"| texts | MB | seconds, 1 worker | {workers} workers | gain | gain by processor time | parent |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for sample in corpus.samples():
        one, many = [], []
        for _ in range(rounds):  # in turn, so that both meet the same neighbours
            one.append(measure(extractor, sample.texts, 1))
            many.append(measure(extractor, sample.texts, workers))
        alone, shared = min(r.own for r in one), min(r.own + r.workers for r in many)
        quickest, together = min(r.wall for r in one), min(r.wall for r in many)
        print(
            f"| {sample.name} ({sample.origin}) | {sample.megabytes:.1f} | {quickest:.2f} | {together:.2f} | "
            f"{quickest / together:.2f} | {workers * alone / shared:.2f} | {min(r.own for r in many) / shared:.0%} |"
        )


def stream(gigabytes: float, workers: int) -> None:
    """Send texts through that are mostly plain, with one of 40 MB among them, and print who holds what."""
    news = synthetic("news", 200_000, seed=7)
    huge = PLAIN * (40_000_000 // len(PLAIN))
    sent = 0

    def texts() -> Iterator[str]:
        nonlocal sent
        for index in range(sys.maxsize):
            text = (
                huge
                if index % 200_000 == 100_000
                else news[index // 50 % len(news)]
                if not index % 50
                else PLAIN * 10
            )
            sent += len(text)
            yield text

    print("| GB | seconds | figures | parent, MB | workers, MB |\n| ---: | ---: | ---: | ---: | --- |")
    start, figures, step = perf_counter(), 0, 1
    results = Extractor().extract_many(texts(), workers=workers)
    while sent < gigabytes * 1e9:
        figures += sum(map(len, islice(results, 200)))
        if sent >= step * gigabytes * 1e9 / 20:
            step += 1
            held = [_resident(child.pid) for child in multiprocessing.active_children()]
            told = ", ".join(f"{size:.0f}" for size in held)
            seconds, parent = perf_counter() - start, _resident(os.getpid())
            print(f"| {sent / 1e9:.2f} | {seconds:.0f} | {figures:,} | {parent:.0f} | {told} |", flush=True)


def _resident(pid: int | None) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description="Measure extract_many on many cores.")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--stream", type=float, metavar="GB")
    args = parser.parse_args()
    if args.stream:
        stream(args.stream, args.workers)
    else:
        gain(args.workers, args.rounds)


if __name__ == "__main__":
    main()
