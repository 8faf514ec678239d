"""The whole that a part is taken of: "12 *of* the 300 villagers", "*Among* the 1,300 evacuees were 85 children"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause.parted import parted
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

#: What stands between a part and its whole.
OF = frozenset(("of", "out of"))
_OPENING = OF | {"among"}


def opens_as_whole(sentence: Sentence, found: Candidate) -> bool:
    """Tell a whole before its part: "Of the 480 rescued, 37 ...", "She said that out of 40 clinics, 12 ..."."""
    if found.unit_kind != "count":
        return False
    at = found.first - 1
    while at > 0 and (
        sentence.words[at].before is not None
        or sentence.words[at].flags & s.DET
        or sentence.lowers[at].endswith(s.OWNS)
    ):
        at -= 1
    if sentence.lowers[at] not in _OPENING or at and sentence.lowers[at - 1] not in (",", "that"):
        return False
    return sentence.lowers[at] != "of" or parted(sentence, at) < 0  # "the killing, in May, of 12 men, ..."


def is_whole(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell the 300 of "12 of the 300 villagers" and "many of the 300 villagers"."""
    at = found.left - 1
    if not sentence.words[at].flags & (s.DET | s.PREP) and sentence.lowers[at][-1:] != "s":
        return False  # most of all
    while sentence.words[at].flags & s.DET or sentence.lowers[at].endswith(s.OWNS):
        at -= 1
    token, portions = sentence.lowers[at], lexicon.lists.portions
    if token not in OF:  # "some of" is one entry
        return token.endswith(" of") and token[:-3] in portions and found.unit_kind == "count"
    if sentence.lowers[at - 1] in portions:
        return found.unit_kind == "count"
    part = sentence.numbers[at - 1]
    if sentence.lowers[at - 1] == "%" or sentence.words[at - 1].unit is not None:
        part = sentence.numbers[at - 2]  # "9% of the 55,000 staff"
    if part is not None and part.unit_kind == "ratio" and part is not found:
        asked = found.unit_kind == "currency" and sentence.words[found.right].forms & s.PARTICIPLE
        return found.unit_kind == "count" or bool(asked)  # "half of the $4m *needed*"
    return part is not None and part.phrase is not None and part.phrase.partner is found
