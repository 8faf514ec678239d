"""Score figures, quantulum3 and Recognizers-Text on labelled text, side by side.

    python -m benchmarks.accuracy                 print the tables; needs the labelled sets beside the project
    python -m benchmarks.accuracy --write         put them into docs/accuracy.md as well
    python -m benchmarks.accuracy --errors DIR    write the texts that were read wrongly, a file for each kind of error
    python -m benchmarks.accuracy --only figures  one system; the others need an environment of their own

The labels and the scorer are those of `../shared/gold`; the three blind sets beside this
file are ours.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks import markdown
from benchmarks.accuracy import errors as listed
from benchmarks.accuracy import thirdparty
from benchmarks.accuracy.systems import SYSTEMS, Record

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold"
BLIND = sorted(Path(__file__).parent.glob("blind*.jsonl"))
#: Sets whose errors nobody is to read, so that their scores stay those of unseen text.
UNREAD = frozenset(("blind3",))
PAGE = ROOT / "docs" / "accuracy.md"
OPEN, CLOSE = "<!-- scores -->", "<!-- /scores -->"
#: Excerpts of IDETECT in Spanish, French, Portuguese or Croatian.
NOT_ENGLISH = frozenset(
    f"idetect-train-{number}" for number in (12, 28, 29, 40, 42, 55, 59, 61, 62, 63, 101, 102, 112)
)
Rows = list[dict[str, Any]]
Answers = dict[str, list[Record]]


def scorer() -> ModuleType:
    """Load the scorer that belongs to the labels."""
    path = GOLD / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if not path.is_file() or spec is None or spec.loader is None:
        raise SystemExit(f"no labelled sets at {GOLD}: nothing to score")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path: Path) -> Rows:
    """Return the rows of a set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def labelled(score: ModuleType, rows: Rows, answers: dict[str, Answers], errors: Path | None) -> str:
    """Return the table of a set that was annotated with figures."""
    lines = []
    for name, found in answers.items():
        folder = str(errors / name) if errors else None
        _, _, table = score.score_dev(rows, found.__getitem__, folder)
        precision, recall, _ = table.pop("value")
        cells = [name, f"{precision:.3f}", f"{recall:.3f}", *(f"{f1:.3f}" for _, _, f1 in table.values())]
        lines.append(cells)
    header = ["system", "value P", "value R", *(name.removeprefix("value") for name in table)]
    return markdown.table(header, lines)


def humset(score: ModuleType, rows: Rows, answers: dict[str, Answers], errors: Path | None) -> str:
    """Return the table of the HumSet numbers."""
    lines = []
    for name, found in answers.items():
        counted = score.score_humset(rows, found.__getitem__)
        if errors:
            listed.write(errors / name, listed.humset(score, rows, found))
        shares = (("found", "numbers"), ("hedged", "modifier"), ("plain_exact", "plain"), ("unit_ok", "unit"))
        lines.append([name, *(f"{counted[part] / max(counted[whole], 1):.3f}" for part, whole in shares)])
    return markdown.table(["system", "numbers found", "hedged", "plain left exact", "unit overlaps"], lines)


def idetect(score: ModuleType, rows: Rows, answers: dict[str, Answers], errors: Path | None) -> str:
    """Return the table of the IDETECT excerpts in English."""
    lines, rows = [], [row for row in rows if row["id"] not in NOT_ENGLISH]
    for name, found in answers.items():
        counted = score.score_idetect(rows, found.__getitem__)
        if errors:
            listed.write(errors / name, listed.idetect(score, rows, found))
        parts = ("quantity", "+unit", "+term")
        lines.append([name, *(f"{counted[part] / max(counted['scored'], 1):.3f}" for part in parts)])
    return markdown.table(["system", "quantity", "with its unit", "with a compatible term"], lines)


def lists(cases: dict[str, list[thirdparty.Case]], answers: dict[str, Answers], errors: Path | None) -> str:
    """Return the table of the peers' own lists."""
    lines = []
    for name, some in cases.items():
        shares = [
            sum(thirdparty.passed(case, found[case.text]) for case in some) / len(some)
            for found in answers.values()
        ]
        lines.append([name, str(len(some)), *(f"{share:.3f}" for share in shares)])
        for system, found in answers.items() if errors else ():
            listed.write(errors / system, {name: listed.cases(some, found)})  # type: ignore[operator]
    return markdown.table(["list", "cases", *answers], lines)


def report(names: Sequence[str], errors: Path | None) -> str:
    """Run the systems once over all texts and return all tables."""
    score = scorer()
    sets = {path.stem: read(path) for path in (*sorted(GOLD.glob("*.jsonl")), *BLIND)}
    cases = {path.stem: thirdparty.read(path) for path in sorted((GOLD / "thirdparty").glob("*.jsonl"))}
    texts = sorted(
        {row["text"] for rows in sets.values() for row in rows} | {c.text for s in cases.values() for c in s}
    )
    answers = {name: dict(zip(texts, SYSTEMS[name](texts), strict=True)) for name in names}
    parts = []
    for name, rows in sets.items():
        where = errors / name if errors and name not in UNREAD else None
        if "figures" in rows[0]:
            parts.append((name, labelled(score, rows, answers, where)))
        elif "quantities" in rows[0]:
            parts.append((name, humset(score, rows, answers, where)))
        else:
            parts.append((f"{name}, in English", idetect(score, rows, answers, where)))
    if cases:
        where = errors / "lists" if errors else None
        parts.append(("lists of the peers", lists(cases, answers, where)))
    return "\n\n".join(f"### {name}\n\n{table}" for name, table in parts)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Score figures and its peers on labelled text.")
    parser.add_argument("--write", action="store_true", help="also fill the tables of docs/accuracy.md")
    parser.add_argument("--errors", type=Path, metavar="DIR", help="folder for the lists of errors")
    parser.add_argument("--only", choices=SYSTEMS, action="append", help="a system; repeat")
    options = parser.parse_args(argv)
    tables = report(options.only or list(SYSTEMS), options.errors)
    print(tables)
    if options.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(OPEN)
        _, _, after = rest.partition(CLOSE)
        PAGE.write_text(f"{before}{OPEN}\n\n{tables}\n\n{CLOSE}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
