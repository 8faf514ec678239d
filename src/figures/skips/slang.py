"""Digits that spell a word in messages: "2day", "every1", "fuel 4 the pump", "waiting 2 register"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips.look import counts
from figures.tokens import Sentence

_FEW = s.PREP | s.CONJ | s.NEG | s.BE | s.HAVE | s.DO | s.MODAL | s.REL | s.SUB | s.MONTH | s.CLOCK
_ENDS_NOTHING = s.PREP | s.CONJ | s.BE | s.HAVE | s.DET | s.IDENTIFIER | s.MONTH
_AROUND = 300  # characters of a line in which other slang is looked for


def spells(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find the digits that are spoken as a word or a part of one."""
    token, first = sentence.lowers[found.first], found.first
    if len(token) != 1 or found.kind != "digits":
        return None
    slang = lexicon.lists.slang
    if sentence.adjacent(found.after) and token + sentence.lowers[found.after] in slang:
        return None if sentence.words[found.after].unit is not None and _is_long(sentence, found) else "slang"
    if token in "24" and sentence.adjacent(found.after) and _is_spoken(sentence, found.after):
        return "slang"
    if first and sentence.adjacent(first):
        return "slang" if sentence.lowers[first - 1] + token in slang else None
    if token in "24" and first and found.after < sentence.size and _is_to_or_for(sentence, lexicon, found):
        return "slang" if _is_message(sentence, lexicon, found) else None
    return None


def _is_spoken(sentence: Sentence, at: int) -> bool:
    """Tell the word behind "2the" and "4my", which no number counts."""
    word = sentence.words[at]
    return word.flags & (s.DET | s.PRON) != 0 and word.unit is None and len(sentence.lowers[at]) > 1


def _is_long(sentence: Sentence, found: Candidate) -> bool:
    """Tell "a 2day workshop", which lasts two days."""
    article = sentence.words[found.first - 1].flags & s.DET and found.first > 0
    behind = sentence.words[found.after + 1]
    return bool(article) or behind.noun is not None and not sentence.is_capital(found.after + 1)


def _is_to_or_for(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell whether "2" or "4" stands where "to" or "for" can, and counts nothing."""
    before, behind, at = sentence.words[found.first - 1], sentence.words[found.after], found.after
    if (
        before.flags & _ENDS_NOTHING
        or before.before is not None
        or not sentence.lowers[at - 2][-1:].isalnum()
    ):
        return False
    if sentence.numbers[found.first - 1] is not None or sentence.adjacent(at):
        return False
    number = sentence.numbers[at]
    if number is not None:
        return sentence.lowers[found.first] == "4" and number.kind in ("digits", "words")
    if behind.flags & (s.DET | s.PRON):
        return True
    if behind.flags & _FEW or behind.unit is not None or counts(sentence, found):
        return False
    if sentence.lowers[at] in lexicon.lists.aims:
        return True
    if behind.forms & s.BASE and not behind.forms & s.PARTICIPLE and not behind.plural:
        return before.flags & s.NEG == 0
    return sentence.is_capital(at) and behind.strange and not sentence.lowers[at].endswith("s")


def _is_message(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell whether the line has other words of messages in it."""
    text = sentence.text
    start = text.rfind("\n", max(0, found.start - _AROUND), found.start) + 1 or max(0, found.start - _AROUND)
    end = text.find("\n", found.end, found.end + _AROUND)
    line = text[start : end if end >= 0 else found.end + _AROUND].lower()
    if "!!" in line or line[:1] == "@" or " @" in line or "http" in line or "#" in line:
        return True
    return not lexicon.lists.slang.isdisjoint(
        line.replace(",", " ").replace(".", " ").replace("!", " ").split()
    )
