"""Numbers: every number expression of a sentence becomes a candidate with its reading.

`numbers` walks the tokens that may open a number and asks `_digits` or `numberwords.read_words`. Nothing is judged
here: what is no figure is dropped by the next step.
"""

from __future__ import annotations

from decimal import Decimal

from figures.candidates import Candidate
from figures.label_units import is_money
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled, NumberWords
from figures.numberwords import add_part, read_cardinal, read_words
from figures.numerals import (
    LARGEST,
    VULGAR,
    exact,
    groups_by_point,
    read_digits,
    read_fraction,
    read_slipped,
    share,
    too_large,
)
from figures.slashed import read_slashed
from figures.spaced import GROUPED, read_spaced
from figures.tokens import Sentence
from figures.vaguewords import read_plural

_SHORT = 16  # digits that need no check of their size
#: Classes of what nothing lies in: a number in so many of them is their share.
_SHARED = frozenset(("combatant", "household", "person"))
#: What stands between the sides of a plot.
_SIDES = frozenset(("by", "x", "×"))
_NOTE_MARKS = frozenset(("*", "**", "†", "‡"))
#: Tokens that may make a ratio of the number before them.
_RATIO = frozenset(("in", "out of", "in every", "of every", "out"))


def numbers(sentence: Sentence, lexicon: Compiled, candidates: list[Candidate]) -> list[Candidate]:
    """Find the number expressions, left to right."""
    lowers, words, taken = sentence.lowers, lexicon.numbers, sentence.numbers
    after = 0
    for index in sentence.openers:
        if index < after:
            continue
        token = lowers[index]
        if token[0].isdecimal() or token in VULGAR:
            found: Candidate | None = None
            if lowers[index + 1] == "s" and token[0] == "1":
                found = read_plural(sentence, words, index)
            if found is None:
                found = _digits(sentence, words, index, lexicon)
        elif token in words.after_article and index and lowers[index - 1] in ("a", "an"):
            found = read_words(sentence, words, index - 1)  # "a million" begins at its article
        else:
            found = read_words(sentence, words, index)
        if found is None:
            continue
        if lowers[index - 1] == "." and found.value is not None and _is_decimal(sentence, found):
            found.value = found.low = found.high = float(f".{token}")
            found.start -= 1
        elif lowers[found.after] in _RATIO:
            found = _ratio(sentence, words, found)
        if found.value is not None and found.value > LARGEST:
            found.skip("too_large")
        elif found.value == 0 and found.kind == "digits" and found.after > index + 1:
            found.skip("axis")  # "0M"
        if lowers[found.after] in _NOTE_MARKS and sentence.adjacent(found.after):
            _pass_mark(sentence, found)
        after = found.after
        taken[found.first : after] = [found] * (after - found.first)
        candidates.append(found)
    return candidates


def _pass_mark(sentence: Sentence, found: Candidate) -> None:
    """Leave the mark of a footnote to its number: "192,513* displaced people", not "5*4"."""
    after = found.after + 1
    while sentence.lowers[after] in _NOTE_MARKS and sentence.adjacent(after):
        after += 1
    if not sentence.adjacent(after):
        found.after = after


def _is_decimal(sentence: Sentence, found: Candidate) -> bool:
    """Tell ".5 percent" from "Camp 4.5", "U.S.5" and the end of a sentence."""
    point = found.first - 1
    plain = found.after == found.first + 1 and sentence.lowers[found.first].isdecimal()
    return plain and sentence.adjacent(found.first) and not (point and sentence.adjacent(point))


def _digits(sentence: Sentence, words: NumberWords, index: int, lexicon: Compiled) -> Candidate:
    token, behind = sentence.lowers[index], sentence.lowers[index + 1]
    if len(token) <= 3 and (behind == "," or behind[:1].isdecimal()):
        spaced = read_spaced(sentence, index)
        if spaced is not None:
            return spaced
    if behind not in words.behind_digits and len(token) < _SHORT and "/" not in behind:
        if token.isdecimal():
            return Candidate(sentence, index, index + 1, int(token), "digits")  # the plain case, most of all
        if GROUPED.fullmatch(token):
            return Candidate(sentence, index, index + 1, int(token.replace(",", "")), "digits")
    if too_large(token):
        found = Candidate(sentence, index, index + 1, None, "digits")
        found.skip("too_large")
        return found
    value = VULGAR.get(token) or read_digits(token)
    part = None
    if behind.partition(" ")[0] == "of":
        part = share(VULGAR[token], 1) if token in VULGAR else read_fraction(token) if value is None else None
    if part is not None:
        return Candidate(sentence, index, index + 1, part, "fraction")
    if value is None and (part := _measured_part(sentence, index)) is not None:
        return Candidate(sentence, index, index + 1, part, "digits")
    if value is None and "/" in token and (slashed := read_slashed(sentence, index)) is not None:
        return slashed
    if value is None:
        return Candidate(sentence, index, index + 1, _slipped(sentence, lexicon, index), "digits")
    after = index + 1
    if "/" in behind and token.isdecimal() and value < 1000 and (part := read_fraction(behind)) is not None:
        return Candidate(sentence, index, after + 1, exact(value + Decimal(str(part))), "digits")  # "2 1/2"
    if behind in VULGAR:
        value += VULGAR[behind]
        after += 1
    scaled, after = _scales(sentence, lexicon, index, after, value)
    if sentence.lowers[after] == "and" and scaled != value:
        scaled, after = add_part(sentence, words, scaled, after)
    found = Candidate(sentence, index, after, exact(scaled), "digits")
    found.point = scaled == value and groups_by_point(token)
    return found


def _slipped(sentence: Sentence, lexicon: Compiled, index: int) -> int | None:
    """Read "1,6000 homes" as a count; a price or a rate with four decimals is none."""
    before, behind = sentence.words[index - 1], sentence.words[index + 1]
    if before.flags & s.MONTH or behind.unit is not None or _is_currency(sentence, lexicon, index - 1):
        return None
    return read_slipped(sentence.lowers[index])


def _measured_part(sentence: Sentence, index: int) -> float | None:
    """Read "1/4 inch" and "3/4-mile", parts of a unit; a bare "1/4" is more often a date or a page."""
    behind = index + 2 if sentence.lowers[index + 1] == "-" else index + 1
    unit = sentence.words[behind].unit
    if unit is None or unit.kind == "currency" or unit.dimension == "time":
        return None
    return read_fraction(sentence.lowers[index])


def _scales(
    sentence: Sentence, lexicon: Compiled, index: int, after: int, value: Decimal
) -> tuple[Decimal, int]:
    """Apply the magnitudes behind a digit string: "2.3 million", "2.5m", "5 lakh crore"."""
    lowers, words = sentence.lowers, lexicon.numbers
    while True:
        token = lowers[after]
        step = after + 1
        if token in "-." and token and sentence.adjacent(after) and lowers[step] in words.scales:
            token, step = lowers[step], step + 1  # "4-million", "4.2. million"
        if token in words.scales:
            value *= words.scales[token]
        elif token in words.multiples and sentence.lowers[after] != "-":
            value *= words.multiples[token]
        elif token in words.suffixes and _is_suffix(sentence, lexicon, index, after):
            value *= words.suffixes[token]
        else:
            break
        after = step
    return value, after


def _is_suffix(sentence: Sentence, lexicon: Compiled, index: int, at: int) -> bool:
    """Tell whether an abbreviation behind digits is a magnitude and not a unit ("2.5m people", "2.5 m of water")."""
    token = sentence.lowers[at]
    if at != index + 1:
        return False
    money = index > 0 and (_is_currency(sentence, lexicon, index - 1) or is_money(sentence, lexicon, index))
    if money and sentence.lowers[index - 1].isalpha() and _is_race(sentence, lexicon, at):
        return False  # "won 200m gold"
    if token not in lexicon.numbers.ambiguous:
        return sentence.adjacent(at) or len(token) > 1
    if not (money and sentence.adjacent(index)) and _has_extent(sentence, lexicon, at + 1):
        return False  # "a 30m-wide crater"
    symbols = lexicon.symbols.get(sentence.raw_at(at + 1), ())
    if symbols and not money and any(not rest and sense.kind == "currency" for rest, sense in symbols):
        return True  # "1.2m USD"
    if token in lexicon.numbers.money or money:
        return money
    apart = "." in sentence.lowers[index]  # "12 M, 8 F" are men and women
    if (sentence.adjacent(at) or apart) and sentence.raw_at(at) == "M" and not _goes_on(sentence, at):
        return True  # "5M in need"; a metre is never a capital
    if sentence.adjacent(at) and _has_money_label(sentence, lexicon, index):
        return True
    following = sentence.words[at + 1]
    if sentence.adjacent(at) and (
        following.flags & s.BE and sentence.lowers[at + 1] != "is" or following.adjectives
    ):
        return True  # "2.5m are displaced"
    if sentence.lowers[at + 1] == "-" and sentence.lowers[at + 2] == "strong":
        return sentence.adjacent(at)
    if _is_race(sentence, lexicon, at):
        return False  # "the 60m hurdles"
    for behind in range(at + 1, min(sentence.size, at + 4)):
        word = sentence.words[behind]
        if not sentence.lowers[behind][0].isalpha():
            return False
        if word.noun is not None or (word.unit is not None and word.unit.kind == "currency"):
            return sentence.words[at + 1].flags & s.PREP == 0
        if word.verbs and sentence.adjacent(at):
            return True
        if word.flags & (s.PREP | s.CONJ | s.DET | s.AUX):
            return False
    return False


def _has_extent(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell "wide" and "-wide" at a token, and the other side of a plot: "10m by 20m"."""
    at += sentence.lowers[at] == "-"
    token = sentence.lowers[at]
    if token in _SIDES:
        return sentence.lowers[at + 1 + (sentence.lowers[at + 1] == "-")].isdecimal()
    if token in lexicon.lists.extents:
        return True
    side = sentence.lowers[at - 3] in _SIDES and sentence.lowers[at - 1] == sentence.lowers[at - 4]
    return side and sentence.numbers[at - 5] is not None


def _is_race(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell the metres of a race by what stands behind them."""
    return not lexicon.lists.races.isdisjoint(sentence.lowers[at + 1 : at + 4])


def _has_money_label(sentence: Sentence, lexicon: Compiled, index: int) -> bool:
    """Tell "Required: 87.3m" from "Length required: 30m" by the capital."""
    label = index - 2 if sentence.lowers[index - 1] == ":" else index - 1
    return sentence.is_capital(label) and sentence.lowers[label] in lexicon.lists.money_labels


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Tell whether a letter or digit follows a token without a space ("5M2")."""
    return sentence.adjacent(at + 1) and sentence.lowers[at + 1].isalnum()


def _is_currency(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    raw = sentence.raw_at(at)
    if raw in lexicon.big_money and sentence.adjacent(at + 1):
        return True
    unit = sentence.words[at].unit
    return unit is not None and unit.kind == "currency" or lexicon.is_currency(raw)


def _ratio(sentence: Sentence, words: NumberWords, found: Candidate) -> Candidate:
    """Widen "one" to "one in three" or "two out of every five"."""
    lowers, at = sentence.lowers, found.after
    part = found.value
    if part is None or found.kind not in ("words", "digits") or not 0 < part < 100:
        return found
    if lowers[at] == "out" and lowers[at + 1] != "of":
        return found
    every = lowers[at].endswith("every")
    at += 2 if lowers[at : at + 2] == ["out", "of"] else 1
    if lowers[at : at + 1] == ["every"]:
        every, at = True, at + 1
    whole: Decimal | None
    if lowers[at].isdecimal() and len(lowers[at]) < 5:
        whole, after = Decimal(lowers[at]), at + 1
    else:
        whole, after = read_cardinal(sentence, words, at) if lowers[at] in words.cardinals else (None, at)
    small = (
        part == 1
        or whole is not None
        and (found.kind == "words" and whole <= 10 or 2 <= whole <= 10 or whole == 100)
    )
    if found.first and sentence.words[found.first - 1].verbs and not every and lowers[after] != "of":
        noun = sentence.words[after].noun
        if noun is None or part != 1 or noun.cls not in _SHARED:
            return found  # "killed two in five villages", but "found one in six children hungry"
    if whole is None or not (every or small) or not part < whole <= 1000:
        return found
    following = sentence.words[after]
    if following.unit is not None and following.unit.kind == "time" or following.flags & s.MONTH:
        return found
    if following.noun is None and not following.flags and sentence.words[after + 1].plural:
        following = sentence.words[after + 1]  # "70 out of 90 drinking wells"
    counted = following.noun is not None and (lowers[found.after] != "in" or following.noun.cls == "place")
    if counted and not every and part != 1 and found.kind == "digits":
        return found  # "between 2 and 3 in 7 states"
    return Candidate(sentence, found.first, after, share(Decimal(str(part)), whole), "ratio")
