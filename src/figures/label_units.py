"""Units, money and magnitudes that a label names for its number: "Rainfall (mm): 31", "Requirement (USD million)"."""

from __future__ import annotations

from decimal import Decimal

from figures.candidates import Candidate
from figures.clause.evidence import Evidence
from figures.clause.labels import is_free, label
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import UnitSense
from figures.numerals import exact
from figures.phrase.units import unit_at
from figures.tokens import Sentence

_REACH = 12  # the longest label, in tokens
_MOST_PERCENT = 1000  # more are counted: "% assisted: 23,490"
_HANDED = 40  # tokens before a label of money that may hold its currency
_MARKS = frozenset(":|=")
_ENDS = frozenset("|;•:")
_BEFORE = _ENDS | frozenset("(,.-–—/")  # what may stand before a label
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_SMALL = frozenset(("in", "of", "'", "’", "‘", ","))
_THOUSANDS = frozenset(("000", "000s", "000's"))


class LabelUnit:
    """What a label says of its number beside what it counts: a unit, and the factor of a magnitude."""

    __slots__ = ("scale", "unit")

    def __init__(self, unit: UnitSense | None, scale: int) -> None:
        self.unit, self.scale = unit, scale


def set_label_unit(sentence: Sentence, lexicon: Compiled, found: Candidate) -> None:
    """Give a number without a unit of its own the one that its label names, and the magnitude."""
    mark = mark_before(sentence, found.first)
    if mark < 1:
        return
    named = unit_of_label(sentence, lexicon, mark)
    if named is None or named.unit is None:
        handed = _handed_on(sentence, lexicon, mark)
        if handed is not None:
            named = LabelUnit(handed.unit, handed.scale if named is None else named.scale)
    if (
        named is None
        or named.unit is not None
        and named.unit.id == "percent"
        and (found.value or 0) > _MOST_PERCENT
    ):
        return
    if named.scale > 1 and found.after == found.first + 1 and found.value is not None:
        low, high = found.low or 0, found.high or 0
        found.value = _scaled(found.value, named.scale)
        found.low, found.high = _scaled(low, named.scale), _scaled(high, named.scale)
        found.point = False
    if named.unit is not None:
        found.unit, found.unit_id, found.unit_kind = named.unit, named.unit.id, named.unit.kind
        found.implied = True


def _scaled(value: float, scale: int) -> int | float:
    return exact(Decimal(str(value)) * scale)


def mark_before(sentence: Sentence, first: int) -> int:
    """Return the mark between a label and its number, cues and signs passed over, -1 where there is none."""
    for at in range(first - 1, first - 4 if first > 3 else -1, -1):
        if sentence.lowers[at] in _MARKS:
            return at
        word = sentence.words[at]
        if word.before is None and sentence.lowers[at] not in "~≈±+<>-–(":
            return -1
    return -1


def is_money(sentence: Sentence, lexicon: Compiled, first: int) -> bool:
    """Tell whether the label of a number names a currency, or one before it hands it on."""
    mark = mark_before(sentence, first)
    if mark < 1:
        return False
    named = unit_of_label(sentence, lexicon, mark)
    if named is None or named.unit is None:
        named = _handed_on(sentence, lexicon, mark)
    return named is not None and named.unit is not None and named.unit.kind == "currency"


def unit_of_label(sentence: Sentence, lexicon: Compiled, mark: int) -> LabelUnit | None:
    """Read a label that ends before a mark: its bracket, or a unit as its first or last word."""
    start = _start(sentence, mark)
    if start == mark:
        return None
    for at in range(mark - 1, start - 1, -1):
        if sentence.lowers[at] in _OPEN:
            named = _bracket(sentence, lexicon, at + 1, mark)
            if named is not None:
                return named
    if sentence.numbers[start - 1] is not None and start == mark - 1:
        return None  # "Huts burnt in the past 24 *hours*: 12"
    whole = start == 0 or sentence.lowers[start - 1] in _BEFORE
    whole = whole and sentence.numbers[start + 1] is None  # "Day 6: 21"
    unit = (_bare(sentence, lexicon, start) if whole else None) or _bare(sentence, lexicon, mark - 1)
    return LabelUnit(unit, 1) if unit is not None else None


def _start(sentence: Sentence, mark: int) -> int:
    """Return the first token of the label before a mark; all of it is one in a table."""
    start, last, closed = mark, max(0, mark - _REACH), 0
    while start > last and sentence.lowers[start - 1] not in _ENDS and is_free(sentence, start - 1):
        closed += (sentence.lowers[start - 1] in _CLOSE) - (sentence.lowers[start - 1] in _OPEN)
        if closed < 0:  # "64% (n=23)"
            break
        start -= 1
    return start


def _bracket(sentence: Sentence, lexicon: Compiled, at: int, mark: int) -> LabelUnit | None:
    """Read a bracket that holds a unit, a magnitude or both and nothing else: "(USD million)", "('000)"."""
    unit: UnitSense | None = None
    scale, letter = 1, 0
    while at < mark and sentence.lowers[at] not in _CLOSE:
        token = sentence.lowers[at]
        if unit is not None and (token == "/" or sentence.words[at].flags & s.PER):  # "(USD per kg)"
            break
        factor = _factor(lexicon, token)
        found = unit_at(sentence, lexicon, at)
        if token in _SMALL:
            at += 1
        elif factor and (token in _THOUSANDS or found is None):
            scale, at = scale * factor, at + 1
        elif found is not None and unit is None:
            letter = factor
            unit, at = found
        elif factor:  # "(USD m)"
            scale, at = scale * factor, at + 1
        elif letter and found is not None and found[0].kind == "currency":  # "(M USD)"
            scale, unit, letter, at = scale * letter, found[0], 0, found[1]
        else:
            return None
    return LabelUnit(unit, scale) if unit is not None or scale > 1 else None


def _factor(lexicon: Compiled, token: str) -> int:
    """Return the factor of a magnitude as labels write it, 0 for any other word."""
    if token in _THOUSANDS:
        return 1000
    words = lexicon.numbers
    return (
        words.scales.get(token, 0)
        or words.scales.get(token.removesuffix("s"), 0)
        or words.suffixes.get(token, 0)
    )


def _bare(sentence: Sentence, lexicon: Compiled, at: int) -> UnitSense | None:
    """Read a unit without a bracket: "Acres burned", "% of households", "Rainfall mm"; "Day" names no measure."""
    token = sentence.raw_at(at)
    if token.isalpha() and (
        len(token) < 2 or not token.isupper() and not token.endswith("s") and len(token) > 3
    ):
        unit = sentence.words[at].unit
        return unit if unit is not None and unit.kind == "ratio" else None
    found = unit_at(sentence, lexicon, at)
    if found is not None and found[0].kind == "time" and token[-1:] != "s" and token.islower():
        return None  # "Ari, same day: 12"
    if found is None or found[0].kind == "currency" and not token.isupper() and token.isalpha():
        return None
    return found[0] if found[1] == at + 1 else None


def _handed_on(sentence: Sentence, lexicon: Compiled, mark: int) -> LabelUnit | None:
    """Return the currency of a label before one that only speaks of money: "Needs (USD): 3.2m; Received: 0.9m"."""
    start = _start(sentence, mark)
    if not start or not _speaks_of_money(sentence, lexicon, start, mark):
        return None
    for at in range(start - 1, max(-1, start - _HANDED), -1):
        symbol = unit_at(sentence, lexicon, at)
        if symbol is None or symbol[0].kind != "currency":
            continue
        for opening in range(at - 1, max(-1, at - 4), -1):  # "(million USD)"
            if sentence.lowers[opening] in _OPEN:
                return _bracket(sentence, lexicon, opening + 1, start)
        return LabelUnit(symbol[0], 1)  # "Appeal: USD 12.4m; Received: 3.1m"
    return None


def _speaks_of_money(sentence: Sentence, lexicon: Compiled, start: int, mark: int) -> bool:
    """Tell whether a label names funds and counts nothing."""
    for at in range(start, mark):
        word = sentence.words[at]
        counted = word.noun is not None and word.noun.cls not in ("money", "label")
        if counted and not word.labels and not word.nominals:
            return False
    evidence: Evidence | None = label(sentence, lexicon, mark + 1, ("money",))
    return evidence is not None and evidence.category.startswith("funding.")
