"""What a sentence takes from those before it in its block: "Two of them died.", "The toll was later raised to 82."."""

from __future__ import annotations

from figures import wholes
from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.resumed import is_told_more, resumes
from figures.tokens import Sentence

#: Classes of nouns that a later sentence may speak of without naming them.
_COUNTED = frozenset(
    (
        "animal",
        "building",
        "combatant",
        "house",
        "household",
        "infrastructure",
        "label",
        "person",
        "refuge",
        "vehicle",
        "weapon",
    )
)
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
_OPENING = 5  # tokens before a number that may say of what it is a part: "of that number ,"


def told_before(sentence: Sentence) -> Candidate | None:
    """Return what was counted last before a sentence in its block."""
    if not sentence.heard:
        sentence.heard = True
        sentence.told = _last_told(sentence)
    return sentence.told


def counted_up_to(sentence: Sentence) -> Candidate | None:
    """Return what was counted last up to the end of a sentence, for those behind it."""
    return _counted_last(sentence) or told_before(sentence)


def _last_told(sentence: Sentence) -> Candidate | None:
    earlier = sentence.earlier
    while earlier is not None:
        counted = _counted_last(earlier)
        if counted is not None or earlier.heard:
            return counted or earlier.told
        earlier = earlier.earlier
    return None


def _counted_last(sentence: Sentence) -> Candidate | None:
    for number in filter(None, reversed(sentence.numbers)):
        if number.skipped is not None or number.unit_kind != "count":
            continue
        whole = number.subset_of or number
        if whole.noun is not None and whole.noun.cls in _COUNTED and whole.category != "other":
            return whole
    return None


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
    if told is None or found.kind in _BARE and _opens(sentence, found) and _has_verb(sentence, found):
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
