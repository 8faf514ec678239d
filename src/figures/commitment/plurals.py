"""Plurals that look like a verb of doubt: "suspects on two motorcycles", "claims from 40 farmers"."""

from __future__ import annotations

from figures.lexicon import senses as s
from figures.records import Certainty
from figures.tokens import Sentence

_IN_DOUBT = (Certainty.UNCONFIRMED, Certainty.DISPUTED)
_GOES_ON = s.PREP | s.AUX | s.CONJ | s.REL
#: What stands behind the noun and names what is said ("claims that", "fears of").
_SAID = frozenset(("by", "of", "that"))
#: What stands behind the noun only, whatever stands before it.
_ABOUT = frozenset(("about", "against", "for", "from", "over"))
_THIS = frozenset(("that", "this", "which"))


def is_plural(sentence: Sentence, at: int, word: s.Word) -> bool:
    """Tell the plural of a noun that claims nothing from the verb that looks like it: "he claims", "which fears"."""
    token, behind = sentence.lowers[at + 1], sentence.words[at + 1]
    if word.certainty is None or word.certainty.certainty not in _IN_DOUBT or token in _SAID:
        return False
    if sentence.numbers[at + 1] is not None or behind.before is not None and token not in _ABOUT:
        return False
    if (
        word.noun is not None
        and word.noun.cls == "person"
        and (behind.flags & _GOES_ON or behind.forms & s.PAST)
    ):
        return True  # "murder suspects in two cars", "suspects shot"
    if token in _ABOUT:
        return True
    before = sentence.words[at - 1]
    behind_it = behind.flags & s.PREP != 0
    if before.flags & (s.DET | s.PREP):
        return behind_it and sentence.lowers[at - 1] not in _THIS
    return behind_it and bool(before.adjectives) and before.noun is None
