"""What is denied to people and what is contested between them, from what is said to be untrue."""

from __future__ import annotations

from figures.commitment.ends import ends_clause
from figures.lexicon import senses as s
from figures.lexicon.wordlists import WordLists
from figures.tokens import Sentence

_NOUN_PHRASE = 3  # tokens of a noun phrase up to its head
_BEFORE_ADJECTIVE = s.DET | s.PREP | s.CONJ
_GOES_ON = s.PREP | s.CONJ | s.REL | s.SUB | s.AUX | s.CONTRAST


def is_no_denial(sentence: Sentence, at: int, cue_class: str, lists: WordLists) -> bool:
    """Tell verbs of denial that deny no statement: "a bitter dispute over", "denied water", "the disputed region"."""
    if cue_class == "denied":
        if sentence.words[at].noun is not None:
            before = sentence.words[at - 1]
            plural = before.plural or before.flags & s.PRON != 0
            if not plural and (ends_clause(sentence, at) or sentence.words[at + 1].flags & s.PREP):
                return True  # "an old, bitter dispute over", not "which officials dispute"
        if _is_refused(sentence, at, lists.refused):
            return True
    return _is_contested(sentence, at, lists.claims)


def _is_refused(sentence: Sentence, at: int, things: frozenset[str]) -> bool:
    """Tell what is kept from people, "denied aid to 300", "were denied their rights", from what is not true."""
    if " " in sentence.lowers[at] and sentence.words[at].verbs:
        return True
    behind = sentence.words[at + 1]
    if behind.noun is not None and behind.noun.cls == "good":
        return True
    if not sentence.lowers[at].startswith("den") or ends_clause(sentence, at):
        return False
    if sentence.words[at - 1].flags & s.BE:  # "are being denied schooling", not "was denied by"
        return not behind.flags & _GOES_ON and sentence.lowers[at + 1] != "that"
    for index in range(at + 1, at + 2 + _NOUN_PHRASE):
        word, token = sentence.words[index], sentence.lowers[index]
        if token.partition(" ")[0] in things:
            return True
        if word.noun is not None and word.noun.cls in ("combatant", "person"):
            return not sentence.words[index + 1].flags & _GOES_ON and not sentence.words[index + 1].verbs
        if token == "that" or word.flags & _GOES_ON and not word.flags & s.CONJ or word.is_verb_only:
            return False
        if sentence.numbers[index] is not None:
            return False
    return False


def _opens_phrase(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun phrase begins behind a token: behind "the", "in" and verbs, not behind a subject."""
    word = sentence.words[at]
    if word.flags:
        return word.flags & _BEFORE_ADJECTIVE != 0
    verb = not word.strange or sentence.lowers[at].endswith("ed")
    return verb and word.noun is None and not sentence.is_capital(at)


def _is_contested(sentence: Sentence, at: int, claims: frozenset[str]) -> bool:
    """Tell an adjective of what is no statement: "the disputed region", "inflated prices", not "a disputed toll"."""
    contests = sentence.lowers[at].startswith("contest")  # "contests the 12 km race"
    if not contests and (
        not sentence.lowers[at].endswith("ed") or at and not _opens_phrase(sentence, at - 1)
    ):
        return False
    behind = sentence.words[at + 1]
    if not contests and behind.flags or sentence.numbers[at + 1] is not None or ends_clause(sentence, at):
        return False  # "the mayor, disputed by", "disputed the toll"
    return claims.isdisjoint(sentence.lowers[at + 1 : at + 1 + _NOUN_PHRASE])
