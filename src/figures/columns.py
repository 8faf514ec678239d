"""Columns of blanks: tables as PDF copies have them, whose cells stand two or more spaces apart.

A row with as many cells as there are heads is read in order. One with fewer has empty cells: each of its cells must
then stand below one column only, by the places that the heads and the full rows take up in their lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, zip_longest

import regex

from figures.cells import DIGIT, RULE, SHORT_HEAD, Cell, Table, has_short_heads, is_numeric, trimmed

_FIELD = regex.compile(r"[^\s]++(?:[^\S\n][^\s]++)*+")
_LONGEST_CELL = 60  # characters; a longer one is prose
_MOST_COLUMNS = 40  # more than a page has room for
_FEWEST = 4  # rows and columns together
_FEW_ROWS = 3  # rows from which on the heads need no capitals
_HEAD_MARKS = "#%(№$€£"


def in_columns(text: str, lines: list[Cell], offset: int) -> Iterator[tuple[int, Table]]:
    """Yield the tables of some lines whose columns blanks part, each with the index of its first line."""
    at = 0
    while at < len(lines) - 1:
        heads = _fields(text, lines[at])
        table = _table(text, lines, at, heads) if _are_heads(text, heads) else None
        if table is not None:
            yield offset + at, table
            while at < len(lines) and lines[at] < table.lines[-1]:
                at += 1
        at += 1


def _fields(text: str, line: Cell) -> list[Cell]:
    """Return the spans between runs of blanks, none where the line has no such run inside it."""
    if text.find("  ", *line) < 0 and text.find("\t", *line) < 0:
        return []
    return [found.span() for found in _FIELD.finditer(text, *line)][: _MOST_COLUMNS + 1]


def _are_heads(text: str, heads: list[Cell]) -> bool:
    """Tell heads of columns from prose set in full lines, from "=== ===", and from a row, which has a number."""
    if not 1 < len(heads) <= _MOST_COLUMNS or not has_short_heads(text, heads):
        return False
    ruled = RULE.fullmatch(text, heads[0][0], heads[-1][1]) is not None
    return not ruled and not any(is_numeric(text, cell) for cell in heads)


def _table(text: str, lines: list[Cell], at: int, heads: list[Cell]) -> Table | None:
    """Return the table that begins with a line of heads, None where the lines below it are no rows."""
    body, found = _rows(text, lines, at + 1, len(heads) + 1)
    if not found:
        return None
    indent = lines[at][0]
    if len(found[0]) > len(heads) and found[0][0][1] - body[0][0] <= heads[0][0] - indent:
        heads = [(indent, indent), *heads]  # the column of the names has no head
    width = len(heads)
    extents = _extents(heads, indent, [(row, line[0]) for row, line in zip(found, body, strict=True)])
    rows: list[list[Cell]] = []
    for row, line in zip(found, body, strict=True):
        placed = row if len(row) == width else _placed(row, line[0], extents)
        if placed is None or not any(is_numeric(text, cell) for cell in placed[1:] if cell[0] < cell[1]):
            break
        rows.append(placed)
    over = _over(text, lines, at, extents)
    topmost = [upper or head for upper, head in zip_longest(over, heads)]
    if not rows or not _is_certain(text, topmost, rows):
        return None
    return Table(heads, body[: len(rows)], rows, over)


def _rows(text: str, lines: list[Cell], at: int, most: int) -> tuple[list[Cell], list[list[Cell]]]:
    """Return the lines from an index on that may be rows, with their cells; other lines are left out."""
    body: list[Cell] = []
    rows: list[list[Cell]] = []
    for line in islice(lines, at, None):
        row = _fields(text, line)
        if RULE.fullmatch(text, *line) or not row and _is_group(text, line):
            continue
        if not 1 < len(row) <= most or any(after - first > _LONGEST_CELL for first, after in row):
            break
        if not any(is_numeric(text, cell) for cell in row):
            break  # may be the heads of the next table
        body.append(line)
        rows.append(row)
    return body, rows


def _is_group(text: str, line: Cell) -> bool:
    """Tell the name of the rows that follow: "Northern Region", alone in its line."""
    first, after = trimmed(text, *line)
    if not 0 < after - first <= SHORT_HEAD or DIGIT.search(text, first, after):
        return False
    return text[first].isupper() and text[after - 1] not in ".!?:,;"


def _extents(heads: list[Cell], indent: int, rows: list[tuple[list[Cell], int]]) -> list[Cell]:
    """Return the places in their lines that the columns take up, by the heads and the rows that have all cells."""
    extents = [(first - indent, after - indent) for first, after in heads]
    for row, start in rows:
        if len(row) == len(heads):
            extents = [
                (min(left, first - start), max(right, after - start))
                for (left, right), (first, after) in zip(extents, row, strict=True)
            ]
    return extents


def _placed(row: list[Cell], start: int, extents: list[Cell]) -> list[Cell] | None:
    """Return the cells of a row with empty ones where it has none, None where a place is not certain."""
    placed: list[Cell] = [(start, start)] * len(extents)
    before = -1
    for first, after in row:
        column = _column(first - start, after - start, extents)
        if column <= before:
            return None
        placed[column] = (first, after)
        before = column
    return placed


def _column(first: int, after: int, extents: list[Cell]) -> int:
    """Return the one column that a cell stands below, -1 where there is none or more than one."""
    below = [i for i, (left, right) in enumerate(extents) if first < right and left < after]
    return below[0] if len(below) == 1 else -1


def _is_certain(text: str, heads: list[Cell], rows: list[list[Cell]]) -> bool:
    """Tell a table from lines of prose with wide gaps: enough of it, capitals in its heads, and whole columns."""
    if len(heads) + len(rows) < _FEWEST:
        return False
    named = [text[first] for first, after in heads if first < after]
    if len(rows) < _FEW_ROWS and not all(mark.isupper() or mark in _HEAD_MARKS for mark in named):
        return False
    for column in range(1, len(heads)):
        filled = [row[column] for row in rows if row[column][0] < row[column][1]]
        numeric = sum(is_numeric(text, cell) for cell in filled)
        if numeric and any(not is_numeric(text, cell) and not DIGIT.search(text, *cell) for cell in filled):
            return False
    return True


def _over(text: str, lines: list[Cell], at: int, extents: list[Cell]) -> tuple[Cell | None, ...]:
    """Return for each column the head in the line above the heads that stands over it, if that is such a line."""
    if not at:
        return ()
    upper = _fields(text, lines[at - 1])
    if not _are_heads(text, upper):
        return ()
    over: list[Cell | None] = [None] * len(extents)
    for first, after in upper:
        start = lines[at - 1][0]
        for column, (left, right) in enumerate(extents):
            if first - start < right and left < after - start:
                if over[column] is not None:
                    return ()
                over[column] = (first, after)
    return tuple(over)
