"""Skip: numbers that are no figures (dates, times, years, ordinals, identifiers ...), each with its reason.

`RULES` is the order in which the rules of `skips/` are asked; the first reason wins. Two further passes carry a reason
along lists and ranges ("21 and 22 August", "wards 1, 2 and 5").
"""

from __future__ import annotations

from collections.abc import Callable

from figures.candidates import Candidate
from figures.lexicon.compile import Compiled
from figures.skips import calendar, idioms, names
from figures.skips.look import JOINERS, ORDINALS, counts
from figures.tokens import Sentence

Rule = Callable[[Sentence, Compiled, Candidate], str | None]

RULES: tuple[Rule, ...] = (
    names.phone, names.glued, idioms.unread, idioms.ordinal, calendar.short_year, calendar.date, calendar.time, calendar.year, names.list_mark, names.identifier, names.coordinate,
    idioms.score, idioms.idiom,
)  # fmt: skip

#: The rules that can hold for number words.
WORD_RULES: tuple[Rule, ...] = (idioms.ordinal, calendar.date, calendar.time, names.identifier, idioms.idiom)

OTHER_RULES: tuple[Rule, ...] = (idioms.idiom,)


def skip(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> list[Candidate]:
    """Mark the candidates that are no figures."""
    for found in candidates:
        if found.skipped is None:
            for rule in (
                RULES if found.kind == "digits" else WORD_RULES if found.kind == "words" else OTHER_RULES
            ):
                reason = rule(sentence, lexicon, found)
                if reason is not None:
                    found.skip(reason)
                    break
    for left, right in zip(candidates, candidates[1:]):
        _spread(sentence, left, right, right)
    for left, right in zip(candidates[-2::-1], candidates[:0:-1]):
        _spread(sentence, right, left, left)
    return candidates


def _spread(sentence: Sentence, decided: Candidate, other: Candidate, judged: Candidate) -> None:
    """Carry a date, identifier or year to the neighbour that shares a list or range with it."""
    if (
        decided.skipped not in ("date", "identifier", "year", "time", "phone")
        or judged.skipped is not None
        or judged.value is None
    ):
        return
    first, second = (decided, other) if decided.first < other.first else (other, decided)
    between = sentence.lowers[first.after : second.first]
    if (
        not between
        and judged is second
        and judged.kind == "digits"
        and decided.skipped != "date"
        and not counts(sentence, judged)
    ):
        judged.skip(decided.skipped)
    if len(between) == 2 and between[0] in ORDINALS:
        between = between[1:]
    if not between or len(between) > 2 or not all(token in JOINERS for token in between):
        return
    if judged is second and counts(sentence, judged) and not (decided.skipped == "date" and between == [","]):
        return
    if judged.kind != "digits" and decided.skipped != "date":
        return
    if between == [","] and decided.skipped in ("year", "time"):
        return
    if decided.skipped == "date" and not (judged.value <= 31 or 1900 <= judged.value <= 2099):
        return
    if judged is first and decided.skipped != "date" and between[0] not in ("-", "–", "to", "and"):
        return
    if (
        judged is first
        and decided.skipped in ("identifier", "year")
        and decided.skipped == "year"
        and judged.value < 1900
    ):
        return
    if judged is first and decided.skipped == "identifier":
        return
    judged.skip(decided.skipped)
