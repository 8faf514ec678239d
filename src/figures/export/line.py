"""One figure as one line: `About 7,000 people · people.returned · 7000 person · approximate [6300, 7700] · level 2`."""

from __future__ import annotations

from figures.records import Bound, Certainty, Figure, Number


def number_text(number: Number | None, missing: str = "") -> str:
    """Write a number without a needless ".0"; None is `missing`."""
    return missing if number is None else f"{number:.15g}" if isinstance(number, float) else str(number)


def figure_line(figure: Figure) -> str:
    """Return the line that `str(figure)` gives."""
    hedge = figure.hedge
    parts = [" ".join(figure.text.split()), str(figure.category)]
    parts.append(f"{number_text(figure.value, '?')} {figure.unit}")
    bound = hedge.bound.value
    if hedge.bound is not Bound.EXACT:
        opening, closing = ("(" if hedge.strict else "["), (")" if hedge.strict else "]")
        bound += f" {opening}{number_text(figure.low, '-∞')}, {number_text(figure.high, '∞')}{closing}"
    parts.append(bound)
    if hedge.certainty is not Certainty.ASSERTED:
        parts.append(hedge.certainty.value)
    if figure.who:
        parts.append("who " + ", ".join(figure.who))
    parts.append(f"level {hedge.level}")
    return " · ".join(parts)
