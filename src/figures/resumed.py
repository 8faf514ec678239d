"""Bare numbers that take up what the sentence before them counted: "By Friday it was *70*.", "In Dor, *20*."."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_KINDS = frozenset(("digits", "range", "words"))
_STOP = frozenset((";", ":", "|", ".", "!", "?"))
_SMALL = s.TRANSPARENT | s.OTHER
_FAR = 320  # characters between what was counted and a bare number
_PLACE = 7  # tokens of the place or time that a bare number is told of
_SAYS_NOTHING = frozenset(("", "default", "noun"))
_STOPS = frozenset(("", ".", ";", "!"))
_CAPITALS = 2  # tokens of a name that opens a sentence
_NAMED = 6  # tokens of what a colon tells of
_TAIL = 8  # tokens of the place behind a bare number
_IT = frozenset(("figure", "figures", "it", "number", "that", "there", "these", "this", "those", "total"))
_CUE_ENDS = ("by", "from", "in", "of", "on", "to")
_PAUSES = frozenset((",", "–", "—", "-"))
_QUOTES = frozenset('"“”')
_ENDS = frozenset(("", ",", ".", ";", "!", "?", "–", "—", ")", '"', "”"))
_NOWHERE = frozenset(("by", "for", "of", "per", "to", "with"))
_WHEN = frozenset(("at", "by", "in", "on", "since", "until"))


def resumes(sentence: Sentence, lexicon: Compiled, found: Candidate, told: Candidate) -> bool:
    """Tell a bare number of what was told before: "He said it was *70*.", "The imam counts *13*.", "In Dor, *20*."."""
    if (
        found.kind not in _KINDS
        or told.rule in _SAYS_NOTHING
        or not 0 <= sentence.starts[0] - told.end < _FAR
        or sentence.cell
    ):
        return False
    if not _is_closed(sentence, found.after):
        return False
    at = found.first - 1
    while at >= 0 and (sentence.words[at].before is not None or sentence.words[at].flags & _SMALL):
        at -= 1
    if at < 0:
        return _stands_alone(sentence, found)
    word, token = sentence.words[at], sentence.lowers[at]
    if word.flags & s.BE:
        return sentence.lowers[at - 1] in _IT
    if token in _QUOTES and at == 0:
        return found.kind != "range" and sentence.lowers[found.after] in _ENDS
    if f"{sentence.lowers[at - 1]} {token}" in lexicon.lists.comparisons:
        return True  # "that *compares with* 12 in May"
    if token in ("at", "to"):
        return at > 1 and sentence.lowers[at - 1] in _IT
    if token == "of":
        return sentence.lowers[at - 1] in lexicon.lists.speaking
    if at < _CAPITALS and word.strange and sentence.raw_at(at).istitle():  # "Bol 12."
        return sentence.lowers[found.after] in _STOPS and (at == 0 or sentence.is_capital(at - 1))
    cued = word.certainty is not None and token.rpartition(" ")[2] not in _CUE_ENDS
    if cued or word.flags & s.HAVE or token in lexicon.lists.counting:
        passive = sentence.words[at - 1].flags & s.BE  # "the number of dead is *estimated at* 70"
        return not passive and not is_told_more(sentence, found.after)
    if token == ":" or token in _PAUSES and token != "," and _follows_name(sentence, at):
        return _follows_name(sentence, at)
    return _follows_place(sentence, lexicon, found, at)


def _is_closed(sentence: Sentence, at: int) -> bool:
    """Tell whether nothing that a number may count or do follows it: "70.", "70 in Dor", "70 this month"."""
    if sentence.lowers[at] in _ENDS:
        return True
    word = sentence.words[at]
    if word.after is not None:
        at += 1  # "50 *or more*"
    if sentence.lowers[at] in _ENDS or word.flags & (s.CONJ | s.TRANSPARENT):
        return sentence.lowers[at + 1] != "than"  # "that is 12 *more than* in May"
    if word.flags & s.PREP:
        return sentence.lowers[at] not in _NOWHERE
    behind = sentence.words[at + 1]
    return word.flags & s.DET != 0 and behind.unit is not None and behind.unit.kind == "time"


def is_told_more(sentence: Sentence, at: int) -> bool:
    """Tell whether the clause of a number goes on with a verb: "said 40 in Dor *were hurt*"."""
    for index in range(at, min(sentence.size, at + _TAIL)):
        if sentence.lowers[index] in _ENDS:
            return False
        if sentence.words[index].flags & s.AUX or sentence.words[index].forms & s.PAST:
            return True
    return False


def _stands_alone(sentence: Sentence, found: Candidate) -> bool:
    """Tell a sentence that is no more than a number with its place: "Two in the yard."."""
    first = found.after + (sentence.lowers[found.after] == "more")
    if not sentence.words[first].flags & s.PREP and first == found.after or found.kind == "range":
        return False
    for index in range(first, sentence.size):
        word = sentence.words[index]
        if word.flags & s.AUX or word.is_verb_only or index - found.after > _TAIL:
            return False
        if sentence.lowers[index] in _STOP:
            break
    return True


def _follows_name(sentence: Sentence, mark: int) -> bool:
    """Tell a number of which a day or place is told before a colon: "Day 6: *21*.", "In Dor: *20*."."""
    number, word = sentence.numbers[mark - 1], sentence.words[mark - 1]
    dated = number is not None and number.skipped is not None or word.flags & (s.MONTH | s.WEEKDAY)
    newly = sentence.words[0].flags & s.OTHER  # "New since Sunday: 12"
    named = newly or word.strange and sentence.is_capital(mark - 1)
    if mark > _NAMED or not dated and not named:
        return False
    for index in range(mark):
        word = sentence.words[index]
        if word.flags & s.AUX or word.is_verb_only or word.noun is not None and word.plural:
            return False
    return True


def _follows_place(sentence: Sentence, lexicon: Compiled, found: Candidate, at: int) -> bool:
    """Tell a number of which only the place or time is told: "In Dor, *20*.", "Nearly all – *570* – came from Bol"."""
    if sentence.lowers[at] not in _PAUSES or at > _PLACE or at == 0:
        return False
    first = 0
    while first < at and sentence.lowers[first] in _QUOTES | {"and", "but"}:
        first += 1
    while first < at and sentence.words[first].before is not None:
        first += 1  # "nearly all"
    token = sentence.lowers[first]
    if token in lexicon.lists.wholly:
        parts = all(word.flags & s.INCLUSION for word in sentence.words[first + 1 : at])
        return parts and sentence.lowers[found.after] in _PAUSES
    if not sentence.words[first].flags & s.PREP and token not in _WHEN:
        return False
    for index in range(first + 1, at):
        word = sentence.words[index]
        if sentence.lowers[index] in _STOP or sentence.lowers[index] in _PAUSES or word.flags & s.AUX:
            return False
    return not is_told_more(sentence, found.after)
