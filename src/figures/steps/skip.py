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
from figures.skips import (
    addresses,
    calendar,
    glued,
    idioms,
    items,
    names,
    phones,
    proper,
    references,
    scores,
    serials,
    slang,
)
from figures.skips.look import ORDINALS, counts, is_participle
from figures.tokens import Sentence

Rule = Callable[[Sentence, Compiled, Candidate], str | None]

_DIGIT_RULES: tuple[Rule, ...] = (
    names.numbered,
    calendar.date,  # most of what is skipped
    addresses.address,
    phones.phone,
    slang.spells,
    glued.glued,
    idioms.unread,
    idioms.ordinal,
    idioms.rank,
    calendar.short_year,
    calendar.time,
    calendar.year,
    references.reference,
    serials.list_mark,
    items.inline,
    names.identifier,
    serials.coordinate,
    serials.page,
    serials.tick,
    scores.score,
    idioms.idiom,
)
#: What digits can be that stand between two words, "in 2014 the": the other rules ask for a mark beside them.
_PARTED_RULES: tuple[Rule, ...] = (
    calendar.date,
    addresses.address,
    phones.phone,
    slang.spells,
    calendar.time,
    calendar.year,
    names.identifier,
    serials.coordinate,
    idioms.rank,
)
#: And what digits can be that are an amount by their sign: most other rules look for a date or a name.
_AMOUNT_RULES: tuple[Rule, ...] = (glued.glued, idioms.unread, serials.tick)
_WORD_RULES: tuple[Rule, ...] = (
    idioms.ordinal,
    calendar.date,
    calendar.time,
    names.identifier,
    idioms.idiom,
)
#: The rules for each kind of number, in order; a kind that is not named here can be an idiom only.
RULES = {
    "digits": _DIGIT_RULES,
    "words": _WORD_RULES,
    "vague": (idioms.magnitude, idioms.idiom),
}
_OTHER_RULES: tuple[Rule, ...] = (idioms.idiom,)

#: Words before and behind a number that may make it a date, a year or a name, and the digits of a year.
_TELLING = s.MONTH | s.WEEKDAY | s.IDENTIFIER | s.LEVEL | s.ERA | s.YEAR_BEFORE
_TELLING_BEHIND = s.MONTH | s.CLOCK | s.ERA | s.PREP
_YEAR = 4
#: Digits that stand for "to" and "for" in messages.
_SPOKEN = ("2", "4")

#: Signs that make an amount of the digits before or behind them.
_SHARE, _MONEY = "%", frozenset("$£€")

_FIRST_YEAR, _MONTH_DAYS = 1500, 31
_GAP = 3  # tokens between neighbours, "21st and 22"

#: Reasons that neighbours share.
_SPREADING = frozenset(("date", "identifier", "name", "year", "time", "phone"))


def skip(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> list[Candidate]:
    """Mark the candidates that are no figures."""
    for found in candidates:
        if found.skipped is None:
            _judge(sentence, lexicon, found)
    if len(candidates) < 2:
        return candidates
    pairs = [pair for pair in pairwise(candidates) if pair[1].first - pair[0].after <= _GAP]
    for left, right in pairs:
        if left.skipped is not None and right.skipped is None:
            _spread(sentence, lexicon, left, right)
    for left, right in reversed(pairs):
        if right.skipped is not None and left.skipped is None:
            _spread_back(sentence, lexicon, left, right)
    return candidates


def _judge(sentence: Sentence, lexicon: Compiled, found: Candidate) -> None:
    rules = RULES.get(found.kind, _OTHER_RULES)
    if rules is _WORD_RULES and _is_plain_word(sentence, found):
        rules = _OTHER_RULES
    elif rules is _DIGIT_RULES and _is_amount(sentence, found):
        rules = _AMOUNT_RULES
    elif rules is _DIGIT_RULES and _is_parted(sentence, lexicon, found):
        if _is_plain(sentence, lexicon, found):
            return
        rules = _PARTED_RULES
    for rule in rules:
        reason = rule(sentence, lexicon, found)
        if reason is not None:
            found.skip(reason)
            return


def _is_amount(sentence: Sentence, found: Candidate) -> bool:
    """Tell "40%" and "$5"."""
    return sentence.lowers[found.after] == _SHARE or sentence.lowers[found.first - 1] in _MONEY


def _is_parted(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell whether digits stand between two words, with white space on either side."""
    first, after, lowers = found.first, found.after, sentence.lowers
    if found.value is None or not lowers[first - 1][-1:].isalpha() or not lowers[after][:1].isalpha():
        return False
    if sentence.starts[first] == sentence.ends[first - 1] or sentence.starts[after] == found.end:
        return False
    return lowers[after] not in ORDINALS and lowers[first] not in lexicon.names


def _is_plain(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell a plain count between words, "killed 300 people", of which no rule can hold."""
    before = sentence.lowers[found.first - 1]
    if sentence.words[found.first - 1].flags & _TELLING or before[-1] == "s":  # "Camps 7 and 9"
        return False
    noun = sentence.words[found.first - 1].noun
    if noun is not None and noun.cls in names.NUMBERED and not sentence.words[found.first - 1].plural:
        return False
    if sentence.words[found.after].flags & _TELLING_BEHIND or before in lexicon.lists.coordinates:
        return False
    if before in lexicon.lists.rankings or before in lexicon.lists.charts:
        return False
    if proper.may_name(sentence, lexicon, found.first - 1) or addresses.may_live(sentence, lexicon, found):
        return False
    if sentence.is_capital(found.after):
        return False
    if before in lexicon.lists.joiners and names.goes_on_name(sentence, found.first - 1):
        return False
    digits = sentence.lowers[found.first]
    if digits in _SPOKEN or len(digits) == _YEAR or "." in digits:
        return False
    return digits[0] != "0" and not phones.may_call(sentence, lexicon, found)


def _is_plain_word(sentence: Sentence, found: Candidate) -> bool:
    """Tell a number in words between other words, "killed two people", which can be an idiom at most."""
    before, behind = sentence.lowers[found.first - 1], sentence.lowers[found.after]
    if not behind[:1].isalpha() or behind[-5:] == "clock" or sentence.is_capital(found.first):
        return False
    if sentence.words[found.after].flags & (_TELLING_BEHIND | s.ORDINAL):
        return False
    return (
        before[-1:].isalpha() and before[-1] != "s" and not sentence.words[found.first - 1].flags & _TELLING
    )


def _spread(sentence: Sentence, lexicon: Compiled, decided: Candidate, behind: Candidate) -> None:
    """Carry the reason of a number to the next one, where they share a list or range."""
    reason = decided.skipped
    if reason not in _SPREADING or behind.value is None:
        return
    if decided.after == behind.first:
        dated = reason == "date" or reason == "year" and behind.value < _FIRST_YEAR  # "in 2016 200 rebels"
        said = counts(sentence, behind) or is_participle(sentence, behind)  # "14:28 54 Killed"
        if behind.kind == "digits" and not dated and reason != "name" and not said:
            behind.skip(reason)
        return
    between = _joiners(sentence, lexicon, decided, behind)
    if reason != "identifier" and between == ["-"] and _opens_item(sentence, decided, behind):
        return
    if not between or counts(sentence, behind) and not (reason == "date" and _is_year(behind, between)):
        return
    if reason == "name" and between[-1] not in lexicon.lists.name_joiners:
        return
    if reason == "date" and (behind.kind == "vague" or between == [","] and behind.kind == "words"):
        return  # "on 7 June 2021, thousands of men", "on June 4th, two of the three"
    if between == [","] and (
        reason in ("year", "time") or reason == "date" and _is_after_year(decided, behind)
    ):
        return
    if _fits(reason, behind) and not (reason == "year" and _follows_in_words(between, behind)):
        behind.skip(reason)


def _opens_item(sentence: Sentence, year: Candidate, behind: Candidate) -> bool:
    """Tell the dash before an item, "as of 3 May 2014- 6 dead", from that of a range, "2013-14"."""
    dash = behind.first - 1
    apart = sentence.adjacent(dash) and not sentence.adjacent(behind.first)
    return apart and (year.value or 0) > _MONTH_DAYS and (behind.value or 0) < _FIRST_YEAR


def _is_year(behind: Candidate, between: list[str]) -> bool:
    """Tell "14 June, 2015 houses" no better than "14 June, 2015": behind a comma four digits are the year."""
    return between == [","] and (behind.value or 0) >= _FIRST_YEAR


def _is_after_year(decided: Candidate, behind: Candidate) -> bool:
    """Tell the 28 of "as of 30 April 2020, 28 districts": behind the year its date is over."""
    return (decided.value or 0) > _MONTH_DAYS >= (behind.value or 0)


def _follows_in_words(between: list[str], behind: Candidate) -> bool:
    """Tell the 127 of "brought those of 2020 to 127" from the second year of "2019 to 2020" and "2019/20"."""
    return between[-1].isalpha() and behind.value is not None and behind.value < _FIRST_YEAR


def _spread_back(sentence: Sentence, lexicon: Compiled, before: Candidate, decided: Candidate) -> None:
    """Carry the date or year of a number to the one before it: "21 and 22 August"."""
    reason = decided.skipped
    if reason not in _SPREADING or before.value is None:
        return
    between = _joiners(sentence, lexicon, before, decided)
    if not between or reason in ("identifier", "name") or reason == "year" and before.value < 1900:
        if between and reason == "name" and _in_same_name(sentence, lexicon, before, decided):
            before.skip(reason)
        return
    if reason != "date" and between[0] not in ("-", "–", "to", "and"):
        return
    if _fits(reason, before):
        before.skip(reason)


def _in_same_name(sentence: Sentence, lexicon: Compiled, before: Candidate, decided: Candidate) -> bool:
    """Tell two names of one kind in running text: "a first *Five* or Six Nations title"."""
    joined = sentence.lowers[before.after] in lexicon.lists.name_joiners
    if not joined or not before.kind == decided.kind == "words":
        return False
    return sentence.is_capital(before.first) and sentence.raw_at(before.first - 1).islower()


def _joiners(sentence: Sentence, lexicon: Compiled, left: Candidate, right: Candidate) -> list[str]:
    """Return the one or two tokens that join two numbers, or nothing."""
    between = sentence.lowers[left.after : right.first]
    if len(between) == 2 and (
        between[0] in ORDINALS or left.skipped == "identifier" and len(between[0]) == 1
    ):
        del between[0]  # "21st and 22", "NH-28A, 31"
    return between if len(between) <= 2 and lexicon.lists.joiners.issuperset(between) else []


def _is_share(judged: Candidate) -> bool:
    """Tell the 28 of "COVID 19, 28% said"."""
    unit = judged.sentence.words[judged.after].unit
    return judged.sentence.lowers[judged.after] == "%" or unit is not None and unit.kind == "ratio"


def _fits(reason: str, judged: Candidate) -> bool:
    """Tell whether a number can be a date because its neighbour is one; for other reasons digits will do."""
    if reason == "year":
        return judged.kind == "digits" and judged.value is not None and judged.value <= calendar.LAST_YEAR
    if reason != "date":
        titled = judged.kind == "words" and judged.sentence.is_capital(judged.first)  # "Pillars One and Two"
        grouped = "," in judged.sentence.lowers[judged.first] or judged.after > judged.first + 1
        return (judged.kind == "digits" and not grouped or titled) and not _is_share(judged)
    return judged.value is not None and (judged.value <= 31 or 1900 <= judged.value <= 2099)
