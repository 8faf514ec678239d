"""People told by whom they work for: "one local *INGO* was injured" counts somebody of it, not the body."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.clause.evidence import STOP
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import Noun
from figures.phrase import Phrase
from figures.tokens import Sentence

_VERB = 4  # tokens from a body to what befell it
_BRACKET = 8  # tokens of a bracket between them
#: What befalls people and no bodies.
_BEFALLS = frozenset(("people.abducted", "people.detained", "people.injured", "people.killed"))
_SEXES = frozenset(("man", "woman"))
_AID_WORKER = frozenset(("aid_worker",))


def read_staff(sentence: Sentence, lexicon: Compiled, found: Candidate, phrase: Phrase, noun: Noun) -> None:
    """Make a body a person of it where only people are meant: "one male NGO", "one partner was kidnapped"."""
    if noun.unit not in lexicon.lists.staffed:
        return  # most of all
    if sentence.words[found.first - 1].flags & s.PREP:
        return  # "drivers of two NGOs were abducted"
    if _SEXES.isdisjoint(phrase.who) and not _befalls(sentence, phrase.stop):
        return
    phrase.noun = Noun(noun.surface, "person", "person", (), "people.other")
    phrase.who |= _AID_WORKER


def _befalls(sentence: Sentence, at: int) -> bool:
    """Tell "was injured" behind a body, from what is done to bodies too: "was attacked"."""
    if sentence.lowers[at] == "(":
        close = (i for i in range(at, at + _BRACKET) if sentence.lowers[i] == ")")
        at = next(close, at) + 1
    passive = False
    for index in range(at, min(sentence.size, at + _VERB)):
        word = sentence.words[index]
        passive = passive or word.flags & s.BE != 0
        if word.forms & s.PARTICIPLE:
            return passive and any(frame.object.get("person") in _BEFALLS for frame, _ in word.verbs)
        if not word.flags & (s.AUX | s.TRANSPARENT) or sentence.lowers[index] in STOP:
            return False
    return False
