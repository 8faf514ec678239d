"""figures: the quantities of humanitarian and conflict prose as typed records.

>>> from figures import extract_figures
>>> print(extract_figures("At least 12 people were killed.")[0])
At least 12 people · people.killed · 12 person · at_least [12, ∞] · level 2
"""

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
