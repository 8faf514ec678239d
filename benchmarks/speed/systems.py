"""The systems: each makes, in a process of its own, a function that reads texts and counts what it finds.

Each reads in the quickest way that it documents for many texts on one core. A text on which a peer raises an error
counts as read; the errors are counted and shown. This module needs none of the systems to be imported.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from typing import NamedTuple

SENTENCE = "At least 12 people were killed and 30 wounded; about 7,000 fled."
NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|"
    "billions?|dozens?|half|several"
)
PLAIN_PATTERN = rf"\d[\d,.]*|\b(?:{NUMBER_WORDS})\b"


class Found(NamedTuple):
    """How many figures, quantities, numbers or tokens are in some texts, and how many texts raised an error."""

    count: int
    errors: int = 0


Reader = Callable[[Iterable[str]], Found]


class System(NamedTuple):
    """A system for the tables: where it runs, what is imported, and how a reader of it is made."""

    name: str
    environment: str  # figures, compiled or peers
    distribution: str
    module: str
    first_call: str  # code that is timed as the first call, after the import
    reader: Callable[[], Reader]
    finds: str | None = "figures"  # None: it answers with no numbers that could be counted


def one_by_one(read: Callable[[str], int]) -> Reader:
    """Return a reader that counts the errors of a peer instead of stopping."""

    def reader(texts: Iterable[str]) -> Found:
        count = errors = 0
        for text in texts:
            try:
                count += read(text)
            except Exception:  # noqa: BLE001 - the peer's own faults are counted, not hidden
                errors += 1
        return Found(count, errors)

    return reader


def figures_together() -> Reader:
    """Build every record, texts in batches."""
    from figures import Extractor

    extractor = Extractor()
    return lambda texts: Found(sum(map(len, extractor.extract_many(texts))))


def figures_single() -> Reader:
    """Build every record, one call for each text."""
    from figures import Extractor

    extract = Extractor().extract
    return lambda texts: Found(sum(map(len, map(extract, texts))))


def quantulum3() -> Reader:
    """Parse without the classifier, the way it is fast."""
    warnings.filterwarnings("ignore", module="quantulum3")
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    return one_by_one(lambda text: len(parser.parse(text)))


def recognizers() -> Reader:
    """Run the number, percentage and four unit models."""
    from benchmarks.recognizers_run import MODELS, Culture

    return one_by_one(lambda text: sum(len(model(text, Culture.English)) for model in MODELS.values()))


def text2num() -> Reader:
    """Write number words as digits, in one call of its Rust core; digits are none of its business."""
    from text_to_num import alpha2digit

    return one_by_one(lambda text: alpha2digit(text, "en", 0.0) and 0)


def spacy() -> Reader:
    """Cut into tokens by the tokenizer of a blank English pipeline, without the pipeline's own cost for each text."""
    from spacy import blank

    tokenizer = blank("en").tokenizer
    return one_by_one(lambda text: len(tokenizer(text)))


def plain_scan() -> Reader:
    """Find digit runs and number words with one pattern: a floor, no rival."""
    import regex

    findall = regex.compile(PLAIN_PATTERN, regex.IGNORECASE).findall
    return lambda texts: Found(sum(len(findall(text)) for text in texts))


_FIGURES = ("humanitarian-figures", "figures", f"figures.extract_figures({SENTENCE!r})")
_MODELS = f"[model({SENTENCE!r}, 'en-us') for model in MODELS.values()]"
SYSTEMS = (
    System("figures", "figures", *_FIGURES, figures_together),
    System("figures, one by one", "figures", *_FIGURES, figures_single),
    System("figures, compiled", "compiled", *_FIGURES, figures_together),
    System("quantulum3", "peers", "quantulum3", "quantulum3.parser", f"quantulum3.parser.parse({SENTENCE!r})",
           quantulum3, "quantities"),
    System("Recognizers-Text", "peers", "recognizers-text-suite", "benchmarks.recognizers_run", _MODELS,
           recognizers, "results"),
    System("text2num", "peers", "text2num", "text_to_num", f"text_to_num.alpha2digit({SENTENCE!r}, 'en', 0.0)",
           text2num, None),
    System("spaCy tokenizer", "peers", "spacy", "spacy", f"spacy.blank('en')({SENTENCE!r})", spacy, "tokens"),
    System("plain scan", "figures", "regex", "regex",
           f"regex.compile({PLAIN_PATTERN!r}, regex.IGNORECASE).findall({SENTENCE!r})", plain_scan, "hits"),
)  # fmt: skip
BY_NAME = {system.name: system for system in SYSTEMS}
