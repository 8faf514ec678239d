"""What a unit or noun counts where nothing is said of it."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.categories.surveys import is_of_asked
from figures.clause import Evidence
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.phrase import Phrase
from figures.phrase.words import HYPHENS
from figures.tokens import Sentence

_OF_WHOM = 4  # tokens behind "are" that may name people
_PERSONS = frozenset(("combatant", "household", "person"))
_NO_PEOPLE = ("place", "money", "thing")
#: Categories that say nothing of a share.
_SAYS_NOTHING = (None, "other")
_AT_LEAST = {
    "currency": "funding.other",
    "physical": "measure.other",
    "ratio": "measure.ratio",
    "time": "measure.duration",
}


def default(
    sentence: Sentence, lexicon: Compiled, found: Candidate, classes: tuple[str, ...]
) -> Evidence | None:
    """Give what a unit or noun counts where nothing is said of it."""
    phrase, kind = found.phrase, found.unit_kind
    noun = found.noun or (phrase.deepest if phrase is not None else None)
    if kind == "currency":
        return Evidence("funding.other", -1, "default")
    unit_after = phrase.unit_after if phrase is not None else found.after
    if kind == "ratio" and sentence.lowers[unit_after] in lexicon.lists.answering:
        return Evidence("people.other", unit_after, "default")  # "in the poll 16% disagreed"
    if kind == "ratio" and noun is None and _are_asked(sentence, found.after):
        return Evidence("people.other", found.right, "default")  # "60% of those surveyed"
    if kind == "ratio" and noun is None:
        people = sentence.words[found.right].flags & s.BE and made_up_of(sentence, found.right + 1)
        if people:
            return Evidence(people, found.right, "default")
        if is_of_asked(sentence, lexicon, found):
            return Evidence("people.other", -1, "default")
    if kind == "ratio" and (noun is None or noun.category in _SAYS_NOTHING or noun.cls in _NO_PEOPLE):
        return Evidence("measure.ratio", -1, "default")
    area = kind == "physical" and found.unit is not None and found.unit.dimension == "area"
    if area and (noun is not None and noun.category == "assets.count" or is_extent(sentence, found)):
        return Evidence("measure.other", -1, "default")  # "a 500 m2 warehouse", "the 900-hectare wetland"
    if noun is not None and noun.category is not None:
        if kind == "ratio" and noun.cls == "refuge" and not sentence.words[head_of(phrase)].plural:
            return Evidence("people.other", -1, "default")  # "five per cent of the camp"
        return Evidence(noun.category, head_of(phrase), "default")
    if kind == "physical":
        alone = area and found.left == 0 and found.right >= sentence.size
        return Evidence("area.territory" if alone else "measure.other", -1, "default")
    if found.unit_id in ("person", "household"):
        return Evidence("people.other", -1, "default")
    return None


def _are_asked(sentence: Sentence, at: int) -> bool:
    """Tell people who did or suffered something from things: "of those *surveyed*", not "of those remain"."""
    at += sentence.lowers[at] != "of those"  # behind "%"
    behind = sentence.lowers[at + 1]
    return sentence.lowers[at] == "of those" and (behind == "who" or behind.endswith("ed"))


def made_up_of(sentence: Sentence, at: int) -> str | None:
    """Return what those are whom a share consists of: "52% are *women*", "61 per cent were *newly displaced girls*"."""
    for index in range(at, at + _OF_WHOM):
        word = sentence.words[index]
        if word.noun is not None and word.plural:
            said = word.noun.category if word.noun.cls in _PERSONS else None
            return "people.other" if said == "people.population" else said
        if word.who:
            return "people.other"  # "48% are *female*"
        if not word.flags & (s.TRANSPARENT | s.DET) and not word.strange and not word.adjectives:
            break
    return None


def is_extent(sentence: Sentence, found: Candidate) -> bool:
    """Tell the size of a piece of land that hangs on its number: "the 900-*hectare* wetland"."""
    if found.unit_kind != "physical" or found.unit is None or found.unit.dimension != "area":
        return False
    at = found.after
    return sentence.lowers[at] in HYPHENS and sentence.adjacent(at) and sentence.adjacent(at + 1)


def head_of(phrase: Phrase | None) -> int:
    """Return the token of the head of a phrase, -1 without one."""
    return phrase.head if phrase is not None and phrase.head is not None else -1


def least(found: Candidate) -> str:
    """Return what a number says at the least: people are people, a share is a share."""
    if found.unit_kind == "count":
        return "people.other" if found.unit_id in ("person", "household") else "other"
    return _AT_LEAST.get(found.unit_kind, "other")
