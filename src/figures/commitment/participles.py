"""Participles of speech and of plans: "was *reported*", "two hospitals *reported* shortages", "*expected* arrivals"."""

from __future__ import annotations

from figures.commitment.friends import is_number
from figures.lexicon import senses as s
from figures.tokens import Sentence

_PAUSES = frozenset((",", ";", "(", "", "."))
_PLURAL = 4  # letters of a plural that the lexicon may not know


def is_passive(sentence: Sentence, at: int, *, speech: bool) -> bool:
    """Tell the participle without a speaker: "was reported", "a reported 300", "8 cases are confirmed"."""
    token = sentence.lowers[at].partition(" ")[0]
    if not token.endswith("ed") and token != "told":
        return False
    before, behind = sentence.words[at - 1], sentence.words[at + 1]
    if speech:  # "was explained", "are then added", but "it was announced that"
        if before.flags & s.TRANSPARENT and sentence.words[at - 2].flags & s.BE:
            before = sentence.words[at - 2]
        return before.flags & s.BE != 0 and not behind.flags & s.REL
    if sentence.lowers[at - 1] == "that" and (sentence.words[at - 2].noun or sentence.words[at - 2].strange):
        return False  # "40% of traders that reported losses"
    if sentence.lowers[at].startswith("reported ") and (
        sentence.words[at].verbs or sentence.words[at].adjectives
    ):
        return True  # "12 were killed and many *reported hurt*"
    if before.strange and sentence.is_capital(at - 1) and _is_named(sentence, at - 1):
        return False
    counted = any(
        n is not None and n.first < at and n.skipped is None for n in sentence.numbers[max(0, at - 4) : at]
    )
    if counted and not before.flags & s.BE and _reports_itself(sentence, at):
        return False
    if at == 0 or sentence.numbers[at - 1] is not None or is_own(sentence, at):
        return True
    if at > 1 and behind.noun is not None and sentence.words[at - 2].flags & s.DET and _ranks(before):
        return True  # "the *only* reported cases"
    if before.noun is not None and before.noun.strong and sentence.lowers[at + 1] in _PAUSES:
        return True  # "civilian casualties confirmed, including 18 deaths"
    if is_number(sentence, at + 1) and not before.flags & (s.BE | s.DET):
        return False  # "... (week 9), the ministry reported 40 cases"
    if before.flags & (s.BE | s.DET) or behind.adjectives:
        return True
    named = sentence.words[at].noun is not None or behind.noun is not None
    if named and before.flags & (s.SIZE | s.OTHER) and sentence.lowers[at - 1] != "others":
        return True  # "the total confirmed cases"
    if sentence.lowers[at - 1] in "([,:" and not behind.flags & s.DET:
        return True
    if before.flags & s.TRANSPARENT and sentence.words[at - 2].flags & s.BE:
        return True
    if sentence.lowers[at].startswith("confirmed ") and _is_kind(sentence, at - 1):
        return True
    if before.flags & s.PREP and not behind.flags & (s.REL | s.DET):
        return True  # "the number of confirmed cases"
    token = sentence.lowers[at + 1]
    if (behind.strange or behind.nominals) and token.endswith("s") and len(token) > _PLURAL:
        return False  # "two hospitals reported shortages"
    if behind.flags & s.DET and sentence.words[at + 2].unit is not None:
        behind = sentence.words[at + 2]  # "12 deaths in Kano reported *this week*"
    return counted and behind.noun is None and not behind.flags & (s.REL | s.DET)


def _is_named(sentence: Sentence, at: int) -> bool:
    """Tell who reports without a comma: "killed 11 boys *Radio Nawa* reported", not "12 deaths in Kano reported"."""
    while at > 0 and sentence.is_capital(at) and not sentence.words[at].flags:
        at -= 1
    word = sentence.words[at]
    return word.noun is not None and not word.flags & (s.CONJ | s.DET | s.PREP)


def is_own(sentence: Sentence, at: int) -> bool:
    """Tell an adjective between a number and its noun: "1,262 *reported* cases", not "12 reported dead"."""
    newly = sentence.words[at - 1].flags & s.TRANSPARENT != 0
    if sentence.numbers[at - 1 - newly] is None or sentence.lowers[at] != "reported":
        return False
    behind, next_ = sentence.words[at + 1], sentence.words[at + 2]
    return not behind.adjectives and (behind.noun is not None or behind.strange and next_.noun is not None)


def _is_kind(sentence: Sentence, at: int) -> bool:
    """Tell an adjective between a preposition and "confirmed cases": "in camps with *active* confirmed cases"."""
    word = sentence.words[at]
    plain = sentence.raw_at(at).islower() and not word.verbs and not word.plural
    return (
        plain
        and (word.noun is None or word.noun.cls != "person")
        and sentence.words[at - 1].flags & s.PREP != 0
    )


def _ranks(word: s.Word) -> bool:
    """Tell "the *first* reported case" from "the *ministry* reported cases"."""
    return word.before is not None or word.flags & (s.TRANSPARENT | s.ORDINAL) != 0


def is_attributive(sentence: Sentence, at: int) -> bool:
    """Tell an adjective of plans before its noun: "delayed *expected* arrivals", not "expected 300"."""
    if not sentence.lowers[at].endswith("ed") or sentence.words[at - 1].flags & (s.AUX | s.TRANSPARENT):
        return False
    noun = sentence.words[at + 1].noun
    owned = sentence.words[at - 1].flags & s.DET and sentence.words[at - 2].flags & s.PREP
    return at > 0 and noun is not None and (sentence.words[at + 1].plural or bool(owned))


def _reports_itself(sentence: Sentence, at: int) -> bool:
    """Tell a number of people who report from one that is reported: "10% reported (now) staying with friends"."""
    behind = sentence.words[at + 1]
    if " " in sentence.lowers[at]:
        return False  # "the confirmed case who"
    if behind.flags & s.TRANSPARENT or behind.strange and sentence.lowers[at + 1].endswith("ly"):
        behind = sentence.words[at + 2]
    if behind.adjectives:
        return False  # "12 reported missing"
    return bool(behind.flags & s.REL or behind.forms & s.PRESENT or behind.flags & s.STAY) or (
        behind.flags & s.HAVE != 0 and not behind.flags & s.BE
    )
