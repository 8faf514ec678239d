"""The public names as a type checker sees them: `mypy --strict tests/typing_checks.py` must accept this file.

Nothing here runs in the tests; `assert_type` is an error for the checker when a type differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, assert_type

import pint
from hypothesis.strategies import SearchStrategy

import figures.strategies
from figures import (
    Bound,
    Category,
    Certainty,
    Cue,
    ExtractionFailure,
    Extractor,
    Figure,
    Figures,
    FiguresError,
    Hedge,
    Lexicon,
    LexiconError,
    Span,
    Spans,
    Unit,
    UnitConversionError,
    UnknownCategoryError,
    UnsupportedLanguageError,
    explain,
    extract_figures,
    extract_many,
)
from figures.strategies import FigureText


def entry_points(text: str, path: Path) -> None:
    found = extract_figures(text, lang="en", categories=["people", "assets.destroyed"])
    assert_type(found, Figures)
    assert_type(found[0], Figure)
    assert_type(found.source, str)
    assert_type(found.rows(), list[dict[str, Any]])
    assert_type(found.totals(), dict[str, dict[str, dict[str, Any]]])
    assert_type([figure.value for figure in found], list[int | float | None])
    assert_type(extract_many([text], workers=2, on_error="yield"), Iterator[Figures | ExtractionFailure])
    assert_type(str(explain(text)), str)
    assert_type(explain(text).replay(), Figures)

    lexicon = Lexicon.builtin("en") | Lexicon.load(path)
    assert_type(lexicon, Lexicon)
    assert_type(lexicon.categories(), Mapping[str, Category])
    extractor = Extractor(lexicon, approx=0.05, vague="acled", household_size=(4, 5.5))
    assert_type(extractor.extract(text), Figures)
    assert_type(extractor.iter(text, categories={"people"}), Iterator[Figure])
    assert_type(extractor.explain(text).replay(), Figures)
    assert_type([number.reason for number in extractor.explain(text).numbers], list[str])
    for result in extractor.extract_many(iter([text])):
        if isinstance(result, ExtractionFailure):
            assert_type(result.index, int)
            assert_type(result.error, BaseException)
        else:
            assert_type(result, Figures)


def records(figure: Figure) -> None:
    assert_type(figure.text, str)
    assert_type(figure.start, int)
    assert_type(figure.value, int | float | None)
    assert_type(figure.unit, Unit)
    assert_type(figure.unit.per, str | None)
    assert_type(figure.unit.implied, bool)
    assert_type(figure.category, Category)
    assert_type(figure.category.family, str)
    assert_type(figure.category.bundles, tuple[str, ...])
    assert_type(figure.category.hxl, str | None)
    assert_type(figure.who, tuple[str, ...])
    assert_type(figure.hedge, Hedge)
    assert_type(figure.hedge.bound, Bound)
    assert_type(figure.hedge.certainty, Certainty)
    assert_type(figure.hedge.level, int)
    assert_type(figure.hedge.cues, tuple[Cue, ...])
    assert_type(figure.spans, Spans)
    assert_type(figure.spans.number, Span)
    assert_type(figure.spans.trigger, Span | None)
    assert_type(figure.subset_of, Span | None)
    assert_type(figure.same_as, Span | None)
    assert_type(figure.to("km**2"), Figure)
    assert_type(figure.to_persons(5), Figure)
    assert_type(figure.to_persons((4.5, 6)), Figure)
    assert_type(figure.quantity, pint.Quantity[Any])
    assert_type(figure.as_dict(), dict[str, Any])
    assert_type(Figure.from_dict(figure.as_dict()), Figure)
    start, end = figure.spans.number
    assert_type(start, int)
    assert_type(end, int)


def made(span: Span) -> Figure:
    return Figure(
        text="12 people",
        start=0,
        end=9,
        value=12,
        low=12,
        high=None,
        unit=Unit(id="person", kind="count"),
        category=Category("people.killed", bundles=("casualties",)),
        hedge=Hedge(bound=Bound.AT_LEAST, cues=(Cue(text="at least", span=span, cue_class="at_least"),)),
        spans=Spans(number=span),
    )


def errors() -> tuple[type[FiguresError], ...]:
    return UnknownCategoryError, UnsupportedLanguageError, LexiconError, UnitConversionError


def strategies() -> None:
    assert_type(figures.strategies.figures(), SearchStrategy[Figure])
    assert_type(figures.strategies.hedges(), SearchStrategy[Hedge])
    assert_type(figures.strategies.units("count"), SearchStrategy[Unit])
    assert_type(figures.strategies.categories(), SearchStrategy[Category])
    assert_type(figures.strategies.figure_texts(), SearchStrategy[FigureText])
    figures.strategies.register()
