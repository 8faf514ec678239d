"""Markdown of the benchmarks: tables, shared by speed and accuracy."""

from __future__ import annotations


def table(header: list[str], rows: list[list[str]]) -> str:
    """Return a Markdown table; the first column is aligned left, the others right.

    >>> print(table(["text", "MB/s"], [["news", "3.1"]]))
    | text | MB/s |
    | --- | ---: |
    | news | 3.1 |
    """
    rule = ["---", *["---:"] * (len(header) - 1)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [header, rule, *rows])
