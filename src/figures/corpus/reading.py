"""All inputs as one stream of items, from any position on."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from figures.corpus.columns import read_columns
from figures.corpus.fields import Fields
from figures.corpus.inputs import FOLDER, Input
from figures.corpus.items import Item, Position, bad
from figures.corpus.jsonlines import read_json_lines
from figures.corpus.plan import Plan
from figures.corpus.streams import problem, unpacked
from figures.corpus.tables import read_table
from figures.corpus.texts import read_texts
from figures.errors import FiguresError

_DELIMITERS = {"csv": ",", "tsv": "\t"}


class Reading:
    """Reads the inputs of a plan; `waiting` holds the items whose texts were handed out."""

    def __init__(self, plan: Plan, position: Position, fields: Fields) -> None:
        self.waiting: deque[tuple[Input, Position, Item]] = deque()
        self._plan = plan
        self._start = position
        self._fields = fields
        self._done = sum(each.size for each in islice(plan.inputs(), position.file))
        self._raw: IO[bytes] | None = None

    def texts(self) -> Iterator[str]:
        """Yield a text an item, of a bad one an empty text: so no run of bad records piles up in memory."""
        start = self._start
        for number, each in enumerate(self._plan.inputs(start.file), start.file):
            for item in self._items(each, start.at, start.passed):
                behind = Position(number + 1) if item.at < 0 else Position(number, item.at, item.passed)
                self.waiting.append((each, behind, item._replace(text="")))
                yield item.text
            self._done += each.size
            start = Position()

    def seen(self) -> int:
        """Return the bytes read so far, as they lie on disk."""
        return self._done + (self._raw.tell() if self._raw is not None and not self._raw.closed else 0)

    def _items(self, each: Input, at: int, passed: int) -> Iterator[Item]:
        """Yield the items of an input; a failure ends it with a bad one, and with the position behind it."""
        try:
            if each.format == FOLDER:
                os.scandir(each.path).close()  # the reason why it cannot be listed
            with Path(each.path).open("rb") as self._raw:
                for item in self._read(each, self._raw, at, passed):
                    yield item
                    passed = item.passed
        except FiguresError:
            raise
        except Exception as error:  # noqa: BLE001 - any failure of an input is a bad record, and costs no other input
            where = ("line", passed + 1) if passed and each.format in ("jsonl", "csv", "tsv") else None
            yield bad(problem(error), -1, 0, where)

    def _read(self, each: Input, raw: IO[bytes], at: int, passed: int) -> Iterator[Item]:
        if each.format == "parquet":
            return read_columns(raw, each.name, at, self._fields)
        stream = unpacked(raw, each.path)
        if each.format == "text":
            return read_texts(stream, each.name, at, passed)
        if each.format == "jsonl":
            return read_json_lines(stream, each.name, at, passed, self._fields)
        return read_table(stream, each.name, at, passed, self._fields, _DELIMITERS[each.format])
