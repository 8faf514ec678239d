"""Words on the way to a verb that could be two things: a noun or a verb, one verb more, a state or a good."""

from __future__ import annotations

from figures.lexicon import senses as s
from figures.phrase.words import looks_plural
from figures.tokens import Sentence


def is_noun(sentence: Sentence, index: int, *, expected: bool) -> bool:
    """Judge a word that is noun and verb between a phrase and its verb; `expected` behind an auxiliary."""
    word = sentence.words[index]
    if word.noun is None and not word.nominals:
        return word.flags & s.SIZE != 0 and sentence.lowers[index + 1] == "of"  # "and a *number of* others"
    before = sentence.words[index - 1]
    if before.flags & (s.DET | s.PREP) and sentence.lowers[index - 1] != "to":
        return True
    return not expected and (before.strange or before.forms & s.PRESENT != 0)  # "one nurse giving *aid*, was"


def is_joined(sentence: Sentence, index: int) -> bool:
    """Tell a second verb: "*and* later abducted", "*were* now abducted", not "joined kin *already* residing"."""
    at = index - 1
    before = sentence.words[at].flags
    if sentence.lowers[at] == "," and sentence.words[index].forms & s.PARTICIPLE:
        return sentence.words[index + 1].flags & s.CONJ != 0  # "was stopped, *robbed* and killed"
    if before & s.CONJ or not before & s.TRANSPARENT or not sentence.words[index].forms & s.PRESENT:
        return before & (s.CONJ | s.TRANSPARENT) != 0
    while at > 0 and sentence.words[at].flags & s.TRANSPARENT:
        at -= 1
    return sentence.words[at].flags & (s.CONJ | s.AUX) != 0


def goes_on_noun(sentence: Sentence, at: int) -> bool:
    """Tell what one is given from what one has: "*with cholera* prevention kits", not "with cholera"."""
    if not sentence.lowers[at].startswith("with "):
        return False
    word, behind = sentence.words[at + 1], sentence.words[at + 2]
    if word is s.UNKNOWN:
        return looks_plural(sentence, at + 1) or behind.noun is not None and behind.plural
    return bool(word.noun is not None or word.nominals) and not word.flags and not word.forms & s.PAST
