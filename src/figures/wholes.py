"""The whole that a part is taken of: "12 *of* the 300 villagers", "*Among* the 1,300 evacuees were 85 children"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
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
    return sentence.lowers[at] in _OPENING and (at == 0 or sentence.lowers[at - 1] in (",", "that"))
