"""Rates: so many for so many people ("41 cases per 100,000"), and what many share ("one latrine for 50")."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_EVERY = ("each", "every")
_SHARING = frozenset(("each", "every", "for", "per", "to"))
_THING = 6  # tokens of one thing that many share
_TIMES = frozenset(("hour", "day", "week", "month", "year"))
#: Rates are told for so many people.
_ROUND = frozenset((1000, 10_000, 100_000, 1_000_000))
_PER, _MANY = ("per", "/"), ("million", "thousand")
_ENDS = frozenset(("", ",", ".", ";", ")", "and", "or"))
_RATE = 7  # tokens of a rate before its verb


def is_rate(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell a number of a rate, be it how many there are or of how many."""
    may_share = found.value == 1 or sentence.lowers[found.left - 1] in _SHARING
    if may_share and found.noun is not None and _is_provision(sentence, lexicon, found):
        return True
    if found.unit_kind == "count" and _is_incidence(sentence, found):
        return True
    return found.per is not None and _is_per_thing(found)


def name_rate(sentence: Sentence, found: Candidate) -> None:
    """Name what the numbers of a rate count where it stands apart: "*deaths* per million (people) is 9"."""
    if found.unit_id != "unknown" or found.noun is not None:
        return
    before = found.left - 1
    if sentence.lowers[before] in _PER:
        found.unit_id, found.implied = "person", True
        return
    at = _per_before(sentence, before)
    noun = sentence.words[at - 1].noun if at > 0 else None
    if noun is not None:
        found.unit_id, found.unit_span, found.implied = noun.unit, None, True


def is_pace(sentence: Sentence, found: Candidate) -> bool:
    """Tell how quickly something works: "16 trillion operations every second"."""
    at = found.right
    if sentence.lowers[at + 1] != "second" or found.unit_kind != "count":
        return False  # most of all
    return sentence.words[at].flags & s.PER != 0 and sentence.lowers[at + 2] in _ENDS


def _is_incidence(sentence: Sentence, found: Candidate) -> bool:
    """Tell both numbers of "41 cases per 100,000", "2.1 and 3.4 deaths/10,000/day" and "cases per million are 60"."""
    at = found.right
    other = sentence.numbers[at + 1] if sentence.words[at].flags & s.CONJ else None
    if other is not None:
        at = other.right
    if sentence.lowers[at] in _PER:
        behind = sentence.numbers[at + 1]
        if behind is not None and behind.value in _ROUND:
            return True
    before = found.left - 1
    if found.value in _ROUND and sentence.lowers[before] in _PER:
        noun = sentence.words[before - 1].noun
        return sentence.numbers[before - 1] is not None or noun is not None and noun.cls != "money"
    return (
        found.noun is None
        and sentence.words[before].flags & (s.BE | s.LEVEL) != 0
        and _per_before(sentence, before) > 0
    )


def _per_before(sentence: Sentence, verb: int) -> int:
    """Return the "per" of a rate before its verb, -1 where there is none: "cases *per* million of population are"."""
    for at in range(verb - 1, max(0, verb - _RATE), -1):
        if sentence.lowers[at] == "per":
            many = sentence.numbers[at + 1]
            if sentence.lowers[at + 1] in _MANY or many is not None and many.value in _ROUND:
                return at  # else "cases per 100,000 people *per week* were"
        number = sentence.numbers[at]
        if sentence.lowers[at] in ",;.(" or number is not None and number.value not in _ROUND:
            break
    return -1


def _is_per_thing(found: Candidate) -> bool:
    """Tell "180 people per latrine" from "120 patients a day" and "two deaths per camp"."""
    noun = found.noun
    return (
        noun is not None
        and noun.cls in ("person", "household")
        and not noun.strong
        and found.per not in _TIMES
    )


def _is_provision(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell both numbers of "one latrine for 50 people" and "one doctor for every 5,000"."""
    one = found if found.value == 1 else _one_before(sentence, found)
    if one is None or sentence.lowers[one.right] not in _SHARING:
        return False
    every = sentence.lowers[one.right + 1] in _EVERY
    if one is found and sentence.numbers[one.right + 1 + every] is None:
        return False
    return _is_shared(sentence, lexicon, one, every=every)


def _one_before(sentence: Sentence, found: Candidate) -> Candidate | None:
    """Return the number of the one thing that many share: "*one* latrine for every 50"."""
    at = found.left - 1
    at -= sentence.lowers[at] in _EVERY
    for index in range(at - 1, max(-1, at - _THING), -1):
        one = sentence.numbers[index]
        if one is not None:
            return one if one.value == 1 and one.right == at else None
    return None


def _is_shared(sentence: Sentence, lexicon: Compiled, one: Candidate, *, every: bool) -> bool:
    """Tell one thing that so many people have to share."""
    phrase = one.phrase
    if one.noun is None or one.noun.strong or phrase is None or phrase.head is None:
        return False  # "one new case per 100,000"
    if sentence.lowers[one.right] == "to":  # "a ratio of one nurse to 90 patients"
        return "ratio" in sentence.lowers[max(0, one.first - _THING) : one.first]
    return every or sentence.lowers[phrase.head] in lexicon.lists.shared
