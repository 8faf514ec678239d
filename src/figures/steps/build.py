"""Build: the interval that the wording implies, the hedge level, and the immutable record."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from figures.candidates import Candidate
from figures.lexicon.compiled import Compiled
from figures.numerals import exact
from figures.records import Bound, Category, Cue, Figure, Hedge, Number, Span, Spans, Unit, hedge_level


class Policy(NamedTuple):
    """How vague words and approximations become numbers, and how households are counted."""

    approx: float = 0.10
    vague: str = "emdat"


_PLAIN_HEDGE = Hedge()


def build(found: Candidate, lexicon: Compiled, policy: Policy) -> Figure:
    """Make the record of one candidate."""
    low, high = _interval(found, policy)
    value = _value(found, lexicon, policy)
    if value is not None and low is not None and low > value:
        low = value
    if value is not None and high is not None and high < value:
        high = value
    start, end = _extent(found)
    return Figure(
        text=found.sentence.text[start:end],
        start=start,
        end=end,
        value=value,
        low=low,
        high=high,
        unit=_unit(found),
        category=lexicon.categories.get(found.category) or Category(found.category),
        who=found.who,
        hedge=_hedge(found, low, high),
        spans=Spans(
            number=Span(found.start, found.end),
            unit=Span(*found.unit_span) if found.unit_span else None,
            trigger=Span(*found.trigger) if found.trigger else None,
        ),
        subset_of=_link(found.subset_of),
        same_as=_link(found.same_as),
    )


def _link(other: Candidate | None) -> Span | None:
    return Span(other.start, other.end) if other is not None and other.skipped is None else None


def _extent(found: Candidate) -> tuple[int, int]:
    """Return the span from the first bound cue or sign to the end of unit, noun or cue behind."""
    start, end = found.text_start, found.text_end
    for first, _, cue_class in found.cue_spans:
        if cue_class == "range" and first < start:
            start = first
    if found.unit_span is not None:
        start, end = min(start, found.unit_span[0]), max(end, found.unit_span[1])
    return min(start, found.start), max(end, found.end)


@lru_cache(maxsize=1024)
def _shared_unit(unit_id: str, kind: str, text: str | None, per: str | None, *, implied: bool) -> Unit:
    """Return one record for all equal units: most figures of a text share a few."""
    return Unit(id=unit_id, kind=kind, text=text, implied=implied, per=per)


def _unit(found: Candidate) -> Unit:
    text = found.sentence.text[found.unit_span[0] : found.unit_span[1]] if found.unit_span else None
    implied = found.implied or text is None and found.unit_id != "unknown"
    return _shared_unit(found.unit_id, found.unit_kind, text, found.per, implied=implied)


def _hedge(found: Candidate, low: Number | None, high: Number | None) -> Hedge:
    if not found.cue_spans and found.bound is Bound.EXACT:
        return _PLAIN_HEDGE
    text = found.sentence.text
    cues = tuple(
        Cue(text=text[a:b], span=Span(a, b), cue_class=name) for a, b, name in sorted(set(found.cue_spans))
    )
    return Hedge(
        bound=found.bound,
        strict=found.strict,
        certainty=found.certainty,
        level=hedge_level(found.bound, found.certainty, low, high),
        cues=cues,
    )


def _interval(found: Candidate, policy: Policy) -> tuple[Number | None, Number | None]:
    """Return low and high of the reading (DOMAIN 3b); ends of counted things are rounded outward."""
    value, bound = found.value, found.bound
    if value is None or bound in (Bound.EXACT, Bound.RANGE, Bound.VAGUE):
        return found.low, found.high
    if bound is Bound.AT_LEAST:
        return value, None
    if bound is Bound.AT_MOST:
        return None, value
    point = Decimal(str(value))
    if found.side == "order":
        return exact(point / 2), exact(point * 5)
    width = point * Decimal(str(policy.approx))
    counted = found.unit_kind == "count" and isinstance(value, int)
    low = math.floor(point - width) if counted else exact(point - width)
    if found.side == "below":
        return low, value
    return low, math.ceil(point + width) if counted else exact(point + width)


def _value(found: Candidate, lexicon: Compiled, policy: Policy) -> Number | None:
    if found.bound is not Bound.VAGUE or policy.vague == "emdat":
        return found.value
    if policy.vague == "none":
        return None
    token = found.sentence.lowers[found.first]
    entry = lexicon.numbers.vague.get(token)
    if entry is None or found.value is None or policy.vague not in entry:
        return found.value
    return entry[policy.vague] * (int(found.value) // entry["low"])
