"""Figures as HTML for notebooks: the source with its figures marked, and a table. No script, everything escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from figures.export.line import number_text

if TYPE_CHECKING:
    from figures.collection import Figures

_LONGEST = 4000  # characters of source shown
_COLOURS = {
    "people": "#fde2c8",
    "assets": "#d7e5f7",
    "aid": "#d9f0d3",
    "funding": "#f5f0c0",
    "combatants": "#f7d4d4",
}


def figures_html(figures: Figures) -> str:
    """Return the marked source and a table of the figures."""
    return f"<div>{_marked(figures)}{_table(figures)}</div>"


def _marked(figures: Figures) -> str:
    source, at, out = figures.source[:_LONGEST], 0, []
    for figure in figures:
        if figure.end > len(source) or figure.start < at:
            continue
        colour = _COLOURS.get(figure.category.family, "#e8e8e8")
        out.append(escape(source[at : figure.start]))
        title = escape(str(figure), quote=True)
        out.append(f'<mark style="background:{colour}" title="{title}">{escape(figure.text)}</mark>')
        at = figure.end
    out.append(escape(source[at:]) + ("…" if len(figures.source) > _LONGEST else ""))
    return f'<p style="white-space:pre-wrap">{"".join(out)}</p>'


def _table(figures: Figures) -> str:
    head = "".join(
        f"<th>{name}</th>"
        for name in ("text", "category", "value", "low", "high", "unit", "bound", "certainty", "level")
    )
    rows = []
    for f in figures:
        cells = (
            f.text, f.category, number_text(f.value), number_text(f.low), number_text(f.high), f.unit,
            f.hedge.bound.value, f.hedge.certainty.value, f.hedge.level,
        )  # fmt: skip
        rows.append("<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in cells) + "</tr>")
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
