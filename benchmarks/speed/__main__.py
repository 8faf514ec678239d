"""Measure the speed of figures and of its peers; `make bench` does this with all environments at hand.

    python -m benchmarks.speed                    print docs/benchmarks.md as it would be
    python -m benchmarks.speed --write            write it, and docs/_static/speed.svg
    python -m benchmarks.speed --quick            a small part of the texts, in under two minutes
    python -m benchmarks.speed --only figures     one system; repeat
    python -m benchmarks.speed --adversarial      hostile texts: time at twice the size over time at the size

Nothing here asserts a time; `guard.py` holds the work of figures, by instructions. README.md in the folder above says
how the numbers come about.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.speed import corpus, page, runs, start
from benchmarks.speed.adversarial import adversarial_table
from benchmarks.speed.cases import cases
from benchmarks.speed.chart import chart
from benchmarks.speed.systems import BY_NAME, SYSTEMS

DOCS = Path(__file__).resolve().parents[2] / "docs"


class Effort(NamedTuple):
    """How much is read: the part of the texts, seconds and rounds of each run, interpreters started."""

    scale: float
    seconds: float
    rounds: int
    starts: int


FULL, QUICK = Effort(1.0, 4.0, 3, 9), Effort(0.03, 0.2, 1, 1)


def report(pythons: runs.Pythons, names: Sequence[str], folder: Path, effort: Effort) -> tuple[str, str]:
    """Measure everything and return the page and the chart."""
    versions = {
        name: start.version_of(BY_NAME[name], pythons.get(BY_NAME[name].environment, "")) for name in names
    }
    for name, version in versions.items():
        if version is None:
            print(f"left out, not installed: {name}", file=sys.stderr)
    systems = [BY_NAME[name] for name in names if versions[name]]
    done = [
        runs.measure(case, systems, pythons, effort.seconds, effort.rounds)
        for case in cases(corpus.load(folder, effort.scale), effort.scale)
    ]
    starts = [start.measure(system, pythons[system.environment], effort.starts) for system in systems]
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    return page.page(done, starts, versions, today), chart(done)


def options_of(argv: Sequence[str] | None) -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description="Measure the speed of figures.")
    parser.add_argument("--quick", action="store_true", help="a small part of the texts, under two minutes")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md and its chart")
    parser.add_argument("--only", choices=BY_NAME, action="append", metavar="SYSTEM", help="a system; repeat")
    parser.add_argument(
        "--corpus", type=Path, default=corpus.FOLDER, metavar="DIR", help="folder of real texts"
    )
    parser.add_argument("--compiled", default="", metavar="PYTHON", help="one that has the compiled figures")
    parser.add_argument("--peers", default="", metavar="PYTHON", help="one that has the peers")
    parser.add_argument("--adversarial", action="store_true", help="measure hostile texts instead")
    parser.add_argument("--size", type=int, default=50_000, help="characters of the smaller hostile text")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    options = options_of(argv)
    if options.adversarial:
        print(adversarial_table(options.size // 10 if options.quick else options.size))
        return 0
    environments = {"figures": sys.executable, "compiled": options.compiled, "peers": options.peers}
    pythons = {name: str(Path(python).absolute()) for name, python in environments.items() if python}
    names = options.only or [system.name for system in SYSTEMS]
    text, svg = report(pythons, names, options.corpus, QUICK if options.quick else FULL)
    print(text)
    if options.write:
        (DOCS / "_static").mkdir(parents=True, exist_ok=True)
        (DOCS / "benchmarks.md").write_text(text, encoding="utf-8")
        (DOCS / page.CHART).write_text(svg, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
