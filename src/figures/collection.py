"""`Figures`: the figures of one text as an immutable tuple that remembers its source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from figures.records import Figure


class Figures(tuple[Figure, ...]):  # noqa: SLOT001 - a tuple subclass cannot have slots of its own
    """The figures of one text, in text order, with non-overlapping number spans.

    A plain tuple otherwise: hashable, comparable, picklable.

    >>> from figures import extract_figures
    >>> found = extract_figures("12 people were killed and 30 wounded.")
    >>> len(found), found.totals()["people.injured"]["person"]
    (2, {'count': 1, 'value': 30, 'low': 30, 'high': 30})
    """

    source: str

    def __new__(cls, figures: Iterable[Figure] = (), source: str = "") -> Self:
        """Make the tuple; `source` is the text that the spans point into."""
        self = super().__new__(cls, figures)
        self.__dict__["source"] = source
        return self

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"Figures are immutable: cannot set {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"Figures are immutable: cannot delete {name!r}")

    def __reduce__(self) -> tuple[Any, ...]:
        return Figures, (tuple(self), self.source)

    def rows(self) -> list[dict[str, Any]]:
        """Return one flat dict a figure, the columns of the JSON Lines and data frame exports."""
        from figures.export.rows import figure_row

        index = {f.spans.number: i for i, f in enumerate(self)}
        return [figure_row(f, index, source=self.source) for f in self]

    def totals(self) -> dict[str, dict[str, dict[str, Any]]]:
        """Add up the figures per category and unit, leaving out subtotals, restatements and vague values.

        Returns `{category: {unit: {"count", "value", "low", "high"}}}`; an end is None as soon as one figure of the
        group is unbounded there. A sum over a text is a rough guide: reports repeat their own numbers.
        """
        from figures.export.rows import totals

        return totals(self)

    def _repr_html_(self) -> str:
        from figures.export.html import figures_html

        return figures_html(self)
