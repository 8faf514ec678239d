"""Appositions between a phrase and its verb: "six men, *accused of arson,* were held"."""

from __future__ import annotations

from figures.clause.evidence import PARTICIPLE_OR_ADJECTIVE, STOP, says
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_LONGEST = 24  # tokens of an apposition
#: Those of a group of whom it tells: "50 men, *many* of whom were armed, *others* ..., were held".
_SOME = frozenset(("all", "both", "each", "many", "most", "others", "several", "some"))


def behind_apposition(sentence: Sentence, lexicon: Compiled, index: int, classes: tuple[str, ...]) -> int:
    """Return the index behind an apposition that a comma opens and that tells nothing, else that of the comma."""
    opener = sentence.words[index + 1]
    if opener.flags & s.AGE_BEFORE:
        return _behind_ages(sentence, index)
    told = opener.certainty is not None or opener.forms & s.PARTICIPLE
    if not told and sentence.lowers[index + 1] not in _SOME:
        return index  # most of all
    if opener.forms and says(lexicon, opener, PARTICIPLE_OR_ADJECTIVE, classes) is not None:
        return index  # "six men, *wounded* in the raid, were there"
    for at in range(index + 2, min(sentence.size, index + _LONGEST)):
        word = sentence.words[at]
        if sentence.lowers[at] == ",":
            if sentence.words[at + 1].flags & s.AUX:
                return at + 1
        elif sentence.lowers[at] in STOP or word.flags & s.CONTRAST:
            break
        elif word.flags & s.AUX and not sentence.words[at - 1].flags & (s.PRON | s.REL | s.PREP):
            break  # but "believed to be", "what they could"
    return index


def _behind_ages(sentence: Sentence, index: int) -> int:
    """Return the index behind ages between commas: "three girls, *aged 4, 7 and 9*, drowned"."""
    at = index + 2
    while (
        sentence.numbers[at] is not None
        or sentence.words[at].flags & s.CONJ
        or sentence.words[at].unit is not None
    ):
        at += 1
        if sentence.lowers[at] == "," and sentence.numbers[at + 1] is not None:
            at += 1
    return at + 1 if sentence.lowers[at] == "," and at > index + 2 else index
