"""Import and first call of each system, in fresh interpreters."""

from __future__ import annotations

import os
import statistics
import subprocess
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from benchmarks.speed.systems import System

ROOT = Path(__file__).resolve().parents[2]
_FIRST_CALL = """
from time import perf_counter
import {module}
{names}
start = perf_counter()
{call}
print(perf_counter() - start)
"""


class Start(NamedTuple):
    """Seconds that importing adds to a bare interpreter, and those of the first call after it."""

    system: System
    importing: float
    first_call: float


def measure(system: System, python: str, rounds: int) -> Start:
    """Return medians; bare and importing interpreters take turns."""
    importing = f"import {system.module}"
    fresh(python, importing)  # writes the byte code
    extra = [fresh(python, importing)[0] - fresh(python, "pass")[0] for _ in range(rounds)]
    names = "from benchmarks.recognizers_run import MODELS" if "MODELS" in system.first_call else ""
    code = _FIRST_CALL.format(module=system.module, names=names, call=system.first_call)
    calls = [float(fresh(python, code)[1]) for _ in range(max(1, rounds // 2))]
    return Start(system, statistics.median(extra), statistics.median(calls))


def fresh(python: str, code: str) -> tuple[float, str]:
    """Run code in a new interpreter; return its seconds and what it printed."""
    # An installed package has its byte code; an environment that forbids writing it would measure the compiler.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    done = subprocess.run(
        [python, "-W", "ignore", "-c", code],
        capture_output=True, text=True, check=True, cwd=ROOT, env=environment,
    )  # fmt: skip
    return perf_counter() - start, done.stdout.strip()


def version_of(system: System, python: str) -> str | None:
    """Return the version of a system where it can be imported, else None."""
    code = (
        f"import importlib.metadata as m; import {system.module}\nprint(m.version({system.distribution!r}))"
    )
    try:
        return fresh(python, code)[1]
    except (OSError, subprocess.CalledProcessError):
        return None
