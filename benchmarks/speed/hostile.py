"""Hostile texts of any size, shared by `tests/test_adversarial.py` and `adversarial.py`.

A case is a piece of text repeated between a head and a tail: what a tangled pattern, a search that starts
over at every number, or a copy of the rest of the text would turn into quadratic time.
"""

from __future__ import annotations

from typing import NamedTuple


class Hostile(NamedTuple):
    """`head`, then `piece` as often as asked, then `tail`; `scale` makes `sized` texts longer."""

    name: str
    piece: str
    head: str = ""
    tail: str = ""
    scale: int = 1

    def text(self, times: int) -> str:
        """Return the text with `times` pieces."""
        return self.head + self.piece * times + self.tail

    def sized(self, characters: int) -> str:
        """Return the text with about `characters * scale` characters."""
        return self.text(max(1, characters * self.scale // len(self.piece)))


CASES = (
    # numbers
    Hostile("digits", "1234567890", scale=10),
    Hostile("digit and comma", "1,", scale=2),
    Hostile("digit and point", "1."),
    Hostile("digit and space", "1 "),
    Hostile("digit groups", "123 456 "),
    Hostile("thousands groups", ",234", head="1", tail=" people"),
    Hostile("arabic-indic digits", "٣"),
    Hostile("full-width digits", "\uff13"),
    Hostile("fractions", "½"),
    Hostile("million", "million ", scale=8),
    Hostile("number words", "two hundred and "),
    Hostile("number words, hyphens", "twenty-"),
    Hostile("number words, no spaces", "onetwothreehundred"),
    Hostile("vague words", "several dozen "),
    Hostile("half", "half a "),
    Hostile("zero words", "no "),
    # joins
    Hostile("range hyphens", "1-"),
    Hostile("range dashes", "1\u2013"),
    Hostile("range words", "1 to "),
    Hostile("between", "between ", tail="3 and 5 people"),
    Hostile("out of", "3 out of "),
    Hostile("repeated in brackets", "5 (5) "),
    Hostile("open brackets with numbers", "(12 people "),
    Hostile("shares of shares", "12% of "),
    Hostile("measures of measures", "3 tonnes of "),
    Hostile("groups of groups", "2 of 3 teams of "),
    Hostile("ticks of an axis", "12% 3 "),
    Hostile("totals and parts", "including 3 "),
    # tables
    Hostile("columns of words", "Bor  Bentiu\n", scale=4),
    Hostile("rules of columns", "===  ===\n", scale=4),
    Hostile("rows of a table", "Bor | 12 | 3\n", head="District | Deaths | Missing\n", scale=4),
    Hostile("ragged rows", "Bor | 12 | 3\nJuba | 4\n", head="District | Deaths | Missing\n"),
    Hostile("columns of a table", " | 12", head="a | b\nc"),
    Hostile("heads and no rows", "a | b\n"),
    Hostile("rules of a table", "|---|---|\n", head="| a | b |\n"),
    Hostile("pipes", "|"),
    Hostile("lines of pipes", "|||\n"),
    Hostile("tabs and numbers", "\t12"),
    Hostile("mixed separators", "a|b\tc;d,e\n1|2\t3;4,5\n"),
    Hostile("list by comma", "Bor,12,3\n", head="district,deaths,missing\n", scale=4),
    Hostile("words by comma", "a,b,c\n"),
    Hostile("quotes and commas", '"a","1",""\n', head="x,y,z\n"),
    Hostile("open quotes and commas", '",'),
    Hostile("dashes in cells", "-", head="a | b\n1 | ", tail="x"),
    Hostile("a long cell", "12 people and ", head="a | b\n1 | "),
    # punctuation
    Hostile("open brackets", "(", tail="12"),
    Hostile("closed brackets", ")", head="12"),
    Hostile("brackets", "()[]{}"),
    Hostile("hyphens", "-", head="12", tail="12"),
    Hostile("dots", ".", head="12", tail="12"),
    Hostile("double quotes", '"', tail="12"),
    Hostile("curly quotes", "\u201c12\u201d "),
    Hostile("apostrophes", "'", head="12", tail="12"),
    Hostile("slashes", "1/"),
    Hostile("colons", "12:"),
    Hostile("table bars", "| 12 "),
    Hostile("bullets", "- 12 killed\n"),
    Hostile("percent signs", "%", head="12"),
    Hostile("currency signs", "$", tail="12"),
    Hostile("plus signs", "+", head="12", tail="12"),
    Hostile("at signs", "a@1."),
    # cues and words
    Hostile("at least", "at least ", tail="12"),
    Hostile("postposed cues", " or more", head="12"),
    Hostile("mixed cues", "up to about more than ", tail="12 people"),
    Hostile("said", "said ", tail="12 people died"),
    Hostile("killed", "killed ", tail="12 people"),
    Hostile("of", "of ", head="12 ", tail="people"),
    Hostile("adjectives", "young ", head="12 ", tail="people"),
    Hostile("counted nouns", "people ", head="12 "),
    Hostile("coordinated figures", "12 people killed and "),
    Hostile("figures without verb", "12 people, "),
    Hostile("one line of prose without a stop", "the flood took 12 houses and left mud ", scale=100),
    Hostile("sentences", "12 people died. Another 3 were hurt. "),
    Hostile("dates", "12 May 2015 "),
    Hostile("identifiers", "F-15E KC-135 "),
    Hostile("long word", "a", head="12 "),
    Hostile("months", "May ", head="12 "),
    # space and code points
    Hostile("spaces", " ", head="12", tail="people"),
    Hostile("no-break spaces", "1\u00a0"),
    Hostile("tabs", "\t", head="12", tail="people"),
    Hostile("line breaks", "\n", head="12", tail="people"),
    Hostile("blank lines", "12\n\n"),
    Hostile("carriage returns", "12\r"),
    Hostile("NUL", "\x00"),
    Hostile("NUL and digits", "1\x00"),
    Hostile("lone high surrogates", "\ud800"),
    Hostile("lone low surrogates and digits", "1\udc00"),
    Hostile("capital I with dot", "\u0130"),
    Hostile("capital I with dot and figures", "\u0130 12 people "),
    Hostile("sharp s", "\u1e9e 12 "),
    Hostile("combining marks", "\u0301", head="12", tail=" people"),
    Hostile("ligatures", "o\ufb03cials 12 "),
    Hostile("zero-width joiners", "1\u200d"),
    Hostile("right-to-left marks", "\u202e12 "),
    Hostile("emoji", "\U0001f600 12 "),
)
