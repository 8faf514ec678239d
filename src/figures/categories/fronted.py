"""Participles that open an inverted sentence: "Also *killed* on Monday, police said, were 13 nurses"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause import Evidence
from figures.clause.evidence import PARTICIPLE_OR_ADJECTIVE, STOP, combined, says
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_AMONG = frozenset(("among", "amongst"))
_THOSE = frozenset(("the", "those"))
_QUOTES = frozenset("\"'“‘")
_FAR = 30  # tokens between the participle and its auxiliary


def fronted(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read the participle before the auxiliary that a phrase stands behind: "*Wounded* in the raid were six men"."""
    be, noun = found.left - 1, None
    at = _opening(sentence, be)
    if be - at > _FAR:
        return None
    while sentence.words[at].flags & s.TRANSPARENT or sentence.lowers[at] in _QUOTES:
        at += 1
    if sentence.lowers[at] in _AMONG and sentence.lowers[at + 1] in _THOSE:
        at += 2
        noun = sentence.words[at].noun
        if noun is not None and sentence.words[at].plural and sentence.words[at + 1].forms & s.PARTICIPLE:
            at, classes = at + 1, (noun.cls,)  # "Among the *men* killed were 30 from Bol"
    word = sentence.words[at]
    if not word.forms & s.PARTICIPLE and not word.adjectives or not _is_inverted(sentence, at + 1, be):
        return None
    category = says(lexicon, word, PARTICIPLE_OR_ADJECTIVE, classes)
    if category is None:
        return None
    return Evidence(combined(sentence, lexicon, at, category, classes), at, "predicate", noun)


def _opening(sentence: Sentence, be: int) -> int:
    """Return where the clause of an auxiliary begins: "12 died and *hurt were* two", else its sentence."""
    at = be - 1
    while sentence.words[at - 1].flags & s.TRANSPARENT:
        at -= 1
    before = sentence.words[at - 1]
    return at if at > 0 and (before.flags & s.CONJ or sentence.lowers[at - 1] in ",;:") else 0


def _is_inverted(sentence: Sentence, first: int, be: int) -> bool:
    """Tell whether only adverbials and asides stand between a participle and an auxiliary."""
    if sentence.words[first].noun is not None or sentence.words[first].strange and first < be:
        return sentence.lowers[first] == ","
    for at in range(first, be):
        word = sentence.words[at]
        if sentence.lowers[at] == ",":
            return sentence.lowers[be - 1] == "," and be - 1 > at
        if word.flags & (s.AUX | s.REL) or word.is_verb_only or sentence.numbers[at] is not None:
            return False
        if sentence.lowers[at] in STOP:
            return False
    return True
