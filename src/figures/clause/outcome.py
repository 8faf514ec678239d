"""What became of people to whom something was done: "were abducted *and later killed*", "struck *by a car*"."""

from __future__ import annotations

from figures.clause.evidence import OBJECT, STOP, SUBJECT, Evidence, Reading, form_of, says
from figures.clause.voice import opens_phrase
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_BY = frozenset(("across", "by", "in", "on", "with"))
_BLOW = 4  # tokens of what hits people
_CHAIN = 9  # tokens between two verbs of a chain
_DONE = Reading(form_of(s.PARTICIPLE, OBJECT, SUBJECT))
_FINITE = Reading(form_of(s.PAST, SUBJECT))
_FATE = "people.killed"
#: Categories of what may be done on the way to something worse, and what goes before them.
_HELD = frozenset(("people.abducted", "people.detained", "people.missing", "people.trapped"))
_SLIGHT = frozenset(("people.affected", "people.deprived", "people.targeted"))
_WORSE = frozenset(
    (_FATE, "people.abducted", "people.detained", "people.displaced", "people.injured", "people.missing")
)


def outcome(sentence: Sentence, lexicon: Compiled, found: Evidence, classes: tuple[str, ...]) -> Evidence:
    """Return what the last verb of a chain says, where it is worse: "was stopped, robbed *and killed*"."""
    if found.category == "people.injured":
        died = _died(sentence, lexicon, found.at + 1)
        return found._replace(category=_FATE, at=died) if died else found
    if found.category not in _HELD and found.category not in _SLIGHT:
        return found  # most of all
    if found.category == "people.affected" and _is_hurt(sentence, lexicon, found.at + 1):
        return found._replace(category="people.injured")
    joined = False
    for index in range(found.at + 1, found.at + 1 + _CHAIN):
        word, token = sentence.words[index], sentence.lowers[index]
        if token in STOP or not token or sentence.numbers[index] is not None or word.flags & s.NEG:
            break
        if word.flags & s.CONJ or token in (",", "but", "before"):
            joined = True
        elif joined and (word.flags & (s.TRANSPARENT | s.BE) or token == "being"):
            continue
        elif joined:
            if not word.forms & s.PARTICIPLE or opens_phrase(sentence, index + 1):
                break
            category = says(lexicon, word, _DONE, classes)
            if category == _FATE or category in _WORSE and found.category in _SLIGHT:
                found = found._replace(category=category, at=index)
            joined = False
        elif word.flags & (s.AUX | s.CONTRAST | s.REL) or word.is_verb_only:
            break
    return found


def _died(sentence: Sentence, lexicon: Compiled, at: int) -> int:
    """Return the word for a death that follows: "was shot *and later died*", 0 where none does."""
    for index in range(at, at + _CHAIN):
        word, token = sentence.words[index], sentence.lowers[index]
        if (
            token in STOP
            or not token
            or sentence.numbers[index] is not None
            or word.flags & (s.CONTRAST | s.REL)
        ):
            break
        if word.flags & s.CONJ:
            verb = index + 1
            while sentence.words[verb].flags & s.TRANSPARENT:
                verb += 1
            dead = says(lexicon, sentence.words[verb], _FINITE, ("person",)) == _FATE
            return verb if dead else 0
    return 0


def _is_hurt(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell a blow: "was struck *on the head*", "were hit *by a stray bullet*"."""
    if sentence.lowers[at] not in _BY:
        return False
    for index in range(at + 1, at + 1 + _BLOW):
        word, token = sentence.words[index], sentence.lowers[index]
        if token in lexicon.lists.blows:
            return not sentence.words[index + 1].nominals  # "hit by a car bombing"
        if token in STOP or not token or word.flags & (s.PREP | s.CONJ | s.AUX):
            break
    return False
