"""Where a clause ends behind a cue of commitment."""

from __future__ import annotations

from figures.lexicon import senses as s
from figures.tokens import Sentence

ENDS = frozenset((",", ".", ";", ":", "!", "?", ")", "”", '"', "", "-", "–", "—"))
_SAYS = frozenset(("said", "say", "says"))
_NAMED = 14  # tokens of who speaks


def ends_clause(sentence: Sentence, at: int) -> bool:
    """Tell whether nothing that is said follows a cue: "40 are missing, the mayor said."."""
    return at + 1 >= sentence.size or sentence.lowers[at + 1] in ENDS or sentence.lowers[at + 1][0] == "."


def is_inverted(sentence: Sentence, at: int) -> bool:
    """Tell who speaks behind the verb at the end of a sentence: "... in seven days *said the Observatory*."."""
    first = at + 1 + (sentence.words[at + 1].flags & s.DET != 0)
    if sentence.lowers[at] not in _SAYS or not sentence.is_capital(first):
        return False
    for index in range(first + 1, min(sentence.size, at + _NAMED)):
        word = sentence.words[index]
        if sentence.lowers[index] in ENDS:
            return True
        if word.flags & s.AUX or word.is_finite or sentence.numbers[index] is not None:
            return False
    return at + _NAMED > sentence.size
