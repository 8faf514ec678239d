"""What a sentence takes from those before it in its block: "Two of them died.", "The toll was later raised to 82."."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
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
_GIVES = frozenset((":", "="))
_ITEMS = frozenset(("•", "*", "-", "–", "|"))
_BRACKETS = frozenset(("(", ")", ","))
_WHICH = s.DET | s.OTHER | s.PREP | s.TRANSPARENT
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


def _counted_last(sentence: Sentence, *, anything: bool = False) -> Candidate | None:
    for number in filter(None, reversed(sentence.numbers)):
        if number.skipped is not None or number.unit_kind != "count":
            continue
        whole = number.subset_of or number
        if whole.noun is not None and whole.category != "other" and (anything or whole.noun.cls in _COUNTED):
            return whole
    return None


def refers_back(sentence: Sentence, lexicon: Compiled, found: Candidate) -> Candidate | None:
    """Return the figure of an earlier sentence that the first number of a sentence is part of, or goes on to count."""
    phrase = found.phrase
    if phrase is None or phrase.partner is not None:
        return None
    if phrase.anaphor or phrase.complement is not None and phrase.complement.anaphor:
        return told_before(sentence)  # "two of them"
    if found.first <= _OPENING and sentence.lowers[0] in _POINTING and found.unit_kind == "count":
        told = told_before(sentence) if found.noun is not None else None
        if told is not None and _is_part(sentence, found, told):
            return told
    if found.unit_kind != "count" or found.unit_id != "unknown" or found.noun is not None:
        return None
    bare = found.kind in _BARE and _opens(sentence, found) and _has_verb(sentence, found)
    if not bare and _goes_on(sentence, lexicon, found):
        return _counted_last(sentence.earlier, anything=True) if sentence.earlier is not None else None
    return told_before(sentence) if bare else None


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
    if all(word.before is not None or word.flags & (s.OTHER | s.CONJ) or word.certainty for word in words):
        return True
    return sentence.lowers[0] in ("of", "among", "of these", "of those", "of them")


def _has_verb(sentence: Sentence, found: Candidate) -> bool:
    """Tell whether something is said of a number right behind it."""
    word = sentence.words[found.right]
    return bool(word.flags & s.AUX or word.forms & (s.PAST | s.PARTICIPLE) or word.adjectives)
