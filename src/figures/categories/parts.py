"""What befalls a part of a building: "the *roofs of* 12 schools were torn off", which leaves them damaged."""

from __future__ import annotations

from figures import clause
from figures.candidates import Candidate
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_DAMAGED, _DESTROYED = "assets.damaged", "assets.destroyed"
_SAID = frozenset((_DESTROYED, "assets.count"))
_BUILT = frozenset(("building", "house", "refuge"))
_LINKS = frozenset(("at", "from", "in", "of", "on"))


def of_part(sentence: Sentence, lexicon: Compiled, found: Candidate, evidence: Evidence) -> Evidence:
    """Return what is said of buildings of which only a part is broken or gone."""
    at = found.left - 1
    if sentence.lowers[at] not in _LINKS or found.noun is None or found.noun.cls not in _BUILT:
        return evidence  # most of all
    if sentence.lowers[at - 1] not in lexicon.lists.building_parts or evidence.category not in _SAID:
        return evidence
    if evidence.category == _DESTROYED:
        return evidence._replace(category=_DAMAGED)
    first = at - 1
    while sentence.words[first - 1].flags & s.DET:
        first -= 1
    done = clause.governor(sentence, lexicon, first, ("house",))
    if done is not None and done.category in (_DAMAGED, _DESTROYED):
        return done._replace(category=_DAMAGED)
    return evidence
