"""What is said of a figure where it stands: denied, abroad, of a part only, or of places, which only say where."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.categories.abroad import FLED, abroad
from figures.categories.asked import needs_more
from figures.categories.classes import counts_places
from figures.categories.defaults import default
from figures.categories.denied import is_negated, is_undone
from figures.categories.parts import of_part
from figures.categories.places import subject
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_SITES = frozenset(("building", "house", "refuge"))
_WHERE = frozenset(("across", "around", "at", "from", "in", "inside", "near", "throughout", "within"))
_DONE_TO_THINGS = frozenset(("assets.damaged", "assets.destroyed", "assets.seized"))
#: A centre may be one of detention, as told before.
_ANY_CENTRE = ("center", "centre", "detention center", "detention centre", "facility")
_GIVEN = frozenset(("aid.delivered", "aid.required"))


def as_it_stands(
    sentence: Sentence, lexicon: Compiled, found: Candidate, evidence: Evidence, classes: tuple[str, ...]
) -> Evidence | None:
    """Return what evidence comes to where it stands: denied, abroad, of a part only, or of where something is."""
    place = (found.unit_kind == "ratio" or found.noun is not None and found.noun.cls == "place") and (
        counts_places(found)
    )
    if place and (_is_of_places(found, evidence.category) or _is_where(sentence, found)):
        evidence = Evidence("place.count", -1, "noun")  # "in four districts", "11 states were affected"
    if evidence.category in FLED:
        evidence = abroad(sentence, lexicon, found, evidence)
    if evidence.category in lexicon.negated and is_negated(sentence, lexicon, found, evidence):
        return evidence._replace(category=lexicon.negated[evidence.category])
    if evidence.category == "people.detained" and _is_hosted(sentence, lexicon, evidence.at):
        return evidence._replace(category="people.sheltered")
    if evidence.category in _DONE_TO_THINGS and is_undone(sentence, lexicon, evidence.at):
        return default(sentence, lexicon, found, classes)
    if evidence.category == "people.food_insecure":
        return needs_more(sentence, evidence)
    if evidence.category[:7] == "assets.":
        return of_part(sentence, lexicon, found, evidence)
    if evidence.category in _GIVEN and _is_site(found) and _is_where(sentence, found):
        return default(sentence, lexicon, found, classes)  # "meals for pupils *in six schools*"
    return evidence


def _is_of_places(found: Candidate, category: str) -> bool:
    """Tell what places are counted by, whatever befell them: "11 states were flooded", not "80% of areas were"."""
    if category.startswith("area.") and found.unit_kind == "ratio" and found.phrase is not None:
        noun = found.phrase.innermost.noun
        return noun is None or noun.unit != "area"
    return category.startswith(("people.", "area."))


def _is_hosted(sentence: Sentence, lexicon: Compiled, verb: int) -> bool:
    """Tell those whom a camp or a school holds from those whom a prison or the police do."""
    if sentence.lowers[verb] not in lexicon.lists.containing:
        return False
    at = verb - 1
    while at > 0 and sentence.words[at].flags & (s.AUX | s.TRANSPARENT):
        at -= 1
    noun = sentence.words[subject(sentence, at, near=False)].noun
    if noun is None or noun.surface in _ANY_CENTRE:
        return False
    return noun.cls == "refuge" or noun.unit in lexicon.lists.hosts


def _is_site(found: Candidate) -> bool:
    """Tell buildings and camps, where things are done, from what is given."""
    return found.noun is not None and found.noun.cls in _SITES


def _is_where(sentence: Sentence, found: Candidate) -> bool:
    """Tell a number of places that only says where: "600 houses *in four districts* were ruined"."""
    at = found.left - 1
    while sentence.words[at].flags & s.DET or sentence.lowers[at].endswith(s.OWNS):
        at -= 1  # "across the country's 18 states"
    return sentence.words[at].flags & s.PREP != 0 and sentence.lowers[at] in _WHERE
