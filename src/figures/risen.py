"""Counts in brackets behind a share: what it is of, or what rose or fell by it: "deaths fell 9% (*235* and *258*)"."""

from __future__ import annotations

from figures.antecedents import COUNTED, in_place
from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.phrase import read_nouns
from figures.tokens import Sentence

_BEHIND = 8  # tokens between a share and its bracket: "on the week before"
_BRACKET = 14  # tokens of such a bracket
_REACH = 40  # tokens between what rose and its share
_PHRASE = 5  # tokens of a noun with its modifiers, and "rise in" before it
_CHANGES = s.CHANGE_VERB | s.CHANGE_NOUN
_LEAST = 10  # alone in its bracket; less is a footnote


def risen(sentence: Sentence, found: Candidate, earlier: list[Candidate]) -> int | Candidate | None:
    """Return the noun that a number in such a bracket counts, or a number that counts the same; None elsewhere."""
    previous = earlier[-1]
    if previous.unit_id != "percent":
        return _first_of_two(sentence, found, earlier) if previous.implied and len(earlier) > 1 else None
    at = found.first - 1
    if sentence.lowers[at] == "=" and sentence.lowers[at - 1] == "n":
        at -= 2
    whole = isinstance(found.value, int) and found.value >= _LEAST
    if sentence.lowers[at] != "(" or not whole or at - previous.right > _BEHIND:
        return None
    for index in range(previous.right, at):
        if sentence.lowers[index] in ",;:.)" or sentence.numbers[index] is not None:
            return None
    of = previous.phrase.complement if previous.phrase is not None else None
    if of is not None and of.head is not None and of.noun is not None:
        return of.head if sentence.words[of.head].plural else None
    noun = _behind(sentence, found)
    return noun if noun >= 0 else _before(sentence, previous)


def _first_of_two(sentence: Sentence, found: Candidate, earlier: list[Candidate]) -> Candidate | None:
    """Return the first of two numbers in one bracket: "(235 last week and *207* this week)"."""
    first = earlier[-1]
    if earlier[-2].unit_id != "percent" or first.noun is None or sentence.lowers[first.first - 1] not in "(=":
        return None
    between = sentence.lowers[first.after : found.first]
    joined = sentence.words[found.first - 1].flags & s.CONJ != 0 or sentence.lowers[found.first - 1] == ","
    return first if joined and len(between) < _BRACKET and ")" not in between else None


def _behind(sentence: Sentence, found: Candidate) -> int:
    """Return the noun of "9% (235) *increase in deaths*", -1 where there is none."""
    for at in range(found.after, found.after + _BRACKET):
        if sentence.lowers[at] == ")":
            if not sentence.words[at + 1].flags & s.CHANGE_NOUN or sentence.lowers[at + 2] not in (
                "in",
                "of",
            ):
                return -1
            told = read_nouns(sentence, at + 3)
            return told.head if told.head is not None and told.noun is not None else -1
    return -1


def _before(sentence: Sentence, share: Candidate) -> int | Candidate | None:
    """Return what rose or fell: the nearest noun before its share, or what the last such bracket counted."""
    for at in range(share.first - 1, max(-1, share.first - _REACH), -1):
        word, other = sentence.words[at], sentence.numbers[at]
        if other is not None and other.implied and other.noun is not None and other is not share:
            return other if sentence.lowers[other.first - 1] in "(=" or other.like is not None else None
        if word.noun is None or word.strange or not (word.plural or word.noun.cls == "label"):
            continue
        if word.noun.cls in COUNTED and not in_place(sentence, at):
            around = sentence.words[max(0, at - _PHRASE) : share.first]
            return at if any(other.flags & _CHANGES for other in around) else None
    return None
