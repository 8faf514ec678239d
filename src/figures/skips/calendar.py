"""Dates, times of day and years."""

from __future__ import annotations

import regex

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compile import Compiled
from figures.skips.look import (
    ORDINALS,
    after_currency,
    counts,
    is_capital,
    lower_at,
    raw_at,
    word_at,
)
from figures.tokens import Sentence

TIME = regex.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d)?")


def date(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find days and years beside the name of a month."""
    value = found.value
    if found.kind not in ("digits", "words") or not isinstance(value, int):
        return None
    if (
        len(sentence.lowers[found.first]) == 6
        and word_at(sentence, found.first - 1).flags & s.MONTH
        and sentence.lowers[found.first][2:4] in ("19", "20")
    ):
        return "date"
    if not (0 < value < 100 or 1000 <= value <= 2100):
        return None
    behind = found.after
    if lower_at(sentence, behind) in ORDINALS:
        behind += 1
    if lower_at(sentence, behind) == "of":
        behind += 1
    if lower_at(sentence, behind) == "-" and sentence.adjacent(behind):
        behind += 1
    if value <= 31 and word_at(sentence, behind).flags & s.MONTH and _is_month(sentence, behind):
        return "date"
    before = found.first - 1
    if lower_at(sentence, before) in (",", "-", "."):
        before -= 1
    if not (word_at(sentence, before).flags & s.MONTH and _is_month(sentence, before)):
        return None
    if value > 31 and value < 1900:
        short = value < 100 and before > 0 and sentence.numbers[before - 1] is not None
        return "date" if short and not counts(sentence, found) else None
    if found.kind == "words" and (counts(sentence, found) or word_at(sentence, found.after).noun is None):
        return None
    if (
        counts(sentence, found)
        and value <= 31
        and lower_at(sentence, before - 1) in ("in", "since", "during", "by", "for", "of", "until")
    ):
        return None
    if counts(sentence, found) and value > 31 and before < found.first - 1:
        return None
    return "date"


def _is_month(sentence: Sentence, index: int) -> bool:
    """Tell the month from the verb ("may", "march") by its capital."""
    return sentence.lowers[index] not in ("may", "march", "mar", "dec", "sep") or is_capital(sentence, index)


def time(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    if found.kind == "words" and lower_at(sentence, found.after) in ("o'clock", "o’clock", "oclock"):
        return "time"
    if found.kind != "digits" or found.value is None:
        return None
    token = sentence.lowers[found.first]
    if (
        len(token) <= 2
        and sentence.text[found.end : found.end + 1] in ("h", "H")
        and sentence.text[found.end + 1 : found.end + 2].isdigit()
    ):
        return "time"
    if (
        lower_at(sentence, found.first - 1) == "h"
        and sentence.adjacent(found.first)
        and sentence.adjacent(found.first - 1)
    ):
        return "time"
    if word_at(sentence, found.after).flags & s.CLOCK and found.value < 2500:
        return "time"
    if (
        len(token) == 4
        and token.isdigit()
        and lower_at(sentence, found.after) in ("hrs", "hours", "h")
        and (token[0] == "0" or token.endswith(("00", "30")))
        and found.value <= 2400
    ):
        return "time"
    clock = (
        "." in token
        and TIME.fullmatch(token)
        and lower_at(sentence, found.first - 1) in ("at", "by", "until", "till", "from")
    )
    if clock and not counts(sentence, found) and raw_at(sentence, found.after) not in lexicon.symbols:
        return "time"
    return None


def year(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find bare years; "2000 houses" and "$2015" are none."""
    token = sentence.lowers[found.first]
    value = found.value
    if found.kind != "digits" or found.after != found.first + 1 or value is None:
        return None
    if (
        len(token) == 2
        and lower_at(sentence, found.first - 1) in ("'", "’", "‘")
        and sentence.adjacent(found.first)
        and not sentence.adjacent(found.first - 1)
    ):
        return "year"
    if len(token) == 6 and token[:2] in ("19", "20") and token[4] == "." and not counts(sentence, found):
        return "footnote"
    if word_at(sentence, found.after).flags & s.ERA or word_at(sentence, found.first - 1).flags & s.ERA:
        return "year"
    if len(token) != 4 or not token.isdigit() or not 1900 <= value <= 2099:
        return None
    if after_currency(sentence, lexicon, found) or raw_at(sentence, found.after) in lexicon.symbols:
        return None
    behind, before = word_at(sentence, found.after), word_at(sentence, found.first - 1)
    if behind.unit is not None and not before.flags & s.YEAR_BEFORE:
        return None
    if behind.noun is not None and behind.plural and not before.flags & (s.DET | s.YEAR_BEFORE):
        return None
    if (
        behind.verbs
        and any(form & s.PARTICIPLE for _, form in behind.verbs)
        and not before.flags & (s.YEAR_BEFORE | s.MONTH)
    ):
        return (
            "year"
            if found.first
            and lower_at(sentence, found.first - 1) not in (",", "and", ";", ".")
            and before.before is None
            else None
        )
    if before.before is not None and not before.flags & s.YEAR_BEFORE:
        return None
    return "year"


def short_year(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find the second half of "2015-16" and "2019/20"."""
    if (
        lower_at(sentence, found.first - 1) in ("-", "–")
        and sentence.adjacent(found.first)
        and sentence.adjacent(found.first - 1)
    ):
        left = sentence.numbers[found.first - 2] if found.first >= 2 else None
        if left is not None and left.skipped == "year" and found.value is not None and found.value < 2100:
            return "year"
    return None
