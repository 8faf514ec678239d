"""Build: the interval that the wording implies, the hedge level, and the immutable record."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any, NamedTuple

from figures.blanks import PLAIN_HEDGE, BlankFigure, BlankHedge, BlankSpans, make_cue, new, shared_unit
from figures.candidates import Candidate
from figures.lexicon.compiled import Compiled
from figures.numerals import exact
from figures.records import Bound, Category, Figure, Hedge, Number, Span, Spans, Unit, hedge_level


class Policy(NamedTuple):
    """How vague words and approximations become numbers, and how households are counted."""

    approx: float = 0.10
    vague: str = "emdat"


_EXACT, _VAGUE, _AT_LEAST, _AT_MOST = Bound.EXACT, Bound.VAGUE, Bound.AT_LEAST, Bound.AT_MOST
_AS_READ = frozenset((Bound.EXACT, Bound.RANGE, Bound.VAGUE))


def build(found: Candidate, lexicon: Compiled, policy: Policy) -> Figure:
    """Make the record of one candidate."""
    text, value = found.sentence.source, found.value
    low, high = (found.low, found.high) if found.bound in _AS_READ else _interval(found, policy)
    if found.bound is _VAGUE and policy.vague != "emdat":
        value = _value(found, lexicon, policy)
    if value is not None:
        low = value if low is not None and low > value else low
        high = value if high is not None and high < value else high
    start, end = _extent(found)
    figure: Any = BlankFigure()
    figure.text, figure.start, figure.end = text[start:end], start, end
    figure.value, figure.low, figure.high = value, low, high
    figure.unit = _unit(found, text)
    figure.category = lexicon.categories.get(found.category) or Category(found.category)
    figure.who = found.who
    plain = not found.cue_spans and found.bound is _EXACT
    figure.hedge = PLAIN_HEDGE if plain else _hedge(found, text, low, high)
    figure.spans = _spans(found)
    figure.subset_of = _link(found.subset_of) if found.subset_of is not None else None
    figure.same_as = _link(found.same_as) if found.same_as is not None else None
    figure.__class__ = Figure
    built: Figure = figure
    return built


def _spans(found: Candidate) -> Spans:
    unit, trigger = found.lends, found.trigger
    spans: Any = BlankSpans()
    spans.number = new(Span, (found.start, found.end))
    spans.unit = new(Span, unit) if unit is not None else None
    spans.trigger = new(Span, trigger) if trigger is not None else None
    spans.__class__ = Spans
    made: Spans = spans
    return made


def _link(other: Candidate) -> Span | None:
    return Span(other.start, other.end) if other.skipped is None else None


def _extent(found: Candidate) -> tuple[int, int]:
    """Return the span from the first bound cue or sign to the end of unit, noun or cue behind.

    A cell of a table ends where it ends, whatever its head says.
    """
    start, end = found.text_start, found.text_end
    for first, _, cue_class in found.cue_spans:
        if first < start and cue_class == "range":
            start = first
    if found.unit_span is not None:
        first, after = found.unit_span
        start, end = first if first < start else start, after if after > end else end
    cell = found.sentence.cell
    if cell and start < found.sentence.starts[cell]:
        start = found.sentence.starts[cell]
    return start if start < found.start else found.start, end if end > found.end else found.end


def _unit(found: Candidate, source: str) -> Unit:
    if found.unit_span is None:
        implied = found.implied or found.unit_id != "unknown"
        return shared_unit(found.unit_id, found.unit_kind, None, found.per, implied)
    first, after = found.unit_span
    return shared_unit(found.unit_id, found.unit_kind, source[first:after], found.per, found.implied)


def _hedge(found: Candidate, source: str, low: Number | None, high: Number | None) -> Hedge:
    spans = found.cue_spans
    if len(spans) > 1:
        spans = tuple(sorted(set(spans)))
    hedge: Any = BlankHedge()
    hedge.bound, hedge.strict, hedge.certainty = found.bound, found.strict, found.certainty
    hedge.level = hedge_level(found.bound, found.certainty, low, high)
    hedge.cues = tuple([make_cue(source, *span) for span in spans])
    hedge.__class__ = Hedge
    made: Hedge = hedge
    return made


def _interval(found: Candidate, policy: Policy) -> tuple[Number | None, Number | None]:
    """Return low and high of the reading (DOMAIN 3b); ends of counted things are rounded outward."""
    value, bound = found.value, found.bound
    if value is None:
        return found.low, found.high
    if bound is _AT_LEAST:
        return value, None
    if bound is _AT_MOST:
        return None, value
    point = Decimal(str(value))
    if found.side == "order":
        return (exact(point / 2), exact(point * 5)) if point > 0 else (exact(point * 5), exact(point / 2))
    width = abs(point) * Decimal(str(policy.approx))
    counted = found.unit_kind == "count" and isinstance(value, int)
    low = math.floor(point - width) if counted else exact(point - width)
    if found.side == "below":
        return low, value
    return low, math.ceil(point + width) if counted else exact(point + width)


def _value(found: Candidate, lexicon: Compiled, policy: Policy) -> Number | None:
    """Return the value of a vague word by another convention than EM-DAT's, which `numbers` reads."""
    if policy.vague == "none":
        return None
    entry = lexicon.numbers.vague.get(found.sentence.lowers[found.first])
    if entry is None or found.value is None or policy.vague not in entry:
        return found.value
    return entry[policy.vague] * (int(found.value) // entry["low"])
