"""Nominalisations that a circumstance parts from their "of": "the killing *in Bol* of 12 men"."""

from __future__ import annotations

from figures.clause.evidence import OBJECT, STOP, Evidence, Reading, form_of, says
from figures.clause.gifts import NOMINAL
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_VERB = Reading(form_of(s.ANY_FORM, OBJECT))
_FAR = 9  # tokens between a nominalisation and its "of"
_ARTICLES = frozenset(("a", "an"))
_NO_PLACE = frozenset(("as", "for", "from", "of", "to", "with"))


def of_parted(sentence: Sentence, lexicon: Compiled, of: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read a nominalisation that a circumstance parts from its "of": "the *arrest* by police of 9 men"."""
    at = -1 if sentence.words[of - 1].nominals else parted(sentence, of)
    if at < 0:
        return None  # most of all
    word = sentence.words[at]
    category = says(lexicon, word, NOMINAL, classes) or says(lexicon, word, _VERB, classes)
    return Evidence(category, at, "nominal") if category is not None else None


def parted(sentence: Sentence, of: int) -> int:
    """Return the nominalisation that a circumstance parts from "of", -1 where it stands beside it or there is none."""
    for at in range(of - 2, max(-1, of - _FAR), -1):
        word, behind = sentence.words[at], sentence.lowers[at + 1]
        named = word.nominals or word.forms & s.PRESENT and sentence.words[at - 1].flags & s.DET
        if named and not word.flags & s.PREP and behind != "of":
            if behind == "," or sentence.lowers[of - 1] == ",":
                if behind == sentence.lowers[of - 1] and at < of - 2:
                    return at  # "the killing, in May, of 12"
                continue
            if behind == "by":
                return -1 if sentence.lowers[at + 2] in _ARTICLES else at  # "a march by *a* group of 12"
            opens = sentence.words[at + 1].flags & (s.PREP | s.WEEKDAY) and behind not in _NO_PLACE
            last = sentence.words[of - 1].noun
            return at if (opens or behind == "last") and (last is None or last.cls == "place") else -1
        number = sentence.numbers[at]
        if (
            sentence.lowers[at] in STOP
            or word.flags & (s.AUX | s.CONTRAST)
            and not word.flags & s.MONTH
            or number is not None
            and number.skipped is None
            and sentence.lowers[of - 1] != ","
        ):
            break
    return -1


def involving(sentence: Sentence, lexicon: Compiled, first: int, classes: tuple[str, ...]) -> Evidence | None:
    """Read what was done to those whom it involved: "The *evacuation* of the ward involved 39 patients"."""
    for at in range(first - 2, max(-1, first - _FAR), -1):
        word = sentence.words[at]
        if word.nominals and not word.flags & s.PREP:
            category = says(lexicon, word, NOMINAL, classes)
            return Evidence(category, at, "nominal") if category is not None else None
        if sentence.lowers[at] in STOP or sentence.lowers[at] == "," or sentence.numbers[at] is not None:
            break
    return None
