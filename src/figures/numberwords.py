"""Number words read by grammar: "two hundred and fifty thousand", "half a dozen", "tens of thousands".

`read_words` is the entry; each reader returns a `Candidate` that covers its tokens, or None.
"""

from __future__ import annotations

from decimal import Decimal

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import STANDING, NumberWords
from figures.numerals import LARGEST, exact, share
from figures.tokens import Sentence
from figures.vaguewords import read_several, read_vague
from figures.zero_and_one import is_value


def read_words(sentence: Sentence, words: NumberWords, index: int) -> Candidate | None:
    """Read a number in words, a vague number, a fraction or a zero that begins at a token."""
    lowers = sentence.lowers
    token = lowers[index]
    if token in words.zero_values and is_value(sentence, index):
        return Candidate(sentence, index, index + 1, 0, "digits")
    if token in words.zero and token != "zero" or token in words.nobody:
        short = sentence.words[index].flags & s.IDENTIFIER  # "No. of deaths: 12"
        if short and (
            sentence.lowers[index + 1] == "of" or sentence.text.startswith(".", sentence.ends[index])
        ):
            return None
        return Candidate(sentence, index, index + 1, 0, "zero")
    if token in words.several:
        return read_several(sentence, words, index)
    if token in words.vague:
        return read_vague(sentence, words, index)
    if token == "half" or token in words.fractions:
        return _half(sentence, words, index) if token in STANDING else None
    if token in words.multiples:
        return _plain(sentence, index, index + 1, words.multiples[token]) if token in STANDING else None
    if token in ("a", "an"):
        return _article(sentence, words, index)
    another = token in words.scales and index and lowers[index - 1] == "another"
    value, after = read_cardinal(sentence, words, index, start=1 if another else 0)
    if value is None:
        return None
    fraction = _fraction(sentence, words, index, after, value)
    if fraction is not None:
        return fraction
    value, after = _and_part(sentence, words, index, value, after)
    return _plain(sentence, index, after, value)


def _plain(sentence: Sentence, first: int, after: int, value: Decimal | int) -> Candidate:
    return Candidate(sentence, first, after, exact(value), "words")


def _article(sentence: Sentence, words: NumberWords, index: int) -> Candidate | None:
    """Read "a million", "a dozen", "a third", "a hundred and fifty"; a bare article is no number."""
    lowers = sentence.lowers
    token = lowers[index + 1]
    if token in words.scales:
        value, after = read_cardinal(sentence, words, index + 1, start=1)
        if value is None:
            return None
        if lowers[after : after + 3] == ["and", "a", "half"]:
            return _plain(sentence, index, after + 3, value * Decimal("1.5"))
        return _plain(sentence, index, after, value)
    if token in words.multiples and token not in ("score", "gross"):
        return _plain(sentence, index, index + 2, words.multiples[token])
    if token in words.fractions and not token.endswith("s"):
        if words.scales.get(lowers[index + 2], 0) >= 1000:  # "a quarter million", "a half million"
            return _half(sentence, words, index + 1)
        of = lowers[index + 2].partition(" ")[0] in ("of", "the")
        hedged = index > 0 and (
            lowers[index - 1] in ("by", "than") or sentence.words[index - 1].before is not None
        )
        if (
            token != "half"
            and not of
            and not (hedged and sentence.words[min(index + 2, sentence.size - 1)].noun is None)
        ):
            return None  # "a third attack" is an ordinal
        if token == "quarter" and lowers[index + 2 : index + 4] == ["of", "a"]:
            return _half(sentence, words, index + 1)
        return Candidate(sentence, index + 1, index + 2, share(1, words.fractions[token]), "fraction")
    return None


def read_cardinal(
    sentence: Sentence, words: NumberWords, index: int, start: int = 0
) -> tuple[Decimal | None, int]:
    """Read "two hundred and fifty thousand": value and the index behind it."""
    lowers, size = sentence.lowers, sentence.size
    total, current, last, largest = 0, start, 0, 0
    at, after = index, index
    seen = start > 0
    while at < size:
        token = lowers[at]
        if token in words.cardinals:
            value = words.cardinals[token]
            if seen and not _fits(value, last):
                break
            current, last, seen = current + value, value, True
        elif token in words.scales and seen:
            scale = words.scales[token]
            if scale == 100 and current:
                current *= 100
            else:
                if scale > largest > 0:  # "three lakh crore", "one thousand five hundred million"
                    total = (total + current) * scale
                else:
                    total += max(current, 1) * scale
                current, largest = 0, scale
                if total > LARGEST:
                    break
            last = scale
        elif seen and token in words.vague and token[:-1] in words.scales:  # "three thousands of them"
            total, current, last = total + max(current, 1) * words.scales[token[:-1]], 0, 0
        elif seen and len(token) > 1 and token in words.suffixes and token not in words.ambiguous:
            total, current, last = total + current * words.suffixes[token], 0, words.suffixes[token]
        elif token in ("dozen", "dozens") and seen and current and last != 12:
            current, last = current * 12, 12
        elif seen and _is_joint(sentence, words, index, at, last):
            at += 1
            continue
        else:
            break
        at += 1
        after = at
    return (Decimal(total + current), after) if seen and after > index else (None, index)


def _is_joint(sentence: Sentence, words: NumberWords, index: int, at: int, last: int) -> bool:
    """Tell whether a hyphen, a comma or "and" goes on inside a number."""
    token = sentence.lowers[at]
    if token in "-–":
        unit = sentence.lowers[at + 1] in words.cardinals and 20 <= last < 100
        scale = words.scales.get(sentence.lowers[at + 1], 0) >= 100 and 0 < last < 100  # "two-billion-rupee"
        return (unit or scale) and sentence.adjacent(at)
    if token == ",":
        return last >= 1000 and _smaller_follows(sentence, words, at + 1, last)
    return token == "and" and last >= 100 and _joins_and(sentence, words, index, at, last)


def _smaller_follows(sentence: Sentence, words: NumberWords, at: int, last: int) -> bool:
    """Tell the comma of "one thousand, one hundred people" from one between two numbers."""
    smaller = False
    for index in range(at, at + 6):
        token = sentence.lowers[index]
        scale = words.scales.get(token)
        if scale is not None and index > at:
            smaller = scale < last
        elif token not in words.cardinals and token != "-":
            break
    return smaller


def _fits(value: int, last: int) -> bool:
    """Tell whether a cardinal continues a number: units after tens, anything under 100 after a scale."""
    return last >= 100 and value < 100 or 20 <= last < 100 and value < 10


def _joins_and(sentence: Sentence, words: NumberWords, index: int, at: int, last: int) -> bool:
    """Tell whether "and" stands inside a number ("two hundred and fifty") and not between two."""
    lowers = sentence.lowers
    if lowers[at + 1] not in words.cardinals:
        return False
    if index and lowers[index - 1] == "between" and "and" not in lowers[at + 2 : at + 5]:
        return False
    behind = at + 2
    if lowers[behind] == "-":
        behind += 1
    if lowers[behind] in words.cardinals and behind > at + 2:
        behind += 1
    if lowers[behind] in words.fractions:
        return False  # "one hundred and three quarters"
    following = words.scales.get(lowers[behind], 0)
    if last == 100:
        return following != last
    return following == 0 or last > 1000 and following < last


def _and_part(
    sentence: Sentence, words: NumberWords, index: int, value: Decimal, after: int
) -> tuple[Decimal, int]:
    """Read the tails of "one and a half million", "two and three quarters", "two point five million"."""
    lowers = sentence.lowers
    if lowers[after] == "and" and not (index and lowers[index - 1] == "between"):
        return add_part(sentence, words, value, after)
    if lowers[after : after + 3] == ["-", "and", "-"]:  # "two-and-a-half"
        whole, behind = add_part(sentence, words, value, after + 1)
        return (value, after) if behind == after + 1 else (whole, behind)
    if lowers[after] == "point" and words.cardinals.get(lowers[after + 1], 99) < 10:
        digits, after = "", after + 1
        while words.cardinals.get(lowers[after], 99) < 10:
            digits, after = digits + str(words.cardinals[lowers[after]]), after + 1
        value += Decimal(f"0.{digits}")
    else:
        return value, after
    while lowers[after] in words.scales and value < LARGEST:
        value, after = value * words.scales[lowers[after]], after + 1
    return value, after


def add_part(sentence: Sentence, words: NumberWords, value: Decimal, after: int) -> tuple[Decimal, int]:
    """Add the part behind "and" to a number: "two and three quarters million", "three million and a half"."""
    lowers = sentence.lowers
    part, whole, behind = _part_after(sentence, words, after + 2 if lowers[after + 1] == "-" else after + 1)
    if not part or lowers[behind].partition(" ")[0] in ("of", "the"):
        return value, after
    counted = words.scales.get(lowers[after - 1], 0)
    scale = words.scales.get(lowers[behind], 0)
    if counted >= 1000:
        value += part * (scale or counted) / whole
        return value, behind + 1 if scale else behind
    value += part / whole
    while lowers[behind] in words.scales and value < LARGEST:
        value, behind = value * words.scales[lowers[behind]], behind + 1
    return value, behind


def _part_after(sentence: Sentence, words: NumberWords, at: int) -> tuple[Decimal, int, int]:
    """Read "a half", "three quarters" as parts and wholes, with the index behind; no parts for anything else."""
    lowers = sentence.lowers
    parts = 1 if lowers[at] in ("a", "an") else words.cardinals.get(lowers[at], 0)
    at += 2 if lowers[at + 1] == "-" else 1
    name = lowers[at]
    fits = name in words.fractions and parts < words.fractions[name] and (parts > 1) == name.endswith("s")
    return (Decimal(parts), words.fractions[name], at + 1) if fits else (Decimal(0), 1, at)


def _fraction(
    sentence: Sentence, words: NumberWords, index: int, after: int, value: Decimal
) -> Candidate | None:
    """Read "two-thirds", "one third of", "three quarters", "twenty-three hundredths"."""
    lowers = sentence.lowers
    at = after + 1 if lowers[after] == "-" else after
    name = lowers[at]
    if name not in words.fractions or name == "half" or (value == 1) == name.endswith("s"):
        return None
    whole = words.fractions[name]
    if whole == 4 and value > 4:
        return None  # "grew for six quarters"
    if value > 9 and not (value < 100 and name.endswith("s")):
        return None
    scale = words.scales.get(lowers[at + 3], 0)
    if scale >= 1000 and lowers[at + 1 : at + 3] == ["of", "a"]:  # "three quarters of a million"
        return _plain(sentence, index, at + 4, value * scale / whole)
    scale = words.scales.get(lowers[at + 1], 0)
    if scale >= 1000:  # "three quarters billion"
        return _plain(sentence, index, at + 2, value * scale / whole)
    return Candidate(sentence, index, at + 1, share(value, whole), "fraction")


def _half(sentence: Sentence, words: NumberWords, index: int) -> Candidate:
    """Read "half", "half a million", "half a dozen", "a quarter of a million"."""
    lowers = sentence.lowers
    part = Decimal(1) / words.fractions[lowers[index]]
    at = index + 1
    if lowers[at] == "of" and lowers[index] == "quarter":
        at += 1
    if lowers[at] in ("a", "an", "-"):
        at += 1
    token = lowers[at]
    scale = words.scales.get(token) or words.multiples.get(token)
    if scale is not None and (at > index + 1 or token in ("million", "billion", "dozen")):
        return _plain(sentence, index, at + 1, part * scale)
    return Candidate(sentence, index, index + 1, float(part), "fraction")
