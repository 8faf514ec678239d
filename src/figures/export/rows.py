"""Figures as flat rows, the columns shared by JSON Lines, data frames and Arrow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from figures.numerals import exact
from figures.records import Bound, Figure, Number, Span

#: The columns in order, with the Arrow type each one is meant for.
COLUMNS: dict[str, str] = {
    "doc_id": "string",
    "start": "int64",
    "end": "int64",
    "text": "string",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "unit": "dictionary<string>",
    "unit_kind": "dictionary<string>",
    "unit_text": "string",
    "unit_implied": "bool",
    "category": "dictionary<string>",
    "family": "dictionary<string>",
    "who": "list<string>",
    "bound": "dictionary<string>",
    "certainty": "dictionary<string>",
    "hedge_level": "int8",
    "cues": "list<struct<text: string, class: string, start: int64, end: int64>>",
    "number_start": "int64",
    "number_end": "int64",
    "trigger": "string",
    "subset_of": "int32",
    "same_as": "int32",
    "lang": "dictionary<string>",
}


def figure_row(
    figure: Figure,
    index: Mapping[Span, int],
    *,
    source: str = "",
    doc_id: str | None = None,
    lang: str = "en",
) -> dict[str, Any]:
    """Return one figure as a flat dict; `index` maps number spans to row numbers for the links."""
    hedge, spans = figure.hedge, figure.spans
    return {
        "doc_id": doc_id,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit.id,
        "unit_kind": figure.unit.kind,
        "unit_text": figure.unit.text,
        "unit_implied": figure.unit.implied,
        "category": str(figure.category),
        "family": figure.category.family,
        "who": list(figure.who),
        "bound": hedge.bound.value,
        "certainty": hedge.certainty.value,
        "hedge_level": hedge.level,
        "cues": [
            {"text": c.text, "class": c.cue_class, "start": c.span.start, "end": c.span.end}
            for c in hedge.cues
        ],
        "number_start": spans.number.start,
        "number_end": spans.number.end,
        "trigger": source[spans.trigger.start : spans.trigger.end] if spans.trigger is not None else None,
        "subset_of": index.get(figure.subset_of) if figure.subset_of is not None else None,
        "same_as": index.get(figure.same_as) if figure.same_as is not None else None,
        "lang": lang,
    }


def totals(figures: Iterable[Figure]) -> dict[str, dict[str, dict[str, Any]]]:
    """Add up figures per category and unit (see `Figures.totals`)."""
    out: dict[str, dict[str, dict[str, Any]]] = {}
    for figure in figures:
        if figure.subset_of is not None or figure.same_as is not None or figure.hedge.bound is Bound.VAGUE:
            continue
        if figure.value is None or figure.unit.kind not in ("count", "currency", "physical"):
            continue
        empty: dict[str, Any] = {"count": 0, "value": 0, "low": 0, "high": 0}
        group = out.setdefault(str(figure.category), {}).setdefault(str(figure.unit), empty)
        group["count"] += 1
        group["value"] = _add(group["value"], figure.value)
        group["low"] = _add(group["low"], figure.low)
        group["high"] = _add(group["high"], figure.high)
    return out


def _add(total: Number | None, number: Number | None) -> Number | None:
    """Add without binary noise: 0.1 and 0.2 are 0.3."""
    if total is None or number is None:
        return None
    return exact(Decimal(str(total)) + Decimal(str(number)))
