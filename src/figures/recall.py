"""What a sentence takes from those before it in its block: "Two of them died.", "The toll was later raised to 82."."""

from __future__ import annotations

from figures import wholes
from figures.candidates import Candidate
from figures.counted import counted_last, told_before
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.resumed import is_told_more, resumes
from figures.tokens import Sentence

_PERSONS = frozenset(("combatant", "household", "person"))
#: How a sentence opens that tells of those before it.
_POINTING = frozenset(
    (
        "among them",
        "among these",
        "among those",
        "of them",
        "of these",
        "of those",
        "of which",
        "of whom",
        "these",
        "they",
        "this",
        "those",
    )
)
_BARE = frozenset(("digits", "range", "words"))
_GIVES = frozenset((":", "="))
_ITEMS = frozenset(("•", "*", "-", "–", "|"))
_BRACKETS = frozenset(("(", ")", ","))
_WHICH = s.DET | s.OTHER | s.PREP | s.TRANSPARENT
_OPENING = 5  # tokens before a number that may say of what it is a part: "of that number ,"


def refers_back(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Candidate | None:
    """Return the figure of an earlier sentence that the first number of a sentence is part of, or goes on to count."""
    phrase = found.phrase
    if phrase is None:
        return None
    if phrase.partner is not None:
        return _told_whole(sentence, found, phrase.partner)
    if phrase.anaphor or phrase.complement is not None and phrase.complement.anaphor:
        return told_before(sentence)  # "two of them"
    if found.first <= _OPENING and sentence.lowers[0] in _POINTING and found.unit_kind == "count":
        told = told_before(sentence) if found.noun is not None else None
        if told is not None and _is_part(sentence, found, told):
            return told
    if found.unit_kind != "count" or found.unit_id != "unknown" or found.noun is not None:
        return None
    if wholes.opens_as_whole(sentence, found):
        return _told_as(sentence, found)  # "of the 16, seven were women"
    told = told_before(sentence)
    bare = found.kind in _BARE and _opens(sentence, found) and _has_verb(sentence, found)
    if not bare and _goes_on(sentence, lexicon, found):
        return counted_last(sentence.earlier, anything=True) if sentence.earlier is not None else None
    if told is None or bare:
        return told
    if not resumes(sentence, lexicon, found, told):
        return None
    found.who = found.who or told.who
    if not is_told_more(sentence, found.after):
        found.like = told  # whatever verb gives the number: "ours *gives* 49"
    return told


def _told_whole(sentence: Sentence, found: Candidate, whole: Candidate) -> Candidate | None:
    """Return what was told of the whole that a part has: "*Seven of the 16* were in the old town."."""
    if found.noun is not None or whole.noun is not None or whole.unit_id != "unknown":
        return None  # most of all
    told = _told_as(sentence, whole)
    if told is not None:
        take_up(whole, told)
        whole.like = told
    return told


def _told_as(sentence: Sentence, found: Candidate) -> Candidate | None:
    """Return the figure of an earlier sentence with the value of a bare number."""
    earlier = sentence.earlier
    while earlier is not None and found.value is not None:
        for number in earlier.numbers:
            if number is not None and number.value == found.value and number.skipped is None:
                counted = number.unit_kind == "count" and number.noun is not None
                return number if counted and number.category != "other" else None
        earlier = earlier.earlier
    return None


def take_up(found: Candidate, told: Candidate) -> None:
    """Give a number the noun of the figure that it refers back to."""
    if found.unit_kind == "count" and found.noun is None:
        found.noun, found.unit_id = told.noun, told.unit_id
        found.implied, found.lent = True, told.lends
        if found.phrase is not None:
            found.phrase.noun = told.noun


def _goes_on(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell a value whose label only says which one: "*Previous week*: 64", "*Sub-total*: 118", "*South*: 37"."""
    at = found.first - 2
    if sentence.lowers[at + 1] not in _GIVES or at < 0 or sentence.cell:
        return False
    says = False
    while at >= 0 and sentence.lowers[at] not in _ITEMS:
        word, token = sentence.words[at], sentence.lowers[at]
        which = (
            word.flags & (s.MONTH | s.WEEKDAY)
            or token in lexicon.lists.again
            or token in lexicon.lists.compass
        )
        timed = word.unit is not None and word.unit.kind == "time" or sentence.numbers[at] is not None
        if not which and not timed and not word.flags & _WHICH and token not in _BRACKETS:
            return False
        says = says or bool(which)
        at -= 1
    return says


def _is_part(sentence: Sentence, found: Candidate, told: Candidate) -> bool:
    """Tell people of those counted before: "*These include* 900 children", "*Of these*, 12,000 were refugees"."""
    if told.noun is None or found.noun is None or not {told.noun.cls, found.noun.cls} <= _PERSONS:
        return False
    if not any(word.flags & s.INCLUSION for word in sentence.words[: found.first]):
        return False
    return found.value is None or told.value is None or found.value <= told.value


def _opens(sentence: Sentence, found: Candidate) -> bool:
    """Tell a number that opens its sentence, cues aside, or follows "of these," there."""
    if found.first > _OPENING:
        return False
    words = sentence.words[: found.first]
    if all(
        word.before is not None or word.flags & (s.OTHER | s.CONJ | s.DET) or word.certainty for word in words
    ):
        return True
    return sentence.lowers[0] in ("of", "among", "of these", "of those", "of them")


def _has_verb(sentence: Sentence, found: Candidate) -> bool:
    """Tell whether something is said of a number right behind it."""
    word = sentence.words[found.right]
    if sentence.words[found.first - 1].flags & s.OTHER and not word.flags and word.noun is None:
        return sentence.lowers[found.right].endswith("ed")  # "a further 12 followed"
    return bool(word.flags & s.AUX or word.forms & (s.PAST | s.PARTICIPLE) or word.adjectives)
