"""JSON Lines: one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO

from figures.corpus.fields import FieldError, Fields
from figures.corpus.items import LONGEST, Item, bad, not_utf8
from figures.corpus.streams import skip

_BOM = b"\xef\xbb\xbf"
_STEP = 2**20


def read_json_lines(stream: IO[bytes], name: str, at: int, passed: int, fields: Fields) -> Iterator[Item]:
    """Yield the texts of the lines from byte `at` on, behind `passed` lines; blank lines are nothing."""
    skip(stream, at)
    while line := stream.readline(LONGEST):
        start, at, passed = at, at + len(line), passed + 1
        where = ("line", passed)
        if len(line) >= LONGEST and not line.endswith(b"\n"):
            at += _rest(stream)
            yield bad(f"longer than {LONGEST // 2**20} MB", at, passed, where)
        elif line := (line if start else line.removeprefix(_BOM)).strip():
            try:
                record = _record(line)
                doc_id, text = fields.of(record, f"{name}:{passed}")
            except FieldError as error:
                yield bad(str(error), at, passed, where)
            else:
                yield Item(doc_id, text, at, passed, where)


def _record(line: bytes) -> dict[str, object]:
    try:
        record = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise FieldError(not_utf8(error)) from None
    except json.JSONDecodeError as error:
        raise FieldError(f"not JSON: {error.msg} (column {error.colno})") from None
    except RecursionError:
        raise FieldError("not read: nested too deeply") from None
    except ValueError as error:  # a whole number of thousands of digits
        raise FieldError(f"not read: {error}") from None
    if not isinstance(record, dict):
        raise FieldError("not a JSON object")
    return record


def _rest(stream: IO[bytes]) -> int:
    """Go to the end of a line; return how many bytes that was."""
    skipped = 0
    while chunk := stream.readline(_STEP):
        skipped += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return skipped
