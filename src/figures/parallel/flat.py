"""Figures as plain tuples, for the way between two processes of one machine.

A pickled figure names its class and its fields, and pays for a call in each process; a plain tuple of numbers and
words takes a tenth of that. What the text tells is not sent: whoever asked has the text.
"""

from __future__ import annotations

import marshal
import pickle
import traceback
from collections.abc import Iterable, Mapping
from typing import Any, cast

from figures.blanks import PLAIN_HEDGE, BlankFigure, BlankHedge, BlankSpans, make_cue, new, shared_unit
from figures.errors import FiguresError
from figures.parallel.failures import ExtractionFailure
from figures.records import Bound, Category, Certainty, Figure, Hedge, Span, Spans

#: Values in the order of `_flat`; spans are counted from the start of the piece that was read.
Flat = tuple[Any, ...]

_BOUNDS: dict[str, Bound] = {bound.value: bound for bound in Bound}
_CERTAINTIES: dict[str, Certainty] = {certainty.value: certainty for certainty in Certainty}
_NOWHERE = (-1, -1)  # a span that is not there; plain numbers spare a tuple each


def pack(results: Iterable[Iterable[Figure] | ExtractionFailure]) -> bytes:
    """Return the answer of a worker, one entry a text: its figures, or the error as bytes."""
    return marshal.dumps(
        [
            _packed_error(result.error) if isinstance(result, ExtractionFailure) else list(map(_flat, result))
            for result in results
        ]
    )


def unpack(answer: bytes) -> list[list[Flat] | BaseException]:
    """Return the entries of an answer; `restore` makes figures of them."""
    entries = marshal.loads(answer)  # noqa: S302 - from a process of our own
    return [pickle.loads(e) if isinstance(e, bytes) else e for e in entries]  # noqa: S301 - as above


def _packed_error(error: BaseException) -> bytes:
    """Pickle an error with its traceback as a note; one that does not travel is told in words."""
    error.add_note("".join(["In a worker:\n", *traceback.format_exception(error)]).rstrip())
    try:
        data = pickle.dumps(error)
        pickle.loads(data)  # noqa: S301 - many a class of error can be pickled, but not made again
    except Exception:  # noqa: BLE001 - a class of the user's may raise anything
        told = FiguresError(f"{type(error).__name__}: {error}")
        for note in error.__notes__:
            told.add_note(note)
        return pickle.dumps(told)
    return data


def _flat(figure: Figure) -> Flat:
    unit, hedge, spans = figure.unit, figure.hedge, figure.spans
    return (
        figure.start,
        figure.end,
        figure.value,
        figure.low,
        figure.high,
        unit.id,
        unit.kind,
        unit.text,
        unit.per,
        unit.implied,
        figure.category.id,
        figure.who,
        _flat_hedge(hedge) if hedge.level or hedge.cues else None,  # level 0 is exact and asserted
        *spans.number,
        *(spans.unit or _NOWHERE),
        *(spans.trigger or _NOWHERE),
        *(figure.subset_of or _NOWHERE),
        *(figure.same_as or _NOWHERE),
    )


def _flat_hedge(hedge: Hedge) -> Flat:
    cues = tuple([(*cue.span, cue.cue_class) for cue in hedge.cues])
    return hedge.bound._value_, hedge.strict, hedge.certainty._value_, hedge.level, cues


def restore(
    flat: Iterable[Flat], source: str, offset: int, categories: Mapping[str, Category]
) -> list[Figure]:
    """Make the figures again of a piece that begins at an offset of its source."""
    figures = []
    for start, end, value, low, high, *unit, category, who, hedge, n, n_, u, u_, t, t_, w, w_, s, s_ in flat:
        figure = BlankFigure()  # filled in first and made the record last, as in `build`
        figure.text = source[start + offset : end + offset]
        figure.start, figure.end = start + offset, end + offset
        figure.value, figure.low, figure.high = value, low, high
        figure.unit, figure.who = shared_unit(*unit), who
        figure.category = categories.get(category) or Category(category)
        figure.hedge = PLAIN_HEDGE if hedge is None else _hedge(hedge, source, offset)
        figure.subset_of, figure.same_as = _span(w, w_, offset), _span(s, s_, offset)
        spans = BlankSpans()
        spans.number = _span(n, n_, offset)
        spans.unit, spans.trigger = _span(u, u_, offset), _span(t, t_, offset)
        spans.__class__ = Spans
        figure.spans = spans
        figure.__class__ = Figure
        figures.append(figure)
    return figures


def _span(start: int, end: int, offset: int) -> Span | None:
    return new(Span, (start + offset, end + offset)) if start >= 0 else None


def _hedge(flat: Flat, source: str, offset: int) -> Hedge:
    bound, strict, certainty, level, cues = flat
    hedge = BlankHedge()
    hedge.bound, hedge.strict, hedge.level = _BOUNDS[bound], strict, level
    hedge.certainty = _CERTAINTIES[certainty]
    hedge.cues = tuple([make_cue(source, start + offset, end + offset, word) for start, end, word in cues])
    hedge.__class__ = Hedge
    return cast("Hedge", hedge)
