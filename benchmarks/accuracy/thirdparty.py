"""The peers' own lists of cases: what share of them each system reads.

A case passes when every expected quantity is found: a record that overlaps it has its value to three digits, as value
or as an end of a range (a range: both ends), so that no system loses a case to the way it rounds or joins. What
else a system finds in the text does not count, since each list expects one kind of quantity only. Cases that expect
nothing, and those that their authors mark as unsupported everywhere, are left out.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.accuracy.systems import Record


class Case(NamedTuple):
    """A text and the quantities that must be found."""

    text: str
    expected: list[dict[str, Any]]


def read(path: Path) -> list[Case]:
    """Return the usable cases of a list."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Case(row["text"], row["expected"]) for row in rows if row["usable"] and row["expected"]]


def passed(case: Case, found: Sequence[Record]) -> bool:
    """Tell whether all of a case is found."""
    return all(any(_same(want, record) for record in found) for want in case.expected)


def _same(want: dict[str, Any], record: Record) -> bool:
    if not (record["start"] < want["end"] and want["start"] < record["end"]):
        return False
    if "low" in want:
        return _close(want["low"], record["low"]) and _close(want["high"], record["high"])
    return any(_close(want.get("value"), record[field]) for field in ("value", "low", "high"))


def _close(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return math.isclose(float(left), float(right), rel_tol=1e-3, abs_tol=1e-9)
