"""The errors of the library: one base, each message says what was wrong, where, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable


class FiguresError(Exception):
    """Base of every error that the library raises on purpose.

    >>> issubclass(UnknownCategoryError, FiguresError)
    True
    """


class UnknownCategoryError(FiguresError, ValueError):
    """A category filter names no leaf, family or bundle of the lexicon."""


class UnsupportedLanguageError(FiguresError, ValueError):
    """No lexicon folder exists for the language code."""


class LexiconError(FiguresError, ValueError):
    """A lexicon file is malformed, or two lexicons disagree without `override = true`."""


class UnitConversionError(FiguresError, ValueError):
    """A figure cannot be converted: its unit is no physical or time unit, or the target does not fit."""


class MissingExtraError(FiguresError, ImportError):
    """A package is not installed that an extra of this library brings.

    >>> print(MissingExtraError("pyarrow", "arrow"))
    pyarrow is not installed; it comes with an extra: pip install 'humanitarian-figures[arrow]'
    """

    def __init__(self, package: str, extra: str) -> None:
        self.package, self.extra = package, extra
        super().__init__(package, extra)

    def __str__(self) -> str:
        return (
            f"{self.package} is not installed; it comes with an extra: "
            f"pip install 'humanitarian-figures[{self.extra}]'"
        )


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or an empty string.

    >>> nearest("people.kiled", ["people.killed", "people.ill"])
    "; did you mean 'people.killed'?"
    """
    from difflib import get_close_matches  # only what went wrong needs it

    close = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else ""
