"""Cells of tables: their spans, which of them are numbers, and which may be column heads."""

from __future__ import annotations

from typing import NamedTuple

import regex

Cell = tuple[int, int]

#: Characters of a column head; the less where commas, semicolons or blanks part the cells, as they do in prose too.
_LONGEST_HEAD, SHORT_HEAD = 80, 40
_WORDS = 5  # words of such a short head
_ABBREVIATION = 5  # characters of a head that may end with a full stop: "No.", "Inj."
#: A line that only rules off.
RULE = regex.compile(r"[\s|:+=_–—-]++")
_SIGNS = r"""[("'\[]*+(?:[~≈±+<>=≤≥−–-]\s*+)*+(?:US\$|[$€£])?\s*+"""
#: A cell that is a number and nothing else, or says that there is none.
_NUMERIC = regex.compile(
    rf"""nil | n/?a | [-–—]++
      | {_SIGNS} (?:\d[\d.,'’\ \u00a0\u2009\u202f]*+|[½¼¾⅓⅔])
        (?:\s?(?:%|\+|hundred|thousand|lakhs?|crores?|million|billion|mln|mn|bn|m|k))*+ [)"'\]*]*+""",
    regex.VERBOSE | regex.IGNORECASE,
)
#: A number, date or range: no column head.
_BARE_NUMBER = regex.compile(rf"{_SIGNS}\d[\d.,'’/: \u00a0\u2009\u202f–-]*+[%+)\]*]*+")
DIGIT = regex.compile(r"\d")


class Table(NamedTuple):
    """A table: its column heads, the lines below them, and the cells of each of those.

    `over` has for each column the head above its head ("Houses" over "destroyed" and "damaged"), or nothing.
    """

    heads: list[Cell]
    lines: list[Cell]
    rows: list[list[Cell]]
    over: tuple[Cell | None, ...] = ()


def is_numeric(text: str, cell: Cell) -> bool:
    """Tell a cell that is a number and nothing else, or says that there is none."""
    return _NUMERIC.fullmatch(text, *cell) is not None


def has_heads(text: str, heads: list[Cell]) -> bool:
    """Tell whether the cells of a line can be column heads: short, and none of them a number."""
    named = 0
    for first, after in heads:
        if after - first > _LONGEST_HEAD or _BARE_NUMBER.fullmatch(text, first, after):
            return False
        named += after > first
    return named > 1 or len(heads) == 2 and named == 1


def has_short_heads(text: str, heads: list[Cell]) -> bool:
    """Tell heads from a line of prose: all there, "No." but not "Two died.", and of few words."""
    return has_heads(text, heads) and all(
        0 < after - first <= SHORT_HEAD
        and text[after - 1] not in "!?:,;"
        and (text[after - 1] != "." or after - first <= _ABBREVIATION)
        and text.count(" ", first, after) < _WORDS
        for first, after in heads
    )


def trimmed(text: str, start: int, end: int) -> Cell:
    """Return a span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
