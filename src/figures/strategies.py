"""Hypothesis strategies for property tests: records whose fields agree, and sentences with a known reading.

Needs the extra `humanitarian-figures[hypothesis]`. `register` is the entry point through which Hypothesis
learns the records, so that `st.from_type(Figure)` works without an import of this module.

>>> from hypothesis import given
>>> @given(figures())
... def test_my_export_keeps_everything(figure):
...     assert Figure.from_dict(figure.as_dict()) == figure
>>> test_my_export_keeps_everything()
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

import attrs

from figures.collection import Figures
from figures.lexicon import Lexicon
from figures.pipeline import extract_figures
from figures.records import Bound, Category, Certainty, Cue, Figure, Hedge, Number, Span, Spans, Unit
from figures.records import hedge_level as level_of

if TYPE_CHECKING:  # else inside the functions: Hypothesis calls `register` while it is being imported
    from hypothesis.strategies import SearchStrategy


class _Cue(NamedTuple):
    before: str  # the number
    behind: str
    cue_class: str
    bound: Bound
    strict: bool = False


class _Reading(NamedTuple):
    cue: _Cue
    number: str
    value: Number | None
    low: Number | None
    high: Number | None


_BETWEEN, _VAGUE = _Cue("between ", "", "range", Bound.RANGE), _Cue("", "", "", Bound.VAGUE)
_CUES = (
    _Cue("", "", "", Bound.EXACT),
    _Cue("exactly ", "", "exact", Bound.EXACT),
    _Cue("about ", "", "approx", Bound.APPROXIMATE),
    _Cue("", " or so", "approx", Bound.APPROXIMATE),
    _Cue("at least ", "", "at_least", Bound.AT_LEAST),
    _Cue("", " or more", "at_least", Bound.AT_LEAST),
    _Cue("more than ", "", "more_than", Bound.AT_LEAST, strict=True),
    _Cue("up to ", "", "up_to", Bound.AT_MOST),
    _Cue("no more than ", "", "at_most", Bound.AT_MOST),
    _Cue("fewer than ", "", "less_than", Bound.AT_MOST, strict=True),
)
#: What is counted, its unit, what happened to it, and the category that it then has.
_CLAUSES = (
    ("people", "person", "were killed", "people.killed"),
    ("people", "person", "fled", "people.displaced"),
    ("children", "person", "were injured", "people.injured"),
    ("families", "household", "were evacuated", "people.evacuated"),
    ("houses", "house", "were destroyed", "assets.destroyed"),
    ("goats", "goat", "died", "livelihood.livestock"),
)
_WORDS = (("twelve", 12), ("forty-five", 45), ("three hundred", 300), ("six thousand", 6000))


class FigureText(NamedTuple):
    """A sentence with one figure, and the reading that `extract_figures` must give it."""

    text: str
    value: Number
    low: Number | None
    high: Number | None
    bound: Bound
    strict: bool
    unit: str
    category: str


def categories() -> SearchStrategy[Category]:
    """Categories of the English lexicon, with their export codes."""
    from hypothesis import strategies as st

    return st.sampled_from(list(Lexicon.builtin("en").categories().values()))


def units(kind: str | None = None) -> SearchStrategy[Unit]:
    """Units of the English lexicon, of one kind (`count`, `physical`, `currency`, `ratio`, `time`) or any.

    >>> from hypothesis import find
    >>> find(units("currency"), lambda unit: unit.text is not None).kind
    'currency'
    """
    from hypothesis import strategies as st

    tables = Lexicon.builtin("en").tables
    known = [("person", "count"), ("household", "count"), ("house", "count"), ("unknown", "count")]
    known += [(id_, entry["kind"]) for id_, entry in tables["units"].items()]
    known += [(id_, "currency") for id_ in tables["currencies"]]

    def unit(pair: tuple[str, str], written: bool, per: str | None) -> Unit:  # noqa: FBT001 - drawn
        text = pair[0].replace("_", " ") if written else None
        return Unit(id=pair[0], kind=pair[1], text=text, implied=not written, per=per)

    chosen = st.sampled_from([pair for pair in known if kind in (None, pair[1])])
    return st.builds(unit, chosen, st.booleans(), st.sampled_from([None, "household", "day"]))


def hedges() -> SearchStrategy[Hedge]:
    """Hedges whose level follows from bound and certainty; a range counts as a narrow one."""
    from hypothesis import strategies as st

    readings = st.sampled_from([_Reading(cue, "7", 7, 7, 7) for cue in (*_CUES, _BETWEEN, _VAGUE)])
    return st.builds(_hedge, readings, st.sampled_from(list(Certainty)), st.integers(0, 10**6))


def figures() -> SearchStrategy[Figure]:
    """Figures whose fields agree: text, spans, value, interval, bound, level and unit fit each other."""
    from hypothesis import strategies as st

    tables, starts = Lexicon.builtin("en").tables, st.integers(0, 10**6)
    numbers = st.integers(0, 10**12) | st.integers(1, 10**6).map(lambda number: number + 0.5)
    cued = st.builds(lambda cue, number: _read(cue, f"{number:,}", number), st.sampled_from(_CUES), numbers)
    ranges = st.tuples(st.integers(0, 10**9), st.integers(1, 10**9)).map(
        lambda n: _Reading(_BETWEEN, f"{n[0]:,} and {n[0] + 2 * n[1]:,}", n[0] + n[1], n[0], n[0] + 2 * n[1])
    )
    vague = st.sampled_from(list(tables["vague"].items())).map(
        lambda item: _Reading(_VAGUE, item[0], item[1]["low"], item[1]["low"], item[1]["high"])
    )
    link = st.none() | st.builds(lambda start, size: Span(start, start + size), starts, st.integers(1, 40))
    base = st.builds(_figure, cued | ranges | vague, units(), st.sampled_from(list(Certainty)), starts, link)
    populations = {name for group in tables["nouns"].values() for name in group.get("who", ())}
    who = st.sets(st.sampled_from(sorted(populations)), max_size=2).map(lambda some: tuple(sorted(some)))
    return st.builds(attrs.evolve, base, category=categories(), who=who, subset_of=link, same_as=link)


def figure_texts() -> SearchStrategy[FigureText]:
    """Short sentences of hedge, number, unit and verb, each with one figure and its expected reading."""
    from hypothesis import strategies as st

    digits = st.integers(2, 999_999).map(lambda number: (f"{number:,}", number))
    scaled = st.integers(11, 99).map(lambda tenths: (f"{tenths / 10:g} million", tenths * 100_000))
    numbers = digits | scaled | st.sampled_from(_WORDS)
    return st.builds(_sentence, st.sampled_from(_CUES), numbers, st.sampled_from(_CLAUSES))


def register() -> None:
    """Teach Hypothesis the records; Hypothesis calls it through its entry point.

    >>> from hypothesis import strategies as st
    >>> register()
    >>> st.from_type(Hedge)
    builds(...)
    """
    from hypothesis import strategies as st

    st.register_type_strategy(Category, lambda _: categories())
    st.register_type_strategy(Unit, lambda _: units())
    st.register_type_strategy(Hedge, lambda _: hedges())
    st.register_type_strategy(Figure, lambda _: figures())
    st.register_type_strategy(Figures, lambda _: figure_texts().map(lambda made: extract_figures(made.text)))


def _read(cue: _Cue, written: str, value: Number) -> _Reading:
    """Give a number the interval of its cue: "about" is a tenth either way, rounded outward."""
    if cue.bound is Bound.APPROXIMATE:
        return _Reading(cue, written, value, floor(Fraction(value) * 9 / 10), ceil(Fraction(value) * 11 / 10))
    low, high = cue.bound is not Bound.AT_MOST, cue.bound is not Bound.AT_LEAST
    return _Reading(cue, written, value, value if low else None, value if high else None)


def _hedge(reading: _Reading, certainty: Certainty, start: int) -> Hedge:
    cue, words = reading.cue, (reading.cue.before or reading.cue.behind).strip()
    at = start if cue.before else start + len(reading.number) + 1
    cues = (Cue(text=words, span=Span(at, at + len(words)), cue_class=cue.cue_class),) if words else ()
    level = level_of(cue.bound, certainty, reading.low, reading.high)
    return Hedge(bound=cue.bound, strict=cue.strict, certainty=certainty, level=level, cues=cues)


def _figure(reading: _Reading, unit: Unit, certainty: Certainty, start: int, trigger: Span | None) -> Figure:
    text = reading.cue.before + reading.number + reading.cue.behind + (f" {unit.text}" if unit.text else "")
    end, first = start + len(text), start + len(reading.cue.before)
    unit_span = Span(end - len(unit.text), end) if unit.text else None
    return Figure(
        text=text, start=start, end=end, value=reading.value, low=reading.low, high=reading.high, unit=unit,
        category=Category("other"), hedge=_hedge(reading, certainty, start),
        spans=Spans(number=Span(first, first + len(reading.number)), unit=unit_span, trigger=trigger),
    )  # fmt: skip


def _sentence(cue: _Cue, number: tuple[str, int], clause: tuple[str, ...]) -> FigureText:
    reading, (noun, unit, verb, category) = _read(cue, *number), clause
    text = f"{cue.before}{reading.number}{cue.behind} {noun} {verb}."
    return FigureText(text, number[1], reading.low, reading.high, cue.bound, cue.strict, unit, category)
