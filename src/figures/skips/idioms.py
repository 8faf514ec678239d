"""Numbers that count nothing: ordinals, scores, pronouns, periods, digit strings that are no number."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compile import Compiled
from figures.skips.calendar import TIME
from figures.skips.look import (
    ORDINALS,
    lower_at,
    word_at,
)
from figures.tokens import Sentence

_PERIODS = frozenset(
    ("first", "second", "third", "fourth", "latter", "last", "this", "each", "previous", "next", "final")
)

_FEW_BEFORE = frozenset(
    (
        "past",
        "last",
        "next",
        "first",
        "these",
        "those",
        "another",
        "the",
        "recent",
        "coming",
        "every",
        "final",
        "previous",
    )
)


def unread(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Name what a digit string with inner marks is when it is no single number."""
    token = sentence.lowers[found.first]
    if token in lexicon.names or f"{token}" in lexicon.names:
        return "name"
    if found.value is not None:
        return None
    if TIME.fullmatch(token):
        return "time"
    if "/" in token:
        return "date"
    return "list" if "," in token else "identifier"


def ordinal(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    behind = found.after
    if found.kind == "digits":
        return "ordinal" if lower_at(sentence, behind) in ORDINALS and sentence.adjacent(behind) else None
    if lower_at(sentence, behind) in ("-", "–"):
        behind += 1
    if (
        found.kind == "words"
        and word_at(sentence, behind).flags & s.ORDINAL
        and found.value in (20, 30, 40, 50, 60, 70, 80, 90, 100)
    ):
        return "ordinal"
    return None


def idiom(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find number words that count nothing: "one another", "the second half of the year", "scores high"."""
    token, words = sentence.lowers[found.first], lexicon.numbers
    before, behind = lower_at(sentence, found.first - 1), lower_at(sentence, found.after)
    if token == "one" and found.after == found.first + 1:
        return "pronoun" if behind in words.one_after or before in words.one_before else None
    if token == "half" and behind == "-" and word_at(sentence, found.after + 1).unit is None:
        return "compound"
    if token in ("half", "quarter", "quarters") and found.kind == "fraction":
        period = before in _PERIODS or behind == "year" or (token != "half" and before not in ("a", "one"))
        return (
            "period"
            if period or behind == "of" and lower_at(sentence, found.after + 1)[:2] in ("19", "20")
            else None
        )
    if token == "few" and before.rpartition(" ")[2] not in _FEW_BEFORE:
        return "uncounted"
    if token == "scores" and (word_at(sentence, found.after).flags & s.DET or behind == "on"):
        return "idiom"
    return None


def score(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find score lines and odds: "won 3-0"."""
    if (
        found.kind == "digits"
        and lower_at(sentence, found.first - 1) in ("won", "lost", "beat", "drew", "score", "win")
        and lower_at(sentence, found.after) == "-"
    ):
        return "score"
    if (
        found.kind == "digits"
        and found.first >= 3
        and lower_at(sentence, found.first - 1) == "-"
        and lower_at(sentence, found.first - 3) in ("won", "lost", "beat", "drew", "score", "win")
    ):
        return "score"
    return None
