"""Scales: numbers behind the name of a scale ("magnitude 6.8", "M 4.2"), and decimals that a quake makes one."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause.evidence import STOP
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import UnitSense
from figures.tokens import Sentence

#: What may stand between a scale and its number: "magnitude of 6.8".
LINKS = frozenset((":", "of", "(", "at"))
_STRONGEST = 10  # no earthquake has this magnitude
_LINKED = 3  # tokens between a scale and its number
_QUAKE = 7  # tokens between a quake and its magnitude


def scale_before(sentence: Sentence, lexicon: Compiled, found: Candidate) -> tuple[UnitSense, int] | None:
    """Find a scale that stands before its number: "magnitude 6.8", "Magnitude: 5.9"."""
    at = found.first - 1
    if sentence.lowers[at] in lexicon.lists.magnitudes and _is_signed(sentence, found):
        scale = lexicon.words["magnitude"].unit
        return (scale, at) if scale is not None else None
    last = at - _LINKED if at >= _LINKED else -1
    for at in range(found.first - 1, last, -1):
        word = sentence.words[at]
        if word.unit is not None and word.unit.dimension == "scale":
            return word.unit, at
        if not (word.before or sentence.lowers[at] in LINKS):
            return None
    return None


def is_magnitude(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell a bare decimal behind a quake or a scale: "a quake *measuring 6.1*", "of magnitude 5.1 *and 5.8*"."""
    if "." not in sentence.lowers[found.after - 1] or found.high is None or found.high >= _STRONGEST:
        return False
    for at in range(found.first - 1, max(-1, found.first - 1 - _QUAKE), -1):
        word, token = sentence.words[at], sentence.lowers[at]
        if token in lexicon.lists.quakes or word.unit is not None and word.unit.dimension == "scale":
            return True
        if token in STOP or word.noun is not None or word.flags & (s.AUX | s.CONTRAST):
            break
    return False


def _is_signed(sentence: Sentence, found: Candidate) -> bool:
    """Tell "M 4.2", the sign of a magnitude before a decimal below ten, from an initial."""
    small = found.value is not None and 1 <= found.value < _STRONGEST
    return small and "." in sentence.lowers[found.first] and sentence.raw_at(found.first - 1)[0] == "M"
