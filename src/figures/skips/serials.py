"""Numbers that stand in a pattern of marks: telephone and serial numbers, coordinates, list marks."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_GROUPS = 8  # the longest serial number looked at, in groups
_COMPASS = ("n", "s", "e", "w", "north", "south", "east", "west", "lat", "long")
_DASHES = ("-", "–")


def phone(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find telephone numbers, ISO dates and serial numbers: three or more digit groups joined by hyphens."""
    if found.kind != "digits":
        return None
    if _has_country_code(sentence, found) or _has_trunk_zero(sentence, found):
        return "phone"
    groups = _groups(sentence, found.first)
    if len(groups) < 3:
        return None
    dated = len(groups[0]) == 4 and groups[0][:2] in ("19", "20") or len(groups[-1]) == 4
    return "date" if dated else "phone"


def _has_country_code(sentence: Sentence, found: Candidate) -> bool:
    """Tell "+963 11 ..." from a plus before a count."""
    if sentence.lowers[found.first - 1] != "+" or not sentence.adjacent(found.first):
        return False
    more = sentence.numbers[found.after] is not None or len(sentence.lowers[found.first]) > 6
    return more and (found.value or 0) > 9


def _has_trunk_zero(sentence: Sentence, found: Candidate) -> bool:
    """Tell "0800 555 014": no count begins with a zero and stands before more digits."""
    digits, behind = sentence.lowers[found.first], sentence.lowers[found.after]
    return len(digits) > 2 and digits[0] == "0" and digits.isdigit() and len(behind) > 2 and behind.isdigit()


def _groups(sentence: Sentence, first: int) -> list[str]:
    """Return the digit groups that hang together by hyphens around a token."""
    lowers, at = sentence.lowers, first
    while at >= 2 and first - at < _GROUPS and lowers[at - 1] in _DASHES:
        if not (sentence.adjacent(at) and lowers[at - 2].isdigit()):
            break
        at -= 2
    groups, behind = [lowers[at]], at + 1
    while len(groups) < _GROUPS and sentence.lowers[behind] in _DASHES:
        if not (sentence.adjacent(behind) and sentence.lowers[behind + 1].isdigit()):
            break
        groups.append(lowers[behind + 1])
        behind += 2
    return groups


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
    return "footnote" if before in ("[", "(") and behind == "]" else None


def _opens_sentence(sentence: Sentence, found: Candidate) -> bool:
    """Tell "1. Killed" and "(a 1) Killed"."""
    if found.first and not (found.first == 1 and sentence.lowers[0] in "(["):
        return False
    closed = sentence.lowers[found.after] in (")", ".", "]") and sentence.adjacent(found.after)
    return closed and found.after + 1 < sentence.size


def _marks_item(sentence: Sentence, found: Candidate) -> bool:
    """Tell "(2) The": small, in brackets, before a capital."""
    bracket = sentence.lowers[found.first - 1] == "(" and sentence.lowers[found.after] == ")"
    if not bracket or not sentence.is_capital(found.after + 1):
        return False
    return found.value is not None and found.value <= 20
