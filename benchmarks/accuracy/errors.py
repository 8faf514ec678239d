"""The lists of errors on the sets that the scorer writes none for, each a readable file in a folder of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.accuracy import thirdparty
from benchmarks.accuracy.systems import Record

Answers = dict[str, list[Record]]
_AROUND = 60


def write(folder: Path, lists: dict[str, list[str]]) -> None:
    """Write each list of errors into a file."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, lines in lists.items():
        (folder / f"{kind}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def humset(score: ModuleType, rows: Sequence[dict[str, Any]], found: Answers) -> dict[str, list[str]]:
    """Return the HumSet numbers that are missed, wrongly hedged, or have their unit elsewhere."""
    lists: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        records, text = found[row["text"]], row["text"]
        gold = [
            {**q, "start": q["quantity"]["begin"], "end": q["quantity"]["end"]} for q in row["quantities"]
        ]
        pairs, seen, _ = score.match(gold, records)
        lists["missed"] += [_show(text, want) for at, want in enumerate(gold) if at not in seen]
        for at, other in pairs:
            want, record = gold[at], records[other]
            unit, span = want.get("unit"), record["unit_span"]
            if unit and not (span and unit["begin"] < span[1] and span[0] < unit["end"]):
                lists["unit"].append(f"{_show(text, want)}  want {unit['text']!r}, got {record['unit']}")
            if not want.get("modifier") and record["bound"] not in ("exact", "vague", "range"):
                lists["hedged"].append(_show(text, want))
    return lists


def idetect(score: ModuleType, rows: Sequence[dict[str, Any]], found: Answers) -> dict[str, list[str]]:
    """Return the IDETECT excerpts whose quantity, unit or term is not among the figures."""
    lists: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        counted = score.score_idetect([row], found.__getitem__)
        failed = [part for part in ("quantity", "+unit", "+term") if counted["scored"] and not counted[part]]
        if failed:
            told = [f"{r['value']} {r['unit']} {r['category']}" for r in found[row["text"]]]
            label = f"{row['quantity']} {row['unit']} {row['term']}"
            lists[failed[0].strip("+")].append(
                f"{row['id']}\n  {row['text']}\n  want {label}\n  got  {told}\n"
            )
    return lists


def cases(some: Sequence[thirdparty.Case], found: Answers) -> list[str]:
    """Return the cases of a peer that are not passed."""
    return [
        f"{case.text!r}\n  want {[want['surface'] for want in case.expected]}\n  got  "
        f"{[(case.text[r['start'] : r['end']], r['value'], r['low'], r['high']) for r in found[case.text]]}\n"
        for case in some
        if not thirdparty.passed(case, found[case.text])
    ]


def _show(text: str, want: dict[str, Any]) -> str:
    before, behind = text[max(0, want["start"] - _AROUND) : want["start"]], text[want["end"] :][:_AROUND]
    return " ".join(f"{before}[[{text[want['start'] : want['end']]}]]{behind}".split())
