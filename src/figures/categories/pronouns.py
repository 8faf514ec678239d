"""What is done to people whom a pronoun takes up: "selected 20 pupils and *gave them* uniforms"."""

from __future__ import annotations

from figures import clause
from figures.candidates import Candidate
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_NEAR = 10  # tokens between people and their pronoun
_VERB = 6  # tokens before them that may hold the verb whose object they are


def taken_up(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Read the verb whose object "them" is, joined by "and" to the one that the number stands at."""
    at, window = found.right, sentence.lowers[found.right : found.right + _NEAR]
    if "them" not in window or found.unit_id not in ("person", "household"):
        return None  # most of all
    verb = at + window.index("them") - 1
    joined = False
    for index in range(at, verb):
        word = sentence.words[index]
        others = word.noun is not None and word.plural and word.noun.cls in ("combatant", "person")
        if others or sentence.numbers[index] is not None or word.flags & (s.CONTRAST | s.REL):
            return None  # "met 20 nurses and *guards* and thanked them"
        joined = joined or word.flags & s.CONJ != 0
    if not joined or not sentence.words[verb].forms & s.PAST or not _is_object(sentence, found):
        return None
    return clause.object_of(sentence, lexicon, verb, classes)


def _is_object(sentence: Sentence, found: Candidate) -> bool:
    """Tell people to whom something is done from those who do it: "*five men* burst in and held them"."""
    before = range(max(0, found.left - _VERB), found.left)
    return any(sentence.words[i].verbs or sentence.lowers[i].endswith("ed") for i in before)
