"""Hypothesis strategies for property tests: records with consistent fields, and sentences with a known reading.

`figures.strategies` needs the extra `humanitarian-figures[hypothesis]`. `register` is the entry point through which
Hypothesis learns the records, so that `st.from_type(Figure)` works without an import of this module.

>>> from hypothesis import find
>>> find(figures(), lambda figure: figure.hedge.bound == "range" and figure.value == 5).text
'between 4 and 6'
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from figures.collection import Figures
from figures.lexicon import Lexicon
from figures.pipeline import extract_figures
from figures.records import Bound, Category, Certainty, Cue, Figure, Hedge, Number, Span, Spans, Unit, hedge_level

POPULATIONS = (
    "aid_worker", "child", "civilian", "combatant", "elderly", "foreigner", "health_worker", "idp", "journalist", "man",
    "migrant", "police", "prisoner", "refugee", "returnee", "student", "woman",
)  # fmt: skip

#: Bound cues: words before the number, words behind it, class, bound, strict.
_CUES = (
    ("", "", "", Bound.EXACT, False),
    ("exactly ", "", "exact", Bound.EXACT, False),
    ("about ", "", "approx", Bound.APPROXIMATE, False),
    ("", " or so", "approx", Bound.APPROXIMATE, False),
    ("at least ", "", "at_least", Bound.AT_LEAST, False),
    ("", " or more", "at_least", Bound.AT_LEAST, False),
    ("more than ", "", "more_than", Bound.AT_LEAST, True),
    ("up to ", "", "up_to", Bound.AT_MOST, False),
    ("no more than ", "", "at_most", Bound.AT_MOST, False),
    ("fewer than ", "", "less_than", Bound.AT_MOST, True),
)
_PERSON_VERBS = (("were killed", "people.killed"), ("were injured", "people.injured"), ("fled", "people.displaced"))
#: Plural noun, unit, and what can happen to it, with the category that it then has.
_SUBJECTS = (
    ("people", "person", _PERSON_VERBS),
    ("children", "person", _PERSON_VERBS),
    ("families", "household", (("were displaced", "people.displaced"), ("were evacuated", "people.evacuated"))),
    ("houses", "house", (("were destroyed", "assets.destroyed"), ("were damaged", "assets.damaged"))),
    ("goats", "animal", (("died", "livelihood.livestock"),)),
)
_WORDS = {"two": 2, "nine": 9, "twelve": 12, "forty-five": 45, "three hundred": 300, "six thousand": 6000}
_SCALES = {"thousand": 1000, "million": 1_000_000}


class FigureText(NamedTuple):
    """A sentence with one figure, and the reading that `extract_figures` must give it.

    >>> from hypothesis import find
    >>> find(figure_texts(), lambda sentence: sentence.bound == "at_most" and sentence.value > 20).text
    'up to 21 people were killed.'
    """

    text: str
    value: Number
    low: Number | None
    high: Number | None
    bound: Bound
    strict: bool
    unit: str
    category: str


def spans(longest: int = 10**6) -> SearchStrategy[Span]:
    """Spans that are not empty and end at `longest` at most."""
    return st.builds(lambda start, size: Span(start, min(start + size, longest)), st.integers(0, longest - 1), st.integers(1, 40))


def categories() -> SearchStrategy[Category]:
    """The categories of the English lexicon, with their export codes."""
    return st.sampled_from(list(Lexicon.builtin("en").categories().values()))


def units(kind: str | None = None) -> SearchStrategy[Unit]:
    """Units that the English lexicon knows, of one kind (`count`, `physical`, `currency`, `ratio`, `time`) or of any.

    >>> from hypothesis import find
    >>> find(units("currency"), lambda unit: unit.id == "USD").kind
    'currency'
    """
    tables = Lexicon.builtin("en").tables
    pairs = [(id_, entry["kind"]) for id_, entry in tables["units"].items()]
    pairs += [(id_, "currency") for id_ in tables["currencies"]]
    pairs += [(id_, "count") for id_ in sorted({g["unit"] for g in tables["nouns"].values() if "unit" in g})]
    chosen = [pair for pair in [("unknown", "count"), *pairs] if kind is None or pair[1] == kind]
    return st.builds(
        lambda pair, written, per: Unit(
            id=pair[0], kind=pair[1], text=pair[0].replace("_", " ") if written else None, implied=not written, per=per
        ),
        st.sampled_from(chosen),
        st.booleans(),
        st.sampled_from([None, None, "household", "day"]),
    )


def hedges() -> SearchStrategy[Hedge]:
    """Hedges whose level follows from their bound and certainty; a range is taken as a narrow one."""

    def hedge(cue: tuple[str, str, str, Bound, bool], bound: Bound, certainty: Certainty, start: int) -> Hedge:
        before, behind, name, own, strict = cue
        bound = own if name else bound
        words = (before or behind).strip()
        cues = (Cue(text=words, span=Span(start, start + len(words)), cue_class=name),) if name else ()
        level = hedge_level(bound, certainty, None, None)
        return Hedge(bound=bound, strict=strict, certainty=certainty, level=level, cues=cues)

    starts = st.integers(0, 10**6)
    return st.builds(hedge, st.sampled_from(_CUES), st.sampled_from(list(Bound)), st.sampled_from(list(Certainty)), starts)


def figures() -> SearchStrategy[Figure]:
    """Figures whose fields agree: text, spans, value, interval, bound, level and unit fit each other."""
    vague = st.sampled_from(list(Lexicon.builtin("en").tables["vague"].items()))
    wordings = st.one_of(
        st.tuples(st.sampled_from(_CUES), _numbers()).map(lambda pair: (pair[0], f"{pair[1]:,}", _interval(pair[0], pair[1]))),
        st.tuples(st.integers(0, 10**9), st.integers(1, 10**9)).map(lambda ends: _range(ends[0], ends[0] + 2 * ends[1])),
        st.tuples(vague, st.booleans()).map(lambda pair: _vague(*pair[0], valued=pair[1])),
    )
    who = st.sets(st.sampled_from(POPULATIONS), max_size=2).map(lambda chosen: tuple(sorted(chosen)))
    link = st.none() | spans()
    rest = {"who": who, "subset_of": link, "same_as": link, "category": categories()}
    extra = st.fixed_dictionaries(rest)
    return st.builds(_figure, wordings, units(), st.sampled_from(list(Certainty)), st.integers(0, 10**6), extra, link)


def figure_texts() -> SearchStrategy[FigureText]:
    """Short sentences of hedge, number, unit and verb, each with exactly one figure and its expected reading."""
    scaled = st.tuples(st.integers(11, 99), st.sampled_from(list(_SCALES))).map(
        lambda pair: (f"{pair[0] / 10:g} {pair[1]}", pair[0] * _SCALES[pair[1]] // 10)
    )
    numbers = st.one_of(
        st.integers(2, 999_999).map(lambda number: (f"{number:,}", number)), st.sampled_from(list(_WORDS.items())), scaled
    )
    subjects = [(noun, unit, *verb) for noun, unit, verbs in _SUBJECTS for verb in verbs]
    places = ["", " in the north", " near the river"]
    return st.builds(_sentence, st.sampled_from(_CUES), numbers, st.sampled_from(subjects), st.sampled_from(places))


def register() -> None:
    """Teach Hypothesis the records; called by Hypothesis itself through its entry point.

    >>> from hypothesis import find
    >>> register()
    >>> find(st.from_type(Figure), lambda figure: figure.value == 7).text
    '7'
    """
    st.register_type_strategy(Span, lambda _: spans())
    st.register_type_strategy(Category, lambda _: categories())
    st.register_type_strategy(Unit, lambda _: units())
    st.register_type_strategy(Hedge, lambda _: hedges())
    st.register_type_strategy(Figure, lambda _: figures())
    st.register_type_strategy(Figures, lambda _: figure_texts().map(lambda sentence: extract_figures(sentence.text)))


Wording = tuple[tuple[str, str, str, Bound, bool], str, tuple[Number | None, Number | None, Number | None]]


def _numbers() -> SearchStrategy[Number]:
    return st.integers(0, 10**12) | st.integers(1, 10**6).map(lambda tenths: tenths // 10 if tenths % 10 == 0 else tenths / 10)


def _interval(cue: tuple[str, str, str, Bound, bool], value: Number) -> tuple[Number | None, Number | None, Number | None]:
    """Return value, low and high; "about" is read as a tenth either way, rounded outward for whole numbers."""
    if cue[3] is Bound.APPROXIMATE:
        tenth = Fraction(str(value)) / 10
        low, high = value - tenth, value + tenth
        return value, low.numerator // low.denominator, -(-high.numerator // high.denominator)
    return value, None if cue[3] is Bound.AT_MOST else value, None if cue[3] is Bound.AT_LEAST else value


def _range(low: int, high: int) -> Wording:
    return ("between ", "", "range", Bound.RANGE, False), f"{low:,} and {high:,}", ((low + high) // 2, low, high)


def _vague(word: str, entry: dict[str, int], *, valued: bool) -> Wording:
    value = entry["emdat"] if valued else None
    return ("", "", "", Bound.VAGUE, False), word, (value, entry["low"], entry["high"])


def _figure(wording: Wording, unit: Unit, certainty: Certainty, start: int, rest: dict[str, object], trigger: Span | None) -> Figure:
    (before, behind, name, bound, strict), written, (value, low, high) = wording
    number = Span(start + len(before), start + len(before) + len(written))
    text, unit_span = before + written + behind, None
    if unit.text is not None:
        unit_span = Span(start + len(text) + 1, start + len(text) + 1 + len(unit.text))
        text = f"{text} {unit.text}"
    words = (before or behind).strip()
    at = start if before else number.end + 1
    cues = (Cue(text=words, span=Span(at, at + len(words)), cue_class=name),) if name else ()
    level = hedge_level(bound, certainty, low, high)
    return Figure(
        text=text, start=start, end=start + len(text), value=value, low=low, high=high, unit=unit,
        hedge=Hedge(bound=bound, strict=strict, certainty=certainty, level=level, cues=cues),
        spans=Spans(number=number, unit=unit_span, trigger=trigger), **rest,
    )  # fmt: skip


def _sentence(
    cue: tuple[str, str, str, Bound, bool], number: tuple[str, int], subject: tuple[str, str, str, str], place: str
) -> FigureText:
    (before, behind, _, bound, strict), (noun, unit, verb, category) = cue, subject
    value, low, high = _interval(cue, number[1])
    text = f"{before}{number[0]}{behind} {noun} {verb}{place}."
    return FigureText(text, number[1], low, high, bound, strict, unit, category)
