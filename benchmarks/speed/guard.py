"""Fail when figures does 15 % more work than expected; no clock is read, so a loaded machine changes nothing.

    python -m benchmarks.speed.guard                      compare with expected.json
    python -m benchmarks.speed.guard --renew              write what is measured now as expected
    python -m benchmarks.speed.guard --method bytecodes   count without valgrind

The work is the machine instructions of one pass over a fixed synthetic text, counted by valgrind, divided by those of
a reference in pure Python in the same interpreter: how Python was built cancels out. Without valgrind the executed
bytecodes are counted; they see no work inside a C function, a slow regular expression for one. Each minor version of
Python has expected values of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from types import FrameType
from typing import Any

from benchmarks.speed.workload import WORKS, prepared

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = Path(__file__).with_name("expected.json")
TOLERATED = 0.15
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"


def instructions() -> dict[str, int]:
    """Return the machine instructions of a pass of each workload: one pass more, and the difference."""
    runs = list(product(WORKS, (0, 1)))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        counted = dict(zip(runs, pool.map(_valgrind, *zip(*runs, strict=True)), strict=True))
    return {name: counted[name, 1] - counted[name, 0] for name in WORKS}


def _valgrind(name: str, passes: int) -> int:
    """Return the instructions of a whole process."""
    counter = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    work = [sys.executable, "-m", "benchmarks.speed.workload", name, str(passes)]
    done = subprocess.run(
        [*counter, *work], capture_output=True, text=True, check=False, cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )  # fmt: skip
    counted = re.search(r"I +refs: +([\d,]+)", done.stderr)
    if done.returncode or counted is None:
        raise SystemExit(f"valgrind could not count the instructions of {name}:\n{done.stderr}")
    return int(counted[1].replace(",", ""))


def bytecodes() -> dict[str, int]:
    """Return the executed bytecodes of a pass of each workload."""
    return {name: executed(prepared(name)) for name in WORKS}


def executed(work: Callable[[], object]) -> int:
    """Return how many bytecodes `work` executes."""
    count = 0

    def trace(frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


METHODS = {"instructions": instructions, "bytecodes": bytecodes}


def verdict(ratio: float, expected: float | None) -> tuple[bool, str]:
    """Tell whether a ratio passes, and what to say.

    >>> verdict(11.4, 10.0)[0], verdict(11.6, 10.0)[0], verdict(8.0, 10.0)[0], verdict(8.0, None)[0]
    (True, False, True, True)
    """
    renew = "`make guard ARGS=--renew` writes it into benchmarks/speed/expected.json"
    if expected is None:
        return True, f"NOT JUDGED: no expected value for Python {PYTHON}; {renew}"
    change = ratio / expected - 1
    told = f"{change:+.1%} against the expected {expected:.3f}"
    if change > TOLERATED:
        return False, f"{told}: over {TOLERATED:.0%}. If the work is worth it, {renew}"
    if change < -TOLERATED:
        return True, f"{told}: less work than expected, so the guard is loose; {renew}"
    return True, told


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Fail when figures does 15 % more work than expected.")
    parser.add_argument("--renew", action="store_true", help="write the measured value as the expected one")
    parser.add_argument("--method", choices=METHODS, help="default: instructions, bytecodes without valgrind")
    options = parser.parse_args(argv)
    available = [name for name in METHODS if name != "instructions" or shutil.which("valgrind")]
    if options.renew:
        renew([options.method] if options.method else available)
        return 0
    method = options.method or available[0]
    if "instructions" not in available:
        print("valgrind is not installed: counting bytecodes, which see no work inside C functions")
    expected = json.loads(EXPECTED.read_text(encoding="utf-8"))
    passed, said = verdict(measured(method), expected[method].get(PYTHON))
    print(said)
    return 0 if passed else 1


def measured(method: str) -> float:
    """Return the work of figures over that of the reference, and print both."""
    counts = METHODS[method]()
    ratio = counts["figures"] / counts["reference"]
    told = ", ".join(f"{name} {count:,}" for name, count in counts.items())
    print(f"{method} of a pass, Python {PYTHON}: {told}; ratio {ratio:.3f}")
    return ratio


def renew(methods: Sequence[str]) -> None:
    """Write what is measured now as expected."""
    expected = json.loads(EXPECTED.read_text(encoding="utf-8"))
    for method in methods:
        expected[method][PYTHON] = round(measured(method), 3)
    EXPECTED.write_text(json.dumps(expected, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(f"written to {EXPECTED.relative_to(ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
