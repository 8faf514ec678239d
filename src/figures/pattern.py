"""How text is cut into tokens: the pattern of one token, and what it makes of the stretches between two spaces."""

from __future__ import annotations

import re
from typing import Any

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


def _kind(char: str) -> int:
    if char.isalpha():
        return ord("A" if char.isupper() else "a")
    return ord("0" if char.isdigit() else char if char in " ,\n" else "\n" if char.isspace() else ".")


#: Letters, digits and white space by their kind.
KINDS = bytes(map(_kind, map(chr, range(128)))) + bytes(128)
#: A number that may go on over a space, the only token that does: "3 200", "12 ,300".
OVER_SPACE = re.compile(r"\d [\d,]")
#: Most stretches that are kept at hand; a text of names and serial numbers would keep them all.
_KEPT = 30_000


class Stretches(dict[str, tuple[Any, ...]]):
    """The tokens of stretches without white space, each with the distance to the next one; those met before are kept.

    To look one up takes a third of the time of cutting it, and all sentences share the tokens.

    >>> Stretches()["(people,"]
    ('(', 1, 'people', 6, ',', 2)
    """

    def __missing__(self, stretch: str) -> tuple[Any, ...]:
        if len(self) >= _KEPT:
            self.clear()
        word, mark = stretch[:-1], stretch[-1]
        if stretch.isalpha():
            made: tuple[Any, ...] = (stretch, len(stretch) + 1)
        elif word.isalpha() and not (mark.isalnum() or mark == "_"):  # "people,"
            made = (word, len(word), mark, 2)
        else:
            cut: list[Any] = []
            for token in TOKEN.findall(stretch):
                cut += (token, len(token))
            cut[-1] += 1  # the space behind it
            made = tuple(cut)
        self[stretch] = made
        return made


#: Those of all lexicons: how text is cut does not depend on words.
STRETCHES = Stretches()
