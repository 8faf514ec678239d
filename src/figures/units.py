"""The lazy bridge to pint: quantities, and exact conversion of physical and time units.

pint is imported by the first conversion, never by `import figures`. It is handed unit expressions of
data/units.toml and of the caller, never text that was read, in which "MT" would be a megatesla to it.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NoReturn

from figures.errors import UnitConversionError, nearest
from figures.lexicon import Lexicon

if TYPE_CHECKING:
    import pint


def quantity(value: float | None, unit: str) -> pint.Quantity[Any]:
    """Return a value in a physical or time unit as a pint quantity.

    >>> print(quantity(12, "square_mile"))
    12 mile ** 2

    It counts in floats, as pint does; `convert` is exact. Raises `UnitConversionError` when the unit counts
    things, is money or has no factor, or when there is no value.
    """
    expression = _expression(unit)
    if value is None:
        raise UnitConversionError(
            f"a quantity in {unit!r} needs a value, and this figure has none; convert its low and high ends"
        )
    made: pint.Quantity[Any] = registry().Quantity(value, expression)
    return made


def convert(value: float, unit: str, target: str) -> int | float:
    """Return a value in another unit: a unit id or symbol of the library, or a pint expression.

    The factor is a fraction, so nothing is lost on the way: integral results are ints, others the nearest
    float. Raises `UnitConversionError` when one of the two does not convert, or they measure unlike things.

    >>> convert(7.7, "kilometer", "m"), convert(212, "degree_fahrenheit", "°C"), convert(5, "feddan", "ha")
    (7700, 100, 2.1)
    """
    scale, offset = _line(unit, target)
    exact = Fraction(str(value)) * scale + offset
    return exact.numerator if exact.denominator == 1 else float(exact)


@lru_cache(maxsize=2)
def registry(*, exact: bool = False) -> pint.UnitRegistry[Any]:
    """Return the pint registry that knows the field's own units too; an exact one counts in fractions.

    >>> print(registry().Quantity(3, "dunum"))
    3 dunum
    """
    import pint

    made: pint.UnitRegistry[Any] = pint.UnitRegistry(non_int_type=Fraction if exact else float)
    for unit, entry in _units().items():
        if _is_factor(entry):
            made.define(f"{unit} = {entry['pint']}")
    return made


@lru_cache(maxsize=1024)
def _line(unit: str, target: str) -> tuple[Fraction, Fraction]:
    """Return scale and offset from a unit to its target, made once per pair."""
    exact = registry(exact=True)
    source, goal = exact.Unit(_expression(unit)), _target(target)
    dimension = _units()[unit]["dimension"]
    known = _units().get(_symbols().get(target, target), {"dimension": dimension})
    if source.dimensionality != goal.dimensionality or known["dimension"] != dimension:
        fitting = (u for u, e in _units().items() if e["dimension"] == dimension and "pint" in e)
        hint = next((f", such as {u!r}" for u in fitting if u != unit), "")
        raise UnitConversionError(
            f"cannot convert {unit!r} to {target!r}, which measures no {dimension}; "
            f"the target must be a unit of {dimension}{hint}"
        )
    zero, one = (exact.Quantity(Fraction(n), source).to(goal).magnitude for n in (0, 1))
    return one - zero, zero


def _target(target: str) -> pint.Unit:
    """Return a target in the exact registry; our ids and symbols go before those of pint."""
    unit = _symbols().get(target, target)
    if unit in _units():
        return registry(exact=True).Unit(_expression(unit))
    try:
        return registry(exact=True).parse_units(target)
    except Exception as error:  # pint reports malformed expressions by half a dozen types
        raise UnitConversionError(
            f"target {target!r} is no unit id or symbol of the library and no pint expression"
            f"{nearest(target, _units())}"
        ) from error


def unit_id(target: str) -> str:
    """Return the id of a unit given by id, symbol or pint expression; an expression without an id is its own.

    >>> unit_id("km²"), unit_id("km**2")
    ('square_kilometer', 'km**2')
    """
    return _symbols().get(target, target)


def _expression(unit: str) -> str:
    """Return what pint reads for a unit id: its expression, or the id where we define it."""
    entry = _units().get(unit, {})
    if "pint" not in entry:
        _refuse(unit, entry)
    return unit if _is_factor(entry) else str(entry["pint"])


def _refuse(unit: str, entry: dict[str, Any]) -> NoReturn:
    """Say why a unit does not convert, and what does."""
    if unit in Lexicon.builtin().tables["currencies"]:
        why = "is money, and no exchange rate is applied"
    elif entry.get("kind") == "ratio":
        why = "is a ratio, not a measure"
    elif "comment" in entry:
        why = f"has no fixed size ({entry['comment']})"
    elif entry:
        why = "is a scale that no factor converts"
    elif unit == "household":
        why = "counts things; `to_persons` turns households into persons"
    else:
        why = "counts things"
    raise UnitConversionError(
        f"unit {unit!r} {why}; only physical and time units convert, such as 'square_mile' or 'day'"
    )


def _is_factor(entry: dict[str, Any]) -> bool:
    """Tell whether the expression begins with a number: such a unit is ours to define in pint."""
    return bool(entry.get("pint", "")[:1].isdigit())


def _units() -> dict[str, dict[str, Any]]:
    return Lexicon.builtin().tables["units"]


@lru_cache(maxsize=1)
def _symbols() -> dict[str, str]:
    return {symbol: unit for unit, entry in _units().items() for symbol in entry.get("symbols", ())}
