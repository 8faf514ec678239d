"""Marks of items inside running text: "needs: 1. Cash 2. Housing", "first 1) pumps 2) fuel"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_REACH = 400  # characters to the mark before or behind
_CODE = 3  # digits of the shortest label before a message
_COUNTED = 4  # tokens behind a colon that may say what is counted
_WORD = 4  # letters of the last word of a heading
_MOST = 30  # the highest mark
_LEADS = frozenset(":=-–—(,")
_GOVERNS = s.PREP | s.DET | s.CONJ | s.BE | s.HAVE | s.MODAL | s.LEVEL | s.IDENTIFIER | s.MONTH | s.NEG


def inline(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find a mark that the one before it or behind it, a number less or more, shows to be one."""
    mark, value = sentence.lowers[found.after], found.value
    if mark == ":" and not found.start:
        return "identifier" if _opens_text(sentence, found) else None
    if mark == "." and found.value == 1 and _ends_text(sentence, found):
        return "list_mark"
    if mark not in (".", ")", "-") or found.kind != "digits" or not sentence.adjacent(found.after):
        return None
    if not isinstance(value, int) or not 0 < value <= _MOST or sentence.lowers[found.first] != str(value):
        return None
    if mark == "-" and sentence.words[found.after + 1].flags & (s.CONJ | s.PREP):
        return None  # "a 5- and 6-year-old", "10- to 12-inch"
    if sentence.adjacent(found.first) or mark == "." and _is_governed(sentence, found.first - 1):
        return None
    text = sentence.text
    if not _opens_item(text, sentence.ends[found.after], mark):
        return None
    if value == 1 and _is_heading(sentence, found.first - 1):
        return "list_mark"
    after = text.find(f" {value + 1}{mark}", found.end, found.end + _REACH)
    if after >= 0 and _opens_item(text, after + len(str(value + 1)) + 2, mark):
        return "list_mark"
    earlier = max(0, found.start - _REACH)
    before = text.rfind(f"{value - 1}{mark} ", earlier, found.start) if value > 1 else -1
    if before < 0 or not _opens_item(text, before + len(str(value - 1)) + 1, mark):
        return None
    return (
        "list_mark"
        if before == 0 or not text[before - 1].isalnum() and text[before - 1] not in ".,("
        else None
    )


def _ends_text(sentence: Sentence, found: Candidate) -> bool:
    """Tell the mark that a cut left of the next item, "the area of origin 1.", from "Deaths: 1."."""
    first = found.first
    if sentence.lowers[first] != "1" or not first or sentence.adjacent(first) or sentence.cell:
        return False
    if sentence.lowers[found.after] != "." or sentence.lowers[first - 1] in _LEADS:
        return False
    stop = sentence.ends[found.after]
    if len(sentence.text) - stop > _REACH or sentence.text[stop:].strip():
        return False  # more follows; a long text is never copied to learn that
    word = sentence.words[first - 1]
    return not _is_governed(sentence, first - 1) and word.unit is None and not word.plural


def _opens_text(sentence: Sentence, found: Candidate) -> bool:
    """Tell the label before a message, "4636 : the radio works", from a count: "4636: people in need"."""
    digits = sentence.lowers[found.first]
    if found.after > 1 or not digits.isdecimal():
        return False
    if len(digits) < _CODE:  # "19: The rebels claimed"
        return sentence.words[2].flags & (s.DET | s.PRON | s.PREP) != 0 and sentence.is_capital(2)
    for at in range(found.after + 1, found.after + 1 + _COUNTED):
        word = sentence.words[at]
        if word.plural and word.noun is not None or word.unit is not None or word.flags & (s.LEVEL | s.SIZE):
            return False
        if sentence.numbers[at] is not None:
            return False
    return sentence.lowers[found.after + 1] != ""


def _is_governed(sentence: Sentence, at: int) -> bool:
    """Tell the count of "killed 2." and "at least 2." from a mark."""
    if at < 0:
        return False
    word = sentence.words[at]
    if word.flags & _GOVERNS or word.before is not None or sentence.lowers[at] == "(":
        return True
    if word.noun is not None:
        return word.noun.strong  # "DEATHS 1. INJURED 2."
    return word.forms & (s.BASE | s.THIRD | s.PAST) != 0


def _is_heading(sentence: Sentence, at: int) -> bool:
    """Tell "SHELTER NEEDS 1. The rains" from "DEATHS 1. INJURED 2", by the capitals."""
    if at < 1 or not sentence.surface(at - 1, at + 1).isupper() or len(sentence.lowers[at]) < _WORD:
        return False
    end = sentence.ends[at + 2]
    return sentence.text[end : end + 12].lstrip()[1:4].strip().islower()


def _opens_item(text: str, at: int, mark: str) -> bool:
    """Tell whether an item follows a mark: a space and a capital, behind a bracket any letter; or the text ends."""
    if not text[at : at + 2].strip() and at + 2 >= len(text):
        return True
    if not text[at : at + 1].isspace():
        return False
    head = text[at : at + 4].lstrip()[:1]
    return head.isupper() or mark in ")-" and head.isalpha()
