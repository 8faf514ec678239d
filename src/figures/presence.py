"""Presence: whether a stretch of text may hold a number at all, asked of every sentence before it is cut.

Most text of a report has no number, so what is asked here decides what text without figures costs. A block is made
plain bytes once; a sentence of it is a slice of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from figures.dated import only_dates
from figures.numerals import VULGAR

if TYPE_CHECKING:
    from figures.lexicon.compiled import Compiled

#: Classes of nouns that "no" may count; `zero_and_one` judges which of them it does.
NONE_OF = frozenset(
    (
        "animal", "building", "combatant", "event", "good", "house", "household", "infrastructure", "label", "person",
        "place", "team", "vehicle",
    )
)  # fmt: skip

_ARTICLES = frozenset((b"a", b"an", b"another"))
_AT_ONCE = 20_000  # characters that are held
_NEAR = 9  # words behind "no" in which its noun is looked for
#: Digits of any script, and fractions of one character.
_DIGIT = re.compile(rf"[\d{''.join(VULGAR)}]")
_PLAIN = bytes(
    ord(c.lower()) if c.isalpha() else 48 if c.isdigit() else 32 for c in map(chr, range(128))
) + bytes(128)


def plain_bytes(text: str) -> bytes:
    """Return a text with its letters small, digits 0 and all else a space: as bytes it is searched in half the time.

    >>> plain_bytes("Zwölf, or 12?")
    b'zw lf  or 00 '
    """
    return text.encode("ascii", "replace").translate(_PLAIN)


class Presence:
    """Where numbers may stand in a text. A stretch of it is held as plain bytes, a block or a part of a long one."""

    __slots__ = ("_lexicon", "_odd", "_plain", "_start", "_stop", "_text", "_worded")

    def __init__(self, text: str, lexicon: Compiled) -> None:
        self._text, self._lexicon = text, lexicon
        self._start = self._stop = 0
        self._plain, self._worded, self._odd = b"", False, False

    def in_block(self, start: int, end: int) -> bool:
        """Tell whether a number may stand in a block; of a long one only its sentences can tell."""
        if end - start >= _AT_ONCE:
            return True
        self._hold(start, end)
        return self.within(start, end)

    def within(self, first: int, last: int) -> bool:
        """Tell whether a digit or a number word stands in `text[first:last]`."""
        return self._digit(first, last) >= 0 or self._other(first, last)

    def may_count(self, first: int, last: int) -> bool:
        """Tell whether a number stands in `text[first:last]` that is no plain date."""
        digit = self._digit(first, last)
        if digit < 0:
            return self._other(first, last)
        if not only_dates(self._text, first, last, digit + self._start, self._lexicon):
            return True
        return self._worded and self._number_word(first, last)

    def _digit(self, first: int, last: int) -> int:
        """Return where the first ASCII digit of `text[first:last]` stands in the bytes, -1 where none does."""
        if first < self._start or last > self._stop:
            self._hold(first, max(last, first + _AT_ONCE))
        return self._plain.find(b"0", first - self._start, last - self._start)

    def _other(self, first: int, last: int) -> bool:
        """Tell whether a number word or a digit of another script stands in `text[first:last]`."""
        if self._worded and self._number_word(first, last):
            return True
        return self._odd and _DIGIT.search(self._text, first, last) is not None

    def _hold(self, start: int, stop: int) -> None:
        part = self._text[start:stop]
        self._start, self._stop = start, stop
        self._plain = plain = plain_bytes(part)
        digits = b"0" in plain  # its sentences are asked for words one by one, most of them have a digit
        self._worded = digits or not self._lexicon.number_bytes.isdisjoint(plain.split())
        self._odd = not part.isascii() and (digits or _DIGIT.search(part) is not None)

    def _number_word(self, first: int, last: int) -> bool:
        """Tell number words from "third" and "million" without an article, from "they've" and "no longer"."""
        lexicon = self._lexicon
        words = self._plain[first - self._start : last - self._start].split()
        if lexicon.number_bytes.isdisjoint(words):
            return False
        weak, none, torn = lexicon.weak_bytes, lexicon.none_bytes, lexicon.torn_bytes
        for i, word in enumerate(words):
            if word not in lexicon.number_bytes:
                continue
            if word in weak:
                if i and words[i - 1] in _ARTICLES:
                    return True
            elif word in none:
                if _none_of(words[i + 1 : i + _NEAR], lexicon):
                    return True
            elif word not in torn or lexicon.torn_number.search(self._text, first, last):
                return True
        return False


def _none_of(behind: list[bytes], lexicon: Compiled) -> bool:
    """Tell "no recent deaths" from "no government": what may be counted stands among the next words."""
    senses = [lexicon.senses[word.decode("ascii")] for word in behind]
    for i, sense in enumerate(senses, 1):
        noun = sense.noun
        if noun is not None and (noun.strong or noun.cls in NONE_OF):
            return True
        if sense.phrases and i < len(behind) and behind[i].decode("ascii") in sense.phrases:
            return True
    return False
