"""Numbers held against others: they count the same at another time ("down from 9,100", "from 30 in May to 12")."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.categories.shared import copy
from figures.clause.evidence import WEAK
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips.look import held_against
from figures.tokens import Sentence

_ENDS_OF_CHANGE = frozenset(("from", "to"))
_PEOPLE = frozenset(("combatant", "household", "label", "person"))
_TOTALS = frozenset(("count", "figure", "number", "tally", "total"))
_LEVEL = 6  # tokens between the two ends of a change
_NEXT = 4  # figures that may be the one to come
_OPENS = 5  # tokens of "Down from as many as"


def is_held_against(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "down from a peak of 63,000", "against the 15 required"."""
    at = found.first - 1
    while at > 0 and (
        sentence.words[at].before is not None or sentence.words[at].flags & (s.DET | s.TRANSPARENT)
    ):
        if sentence.lowers[at] in lexicon.lists.comparisons:
            return True
        at -= 1
    if at < 1:
        return False
    token = sentence.lowers[at]
    known = lexicon.lists.comparisons
    if token in known or f"{sentence.lowers[at - 1]} {token}" in known:
        return True
    if sentence.lowers[at - (token == ".")] in lexicon.lists.gone:
        return sentence.lowers[at - (token == ".") - 1] == "("  # "(prev. 28)"
    unit = sentence.words[at].unit  # "(prev. week 90)"
    return unit is not None and unit.kind == "time" and held_against(sentence, lexicon, at)


def is_other_end(sentence: Sentence, previous: Candidate, found: Candidate) -> bool:
    """Tell where a change ended or began: "fell from 30 in May *to 12*", "rose to 30 in May, *from 12*"."""
    token = sentence.lowers[found.first - 1]
    if token not in _ENDS_OF_CHANGE or previous.unit_kind != "count" or previous.unit_id == "unknown":
        return False
    other = "from" if token == "to" else "to"
    near = found.first - previous.after < _LEVEL
    return near and sentence.lowers[previous.first - 1].rpartition(" ")[2] == other


def is_new_total(sentence: Sentence, previous: Candidate, found: Candidate) -> bool:
    """Tell what a count comes to with those before: "12 more huts (bringing the total to *40*)"."""
    at = found.first - 1
    while at > 0 and sentence.words[at].before is not None:
        at -= 1
    if sentence.lowers[at] != "to" or sentence.lowers[at - 1] not in _TOTALS:
        return False
    counted = previous.noun is not None and previous.noun.cls not in _PEOPLE
    return counted and sentence.words[at - 2].flags & s.DET != 0 and bool(sentence.words[at - 3].verbs)


def hold_against(sentence: Sentence, lexicon: Compiled, live: list[Candidate]) -> None:
    """Give the first number, if nothing is said of it, what is said of the count that it is held against."""
    found = live[0]
    if found.unit_kind != "count" or not _waits(sentence, lexicon, found):
        return
    for other in live[1:_NEXT]:
        if other.unit_kind == "count" and "," in sentence.lowers[found.after : other.first]:
            if other.category not in WEAK:
                copy(found, other)
            return


def _waits(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "Up from 40, ..." and "They had put the toll at 40, but ..." from a number of something else."""
    if found.first <= _OPENS:
        return is_held_against(sentence, lexicon, found)
    size = found.first - 2
    return sentence.lowers[size + 1] == "at" and sentence.words[size].flags & s.SIZE != 0
