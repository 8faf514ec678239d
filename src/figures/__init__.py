"""figures: the quantities of humanitarian and conflict prose as typed records.

>>> from figures import extract_figures
>>> print(extract_figures("At least 12 people were killed.")[0])
At least 12 people · people.killed · 12 person · at_least [12, ∞] · level 2
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from figures.collection import Figures
    from figures.errors import (
        FiguresError,
        LexiconError,
        UnitConversionError,
        UnknownCategoryError,
        UnsupportedLanguageError,
    )
    from figures.lexicon import Lexicon
    from figures.parallel import ExtractionFailure
    from figures.pipeline import Extractor, explain, extract_figures, extract_many
    from figures.records import Bound, Category, Certainty, Cue, Figure, Hedge, Span, Spans, Unit

__version__ = "0.1.0"

__all__ = [
    "Bound",
    "Category",
    "Certainty",
    "Cue",
    "ExtractionFailure",
    "Extractor",
    "Figure",
    "Figures",
    "FiguresError",
    "Hedge",
    "Lexicon",
    "LexiconError",
    "Span",
    "Spans",
    "Unit",
    "UnitConversionError",
    "UnknownCategoryError",
    "UnsupportedLanguageError",
    "explain",
    "extract_figures",
    "extract_many",
]

#: Which module a name comes from: `import figures` reads none of them, the first use of a name only what it needs.
_HOMES = {
    "collection": ("Figures",),
    "errors": (
        "FiguresError",
        "LexiconError",
        "UnitConversionError",
        "UnknownCategoryError",
        "UnsupportedLanguageError",
    ),
    "lexicon": ("Lexicon",),
    "parallel": ("ExtractionFailure",),
    "pipeline": ("Extractor", "explain", "extract_figures", "extract_many"),
    "records": ("Bound", "Category", "Certainty", "Cue", "Figure", "Hedge", "Span", "Spans", "Unit"),
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names or name == home:
            module = import_module(f"{__name__}.{home}")
            value = module if name == home else getattr(module, name)
            globals()[name] = value  # asked once
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
