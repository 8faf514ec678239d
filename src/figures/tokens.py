"""Sentences as parallel columns of tokens with their lexicon senses: the one window that all steps share."""

from __future__ import annotations

import re
from itertools import accumulate
from operator import sub
from typing import TYPE_CHECKING

from figures.lexicon.senses import DIGITS, UNKNOWN, Word

if TYPE_CHECKING:
    from figures.candidates import Candidate
    from figures.lexicon.compiled import Compiled

_SPACE = r"[ \u00a0\u2009\u202f\u2007]"
#: One number as written: grouped by comma, apostrophe or space, Indian grouping, or any run with inner marks.
NUMBER = rf"""
    \d{{1,3}}(?:[,'’\u2009\u202f\u00a0\u066c]\d{{3}})+(?:[.\u066b]\d+)?(?!\d|[,.:/]\d)  # 12,300  1,200.5
  | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d+)?(?!\d|[,.:/]\d)                           # 2,50,000
  | \d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d|[,.:/]\d|{_SPACE}\d)                           # 3 200  25 000
  | \d+(?:[.,:/]\d+)*                                                               # 7  2.5  12/05/2016
"""
_LETTER = r"[^\W\d_]"
#: One token with the white space before it. The first branch is the fast path of plain lower-case words. `re` is
#: quicker here than `regex`: measured 47 against 77 ms a megabyte.
TOKEN = re.compile(
    rf"""\s*(?:
        [a-z]+ (?![\w'’‐‑.-])
      | [,;:()"“”’‘'!?%$€£|/—–-]
      | (?:{_LETTER}\.){{2,}}                              # U.S.  p.m.
      | {_LETTER}+(?:['’‐‑-]{_LETTER}+)*                   # words, hyphenated and with apostrophes
      | {NUMBER}
      | [<>]= | \.{{2,}} | [^\s\w] | _+ | \w
    )""",
    re.VERBOSE,
)


_PLAIN_WORDS = re.compile(r"[a-z]+(?: [a-z]+)*")


class Sentence:
    """One sentence as columns: lower-cased surface, start, end and sense of every token (or known phrase).

    `numbers[i]` is the candidate that token i belongs to. Offsets count from the start of the whole text.
    """

    __slots__ = ("block", "end", "ends", "lowers", "numbers", "size", "start", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int, block: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.block = block
        self.lowers: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[Word] = []
        self.numbers: list[Candidate | None] = []
        self.size = 0

    def surface(self, first: int, after: int) -> str:
        """Return the text of the tokens from `first` up to, not with, `after`."""
        return self.text[self.starts[first] : self.ends[after - 1]]

    def adjacent(self, index: int) -> bool:
        """Tell whether token `index` follows the one before it without a space."""
        return 0 < index < self.size and self.starts[index] == self.ends[index - 1]

    def word_at(self, index: int) -> Word:
        """Return the sense of a token, `UNKNOWN` beyond the ends of the sentence."""
        return self.words[index] if 0 <= index < self.size else UNKNOWN

    def lower_at(self, index: int) -> str:
        """Return a token in lower case, nothing beyond the ends of the sentence."""
        return self.lowers[index] if 0 <= index < self.size else ""

    def raw_at(self, index: int) -> str:
        """Return a token as written, nothing beyond the ends of the sentence."""
        return self.surface(index, index + 1) if 0 <= index < self.size else ""

    def number_at(self, index: int) -> Candidate | None:
        """Return the candidate that a token belongs to, None beyond the ends of the sentence."""
        return self.numbers[index] if 0 <= index < self.size else None

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


def tokenise(text: str, start: int, end: int, block: int, lexicon: Compiled) -> Sentence:
    """Cut `text[start:end]` into tokens and tag them, the longest known phrase first."""
    sentence = Sentence(text, start, end, block)
    lowered = lower(text[start:end].rstrip())
    pieces = TOKEN.findall(lowered)
    ends = list(accumulate(map(len, pieces), initial=start))
    del ends[0]
    lowers = list(map(str.lstrip, pieces))
    starts = list(map(sub, ends, map(len, lowers)))
    if "-" in lowered:
        _split_hyphens(lowers, starts, ends, lexicon)
    if lowered.find(".", 0, -2) >= 0:
        _drop_dots(lowers, starts, ends, lexicon)
    _tag(sentence, lowers, starts, ends, lexicon)
    return sentence


def _split_hyphens(lowers: list[str], starts: list[int], ends: list[int], lexicon: Compiled) -> None:
    """Cut a hyphenated word where it opens with a number word or hangs on a number; others stay whole."""
    known, number_words = lexicon.words, lexicon.number_words
    for i in reversed([i for i, t in enumerate(lowers) if "-" in t and len(t) > 1 and t not in known]):
        token, start = lowers[i], starts[i]
        hangs = i > 0 and lowers[i - 1] in "-–" and ends[i - 1] == start
        if not hangs and token.partition("-")[0] not in number_words:
            continue
        parts = re.split("(-)", token)
        stops = list(accumulate(map(len, parts), initial=start))
        lowers[i : i + 1], starts[i : i + 1], ends[i : i + 1] = parts, stops[:-1], stops[1:]


def _drop_dots(lowers: list[str], starts: list[int], ends: list[int], lexicon: Compiled) -> None:
    """Leave out the dot of an abbreviation ("approx. 300", "sq. km")."""
    short = lexicon.abbreviations
    for i in reversed([i for i, t in enumerate(lowers) if t == "." and i and lowers[i - 1] in short]):
        if starts[i] == ends[i - 1]:
            del lowers[i], starts[i], ends[i]


def _tag(
    sentence: Sentence, lowers: list[str], starts: list[int], ends: list[int], lexicon: Compiled
) -> None:
    """Look every token up, and join the tokens of known phrases into one."""
    words = list(map(lexicon.words.get, lowers))
    last = len(lowers) - 1
    heads = []
    for i in [i for i, word in enumerate(words) if word is None or word.phrases is not None]:
        word = words[i]
        if word is None:
            token = lowers[i]
            words[i] = DIGITS if token[0].isdecimal() else lexicon.guess(token)
        elif i < last and lowers[i + 1] in word.phrases:  # type: ignore[operator]
            heads.append(i)
    if heads:
        _join_phrases(lowers, starts, ends, words, heads)  # type: ignore[arg-type]
    sentence.lowers, sentence.starts, sentence.ends = lowers, starts, ends
    sentence.words = words  # type: ignore[assignment]
    sentence.size = len(lowers)
    sentence.numbers = [None] * sentence.size


def _join_phrases(
    lowers: list[str], starts: list[int], ends: list[int], words: list[Word], heads: list[int]
) -> None:
    """Make one token of every known phrase that begins at one of the heads."""
    after = 0
    found: list[tuple[int, int]] = []
    for i in heads:
        phrase = _phrase_at(words, lowers, i) if i >= after else None
        if phrase is not None:
            after = i + phrase[0]
            words[i] = phrase[1]
            found.append((i, after))
    for i, stop in reversed(found):
        lowers[i] = " ".join(lowers[i:stop])
        ends[i] = ends[stop - 1]
        rest = slice(i + 1, stop)
        del lowers[rest], starts[rest], ends[rest], words[rest]


def _phrase_at(words: list[Word], lowers: list[str], index: int) -> tuple[int, Word] | None:
    """Return length and sense of the phrase at a token, unless one that begins a token later reaches further."""
    found = _longest(words, lowers, index)
    if found is None or words[index + 1].phrases is None:
        return found
    later = _longest(words, lowers, index + 1)  # "or | more than", not "or more | than"
    return None if later is not None and later[0] >= found[0] else found


def _longest(words: list[Word], lowers: list[str], index: int) -> tuple[int, Word] | None:
    """Return length and sense of the longest phrase that begins at a token."""
    seconds = words[index].phrases
    if seconds is None or index + 1 >= len(lowers):
        return None
    for rest, word in seconds.get(lowers[index + 1], ()):
        if not rest or tuple(lowers[index + 2 : index + 2 + len(rest)]) == rest:
            return len(rest) + 2, word
    return None
