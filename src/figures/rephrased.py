"""Sizes read as counts: "the number of nurses killed in the raid has risen to 9" says what "2 nurses killed ..." says.

The subject between "of" and the verb that leads to the size becomes a sentence of its own with a number before it, so
that all rules for what a number counts hold for it too.
"""

from __future__ import annotations

from figures.candidates import Candidate
from figures.changes import is_step
from figures.clause.evidence import STOP
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence, as_counted

_SUBJECT = 26  # tokens between a size and the word for it
_LEADS = s.AUX | s.LEVEL | s.CHANGE_VERB | s.LINKING | s.TRANSPARENT
_VERBAL = s.AUX | s.LEVEL | s.CHANGE_VERB | s.LINKING | s.TRANSPARENT | s.NEG
_AT = frozenset(("at", "from", "to", "with"))
_OF = " of "
_ARTICLES = frozenset(("a", "an"))


def rephrased(sentence: Sentence, lexicon: Compiled, found: Candidate) -> tuple[int, Sentence] | None:
    """Return the word for the size that a number is, with what it is the size of as a sentence that counts it."""
    at = found.first - 1
    word = sentence.words[at]
    while at > 1 and (word.before is not None and not word.flags & s.LEVEL or word.flags & s.DET):
        at -= 1
        word = sentence.words[at]
    if at < 2 or not (word.flags & _LEADS or word.certainty is not None or sentence.lowers[at] in _AT):
        return None
    if word.flags & s.CHANGE_VERB and is_step(sentence, found):
        return None  # "the number of people in debt rose *9,000* to 2 million"
    size = _size(sentence, at)
    if size < 0 or sentence.lowers[at] in _AT and not _leads_to(sentence, size, at):
        return None
    known = _OF in sentence.lowers[size]  # "number of refugees" is one entry
    behind = size + 1 + (sentence.lowers[size + 1] in ("for", "of"))
    end = _subject_end(sentence, size, at)
    if end < (size if known else behind):
        return None
    start = sentence.text.find("of", sentence.starts[size]) + 3 if known else sentence.starts[behind]
    return size, as_counted(sentence.text, start, sentence.ends[end], lexicon)


def _size(sentence: Sentence, at: int) -> int:
    """Return the word for a size before a verb, -1 where none stands in its clause."""
    words, lowers = sentence.words, sentence.lowers
    for index in range(at - 1, max(-1, at - _SUBJECT), -1):
        word, token = words[index], lowers[index]
        number = sentence.numbers[index]
        if token in STOP or token == "," and index < at - 1 or word.flags & s.CONTRAST:
            return -1
        if number is not None and number.skipped is None and not _is_start(sentence, number, at):
            return -1
        if _OF in token and word.noun is not None and word.noun.cls == "label":
            return index
        if word.flags & s.SIZE and lowers[index + 1] == "of" or token[-8:] == "total of":
            return index
        if lowers[index + 1] == "for" and (
            token == "figures" or word.flags & s.SIZE and token[:6] != "number"
        ):
            return index  # "the figure for men held is 12", but "the number for help is 112"
    return -1


def _leads_to(sentence: Sentence, size: int, at: int) -> bool:
    """Tell "has risen to" and "puts the number of dead at" from "a large number of men blocked the road to"."""
    if sentence.words[at - 1].flags & (s.CHANGE_VERB | s.LEVEL) or sentence.numbers[at - 1] is not None:
        return True
    return _ARTICLES.isdisjoint(sentence.lowers[max(0, size - 3) : size])


def _is_start(sentence: Sentence, number: Candidate, at: int) -> bool:
    """Tell where a change began or by how much it was: "rose from 40 to 57", "fell by 20% to"."""
    return number.right >= at - 1 and sentence.lowers[at] == "to"


def _subject_end(sentence: Sentence, size: int, at: int) -> int:
    """Return the last token of a subject: what stands before the verbs that lead to its size."""
    end = at
    while end > size and (
        end == at
        or sentence.words[end].flags & _VERBAL
        or sentence.lowers[end] in _AT
        or sentence.words[end].certainty is not None
        or sentence.words[end].before is not None  # "has *more than* doubled, from"
        or sentence.lowers[end] == ","
        or sentence.numbers[end] is not None
        or sentence.words[end].unit is not None
        and sentence.numbers[end - 1] is not None
    ):
        end -= 1
    return end
