"""The page `docs/benchmarks.md`: tables of all runs."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from pathlib import Path

from benchmarks.markdown import table
from benchmarks.speed.runs import Run
from benchmarks.speed.start import Start
from benchmarks.speed.systems import BY_NAME

CHART = "_static/speed.svg"
_HEADER = (
    "system", "read MB", "MB/s", "found", "found/s", "µs per find", "peak memory MB", "errors", "figures on the same",
    "times as fast",
)  # fmt: skip


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


def number(value: float | None, unit: str = "") -> str:
    """Return a number with three significant digits, a dash for none.

    >>> number(12345.6), number(0.012345), number(2.0, " s"), number(None)
    ('12,346', '0.0123', '2.00 s', '–')
    """
    if value is None:
        return "–"
    if value >= 100 or value == 0:
        return f"{value:,.0f}{unit}"
    places = next((places for places in (1, 2, 3, 4) if value >= 10 ** (2 - places)), 5)
    return f"{value:.{places}f}{unit}"


def case_table(runs: Sequence[Run]) -> str:
    """Return the table of one case."""
    rows = []
    for run in runs:
        timed, counted = run.timed, run.system.finds is not None
        rate = timed.count / timed.seconds if counted else None
        rows.append(
            [
                run.system.name,
                number(timed.size / 1e6),
                number(timed.speed),
                f"{timed.count:,} {run.system.finds}" if counted else "–",
                number(rate),
                number(1e6 / rate if rate else None),
                number(run.megabytes),
                str(timed.errors),
                number(run.figures and run.figures.speed, " MB/s"),
                "1" if run.system.name == "figures" else number(run.ratio),
            ]
        )
    return table(list(_HEADER), rows)


def start_table(starts: Sequence[Start]) -> str:
    """Return the table of import and first call."""
    header = ["system", "import over bare Python, ms", "first call, ms"]
    rows = [
        [one.system.name, f"{one.importing * 1000:.0f}", f"{one.first_call * 1000:.0f}"] for one in starts
    ]
    return table(header, rows)


def page(
    runs: Sequence[Sequence[Run]], starts: Sequence[Start], versions: dict[str, str | None], date: str
) -> str:
    """Return the page: the chart, a table for each case, import and first call."""
    known = {f"{BY_NAME[name].distribution} {version}": None for name, version in versions.items() if version}
    absent = [f"Left out, not installed: {name}.\n" for name, version in versions.items() if not version]
    facts = {"date": date, "machine": machine(), "versions": ", ".join(known), "missing": "".join(absent)}
    parts = [_HEAD.format(**facts, chart=CHART)]
    parts += [f"## {some[0].case.capitalize()} ({some[0].origin})\n\n{case_table(some)}\n" for some in runs]
    parts.append(f"## Start\n\n{start_table(starts)}\n")
    return "\n".join(parts)


_HEAD = """# Speed

Measured on {date} by `make bench`: one process and one core for each system and case, medians of several rounds.
Machine: {machine}.
Versions: {versions}.
{missing}`benchmarks/README.md` says how each number is obtained, and what is fair and what is not.

![Megabytes a second, by system and case]({chart})

A peer that cannot read a whole case in its time reads as much as it can: "read MB" of it. figures then reads these
same texts too, and "times as fast" compares the two; elsewhere MB/s is over what a system read itself. "found" are
figures with unit, category and hedge for figures, and what the peer calls its results for the others: numbers for some,
tokens for spaCy. Peak memory is the whole process while it streams the case, interpreter and one text included.
"""
