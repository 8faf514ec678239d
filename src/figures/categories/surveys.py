"""Shares of those who were asked: "Respondents named food (62%)", "Proportion of families with soap: Bol 14%"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_BEFORE = 40  # tokens before a share that may name those who were asked
_NOUN = 4  # tokens behind "proportion of" that may name people
_PERSONS = frozenset(("combatant", "household", "person"))
_NO_ROLE = ("people.other", "people.population")  # what shares of cases are of, the cases tell
_MARKS = frozenset((",", ";", ":", "(", "%", "•", "/", "|", "-", "–"))


def is_of_asked(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell a share of people who are named earlier in the sentence, as those who were asked or by their own share."""
    lists, lowers = lexicon.lists, sentence.lowers
    listed = None
    for index in range(max(0, found.left - _BEFORE), found.left):
        if lowers[index] in lists.respondents:
            return True
        if (
            lowers[index + 1] == "of"
            and lowers[index] in lists.share_words
            and _are_people(sentence, index + 2)
        ):
            listed = index
    if listed is None:
        return False
    at = found.left - 1
    if lowers[at] in _MARKS or sentence.words[at].flags & (s.CONJ | s.CONTRAST):
        return True
    return ":" in lowers[listed : found.left]


def _are_people(sentence: Sentence, at: int) -> bool:
    """Tell people behind "of": "proportion of *displaced families*", "35% of *KIs*"."""
    for index in range(at, at + _NOUN):
        word = sentence.words[index]
        if word.noun is not None and word.plural:
            return word.noun.cls in _PERSONS and word.noun.category in _NO_ROLE
        if sentence.numbers[index] is not None or word.flags & s.PREP or sentence.lowers[index] in _MARKS:
            break
    return False
