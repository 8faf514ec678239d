"""Clocks, fresh interpreters, machine and versions."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import tempfile
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter


def rounds_of(
    work: Callable[[], object], at_least: int = 3, at_most: int = 9, seconds: float = 12.0
) -> list[float]:
    """Return the seconds of each of several rounds of `work`; stop early once `seconds` are used up."""
    times: list[float] = []
    while len(times) < at_least or (len(times) < at_most and sum(times) < seconds):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return times


def median_seconds(
    work: Callable[[], object], at_least: int = 3, at_most: int = 9, seconds: float = 12.0
) -> float:
    """Return the median of `rounds_of`."""
    return statistics.median(rounds_of(work, at_least, at_most, seconds))


def _fresh(python: str, code: str) -> tuple[float, str]:
    """Run code in a new interpreter of `python`, away from this folder; return its seconds and what it printed."""
    # An installed package has its byte code; an environment that forbids writing it would measure the compiler.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    done = subprocess.run(
        [python, "-W", "ignore", "-c", code],
        capture_output=True, text=True, check=True, cwd=tempfile.gettempdir(), env=environment,
    )  # fmt: skip
    return perf_counter() - start, done.stdout.strip()


def import_seconds(python: str, statement: str, rounds: int = 11) -> float:
    """Return by how much an import statement slows a new interpreter: the median of several turns."""
    _fresh(python, statement)  # writes the byte code
    extra = []
    for _ in range(rounds):
        bare, _ = _fresh(python, "pass")
        full, _ = _fresh(python, statement)
        extra.append(full - bare)
    return statistics.median(extra)


def first_call_seconds(python: str, setup: str, call: str, rounds: int = 5) -> float:
    """Return the median time of the very first `call` in a new interpreter, after `setup`."""
    code = f"from time import perf_counter\n{setup}\nt = perf_counter()\n{call}\nprint(perf_counter() - t)"
    _fresh(python, code)  # writes the byte code, and what else is kept for the next start
    return statistics.median(float(_fresh(python, code)[1]) for _ in range(rounds))


def imports(python: str, module: str, other: str) -> bool:
    """Say whether importing `module` also imports `other`."""
    return _fresh(python, f"import sys, {module}\nprint({other!r} in sys.modules)")[1] == "True"


def processor() -> str:
    """Return the processor's name as the system gives it."""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        for line in cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def machine() -> str:
    """Return one line on the machine and the interpreter."""
    return (
        f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )


def installed(distribution: str) -> str | None:
    """Return the version of an installed distribution, or None."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def table(header: list[str], rows: list[list[str]]) -> str:
    """Return a Markdown table; the first column is aligned left, the others right.

    >>> print(table(["text", "MB/s"], [["news", "3.1"]]))
    | text | MB/s |
    | --- | ---: |
    | news | 3.1 |
    """
    rule = ["---", *["---:"] * (len(header) - 1)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [header, rule, *rows])
