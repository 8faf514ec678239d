"""The clause of a cue of commitment: how far it goes on behind the cue, and before it."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment.speech import goes_on
from figures.lexicon import senses as s
from figures.records import Certainty
from figures.tokens import Sentence

_ATTRIBUTED, _PROJECTED = Certainty.ATTRIBUTED, Certainty.PROJECTED
_BREAKS = frozenset((";", "—", "–", ":", "|", "•"))
MARKS = _BREAKS | frozenset(",()")
#: Tokens between a cue and the farthest number of its clause, where the number follows and where it leads.
_CLAUSE, _CLAUSE_BACK = 40, 12
_SUBJECT = 5  # tokens of a subject up to its verb


def in_clause_behind(sentence: Sentence, found: Candidate, at: int, cue: s.CertaintyCue) -> bool:
    """Tell whether the clause of a cue goes on up to a number behind it."""
    if found.first - at - 1 > _CLAUSE:
        return False
    relative = any(word.flags & s.REL for word in sentence.words[max(0, at - 3) : at])
    colon = sentence.lowers[at + 1] == ":"  # of a label: "Target: 900,000"
    plans = (
        cue.certainty is _PROJECTED
        and not sentence.words[at].flags & s.SUB
        and "if" not in sentence.lowers[:at]
    )
    for index in range(at + 1 + colon, found.first):
        if _breaks(sentence, index):
            return False
        other = sentence.words[index].certainty
        if other is not None and other.certainty is _ATTRIBUTED and goes_on(sentence, index):
            return False  # "plans to feed 3.8 million, adding that 400 trucks were there"
        # ", which could displace 5,800 families, cost ..."
        if sentence.lowers[index] == "," and (relative or _opens_clause(sentence, index + 1)):
            return False
        if sentence.lowers[index] == "," and plans and _has_subject(sentence, index + 1):
            return False
    return True


def in_clause_before(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell whether a number before a cue stands in its clause, and has no verb of its own."""
    first, last = found.after, at
    if at and sentence.words[at - 1].flags & s.CONJ:
        return False  # "displaced 4,100 people and could isolate"
    while last > first and sentence.words[last - 1].flags & (s.BE | s.HAVE | s.TRANSPARENT):
        last -= 1  # the auxiliaries of the cue itself
    if sentence.lowers[last - 1] == ",":  # "8,900 incidents, including clashes and shelling, were reported"
        opening = range(first, min(last - 1, first + 5))
        aside = (
            i for i in opening if sentence.lowers[i] == "," and sentence.words[i + 1].flags & s.INCLUSION
        )
        last = next(aside, last)
    if last - first > _CLAUSE_BACK:
        return False
    for index in range(first, last):
        word = sentence.words[index]
        if _breaks(sentence, index) or sentence.lowers[index] == "," and last - first > 8:
            return False
        if word.flags & (s.BE | s.HAVE) or word.is_verb_only and word.forms & (s.PAST | s.THIRD):
            return False
    return True


def _breaks(sentence: Sentence, index: int) -> bool:
    return bool(sentence.words[index].flags & s.CONTRAST) or sentence.lowers[index] in _BREAKS


def _opens_clause(sentence: Sentence, index: int) -> bool:
    """Tell whether a clause begins behind a comma: ", and the army has closed ...", ", cost $90 million"."""
    word = sentence.words[index]
    if word.flags & s.CONJ and any(w.flags & s.AUX for w in sentence.words[index + 1 : index + 5]):
        return True
    return bool(word.is_verb_only and word.forms & (s.PAST | s.THIRD) or word.flags & s.AUX)


def _has_subject(sentence: Sentence, index: int) -> bool:
    """Tell a subject and its verb: "with rains expected, *workers were* piling sandbags"."""
    for at in range(index + 1, min(sentence.size, index + _SUBJECT)):
        word = sentence.words[at]
        if word.flags & (s.BE | s.HAVE) or word.is_verb_only and word.forms & s.PAST:
            cue = word.certainty
            return cue is None or cue.certainty is not _ATTRIBUTED
        if word.flags & (s.PREP | s.CONJ | s.REL | s.SUB | s.MODAL) or sentence.numbers[at] is not None:
            return False
        if sentence.lowers[at] in MARKS:
            return False
    return False
