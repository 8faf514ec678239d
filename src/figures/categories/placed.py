"""Counts in brackets behind places, of what no number counts: "*men were hurt* in Bol (34), Ari (12) and Tolo (8)"."""

from __future__ import annotations

from figures import clause
from figures.antecedents import COUNTED, in_place
from figures.candidates import Candidate
from figures.clause import Evidence
from figures.clause.evidence import STOP
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_FAR = 16  # tokens between a place and what was counted there
_NEXT = 6  # tokens up to the bracket of the next place


def placed(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Evidence | None:
    """Read what is said of the nearest noun before the first of some places with a number in brackets each."""
    first = found.first - 2
    if (
        sentence.lowers[found.after] != ")"
        or not sentence.is_capital(first)
        or not sentence.words[first].strange
    ):
        return None
    following = found.after + 1
    if "(" not in sentence.lowers[following : following + _NEXT]:
        return None
    for at in range(first - 1, max(-1, first - _FAR), -1):
        noun = sentence.words[at].noun
        if sentence.lowers[at] in STOP or sentence.numbers[at] is not None:
            break
        if noun is None or noun.cls not in COUNTED or not sentence.words[at].plural or in_place(sentence, at):
            continue
        said = clause.governor(sentence, lexicon, at, (noun.cls,))
        said = said or clause.predicate(sentence, lexicon, at + 1, (noun.cls,))
        return said and said._replace(noun=noun)
    return None
