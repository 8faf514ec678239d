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
        token = match.group().lower()
        if "-" in token and len(token) > 1 and token not in known:
            _split_hyphens(token, match.start(), lexicon, lowers, starts, ends)
            continue
        if token == "." and lowers and ends[-1] == match.start():
            before = known.get(lowers[-1])
            if before is not None and before.flags & ABBREVIATION:
                continue
        lowers.append(token)
        starts.append(match.start())
        ends.append(match.end())
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
    out_lower, out_start, out_end, out_word = sentence.lowers, sentence.starts, sentence.ends, sentence.words
    index, size = 0, len(lowers)
    while index < size:
        token = lowers[index]
        length, word = 1, words.get(token)
        if token in phrases:
            found = _longest(phrases, lowers, index)
            if found is not None and not _overtaken(phrases, lowers, index, found[0]):
                length, word = found
        if word is None:
            word = lexicon.guess(token)
        out_lower.append(token if length == 1 else " ".join(lowers[index : index + length]))
        out_start.append(starts[index])
        out_end.append(ends[index + length - 1])
        out_word.append(word)
        index += length
    sentence.numbers = [None] * len(out_lower)


def _longest(phrases: dict[str, list[tuple[tuple[str, ...], Word]]], lowers: list[str], index: int) -> tuple[int, Word] | None:
    """Return length and sense of the longest phrase that begins at a token."""
    for rest, word in phrases[lowers[index]]:
        if tuple(lowers[index + 1 : index + 1 + len(rest)]) == rest:
            return len(rest) + 1, word
    return None


def _overtaken(phrases: dict[str, list[tuple[tuple[str, ...], Word]]], lowers: list[str], index: int, length: int) -> bool:
    """Tell whether a phrase that begins one token later reaches further ("or | more than", not "or more | than")."""
    if index + 1 >= len(lowers) or lowers[index + 1] not in phrases:
        return False
    later = _longest(phrases, lowers, index + 1)
    return later is not None and later[0] >= length and index + 1 + later[0] > index + length


__all__ = ["NUMBER", "TOKEN", "UNKNOWN", "Sentence", "split", "tokenise"]
