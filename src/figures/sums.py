"""Sums of money that name no currency: "spends millions on roads", "worth billions", "billions in unpaid taxes"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause import says_of_money
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_LEAST = 1_000_000
_KINDS = frozenset(("digits", "range", "vague", "words"))
_ASIDE = 6  # tokens from the bracket behind a sum to the same sum in another currency
_IN = 4  # tokens behind "in" that may name what money comes as


def is_sum(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell millions that are spent, earned or owed from millions of people."""
    if found.kind not in _KINDS or found.low is None or found.low < _LEAST:
        return False  # most of all
    behind = sentence.words[found.after]
    if behind.nominals and not behind.plural and sentence.words[found.first - 1].flags & s.DET:
        return says_of_money(lexicon, behind) is not None  # "a 3m grant"
    if behind.flags & s.DET or behind.noun is not None and not behind.verbs:
        return False  # "cost millions their homes"
    at = found.first - 1
    while at > 0 and _is_before(sentence.words[at]):
        at -= 1
    token, paid = sentence.lowers[at], lexicon.lists.spending
    if token == "into":
        return sentence.lowers[at - 1] in lexicon.lists.running_up
    return (
        token in paid
        or _is_spent(sentence, lexicon, found.after)
        or _comes_as(sentence, lexicon, found.after)
    )


def main_sum(sentence: Sentence, earlier: list[Candidate]) -> Candidate:
    """Return the last sum before a number, or the one that it says in another currency: "40m roubles (*$0.5m*)"."""
    last = earlier[-1]
    main = earlier[-2] if len(earlier) > 1 else last
    if main.unit_kind != "currency" or sentence.lowers[main.right] != "(" or last.first - main.right > _ASIDE:
        return last
    return main if ")" in sentence.lowers[last.right : last.right + 2] else last


def _is_before(word: s.Word) -> bool:
    """Tell what may stand between a verb and its sum: "spent *an estimated*", "cost *almost*"."""
    return word.before is not None or word.certainty is not None or word.flags & (s.DET | s.OTHER) != 0


def _is_spent(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell "billions *have been spent*"."""
    while sentence.words[at].flags & (s.AUX | s.TRANSPARENT):
        at += 1
    return sentence.lowers[at] in lexicon.lists.spent


def _comes_as(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell "billions *in unpaid taxes*"."""
    if sentence.lowers[at] != "in":
        return False
    for index in range(at + 1, at + _IN):
        word, token = sentence.words[index], sentence.lowers[index]
        if token in lexicon.lists.gains or word.noun is not None and word.noun.cls == "money":
            return True
        if sentence.numbers[index] is not None or word.flags & (s.PREP | s.DET):
            return False
    return False
