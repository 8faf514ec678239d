"""A number that opens its sentence, held against the one to come: "Up from 40 last week, 175 boys were moved"."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.categories.shared import copy
from figures.clause.evidence import WEAK
from figures.held import is_held_against
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

_NEXT = 4  # figures that may be the one to come
_OPENS = 5  # tokens of "Down from as many as"


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
