"""Tables as text: lines of one block whose cells a separator parts, under a line of column heads.

Pipes and tabs part cells always, semicolons and commas only where the lines can be no prose: short heads, and a
number in every line below them; so do runs of blanks (`columns.py`). What is no table, and a table without heads, is
left to the ordinary reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

from figures.cells import DIGIT, RULE, Cell, Table, has_heads, has_short_heads, is_numeric, trimmed
from figures.columns import in_columns
from figures.lexicon import senses as s

if TYPE_CHECKING:
    from figures.lexicon.compiled import Compiled

_MOST_CELLS = 400
_FIELD = regex.compile(r'[^\S\n]*"(?:[^"\n]|"")*+"[^\S\n]*')


def find(text: str, start: int, end: int) -> list[Table]:
    r"""Return the tables of `text[start:end]` in text order.

    >>> text = "District | Deaths\nChikwawa | 14\n"
    >>> [[text[a:b] for a, b in table.heads] for table in find(text, 0, len(text))]
    [['District', 'Deaths']]
    """
    separators = [mark for mark in "|\t;," if text.find(mark, start, end) >= 0]
    spaced = text.find("  ", start, end) >= 0
    lines = _lines(text, start, end)
    found: list[tuple[int, Table]] = []
    for separator in separators:
        free = _free(lines, found) if found else [(0, len(lines))]
        found += [
            table for first, after in free for table in _tables(text, lines[first:after], separator, first)
        ]
    if spaced:
        free = _free(lines, found)
        found += [table for first, after in free for table in in_columns(text, lines[first:after], first)]
    return [table for _, table in sorted(found)]


def cells(text: str, line: Cell, separator: str) -> list[Cell]:
    r"""Return the spans of the cells of a line, without the space and the quotes around them.

    >>> text = 'Mandera,"434,000",45'
    >>> [text[a:b] for a, b in cells(text, (0, len(text)), ",")]
    ['Mandera', '434,000', '45']
    """
    return [_stripped(text, first, after) for first, after in _fields(text, line, separator)]


def labelled(text: str, table: Table, lexicon: Compiled) -> Iterator[tuple[Cell, tuple[Cell, ...]]]:
    """Yield the cells below the heads of a table, each with the cells that are its label.

    That is its head; where the head only says "Number" or names a month, the first cell of the row; and both where the
    row begins with what is counted ("Item"), unless the column counts people.
    """
    heads = [text[first:after].lower() for first, after in table.heads]
    of_items = heads[0] in lexicon.lists.item_heads
    of_people = [_counts_people(head, lexicon) for head in heads]
    is_month = [lexicon.words.get(head, s.UNKNOWN).flags & s.MONTH != 0 for head in heads]
    handed = _handed_on(heads, lexicon)
    for row in table.rows:
        for column, cell in enumerate(row):
            named = column > 0 and row[0][0] < row[0][1]
            valued = heads[column] in lexicon.lists.value_heads or is_month[column]
            label = tuple(
                cell for i in handed[column] for cell in (*table.over[i : i + 1], table.heads[i]) if cell
            )
            if named and (not label or valued):
                label = (row[0],)
            elif named and of_items and not of_people[column]:
                label = (*label, row[0])
            if cell[0] < cell[1]:
                yield cell, label


def _counts_people(head: str, lexicon: Compiled) -> bool:
    """Tell a column of people beside goods: "Beneficiaries"."""
    nouns = [lexicon.words.get(word, s.UNKNOWN).noun for word in head.split()]
    return any(noun is not None and noun.cls in ("household", "person") for noun in nouns)


def _handed_on(heads: list[str], lexicon: Compiled) -> list[list[int]]:
    """Return for each column its head, and before it one that counts for it too.

    That is the head whose currency it has ("Needs (USD) | Gap"), else the first one if it names a shelter.
    """
    columns: list[list[int]] = []
    named, sheltered = -1, heads[0] in lexicon.lists.shelter_heads
    for column, head in enumerate(heads):
        if "(" in head:
            named = column
        handed = named >= 0 and "(" not in head and lexicon.lists.money_heads.issuperset(head.split())
        before = [named] if handed else [0] if sheltered and column else []
        columns.append([*before, column] if head else [])
    return columns


def _lines(text: str, start: int, end: int) -> list[Cell]:
    """Return the spans of the lines of a block."""
    lines, at = [], start
    for line in text[start:end].split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return lines


def _free(lines: list[Cell], found: list[tuple[int, Table]]) -> list[tuple[int, int]]:
    """Return the runs of lines that stand in no table yet, as indices."""
    free, at = [], 0
    for first, table in sorted(found):
        free.append((at, first))
        at = first
        while at < len(lines) and lines[at][0] <= table.lines[-1][0]:
            at += 1
    return [*free, (at, len(lines))]


def _tables(text: str, lines: list[Cell], separator: str, offset: int) -> Iterator[tuple[int, Table]]:
    """Yield the tables of some lines, each with the index of its first line."""
    strict, at, last = separator in ";,", 0, len(lines) - 1
    fits = has_short_heads if strict else has_heads
    while at < last:
        if not strict and RULE.fullmatch(text, *lines[at]):
            at += 1
            continue
        marks = text.count(separator, *lines[at])
        if not marks or marks > _MOST_CELLS or strict and text.count(separator, *lines[at + 1]) < marks:
            at += 1
            continue
        heads = cells(text, lines[at], separator)
        if len(heads) < 2 or not fits(text, heads):
            at = _behind(text, lines, separator, at, len(heads)) if len(heads) > 1 else at + 1
            continue
        body, rows, after = _body(text, lines, separator, at + 1, heads)
        if body and _is_table(text, heads, rows, separator):
            yield offset + at, Table(heads, body, rows)
        at = after


def _behind(text: str, lines: list[Cell], separator: str, at: int, width: int) -> int:
    """Return the index behind the lines that have as many cells as the one at an index."""
    at += 1
    while at < len(lines) and len(cells(text, lines[at], separator)) == width:
        at += 1
    return at


def _body(
    text: str, lines: list[Cell], separator: str, at: int, heads: list[Cell]
) -> tuple[list[Cell], list[list[Cell]], int]:
    """Return the lines of a table below its heads, the cells of each, and the index behind them."""
    body: list[Cell] = []
    rows: list[list[Cell]] = []
    strict = separator in ";,"
    while at < len(lines):
        line = lines[at]
        if separator in "|\t" and RULE.fullmatch(text, *line):
            at += 1
            continue
        if text.count(separator, *line) > _MOST_CELLS:
            break
        row = cells(text, line, separator)
        if len(row) != len(heads) or strict and not any(is_numeric(text, cell) for cell in row):
            break
        body.append(line)
        rows.append(row)
        at += 1
    return body, rows, at


def _is_table(text: str, heads: list[Cell], rows: list[list[Cell]], separator: str) -> bool:
    """Tell whether the numbers of a body stand in cells of their own, below heads that are none.

    Where a head holds a number ("Capacity: 900", "4,870 individuals"), the cells below it must be plain numbers: else
    the line is one of a list and no line of heads.
    """
    numbered = [i for i, head in enumerate(heads) if DIGIT.search(text, *head)]
    strict = separator in ";,"
    loose = strict and len(heads) < 3
    if loose and len(rows) < 2:
        return False
    numeric, worded = False, not strict and all(first < after for first, after in heads)
    for row in rows:
        if any(DIGIT.search(text, *row[i]) and not is_numeric(text, row[i]) for i in numbered):
            return False
        if loose and not all(is_numeric(text, cell) for cell in row[1:]):
            return False
        numeric = numeric or any(is_numeric(text, cell) for cell in row)
        numeric = numeric or worded and any(DIGIT.search(text, *cell) for cell in row[1:])  # "about 3.5"
    return numeric


def _fields(text: str, line: Cell, separator: str) -> Iterator[Cell]:
    """Yield the spans between the separators of a line; those in double quotes part nothing."""
    at, end = line
    if separator == "|":
        at, end = _without_rim(text, at, end)
    quoted = text.find('"', at, end) >= 0
    while True:
        opening = _FIELD.match(text, at, end) if quoted else None
        after = opening.end() if opening is not None else at
        if opening is not None and after < end and text[after] != separator:
            after = at
        stop = text.find(separator, after, end)
        yield at, stop if stop >= 0 else end
        if stop < 0:
            return
        at = stop + 1


def _without_rim(text: str, start: int, end: int) -> Cell:
    """Leave out the outer pipes of a line."""
    start, end = trimmed(text, start, end)
    if start < end and text[start] == "|":
        start += 1
    if start < end and text[end - 1] == "|":
        end -= 1
    return start, end


def _stripped(text: str, start: int, end: int) -> Cell:
    start, end = trimmed(text, start, end)
    if end - start > 1 and text[start] == text[end - 1] == '"':
        return trimmed(text, start + 1, end - 1)
    return start, end
