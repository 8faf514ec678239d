"""Runs: each system on each case in a process of its own, and what is made of the answers."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.speed.cases import Case
from benchmarks.speed.systems import System
from benchmarks.speed.worker import Request, Timed

ROOT = Path(__file__).resolve().parents[2]
Pythons = Mapping[str, str]  # the interpreter of each environment: figures, compiled, peers


class Run(NamedTuple):
    """One system on one case. `figures` is what figures took for the same texts, None where it did not read them."""

    case: str
    origin: str
    system: System
    timed: Timed
    megabytes: float  # memory at its peak
    figures: Timed | None = None

    @property
    def ratio(self) -> float | None:
        """How many times as fast figures was on the same texts."""
        return self.figures and self.timed.seconds / self.figures.seconds


def measure(
    case: Case, systems: Sequence[System], pythons: Pythons, seconds: float, rounds: int
) -> list[Run]:
    """Run all systems on a case, the peers first: figures then reads the same samples as well."""
    runs: dict[str, Run] = {}
    sizes: list[int] = []
    told: dict[int, Timed] = {}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pieces.jsonl"
        case.write(file)
        for system in sorted(systems, key=lambda one: one.environment != "peers"):
            print(f"  {case.name}: {system.name}", file=sys.stderr)
            request = Request(
                system.name, str(file), seconds, rounds, sizes if system.name == "figures" else (),
                one_line=case.one_line, whole=system.environment != "peers",
            )  # fmt: skip
            timed, memory, samples = ask(request, pythons[system.environment])
            runs[system.name] = Run(case.name, case.origin, system, timed, memory / 1e6)
            sizes.append(timed.pieces)
            if system.name == "figures":
                told = {one.pieces: one for one in (timed, *samples)}
    return [
        runs[system.name]._replace(figures=told.get(runs[system.name].timed.pieces)) for system in systems
    ]


def ask(request: Request, python: str) -> tuple[Timed, int, list[Timed]]:
    """Start a worker and return its answer."""
    done = subprocess.run(
        [python, "-m", "benchmarks.speed.worker"],
        input=json.dumps(request._asdict()), stdout=subprocess.PIPE, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{request.system} failed in {python}, see above: is it installed there?")
    answer = json.loads(done.stdout)
    return Timed(*answer["whole"]), answer["memory"], [Timed(*one) for one in answer["samples"]]
