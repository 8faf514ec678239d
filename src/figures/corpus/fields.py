"""The fields of a record: which one holds the text, and which one its id."""

from __future__ import annotations

from typing import Any

import attrs

_NAMES = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


class FieldError(ValueError):
    """A record without the text or the id that it should hold."""


@attrs.frozen
class Fields:
    """The names of the fields of text and id; without an id a document is called `<file>:<line>`.

    >>> Fields("body", "key").of({"body": "12 people", "key": 7}, "a.jsonl:1")
    ('7', '12 people')
    >>> Fields().of({"text": None}, "a.jsonl:1")
    Traceback (most recent call last):
        ...
    figures.corpus.fields.FieldError: field 'text' is null, not a string
    """

    text: str = "text"
    id: str | None = None

    @property
    def names(self) -> list[str]:
        """The names of the fields that are read."""
        return [self.text] if self.id is None or self.id == self.text else [self.text, self.id]

    def of(self, record: dict[str, Any], otherwise: str) -> tuple[str, str]:
        """Return the id and the text of a record; FieldError says what is wrong with it."""
        for name in self.names:
            if name not in record:
                raise FieldError(f"no field {name!r}")
        text = record[self.text]
        if not isinstance(text, str):
            raise FieldError(f"field {self.text!r} is {_kind(text)}, not a string")
        if self.id is None:
            return otherwise, text
        key = record[self.id]
        if isinstance(key, bool) or not isinstance(key, str | int):
            raise FieldError(f"field {self.id!r} is {_kind(key)}, neither a string nor a whole number")
        return str(key), text

    def check(self, columns: list[str]) -> None:
        """Raise FieldError unless the columns of a table hold the text and the id."""
        for name in self.names:
            if name not in columns:
                there = f"the columns are {', '.join(columns)}" if columns else "the file has no column"
                raise FieldError(f"no column {name!r}; {there}")


def _kind(value: object) -> str:
    return _NAMES.get(type(value), f"a {type(value).__name__}")
