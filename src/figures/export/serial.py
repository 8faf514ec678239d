"""A figure as plain JSON values and back, exactly; the layout carries a schema version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from figures.errors import FiguresError
from figures.records import Bound, Category, Certainty, Cue, Figure, Hedge, Span, Spans, Unit

SCHEMA_VERSION = 1


def figure_to_dict(figure: Figure) -> dict[str, Any]:
    """Return a figure as nested dicts, lists, strings and numbers."""
    hedge, spans, unit = figure.hedge, figure.spans, figure.unit
    return {
        "schema_version": SCHEMA_VERSION,
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "unit": {
            "id": unit.id,
            "kind": unit.kind,
            "text": unit.text,
            "implied": unit.implied,
            "per": unit.per,
        },
        "category": str(figure.category),
        "who": list(figure.who),
        "hedge": {
            "bound": hedge.bound.value,
            "strict": hedge.strict,
            "certainty": hedge.certainty.value,
            "level": hedge.level,
            "cues": [{"text": c.text, "span": list(c.span), "cue_class": c.cue_class} for c in hedge.cues],
        },
        "spans": {name: _pair(getattr(spans, name)) for name in ("number", "unit", "trigger")},
        "subset_of": _pair(figure.subset_of),
        "same_as": _pair(figure.same_as),
    }


def figure_from_dict(data: Mapping[str, Any]) -> Figure:
    """Restore a figure; `FiguresError` names a missing field or an unknown schema version."""
    if not isinstance(data, Mapping):
        raise FiguresError(
            f"a figure is restored from a dict as `as_dict` writes it, not {type(data).__name__}"
        )
    version = data.get("schema_version")
    if version != SCHEMA_VERSION:
        raise FiguresError(
            f"a figure of schema version {version!r} cannot be read; this library writes {SCHEMA_VERSION}"
        )
    try:
        hedge, spans = data["hedge"], data["spans"]
        return Figure(
            text=data["text"],
            start=data["start"],
            end=data["end"],
            value=data["value"],
            low=data["low"],
            high=data["high"],
            unit=Unit(**data["unit"]),
            category=_category(data["category"]),
            who=tuple(data["who"]),
            hedge=Hedge(
                bound=Bound(hedge["bound"]),
                strict=hedge["strict"],
                certainty=Certainty(hedge["certainty"]),
                level=hedge["level"],
                cues=tuple(
                    Cue(text=c["text"], span=Span(*c["span"]), cue_class=c["cue_class"])
                    for c in hedge["cues"]
                ),
            ),
            spans=Spans(
                number=Span(*spans["number"]), unit=_span(spans["unit"]), trigger=_span(spans["trigger"])
            ),
            subset_of=_span(data["subset_of"]),
            same_as=_span(data["same_as"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise FiguresError(
            f"this is no figure as `as_dict` writes it: {type(error).__name__}: {error}"
        ) from error


def _category(name: str) -> Category:
    from figures.lexicon.model import Lexicon

    return Lexicon.builtin("en").categories().get(name) or Category(name)


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _span(pair: list[int] | None) -> Span | None:
    return None if pair is None else Span(*pair)
