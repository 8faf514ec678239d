"""Nouns that a number takes from the one before it: "two houses and three *others*", "9 districts out of *21*"."""

from __future__ import annotations

from figures.attachment import set_from
from figures.candidates import Candidate
from figures.clause.evidence import PARTICIPLE_OR_ADJECTIVE, SUBJECT, Reading, form_of, says
from figures.clause.leftwards import governor
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.tokens import Sentence

_THINGS = frozenset(
    (
        "animal",
        "building",
        "crop",
        "good",
        "house",
        "household",
        "infrastructure",
        "refuge",
        "vehicle",
        "weapon",
    )
)
_DOES = Reading(form_of(s.ANY_FORM, SUBJECT))
_PREDICATE = 5  # tokens from a number to what is said of it
_INSIDE = 14  # tokens from a number to the end of the bracket that it stands in
_BEFORE = 8  # earlier figures that a bracket may be a part of
_WHOLE = 5  # tokens between "out of" and the whole


def take_over(found: Candidate, other: Candidate) -> None:
    """Give a number the noun of another, as if it stood at its own place."""
    set_from(found, other)
    if found.phrase is not None and other.noun is not None:
        found.phrase.noun = other.noun


def complete_others(sentence: Sentence, lexicon: Compiled, found: Candidate, before: Candidate) -> None:
    """Make the things counted before of "others", if nothing is done to them that is done to people only."""
    noun = before.noun
    if noun is None or before.unit_kind != "count" or noun.cls not in _THINGS:
        if noun is not None and noun.cls == "place" and _is_said(sentence, lexicon, found, noun):
            take_over(found, before)
        return
    done = governor(sentence, lexicon, found.first, (noun.cls,))
    if done is None:
        if noun.cls == "household" or _is_said(sentence, lexicon, found, noun):
            take_over(found, before)
    elif not done.category.startswith("people."):
        take_over(found, before)


def _is_said(sentence: Sentence, lexicon: Compiled, found: Candidate, noun: Noun) -> bool:
    """Tell "three others *were damaged*" and, the verb left out, "two others *for Mali*"."""
    at = found.right
    if sentence.words[at].flags & s.PREP and sentence.is_capital(at + 1):
        return sentence.words[found.first - 1].flags & s.CONJ != 0
    for index in range(at, min(sentence.size, at + _PREDICATE)):
        word = sentence.words[index]
        if (
            word.forms & s.PARTICIPLE
            or word.adjectives
            or word.verbs
            and (index == at or word.forms & s.BASE)
        ):
            reading = PARTICIPLE_OR_ADJECTIVE if word.forms & s.PARTICIPLE or word.adjectives else _DOES
            category = says(lexicon, word, reading, (noun.cls,))
            return category is not None and not category.startswith("people.")
        if not word.flags & (s.BE | s.HAVE | s.MODAL | s.TRANSPARENT) and sentence.lowers[index][-2:] != "ly":
            return False
    return False


def take_part(sentence: Sentence, found: Candidate, before: Candidate) -> bool:
    """Read the parts of a total behind it: "38 deaths (26 in hospitals and 12 in homes)"."""
    mark = sentence.lowers[found.first - 1]
    behind = sentence.words[found.after].flags & s.PREP or sentence.lowers[found.after].startswith("in ")
    if not behind or before.unit_kind != "count":
        return False
    if mark == "(" and before.after <= found.first - 1 <= before.right:
        total = before
    elif mark in ("and", ",") and before.subset_of is not None and "(" in sentence.lowers[: before.first]:
        total = before.subset_of
    else:
        return False
    if total.value is None or found.value is None or not 0 < found.value < total.value:
        return False
    if total.noun is not None:
        take_over(found, total)
    found.subset_of = total
    return True


def is_inside(sentence: Sentence, found: Candidate, earlier: list[Candidate]) -> bool:
    """Read the parts of people in a bracket before their noun: "8 UN (*6 foreign*, *2 local*) staff"."""
    if ")" not in sentence.lowers[found.after : found.after + _INSIDE]:
        return False
    for total in earlier[: -_BEFORE - 1 : -1]:
        phrase = total.phrase
        head = phrase.head if phrase is not None else None
        if head is not None and head > found.first and total.noun is not None:
            if total.value == found.value:
                return False  # "nine (9) deaths"
            take_over(found, total)
            found.subset_of = total
            return True
    return False


def is_whole(sentence: Sentence, found: Candidate, before: Candidate) -> bool:
    """Tell the 21 of "9 districts out of 21 were flooded" and "9 districts out of a total of 21"."""
    at = found.first - 1
    if not sentence.lowers[at].endswith("of") or before.unit_kind != "count" or before.noun is None:
        return False
    stop = at - _WHOLE
    while at > stop and sentence.lowers[at] != "out of":
        at -= 1
    return (
        sentence.lowers[at] == "out of" and at == before.right and (found.value or 0) >= (before.value or 0)
    )
