"""Where something is: places counted whatever befell them, and phrases that only say where: "*in four districts*"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.tokens import Sentence

_SITES = frozenset(("building", "house", "refuge"))
_WHERE = frozenset(("across", "around", "at", "from", "in", "inside", "near", "throughout", "within"))


def is_of_places(found: Candidate, category: str) -> bool:
    """Tell what places are counted by, whatever befell them: "11 states were flooded", not "80% of areas were"."""
    if category.startswith("area.") and found.unit_kind == "ratio" and found.phrase is not None:
        noun = found.phrase.innermost.noun
        return noun is None or noun.unit != "area"
    return category.startswith(("people.", "area."))


def is_site(found: Candidate) -> bool:
    """Tell buildings and camps, where things are done, from what is given."""
    return found.noun is not None and found.noun.cls in _SITES


def is_where(sentence: Sentence, found: Candidate) -> bool:
    """Tell a number of places that only says where: "600 houses *in four districts* were ruined"."""
    at = found.left - 1
    while sentence.words[at].flags & s.DET or sentence.lowers[at].endswith(s.OWNS):
        at -= 1  # "across the country's 18 states"
    return sentence.words[at].flags & s.PREP != 0 and sentence.lowers[at] in _WHERE
