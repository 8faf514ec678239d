"""Where a clause of a plan turns to what is so already: "a curfew *that has lasted*", "*given* the rain"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.commitment.friends import WERE, is_number
from figures.lexicon import senses as s
from figures.lexicon.wordlists import WordLists
from figures.tokens import Sentence

BREAKS = frozenset((";", "—", "–", ":", "|", "•"))
MARKS = BREAKS | frozenset(",()")
TURN = 12  # tokens up to the verb of a clause
_VERB = 5  # tokens up to the verb of a relative clause
_HEADS = 3  # tokens of the noun that a list follows
_ASIDES = frozenset(",-–—(")
_SMALL = s.DET | s.PREP | s.CONJ | s.REL | s.SUB | s.AUX | s.PRON | s.NEG
_PAST = WERE | {"got"}
#: Words at the beginning of a sentence whose clause a comma closes.
_OPENERS = frozenset(
    (
        *(
            "ahead of",
            "although",
            "amid",
            "as",
            "because",
            "despite",
            "in an effort to",
            "in order to",
            "since",
        ),
        *("so as to", "though", "to", "while", "with", "with a view to", "with the aim of"),
    )
)
_REASONS = frozenset(("as", "because", "since"))
#: What a plan brings.
_GOODS = frozenset(("aid", "goods", "items", "kits", "materials", "relief", "supplies", "supply"))
_LISTED = frozenset(("-", "•", "*", "·", "o"))


def is_cause(sentence: Sentence, at: int) -> bool:
    """Tell what makes something likely: "may rise *given* the 40 wounded", not "is given", "due to open"."""
    behind = sentence.words[at + 1]
    if sentence.words[at - 1].flags & (s.AUX | s.DET) or behind.forms & s.BASE and behind.noun is None:
        return False
    return sentence.lowers[at] != "given" or behind.flags & s.PREP == 0


def turns_back(sentence: Sentence, found: Candidate, index: int) -> bool:
    """Tell a clause on what is past: "will close a plant *that made* 40 cars", "will meet *after* 12 men *died*"."""
    if sentence.lowers[index] == "that":
        return _is_past(sentence, index + 1)
    if sentence.words[index].flags & s.REL:
        aside = sentence.lowers[index - 1] in _ASIDES
        at = finite(sentence, index + 1, index + 1 + _VERB)
        word = sentence.words[index + 1]
        plain = word.noun is None and sentence.numbers[index + 1] is None
        if not word.flags and (plain or aside and word.forms & (s.BASE | s.THIRD)):
            at = index + 1  # "which *accounted* for", ", which *stretch* along"
        if at is None and aside:
            at = index + 1  # ", which *stretch* along the coast and are"
        past = at is not None and (_is_past(sentence, at) or aside and not sentence.words[at].flags & s.MODAL)
        return past and "," not in sentence.lowers[index + 1 : found.first]
    at = finite(sentence, index + 1, index + 1 + TURN)
    if at is None:
        return False
    reason = sentence.lowers[index] in _REASONS and sentence.words[at].flags & s.BE
    return bool(reason) or _is_past(sentence, at)  # "may rise *as* 40 people *are* missing"


def may_turn(sentence: Sentence, index: int, lists: WordLists) -> bool:
    """Tell a word that may open a clause on what is past: "after", "which", "a curfew *that*", not "ensure that"."""
    if sentence.lowers[index] != "that":
        return sentence.lowers[index] in lists.turns or sentence.words[index].flags & s.REL != 0
    before = sentence.words[index - 1]
    return (
        not before.flags & _SMALL and (before.noun is not None or before.strange) and before.certainty is None
    )


def in_past_clause(sentence: Sentence, found: Candidate) -> bool:
    """Tell a number inside a relative clause before the main verb: "the storm *that killed 40 people* may"."""
    for index in range(found.first - 1, max(0, found.first - _VERB), -1):
        if sentence.lowers[index] in MARKS or sentence.numbers[index] is not None:
            return False
        if sentence.words[index].flags & s.REL and index + 1 < found.first:
            return _is_past(sentence, index + 1)
    return False


def lists_behind(sentence: Sentence, index: int, found: Candidate) -> bool:
    """Tell a colon before a list of what is spoken of: "will carry the following items*:* 20 tents and 9 kits"."""
    first = index + 1 + (sentence.lowers[index + 1] in _LISTED)
    if finite(sentence, found.after, found.after + TURN) is not None:
        return False
    heads = [token.rpartition(" ")[2] for token in sentence.lowers[max(0, index - _HEADS) : index]]
    if "following" in heads or "follows" in heads:
        return finite(sentence, index + 1, found.first) is None
    return is_number(sentence, first) and not _GOODS.isdisjoint(heads)


def opens_main_clause(sentence: Sentence, found: Candidate, at: int, comma: int) -> bool:
    """Tell the comma before the main clause: "*With* more rain expected*,* half the villages are cut off"."""
    first = 1 if sentence.words[0].flags & s.CONTRAST else 0
    if sentence.lowers[first] not in _OPENERS or "," in sentence.lowers[first:at]:
        return False
    return (
        finite(sentence, comma + 1, found.first) is not None
        or finite(sentence, found.after, found.after + TURN) is not None
    )


def finite(sentence: Sentence, first: int, after: int) -> int | None:
    """Find the first finite verb before the next mark."""
    for at in range(first, min(after, sentence.size)):
        word = sentence.words[at]
        if sentence.lowers[at] in MARKS:
            return None
        if word.flags & (s.AUX | s.LEVEL):
            return at
        if word.is_finite:
            return at
    return None


def _is_past(sentence: Sentence, at: int) -> bool:
    word, token = sentence.words[at], sentence.lowers[at]
    if word.flags & s.AUX:
        return token in _PAST or word.flags & s.HAVE != 0 and token != "having"
    return word.forms & s.PAST != 0 or token.endswith("ed")
