"""Units of measure and money behind a number: a case-sensitive symbol, or a name."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon.compiled import Compiled
from figures.lexicon.senses import CASH, DET, PER, UNKNOWN, UnitSense, Word
from figures.phrase.phrase import MARKS
from figures.tokens import Sentence

_OWNER = 3  # tokens behind "of" that may name money: "taxpayers' cash", "public money"
_CODE = 3  # letters of the code of a currency
_COMMON = frozenset(("AUD", "CAD", "CHF", "EUR", "GBP", "JPY", "USD"))


def unit_at(sentence: Sentence, lexicon: Compiled, at: int) -> tuple[UnitSense, int] | None:
    """Return the unit at a token and the index behind it."""
    if at >= sentence.size:
        return None
    symbol = _symbol_at(sentence, lexicon, at)
    if symbol is not None and not _names_goods(sentence, symbol[0], at):
        return symbol
    word = sentence.words[at]
    unit = word.unit
    if unit is not None and _is_vessel(sentence, word, unit, at):
        return None
    if unit is not None:
        money = word.money is not None and (
            sentence.lowers[at + 1] != "of" or _is_of_money(sentence, at + 2)
        )  # "5 pounds of rice" are mass
        return (word.money if money and word.money is not None else unit), at + 1
    unit = sentence.words[at + 1].unit
    if unit is not None and (
        sentence.lowers[at] in lexicon.lists.unit_modifiers or _qualifies(sentence, at, unit)
    ):
        return unit, at + 2  # "12 consecutive days"
    return None


def _is_of_money(sentence: Sentence, at: int) -> bool:
    """Tell "billions of pounds of *taxpayers' cash*", "three pounds of *loose change*"."""
    for word in sentence.words[at : at + _OWNER]:
        if word.flags & CASH or word.noun is not None and word.noun.cls == "money":
            return True
    return False


def _names_goods(sentence: Sentence, unit: UnitSense, at: int) -> bool:
    """Tell an acronym before goods from the code of money that it is too: "300 IRR kits", "40 SOS boxes"."""
    behind = sentence.words[at + 1]
    if unit.kind != "currency" or behind.noun is None or not behind.plural or behind.verbs:
        return False
    token = sentence.raw_at(at)
    return len(token) == _CODE and token.isalpha() and token not in _COMMON and behind.noun.cls == "good"


def is_size(sentence: Sentence, found: Candidate) -> bool:
    """Tell a measure that says of what size a thing is: "20,000-gallon bladders", "a 600 litre tank", "per 50 kg"."""
    before = sentence.words[found.left - 1]
    if before.flags & PER and not before.flags & DET:
        return True
    if sentence.lowers[found.after] == "-" and sentence.adjacent(found.after):
        return True
    phrase = found.phrase
    if phrase is None or sentence.lowers[found.first - 1] not in ("a", "an") or found.value == 1:
        return False
    thing = phrase.complement
    if thing is None or sentence.words[phrase.unit_after - 1].plural:
        return False  # "a million litres of water"
    return thing.first == phrase.unit_after and "of" not in (
        sentence.lowers[thing.first],
        sentence.lowers[thing.after],  # "a 50 tonne shipment of rice" has its weight
    )


def _is_vessel(sentence: Sentence, word: Word, unit: UnitSense, at: int) -> bool:
    """Tell "300 cups and plates" from the measure of "2 cups of rice" and "1/2 cup"."""
    if unit.dimension != "volume" or word.noun is None or word.noun.cls != "good":
        return False
    return sentence.lowers[at + 1] != "of" and not any(c in "/½¼¾⅓⅔" for c in sentence.lowers[at - 1])


def _qualifies(sentence: Sentence, at: int, unit: UnitSense) -> bool:
    """Tell an unknown adjective before a stretch of time: "ten gruelling hours"."""
    if unit.kind != "time" or sentence.words[at] is not UNKNOWN or not sentence.words[at + 1].plural:
        return False
    word = sentence.raw_at(at)
    return len(word) > 2 and word.isalpha() and word.islower() and not word.endswith("s")


def _symbol_at(sentence: Sentence, lexicon: Compiled, at: int) -> tuple[UnitSense, int] | None:
    token = sentence.lowers[at]
    if token not in lexicon.signs:
        return None
    for rest, sense in lexicon.symbols.get(sentence.raw_at(at), ()):
        after = at + 1 + len(rest)
        if rest:
            found = after <= sentence.size and tuple(map(sentence.raw_at, range(at + 1, after))) == rest
            if found and rest[-1].isdecimal():  # "5 ft 2 in" is no area
                found = sentence.adjacent(after - 1)
        else:
            found = _is_symbol(sentence, at) and (token != "in" or _is_inch(sentence, lexicon, at))
        if found:
            return sense, after
    return None


def _is_inch(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell "(6in)", "4in of snow" and "5in-deep" from the preposition, glued or not: "killed 12in Homs"."""
    behind = sentence.lowers[at + 1]
    if behind.partition(" ")[0] == "of" or behind in lexicon.lists.extents:
        return True
    if behind == "-":
        return sentence.adjacent(at)
    if behind not in MARKS:
        return sentence.adjacent(at) and sentence.words[at + 1].is_verb_only  # "6in fell"
    return sentence.adjacent(at) or behind in (")", ".")


def _is_symbol(sentence: Sentence, at: int) -> bool:
    """Guard one-letter symbols: they must hang on the number, or stand alone behind it."""
    token = sentence.raw_at(at)
    if len(token) > 1 or not token.isalpha() or sentence.adjacent(at) or token in "mglLth":
        return True
    if not token.islower() or token == "a":
        return False
    return at + 1 == sentence.size or sentence.words[at + 1].flags != 0 or sentence.lowers[at + 1] in MARKS
