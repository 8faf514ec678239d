"""Where the name before a number begins: its words with capitals, in the middle of running text."""

from __future__ import annotations

from figures.lexicon import senses as s
from figures.tokens import Sentence

_LONGEST = 5  # words of a name before its number
PEOPLE = frozenset(("combatant", "household", "person"))


def title_start(sentence: Sentence, at: int) -> int:
    """Return the first of the words with capitals that end at a token, in the middle of running text; -1 elsewhere.

    A name in the plural, or of two words and more: "on *BBC News* 24", "runs *Windows* 95", not "in Homs 12".
    """
    first = at
    while first > 1 and at - first < _LONGEST and sentence.is_capital(first - 1):
        first -= 1
    before, word = sentence.words[first - 1], sentence.words[at]
    if (
        first < 2
        or not sentence.raw_at(first - 1).islower()
        or word.flags & ~s.TRANSPARENT
        or word.is_verb_only
        or word.before is not None  # "Nearly 30"
    ):
        return -1
    if sentence.lowers[at].endswith(s.OWNS):
        return -1  # "Ward Thit's 400 huts"
    if before.flags & s.PREP and not sentence.raw_at(first - 2).islower():
        return -1  # "In Deir Ezzor 3 died", "and in Deir Ezzor 4"
    noun = word.noun
    if first == at and noun is not None and (not word.plural or noun.cls in PEOPLE):
        return first if sentence.is_capital(at + 2) else -1  # "Fathers 4 Justice", not "the Syrians 12"
    return first
