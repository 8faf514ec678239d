"""Where text is cut: blocks at blank lines, sentences inside a block; only sentences with a number go on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

from figures.lexicon.senses import ABBREVIATION

if TYPE_CHECKING:
    from figures.lexicon.compile import Compiled

#: Longest stretch handed to the steps as one sentence, in characters; longer ones are cut at a space.
LONGEST = 1500

_BLANK = regex.compile(r"\n[^\S\n]*\n\s*")
_BULLET = r"[•●▪◦■□*·➢‣–—-]"
#: Places where a sentence may end: terminal punctuation before a capital, quote, digit or bullet; line ends; bullets.
_BREAK = regex.compile(
    rf"""
      (?<end>[.!?…]["'”’)\]]*)\s+(?=["'“‘(\[]*[\p{{Lu}}\p{{N}}]|{_BULLET}\s|@|\#)
    | (?<line>\n)
    | (?<bullet>\s(?=[•●▪■□➢‣]\s?))
    """,
    regex.VERBOSE,
)
_LAST_WORD = regex.compile(r"[\w.]*$")
_ITEM = regex.compile(rf"\s*(?:{_BULLET}|\d{{1,2}}[.)]\s|\p{{Lu}})")
_WRAPPED = 55  # a shorter line than this ends its sentence, unless the next goes on in lower case
_DIGIT = regex.compile(r"\d")
_WORDS = regex.compile(r"\p{L}+")


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between blank lines.

    >>> list(blocks("a\\n\\nb"))
    [(0, 1), (3, 4)]
    """
    start = 0
    for match in _BLANK.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def sentences(text: str, start: int, end: int, lexicon: Compiled) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of a block, none longer than `LONGEST`."""
    at = start
    for match in _BREAK.finditer(text, start, end):
        if not _ends(text, at, match, lexicon):
            continue
        stop = match.end("end") if match.lastgroup == "end" else match.start()
        yield from _pieces(text, at, stop)
        at = match.end()
    yield from _pieces(text, at, end)


def has_number(text: str, start: int, end: int, lexicon: Compiled) -> bool:
    """Tell whether a digit or a number word stands in `text[start:end]`."""
    if _DIGIT.search(text, start, end):
        return True
    return not lexicon.number_words.isdisjoint(_WORDS.findall(text[start:end].lower()))


def _ends(text: str, start: int, match: regex.Match[str], lexicon: Compiled) -> bool:
    if match.lastgroup == "bullet":
        return True
    if match.lastgroup == "line":
        return _line_ends(text, start, match.start(), match.end())
    stop = match.start()
    if text[stop] != ".":
        return True
    found = _LAST_WORD.search(text, max(start, stop - 12), stop)
    word = found.group().lower() if found else ""
    if len(word) == 1 and word.isalpha() and word not in "i":
        return False  # an initial
    if "." in word:  # U.S. Army, but "in the U.S. The"
        return text[match.end() : match.end() + 4] in ("The ", "In t", "It i", "He s", "They")
    if word.isdigit() and text[max(start, stop - len(word) - 2) : stop - len(word)].strip() == "":
        return False  # a list mark: "1. Killed"
    known = lexicon.words.get(word)
    if known is None or not known.flags & ABBREVIATION:
        return True
    return False


def _line_ends(text: str, start: int, stop: int, after: int) -> bool:
    line = text.rfind("\n", start, stop) + 1
    width = stop - max(line, start)
    head = text[after : after + 4]
    if not head.strip() or text[stop - 1 : stop] in ".!?:;|":
        return True
    if _ITEM.match(text, after):
        return width < _WRAPPED or not head[0].isupper()
    return False


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        while cut < end and not text[cut].isspace() and text[cut - 1].isdigit() and text[cut].isdigit():
            cut += 1
        yield start, cut
        start = cut
    if end > start:
        yield start, end
