"""Torn words: what a lost ligature left apart ("a ected", "of cials") or headless ("fteen", "twenty-ve")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from figures.lexicon import senses as s

if TYPE_CHECKING:
    from figures.lexicon.compiled import Compiled

_LOST = re.compile("ffi|ffl|ff|fi|fl")
_LONGEST_FIRST = 3  # letters of a ligature that began with "f" and left that one: "of cials"
_WORD, _TAIL = 5, 3  # letters of a whole word and of what is left behind its ligature, at least
CERTAIN = 3  # letters of a number that is certain without its ligature: "fty", but "ve"

Torn = dict[str, dict[str, str]]


def torn_words(words: Iterable[str], cardinals: Iterable[str]) -> Torn:
    """Return what is left of words behind a lost ligature: for each tail the words by what stands before it.

    >>> torn_words(["affected", "officials", "fire"], ["five"])["cials"]
    {'o': 'officials', 'of': 'officials'}
    >>> torn_words([], ["five", "six"])
    {'ve': {'': 'five'}}
    """
    known, torn = set(words), Torn()
    for word in sorted(word for word in known if len(word) >= _WORD and word.isalpha()):
        for lost in _LOST.finditer(word):
            head, tail = word[: lost.start()], word[lost.end() :]
            if not head or len(tail) < _TAIL or tail in known:
                continue
            torn.setdefault(tail, {}).setdefault(head, word)
            if len(lost[0]) == _LONGEST_FIRST:
                torn[tail].setdefault(f"{head}f", word)
    for number in cardinals:
        found = _LOST.match(number)
        if found is not None:
            torn.setdefault(number[found.end() :], {})[""] = number
    return torn


def join_torn(lowers: list[str], starts: list[int], ends: list[int], lexicon: Compiled) -> None:
    """Write the words whole that a lost ligature tore, each in the place of its parts."""
    torn = lexicon.torn
    for i in reversed([i for i, token in enumerate(lowers) if token in torn]):
        heads = torn[lowers[i]]
        whole = heads.get(lowers[i - 1]) if i and starts[i] == ends[i - 1] + 1 else None
        if whole is not None:
            lowers[i - 1 : i + 1], ends[i - 1 : i + 1] = [whole], [ends[i]]
            del starts[i]
        elif "" in heads and (len(lowers[i]) >= CERTAIN or _is_number(lowers, i, lexicon)):
            lowers[i] = heads[""]


def _is_number(lowers: list[str], i: int, lexicon: Compiled) -> bool:
    """Tell "ve people" and "thirty-ve" from what is left of "they've"."""
    if i > 1 and lowers[i - 1] == "-":
        return lowers[i - 2] in lexicon.numbers.cardinals
    if i + 1 == len(lowers):
        return False
    behind = lowers[i + 1]
    noun = lexicon.senses[behind]
    before = lexicon.senses[lowers[i - 1]] if i else s.UNKNOWN
    if before.flags & s.PRON or i and lowers[i - 1] in "'’`´":
        return False
    return behind in lexicon.numbers.scales or noun.noun is not None and noun.plural
