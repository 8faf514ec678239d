"""Digit strings read exactly: separators, decimals, and what is no single number at all."""

from __future__ import annotations

import re
from decimal import Decimal

from figures.records import Number

#: Numbers above this are skipped; checked on the digits before an int is built.
LARGEST = 10**30
_MOST_DIGITS = 31

_GROUP_SPACE = re.compile(r"[ \u00a0\u2009\u202f\u2007'’\u066c]")
_NO_DIGIT = re.compile(r"\D+")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d{1,2}")
_ONE_POINT = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_SLIPPED_COMMA = re.compile(r"[1-9]\d{0,1},(?!19|20)\d{4}")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}|0,\d+")
VULGAR = {
    mark: Decimal(part) / whole
    for whole, part, mark in (
        *(
            (2, 1, "½"),
            (4, 1, "¼"),
            (4, 3, "¾"),
            (3, 1, "⅓"),
            (3, 2, "⅔"),
            (7, 1, "⅐"),
            (9, 1, "⅑"),
            (10, 1, "⅒"),
        ),
        *((5, part, mark) for part, mark in enumerate("⅕⅖⅗⅘", 1)),
        *((6, 1, "⅙"), (6, 5, "⅚"), (8, 1, "⅛"), (8, 3, "⅜"), (8, 5, "⅝"), (8, 7, "⅞")),
    )
}


def exact(value: Decimal | float) -> Number:
    """Return a number as int when it is integral, else as float.

    >>> exact(Decimal("2.3") * 1_000_000), exact(Decimal("2.50"))
    (2300000, 2.5)
    """
    whole = int(value)
    return whole if whole == value else float(value)


def too_large(token: str) -> bool:
    """Tell whether a digit string stands for more than 10**30, without reading it."""
    return len(token) > _MOST_DIGITS and len(_NO_DIGIT.sub("", token.partition(".")[0])) > _MOST_DIGITS - 1


def read_digits(token: str) -> Decimal | None:
    """Return the value of a number as written, or None when it is a time, date, list or version.

    >>> [str(read_digits(t)) for t in ("12,300", "3 200", "2,50,000", "3,5", "1.200.000", "2, 669", "10:30", "1,2,3")]
    ['12300', '3200', '250000', '3.5', '1200000', '2669', 'None', 'None']
    """
    if token.isdigit():
        return Decimal(int(token))
    plain = _GROUP_SPACE.sub("", token).replace("\u066b", ".")
    if plain.isdigit():
        return Decimal(int(plain))
    if _COMMAS.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    if _POINTS.fullmatch(plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    if _DECIMAL_COMMA.fullmatch(plain):
        return Decimal(plain.replace(",", "."))
    whole, point, part = plain.partition(".")
    if point and whole.isdigit() and part.isdigit():
        return Decimal(plain)
    return None


def read_slipped(token: str) -> int | None:
    """Return the value of a count with its comma in the wrong place, or None.

    >>> read_slipped("1,6000"), read_slipped("2,2014"), read_slipped("1,2,3")
    (16000, None, None)
    """
    return int(token.replace(",", "")) if _SLIPPED_COMMA.fullmatch(token) else None


def groups_by_point(token: str) -> bool:
    """Tell whether "1.200" may be a thousand and two hundred."""
    return _ONE_POINT.fullmatch(token) is not None


def share(part: Decimal | int, whole: Decimal | int) -> float:
    """Return a part of a whole to four digits, as it is commonly written.

    >>> share(2, 3), share(1, 1000)
    (0.6667, 0.001)
    """
    return float(f"{float(part) / float(whole):.4g}")


def read_fraction(token: str) -> float | None:
    """Return the value of a fraction such as "3/4", or None.

    >>> read_fraction("3/4"), read_fraction("12/05")
    (0.75, None)
    """
    part, slash, whole = token.partition("/")
    if not slash or not part.isdecimal() or not whole.isdecimal() or len(whole) > 2:
        return None
    return share(int(part), int(whole)) if 0 < int(part) < int(whole) <= 100 and len(part) < 3 else None
