"""Pairs: a number and the larger one that corrects it: "12, possibly 15, people", "hundreds if not thousands of"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.records import Bound, Certainty
from figures.tokens import Sentence

_REACH = 6  # tokens between the two numbers
_BOTH = {Bound.AT_LEAST, Bound.AT_MOST}


def corrected(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Candidate | None:
    """Return the number behind one that corrects it, by a cue of its own: "200, perhaps 300, homes"."""
    at, corrects, joined, even = found.after, False, False, lexicon.lists.corrections
    while at < found.after + _REACH and sentence.numbers[at] is None:
        word, token = sentence.words[at], sentence.lowers[at]
        doubted = word.certainty is not None and word.certainty.certainty is Certainty.UNCONFIRMED
        joins = word.flags & s.CONJ != 0 or token == "but"
        if not doubted and not joins and token not in even and token != "," and word.before is None:
            return None
        corrects, joined = corrects or doubted or token in even, joined or joins
        at += 1
    following = sentence.numbers[at] if corrects or joined else None
    if following is None or following.skipped is not None:
        return None
    if corrects and (found.high or 0) < (following.high or 0):
        return following
    if joined and sentence.lowers[found.first - 1] == "not" and sentence.lowers[found.after] == "but":
        return following  # "not 12 but 15 homes"
    return following if joined and _opposed(sentence, found, following) else None


def _opposed(sentence: Sentence, left: Candidate, right: Candidate) -> bool:
    """Tell "as many as 900 but as few as 200": one bound from above, and a smaller one from below."""
    first, second = sentence.words[left.first - 1].before, sentence.words[right.first - 1].before
    if first is None or second is None or {first.bound, second.bound} != _BOTH:
        return False
    return (first.bound is Bound.AT_MOST) == ((left.high or 0) > (right.high or 0))


def close_asides(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> None:
    """Let a number that corrects the one before it own the comma that ends its aside: the noun stands behind it."""
    for left in candidates:
        if left.skipped is not None or sentence.lowers[left.after] != ",":
            continue
        right = corrected(sentence, lexicon, left)
        closed = right is not None and sentence.lowers[right.after] == ","
        if right is not None and closed and _counts(sentence, right.after + 1):
            sentence.numbers[right.after] = right
            right.after += 1


def _counts(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun that may be counted follows: "(of) people"."""
    if sentence.lowers[at] == "of":
        at += 1
    word = sentence.words[at]
    return word.noun is not None and word.plural and sentence.numbers[at] is None
