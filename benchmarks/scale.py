"""Measure what reading a collection costs: alone, through Arrow, and on a local Spark when pyspark is installed.

    python -m benchmarks.scale                  print Markdown tables
    python -m benchmarks.scale --write          put them into docs/scale.md as well
    python -m benchmarks.scale --corpus FOLDER  texts of another folder than `speed/corpus.py` looks for

Seconds are those of the processor, all processes together, unless a column says clock: other work on the machine
then counts little. Texts are those of `speed/corpus.py`.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.markdown import table
from benchmarks.speed import corpus
from benchmarks.speed.page import machine
from figures import Extractor
from figures.export.arrow import extract_batches, schema

PAGE = Path(__file__).resolve().parents[1] / "docs" / "scale.md"
ROUNDS = 3
COPIES = 2  # of the texts, for Spark, so that its tasks last
WORKER = """
import sys
from time import process_time
start = process_time()
import pyarrow as pa
from figures.export.arrow import extract_batches
loaded = process_time()
list(extract_batches(pa.table({"id": ["a"], "text": ["At least 12 people were killed."]})))
called = process_time()
def most():  # ru_maxrss would count the memory of the process that started this one
    return next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith("VmHWM"))
ready = most()
import pyarrow.parquet as pq
for _ in extract_batches(pq.ParquetFile(sys.argv[1]).iter_batches(1000)):
    pass
print(loaded - start, called - loaded, ready, most())
"""


class Cost(NamedTuple):
    """Seconds for the texts of a sample, and what they gave."""

    megabytes: float
    figures: int
    plain: float
    arrow: float
    table: pa.Table


def documents(sample: corpus.Sample, copies: int = 1) -> pa.Table:
    """Return the texts as a table with ids."""
    texts = sample.texts * copies
    return pa.table({"id": [f"{sample.name}-{n}" for n in range(len(texts))], "text": texts})


def alone(sample: corpus.Sample) -> Cost:
    """Read the texts in this process, as records and as Arrow batches in turns."""
    extractor, table, plain, arrow = Extractor(), documents(sample), [], []
    found: list[pa.RecordBatch] = []
    for _ in range(ROUNDS):
        start = process_time()
        for _figures in extractor.extract_many(sample.texts):
            pass
        middle = process_time()
        found = list(extract_batches(table.to_batches(1000), extractor=extractor))
        plain.append(middle - start)
        arrow.append(process_time() - middle)
    figures = pa.Table.from_batches(found, schema())
    seconds = statistics.median(plain), statistics.median(arrow)
    return Cost(sample.megabytes, figures.num_rows, *seconds, figures)


def bytes_per_figure(figures: pa.Table) -> list[float]:
    """Return bytes a figure: Parquet with snappy, with zstd, JSON Lines, and these gzipped."""
    sizes = []
    for codec in ("snappy", "zstd"):
        sink = io.BytesIO()
        pq.write_table(figures, sink, compression=codec)
        sizes.append(len(sink.getvalue()))
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in figures.to_pylist()).encode()
    sizes += [len(lines), len(gzip.compress(lines, 6))]
    return [size / figures.num_rows for size in sizes]


def worker(texts: Path) -> list[float]:
    """Return seconds to import, seconds of the first call, MB when ready, MB at most over the texts."""
    runs = [
        subprocess.run([sys.executable, "-c", WORKER, texts], check=True, capture_output=True, text=True)
        for _ in range(ROUNDS)
    ]
    return [
        statistics.median(column)
        for column in zip(*(map(float, r.stdout.split()) for r in runs), strict=True)
    ]


def processor_seconds() -> float:
    """Return the seconds that this process and all it started have used so far (Linux)."""
    used, parents = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        used[int(stat.parent.name)] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
        parents[int(stat.parent.name)] = int(fields[1])
    family = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(used.get(pid, 0.0) for pid in family)


def on_spark(folder: Path, cores: int) -> tuple[float, float]:
    """Return clock and processor seconds of a warm local Spark that writes the figures to Parquet."""
    from pyspark.sql import SparkSession

    from figures.adapters.spark import extract_frame

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(f"local[{cores}]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    frame = session.read.parquet(str(folder))
    times = []
    for turn in count():
        used, start = processor_seconds(), perf_counter()
        extract_frame(frame).write.mode("overwrite").parquet(str(folder.with_name("figures")))
        if turn:  # the first warms up
            times.append((perf_counter() - start, processor_seconds() - used))
        if turn == ROUNDS:
            break
    session.stop()
    return statistics.median(t for t, _ in times), statistics.median(t for _, t in times)


def measured(samples: list[corpus.Sample]) -> str:
    """Return the tables as Markdown."""
    costs = {f"{sample.name} ({sample.origin})": alone(sample) for sample in samples}
    names = dict(zip(costs, samples, strict=True))
    head = "texts | MB | figures | MB/s, records | MB/s, Arrow | Arrow over records | µs a figure, Arrow adds"
    rows = [
        [n, f"{c.megabytes:.1f}", f"{c.figures:,}", f"{c.megabytes / c.plain:.2f}", f"{c.megabytes / c.arrow:.2f}",
         f"{c.arrow / c.plain:.2f}", f"{(c.arrow - c.plain) / c.figures * 1e6:.0f}"]
        for n, c in costs.items()
    ]  # fmt: skip
    tables = [table(head.split(" | "), rows)]
    head = "texts | input, bytes a figure | Parquet, snappy | Parquet, zstd | JSON Lines | JSON Lines, gzip"
    sizes = ([n, c.megabytes * 1e6 / c.figures, *bytes_per_figure(c.table)] for n, c in costs.items())
    tables.append(
        table(head.split(" | "), [[name, *(f"{size:.0f}" for size in row)] for name, *row in sizes])
    )
    with tempfile.TemporaryDirectory() as scratch:
        one = Path(scratch) / "documents.parquet"
        name, cost = next(iter(costs.items()))
        pq.write_table(documents(names[name]), one)
        start = [f"{v:.{2 if n < 2 else 0}f}" for n, v in enumerate(worker(one))]
        head = "a worker | import, s | first call, s | MB when ready | MB at most"
        tables.append(table(head.split(" | "), [[f"reads {name}", *start]]))
        overhead = None
        if find_spec("pyspark"):
            found, overhead = spark_table(name, names[name], cost, Path(scratch) / "in")
            tables.append(found)
    tables.append(billion(costs, names, overhead))
    busy = f"{os.getloadavg()[2]:.0f} processes wanted these cores in the last quarter of an hour"
    return "\n\n".join([f"{machine()}; {busy}.", *tables])


def billion(costs: dict[str, Cost], samples: dict[str, corpus.Sample], overhead: float | None) -> str:
    """Return the table of what a billion documents of each kind would cost: the tables above, multiplied."""
    rows = []
    for name, cost in costs.items():
        length = cost.megabytes * 1e6 / len(samples[name].texts)
        hours = 1e9 * length / 1e6 * (cost.arrow / cost.megabytes) / 3600
        figures = 1e9 * cost.figures / len(samples[name].texts)
        sizes = bytes_per_figure(cost.table)
        spark = "not measured" if overhead is None else f"{hours * overhead:,.0f}"
        rows.append(
            [name, f"{length:,.0f}", f"{length / 1000:.1f}", f"{hours:,.0f}", spark,
             f"{figures / 1e9:.1f}", f"{figures * sizes[1] / 1e12:.2f}", f"{figures * sizes[2] / 1e12:.2f}"]
        )  # fmt: skip
    head = "a billion documents like | bytes each | TB | core-hours, Arrow | core-hours, Spark | figures, billions"
    return table([*head.split(" | "), "TB of Parquet, zstd", "TB of JSON Lines"], rows)


def spark_table(name: str, sample: corpus.Sample, cost: Cost, folder: Path) -> tuple[str, float]:
    """Return the table of a local Spark on one and on two cores, over twelve files, and the overhead on one."""
    folder.mkdir()
    texts = documents(sample, COPIES)
    part = -(-texts.num_rows // 12)
    for number in range(12):
        pq.write_table(texts.slice(number * part, part), folder / f"{number}.parquet")
    rows, over = [], []
    size = cost.megabytes * COPIES
    for cores in (1, 2):
        clock, used = on_spark(folder, cores)
        over.append(used / COPIES / cost.arrow)
        job = f"local[{cores}], {name} {COPIES} times"
        rows.append([job, f"{size / clock:.2f}", f"{size / used:.2f}", f"{over[-1]:.2f}"])
    head = "Spark | MB/s by the clock | MB per processor second | processor seconds over Arrow alone"
    return table(head.split(" | "), rows), over[0]


def main() -> None:
    """Measure, print, and write the page when asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="put the tables into docs/scale.md")
    parser.add_argument("--quick", action="store_true", help="a tenth of the texts")
    parser.add_argument("--corpus", type=Path, default=corpus.FOLDER, help="folder of the texts")
    options = parser.parse_args()
    samples = corpus.samples(options.corpus, 0.1 if options.quick else 1.0)
    tables = measured(samples)
    print(tables)
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        block = f"<!-- measured -->\n{tables}\n\n<!-- /measured -->"
        page = re.sub(r"<!-- measured -->.*<!-- /measured -->", lambda _: block, page, flags=re.DOTALL)
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
