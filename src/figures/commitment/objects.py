"""A number before a cue that is no subject of its clause: the object of a verb, a thing given, one in a bracket."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.tokens import Sentence

_VERB = 5  # tokens up to the verb of a relative clause
_THESE = frozenset(("the", "these", "those"))


def is_given(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell what is there whatever is planned: "the talks between *the two* armies will"."""
    if sentence.lowers[found.first - 1] not in _THESE:
        return False
    if sentence.lowers[at].endswith("ed") and " " not in sentence.lowers[at]:
        return False  # "with the 7% growth *expected*"
    return sentence.words[found.first - 2].flags & s.PREP != 0


def in_object_of(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell what is said of a part of the phrase only: "gives 9 examples of schemes that could", "valued at 9, will"."""
    if sentence.lowers[at - 1] == "that":
        return sentence.lowers[found.after + 1] == "of" and has_verb_before(sentence, found)
    if sentence.lowers[at - 1] != ",":
        return False
    if "," not in sentence.lowers[: at - 1] and sentence.words[at].flags & s.MODAL:
        before = sentence.words[: found.first]
        if any(word.is_finite or word.flags & (s.BE | s.HAVE) for word in before):
            return True  # "raises its aid to $2 million, may send more"
    for index in range(found.first - 1, max(0, found.first - _VERB - 2), -1):
        if sentence.lowers[index] == ",":
            word = sentence.words[index + 1]
            token = sentence.lowers[index + 1]
            return word.flags & s.REL != 0 or token == "worth" or not word.flags and token.endswith("ed")
    return False


def has_verb_before(sentence: Sentence, found: Candidate) -> bool:
    """Tell a number that is the object or complement of a verb: "there are also 20 women", "killed 12"."""
    at = found.first - 1
    while at > 0 and (
        sentence.words[at].before is not None
        or sentence.words[at].flags & (s.DET | s.TRANSPARENT)
        or not sentence.lowers[at].isalnum()
        and sentence.adjacent(at + 1)  # a sign of money
    ):
        at -= 1
    word = sentence.words[at]
    if at < 0 or word.certainty is not None:
        return False
    return bool(word.flags & (s.BE | s.HAVE) or word.is_finite)


def has_past_before(sentence: Sentence, found: Candidate) -> bool:
    """Tell the object of a deed that is done: "*fired* several rounds"."""
    word = sentence.words[found.first - 1]
    return bool(word.forms & s.PAST and word.is_verb_only and not word.flags)


def closed_bracket(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell a number in a bracket that closes before the cue: "in Port Rell (population 9,400), early figures ..."."""
    between = sentence.lowers[found.after : at]
    return ")" in between and "(" not in between


def in_aside(sentence: Sentence, found: Candidate, at: int) -> bool:
    """Tell a number in a bracket on something else: "staff (of two agencies) may", not "(a total of 38) may"."""
    if not closed_bracket(sentence, found, at):
        return False
    first = found.first - 1
    while first > 0 and sentence.lowers[first] != "(":
        first -= 1
    opener = sentence.words[first + 1]
    return first + 1 < found.first and bool(opener.flags & s.PREP or opener.noun is not None)
