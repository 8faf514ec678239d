"""Blanks: records that are filled in first and get their class last, the quickest way to make a frozen one.

This module must stay plain Python: a compiled one may not give what it has made another class.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import attrs

from figures.records import Cue, Figure, Hedge, Span, Spans, Unit


def blank(record: type[attrs.AttrsInstance]) -> type[Any]:
    """Return a class laid out as a record, but not frozen.

    To fill in a blank and then make it the record takes a third of the time of the record's own `__init__`, which sets
    every field through `object.__setattr__`.

    >>> span = blank(Spans)()
    >>> span.number, span.unit, span.trigger = Span(0, 2), None, None
    >>> span.__class__ = Spans
    >>> span
    Spans(number=Span(start=0, end=2), unit=None, trigger=None)
    """
    return type(f"Blank{record.__name__}", (), {"__slots__": [f.name for f in attrs.fields(record)]})


BlankFigure, BlankSpans, BlankHedge, BlankCue = map(blank, (Figure, Spans, Hedge, Cue))
#: The hedge of an exact number that the text asserts; most figures share it.
PLAIN_HEDGE = Hedge()
new = tuple.__new__  # `new(Span, pair)` takes half the time of `Span(*pair)`


@lru_cache(maxsize=4096)
def shared_unit(unit_id: str, kind: str, text: str | None, per: str | None, implied: bool) -> Unit:  # noqa: FBT001
    """Return one record for all equal units: most figures of a text share a few."""
    return Unit(id=unit_id, kind=kind, text=text, implied=implied, per=per)


def make_cue(source: str, start: int, end: int, cue_class: str) -> Cue:
    """Return the record of a cue that stands in a text.

    >>> make_cue("At least 12 fled.", 0, 8, "at_least")
    Cue(text='At least', span=Span(start=0, end=8), cue_class='at_least')
    """
    cue: Any = BlankCue()
    cue.text, cue.span, cue.cue_class = source[start:end], new(Span, (start, end)), cue_class
    cue.__class__ = Cue
    made: Cue = cue
    return made
