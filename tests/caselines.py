"""Reads the case files: one sentence a line, numbers tagged inline with the fields they must have.

    At least [[12|bound=at_least unit=person cat=people.killed]] people died.

Inside the brackets stand the exact number expression, a bar and fields: `v`, `low`, `high` (`none` = unbounded),
`bound` (left out: exact), `strict`, `cert` (left out: asserted), `level`, `unit`, `cat`, `per`, `implied`, `who`
(`-` = nobody), `text`, `sub` and `same` (the number expression that `subset_of` and `same_as` point to). A number
without a tag must not be found. A line without tags is a negative. `\\n` is a line break, `\\t` a tab,
`#` opens a comment, `##` a group.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "cases"
_TAG = re.compile(r"\[\[(.+?)\|(.*?)\]\]|\[\[(.+?)\]\]")
_NUMERIC = ("v", "low", "high")


class Expected(NamedTuple):
    """One tagged number: where it stands and the fields it must have."""

    number: str
    start: int
    end: int
    fields: dict[str, str]


class Case(NamedTuple):
    """One line of a case file."""

    id: str
    text: str
    figures: list[Expected]


def read(path: Path) -> Iterator[Case]:
    """Yield the cases of a file."""
    group = "start"
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("## "):
            group = line[3:].strip()
        if not line.strip() or line.startswith("#"):
            continue
        text, figures = parse(line)
        yield Case(f"{path.stem}:{number} {group}", text, figures)


def parse(line: str) -> tuple[str, list[Expected]]:
    """Return the plain sentence and its tagged numbers."""
    text, figures, at = "", [], 0
    for match in _TAG.finditer(line):
        text += _plain(line[at : match.start()])
        number = _plain(match.group(1) or match.group(3))
        fields = dict(part.split("=", 1) for part in shlex.split(match.group(2) or ""))
        figures.append(Expected(number, len(text), len(text) + len(number), fields))
        text, at = text + number, match.end()
    return text + _plain(line[at:]), figures


def _plain(part: str) -> str:
    return part.replace("\\n", "\n").replace("\\t", "\t")


def number(word: str) -> float | None:
    """Read a value of a case line."""
    return None if word == "none" else float(word.replace(",", "").replace("_", ""))


def differences(case: Case, figures: Any) -> list[str]:
    """Return what differs between the expected and the found figures of a case, nothing when it holds."""
    found = {(f.spans.number.start, f.spans.number.end): f for f in figures}
    wrong = []
    for expected in case.figures:
        figure = found.pop((expected.start, expected.end), None)
        if figure is None:
            wrong.append(f"missed {expected.number!r}")
            continue
        wrong += [f"{expected.number!r} {difference}" for difference in _compare(case, expected, figure)]
    wrong += [f"must not find {f.text!r} ({f.category})" for f in found.values()]
    return wrong


def _compare(case: Case, expected: Expected, figure: Any) -> Iterator[str]:
    fields = {"bound": "exact", "cert": "asserted", **expected.fields}
    if not {"v", "low", "high"} & set(fields):
        fields["v"] = expected.number.replace(",", "")
    got = {
        "v": figure.value, "low": figure.low, "high": figure.high, "bound": figure.hedge.bound.value,
        "strict": "yes" if figure.hedge.strict else "no", "cert": figure.hedge.certainty.value,
        "level": str(figure.hedge.level), "unit": figure.unit.id, "cat": str(figure.category),
        "per": figure.unit.per or "-", "implied": "yes" if figure.unit.implied else "no", "text": figure.text,
        "who": ",".join(figure.who) or "-",
        "sub": _linked(case, figure.subset_of), "same": _linked(case, figure.same_as),
    }  # fmt: skip
    for name, want in fields.items():
        if name in _NUMERIC:
            value = number(want)
            same = (
                got[name] == value
                if None in (got[name], value)
                else abs(got[name] - value) <= 1e-3 * abs(value)
            )
            if not same:
                yield f"{name}: want {want}, got {got[name]}"
        elif name == "who":
            if sorted(want.split(",")) != got["who"].split(","):
                yield f"who: want {want}, got {got['who']}"
        elif got[name] != want:
            yield f"{name}: want {want}, got {got[name]}"


def _linked(case: Case, span: Any) -> str:
    return case.text[span.start : span.end] if span is not None else "-"
