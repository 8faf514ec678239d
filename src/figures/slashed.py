"""Two counts around a slash: "8/40 respondents" are a share of them, "20/25 men" a range."""

from __future__ import annotations

from decimal import Decimal

from figures.candidates import Candidate
from figures.numerals import exact, share, too_large
from figures.records import Bound
from figures.tokens import Sentence

_LEAST_WHOLE = 5  # "3/4 hours" may be a part of one
_YEARS = 1900  # "the 2019/20 seasons"


def read_slashed(sentence: Sentence, index: int) -> Candidate | None:
    """Read "8/40 respondents" as a share and "20/25 men" as a range; without a noun it is a date or a page."""
    first, _, second = sentence.lowers[index].partition("/")
    if not first.isdecimal() or not second.isdecimal() or too_large(first) or too_large(second):
        return None
    low, high = int(first), int(second)
    if not 0 < low < high or high < _LEAST_WHOLE or low >= _YEARS or not _counts(sentence, index + 1):
        return None
    found = Candidate(sentence, index, index + 1, share(low, high), "fraction")
    if high - low == 1 or low % 5 == high % 5 == 0 and 2 * high <= 3 * low:
        found.kind, found.bound = "range", Bound.RANGE
        found.low, found.value, found.high = low, exact((Decimal(low) + high) / 2), high
    return found


def _counts(sentence: Sentence, at: int) -> bool:
    """Tell a noun in the plural, right behind or behind one more word, that names no event: "9/11 attacks"."""
    at += not sentence.words[at].flags and sentence.words[at].noun is None
    noun = sentence.words[at].noun
    return noun is not None and sentence.words[at].plural and noun.cls != "event"
