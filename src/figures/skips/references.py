"""Numbers of a reference to a paper: "BMJ Open 2021;11(4):e048123", "395: 497-506", "doi: 10.1016"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_GOES_ON = frozenset(("(", ":", "-", "–"))
_BETWEEN = 3  # tokens between the volume and the pages


def reference(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find volume, issue and pages behind the year of a paper, and the number behind "doi:"."""
    mark, first = sentence.lowers[found.first - 1], found.first
    if mark == ";":
        year = sentence.numbers[first - 2]
        dated = first > 1 and year is not None and year.skipped in ("year", "date")
        return "reference" if dated and _is_volume(sentence, found) else None
    if mark not in _GOES_ON or first < 2:
        return None
    if mark == ":" and sentence.lowers[first - 2] == "doi":
        return "reference"
    for before in sentence.numbers[max(0, first - _BETWEEN - 1) : first - 1]:
        if before is not None and before.skipped == "reference":
            return "reference"
    return None


def _is_volume(sentence: Sentence, found: Candidate) -> bool:
    """Tell "2021;11:" and "2018; 217(5)" from "in 2021; 11 people"."""
    mark = sentence.lowers[found.after]
    if mark == "(":
        inner = sentence.numbers[found.after + 1]
        return inner is not None and sentence.lowers[inner.after] == ")" and sentence.adjacent(found.after)
    return mark == ":" and sentence.adjacent(found.after)
