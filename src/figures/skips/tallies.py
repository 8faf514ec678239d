"""Places with their counts in a list, "The cases are in Goma 31, Bukavu 14": no names that end in a number."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.skips.look import counts
from figures.text import COUNTED
from figures.tokens import Sentence

_PARTING = frozenset((",", ";", "in"))
_HEAD = 30  # tokens before a list of places in which the counted noun is looked for
_ITEMS = 12  # tokens between the mark of a label and the last but one of its items
_LIST = 5  # tokens between the counts of a list of places


def is_tally(sentence: Sentence, found: Candidate) -> bool:
    """Tell a list of places with their counts: "The cases are in Goma 31, Bukavu 14"."""
    at = found.first - 1
    if sentence.words[at - 1].flags & s.DET or not _is_counting(sentence, at):
        return False
    for other in beside(sentence, found):
        place = other.first - 1
        if not sentence.is_capital(place) or sentence.words[place - 1].flags & s.DET:
            continue
        left, right = (found, other) if other.first > at else (other, found)
        parted = (
            sentence.lowers[left.after] in _PARTING
            or sentence.lowers[left.after] == "and"
            and (":" in sentence.lowers[max(0, at - _ITEMS) : at])
        )
        if parted and sentence.lowers[at] != sentence.lowers[place]:
            return right.first - left.after <= _LIST
    return False


def _is_counting(sentence: Sentence, at: int) -> bool:
    """Tell whether the words before a list of names say what is counted in it: "The cases are in Goma 31, ..."."""
    for index in range(max(0, at - _HEAD), at):
        word = sentence.words[index]
        if word.noun is not None and (word.noun.strong or word.noun.cls in COUNTED):
            return True
        if sentence.lowers[index + 1] == ":" and (word.adjectives or word.forms & s.PARTICIPLE):
            return True  # "Killed: Goma 31, Bukavu 14"
    return False


def beside(sentence: Sentence, found: Candidate) -> list[Candidate]:
    """Return the numbers right before and behind another."""
    before = sentence.numbers[max(0, found.first - _LIST - 1) : found.first]
    behind = sentence.numbers[found.after : found.after + _LIST + 1]
    near = (next(filter(None, reversed(before)), None), next(filter(None, behind), None))
    return [other for other in near if other is not None and other.kind == "digits"]


def goes_on_counting(sentence: Sentence, found: Candidate) -> bool:
    """Tell the next count of a list, "in Al Bab 4 *and in Idlib 2*", from "Final Fantasy 7 *and 8*"."""
    near = sentence.numbers[found.after + 1 : found.after + _LIST]
    other = next(filter(None, near), None)
    return other is not None and (other is not near[0] or counts(sentence, other))
