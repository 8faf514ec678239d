"""One system on one case in a process of its own: `python -m benchmarks.speed.worker`, started by `runs.py`.

The request is a JSON object on stdin, the answer one on stdout. First the texts are read once as a stream, twice as
many each time until all are read or half of the time is used up: this warms up, it finds how many the system
manages, and it shows the memory that a stream takes. Then rounds over just these texts are timed.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from benchmarks.speed.systems import BY_NAME, SENTENCE, Found, Reader

FIRST_BYTES = 2_000  # of the smallest sample


class Request(NamedTuple):
    """What to read, and for how long: half of `seconds` ends the first look, all of them the rounds."""

    system: str
    file: str
    seconds: float
    rounds: int  # at least
    sizes: Sequence[int] = ()  # pieces of the samples that peers have read, to be timed too
    one_line: bool = False
    whole: bool = False  # read all, however long it takes


class Timed(NamedTuple):
    """The median seconds over the first `pieces` of a case: their bytes, and what was found in them."""

    pieces: int
    size: int
    seconds: float
    count: int
    errors: int

    @property
    def speed(self) -> float:
        """Millions of bytes a second."""
        return self.size / self.seconds / 1e6


def texts(request: Request, pieces: int) -> Iterator[str]:
    """Yield the texts of the first pieces from the file: the pieces themselves, or the one line that they make."""
    with Path(request.file).open(encoding="ascii") as lines:
        some = map(json.loads, islice(lines, pieces))
        if request.one_line:
            yield "".join(some)
        else:
            yield from some


def manageable(read: Reader, request: Request, total: int) -> int:
    """Return how many pieces the system reads within its time, all of them if it can or must."""
    if request.whole:
        read(texts(request, total))
        return total
    pieces, size = 0, FIRST_BYTES
    while pieces < total:
        pieces = _pieces_of(request, size, total)
        start = perf_counter()
        read(texts(request, pieces))
        if perf_counter() - start > request.seconds / 2:
            return pieces
        size *= 2
    return total


def _pieces_of(request: Request, size: int, total: int) -> int:
    """Return how many pieces hold at least `size` bytes."""
    with Path(request.file).open(encoding="ascii") as lines:
        for number, line in enumerate(lines, 1):
            size -= len(line)
            if size <= 0:
                return number
    return total


def timed(read: Reader, request: Request, pieces: int) -> Timed:
    """Time rounds over the first pieces."""
    sample = list(texts(request, pieces))
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in sample)
    found = Found(0)
    times: list[float] = []
    while len(times) < request.rounds or (len(times) < 9 and sum(times) < request.seconds):
        start = perf_counter()
        found = read(sample)
        times.append(perf_counter() - start)
    return Timed(pieces, size, statistics.median(times), *found)


def peak_memory() -> int:
    """Return the largest resident memory of this process so far, in bytes."""
    status = Path("/proc/self/status")
    if status.is_file():  # what `getrusage` tells on Linux is never less than the starting process held
        held = status.read_text(encoding="ascii", errors="replace").partition("VmHWM:")[2]
        return int(held.split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def answer(request: Request) -> dict[str, Any]:
    """Read as asked; return the times of the whole, or of what was managed, and of each sample of a peer."""
    with Path(request.file).open(encoding="ascii") as lines:
        total = sum(1 for _ in lines)
    read = BY_NAME[request.system].reader()
    read([SENTENCE])
    pieces = manageable(read, request, total)
    memory = peak_memory()
    whole = timed(read, request, pieces)
    samples = {size: timed(read, request, size) for size in set(request.sizes) if size < pieces}
    return {"whole": whole, "memory": memory, "samples": list(samples.values())}


if __name__ == "__main__":
    json.dump(answer(Request(**json.load(sys.stdin))), sys.stdout)
