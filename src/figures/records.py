"""The public records: `Figure` and the values it is made of.

A figure is one number expression of a text with its reading: value and interval, unit, category, the population
stated, the hedge, and the spans that each decision came from. All records are immutable, hashable, comparable by all
fields and picklable.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import attrs

if TYPE_CHECKING:
    import pint
    import quantulum3.classes

Number = int | float


class Bound(StrEnum):
    """How the wording limits the number ("at least 12" is `at_least`)."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    VAGUE = "vague"


class Certainty(StrEnum):
    """How far the text commits itself to the figure, weakest commitment last."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    REPORTED = "reported"
    ESTIMATED = "estimated"
    UNCONFIRMED = "unconfirmed"
    PROJECTED = "projected"
    DISPUTED = "disputed"


class Span(NamedTuple):
    """Half-open code-point offsets into the text as given: `text[start:end]`."""

    start: int
    end: int


_RANGE = Bound.RANGE  # reading a member from its class costs five times as much
_BOUND_MARK = {
    Bound.EXACT: 0,
    Bound.APPROXIMATE: 2,
    Bound.AT_LEAST: 2,
    Bound.AT_MOST: 2,
    Bound.RANGE: 2,
    Bound.VAGUE: 4,
}
_CERTAINTY_MARK = {
    Certainty.ASSERTED: 0,
    Certainty.ATTRIBUTED: 1,
    Certainty.REPORTED: 2,
    Certainty.ESTIMATED: 2,
    Certainty.UNCONFIRMED: 3,
    Certainty.PROJECTED: 3,
    Certainty.DISPUTED: 4,
}


def hedge_level(bound: Bound, certainty: Certainty, low: Number | None, high: Number | None) -> int:
    """Return the hedge level 0 (none) to 5 (indeterminate) of a bound and a certainty.

    A bound weighs 0 (exact), 2, 3 (a range whose high end is over twice its low end) or 4 (vague); a certainty
    weighs 0 (asserted) to 4 (disputed). The heavier one counts, plus one when both weigh 2 or more.

    >>> hedge_level(Bound.AT_MOST, Certainty.ESTIMATED, None, 2000)
    3
    """
    p, e = _BOUND_MARK[bound], _CERTAINTY_MARK[certainty]
    if bound is _RANGE and low is not None and high is not None and high > 2 * low:
        p = 3
    if p < 2 or e < 2:
        return p if p > e else e
    return min(5, max(p, e) + 1)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Cue:
    """Words that decided a part of the hedge: their text, their span and the class they stand in.

    >>> Cue(text="at least", span=Span(0, 8), cue_class="at_least").cue_class
    'at_least'
    """

    text: str
    span: Span
    cue_class: str


@attrs.frozen(kw_only=True, weakref_slot=False)
class Hedge:
    """Bound, certainty and strength of the wording around a number.

    `strict` is true when the named end itself is excluded ("more than", "fewer than"). `level` follows from the
    other fields by `hedge_level`.

    >>> Hedge().bound
    <Bound.EXACT: 'exact'>
    """

    bound: Bound = Bound.EXACT
    strict: bool = False
    certainty: Certainty = Certainty.ASSERTED
    level: int = 0
    cues: tuple[Cue, ...] = ()


@attrs.frozen(kw_only=True, weakref_slot=False)
class Unit:
    """What is counted or measured.

    `kind` is `count`, `physical`, `currency`, `ratio` or `time`; `text` the unit as written, or None; `implied` is
    true when the unit was not written at this number; `per` names a denominator ("25 kg per family": `household`).

    >>> str(Unit(id="person", kind="count"))
    'person'
    """

    id: str
    kind: str
    text: str | None = None
    implied: bool = False
    per: str | None = None

    def __str__(self) -> str:
        return f"{self.id}/{self.per}" if self.per else self.id


class Category(str):
    """A dotted leaf such as `people.killed`: equal to, hashing as and printing as its id, with its export codes.

    >>> c = Category("people.killed", bundles=("casualties",))
    >>> c == "people.killed", c.family, c.bundles
    (True, 'people', ('casualties',))
    """

    __slots__ = ("bundles", "definition", "gdelt", "helix", "hxl", "parent")
    parent: str | None
    definition: str
    bundles: tuple[str, ...]
    hxl: str | None
    helix: tuple[str, ...]
    gdelt: tuple[str, ...]

    def __new__(
        cls,
        id: str,  # noqa: A002 - the field's own word
        *,
        parent: str | None = None,
        definition: str = "",
        bundles: tuple[str, ...] = (),
        hxl: str | None = None,
        helix: tuple[str, ...] = (),
        gdelt: tuple[str, ...] = (),
    ) -> Self:
        """Make a category; names without codes are allowed, `Lexicon.categories` has the known ones."""
        self = super().__new__(cls, id)
        codes = {"parent": parent, "definition": definition, "bundles": bundles}
        for name, value in {**codes, "hxl": hxl, "helix": helix, "gdelt": gdelt}.items():
            object.__setattr__(self, name, value)
        return self

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Category is immutable: cannot set {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a Category is immutable: cannot delete {name!r}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _category, (str(self), {n: getattr(self, n) for n in self.__slots__})

    @property
    def id(self) -> str:
        """The dotted name as a plain string."""
        return str.__str__(self)

    @property
    def family(self) -> str:
        """The part before the dot: `people` of `people.killed`."""
        return self.partition(".")[0]


def _category(id_: str, codes: Mapping[str, Any]) -> Category:
    return Category(id_, **codes)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Spans:
    """Where each decision came from: the number expression, the unit or noun, the word that decided the category.

    Of an implied unit it is the word elsewhere that lends it: the "people" of "12 people died and 30 were hurt".
    """

    number: Span
    unit: Span | None = None
    trigger: Span | None = None


@attrs.frozen(kw_only=True, weakref_slot=False)
class Figure:
    """One quantity of a text: what was written, what it means, and how firmly it was said.

    >>> from figures import extract_figures
    >>> figure = extract_figures("More than 270 square miles were retaken.")[0]
    >>> figure.value, figure.low, figure.high, str(figure.unit), figure.hedge.strict
    (270, 270, None, 'square_mile', True)
    """

    text: str
    start: int
    end: int
    value: Number | None
    low: Number | None
    high: Number | None
    unit: Unit
    category: Category
    who: tuple[str, ...] = ()
    hedge: Hedge = Hedge()
    spans: Spans
    subset_of: Span | None = None
    same_as: Span | None = None

    @property
    def quantity(self) -> pint.Quantity[Any]:
        """`value` as a pint quantity; `UnitConversionError` unless the unit is physical or a time unit."""
        from figures import units

        return units.quantity(self.value, self.unit.id)

    def to(self, unit: str) -> Figure:
        """Return the figure with value, low and high converted; text and spans stay as they are.

        `unit` is a unit id of the library or a pint expression. Raises `UnitConversionError`.

        >>> from figures import extract_figures
        >>> extract_figures("270 square miles")[0].to("km**2").value
        699.2967897...
        """
        from figures.conversion import convert_figure

        return convert_figure(self, unit)

    def to_persons(self, household_size: float | tuple[float, float]) -> Figure:
        """Return a figure of households as persons; a (smallest, largest) size widens the interval.

        Raises `UnitConversionError` when the unit is neither `household` nor `person`, or the size is not positive.

        >>> from figures import extract_figures
        >>> extract_figures("20 families were displaced")[0].to_persons(5).value
        100
        """
        from figures.conversion import households_to_persons

        return households_to_persons(self, household_size)

    def as_dict(self) -> dict[str, Any]:
        """Return the figure as plain JSON values; `Figure.from_dict` restores it exactly."""
        from figures.export.serial import figure_to_dict

        return figure_to_dict(self)

    def as_quantulum3(self) -> quantulum3.classes.Quantity:
        """Return the figure as an object of quantulum3, which has no place for category, people or hedge.

        Needs the extra `quantulum3`.
        """
        from figures.adapters.quantulum import as_quantulum3

        return as_quantulum3(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Figure:
        """Restore a figure from `as_dict`; a category unknown to the lexicon is kept without codes."""
        from figures.export.serial import figure_from_dict

        return figure_from_dict(data)

    def __str__(self) -> str:
        from figures.export.line import figure_line

        return figure_line(self)
