"""Results of matches and odds: "won 3-0", "beat her 6-4 5-7 7-6", "at 8-1". What goes down or is level is no range."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips.look import after_currency, is_participle
from figures.tokens import Sentence

_DIGITS = 3  # of the highest score
_BEFORE, _BEHIND = 9, 8  # tokens around a pair in which a match may be told of
_SETS = 12  # tokens behind a set in which the next ones are looked at
_PHRASE = 3  # words of what a pair counts
_VOTED = 4  # tokens around a pair in which it may be said to be of votes
_HYPHENS = ("-", "–")
_BRACKETS = (",", "(", ")")


def score(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find both numbers of a result; the right one goes with the left one, which is judged first."""
    first, after = found.first, found.after
    if sentence.lowers[first - 1] in _HYPHENS and sentence.adjacent(first):
        left = sentence.numbers[first - 2]
        if left is None or left.skipped is None or not (_is_small(left) and _is_small(found)):
            return None
        return None if _is_counted(sentence, lexicon, found) else left.skipped  # "third seed 6-1"
    if sentence.lowers[after] not in _HYPHENS or not sentence.adjacent(after):
        return None
    other = sentence.numbers[after + 1]
    if other is None or not sentence.adjacent(after + 1) or not (_is_small(found) and _is_small(other)):
        return None
    if sentence.lowers[other.after] in _HYPHENS and sentence.adjacent(other.after):
        return None  # "88-41-3"
    if _is_counted(sentence, lexicon, other) or after_currency(sentence, lexicon, found):
        return None
    if _falls(sentence, found):
        near = sentence.lowers[max(0, first - _VOTED) : other.after + _VOTED]
        return None if not lexicon.lists.ballots.isdisjoint(near) else "score"
    if _is_beside_set(sentence, found, other) or _is_between_sides(sentence, found, other):
        return "score"
    near = sentence.lowers[max(0, first - _BEFORE) : other.after + _BEHIND]
    return "score" if not lexicon.lists.scores.isdisjoint(near) else None


def _is_small(found: Candidate) -> bool:
    digits = found.sentence.lowers[found.first]
    return found.after == found.first + 1 and len(digits) <= _DIGITS and digits.isdecimal()


def _falls(sentence: Sentence, left: Candidate) -> bool:
    """Tell "5-1" and "2-2" from "3-5", which may be a range."""
    return int(sentence.lowers[left.first]) >= int(sentence.lowers[left.after + 1])


def _is_counted(sentence: Sentence, lexicon: Compiled, right: Candidate) -> bool:
    """Tell "10-5 km" and "4-3 dead" from "a 2-1 loss" and "the 7-3 Tests defeat"."""
    at = right.after
    behind, raw = sentence.words[at], sentence.raw_at(at)
    if behind.flags & s.PREP and raw not in lexicon.symbols or sentence.lowers[at] in lexicon.lists.scores:
        return False  # "30-40 down", "5-4 winners"
    if raw == "%" or behind.unit is not None or is_participle(sentence, right) or behind.adjectives:
        return True
    if raw in lexicon.symbols and raw != "in":
        return True
    for near in range(at, at + _PHRASE):  # "9-8 very poor families"
        word = sentence.words[near]
        if word.noun is not None and word.plural:
            return not sentence.is_capital(near)
        if word.flags or not sentence.raw_at(near).islower():
            return False
    return False


def _is_beside_set(sentence: Sentence, left: Candidate, right: Candidate) -> bool:
    """Tell "4-6" in a row of sets: "6-3 4-6 6-2", "4-6 7-6 (8-6)"."""
    first = left.first
    before = sentence.numbers[first - 1]
    if before is None and sentence.lowers[first - 1] in _BRACKETS:
        before = sentence.numbers[first - 2]
    if before is not None and before.skipped == "score":
        return True
    for at in range(right.after, min(sentence.size, right.after + _SETS)):
        if sentence.lowers[at] in _HYPHENS:
            other, last = sentence.numbers[at - 1], sentence.numbers[at + 1]
            if other is None or last is None or not (_is_small(other) and _is_small(last)):
                return False
            if _falls(sentence, other):
                return True
        elif sentence.numbers[at] is None and sentence.lowers[at] not in _BRACKETS:
            return False
    return False


def _is_between_sides(sentence: Sentence, left: Candidate, right: Candidate) -> bool:
    """Tell "Samoa 17-28 Tonga"."""
    before, behind = left.first - 1, right.after
    if not sentence.is_capital(before) or not sentence.is_capital(behind):
        return False
    if sentence.words[before].flags & ~s.TRANSPARENT or sentence.words[before].is_verb_only:
        return False
    word = sentence.words[behind]
    if word.noun is not None and word.plural:
        return False
    return sentence.raw_at(behind).isalpha() and not sentence.raw_at(behind).isupper()
