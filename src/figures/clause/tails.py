"""Tails of labels: when, where and why what a label names was so: "Deaths *since 1 May*: 12"."""

from __future__ import annotations

from figures.clause.asides import DASHES
from figures.clause.evidence import STOP
from figures.lexicon import senses as s
from figures.tokens import Sentence

_LONGEST = 16  # tokens of a label with its tail
#: Prepositions behind which a label may name something still: "People in need *of* water", "Cost *for* schools".
_NAMING = frozenset(("for", "of", "to", "with", "without"))
_PEOPLE = frozenset(("combatant", "household", "label", "person"))
_ENDS = STOP | {"/"}


def before_tail(sentence: Sentence, last: int) -> int:
    """Return the last token of what a label that ends at a token names, its tail left out."""
    named = last
    for at in range(last - 1, max(-1, last - _LONGEST), -1):
        token, number = sentence.lowers[at], sentence.numbers[at]
        if token in _ENDS or number is not None and number.skipped is None and number.unit_kind != "time":
            break
        if token in DASHES and not sentence.adjacent(at) and not sentence.adjacent(at + 1):
            break  # "Storms in Bol – families displaced: 12"
        if _names(sentence, at) and _opens(sentence, at + 1, last):
            named = at
    return named


def _names(sentence: Sentence, at: int) -> bool:
    """Tell a word that a label may end at: a participle, what people are, things in the plural."""
    word = sentence.words[at]
    if sentence.numbers[at] is not None or word.flags & s.PREP:
        return False
    noun = word.noun
    return (
        word.forms & s.PARTICIPLE != 0
        or word.adjectives != ()
        or noun is not None
        and (word.plural or noun.cls == "label")
    )


def _opens(sentence: Sentence, at: int, last: int) -> bool:
    """Tell the token that a tail begins with: "*since* 1 May", "*, January-June*", "*(as of 3 June)*"."""
    token, opener = sentence.lowers[at], sentence.words[at]
    if opener.flags & s.PREP:
        return token not in _NAMING and not opener.adjectives  # "in need of"
    if token != "," and not (token == "(" and sentence.lowers[last] == ")"):
        return token == "as"  # "as of 3 June", "as a result of the raid"
    for word in sentence.words[at + 1 : last + 1]:
        if word.forms & s.PARTICIPLE or word.adjectives or word.noun is not None and word.noun.cls in _PEOPLE:
            return False  # "Dead, injured: 12"
    return True
