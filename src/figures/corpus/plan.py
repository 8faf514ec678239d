"""The plan of a run: its options and inputs, written once, and compared when the run is resumed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

import figures
from figures.corpus.inputs import Input
from figures.errors import FiguresError

PLAN = "plan.jsonl"  # in the working folder: the options, then a line an input


class Plan:
    """The options and inputs of a run, on disk: a million inputs take no memory."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / PLAN

    def write(self, options: dict[str, Any], inputs: Iterable[Input]) -> None:
        """Write the plan under a temporary name, then rename it."""
        temporary = self._path.with_suffix(".new")
        with temporary.open("w", encoding="utf-8") as file:
            print(json.dumps({"figures": figures.__version__, **options}), file=file)
            for each in inputs:
                print(json.dumps(each), file=file)
        temporary.replace(self._path)

    def exists(self) -> bool:
        """Tell whether the plan was written to its end."""
        return self._path.exists()

    def inputs(self, first: int = 0) -> Iterator[Input]:
        """Yield the inputs from a number on."""
        with self._path.open(encoding="utf-8") as file:
            for line in islice(file, first + 1, None):
                yield Input(*json.loads(line))

    def size(self) -> int:
        """Return the bytes of all inputs as they lie on disk."""
        return sum(each.size for each in self.inputs())

    def check(self, options: dict[str, Any], inputs: Iterable[Input]) -> None:
        """Raise FiguresError unless the plan is that of these options and inputs."""
        with self._path.open(encoding="utf-8") as file:
            old = json.loads(file.readline())
        for name, now in {"figures": figures.__version__, **options}.items():
            if old.get(name) != now:
                raise FiguresError(
                    f"the interrupted run cannot be resumed: it was started with {_option(name, old.get(name))}, "
                    f"this one with {_option(name, now)}; --force starts anew"
                )
        for before, now in zip_longest(self.inputs(), inputs):
            if before != now:
                raise FiguresError(
                    f"the interrupted run cannot be resumed: {_difference(before, now)}; --force starts anew"
                )


def _option(name: str, value: object) -> str:
    if name == "figures":
        return f"version {value}"
    return f"--{name} {json.dumps(value)}" if value is not None else f"no --{name}"


def _difference(before: Input | None, now: Input | None) -> str:
    if before is not None and not Path(before.path).exists():
        return f"{before.name} is no longer there"
    if now is not None and (before is None or before.path != now.path):
        return f"{now.name} was not read there before"
    name = before.name if before is not None else ""
    return f"{name} has changed since" if now is not None else f"{name} is read no longer"
