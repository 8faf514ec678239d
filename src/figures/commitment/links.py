"""Cues that a small word makes of what stands before it: "a campaign to", "documented by", "the plan calls for"."""

from __future__ import annotations

from figures.commitment.friends import is_infinitive
from figures.commitment.sources import names_body
from figures.lexicon import senses as s
from figures.lexicon.wordlists import WordLists
from figures.tokens import Sentence


def undertaking(sentence: Sentence, names: frozenset[str]) -> int | None:
    """Find the "to" of what somebody sets out to do: "a campaign *to* vaccinate 300,000 children"."""
    for at in range(1, sentence.size - 1):
        set_out = sentence.lowers[at] == "to" and sentence.lowers[at - 1].rpartition(" ")[2] in names
        if set_out and is_infinitive(sentence, at + 1):
            return at
    return None


def finders(sentence: Sentence, lists: WordLists) -> int | None:
    """Find the "by" before those who found a number out: "312 attacks were documented *by* OHCHR"."""
    for at in range(1, sentence.size - 1):
        found = sentence.lowers[at] == "by" and sentence.lowers[at - 1] in lists.found_out
        if found and names_body(sentence, at + 1, lists.sources):
            return at
    return None


def calls_for(sentence: Sentence, at: int, lists: WordLists) -> bool:
    """Tell what a plan calls for, and a pause that people call for: "calls for a *72-hour* truce"."""
    caller = sentence.lowers[at - 1].rpartition(" ")[2]
    if caller in lists.undertakings or caller in lists.written_plans:
        return True
    number = sentence.numbers[at + 2] if sentence.words[at + 1].flags & s.DET else None
    return number is not None and sentence.lowers[number.after] == "-"
