"""Numbers of a reference to a paper: "BMJ Open 2021;11(4):e048123", "395: 497-506", "doi: 10.1016"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_GOES_ON = frozenset(("(", ":", "-", "–"))
_CODE = 5  # digits of the shortest number of a programme
_BETWEEN = 3  # tokens between the volume and the pages


def reference(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find volume, issue and pages behind the year of a paper, and the number behind "doi:"."""
    mark, first = sentence.lowers[found.first - 1], found.first
    if mark == ";":
        year = sentence.numbers[first - 2]
        dated = first > 1 and year is not None and year.skipped in ("year", "date")
        return "reference" if dated and _is_volume(sentence, found) else None
    if mark not in _GOES_ON or first < 2:
        return _code(sentence, found) if mark == ")" else None
    if mark == "(" and sentence.adjacent(first - 1) and sentence.lowers[found.after] == ")":
        clause = sentence.numbers[first - 2]
        named = clause is not None and clause.skipped in ("identifier", "name", "reference")
        if named or sentence.lowers[first - 2] == ")":
            return "reference"  # "Article 5(2)", "section 12(c)(3)"
    if mark == ":" and sentence.lowers[first - 2] == "doi":
        return "reference"
    for before in sentence.numbers[max(0, first - _BETWEEN - 1) : first - 1]:
        if before is not None and before.skipped == "reference":
            return "reference"
    return None


def _code(sentence: Sentence, found: Candidate) -> str | None:
    """Find the number of a programme behind its short name: "its Relief Operation (EMOP) 301746"."""
    token = sentence.lowers[found.first]
    if len(token) < _CODE or not token.isdecimal() or sentence.lowers[found.first - 3] != "(":
        return None
    return "identifier" if sentence.raw_at(found.first - 2).isupper() else None


def _is_volume(sentence: Sentence, found: Candidate) -> bool:
    """Tell "2021;11:" and "2018; 217(5)" from "in 2021; 11 people"."""
    mark = sentence.lowers[found.after]
    if mark == "(":
        inner = sentence.numbers[found.after + 1]
        return inner is not None and sentence.lowers[inner.after] == ")" and sentence.adjacent(found.after)
    return mark == ":" and sentence.adjacent(found.after)
