"""What a word of doubt is about beside the number of its sentence: who did a deed, and why."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment.friends import is_number
from figures.lexicon import senses as s
from figures.tokens import Sentence

#: Words of doubt that stand before their noun.
_ADJECTIVES = frozenset(
    ("alleged", "possible", "potential", "presumed", "probable", "purported", "supposed", "suspected")
)
#: What opens the reason of a deed, and what follows "in" there.
_WHY = frozenset(
    ("after", "as", "because", "because of", "by", "due to", "following", "for", "over", "while")
)
_IN_WHY = frozenset(
    ("connection", "protest", "reprisal", "response", "retaliation", "revenge", "self-defence")
)
_ACCUSES = frozenset(("accuse", "accused", "accuses", "accusing"))
_OF_WHAT = frozenset(("for", "in", "of", "over", "that", "with"))
_PHRASE = 7  # tokens of a noun phrase up to its verb


def doubts_other(sentence: Sentence, at: int, first: int) -> bool:
    """Tell who only may have done what is certain: "*suspected* Odran fighters killed 12 herders"."""
    if sentence.lowers[at] not in _ADJECTIVES:
        return False  # most of all
    if sentence.words[at - 1].flags & s.BE or states(sentence, at):
        return False  # "are suspected dead"
    for index in range(at + 2, min(first, at + 2 + _PHRASE)):
        word = sentence.words[index]
        if word.flags & (s.BE | s.HAVE | s.MODAL):
            return False
        plain = not word.forms and word.noun is None and sentence.lowers[index].endswith("ed")
        if plain or word.forms & (s.PAST | s.THIRD):
            doer = sentence.words[index - 1]
            if doer.noun is not None and doer.noun.strong and doer.noun.cls != "event":
                return False  # "suspected deaths rose to 12"
            plural = doer.plural or sentence.lowers[index - 1].endswith("s")
            if plain or word.is_verb_only or plural or doer.strange or is_number(sentence, index + 1):
                return True
        if word.flags & s.REL:
            return False
    return False


def states(sentence: Sentence, at: int) -> bool:
    """Tell the verb from the adjective: "villagers *alleged* soldiers killed 12"."""
    before = sentence.words[at - 1]
    if not at or before.flags or sentence.numbers[at - 1] is not None:
        return False
    named = before.strange and sentence.is_capital(at - 1)
    return named or before.noun is not None and not before.verbs


def accuses(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell those who are accused from what they are accused of: "accused the *two* men *of* taking 40 goats"."""
    between = sentence.lowers[at + 1 : found.first]
    return sentence.lowers[at] in _ACCUSES and _OF_WHAT.isdisjoint(between)


def tells_why(sentence: Sentence, at: int) -> bool:
    """Tell a doubt about the reason only: "one guard was shot, allegedly *over* a debt"."""
    if (
        not sentence.lowers[at].endswith("ly")
        or sentence.words[at - 1].flags & s.AUX
        or is_number(sentence, at + 1)
    ):
        return False
    token = sentence.lowers[at + 1]
    return (
        token in _WHY
        or token.partition(" ")[0] == "in"
        and (sentence.lowers[at + 2] in _IN_WHY or token.rpartition(" ")[2] in _IN_WHY)
    )
