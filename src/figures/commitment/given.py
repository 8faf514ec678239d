"""What is so already, whatever is planned: "up from 4.4 million", "the past 50 years", somebody's age."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment.speech import is_age
from figures.lexicon import senses as s
from figures.tokens import Sentence

_BASES = (["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"], ["addition", "to"])
_OVER = frozenset(("over the last", "over the past"))
_GONE = frozenset(("last", "past", "previous"))
_NOW = frozenset(("current", "currently", "existing", "present", "present-day", "today's", "today’s"))
#: What is held against the present: "from its current 4.75%", not "will feed the current 300 families".
_AGAINST = frozenset(("above", "below", "beyond", "from", "over", "than", "under"))
_LONG_BASES = (["on", "top", "of"],)


def is_past(sentence: Sentence, found: Candidate) -> bool:
    """Tell a number that stands for what is so already: "up from 4.4 million", "840,000 households so far"."""
    at = found.first - 1
    while at > 0 and (sentence.words[at].before is not None or sentence.words[at].flags & s.DET):
        at -= 1
    if sentence.lowers[at] in _NOW:
        at -= 1
        while at > 0 and sentence.words[at].flags & s.DET:
            at -= 1
        if sentence.lowers[at] in _AGAINST:
            return True
    counted = sentence.numbers[max(0, at - 3) : max(0, at)]
    if sentence.lowers[at] == "of" and at + 1 < found.first and any(n is not None for n in counted):
        return True  # "240,000 of the 410,000 affected"
    before = sentence.lowers[max(0, at - 2) : at + 1]
    if sentence.lowers[at] in _GONE and sentence.words[at - 1].flags & s.DET or sentence.lowers[at] in _OVER:
        return True  # "wanted them to repay what they had earned over the past 50 years"
    if before[-1:] == ["from"] and "to" in sentence.lowers[found.after : found.after + 3]:
        return True  # "cut from 11,500 to 9,000"
    if before[-2:] in _BASES or before in _LONG_BASES:
        return True
    behind = sentence.lowers[found.after : found.after + 4]
    if "ago" in behind:
        return True  # "built 30 years ago so that it would hold"
    return "so far" in behind or "so" in behind and "far" in behind


def is_own_age(sentence: Sentence, found: Candidate) -> bool:
    """Tell the age somebody has already: "the 24-year-old will lead", not "will be 30 years old"."""
    return is_age(sentence, found) and not sentence.words[found.first - 1].flags & s.BE
