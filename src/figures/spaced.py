"""Spaced digits: numbers that a scanner or a line end parted, read only where the grouping leaves no doubt."""

from __future__ import annotations

import re

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.tokens import Sentence

GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_GROUP = 3  # digits between two commas
_FEWEST, _MOST = 3, 6  # digits that stand by themselves: "2 5 0 houses"
_ZEROS = "000"
_GROUPS = 8  # tokens of a number in groups
_GAPS = 2  # white space behind a comma, at a line end


def read_spaced(sentence: Sentence, index: int) -> Candidate | None:
    """Read "12, 000 families", "over 1 2,000 people" and "at least 2 5 0 houses"; "3 4 families" says nothing."""
    lowers = sentence.lowers
    token, behind = lowers[index], lowers[index + 1]
    if not token.isdecimal():
        return None
    if behind == ",":
        after = _groups(sentence, index)
    elif GROUPED.fullmatch(behind) and len(token) + behind.find(",") <= _GROUP:
        after = index + 2 if _is_close(sentence, index + 1) and _is_led(sentence, index) else index
    else:
        after = _single(sentence, index)
    if after <= index:
        return None
    digits = "".join(lowers[index:after]).replace(",", "")
    return Candidate(sentence, index, after, int(digits), "digits")


def _is_close(sentence: Sentence, at: int) -> bool:
    """Tell whether one blank stands before a token."""
    return sentence.starts[at] == sentence.ends[at - 1] + 1


def _is_led(sentence: Sentence, index: int) -> bool:
    """Tell whether the words around digits leave no place for two numbers: "over 1 2,000 people"."""
    word, token = sentence.words[index - 1], sentence.lowers[index - 1]
    if not index or word.flags & (s.IDENTIFIER | s.MONTH) or word.noun is not None:
        return False
    verb = word.is_verb_only and not sentence.is_capital(index - 1)
    return word.before is not None or verb or token == "of"


def _single(sentence: Sentence, index: int) -> int:
    """Return the index behind digits that stand by themselves, 0 where they are too few to be one number."""
    after = index
    while after - index <= _MOST and len(sentence.lowers[after]) == 1 and sentence.lowers[after].isdecimal():
        after += 1
    counted = sentence.lowers[after][:1].isalpha() and sentence.words[after].noun is not None
    if not _FEWEST <= after - index <= _MOST or sentence.lowers[index] == "0" or not counted:
        return 0
    close = all(_is_close(sentence, at) for at in range(index + 1, after))
    return after if close and _is_led(sentence, index) else 0


def _groups(sentence: Sentence, index: int) -> int:
    """Return the index behind groups with a blank behind their comma, 0 where they may be a list.

    "Killed 2, 669 hurt" is one number, "Camp 4, 120 shelters" none; a group of zeros is always one.
    """
    after = index + 1
    while after < index + _GROUPS and _is_group(sentence, after):
        after += 2
    if after == index + 1:
        return 0
    if _ZEROS in sentence.lowers[index + 2 : after : 2]:
        return after
    before, more = sentence.words[index - 1], sentence.lowers[index + 3]
    next_one = sentence.lowers[index + 4][:1].isdecimal()
    listed = more == "," and (next_one or sentence.words[index + 4].flags & s.CONJ) or more[:1].isdecimal()
    listed = listed or next_one and sentence.words[index + 3].flags & s.CONJ  # "105, 100 and 98"
    listed = listed or sentence.lowers[index - 1] == "," and sentence.numbers[index - 2] is not None
    named = before.flags & (s.IDENTIFIER | s.MONTH) or sentence.numbers[index - 1] is not None
    if listed or named or sentence.is_capital(index - 1) and before.before is None:
        return 0
    return 0 if _is_cut(sentence, index + 1) and not _is_whole(sentence, index, index + 3) else index + 3


def _is_cut(sentence: Sentence, comma: int) -> bool:
    """Tell whether a line ends behind a comma."""
    return sentence.source.find("\n", sentence.ends[comma], sentence.starts[comma + 1]) >= 0


def _is_whole(sentence: Sentence, index: int, after: int) -> bool:
    """Tell a number cut at a line end from the last one of its line, "Killed: 12," over "300 injured"."""
    before, behind = sentence.words[index - 1], sentence.words[after]
    if before.noun is not None and not before.verbs or sentence.lowers[index - 1] == ":":
        return False
    return behind.noun is not None or behind.unit is not None or behind.strange


def _is_group(sentence: Sentence, at: int) -> bool:
    """Tell a comma, close to the number before it, with three digits behind a blank."""
    group = sentence.lowers[at + 1]
    if (
        sentence.lowers[at] != ","
        or len(group) != _GROUP
        or not group.isdecimal()
        or not sentence.adjacent(at)
    ):
        return False
    return 0 < sentence.starts[at + 1] - sentence.ends[at] <= _GAPS
