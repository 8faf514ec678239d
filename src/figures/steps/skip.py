"""Skip: numbers that are no figures (dates, times, years, ordinals, identifiers ...), each with its reason.

The rules of `skips/` are asked in order, and the first reason wins. Two further passes carry a reason along lists and
ranges ("21 and 22 August", "wards 1, 2 and 5").
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips import calendar, glued, idioms, names, serials
from figures.skips.look import ORDINALS, counts
from figures.tokens import Sentence

Rule = Callable[[Sentence, Compiled, Candidate], str | None]

_DIGIT_RULES: tuple[Rule, ...] = (
    calendar.date,  # most of what is skipped
    serials.phone,
    glued.glued,
    idioms.unread,
    idioms.ordinal,
    calendar.short_year,
    calendar.time,
    calendar.year,
    serials.list_mark,
    names.identifier,
    serials.coordinate,
    idioms.score,
    idioms.idiom,
)
_WORD_RULES: tuple[Rule, ...] = (
    idioms.ordinal,
    calendar.date,
    calendar.time,
    names.identifier,
    idioms.idiom,
)
#: The rules for each kind of number, in order; a kind that is not named here can be an idiom only.
RULES = {"digits": _DIGIT_RULES, "words": _WORD_RULES}
_OTHER_RULES: tuple[Rule, ...] = (idioms.idiom,)

#: Words before a number that may make it a date, a year or a name, and the digits of a year.
_TELLING = s.MONTH | s.WEEKDAY | s.IDENTIFIER | s.ERA | s.YEAR_BEFORE | s.DET
_YEAR = 4

#: Reasons that neighbours share.
_SPREADING = frozenset(("date", "identifier", "year", "time", "phone"))


def skip(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> list[Candidate]:
    """Mark the candidates that are no figures."""
    for found in candidates:
        if found.skipped is None:
            _judge(sentence, lexicon, found)
    for left, right in pairwise(candidates):
        _spread(sentence, lexicon, left, right)
    for right, left in pairwise(reversed(candidates)):
        _spread_back(sentence, lexicon, left, right)
    return candidates


def _judge(sentence: Sentence, lexicon: Compiled, found: Candidate) -> None:
    if found.kind == "digits" and _is_plain(sentence, found):
        return
    for rule in RULES.get(found.kind, _OTHER_RULES):
        reason = rule(sentence, lexicon, found)
        if reason is not None:
            found.skip(reason)
            return


def _is_plain(sentence: Sentence, found: Candidate) -> bool:
    """Tell a plain count between words, "killed 300 people", of which no rule can hold; half of all numbers are."""
    first, after = found.first, found.after
    if after != first + 1 or after >= sentence.size or not first or found.value is None:
        return False
    behind, before = sentence.words[after], sentence.words[first - 1]
    counted = behind.noun is not None and behind.plural and not behind.flags
    if not counted or before.flags & _TELLING or before.noun is not None or before.before is not None:
        return False
    parted = sentence.starts[after] > found.end and found.start > sentence.ends[first - 1]
    return parted and sentence.lowers[first - 1].isalpha() and len(sentence.lowers[first]) != _YEAR


def _spread(sentence: Sentence, lexicon: Compiled, decided: Candidate, behind: Candidate) -> None:
    """Carry the reason of a number to the next one, where they share a list or range."""
    reason = decided.skipped
    if reason not in _SPREADING or behind.skipped is not None or behind.value is None:
        return
    if decided.after == behind.first:
        if behind.kind == "digits" and reason != "date" and not counts(sentence, behind):
            behind.skip(reason)
        return
    between = _joiners(sentence, lexicon, decided, behind)
    if not between or counts(sentence, behind) and not (reason == "date" and between == [","]):
        return
    if between == [","] and reason in ("year", "time"):
        return
    if _fits(reason, behind):
        behind.skip(reason)


def _spread_back(sentence: Sentence, lexicon: Compiled, before: Candidate, decided: Candidate) -> None:
    """Carry the date or year of a number to the one before it: "21 and 22 August"."""
    reason = decided.skipped
    if reason not in _SPREADING or before.skipped is not None or before.value is None:
        return
    between = _joiners(sentence, lexicon, before, decided)
    if not between or reason == "identifier" or reason == "year" and before.value < 1900:
        return
    if reason != "date" and between[0] not in ("-", "–", "to", "and"):
        return
    if _fits(reason, before):
        before.skip(reason)


def _joiners(sentence: Sentence, lexicon: Compiled, left: Candidate, right: Candidate) -> list[str]:
    """Return the one or two tokens that join two numbers, or nothing."""
    between = sentence.lowers[left.after : right.first]
    if len(between) == 2 and between[0] in ORDINALS:
        del between[0]
    return between if len(between) <= 2 and lexicon.lists.joiners.issuperset(between) else []


def _fits(reason: str, judged: Candidate) -> bool:
    """Tell whether a number can be a date because its neighbour is one; for other reasons digits will do."""
    if reason != "date":
        return judged.kind == "digits"
    return judged.value is not None and (judged.value <= 31 or 1900 <= judged.value <= 2099)
