"""The nearest word of the clause: what is said around a noun phrase where no rule of grammar tells."""

from __future__ import annotations

from figures.clause.asides import DASHES
from figures.clause.evidence import (
    ANY_ROLE,
    OBJECT,
    RECIPIENT,
    STOP,
    SUBJECT,
    Evidence,
    Reading,
    form_of,
    says,
)
from figures.clause.leftwards import is_no_service
from figures.clause.voice import is_attribute, names_object, opens_phrase
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Word
from figures.tokens import Sentence

_QUOTES = frozenset('"”’')
_OTHERS = frozenset(("him", "them", "us"))
_ANY = Reading(form_of(s.PARTICIPLE | s.PRESENT, *ANY_ROLE), ANY_ROLE, ANY_ROLE)
#: What stands before a phrase is not what it does: "the drought left 300 people".
_ANY_BEFORE = Reading(form_of(s.PARTICIPLE | s.PRESENT, OBJECT, RECIPIENT), ANY_ROLE, ANY_ROLE)


def _of_done(form: int) -> tuple[str, ...]:
    """Return the roles of what stands before a verb: "nine clinics *offering* care" are no care."""
    return (OBJECT, SUBJECT) if form & s.PARTICIPLE else (SUBJECT,) if form & s.PRESENT else ()


#: Nor what it does to others behind it, "one driver *delivered* vaccines", or takes from them, "was *stopped*".
_ANY_DONE = Reading(_of_done, ANY_ROLE, ANY_ROLE)
#: Nor what they did themselves: "five people in masks *kidnapped* a nurse".
_ACTIVE = Reading(form_of(s.PAST, SUBJECT))
#: What they did is no more than that: "sued three men for *releasing* a film".
_ANY_DOING = Reading(form_of(s.PRESENT, SUBJECT))
#: Of those for whom something is done only what is given is said: "*held* classes for 300 people".
_GIVEN = Reading(form_of(s.PARTICIPLE | s.PRESENT, RECIPIENT), nominals=ANY_ROLE)
_RECIPIENTS = ("for", "to")
_ANY_OF_MONEY = Reading(form_of(s.ANY_FORM, *ANY_ROLE), ANY_ROLE, ANY_ROLE)


def nearby(
    sentence: Sentence, lexicon: Compiled, span: tuple[int, int], classes: tuple[str, ...], reach: int
) -> Evidence | None:
    """Find the nearest word of the clause that gives the class any category, within reach of a phrase."""
    first, after = span
    told = sentence.words[first - 1].flags & s.BE and sentence.words[first - 2].flags & s.PRON
    clear = [not told, True]  # whether the clause goes on to either side; not from "help, *we are* 40 people"
    words, lowers, size = sentence.words, sentence.lowers, sentence.size
    for distance in range(1, reach + 1):
        for side in (0, 1):
            at = after + distance - 1 if side else first - distance
            if not clear[side] or not 0 <= at < size:
                continue
            word, token = words[at], lowers[at]
            if not (word.telling or word.noun is not None or word.nominals or token[-4:] == "that"):
                continue  # it says nothing, and the clause goes on
            if side and at == after and _acts(sentence, at, classes):
                clear[side] = False  # "300 men *assaulted* police officers"
                continue
            category = _told(sentence, lexicon, at, first, classes)
            if category == "combatants.strength" and not side and "combatant" not in classes:
                category = None  # "*forces* fired at two boys"
            if category is not None and not (side and _is_of_object(sentence, after, at)):
                return Evidence(category, at, "nearby")
            if token in _QUOTES and words[at + 1].certainty is not None:
                clear[side] = False  # '"They are committed," said one broker'
                continue
            clear[side] = not (
                word.flags & (s.CONTRAST | s.CLAUSE)
                or token in STOP
                or token[-4:] == "that"
                and _opens_report(sentence, at)
                or at > first
                and token in DASHES
                and words[at + 1].flags & s.PRON  # "two nurses - they need"
            )
    return None


def _acts(sentence: Sentence, at: int, classes: tuple[str, ...]) -> bool:
    """Tell a verb right behind a phrase that does something to others, not "nobody *hurt* this time"."""
    if not sentence.words[at].forms & s.PAST or sentence.lowers[at + 1] == "this":
        return False
    return _has_object(sentence, at) or "person" in classes and names_object(sentence, at + 1)


def _told(sentence: Sentence, lexicon: Compiled, at: int, first: int, classes: tuple[str, ...]) -> str | None:
    """Return the category that a word gives a phrase before or behind it."""
    word = sentence.words[at]
    if sentence.numbers[at] is not None or word.flags & (s.PREP | s.MONTH):
        return None
    if not (word.verbs or word.adjectives or word.nominals or word.noun):
        return None
    if word.flags & s.LINKING and word.nominals and sentence.lowers[at + 1] != "of":
        return None  # "shelter *remains* a concern with 300 people in the open"
    if word.forms == s.PARTICIPLE and "-" in sentence.lowers[at] and sentence.words[at + 1].noun is not None:
        return None  # "*quake-hit* families in 12 schools"
    if word.forms & s.PARTICIPLE and is_attribute(sentence, at, classes if at > first else ("person",)):
        return None
    given = sentence.lowers[first - 1] in _RECIPIENTS
    behind = sentence.words[at + 1].noun
    described = (
        behind is not None and behind.cls == "place" and (word.adjectives or word.forms & s.PARTICIPLE)
    )
    if described and sentence.words[at - 1].flags & (s.PREP | s.DET):
        return None  # "in *inaccessible* areas one in two households"
    if at > first and word.forms & s.PRESENT and sentence.numbers[at + 1] is not None:
        return None  # "270 hunts met, killing *91* foxes"
    if word.nominals and _is_first_of_compound(sentence, at):
        return None
    if at > first and word.forms & s.PRESENT and sentence.words[at - 1].flags & s.PREP:
        reading = _ANY_DOING
    elif at > first:
        reading = _ANY_DONE
        if word.is_verb_only and _has_object(sentence, at):
            passive = sentence.words[at - 1].flags & (s.AUX | s.DET)  # "are in the *besieged* town"
            reading = _ANY_DONE if passive else _ACTIVE
        elif given:
            reading = _ANY
    else:
        reading = _GIVEN if given and _holds(sentence, at) else _ANY_BEFORE
    category = _any_category(lexicon, word, classes, reading)
    if category is None or category == "funding.other" or _has_others(sentence, at, first):
        return None
    unserved = given and category == "people.deprived" and is_no_service(sentence.words[first - 2])
    return None if unserved else category


def _is_first_of_compound(sentence: Sentence, at: int) -> bool:
    """Tell what a thing is for from what is done: "an *evacuation* helicopter with eight people on board"."""
    word, head = sentence.words[at], sentence.words[at + 1]
    return not word.verbs and not word.plural and head.noun is not None and not head.nominals


def _opens_report(sentence: Sentence, at: int) -> bool:
    """Tell what others did: "households reported *that* men fled", not "that they fled"."""
    before, behind = sentence.words[at - 1], sentence.words[at + 1]
    told = sentence.words[at].certainty is not None or before.certainty is not None or before.is_verb_only
    return told and not behind.flags & (s.PRON | s.AUX) and not behind.is_verb_only


def _is_of_object(sentence: Sentence, after: int, at: int) -> bool:
    """Tell a participle of the object: "300 families joined relatives already *residing* there"."""
    word = sentence.words[after]
    if not sentence.words[at].forms & s.PRESENT or not word.is_verb_only or not word.forms & s.PAST:
        return False
    if at <= after + 1 or not opens_phrase(sentence, after + 1):
        return False
    while sentence.words[at - 1].flags & s.TRANSPARENT:
        at -= 1
    return sentence.words[at - 1].noun is not None


def _has_others(sentence: Sentence, at: int, first: int) -> bool:
    """Tell what those counted do to others: "three men held *them*", not "shot at two boys and hurt them"."""
    if at < first or sentence.lowers[at + 1] not in _OTHERS and sentence.lowers[at - 1] not in _OTHERS:
        return False
    before = sentence.words[first - 1]
    return not before.verbs and (not before.flags & s.PREP or sentence.lowers[first - 1] == "of")


def _has_object(sentence: Sentence, at: int) -> bool:
    """Tell a verb with an object behind it: "delivered vaccines", not "given training"."""
    word = sentence.words[at]
    if not word.is_verb_only or not word.forms & (s.PAST | s.PRESENT) or sentence.numbers[at + 1] is not None:
        return False
    return opens_phrase(sentence, at + 1)


def _holds(sentence: Sentence, at: int) -> bool:
    """Tell a verb with an object, also one that the lexicon does not know: "held *qigong* classes"."""
    behind = sentence.words[at + 1] is s.UNKNOWN and sentence.raw_at(at + 1).islower()
    return _has_object(sentence, at) or behind and sentence.words[at].is_verb_only


def _any_category(lexicon: Compiled, word: Word, classes: tuple[str, ...], reading: Reading) -> str | None:
    """Return what a word says in any role; of money, also what a finite verb or noun says."""
    money = "money" in classes
    if money and word.noun is not None and (word.noun.category or "").startswith("funding."):
        return word.noun.category
    return says(lexicon, word, _ANY_OF_MONEY if money else reading, classes)
