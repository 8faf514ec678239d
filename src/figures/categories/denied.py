"""What is denied: "could *not* be reached", "*unable* to deliver aid to 300 people", "the huts were *not* burnt"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause import Evidence
from figures.clause.evidence import STOP
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_DENIAL = 8  # tokens before a verb or its noun that may deny it
_DENIED_OF = frozenset(("from", "of", "to", "without"))


def is_negated(sentence: Sentence, lexicon: Compiled, found: Candidate, evidence: Evidence) -> bool:
    """Tell "could not be reached" and "unable to deliver aid to 300 people"."""
    at = evidence.at
    if 0 <= at < found.left:
        return evidence.rule != "nearby" and _is_denied(sentence, lexicon, at)
    return any(word.flags & s.NEG for word in sentence.words[found.right : max(at, found.right)])


def is_undone(sentence: Sentence, lexicon: Compiled, verb: int) -> bool:
    """Tell what did not happen to things: "the 12 huts were *not* burnt", "did *not* damage 12 huts"."""
    at = verb - 1
    while (
        at > 0 and sentence.words[at].flags & (s.AUX | s.TRANSPARENT) and not sentence.words[at].flags & s.NEG
    ):
        at -= 1
    if verb < 0 or not sentence.words[at].flags & s.NEG or sentence.lowers[at] == "without":
        return False
    return sentence.lowers[at + 1] not in lexicon.lists.only and not sentence.lowers[at + 1].startswith("yet")


def _is_denied(sentence: Sentence, lexicon: Compiled, verb: int) -> bool:
    """Tell a verb or its noun that is denied: "*stopped* aid", "*no longer* able to offer care", not "not stopped"."""
    denied = False
    for at in range(verb, max(-1, verb - _DENIAL), -1):
        word, token = sentence.words[at], sentence.lowers[at]
        if token == "," or token in STOP or word.flags & (s.CONTRAST | s.CONJ | s.REL):
            break
        if word.flags & s.PREP and token not in _DENIED_OF:
            break  # "no deal was reached *on* screening"
        if word.flags & s.NEG and token != "without" and sentence.lowers[at + 1] not in lexicon.lists.only:
            return not denied
        if token in lexicon.lists.denials:
            denied = True
    return denied
