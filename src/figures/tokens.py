"""Sentences as parallel columns of tokens, tagged with their lexicon senses: the one window that all steps share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from figures.lexicon.senses import ABBREVIATION, UNKNOWN, Word

if TYPE_CHECKING:
    from figures.candidates import Candidate
    from figures.lexicon.compile import Compiled

_SPACE = r"[ \u00a0\u2009\u202f\u2007]"
#: One number as written: grouped by comma, apostrophe or space, Indian grouping, or any run with inner marks.
NUMBER = rf"""
    \d{{1,3}}(?:[,'’\u2009\u202f\u00a0\u066c]\d{{3}})+(?:[.\u066b]\d+)?(?![\d]|[,.:/]\d)   # 12,300  1,200.5  3 200
  | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d+)?(?!\d|[,.:/]\d)                   # 2,50,000
  | \d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d|[,.:/]\d|{_SPACE}\d)                   # 3 200, 25 000
  | \d{{1,3}},{_SPACE}\d{{3}}(?!\d|[,.:/]\d|,{_SPACE}\d|{_SPACE}\d)           # 2, 669
  | \d+(?:[.,:/]\d+)*                                                         # 7  2.5  10:30  12/05/2016
"""
_LETTER = r"[^\W\d_]"
TOKEN = regex.compile(
    rf"""
    (?:{_LETTER}\.){{2,}}                              # U.S.  p.m.
  | {_LETTER}+(?:['’‐‑-]{_LETTER}+)*                   # words, hyphenated and with apostrophes
  | {NUMBER}
  | [<>]= | \.{{2,}} | [^\s\w] | _+ | \w
    """,
    regex.VERBOSE,
)


#: Phrases by first token, then by second: the rest and the sense, longest first.
Phrases = dict[str, dict[str, list[tuple[tuple[str, ...], Word]]]]


class Sentence:
    """One sentence as columns: lower-cased surface, start, end and sense of every token (or known phrase).

    `numbers[i]` is the candidate that token i belongs to. Offsets count from the start of the whole text.
    """

    __slots__ = ("block", "end", "ends", "lowers", "memo", "numbers", "previous", "start", "starts", "text", "words")

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
        self.previous: Sentence | None = None
        self.memo: dict[str, object] = {}

    def __len__(self) -> int:
        return len(self.lowers)

    def surface(self, first: int, after: int) -> str:
        """Return the text of the tokens from `first` up to, not with, `after`."""
        return self.text[self.starts[first] : self.ends[after - 1]]

    def adjacent(self, index: int) -> bool:
        """Tell whether token `index` follows the one before it without a space."""
        return 0 < index < len(self.lowers) and self.starts[index] == self.ends[index - 1]


def split(text: str) -> tuple[str, ...]:
    """Return the lower-cased tokens of a lexicon surface.

    >>> split("sq. km/h")
    ('sq', '.', 'km', '/', 'h')
    """
    return tuple(TOKEN.findall(text.lower()))


def tokenise(text: str, start: int, end: int, block: int, lexicon: Compiled) -> Sentence:
    """Cut `text[start:end]` into tokens and tag them, the longest known phrase first."""
    sentence = Sentence(text, start, end, block)
    lowers: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    known = lexicon.words
    for match in TOKEN.finditer(text, start, end):
        first, last = match.span()
        token = text[first:last].lower()
        if token not in known and len(token) > 1 and "-" in token:
            _split_hyphens(token, first, lexicon, lowers, starts, ends)
            continue
        if token == "." and lowers and ends[-1] == first:
            before = known.get(lowers[-1])
            if before is not None and before.flags & ABBREVIATION:
                continue
        lowers.append(token)
        starts.append(first)
        ends.append(last)
    _tag(sentence, lowers, starts, ends, lexicon)
    return sentence


def _split_hyphens(token: str, at: int, lexicon: Compiled, lowers: list[str], starts: list[int], ends: list[int]) -> None:
    """Add a hyphenated word: in parts when it opens with a number word or hangs on a number, else whole."""
    hangs = bool(lowers) and lowers[-1] in "-–" and ends[-1] == at
    first = token.partition("-")[0]
    if not hangs and first not in lexicon.number_words:
        lowers.append(token)
        starts.append(at)
        ends.append(at + len(token))
        return
    for part in token.split("-"):
        if part:
            lowers.append(part)
            starts.append(at)
            ends.append(at + len(part))
        at += len(part)
        if at < starts[-1] + len(token) and part != token.rpartition("-")[2]:
            lowers.append("-")
            starts.append(at)
            ends.append(at + 1)
        at += 1


def _tag(sentence: Sentence, lowers: list[str], starts: list[int], ends: list[int], lexicon: Compiled) -> None:
    words, phrases = lexicon.words, lexicon.phrases
    size = len(lowers)
    tags: list[Word | None] = [words.get(token) for token in lowers]
    if any(token in phrases for token in lowers):
        index = 0
        out: list[tuple[str, int, int, Word | None]] = []
        while index < size:
            found = _phrase_at(phrases, lowers, index) if lowers[index] in phrases else None
            if found is None:
                out.append((lowers[index], starts[index], ends[index], tags[index]))
                index += 1
                continue
            length, word = found
            out.append((" ".join(lowers[index : index + length]), starts[index], ends[index + length - 1], word))
            index += length
        lowers, starts, ends, tags = (list(column) for column in zip(*out, strict=True))  # type: ignore[assignment]
    sentence.lowers, sentence.starts, sentence.ends = lowers, starts, ends
    sentence.words = [lexicon.guess(token) if tag is None else tag for token, tag in zip(lowers, tags, strict=True)]
    sentence.numbers = [None] * len(lowers)


def _phrase_at(phrases: Phrases, lowers: list[str], index: int) -> tuple[int, Word] | None:
    """Return length and sense of the phrase at a token, unless one that begins a token later reaches further."""
    found = _longest(phrases, lowers, index)
    if found is None or lowers[index + 1] not in phrases:
        return found
    later = _longest(phrases, lowers, index + 1)  # "or | more than", not "or more | than"
    return None if later is not None and later[0] >= found[0] else found


def _longest(phrases: Phrases, lowers: list[str], index: int) -> tuple[int, Word] | None:
    """Return length and sense of the longest phrase that begins at a token."""
    seconds = phrases[lowers[index]]
    if index + 1 >= len(lowers):
        return None
    for rest, word in seconds.get(lowers[index + 1], ()):
        if not rest or tuple(lowers[index + 2 : index + 2 + len(rest)]) == rest:
            return len(rest) + 2, word
    return None


__all__ = ["NUMBER", "TOKEN", "UNKNOWN", "Sentence", "split", "tokenise"]
