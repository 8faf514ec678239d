"""Figures in other units: physical conversion and households as persons. Text and spans stay as they are."""

from __future__ import annotations

import math
from decimal import Decimal

import attrs

from figures.errors import UnitConversionError
from figures.numerals import exact
from figures.records import Figure, Number, Unit


def convert_figure(figure: Figure, unit: str) -> Figure:
    """Return a figure with value, low and high in another physical or time unit."""
    from figures import units

    if not isinstance(unit, str):
        raise TypeError(f"unit must be a str, a unit id or an expression of pint, not {type(unit).__name__}")

    def converted(number: Number | None) -> Number | None:
        return None if number is None else units.convert(number, figure.unit.id, unit)

    target = units.unit_id(unit)
    value = converted(figure.value)
    if figure.value is None and figure.low is None and figure.high is None:
        units.convert(1, figure.unit.id, unit)  # an error even where there is nothing to convert
    return attrs.evolve(
        figure,
        value=value,
        low=converted(figure.low),
        high=converted(figure.high),
        unit=attrs.evolve(figure.unit, id=target, text=None, implied=False),
    )


def check_household_size(size: float | tuple[float, float]) -> tuple[float, float]:
    """Return a household size as (smallest, largest); `UnitConversionError` when it is no positive number or pair."""
    ends = size if isinstance(size, tuple) else (size, size)
    numbers = len(ends) == 2 and all(isinstance(n, int | float) and not isinstance(n, bool) for n in ends)
    if not numbers or not all(math.isfinite(n) and n > 0 for n in ends) or ends[0] > ends[1]:
        raise UnitConversionError(
            f"household_size must be a positive number or a (smallest, largest) pair of them, not {size!r}"
        )
    return ends


def households_to_persons(figure: Figure, size: float | tuple[float, float]) -> Figure:
    """Return a figure of households as persons, the interval widened by the sizes."""
    smallest, largest = check_household_size(size)
    if figure.unit.id == "person":
        return figure
    if figure.unit.id != "household":
        raise UnitConversionError(
            f"only a figure of households becomes persons; {figure.text!r} counts {figure.unit.id!r}"
        )
    middle = (Decimal(str(smallest)) + Decimal(str(largest))) / 2
    return attrs.evolve(
        figure,
        value=_times(figure.value, middle, None),
        low=_times(figure.low, Decimal(str(smallest)), math.floor),
        high=_times(figure.high, Decimal(str(largest)), math.ceil),
        unit=Unit(
            id="person", kind="count", text=figure.unit.text, implied=figure.unit.implied, per=figure.unit.per
        ),
    )


def _times(number: Number | None, size: Decimal, outward: object) -> Number | None:
    """Multiply exactly; interval ends are rounded outward, the value half up (as Helix does)."""
    if number is None:
        return None
    product = Decimal(str(number)) * size
    if outward is math.floor:
        return math.floor(product)
    if outward is math.ceil:
        return math.ceil(product)
    return exact((product + Decimal("0.5")).to_integral_value("ROUND_FLOOR"))
