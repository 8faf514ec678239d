"""Dated: sentences whose only numbers are plain dates, or the 19 of COVID-19, are told before they are cut.

A quarter of the sentences of event notes are such ("On 12 May 2019 a strike began"). What is taken for a date here is
one to the skip rules too, whatever stands around it; what may be a count ("in May 12 people died") is left to them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from figures.numerals import VULGAR

if TYPE_CHECKING:
    from figures.lexicon.compiled import Compiled

_ORDINAL = "(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
#: Nothing goes on with the digits: no word, range, decimal or clock.
_ALONE = r"(?![\w/–-]|[.,:]\d)"
#: And nothing stands behind that they might count.
_CLOSED = r"(?=[.,;:)](?:\s|\Z)|\Z)"
_DAY_FIRST = re.compile(rf"[0-3]?\d{_ORDINAL} (?:of )?([A-Z][a-z]+)(?: {_YEAR})?{_ALONE}")
_BEHIND_MONTH = re.compile(rf"[0-3]?\d{_ORDINAL}(?:, {_YEAR})?{_CLOSED}|{_YEAR}{_ALONE}")
_BARE_YEAR = re.compile(rf"{_YEAR}{_CLOSED}")
_ANY = re.compile(rf"[\d{''.join(VULGAR)}]")
_WORD = 14  # characters of the word before a date
_DASHES = ("-", "–", "‑")
_OPENING = "(\"'“‘"
_IN_NAME = re.compile(r"\d+(?!\w|[.,:]\d)")


def only_dates(text: str, first: int, last: int, at: int, lexicon: Compiled) -> bool:
    """Tell whether all digits of `text[first:last]` are of dates; the first ASCII digit stands at `at`.

    >>> from figures import Lexicon
    >>> english, text = Lexicon.builtin("en").compiled, "The strike of 12 May 2019 ended in June 2020."
    >>> only_dates(text, 0, len(text), text.find("12"), english)
    True
    """
    start = at
    while True:
        end = _date_end(text, first, last, at, lexicon)
        if end < 0:
            return False
        digit = _ANY.search(text, end, last)
        if digit is None:
            return text.isascii() or _ANY.search(text, first, start) is None
        at = digit.start()


def _date_end(text: str, first: int, last: int, at: int, lexicon: Compiled) -> int:
    """Return where the date that begins at a digit ends, -1 where none begins."""
    mark = text[at - 1] if at > first else " "
    if mark in _DASHES:
        return _name_end(text, last, at, text[max(first, at - _WORD) : at - 1].rpartition(" ")[2], lexicon)
    if mark not in " (":
        return -1
    date = _DAY_FIRST.match(text, at, last)
    if date is not None and date[1].lower() in lexicon.months:
        return date.end()
    date = _BEHIND_MONTH.match(text, at, last)
    if date is None:
        return -1  # most of all
    word = text[max(first, at - _WORD) : at - 1].rpartition(" ")[2]
    if not (word[:1].isupper() and word.lower() in lexicon.months):
        date = _BARE_YEAR.match(text, at, last) if word.lower() in lexicon.year_before else None
    return date.end() if date is not None else -1


def _name_end(text: str, last: int, at: int, stem: str, lexicon: Compiled) -> int:
    """Return where a name ends that has a number for its last part: "COVID-19"."""
    number = _IN_NAME.match(text, at, last)
    if number is None or f"{stem.lstrip(_OPENING)}-{number[0]}".lower() not in lexicon.lists.numbered_names:
        return -1
    return number.end()
