"""What a clause says of things behind its preposition: homes people are brought *out of*, damage done *to* them."""

from __future__ import annotations

from figures.clause.evidence import ANY_ROLE, OBJECT, Evidence, Reading, form_of, says
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_VERB_OF_OBJECT = Reading(form_of(s.ANY_FORM, OBJECT))
_NOMINAL = Reading(form_of(0), nominals=ANY_ROLE)
_BROUGHT_OUT = frozenset(("people.evacuated", "people.rescued"))
_DONE_TO = frozenset(("area.affected", "assets.damaged", "assets.destroyed", "livelihood.crops"))
_SUBJECT_OF = 8  # tokens before a verb that may count those it is done to


def out_of(sentence: Sentence, lexicon: Compiled, verb: int) -> Evidence | None:
    """Read homes that people no number counts are brought out of: "residents were *evacuated* from 700 homes"."""
    category = says(lexicon, sentence.words[verb], _VERB_OF_OBJECT, ("person",))
    if category not in _BROUGHT_OUT or any(sentence.numbers[max(0, verb - _SUBJECT_OF) : verb]):
        return None
    return Evidence(category, verb, "object")


def done_to(sentence: Sentence, lexicon: Compiled, verb: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read what is done to things by its noun: "*damage* was caused to 3 bridges", "*damage* inflicted on"."""
    at = verb - 1
    while sentence.words[at].flags & (s.AUX | s.TRANSPARENT):
        at -= 1
    passive = sentence.words[verb - 1].flags & s.BE or sentence.lowers[verb] in lexicon.lists.dealt
    if not passive or not sentence.words[at].nominals:
        return None
    category = says(lexicon, sentence.words[at], _NOMINAL, classes)
    return Evidence(category, at, "nominal") if category in _DONE_TO else None
