"""Numbers that stand in a pattern of marks: coordinates and list marks."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_LINKS = frozenset((",", ";", "and", "&"))
_LIST = 7  # tokens between the counts of a list
_COMPASS = ("n", "s", "e", "w", "north", "south", "east", "west", "lat", "long")


def coordinate(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find "36.2° N" and "lat 36.2"; a temperature is none."""
    behind, before = sentence.lowers[found.after], sentence.lowers[found.first - 1]
    if behind in ("°", "º", "′", "″"):
        following = sentence.lowers[found.after + 1]
        if following in _COMPASS or sentence.numbers[found.after + 1] is not None:
            return "coordinate"
    elif behind in _COMPASS and found.kind == "digits" and "." in sentence.lowers[found.first]:
        return "coordinate"
    return "coordinate" if before in lexicon.lists.coordinates else None


def list_mark(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find "1." and "(1)" at the head of an item, and "[1]"."""
    token = sentence.lowers[found.first]
    if found.kind != "digits" or len(token) > 2 or not token.isdigit():
        return None
    if _opens_sentence(sentence, found) or _marks_item(sentence, found):
        return "list_mark"
    before, behind = sentence.lowers[found.first - 1], sentence.lowers[found.after]
    marked = before in ("[", "(") and behind == "]"
    return "footnote" if marked and not _is_of_places(sentence, found) else None


def _is_of_places(sentence: Sentence, found: Candidate) -> bool:
    """Tell a list of places with their counts, "Edo [28], Ekiti [2]", from the marks of footnotes."""
    links = (sentence.lowers[i] for i in (found.after + 1, found.first - 3, found.first - 4))
    if not sentence.is_capital(found.first - 2) or _LINKS.isdisjoint(links):
        return False
    for step in (_before, _behind):
        other = step(sentence, found)
        if (
            other is not None
            and sentence.lowers[other.first - 1] in "[("
            and sentence.is_capital(other.first - 2)
        ):
            return True
    return False


def _before(sentence: Sentence, found: Candidate) -> Candidate | None:
    return next((n for n in reversed(sentence.numbers[max(0, found.first - _LIST) : found.first]) if n), None)


def _behind(sentence: Sentence, found: Candidate) -> Candidate | None:
    return next((n for n in sentence.numbers[found.after : found.after + _LIST] if n), None)


def _opens_sentence(sentence: Sentence, found: Candidate) -> bool:
    """Tell "1. Killed" and "(a 1) Killed"."""
    if found.first and not (found.first == 1 and sentence.lowers[0] in "(["):
        return False
    if found.after > found.first + 1:
        return False  # "3 mio. people"
    closed = sentence.lowers[found.after] in (")", ".", "]") and sentence.adjacent(found.after)
    return closed and found.after + 1 < sentence.size


def _marks_item(sentence: Sentence, found: Candidate) -> bool:
    """Tell "(2) The": small, in brackets, before a capital."""
    bracket = sentence.lowers[found.first - 1] == "(" and sentence.lowers[found.after] == ")"
    if not bracket or not sentence.is_capital(found.after + 1) or _is_of_places(sentence, found):
        return False
    return found.value is not None and found.value <= 20
