"""Who people are by whom they belong to: "two drivers of an NGO", "three persons from the medical staff"."""

from __future__ import annotations

from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.phrase.heads import read_nouns
from figures.phrase.phrase import MARKS, Phrase
from figures.tokens import Sentence

OWNER = 4  # tokens that may name an owner: "of Cox's Bazar district's 8 camps"
_AID_WORKER = frozenset(("aid_worker",))
_HEALTH_WORKER = frozenset(("health_worker",))
_CASE = Noun("case", "event", "case", (), "event.count", strong=True)
_MEMBERS = frozenset(("from", "of"))


def read_cases(sentence: Sentence, phrase: Phrase, noun: Noun) -> None:
    """Read "12 cases of rape" as events: only those of an illness are people."""
    if noun.category != "people.ill" or noun.surface.rpartition(" ")[2] != "case":
        return
    of = read_nouns(sentence, phrase.after + 1).noun or sentence.words[phrase.after + 1].noun  # "of looting"
    if of is not None and of.cls == "event" and of.category == "event.count":
        phrase.noun = _CASE


def read_employer(sentence: Sentence, lexicon: Compiled, phrase: Phrase, noun: Noun) -> None:
    """Read "two national employees of an NGO" and "a driver with the Red Cross", who are aid workers."""
    at = phrase.after + 1
    if noun.unit == "person" and not noun.who and sentence.lowers[at - 1] in _MEMBERS:
        _read_staff(sentence, lexicon, phrase, at)
    if noun.cls != "person" or noun.surface.rpartition(" ")[2] not in lexicon.lists.hired:
        return
    while at < phrase.after + OWNER and sentence.words[at].flags & s.DET or sentence.numbers[at] is not None:
        at += 1
    if sentence.lowers[at] in lexicon.lists.care and noun.surface.rpartition(" ")[2] in lexicon.lists.carers:
        phrase.who |= _HEALTH_WORKER  # "12 workers from the health sector"
        return
    for index in (at, at + 1):  # "an international NGO"
        word = sentence.words[index]
        body = lexicon.words.get(word.noun.surface) if word.noun is not None else None
        if "aid_worker" in word.who or body is not None and "aid_worker" in body.who:
            phrase.who |= _AID_WORKER
            return
        if word.flags or word.is_verb_only or sentence.lowers[index] in MARKS:
            return


def _read_staff(sentence: Sentence, lexicon: Compiled, phrase: Phrase, at: int) -> None:
    """Read "three persons from the medical staff", who are health workers."""
    at += sentence.words[at].flags & s.DET != 0
    staff = read_nouns(sentence, at)
    if staff.noun is not None and staff.noun.surface.rpartition(" ")[2] in lexicon.lists.staffs:
        phrase.who |= staff.who


def read_members(sentence: Sentence, lexicon: Compiled, phrase: Phrase) -> None:
    """Read "four members of an armed group", who are fighters, and "members of the police"."""
    at = phrase.after + 1
    while sentence.words[at].flags & s.DET:
        at += 1
    inner = read_nouns(sentence, at)
    if inner.noun is not None and inner.noun.cls == "person" and sentence.words[inner.after].noun is not None:
        inner = read_nouns(sentence, inner.after)  # "of the *Japanese* army"
    body = inner.noun
    armed = (
        body is not None
        and (
            body.cls in ("combatant", "force")
            or any("combatant" in sentence.words[m].who for m in inner.modifiers)
        )
        or sentence.lowers[at] in lexicon.lists.armed_groups
    )
    if phrase.noun is not None and armed:
        who = (body.who if body is not None else ()) or ("combatant",)
        phrase.noun = Noun("member", "combatant", "person", who, "combatants.strength")
        phrase.who |= frozenset(who)
