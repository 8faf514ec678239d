# ruff: noqa: S311, SIM905 - drawing documents is no secret; the word list reads better as text
"""Measure the speed of `figures`, with quantulum3 and a plain scan for numbers beside it in the same run.

    python benchmarks/speed.py                  print Markdown tables
    python benchmarks/speed.py FOLDER           measure also on the .txt or .jsonl.gz files of a folder
    python benchmarks/speed.py --write          write them to docs/benchmarks.md as well
    python benchmarks/speed.py --quick          a tenth of the texts and of the time
    python benchmarks/speed.py --compiled BIN   measure also the compiled figures that the Python BIN has
    python benchmarks/speed.py --adversarial    hostile texts: time at twice the size over time at the size

Nothing here asserts a time. `README.md` in this folder says how the numbers come about.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import sys
import warnings
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import regex

from benchmarks import corpus, hostile, measure  # the folder above comes first
from benchmarks.builds import Build

ROOT = Path(__file__).resolve().parents[1]
Scan = Callable[[str], int]
TWICE_AT_MOST = 2.3
SENTENCE = "At least 12 people were killed and 30 wounded; about 7,000 fled."
NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds "
    "thousand thousands million millions billion billions dozen dozens half several"
).split()


class Compared(NamedTuple):
    """What one build of figures and quantulum3 took, in seconds, on the documents that quantulum3 managed."""

    name: str
    core: str
    documents: int
    megabytes: float
    together: float
    single: float
    quantulum3: float
    failures: int


def figures_scan() -> Scan:
    """Return what counts the figures of a text with a ready extractor."""
    from figures import Extractor

    extract = Extractor().extract
    return lambda text: len(extract(text))


def plain_scan() -> Scan:
    """Return what counts digit runs and number words with one pattern: a floor."""
    pattern = regex.compile(rf"\d[\d,.]*|\b(?:{'|'.join(NUMBER_WORDS)})\b", regex.IGNORECASE)
    return lambda text: len(pattern.findall(text))


def quantulum3_scan() -> Scan | None:
    """Return what counts the quantities of a text with quantulum3 without classifier; -1 on its errors."""
    warnings.filterwarnings("ignore", module="quantulum3")
    try:
        from quantulum3 import classifier, parser
    except ImportError:
        return None
    classifier.USE_CLF = False

    def scan(text: str) -> int:
        try:
            return len(parser.parse(text))
        except Exception:  # noqa: BLE001 - the peer's own faults are counted, not hidden
            return -1

    scan(SENTENCE)
    return scan


def over(scan: Scan, texts: Sequence[str]) -> Callable[[], int]:
    """Return a round over all texts."""
    return lambda: sum(map(scan, texts))


def whole_table(samples: list[corpus.Sample], builds: Sequence[Build], seconds: float) -> str:
    """Measure figures and the plain scan on all texts."""
    plain = plain_scan()
    rows = []
    for sample in samples:
        bare = measure.median_seconds(over(plain, sample.texts), seconds=seconds / 4)
        for build in builds:
            took = build.times(sample.texts, seconds=seconds)
            rows.append(
                [
                    f"{sample.name} ({sample.origin})",
                    build.name,
                    f"{len(sample.texts):,}",
                    f"{sample.megabytes:.1f}",
                    f"{took.figures:,}",
                    f"{sample.megabytes / took.together:.2f}",
                    f"{sample.megabytes / took.single:.2f}",
                    f"{took.figures / took.together:,.0f}",
                    f"{took.together / max(took.figures, 1) * 1e6:.1f}",
                    f"{sample.megabytes / bare:.1f}",
                ]
            )
    header = "texts, core, documents, MB, figures, MB/s, one by one, figures/s, µs per figure, plain scan"
    return measure.table(header.split(", "), rows)


def compare(sample: corpus.Sample, builds: Sequence[Build], peer: Scan, seconds: float) -> list[Compared]:
    """Time quantulum3 on as many documents, drawn by chance, as fill its time; then each build on these."""
    drawn = random.Random(7).sample(sample.texts, len(sample.texts))
    texts: list[str] = []
    failures = 0
    spent = 0.0
    for text in drawn:
        start = perf_counter()
        failures += peer(text) < 0
        spent += perf_counter() - start
        texts.append(text)
        if spent > seconds / 3:
            break
    slow = statistics.median([spent, *measure.rounds_of(over(peer, texts), at_least=2, at_most=2)])
    size = sample._replace(texts=texts).megabytes
    done = []
    for build in builds:
        took = build.times(texts, at_least=7, at_most=25, seconds=2)
        done.append(
            Compared(sample.name, build.name, len(texts), size, took.together, took.single, slow, failures)
        )
    return done


def compared_table(samples: list[corpus.Sample], builds: Sequence[Build], seconds: float) -> str:
    """Measure figures and quantulum3 on the same documents."""
    peer = quantulum3_scan()
    if peer is None:
        return "quantulum3 is not installed: no comparison."
    done = [row for sample in samples for row in compare(sample, builds, peer, seconds / len(samples))]
    for build in builds:
        columns = zip(*(row[2:] for row in done if row.core == build.name), strict=True)
        documents, size, together, single, slow, failures = map(sum, columns)
        done.append(Compared("all", build.name, int(documents), size, together, single, slow, int(failures)))
    rows = [
        [
            row.name,
            row.core,
            f"{row.documents:,}",
            f"{row.megabytes * 1000:.0f}",
            f"{row.megabytes / row.together:.2f}",
            f"{row.megabytes / row.quantulum3:.4f}",
            f"{row.quantulum3 / row.together:.0f}",
            f"{row.quantulum3 / row.single:.0f}",
            str(row.failures),
        ]
        for row in done
    ]
    header = "texts, core, documents, kB, figures MB/s, quantulum3 MB/s, times as fast, one by one, errors"
    return measure.table(header.split(", "), rows)


def start_table(builds: Sequence[Build], rounds: int) -> str:
    """Measure import and first call in fresh interpreters; what an import puts off is in the call that needs it."""
    systems = [(f"figures, {build.name}", build.python, "figures", "extract_figures") for build in builds]
    if measure.installed("quantulum3"):
        systems.append(("quantulum3", sys.executable, "quantulum3.parser", "parse"))
    rows = []
    for name, python, module, function in systems:
        call, named = f"({SENTENCE!r})", f"from {module} import {function}"
        seconds = (
            measure.import_seconds(python, f"import {module}", rounds),
            measure.first_call_seconds(python, f"import {module}", f"{module}.{function}{call}", rounds),
            measure.import_seconds(python, named, rounds),
            measure.first_call_seconds(python, named, f"{function}{call}", rounds),
        )
        pint = "yes" if measure.imports(python, module, "pint") else "no"
        rows.append([name, *(f"{time * 1000:.0f}" for time in seconds), pint])
    header = "system, import over bare Python, first call after it, from … import …, first call after it, imports pint"
    return measure.table(header.split(", "), rows)


def adversarial_table(characters: int) -> str:
    """Measure hostile texts of a size and of twice the size, by turns; the quickest of the rounds counts."""
    figures = figures_scan()
    rows = []
    for case in hostile.CASES:
        texts = [case.sized(characters), case.sized(2 * characters)]
        times: list[list[float]] = []
        while len(times) < 2 or (len(times) < 9 and sum(map(sum, times)) < 1):
            times.append([measure.rounds_of(over(figures, [text]), 1, 1)[0] for text in texts])
        small, large = map(min, zip(*times, strict=True))
        shown = f"{large / small:.2f}" + (f" (over {TWICE_AT_MOST})" if large > TWICE_AT_MOST * small else "")
        size = len(texts[1].encode("utf-8", "surrogatepass")) / 1e6
        rows.append([case.name, f"{len(texts[1]):,}", f"{large:.3f}", f"{size / large:.2f}", shown])
        print(f"  {case.name}: {shown}", file=sys.stderr)
    return measure.table(["text", "characters", "s", "MB/s", "twice the text, times the time"], rows)


def report(samples: list[corpus.Sample], builds: Sequence[Build], seconds: float, rounds: int) -> str:
    """Return the page with all tables."""
    versions = ", ".join(
        f"{name} {measure.installed(name) or 'not installed'}"
        for name in ("humanitarian-figures", "quantulum3", "regex", "attrs")
    )
    today = dt.datetime.now(tz=dt.UTC).date()
    share = seconds * 2.5
    return f"""# Speed

Measured on {today} by `python benchmarks/speed.py`: medians over several rounds, one process, one core.
Machine: {measure.machine()}.
Versions: {versions}; quantulum3 without classifier.
How each number is obtained stands in `benchmarks/README.md`.

## Whole corpus

The core is pure Python or compiled from the same code (`make wheel`), each in a process of its own.
MB/s by `extract_many` in one process; "one by one" calls `extract` for each text. The plain scan, in MB/s too, finds
digit runs and number words with one pattern of the `regex` package and reads nothing.

{whole_table(samples, builds, seconds)}

## Beside quantulum3

The same documents for both, drawn by chance: as many as quantulum3 managed in {share:.0f} seconds in all. "One by one"
is how many times as fast figures is when `extract` is called for each text.

{compared_table(samples, builds, share)}

## Start

In milliseconds, each in a fresh interpreter. A module that loads parts of itself later pays for them in the first call.

{start_table(builds, rounds)}
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Measure the speed of figures.")
    parser.add_argument("folders", type=Path, nargs="*", help="more texts: .txt or .jsonl.gz files")
    parser.add_argument("--quick", action="store_true", help="a tenth of the texts and of the time")
    parser.add_argument("--write", action="store_true", help="also write docs/benchmarks.md")
    parser.add_argument("--adversarial", action="store_true", help="measure hostile texts instead")
    parser.add_argument("--size", type=int, default=50_000, help="characters of the smaller hostile text")
    parser.add_argument(
        "--compiled", type=Path, metavar="BIN", help="a Python that has the compiled figures installed"
    )
    options = parser.parse_args(argv)
    if options.adversarial:
        print(adversarial_table(options.size // 10 if options.quick else options.size))
        return 0
    samples = corpus.load() + [sample for folder in options.folders for sample in corpus.read(folder)]
    if options.quick:
        samples = [sample._replace(texts=sample.texts[::10]) for sample in samples]
    seconds, rounds = (1.0, 3) if options.quick else (10.0, 11)
    with ExitStack() as stack:
        builds = [stack.enter_context(Build("pure", sys.executable))]
        if options.compiled:
            builds.append(stack.enter_context(Build("compiled", str(options.compiled.absolute()))))
        page = report(samples, builds, seconds, rounds)
    print(page)
    if options.write:
        (ROOT / "docs").mkdir(exist_ok=True)
        (ROOT / "docs" / "benchmarks.md").write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
