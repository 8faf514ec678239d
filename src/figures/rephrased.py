"""Sizes read as counts: "the number of nurses killed in the raid has risen to 9" says what "2 nurses killed ..." says.

The subject between "of" and the verb that leads to the size, or what stands behind it, becomes a sentence of its own
with a number before it, so that all rules for what a number counts hold for it too.
"""

from __future__ import annotations

from figures.candidates import Candidate
from figures.changes import is_step
from figures.clause.evidence import STOP, in_place
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence, as_counted

_SUBJECT = 26  # tokens between a size and the word for it
_WHOSE = 8  # tokens between "whose number" and its verb
_FAR = 40  # tokens between "how many" and the answer
_ASIDE = 14  # tokens of an aside between a subject and its verb
_STEP = 12  # tokens between a change and the comma before its end
_LEADS = s.AUX | s.LEVEL | s.CHANGE_VERB | s.LINKING | s.TRANSPARENT
_VERBAL = s.AUX | s.LEVEL | s.CHANGE_VERB | s.LINKING | s.TRANSPARENT | s.NEG
_AT = frozenset(("at", "from", "to", "with"))
_OF = " of "
_AMONG = frozenset(("among", "amongst", "of"))
_ARTICLES = frozenset(("a", "an"))


def rephrased(sentence: Sentence, lexicon: Compiled, found: Candidate) -> tuple[int, Sentence] | None:
    """Return the word for the size that a number is, with what it is the size of as a sentence that counts it."""
    at = found.first - 1
    word = sentence.words[at]
    while at > 1 and (word.before is not None and not word.flags & s.LEVEL or word.flags & s.DET):
        at -= 1
        word = sentence.words[at]
    if at > 0 and (word.flags & _LEADS or word.certainty is not None or sentence.lowers[at] in _AT):
        said = _sized(sentence, lexicon, found, at)
        if said is not None:
            return said
    if (
        found.noun is None
        and "many" in sentence.tokens
        and "many" in sentence.lowers[max(0, found.first - _FAR) : found.first]
    ):
        return _asked(sentence, lexicon, found)
    return None


def _sized(sentence: Sentence, lexicon: Compiled, found: Candidate, at: int) -> tuple[int, Sentence] | None:
    word = sentence.words[at]
    if word.flags & s.CHANGE_VERB and is_step(sentence, found):
        return None  # "the number of people in debt rose *9,000* to 2 million"
    if sentence.words[found.after].flags & s.DET:
        ahead = _ahead(sentence, lexicon, found, at)
        if ahead is not None:
            return ahead
    if at < 2:
        return None
    if sentence.lowers[at - 1] == "," and (sentence.lowers[at] == "to" or word.flags & s.LEVEL):
        at = _behind_step(sentence, at - 1) or at
    end = at
    size = _size(sentence, at)
    if size < 0 and "," in sentence.lowers[max(1, at - _SUBJECT) : at]:
        end = _before_aside(sentence, at)
        size = _size(sentence, end) if end < at else -1
    if size < 0 and "whose" in sentence.lowers[max(0, at - _WHOSE) : at]:
        return _whose(sentence, lexicon, at)
    if size < 0 or sentence.lowers[at] in _AT and not _leads_to(sentence, size, at):
        return None
    known = _OF in sentence.lowers[size]  # "number of refugees" is one entry
    behind = size + 1 + (sentence.lowers[size + 1] in ("for", "of"))
    end = _subject_end(sentence, size, end)
    if end < (size if known else behind):
        return None
    start = sentence.text.find("of", sentence.starts[size]) + 3 if known else sentence.starts[behind]
    return size, as_counted(sentence.text, start, sentence.ends[end], lexicon)


def _before_aside(sentence: Sentence, at: int) -> int:
    """Return the comma behind a subject that an aside parts from its verb: "the number hurt*, said to be 3,* is"."""
    words, lowers, index = sentence.words, sentence.lowers, at - 1
    while index > 0 and lowers[index] != "," and words[index].flags & _VERBAL:
        index -= 1
    closed = (
        lowers[index] == ","
    )  # else the size stands in the aside: "the number hurt, *which he put at 30*"
    for opens in range(index - closed, max(0, index - _ASIDE), -1):
        if lowers[opens] == ",":
            behind = words[opens + 1]
            said = behind.certainty is not None and (closed or opens + 1 == at)
            told = said or behind.flags & s.REL or closed and behind.forms & s.PARTICIPLE
            return opens if told else at
        if lowers[opens] in STOP:
            break
    return at


def _ahead(sentence: Sentence, lexicon: Compiled, found: Candidate, at: int) -> tuple[int, Sentence] | None:
    """Read what stands behind its size: "brought to 31 *the number of nurses killed*", "put at 60 *the men hurt*"."""
    lead, first = sentence.lowers[at], found.after + 1
    if lead == "to" and at:
        told = sentence.words[at - 1].verbs or sentence.words[at - 1].flags & s.CHANGE_VERB
    else:
        put = sentence.words[at - (lead == "at")]
        told = lead[-2:] in _AT and (put.certainty is not None or put.flags & s.LEVEL)
    if not told or sentence.lowers[found.after] != "the" and sentence.lowers[found.after] != "those":
        return None
    word, start = sentence.words[first], sentence.starts[first]
    if _OF in sentence.lowers[first]:
        start = sentence.text.find("of", start) + 3
    elif sentence.lowers[first + 1] == "of" and (word.flags & s.SIZE or word.noun is None):
        start = sentence.starts[first + 2]
    end = first
    while end + 1 < sentence.size and not _ends_object(sentence, end + 1):
        end += 1
    return first, as_counted(sentence.text, start, sentence.ends[end], lexicon)


def _ends_object(sentence: Sentence, at: int) -> bool:
    """Tell the end of what a size stands before."""
    token = sentence.lowers[at]
    return token == "," or token in STOP or sentence.words[at].flags & (s.CONJ | s.CONTRAST) != 0


def _behind_step(sentence: Sentence, comma: int) -> int:
    """Return the index behind a change whose end follows a comma: "*fell* by a third in May, to 128", else 0."""
    for at in range(comma - 1, max(0, comma - _STEP), -1):
        word = sentence.words[at]
        if word.flags & s.CHANGE_VERB:
            return at + 1
        if sentence.lowers[at] == "," or sentence.lowers[at] in STOP or word.flags & (s.AUX | s.CONTRAST):
            break
    return 0


def _whose(sentence: Sentence, lexicon: Compiled, at: int) -> tuple[int, Sentence] | None:
    """Read "the refugees in the camp, *whose number* is put at 300"."""
    for size in range(at - 1, max(1, at - _WHOSE), -1):
        if sentence.words[size].flags & s.SIZE and sentence.lowers[size - 1] == "whose":
            break
    else:
        return None
    named = _named(sentence, lexicon, size - 2 - (sentence.lowers[size - 2] == ","))
    return (size, named) if named is not None else None


def _named(sentence: Sentence, lexicon: Compiled, end: int) -> Sentence | None:
    """Return the last plural up to a token, with what stands behind it, as a sentence that counts it."""
    for first in range(end, max(-1, end - _SUBJECT), -1):
        word = sentence.words[first]
        if (
            sentence.lowers[first] in STOP
            or sentence.lowers[first] == ","
            or sentence.numbers[first] is not None
        ):
            break
        led = in_place(sentence, first) and sentence.lowers[first - 2] not in _AMONG
        if word.noun is not None and word.plural and not led:
            own = sentence.words[first - 1]  # "*displaced* families, whose number"
            start = sentence.starts[first - (own.noun is not None or own.forms & s.PARTICIPLE != 0)]
            return as_counted(sentence.text, start, sentence.ends[end], lexicon)
    return None


def _asked(sentence: Sentence, lexicon: Compiled, found: Candidate) -> tuple[int, Sentence] | None:
    """Read what a question asks the number of: "Asked *how many men were hurt*, he said 40"."""
    for at in range(found.first - 1, max(1, found.first - _FAR), -1):
        if sentence.lowers[at - 1] == "many" and sentence.lowers[at - 2] == "how":
            break
    else:
        return None
    end = at
    while end + 1 < found.first and not _ends_object(sentence, end + 1):
        end += 1
    return at, as_counted(sentence.text, sentence.starts[at], sentence.ends[end], lexicon)


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
