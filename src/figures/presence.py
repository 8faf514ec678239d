"""Presence: whether a stretch of text may hold a number at all, asked of every sentence before it is cut.

Most text of a report has no number, so what is asked here decides what text without figures costs. A block is made
plain bytes once; a sentence of it is a slice of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from figures.compounds import phrase_of
from figures.dated import only_dates
from figures.lexicon import senses as s
from figures.numerals import VULGAR
from figures.repair import beyond_ascii

if TYPE_CHECKING:
    from figures.lexicon.compiled import Compiled

#: Classes of nouns that "no" may count; `zero_and_one` judges which of them it does.
NONE_OF = frozenset(
    (
        "animal", "building", "combatant", "event", "good", "house", "household", "infrastructure", "label", "person",
        "place", "team", "vehicle",
    )
)  # fmt: skip

#: Those that "no" counts whatever their number; the others as plurals, or behind a participle ("no destroyed house").
_ALWAYS = frozenset(("event", "household", "person"))

_ARTICLES = frozenset((b"a", b"an", b"another"))
_APOSTROPHES = frozenset("'’`´")
_WORD = 30  # characters of the longest number word
_ARTICLE = 9  # characters before a word in which its article is looked for
_AT_ONCE = 20_000  # characters that are held
_NEAR, _BEHIND = 9, 100  # words behind "no" in which its noun is looked for, and characters that hold them
#: No noun that "no" counts stands behind such a word, but for "no reports of deaths".
_ENDS = s.PREP | s.AUX | s.SUB | s.REL | s.CONTRAST | s.PRON
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

    __slots__ = ("_lexicon", "_odd", "_plain", "_sites", "_start", "_stop", "_text")

    def __init__(self, text: str, lexicon: Compiled) -> None:
        self._text, self._lexicon = text, lexicon
        self._start, self._stop = (
            -1,
            0,
        )  # the offset of the first byte, a space before the text, and of its end
        self._plain, self._odd = b"", False
        self._sites: list[int] | None = None

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
        start = self._start
        if first <= start or last > self._stop:
            digit = self._digit(first, last)
            start = self._start
        else:
            digit = self._plain.find(b"0", first - start, last - start)
        if digit < 0:
            return self._other(first, last)
        if not only_dates(self._text, first, last, digit + start, self._lexicon):
            return True
        return self._worded(first, last)

    def _digit(self, first: int, last: int) -> int:
        """Return where the first ASCII digit of `text[first:last]` stands in the bytes, -1 where none does."""
        start = self._start
        if first <= start or last > self._stop:
            self._hold(first, max(last, first + _AT_ONCE))
            start = self._start
        return self._plain.find(b"0", first - start, last - start)

    def _other(self, first: int, last: int) -> bool:
        """Tell whether a number word or a digit of another script stands in `text[first:last]`."""
        if self._worded(first, last):
            return True
        return self._odd and _DIGIT.search(self._text, first, last) is not None

    def _hold(self, start: int, stop: int) -> None:
        part = self._text[start:stop]
        self._start, self._stop = start - 1, stop
        self._plain = b" %b " % plain_bytes(part)
        self._sites = None  # most blocks with digits are never asked for them
        self._odd = not part.isascii() and _DIGIT.search(beyond_ascii(part)) is not None

    def _worded(self, first: int, last: int) -> bool:
        """Tell whether a number word stands in `text[first:last]`."""
        sites = self._sites
        if sites is None:
            start = self._start
            words = self._plain[first - start - 1 : last - start + _WORD].split()
            seen = self._lexicon.number_bytes.intersection(words)
            sites = self._number_words(seen, first, last) if seen else []
            if last - first < self._stop - start - 1:
                return bool(sites)  # of a block with digits only the sentences without are searched
            self._sites = sites
        if not sites:
            return False
        at = bisect_left(sites, first)
        return at < len(sites) and sites[at] < last

    def _number_words(self, words: frozenset[bytes], first: int, last: int) -> list[int]:
        """Return where some number words begin in `text[first:last]`, in order, but for those that are none there.

        Those are "third" and "million" without an article, "they've", and "no longer".
        """
        shift, sites = self._start, []
        for word in words:
            whole = b" " + word + b" "
            end = last - shift + len(word)  # it begins before the last character
            at = self._plain.find(whole, first - shift - 1, end)
            while at >= 0:
                if self._counts(word, at + 1):
                    sites.append(at + 1 + shift)
                at = self._plain.find(whole, at + 1, end)
        sites.sort()
        return sites

    def _counts(self, word: bytes, at: int) -> bool:
        """Tell whether a number word is a number where it stands."""
        lexicon, plain = self._lexicon, self._plain
        if word in lexicon.weak_bytes:
            before = plain[max(0, at - _ARTICLE) : at].split()
            return bool(before) and before[-1] in _ARTICLES
        if word in lexicon.none_bytes:
            behind = at + len(word)
            return _none_of(plain[behind : behind + _BEHIND].split()[:_NEAR], lexicon)
        if word in lexicon.torn_bytes:
            before_it = at + self._start - 1
            return self._text[before_it : before_it + 1] not in _APOSTROPHES
        return True


def _none_of(behind: list[bytes], lexicon: Compiled) -> bool:
    """Tell "no recent deaths" from "no government": what may be counted stands among the next words."""
    words = [word.decode("ascii") for word in behind]
    senses = [lexicon.senses[word] for word in words]
    done = False  # a participle stands before the noun
    for i, sense in enumerate(senses):
        entry, after = phrase_of(sense, words[i + 1 :])
        entry, after = (sense, i + 1) if entry is None else (entry, i + 1 + after)
        noun = entry.noun
        if noun is not None and (noun.strong or noun.cls in _ALWAYS):
            return True
        if noun is not None and noun.cls in NONE_OF:
            mass = words[i] == noun.surface and not words[i].endswith("s")  # "no food"
            if done or entry.plural and not mass or after < len(senses) and senses[after].flags & s.AUX:
                return True
        if sense.flags & _ENDS and not (i and words[i] == "of") or i and sense.is_finite:
            return False
        done = done or sense.forms & s.PARTICIPLE != 0
    return False
