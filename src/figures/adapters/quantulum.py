"""Figures as objects of quantulum3, for pipelines that already speak them (extra `quantulum3`)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from figures.errors import FiguresError
from figures.lexicon import Lexicon
from figures.records import Figure

if TYPE_CHECKING:
    from quantulum3 import classes

_LANG = "en_US"


def as_quantulum3(figure: Figure) -> classes.Quantity:
    """Return a figure as quantulum3's `Quantity`: an interval becomes its middle and an uncertainty.

    What that class has no place for is left behind: category, population, hedge, open and excluded ends.

    >>> from figures import extract_figures
    >>> as_quantulum3(extract_figures("between 300 and 500 square miles")[0])
    Quantity(400, "Unit(name="square mile", entity=Entity("area"), uri=Square_mile)")
    """
    from quantulum3 import classes

    ends = [end for end in (figure.low, figure.high) if end is not None]
    value = figure.value
    if value is None and not ends:
        raise FiguresError(f"{figure.text!r} has neither a value nor an end that quantulum3 could hold")
    spread = max(ends) - min(ends) if ends else 0
    return classes.Quantity(
        value=sum(ends) / len(ends) if value is None else value,
        unit=_unit(figure.unit.id, figure.unit.kind, figure.unit.per),
        surface=figure.text,
        span=(figure.start, figure.end),
        uncertainty=spread / 2 or None,
        lang=_LANG,
    )


@lru_cache(maxsize=1024)
def _unit(id_: str, kind: str, per: str | None) -> classes.Unit:
    """Return the unit of the catalogue; one that it lacks is made, and counted things are dimensionless."""
    from quantulum3 import classes, load

    entities = load.entities(_LANG).names
    if per is not None:
        bases = [{"base": _spaced(id_), "power": 1}, {"base": _spaced(per), "power": -1}]
        name = f"{_spaced(id_)} per {_spaced(per)}"
        return classes.Unit(name, classes.Entity("unknown"), [name], dimensions=bases, lang=_LANG)
    entry = Lexicon.builtin().tables["units"].get(id_, {"dimension": kind})
    entity = entities.get(entry["dimension"])
    known = None if kind == "count" else _catalogue().get(id_)
    if known is not None and entity in (None, known.entity):  # a kilotonne is no energy here
        return known
    code = id_ if kind == "currency" else None
    entity = entity or entities["dimensionless"]
    return classes.Unit(_spaced(id_), entity, [_spaced(id_)], currency_code=code, lang=_LANG)


@lru_cache(maxsize=1)
def _catalogue() -> dict[str, classes.Unit]:
    """Return quantulum3's units by our ids: by ISO code, by name, and by every surface that no name takes."""
    from quantulum3 import load

    units = load.units(_LANG).names.values()
    found = {unit.currency_code: unit for unit in units if unit.currency_code}
    for unit in units:
        found.setdefault(_id(unit.name), unit)
    for unit in units:
        for surface in unit.surfaces:
            found.setdefault(_id(surface), unit)
    return found


def _id(name: str) -> str:
    return name.lower().replace(" ", "_").replace("-", "_")


def _spaced(id_: str) -> str:
    return id_.replace("_", " ")
