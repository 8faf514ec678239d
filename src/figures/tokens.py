"""Sentences as parallel columns of tokens with their lexicon senses: the one window that all steps share."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from operator import sub
from typing import TYPE_CHECKING

from figures.compounds import join_phrases
from figures.lexicon.senses import UNKNOWN, Word
from figures.repair import (
    BROKEN,
    LIGATURE,
    close_lines,
    join_broken,
    join_misread,
    may_be_glued,
    part_glued,
    spell_out,
)
from figures.torn import join_torn

if TYPE_CHECKING:
    from figures.candidates import Candidate
    from figures.lexicon.compiled import Compiled

_SPACE = r"[ \u00a0\u2009\u202f\u2007]"
#: One number as written: grouped by comma, apostrophe or space, Indian grouping, or any run with inner marks.
NUMBER = rf"""
    \d{{1,3}}(?:\ ?,\d{{3}}|['’\u2009\u202f\u00a0\u066c]\d{{3}})+(?:[.\u066b]\d+)?(?!\d|[,.:/]\d)  # 12,300  1,200.5
  | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d+)?(?!\d|[,.:/]\d)                           # 2,50,000
  | \d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d|[,.:/]\d|{_SPACE}\d)                           # 3 200  25 000
  | \d+(?:[.,:/]\d+)*                                                               # 7  2.5  12/05/2016
"""
_LETTER = r"[^\W\d_]"
#: One token with the white space before it. The first two branches are the fast path of plain words and digits. `re` is
#: quicker here than `regex`: measured 22 against 50 ms a megabyte of news.
TOKEN = re.compile(
    rf"""\s*+(?:
        [a-z]++ (?=[\ ,]) | \d++ (?=\ [^\d,])
      | [,;:()"“”’‘'!?%$€£|/—–-]
      | (?:{_LETTER}\.){{2,}}                              # U.S.  p.m.
      | {_LETTER}+(?:['’‐‑-]{_LETTER}+)*                   # words, hyphenated and with apostrophes
      | {NUMBER}
      | [<>]= | \.{{2,}} | [^\s\w] | _+ | \w
    )""",
    re.VERBOSE,
)


_PLAIN_WORDS = re.compile(r"[a-z]+(?: [a-z]+)*")


#: Blank tokens behind each sentence. No rule looks further beyond an end than that.
_MARGIN = 8
_NO_TEXT, _NO_WORDS = [""] * _MARGIN, [UNKNOWN] * _MARGIN
_NO_STARTS, _NO_ENDS = [-1] * _MARGIN, [-2] * _MARGIN


class Sentence:
    """One sentence as columns: lower-cased surface, start, end and sense of every token (or known phrase).

    `numbers[i]` is the candidate that token i belongs to; `openers` and `cues` are the tokens that may begin a number
    or state a commitment, and `compounds` tells whether any token is a phrase of several words. Offsets count from the
    start of the whole text. Behind the last token each column goes on with a margin of blanks, and since a negative
    index counts from there, a rule that looks a few tokens beyond either end finds `""`, `UNKNOWN` or None.

    In a cell of a table, `cell` is its first token, behind those of its label; else 0. `heading` is the line over the
    list that an item stands in. `earlier` is the last sentence with a number before it in its block; `told` is what was
    counted last before this one, once it was `heard`. `tokens` are the surfaces as a set, for what is seldom there.
    """

    __slots__ = (
        "cell",
        "compounds",
        "cues",
        "earlier",
        "ends",
        "heading",
        "heard",
        "lowers",
        "numbers",
        "openers",
        "size",
        "source",
        "starts",
        "text",
        "tokens",
        "told",
        "words",
    )

    def __init__(
        self, text: str, lowers: list[str], starts: list[int], ends: list[int], words: list[Word]
    ) -> None:
        self.text = self.source = text
        self.lowers, self.starts, self.ends, self.words = lowers, starts, ends, words
        whole = len(words)
        lowers += _NO_TEXT  # a phrase is followed beyond the end
        self.openers, self.cues = join_phrases(lowers, starts, ends, words)
        self.size = len(words)
        self.tokens = frozenset(lowers)
        self.compounds = self.size < whole
        starts += _NO_STARTS
        ends += _NO_ENDS
        words += _NO_WORDS
        self.numbers: list[Candidate | None] = [None] * len(lowers)
        self.cell = 0
        self.heading: Sentence | None = None
        self.earlier: Sentence | None = None
        self.told: Candidate | None = None
        self.heard = False

    def surface(self, first: int, after: int) -> str:
        """Return the text of the tokens from `first` up to, not with, `after`."""
        return self.text[self.starts[first] : self.ends[after - 1]]

    def adjacent(self, index: int) -> bool:
        """Tell whether token `index` follows the one before it without a space."""
        return self.starts[index] == self.ends[index - 1]

    def raw_at(self, index: int) -> str:
        """Return a token as written, nothing beyond the ends of the sentence."""
        return self.text[self.starts[index] : self.ends[index]]

    def is_capital(self, index: int) -> bool:
        """Tell whether a token begins with a capital."""
        return 0 <= index < self.size and self.text[self.starts[index]].isupper()


def split(text: str) -> tuple[str, ...]:
    """Return the lower-cased tokens of a lexicon surface.

    >>> split("sq. km/h")
    ('sq', '.', 'km', '/', 'h')
    """
    if _PLAIN_WORDS.fullmatch(text):
        return tuple(text.split())
    return tuple(map(str.lstrip, TOKEN.findall(text.lower())))


def lower(text: str) -> str:
    """Return a text in lower case with every character in its place ("İ" would become two)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


def tokenise(text: str, start: int, end: int, lexicon: Compiled) -> Sentence:
    """Cut `text[start:end]` into tokens and tag them, the longest known phrase first."""
    lowers, starts, ends = _cut(text, start, end, lexicon)
    return Sentence(text, lowers, starts, ends, list(map(lexicon.senses.__getitem__, lowers)))


def with_label(
    text: str, start: int, end: int, label: tuple[tuple[int, int], ...], lexicon: Compiled
) -> Sentence:
    """Read a cell of a table as a sentence of its own: the words of its label, a colon, and the cell.

    Each token keeps its place in the text. A number of the label opens nothing here.
    """
    lowers: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for first, after in (*label, (start, end)):
        heads = first != start and text.find("\n", starts[0], first) < 0 if lowers else False
        if heads or first == start and lowers:
            lowers.append(";" if heads else ":")  # what parts the cells stands for it
            starts.append(ends[-1])
            ends.append(ends[-1] + 1)
        columns = _cut(text, first, after, lexicon)
        lowers += columns[0]
        starts += columns[1]
        ends += columns[2]
    for i in reversed([i for i, token in enumerate(lowers) if token[0] == "_"]):
        del lowers[i], starts[i], ends[i]  # "refugees_registered"
    sentence = Sentence(text, lowers, starts, ends, list(map(lexicon.senses.__getitem__, lowers)))
    if label:
        sentence.cell = bisect_left(starts, start, 0, sentence.size)
        sentence.openers = [i for i in sentence.openers if i >= sentence.cell]
    return sentence


def as_counted(text: str, start: int, end: int, lexicon: Compiled) -> Sentence:
    """Read `text[start:end]` as a sentence with a number before it: "women killed" as "2 women killed"."""
    lowers, starts, ends = _cut(text, start, end, lexicon)
    lowers, starts, ends = ["2", *lowers], [start - 2, *starts], [start - 1, *ends]
    return Sentence(text, lowers, starts, ends, list(map(lexicon.senses.__getitem__, lowers)))


def _cut(text: str, start: int, end: int, lexicon: Compiled) -> tuple[list[str], list[int], list[int]]:
    """Return the tokens of `text[start:end]`, in lower case, with their starts and ends."""
    raw = text[start:end].rstrip()
    lowered = raw.lower()
    if len(lowered) != len(raw):
        lowered = lower(raw)
    pieces = TOKEN.findall(lowered)
    ends = list(accumulate(map(len, pieces), initial=start))
    del ends[0]
    lowers = list(map(str.lstrip, pieces))
    starts = list(map(sub, ends, map(len, lowers)))
    if may_be_glued(raw):
        part_glued(text, start, end, lowers, starts, ends)
    if "-" in lowered:
        if "-\n" in lowered:
            close_lines(text, lowers, starts, ends)
        if BROKEN.search(lowered) is not None:
            join_broken(lowers, starts, ends, lexicon)
        _split_hyphens(lowers, starts, ends, lexicon)
    if not lexicon.damaged.isdisjoint(lowers):
        join_misread(text, lowers, starts, ends)
        join_torn(lowers, starts, ends, lexicon)
    if not lowered.isascii():
        if "–\n" in lowered:
            close_lines(text, lowers, starts, ends)
        if LIGATURE.search(lowered) is not None:
            spell_out(lowers)
        if "’" in lowered:
            lowers[:] = [t.replace("’", "'") if "’" in t and t[0].isalpha() else t for t in lowers]
        if "\u00ad" in lowered:
            join_broken(lowers, starts, ends, lexicon)
    if lowered.find(".", 0, -2) >= 0:
        _drop_dots(lowers, starts, ends, lexicon)
    return lowers, starts, ends


def _split_hyphens(lowers: list[str], starts: list[int], ends: list[int], lexicon: Compiled) -> None:
    """Cut a hyphenated word where it opens with a number word or hangs on a number; others stay whole.

    A unit hangs on the number before it over a space too: "a 12 year-old girl".
    """
    known, number_words = lexicon.words, lexicon.number_words
    for i in reversed([i for i, t in enumerate(lowers) if "-" in t and len(t) > 1 and t not in known]):
        token, start = lowers[i], starts[i]
        before, head = lowers[i - 1] if i else "", token.partition("-")[0]
        hangs = i > 0 and (before in "-–" or before[-1].isdecimal()) and ends[i - 1] == start
        if not hangs and head not in number_words:
            counted = before[-1:].isdecimal() or before in number_words
            if not counted or lexicon.senses[head].unit is None:
                continue
        parts = re.split("(-)", token)
        stops = list(accumulate(map(len, parts), initial=start))
        lowers[i : i + 1], starts[i : i + 1], ends[i : i + 1] = parts, stops[:-1], stops[1:]


def _drop_dots(lowers: list[str], starts: list[int], ends: list[int], lexicon: Compiled) -> None:
    """Leave out the dot of an abbreviation ("approx. 300", "sq. km")."""
    short, dots, at = lexicon.abbreviations, [], -1
    for _ in range(lowers.count(".")):
        at = lowers.index(".", at + 1)
        if at and lowers[at - 1] in short:
            dots.append(at)
    for i in reversed(dots):
        if starts[i] == ends[i - 1]:
            del lowers[i], starts[i], ends[i]
