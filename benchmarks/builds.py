"""A build of figures in a process of its own, so that the pure and the compiled one are measured in the same run.

The file is both sides: `Build` starts it with the Python that has the build, and asks it for rounds over texts.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import measure  # the folder above comes first


class Times(NamedTuple):
    """Median seconds of a round over texts, with `extract_many` and with `extract` for each, and the figures found."""

    together: float
    single: float
    figures: int


class Build:
    """The figures that `python` imports, under a name for the tables."""

    def __init__(self, name: str, python: str) -> None:
        self.name, self.python = name, python

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [self.python, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="ascii"
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def times(self, texts: Sequence[str], **limits: float) -> Times:
        """Return the times of rounds over texts, as many as `measure.rounds_of` makes of `limits`."""
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the build was not started")
        self._process.stdin.write(json.dumps([texts, limits]) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{self.python} ended: has it figures installed?")
        return Times(*json.loads(answer))


def serve() -> None:
    """Answer each line of texts and limits with a line of times."""
    from figures import Extractor

    extractor = Extractor()
    for line in sys.stdin:
        texts, limits = json.loads(line)
        count = sum(map(len, map(extractor.extract, texts)))
        together = measure.rounds_of(
            lambda texts=texts: sum(map(len, extractor.extract_many(texts))), **limits
        )
        single = measure.rounds_of(lambda texts=texts: sum(map(len, map(extractor.extract, texts))), **limits)
        print(json.dumps([statistics.median(together), statistics.median(single), count]), flush=True)


if __name__ == "__main__":
    serve()
