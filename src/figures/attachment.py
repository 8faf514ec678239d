"""Ways in which a number comes to its unit: money, a unit of measure, a noun, or the figure it is part of."""

from __future__ import annotations

from decimal import Decimal

from figures.candidates import Candidate
from figures.lexicon.senses import DET, UnitSense
from figures.numerals import exact
from figures.phrase import Phrase


def set_scale(found: Candidate, scale: UnitSense, at: int) -> None:
    """Give a number the scale that stands before it: "magnitude 6.8"."""
    _set_sense(found, scale)
    found.unit_span = (found.sentence.starts[at], found.sentence.ends[at])


def set_magnitude(found: Candidate, scale: UnitSense | None) -> None:
    """Make the number before an earthquake its magnitude: "a 7.2 quake"."""
    if scale is not None:
        _set_sense(found, scale)
        found.noun = None


def set_money(found: Candidate, phrase: Phrase, sense: UnitSense, first: int) -> None:
    """Give a number the currency whose sign begins at a token; a name behind it may say more."""
    sentence = found.sentence
    _set_sense(found, sense)
    found.unit_span = (sentence.starts[first], sentence.ends[found.first - 1])
    found.text_start = min(found.text_start, sentence.starts[first])
    if phrase.unit is not None and phrase.unit.kind == "currency":
        found.text_end = max(found.text_end, sentence.ends[phrase.unit_after - 1])
        if sense.id in ("currency", "USD"):
            found.unit, found.unit_id = phrase.unit, phrase.unit.id


def set_unit(found: Candidate, phrase: Phrase, sense: UnitSense) -> None:
    """Give a number the unit behind it."""
    sentence, complement = found.sentence, phrase.complement
    _set_sense(found, sense)
    found.unit_span = (sentence.starts[phrase.first], sentence.ends[phrase.unit_after - 1])
    end = found.unit_span[1]
    found.text_end = end if end > found.text_end else found.text_end
    for inner in sentence.numbers[phrase.first : phrase.unit_after]:
        if inner is not None and inner is not found:
            inner.skip("unit")  # the 3 of "m^3"
    if sense.kind == "ratio" and complement is not None:
        if complement.head is not None and complement.partner is None:  # "40 percent of households"
            found.unit_span = (found.unit_span[0], sentence.ends[complement.head])
        found.who = tuple(sorted(complement.who))
        if complement.partner is not None and not found.who:
            found.who = complement.partner.who


def add_part(found: Candidate, part: Candidate) -> None:
    """Make one figure of a measure and its part right behind it: "5 feet 2 inches", "2 hours 30 minutes"."""
    unit, phrase, more = found.unit, found.phrase, part.phrase
    if unit is None or unit.part is None or phrase is None or more is None or phrase.unit_after != part.first:
        return
    if not isinstance(found.value, int) or part.value is None or not 0 < part.value < unit.parts:
        return
    after = more.unit_after
    if part.unit_id != unit.part:
        sentence, after = found.sentence, part.after + 1
        behind = sentence.raw_at(after)
        if sentence.lowers[part.after] not in unit.part_symbols or behind[:1].isupper():
            return
    part.skip("unit")
    value = Decimal(found.value) + Decimal(str(part.value)) / unit.parts
    found.value = found.low = found.high = exact(round(value, 4))
    phrase.after = phrase.unit_after = after
    phrase.complement = more.complement if part.unit is not None else None
    found.right = max(found.right, phrase.stop)
    if found.unit_span is not None:
        found.unit_span = (found.unit_span[0], found.sentence.ends[after - 1])
        found.text_end = max(found.text_end, found.unit_span[1])


def add_half(half: Candidate) -> None:
    """Make one figure of a measure and the half behind it: "two months *and a half*", "a year *and a half*"."""
    sentence, at = half.sentence, half.first - 3
    unit = sentence.words[at].unit
    phrase, of = half.phrase, sentence.lowers[half.after] == "of"
    if at < 1 or unit is None or unit.kind not in ("physical", "time") or phrase is None:
        return
    if (
        half.noun is not None
        and not of
        or of
        and (unit.kind == "time" or sentence.words[half.after + 1].flags & DET)
    ):
        return  # "for a year and a half of the rice"
    whole = sentence.numbers[at - 1]
    if whole is None and sentence.lowers[at - 1] in ("a", "an"):
        half.first, half.start, half.text_start = at - 1, sentence.starts[at - 1], sentence.starts[at - 1]
        half.kind, half.implied, half.who = "words", False, ()
        half.value = half.low = half.high = 1.5
        _set_sense(half, unit)
        half.unit_span = (sentence.starts[at], sentence.ends[at])
        phrase.unit, phrase.first, phrase.unit_after = unit, at, at + 1
        sentence.numbers[half.first : half.after] = [half] * (half.after - half.first)
        half.after = at  # where the unit stands
    elif whole is not None and whole.skipped is None and isinstance(whole.value, int) and whole.unit is unit:
        half.skip("unit")
        whole.value = whole.low = whole.high = whole.value + 0.5
        whole.right, whole.text_end = max(whole.right, half.after), half.end
        if whole.phrase is not None:
            whole.phrase.after, whole.phrase.complement = half.after, phrase.complement
            whole.right = max(whole.right, whole.phrase.stop)


def _set_sense(found: Candidate, sense: UnitSense) -> None:
    found.unit, found.unit_id, found.unit_kind = sense, sense.id, sense.kind


def set_noun(found: Candidate, phrase: Phrase, head: int) -> None:
    """Give a number the noun that it counts."""
    sentence = found.sentence
    found.noun = phrase.noun
    found.unit_id = phrase.noun.unit if phrase.noun is not None else _singular(sentence.lowers[head])
    found.unit_kind = "count"
    found.unit_span = (sentence.starts[head], sentence.ends[head])
    end = sentence.ends[head]
    found.text_end = end if end > found.text_end else found.text_end
    if phrase.who:
        found.who = tuple(sorted(phrase.who))


def _singular(word: str) -> str:
    """Guess the unit id of a noun that the lexicon does not know."""
    word = word.replace("-", "_").replace("’", "'")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word.removesuffix("s")


def set_from(found: Candidate, partner: Candidate) -> None:
    """Take over unit and population of the whole: "2 of the 8 camps"."""
    found.noun, found.unit = partner.noun, partner.unit
    found.unit_id, found.unit_kind = partner.unit_id, partner.unit_kind
    found.who, found.implied = partner.who, True
    found.lent = partner.lends
    found.per = found.per or partner.per


def set_share(found: Candidate) -> None:
    """Make a fraction or ratio a share; "half an hour" and "half a kilometre" are measures."""
    if found.kind == "fraction" and found.unit is not None:
        return
    if found.phrase is not None and found.phrase.partner is not None and not found.who:
        found.who = found.phrase.partner.who
    found.unit, found.unit_id, found.unit_kind, found.implied = None, "share", "ratio", False
