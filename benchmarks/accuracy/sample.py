"""Random figures of the corpus for a reader: `python -m benchmarks.accuracy.sample`.

Without an option the sample is shown with its context, for the reader to judge. The verdicts stand in `sample.csv`
beside this file: text, offset of the number, and what is wrong ("value", "bound", "unit", "category", several with a
plus, or nothing). They hold no text of the corpus. `--count` sums them up, and tells how many of those figures the
present code still finds.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from figures import Extractor, Figure

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
VERDICTS = Path(__file__).with_name("sample.csv")
SEED, SIZE = 20261222, 200
_BEFORE, _BEHIND = 120, 80


def texts() -> Iterator[tuple[str, str]]:
    """Yield every text of the corpus with an id."""
    for path in sorted(CORPUS.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield row["id"], row["text"]


def sample(seed: int, size: int) -> list[tuple[str, str, Figure]]:
    """Draw figures, every figure of the corpus with the same chance."""
    extract = Extractor().extract
    found = [(name, text, figure) for name, text in texts() for figure in extract(text)]
    return random.Random(seed).sample(found, min(size, len(found)))  # noqa: S311


def show(name: str, text: str, figure: Figure) -> str:
    """Return one figure in its context."""
    before, behind = (
        text[max(0, figure.start - _BEFORE) : figure.start],
        text[figure.end : figure.end + _BEHIND],
    )
    context = " / ".join(f"{before}[[{figure.text}]]{behind}".split("\n"))
    return f"{name},{figure.spans.number.start}\n  {context}\n  {figure}"


def count() -> str:
    """Return the sum of the verdicts."""
    with VERDICTS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    wrong = Counter(part for row in rows for part in row["wrong"].split("+") if part)
    either = sum(not {"value", "bound"}.isdisjoint(row["wrong"].split("+")) for row in rows)
    named = {row["text"] for row in rows}
    extract = Extractor().extract
    present = {
        (name, str(figure.spans.number.start))
        for name, text in texts()
        if name in named
        for figure in extract(text)
    }
    still = sum((row["text"], row["start"]) in present for row in rows)
    parts = ", ".join(f"{part} {number}" for part, number in wrong.most_common())
    return f"{len(rows)} figures read: {either} wrong in value or bound; by part: {parts}; {still} are found today"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description="Show random figures of the corpus, or sum up their verdicts."
    )
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--count", action="store_true", help="sum up the verdicts")
    options = parser.parse_args(argv)
    if not CORPUS.is_dir():
        raise SystemExit(f"no corpus at {CORPUS}: nothing to sample")
    if options.count:
        print(count())
    else:
        print(*(show(*one) for one in sample(options.seed, options.size)), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
