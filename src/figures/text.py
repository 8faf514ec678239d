"""Where text is cut: blocks at blank lines, sentences inside a block; only sentences with a number go on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figures.lexicon.compiled import Compiled

#: Longest stretch handed to the steps as one sentence, in characters; longer ones are cut at a space.
LONGEST = 1500

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_BULLET = "•●▪◦■□*·➢‣–—-"
_MARKS = "•●▪■□➢‣"
#: A number alone on its line, and how long such a line is; words in which the noun of the next line is looked for.
_LONE_FIGURE = re.compile(r"\s*[~<>≈±]?\s*(?:US)?[$€£]?\s*\d[\d.,\u00a0 ]*(%|[^\W\d_]*)\+?\s*")
_LONE = 40
_OPENING_WORDS = 3
#: Classes of nouns that such a number counts.
COUNTED = frozenset(
    ("animal", "building", "combatant", "house", "household", "infrastructure", "person", "refuge", "vehicle")
)
#: A span, and for a cell of a table the spans of its label.
Labelled = tuple[int, int, tuple[tuple[int, int], ...] | None]
_ITEM_MARKS = frozenset(_BULLET)
_HEADING = 100  # characters of the longest heading of a list
_ENDS = ".!?…"
#: A full stop that lost the space behind it: "34 feet.In Vadar", "province.IMPACT".
_NO_SPACE = r"(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]+\s|[A-Z]{4})"
#: Where a sentence may end: at terminal punctuation before white space, line ends, bullets. The marks are looked for
#: one by one, which takes a fifth less time than a set of characters.
_BREAK_MARKS = f"{_ENDS}\n{_MARKS}"
_ASCII_MARKS = "".join(filter(str.isascii, _BREAK_MARKS))
_BREAK = re.compile(rf"""[{_ENDS}](?:["'”’)\]]*\s+|{_NO_SPACE})""")
_OPENING = "\"'“‘(["
_LAST_WORD = re.compile(r"[\w.]*$")
_ITEM = re.compile(rf"\s*(?:[{re.escape(_BULLET)}]|\d{{1,2}}[.)]\s|([^\W\d_]))")
_LONE_NUMBER = re.compile(r"\s*[\d.,]+ *(?:\n|$)")
_WRAPPED = 55  # a shorter line than this ends its sentence, unless the next goes on in lower case
_SAMPLE = 4000  # characters of a block that tell wrapped prose from a list
_RANGE_MARKS = ("-", "–")
_LAST = 20  # characters of a line in which its last word is looked for
_RAGGED = 8  # how far from the widest line a full line may end
_DIGITS = re.compile(r"\d*")


def blocks(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the spans between blank lines.

    >>> list(blocks("a\n\nb"))
    [(0, 1), (3, 4)]
    """
    if "\n" not in text:
        yield from [(0, len(text))] if text else []
        return
    start = 0
    for match in _BLANK.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def sentences(text: str, start: int, end: int, lexicon: Compiled) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of a block, none longer than `LONGEST`."""
    at = reached = start
    wrapped = 0 <= text.find("\n", start, end) < end - 1 and _is_wrapped(text, start, end)
    for first in _marks(text, start, end):
        if first < reached:
            continue
        mark = text[first]
        if mark in _ENDS:
            after = first + 2
            if after >= end or text[first + 1] != " " or text[after].isspace():  # but most of all
                after = _behind_stop(text, first + 1, end)
                if after < 0:
                    continue
            reached = after
            if not (after < end and text[after].isupper() or _opens(text, after, end)):
                continue
            if mark == "." and not _full_stop(text, at, first, after, lexicon):
                continue
            stop = after
        elif mark == "\n":
            reached = after = first + 1
            if not _line_ends(text, at, first, after, lexicon, wrapped=wrapped):
                continue
            stop = first
        else:
            reached, stop, after = first + 1, first, first
        if stop - at > LONGEST:
            yield from _pieces(text, at, stop)
        elif stop > at:
            yield at, stop
        at = after
    if end - at > LONGEST:
        yield from _pieces(text, at, end)
    elif end > at:
        yield at, end


def _marks(text: str, start: int, end: int) -> list[int]:
    """Return where marks stand that may end a sentence; those beyond ASCII are looked for where there are any."""
    marks: list[int] = []
    for mark in _ASCII_MARKS if text.isascii() else _BREAK_MARKS:
        at = text.find(mark, start, end)
        while at >= 0:
            marks.append(at)
            at = text.find(mark, at + 1, end)
    marks.sort()
    return marks


def _behind_stop(text: str, after: int, end: int) -> int:
    """Return where the next sentence begins if one ends in the mark before an offset, -1 if none does."""
    if after < end and (text[after].isdecimal() or text[after].islower()):
        return -1  # a decimal, an address
    found = _BREAK.match(text, after - 1, end)
    return found.end() if found is not None else -1


def is_item(text: str, first: int) -> bool:
    """Tell whether a sentence is an item of a list: it begins with a bullet."""
    mark = text[first : first + 1]
    while mark.isspace():
        first += 1
        mark = text[first : first + 1]
    return mark in _ITEM_MARKS and text[first + 1 : first + 2].isspace()


def is_heading(text: str, first: int, last: int) -> bool:
    """Tell whether a sentence is a line that items may follow: short, and without a full stop at its end."""
    if last - first > _HEADING or text[last : last + 1] not in ("\n", ""):
        return False
    return text[first:last].rstrip()[-1:] not in (".", ",", ";", "!", "?", "")


def joined(
    text: str, spans: Iterator[Labelled], lexicon: Compiled, has_number: Callable[[int, int], bool]
) -> Iterator[Labelled]:
    """Join a number alone on its line to the line of its noun: "22.2 million" and below it "People in need"."""
    above: tuple[int, int] | None = None  # a short line that names what is counted
    held = stop = -1  # a number alone on its line
    for first, last, label in spans:
        if held >= 0 and label is None and not text[stop:first].strip() and not has_number(first, last):
            opening = text[first:last].lower().split(maxsplit=_OPENING_WORDS)[:_OPENING_WORDS]
            if _names_counted(opening, lexicon):
                yield held, last, None
                above, held = None, -1
                continue
        if held >= 0:
            yield held, stop, None
            above, held = None, -1
        short = label is None and last - first <= _LONE
        if short and _is_lone_figure(text, first, last, lexicon):
            if above is None:
                held, stop = first, last
            else:
                yield first, last, (above,)  # "IDPs" and below it "12,300"
                above = None
            continue
        yield first, last, label
        above = (first, last) if short and _is_label(text[first:last], lexicon) else None
    if held >= 0:
        yield held, stop, None


def _is_lone_figure(text: str, first: int, last: int, lexicon: Compiled) -> bool:
    figure = _LONE_FIGURE.fullmatch(text, first, last)
    if figure is None:
        return False
    scale = figure.group(1).lower()
    return scale in ("", "%") or scale in lexicon.numbers.scales or scale in lexicon.numbers.suffixes


def _is_label(line: str, lexicon: Compiled) -> bool:
    """Tell a line that says what the number below it counts: "IDPs"."""
    return line.rstrip()[-1:] not in _ENDS and _names_counted(line.lower().split(), lexicon)


def _names_counted(words: list[str], lexicon: Compiled) -> bool:
    return any((noun := lexicon.senses[word].noun) is not None and noun.cls in COUNTED for word in words)


def _opens(text: str, at: int, end: int) -> bool:
    """Tell whether a sentence may begin at an offset: a capital, digit, bullet or hashtag, opening marks aside."""
    while at < end and text[at] in _OPENING:
        at += 1
    if at >= end or text[at].isupper():
        return True
    mark = text[at]
    return mark.isdigit() or mark in "@#" or mark in _BULLET and text[at + 1 : at + 2].isspace()


def _full_stop(text: str, start: int, stop: int, after: int, lexicon: Compiled) -> bool:
    """Tell a full stop from the dot of an abbreviation, an initial or a list mark."""
    word = text[start if start > stop - 12 else stop - 12 : stop].rpartition(" ")[2].lower()
    if len(word) > 1 and word.isalpha():
        return word not in lexicon.abbreviations
    if not word.isalnum():
        word = _LAST_WORD.search(word).group()  # type: ignore[union-attr]
    if len(word) == 1 and word.isalpha() and word != "i":  # an initial; but "vitamin A. Hundreds of"
        return text[after : after + 20].partition(" ")[0].lower() in lexicon.number_words
    if "." in word:  # "the U.S. Army", but "in the U.S. The"
        return text[after : after + 4] in ("The ", "In t", "It i", "He s", "They")
    if word.isdigit() and text[max(start, stop - len(word) - 2) : stop - len(word)].strip() == "":
        return False  # a list mark: "1. Killed"
    return word not in lexicon.abbreviations


def _line_ends(text: str, start: int, stop: int, after: int, lexicon: Compiled, *, wrapped: bool) -> bool:
    """Tell whether a line ends its sentence; in wrapped prose only a short line does."""
    line = text.rfind("\n", start, stop) + 1
    width = stop - max(line, start)
    head = text[after : after + 4]
    if not head.strip() or text[stop - 1 : stop] in ".!?:;|":
        return True
    if not wrapped:  # a list; but a lone number goes with the label on the line before it
        if head[0] == "%" and text[stop - 1].isdecimal():
            return False
        if head[0].isdecimal() and _leads_on(text[max(line, start) : stop], lexicon):
            return False
        return not head.lstrip()[0].islower() and not _LONE_NUMBER.match(text, after)
    item = _ITEM.match(text, after)
    if item is None or item[1] is not None and not item[1].isupper():
        return False
    return width < _WRAPPED or not head[0].isupper()


def _leads_on(line: str, lexicon: Compiled) -> bool:
    """Tell whether a line ends before its number: "The donors gave USD", "killed at least"."""
    last = line.rstrip()[-_LAST:].rpartition(" ")[2]
    if last[-1:] in _RANGE_MARKS and last[-2:-1].isdecimal():
        return True
    if last[-1:] in lexicon.money_tails or last.isupper() and last.lower() in lexicon.money_tails:
        return True
    return last in lexicon.leads


def _is_wrapped(text: str, start: int, end: int) -> bool:
    """Tell wrapped prose from a list: its lines end where the next word would not have fitted."""
    lines = text[start : min(end, start + _SAMPLE)].split("\n")
    widest = max(map(len, lines))
    if widest < _WRAPPED:
        return False
    full = sum(
        len(line) + 1 + len(behind.split(None, 1)[0] if behind.strip() else "") > widest - _RAGGED
        for line, behind in pairwise(lines)
    )
    return full >= 0.7 * (len(lines) - 1)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        if text[cut - 1].isdigit():
            cut = _DIGITS.match(text, cut, end).end()  # type: ignore[union-attr]
        yield start, cut
        start = cut
    if end > start:
        yield start, end
