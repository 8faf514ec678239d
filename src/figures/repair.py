"""Repair: what broke on the way through scanners, PDF files and wrong encodings, put right in its place.

`mend` changes characters of a text and never its length, so that every offset stays that of the text as given;
`join_broken` joins the tokens of one word. Spans and texts of the records are cut from the text as given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figures.lexicon.compiled import Compiled

#: Windows-1252 read as Latin-1, and marks that end no word.
_RESIDUE = {
    code: char
    for code, char in zip(
        range(0x80, 0xA0), bytes(range(0x80, 0xA0)).decode("cp1252", "replace"), strict=True
    )
    if char != "\ufffd"
}
_CONTROLS = "".join(map(chr, _RESIDUE))
#: UTF-8 read as Windows-1252: the marks that stand beside numbers. Each is filled up with spaces to its length.
_MOJIBAKE = {
    mark.encode().decode("cp1252", "ignore") if mark != "”" else "â€\x9d": mark for mark in "’‘“”–—…•€£°½¼¾"
} | {"â€\ufffd": "”", "Â\u00a0": " ", "Â ": " "}
#: And read as Mac Roman, once or twice: "‚Äô", "¬£", "¬¨¬£".
_MOJIBAKE |= {mark.encode().decode("mac_roman"): mark for mark in "’‘“”–—…•€£°½¼¾"}
_MOJIBAKE |= {mark.encode("latin-1").decode("mac_roman").join(("¬¨¬", "")): mark for mark in "£°½¼¾"}
_WRONG = re.compile("|".join(map(re.escape, sorted(_MOJIBAKE, key=len, reverse=True))))
#: Entities of web pages: "&pound;5m", "&#163;5m".
_ENTITY = re.compile(r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
_RAISED = "¹²³⁴⁵⁶⁷⁸⁹⁰†‡"
_WIDE = "０１２３４５６７８９，．％٪"
_NARROW = str.maketrans(_WIDE, "0123456789,.%%")
_MIDDLE_POINT = re.compile(r"(?<=\d)·(?=\d)")
_ASCII = bytes(range(128))
#: One look for all of that.
_ODD = re.compile(f"[âÂ¬‚{_RAISED}{_CONTROLS}{_WIDE}·]")
#: A line end inside a number: "more than 12,\n500 people", "5\n000 tonnes".
_PARTED = re.compile(
    r"""\n(?: (?: (?<=\s\d,\n) | (?<=\s\d\d,\n) | (?<=\s\d\d\d,\n) ) (?=\d{3}\s{1,3}[a-z] | 000\b)
          | (?<=\d\n) (?=000(?:\s|[.,;]\s)) )""",
    re.VERBOSE,
)
_FOOTNOTE = re.compile(rf"(?:(?<=\d)|(?<=[a-z]{{3}}))[{_RAISED}]+")
_STARS = re.compile(r"(?<=\d)\*{1,3}(?= [^\W\d_])")
#: Letters that scanners read for the digits 0 and 1: "1O,000", "l2,500", "3O".
MISREAD = frozenset(("l", "o", "oo", "ooo"))
_MISREAD = re.compile(r"(?=[^\d]*\d)[\doli]{1,3}(?:,[\doli]{3})+|\d+o[\do]*|l\d+")
_GROUPS = 8  # tokens of a number on either side of a letter
_DIGITS = str.maketrans("oli", "011")
#: Capitals that hang on a word: "evacuatedRESPONSE".
_GLUED = re.compile(r"[A-Z]{4}(?<=[a-z]{3}[A-Z]{4})")

#: A word with a hyphen at its end: "displa- ced".
BROKEN = re.compile(r"-\s(?<=[^\W\d_]-\s)")

_CASES = bytes(65 if chr(c).isupper() else 97 if chr(c).islower() else 32 for c in range(128)) + bytes(128)

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
_LOST = re.compile("ffi|ffl|ff|fi|fl")
_SHORTEST = 5  # letters that a word has left where it lost a ligature
_DASHES = frozenset("-–")
_SOFT_HYPHEN = "\u00ad"


def _character(found: re.Match[str]) -> str:
    """Return the character of an entity with spaces up to the length of what it was written as."""
    from html import unescape  # its table of names takes 2 ms

    char = unescape(found[0])
    return char.ljust(len(found[0])) if len(char) == 1 else found[0]


def beyond_ascii(text: str) -> str:
    """Return the characters of a text that are not ASCII: few, so that a pattern finds its own quickly.

    >>> beyond_ascii("Über 5 m²")
    'Ü²'
    """
    return text.encode("utf-8", "replace").translate(None, _ASCII).decode("utf-8")


def mend(text: str) -> str:
    r"""Return a text of the same length with its broken characters put right.

    >>> mend("\x93At least 30\x94, 10â€“12, Â£5m")
    '“At least 30”, 10 – 12, £ 5m'
    >>> mend("&pound;5m")
    '£      5m'
    >>> mend("over 12,\n500 people, １２％")
    'over 12, 500 people, 12%'
    """
    if "&" in text and ";" in text:
        text = _ENTITY.sub(_character, text)
    if "\n" in text:
        text = _PARTED.sub(" ", text)
    if "*" in text:
        text = _STARS.sub(lambda found: " " * len(found[0]), text)  # "192,500* displaced people"
    if text.isascii():
        return text
    if _ODD.search(beyond_ascii(text)) is None:
        return text
    if "â" in text or "Â" in text or "¬" in text or "‚" in text:
        text = _WRONG.sub(_right, text)
    if any(mark in text for mark in _RAISED):
        text = _FOOTNOTE.sub(lambda found: " " * len(found[0]), text)
    if any(mark in text for mark in _WIDE):
        text = text.translate(_NARROW)
    if "·" in text:
        text = _MIDDLE_POINT.sub(".", text)
    return text.translate(_RESIDUE) if any(mark in text for mark in _CONTROLS) else text


def _right(found: re.Match[str]) -> str:
    """Return a mark with spaces up to the length of what it was written as, on both sides of a dash."""
    wrong = found[0]
    mark = _MOJIBAKE[wrong]
    return mark.center(len(wrong)) if mark in "–—" else mark.ljust(len(wrong))


def join_broken(lowers: list[str], starts: list[int], ends: list[int], lexicon: Compiled) -> None:
    """Join the parts of a word that a line end cut: "displa- ced", "year- old"."""
    known = lexicon.words
    for i in reversed([i for i, token in enumerate(lowers) if token in ("-", _SOFT_HYPHEN)]):
        if not 0 < i < len(lowers) - 1 or starts[i] != ends[i - 1]:
            continue
        left, right = lowers[i - 1], lowers[i + 1]
        parted = starts[i + 1] > ends[i] or lowers[i] == _SOFT_HYPHEN
        if not parted or not left.isalpha() or not right[0].isalpha():
            continue
        whole = left + right if left + right in known else f"{left}-{right}"
        if whole in known:
            lowers[i - 1 : i + 2], ends[i - 1 : i + 2] = [whole], [ends[i + 1]]
            del starts[i : i + 2]


def close_lines(text: str, lowers: list[str], starts: list[int], ends: list[int]) -> None:
    """Let a dash behind a number reach over the line end behind it: "a 12-" over "year-old boy", "40-" over "50"."""
    for i in range(1, len(lowers) - 1):
        hangs = lowers[i] in _DASHES and starts[i] == ends[i - 1] and lowers[i - 1][-1].isdecimal()
        if hangs and text.find("\n", ends[i], starts[i + 1]) >= 0:
            ends[i] = starts[i + 1]


def join_misread(text: str, lowers: list[str], starts: list[int], ends: list[int]) -> None:
    """Read letters in a number as the digits they look like: "1O,000", "l2,500", "3O"."""
    for i in reversed([i for i, token in enumerate(lowers) if token in MISREAD]):
        if i >= len(lowers) or text[starts[i]] == "o":
            continue
        first, after = i, i + 1
        while (
            first > max(0, i - _GROUPS)
            and starts[first] == ends[first - 1]
            and not lowers[first - 1].isalpha()
        ):
            first -= 1
        while (
            after < min(len(lowers), i + _GROUPS)
            and starts[after] == ends[after - 1]
            and not lowers[after][0].isspace()
        ):
            after += 1
        whole = "".join(lowers[first:after])
        if after - first > 1 and _MISREAD.fullmatch(whole):
            lowers[first:after], ends[first:after] = [whole.translate(_DIGITS)], [ends[after - 1]]
            del starts[first + 1 : after]


def may_be_glued(text: str) -> bool:
    """Tell whether capitals may hang on a word: a cheap question, since most sentences have none."""
    return "aaaAAAA" in text.encode("ascii", "replace").translate(_CASES).decode("ascii")  # dear in bytes


def part_glued(
    text: str, first: int, last: int, lowers: list[str], starts: list[int], ends: list[int]
) -> None:
    """Cut capitals off the word that they hang on: "4,475 families evacuatedRESPONSE"."""
    for found in reversed(list(_GLUED.finditer(text, first, last))):
        at = found.start()
        i = bisect_right(starts, at) - 1
        if starts[i] < at < ends[i]:
            token = lowers[i]
            lowers[i : i + 1] = [token[: at - starts[i]], token[at - starts[i] :]]
            starts.insert(i + 1, at)
            ends.insert(i, at)


def spell_out(lowers: list[str]) -> None:
    """Write the ligatures of tokens as letters: "oﬃcers"."""
    for i, token in enumerate(lowers):
        if not token.isascii():
            lowers[i] = LIGATURE.sub(lambda found: _LIGATURES[found[0]], token)


def without_ligature(word: str) -> str | None:
    """Return a word as it reads where its ligature was lost, None where too little of it is left.

    >>> without_ligature("conflict"), without_ligature("fire"), without_ligature("people")
    ('conict', None, None)
    """
    lost = _LOST.sub("", word)
    return lost if len(lost) >= _SHORTEST and lost != word and word.isalpha() else None
