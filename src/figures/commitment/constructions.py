"""Words that are cues of commitment in one construction only: "put the toll at", "must feed", "are due to arrive"."""

from __future__ import annotations

from figures.commitment.ends import ENDS
from figures.commitment.links import calls_for
from figures.lexicon import senses as s
from figures.lexicon.wordlists import WordLists
from figures.tokens import Sentence

_SUBJECT = 11  # tokens of a subject
_BASIS = 9  # tokens behind "based on"
_NOUN_PHRASE = 3  # tokens of a noun phrase up to its head
_OBJECT = 10  # tokens between "estimated" and "at"
_TOLL = 6  # tokens between "gave" and the end of "a slightly lower toll of"
_TOLLS = frozenset(("count", "estimate", "figure", "tally", "toll"))
_COMING = frozenset(("combatant", "good", "household", "person", "team", "vehicle"))
#: What people are owed.
_OWED = frozenset(("people.evacuated", "people.reached", "people.relocated", "people.rescued"))


def holds(sentence: Sentence, at: int, cue_class: str, lists: WordLists) -> bool:
    """Judge the words that are cues in one construction only, by what stands beside them."""
    if cue_class == "findings":
        return _is_found(sentence, at, lists.inquiries)
    if cue_class == "states":  # not "in 11 states that were hit"
        return sentence.lowers[at + 1] == "that" and sentence.numbers[at - 1] is None
    if cue_class == "per":  # "displaced per DTM"
        return sentence.raw_at(at + 1).isupper() and len(sentence.lowers[at + 1]) > 2
    if cue_class == "put":
        return _puts_size(sentence, at)
    if cue_class == "gave":
        return _gives_toll(sentence, at)
    if cue_class == "calls":
        return calls_for(sentence, at, lists)
    if cue_class == "dismissed":
        return _dismisses(sentence, at, lists.claims)
    if cue_class == "risk":
        return _is_deed(sentence, at)
    if cue_class == "must":
        return _owes(sentence, at + 1)
    return cue_class != "based" or _is_sourced(sentence, at, lists)


def _dismisses(sentence: Sentence, at: int, claims: frozenset[str]) -> bool:
    """Tell what is said from all else that may be rejected: "rejected a report of 4 deaths", not "4 appeals"."""
    for index in range(at + 1, at + 1 + _NOUN_PHRASE):
        token = sentence.lowers[index].partition(" ")[0]
        if token == "that" or token in claims:
            return True
        if sentence.numbers[index] is not None:
            return False
    return False


def _is_deed(sentence: Sentence, at: int) -> bool:
    """Tell "at risk of *being beaten*" and "*at risk of eviction*", an entry, from "at risk of *flooding*"."""
    if sentence.lowers[at] != "at risk":
        return True
    deed = at + 2 if sentence.lowers[at + 1] == "of" else at
    word = sentence.words[deed]
    return sentence.lowers[deed].partition(" ")[0].endswith("ing") and word.noun is None and not word.nominals


def _owes(sentence: Sentence, at: int) -> bool:
    """Tell what must be done for others, "must *feed* 300", from what just must be, "must serve 15 days"."""
    at += sentence.words[at].flags & s.BE != 0
    if sentence.lowers[at] == "serve":
        return False
    frames = [frame for frame, form in sentence.words[at].verbs if form & (s.BASE | s.PARTICIPLE)]
    return any(frame.recipient or frame.object.get("person") in _OWED for frame in frames)


def is_awaited(sentence: Sentence, at: int) -> bool:
    """Tell "are *due to* arrive", "ships *due to* arrive" from "closed *due to* control measures"."""
    if sentence.words[at + 1].noun is not None:
        return False
    before = sentence.words[at - 1]
    return (
        before.flags & (s.BE | s.TRANSPARENT) != 0 or before.noun is not None and before.noun.cls in _COMING
    )


def estimates_at(sentence: Sentence, at: int) -> bool:
    """Tell a verb whose object stands before its size: "the agency has *estimated* the loss *at* $7 million"."""
    before = sentence.words[at - 1]
    if at == 0 or before.flags & (s.DET | s.BE | s.PREP | s.CONJ) or sentence.numbers[at - 1] is not None:
        return False
    for index in range(at + 2, at + _OBJECT):
        if sentence.lowers[index] in ("at", "to be") and any(sentence.numbers[index + 1 : index + 5]):
            return True
        if sentence.lowers[index] in ENDS or sentence.words[index].flags & s.AUX:
            return False
    return False


def _puts_size(sentence: Sentence, at: int) -> bool:
    """Tell "the monitor puts the death toll at 12" from "put 12 to flight"."""
    first = at - 1
    while first > 0 and sentence.words[first].flags & (s.TRANSPARENT | s.CONTRAST):
        first -= 1  # "the monitor *however* put"
    subject = sentence.words[first]
    if subject.noun is None and not sentence.is_capital(first) and not subject.flags & s.HAVE:
        return False
    if (
        sentence.lowers[at + 1] == "the"
        and sentence.lowers[at + 3] == "at"
        and sentence.words[at + 2].noun is None
    ):
        return True  # "put the dead at 12"
    behind = sentence.words[at + 1 : at + 1 + _NOUN_PHRASE]
    return any(word.flags & s.SIZE or word.noun is not None and word.noun.cls == "label" for word in behind)


def _gives_toll(sentence: Sentence, at: int) -> bool:
    """Tell "gave a slightly lower toll *of* 12", "gave the toll *as* 12" from "gave a total of 12 tents"."""
    for index in range(at + 1, at + 1 + _TOLL):
        if sentence.lowers[index] in ("of", "as"):
            return sentence.lowers[index - 1].rpartition(" ")[2] in _TOLLS
        if sentence.numbers[index] is not None:
            return False
    return False


def _is_sourced(sentence: Sentence, at: int, lists: WordLists) -> bool:
    """Tell "based on" data or what somebody said from "based on" anything else."""
    behind = sentence.lowers[at + 1 : min(sentence.size, at + _BASIS)]
    return not (lists.inquiries | lists.sources).isdisjoint(token.rpartition(" ")[2] for token in behind)


def _is_found(sentence: Sentence, at: int, inquiries: frozenset[str]) -> bool:
    """Tell a verb with an inquiry for its subject: "screening of 300 children found", not "the report was found"."""
    if sentence.words[at - 1].flags & (s.BE | s.HAVE | s.PREP | s.CONJ):
        return False
    for index in range(at - 1, max(-1, at - _SUBJECT), -1):
        token, word = sentence.lowers[index], sentence.words[index]
        if token.rpartition(" ")[2] in inquiries:
            return not sentence.words[index - 1].flags & s.PREP
        if sentence.numbers[index] is not None:
            continue
        if token in ENDS or word.flags & (s.AUX | s.REL | s.CONJ | s.SUB):
            return False
    return False
