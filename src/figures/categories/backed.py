"""Money that something was done with: "backed by $3m", "thanks to $90,000 from donors"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_RECEIVED = "funding.received"
_WITH = frozenset(("by", "through", "thanks to", "to", "using", "with"))
_GIVER = 5  # tokens of the name of who gives


def backed(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read the money that something rests on: "*supported by* $450,000", "with $2m *from donors*"."""
    at = found.left - 1
    token = sentence.lowers[at]
    if token not in _WITH:
        return None  # most of all
    if token == "thanks to" or token == "to" and sentence.lowers[at - 1] == "thanks":
        return Evidence(_RECEIVED, at, "nominal")
    if token == "to":
        return None
    if sentence.lowers[at - 1] in lexicon.lists.backing and token != "through":
        return Evidence(_RECEIVED, at - 1, "predicate")
    if sentence.lowers[found.right] != "from":
        return None
    for index in range(found.right + 1, found.right + 1 + _GIVER):
        word = sentence.words[index]
        if (
            sentence.lowers[index] in lexicon.lists.givers
            or word.noun is not None
            and word.noun.cls == "organisation"
        ):
            return Evidence(_RECEIVED, index, "nominal")
        if word.flags & ~s.DET or sentence.numbers[index] is not None:
            break
    return None
