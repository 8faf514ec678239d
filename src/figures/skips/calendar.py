"""Dates, times of day and years."""

from __future__ import annotations

import re

from figures.candidates import Candidate
from figures.clause.voice import opens_phrase
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.skips.look import ORDINALS, after_currency, counts
from figures.tokens import Sentence

TIME = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d)?")

_CENTURIES = ("19", "20")
LAST_YEAR = 2199
_OLDEST = 1500  # the first year that a month before it makes a date
#: Words before a year that lies a century ahead.
_UP_TO = frozenset(("as early as", "as late as", "by", "until"))
_ON = ("on", "until")
_HOURS = 12
_MONTH_DAYS = 31
_PAUSES = frozenset((",", ";", ")", ".", ":"))
_AT = ("at", "by", "until", "till", "around", "about", "from", "since", "before", "after")
_QUOTES, _QUOTED = frozenset(("'", "’")), 12  # marks that close a quotation, and the tokens of a short one


def date(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find days and years beside the name of a month."""
    value, before = found.value, found.first - 1
    words, after = sentence.words, found.after
    near = words[before].flags | words[before - 1].flags
    near |= words[after].flags | words[after + 1].flags | words[after + 2].flags
    if not near & s.MONTH and after != sentence.size:
        return _on_weekday(sentence, found) if words[before].flags & s.WEEKDAY else None  # None most of all
    if found.kind not in ("digits", "words") or not isinstance(value, int):
        return None
    token = sentence.lowers[found.first]
    if len(token) == 6 and token[2:4] in _CENTURIES and sentence.words[before].flags & s.MONTH:
        return "date"  # "March 232015"
    if len(token) == 5 and token[:2] in _CENTURIES and sentence.words[before].flags & s.MONTH:
        return "date"  # "March 20201", with a footnote
    if not (0 < value < 100 or 1000 <= value <= LAST_YEAR):
        return None
    if value <= 31 and found.after == sentence.size and sentence.lowers[before] in _ON and before:
        return "date"  # "flights resumed on 6", cut off
    if value <= 31 and _is_month(sentence, lexicon, _behind_day(sentence, found.after)):
        return "date"
    mark = sentence.lowers[before]
    if mark in ("-", ".") or mark == "," and value >= 1000:  # "June, 2016"; but "on 14 June, 3 people"
        before -= 1
    month = _is_month(sentence, lexicon, before)
    return "date" if month and _is_of_month(sentence, lexicon, found, value, before) else None


def _on_weekday(sentence: Sentence, found: Candidate) -> str | None:
    """Find the day behind its name, "on Saturday 28 in Kala", but not "on Saturday 28 men" and "Saturday 28 died"."""
    if found.kind != "digits" or not isinstance(found.value, int) or not 0 < found.value <= _MONTH_DAYS:
        return None
    behind, token = sentence.words[found.after], sentence.lowers[found.after]
    if behind.flags & (s.BE | s.HAVE) or token == "%" or sentence.adjacent(found.after) and token.isalpha():
        return None
    if behind.flags & (s.PREP | s.DET | s.PRON) or token in _PAUSES:
        return "date"
    if behind.noun is not None or behind.adjectives or not (behind.verbs or token.endswith("ed")):
        return None
    people = any("person" in frame.subject or "person" in frame.object for frame, _ in behind.verbs)
    caused = not people or behind.forms & s.PAST and opens_phrase(sentence, found.after + 1)
    return "date" if caused else None


def _is_month(sentence: Sentence, lexicon: Compiled, index: int) -> bool:
    """Tell the month from the verb ("may", "march") by its capital."""
    if not sentence.words[index].flags & s.MONTH:
        return False
    month = sentence.lowers[index].partition(" ")[0]  # "on 12 *March off* the coast"
    return month not in lexicon.lists.month_verbs or sentence.is_capital(index)


def _behind_day(sentence: Sentence, at: int) -> int:
    """Return where the month of a day stands: "12 May", "12th of May", "12-May"."""
    if sentence.lowers[at] in ORDINALS:
        at += 1
    if sentence.lowers[at] == "of":
        at += 1
    if sentence.lowers[at] == "-" and sentence.adjacent(at):
        at += 1
    return at


def _is_of_month(sentence: Sentence, lexicon: Compiled, found: Candidate, value: int, month: int) -> bool:
    """Tell whether a number behind a month is its day or year, and no count ("in May 12 people died")."""
    counted = counts(sentence, found)
    if _OLDEST <= value < 1900 and month == found.first - 1 and sentence.lowers[found.first].isdecimal():
        return not counted and sentence.is_capital(month)  # "in May 1898"
    if 31 < value < 1900:
        return value < 100 and not counted and sentence.numbers[month - 1] is not None
    if found.kind == "words" and (counted or sentence.words[found.after].noun is None):
        return False
    if not counted:
        return True
    if value <= 31:
        return sentence.lowers[month - 1] not in lexicon.lists.months_run
    return month == found.first - 1


def time(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find times of day: "six o'clock", "14h30", "6 pm", "1800 hours", "at 9.45"."""
    if found.kind == "words":
        return "time" if sentence.lowers[found.after] in lexicon.lists.full_hours else None
    if found.kind != "digits" or found.value is None:
        return None
    clock = (
        sentence.words[found.after].flags & s.CLOCK and found.value < 2500 and _may_be_hour(sentence, found)
    )
    if sentence.lowers[found.first - 1] in ("+", "-") and sentence.words[found.first - 2].flags & s.CLOCK:
        return "time"  # "UTC+3"
    if clock or _beside_h(sentence, found) or _is_military(sentence, found.value, found):
        return "time"
    if found.value <= _HOURS and sentence.lowers[found.after] == "in" and _in_day(sentence, lexicon, found):
        return "time"
    return "time" if _has_point(sentence, lexicon, found) else None


def _may_be_hour(sentence: Sentence, found: Candidate) -> bool:
    """Tell "9.45 pm" from "a grid of 2.1 pm"."""
    token = sentence.lowers[found.first]
    return "." not in token or TIME.fullmatch(token) is not None


def _in_day(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "at 2 in the morning" from "killed 2 in the morning"."""
    part = sentence.lowers[found.after : found.after + 3]
    if part[:2] != ["in", "the"] or part[2] not in lexicon.lists.day_parts:
        return False
    return sentence.lowers[found.first - 1] in _AT


def _beside_h(sentence: Sentence, found: Candidate) -> bool:
    """Tell "14h30", from either side."""
    text, end, first = sentence.text, found.end, found.first
    hour = len(sentence.lowers[first]) <= 2 and text[end : end + 1] in ("h", "H")
    if hour and text[end + 1 : end + 2].isdigit():
        return True
    return sentence.lowers[first - 1] == "h" and sentence.adjacent(first) and sentence.adjacent(first - 1)


def _is_military(sentence: Sentence, value: float, found: Candidate) -> bool:
    """Tell "0600 hours" and "1830 hrs" from hours that are counted."""
    token = sentence.lowers[found.first]
    if len(token) != 4 or not token.isdigit() or value > 2400:
        return False
    if sentence.lowers[found.after : found.after + 2] == ["local", "time"]:
        return True
    near = sentence.lowers[found.first - 1] == "at" or sentence.lowers[found.first - 2] == "at"
    if near and sentence.lowers[found.after] == "h" and sentence.adjacent(found.after):
        return value % 100 < 60  # "at approximately 2045h"
    hours = sentence.lowers[found.after] in ("hrs", "hours", "h")
    return hours and (token[0] == "0" or token.endswith(("00", "30")))


def _has_point(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "at 9.45" from a decimal."""
    token = sentence.lowers[found.first]
    if "." not in token or not TIME.fullmatch(token):
        return False
    near = sentence.lowers[found.first - 1] in ("about", "around")  # "around 9.45 this morning"
    if sentence.lowers[found.first - 1] not in ("at", "by", "until", "till", "from") and not (
        near and sentence.lowers[found.after] in lexicon.lists.of_day
    ):
        return False
    return _stands_alone(sentence, lexicon, found)


def _stands_alone(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell whether no noun and no unit follows a number."""
    return not counts(sentence, found) and sentence.raw_at(found.after) not in lexicon.symbols


def year(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find bare years; "2000 houses" and "$2015" are none."""
    token, value, before = sentence.lowers[found.first], found.value, found.first - 1
    if sentence.cell and before + 1 == sentence.cell and not sentence.lowers[found.after]:
        return None  # under a column head 2014 is a count, unless `names.numbered` knows better
    if found.kind != "digits" or found.after != found.first + 1 or value is None:
        return None
    if len(token) == 2 and _behind_apostrophe(sentence, found.first):
        return "year"
    if (
        len(token) == 6
        and token[:2] in _CENTURIES
        and token[4] == "."
        and _stands_alone(sentence, lexicon, found)
    ):
        return "footnote"
    if (sentence.words[found.after].flags | sentence.words[before].flags) & s.ERA:
        return "year"
    if len(token) != 4 or not token.isdigit() or not 1500 <= value <= LAST_YEAR:
        return None
    if value > 2099:
        return "year" if _is_far_ahead(sentence, before) and not counts(sentence, found) else None
    dated, named = lexicon.lists.dated, sentence.is_capital(found.after)
    if value < 1900 and not (sentence.words[before].flags & s.YEAR_BEFORE and not counts(sentence, found)):
        # "the 1701 Act", "since 1884", but "in 1600 villages"
        return "year" if named and sentence.lowers[found.after] in dated else None
    day = sentence.numbers[before]
    if day is not None and day.skipped == "date":
        return "year"  # "July 20 2015"
    if sentence.lowers[found.after] in ("'", "’") and sentence.lowers[found.after + 1] == "s":
        return "year"  # "2004's average"
    symbol, behind = sentence.raw_at(found.after), sentence.words[found.after]
    titled = named and sentence.lowers[found.after + 1] in dated and sentence.is_capital(found.after + 1)
    if titled and not after_currency(sentence, lexicon, found):
        return "year"  # "the 2000 US Open", "the 1989 Children Act"
    own = sentence.numbers[found.after + 1] is None and sentence.numbers[found.after + 2] is None
    if after_currency(sentence, lexicon, found) or own and symbol in lexicon.symbols and symbol != "in":
        return None  # but "in 2017 in the north"
    if sentence.lowers[found.after] in dated:
        return "year"  # "2021 prices"
    if sentence.lowers[found.after + 1] in dated and not (behind.plural or behind.unit or behind.flags):
        return "year"  # "the 2008 debt level"
    return "year" if _stands_as_year(sentence, lexicon, found) else None


def _is_far_ahead(sentence: Sentence, before: int) -> bool:
    """Tell "by 2100" and "as early as 2120" from "rose by 2100"."""
    if sentence.lowers[before] not in _UP_TO or not sentence.words[before].flags & s.YEAR_BEFORE:
        return False
    return not sentence.words[before - 1].flags & s.CHANGE_VERB


def _behind_apostrophe(sentence: Sentence, first: int) -> bool:
    """Tell "'15" from a quotation."""
    opened = sentence.lowers[first - 1] in ("'", "’", "‘")
    if not opened or not sentence.adjacent(first) or first > 1 and sentence.adjacent(first - 1):
        return False
    closed = _QUOTES.isdisjoint(sentence.lowers[first + 1 : first + _QUOTED])
    return closed or not _counted(sentence, first + 1)  # "'64 miners trapped' in Bol"


def _counted(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return word.noun is not None and word.plural


def _stands_as_year(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell whether nothing beside 1900 to 2099 is counted by it."""
    behind, before = sentence.words[found.after], sentence.words[found.first - 1]
    if behind.adjectives and sentence.lowers[found.first - 1] == "to" and sentence.numbers[found.first - 2]:
        return False  # "from 250 to 1800 dead"
    if before.flags & s.YEAR_BEFORE:
        return before.before is None or not counts(sentence, found)  # "beyond 2008", "beyond 2000 people"
    if behind.unit is not None or behind.noun is not None and behind.plural and not before.flags & s.DET:
        return False
    if before.before is not None:  # but "was upbeat about 2005,"
        return sentence.lowers[found.first - 2] in lexicon.governed.get(sentence.lowers[found.first - 1], ())
    if behind.forms & s.PARTICIPLE and not before.flags & s.MONTH:  # "2000 killed", "In town, 2000 killed"
        return found.first > 0 and sentence.lowers[found.first - 1] not in (",", "and", ";", ".")
    return True


def short_year(sentence: Sentence, lexicon: Compiled, found: Candidate) -> str | None:
    """Find the second half of "2015-16" and "2019/20"."""
    dash = found.first - 1
    if sentence.lowers[dash] not in ("-", "–"):
        return None
    if not (sentence.adjacent(found.first) and sentence.adjacent(dash)):
        return None
    left = sentence.numbers[dash - 1]
    if left is None or left.skipped != "year" or found.value is None:
        return None
    return "year" if found.value < 2100 else None
