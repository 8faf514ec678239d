"""Untold: bare digits of which nothing tells what they count are numbers of something ("text your name to 4636")."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.records import Bound
from figures.tokens import Sentence

#: Marks behind which even a number that nothing tells is a value: "Index: 12".
_GIVES = frozenset((":", "="))


def drop_untold(sentence: Sentence, live: list[Candidate]) -> None:
    """Skip bare digits without unit and category, unless they are a value or another figure refers to them."""
    for found in live:
        if found.category != "other" or found.rule or found.unit_id != "unknown":
            continue  # most of all
        told = any(other.subset_of is found or other.same_as is found for other in live)
        if not told and _is_bare(sentence, found) and not _is_value(sentence, found):
            found.skip("untold")


def _is_bare(sentence: Sentence, found: Candidate) -> bool:
    """Tell digits as they may stand in a code from "2,615", "1.2 million" and "at least 40"."""
    if found.kind != "digits" or found.bound is not Bound.EXACT or found.text_start < found.start:
        return False
    return found.subset_of is None and found.same_as is None and sentence.lowers[found.first].isdecimal()


def _is_value(sentence: Sentence, found: Candidate) -> bool:
    """Tell the value of a cell or label, and a text that is a number."""
    return (
        sentence.cell > 0
        or found.first == 0
        and found.after == sentence.size
        or sentence.lowers[found.first - 1] in _GIVES
    )
