"""Cues that a small word makes of what stands before it: "a campaign to", "documented by", "the plan calls for"."""

from __future__ import annotations

from figures.commitment.friends import is_infinitive
from figures.commitment.sources import names_body
from figures.lexicon import senses as s
from figures.lexicon.wordlists import WordLists
from figures.tokens import Sentence

_NEWS = frozenset(
    (
        *(
            "account",
            "accounts",
            "alert",
            "alerts",
            "confirmation",
            "information",
            "message",
            "messages",
            "news",
        ),
        *("notification", "report", "reports", "testimony", "update", "updates", "word"),
    )
)
_TELLER = 10  # tokens of who tells


def undertaking(sentence: Sentence, names: frozenset[str]) -> int | None:
    """Find the "to" of what somebody sets out to do: "a campaign *to* vaccinate 300,000 children"."""
    lowers, at = sentence.lowers, -1
    for _ in range(lowers.count("to")):
        at = lowers.index("to", at + 1)
        meant = lowers[at - 1].rpartition(" ")[2] in names or lowers[at - 2 : at] == ["under", "way"]
        if meant and is_infinitive(sentence, at + 1):
            return at
    return None


def finders(sentence: Sentence, lists: WordLists) -> int | None:
    """Find the "by" before those who found a number out: "312 attacks were documented *by* OHCHR"."""
    lowers, at = sentence.lowers, -1
    for _ in range(lowers.count("by")):
        at = lowers.index("by", at + 1)
        if lowers[at - 1] in lists.found_out and names_body(sentence, at + 1, lists.sources):
            return at
    return None


def told_from(sentence: Sentence, lists: WordLists) -> int | None:
    """Find the "from" before who tells something: "a report *from* the mayor that 40 people died"."""
    lowers, at = sentence.lowers, -1
    for _ in range(lowers.count("from")):
        at = lowers.index("from", at + 1)
        if lowers[at - 1] in _NEWS and names_body(sentence, at + 1, lists.sources):
            behind = lowers[at + 2 : at + _TELLER]
            if "that" in behind and "," not in behind[: behind.index("that")]:
                return at
    return None


def calls_for(sentence: Sentence, at: int, lists: WordLists) -> bool:
    """Tell what a plan calls for, and a pause that people call for: "calls for a *72-hour* truce"."""
    caller = sentence.lowers[at - 1].rpartition(" ")[2]
    if caller in lists.undertakings or caller in lists.written_plans:
        return True
    number = sentence.numbers[at + 2] if sentence.words[at + 1].flags & s.DET else None
    return number is not None and sentence.lowers[number.after] == "-"
