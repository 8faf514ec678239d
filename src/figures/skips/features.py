"""What stands at and around digits that some rule reads, one bit each: a rule is asked only where it may answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from figures.candidates import Candidate
from figures.lexicon.compiled import Compiled
from figures.skips import calendar, idioms, items, names, references, scores, serials, slang
from figures.skips.look import ORDINALS
from figures.tokens import Sentence

Rule = Callable[[Sentence, Compiled, Candidate], str | None]

_IN_CELL: Final = 1 << 0
_ONE_DIGIT: Final = 1 << 1
_TWO_DIGITS: Final = 1 << 2
_UNREAD: Final = 1 << 3
_ORDINAL: Final = 1 << 4
_HYPHENED: Final = 1 << 5
_BEHIND_MARK: Final = 1 << 6
_BEFORE_MARK: Final = 1 << 7
_PLACED: Final = 1 << 8
_RANKED: Final = 1 << 9
_PAGED: Final = 1 << 10
_TICKED: Final = 1 << 11
_IDIOMATIC: Final = 1 << 12
_HYPHENS = ("-", "–")
#: A rule that is named here answers nothing for digits without it (`features`).
NEEDS: dict[Rule, int] = {
    names.numbered: _IN_CELL,
    slang.spells: _ONE_DIGIT,
    idioms.unread: _UNREAD,
    idioms.ordinal: _ORDINAL,
    calendar.short_year: _HYPHENED,
    references.reference: _BEHIND_MARK,
    serials.list_mark: _TWO_DIGITS,
    items.inline: _BEFORE_MARK,
    serials.coordinate: _PLACED,
    scores.score: _HYPHENED,
    idioms.rank: _RANKED,
    serials.page: _PAGED,
    serials.tick: _TICKED,
    idioms.idiom: _IDIOMATIC,
}
_SHORTEST = 3  # tokens of a stretch that may close a page
_BEHIND_PAGE = ("of", "/", "|")


def features(sentence: Sentence, lexicon: Compiled, found: Candidate) -> int:
    """Return what there is for a rule to read at digits, as bits."""
    lowers = sentence.lowers
    token, before, behind = lowers[found.first], lowers[found.first - 1], lowers[found.after]
    bits = _IN_CELL if sentence.cell or token == "000" else 0
    if len(token) < 3:
        bits |= _TWO_DIGITS if len(token) == 2 else _TWO_DIGITS | _ONE_DIGIT
    if found.value is None or token in lexicon.names:
        bits |= _UNREAD
    if before in _HYPHENS or behind in _HYPHENS:
        bits |= _HYPHENED
    if not before[:1].isalnum():
        bits |= _BEHIND_MARK
    if not behind[:1].isalnum():
        bits |= _BEFORE_MARK | _PLACED
    elif behind in ORDINALS:
        bits |= _ORDINAL
    if before in lexicon.lists.coordinates or behind in lexicon.lists.compass:
        bits |= _PLACED
    if before in idioms.PLACED or before in lexicon.lists.rankings or before in lexicon.lists.charts:
        bits |= _RANKED
    if sentence.size <= _SHORTEST or not found.start or before in _BEHIND_PAGE or behind == "|":
        bits |= _PAGED
    numbers = sentence.numbers
    if behind == "%" or before == "%" or numbers[found.after] is not None or numbers[found.first - 1] is not None:
        bits |= _TICKED
    if behind == "-" or before == "not" or before in idioms.INTO or found.value == 0:
        bits |= _IDIOMATIC
    return bits


def answering(rules: tuple[Rule, ...], there: int) -> tuple[Rule, ...]:
    """Return those of some rules for digits that may answer where some features are, in order."""
    return tuple(rule for rule in rules if NEEDS.get(rule, 0) & ~there == 0)
