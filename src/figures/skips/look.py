"""What stands beside a number: the small questions that the skip rules share."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compile import Compiled
from figures.tokens import Sentence

JOINERS = frozenset(("-", "–", "—", "and", "to", "or", ",", "&", "/", "through", "until"))

ORDINALS = frozenset(("st", "nd", "rd", "th"))


def word_at(sentence: Sentence, index: int) -> s.Word:
    return sentence.words[index] if 0 <= index < len(sentence.words) else s.UNKNOWN


def lower_at(sentence: Sentence, index: int) -> str:
    return sentence.lowers[index] if 0 <= index < len(sentence.lowers) else ""


def raw_at(sentence: Sentence, index: int) -> str:
    return sentence.surface(index, index + 1) if 0 <= index < sentence.size else ""


def counts(sentence: Sentence, found: Candidate) -> bool:
    """Tell whether a noun in the plural, a unit or a participle stands right behind the number."""
    for word in sentence.words[found.after : found.after + 3]:
        if (word.noun is not None and (word.plural or found.value == 1)) or word.unit is not None:
            return True
        if word.flags or word is s.UNKNOWN:
            return False
    return False


def is_participle(sentence: Sentence, found: Candidate) -> bool:
    return any(form & s.PARTICIPLE for _, form in word_at(sentence, found.after).verbs)


def is_capital(sentence: Sentence, index: int) -> bool:
    return 0 <= index < sentence.size and sentence.text[sentence.starts[index]].isupper()


def after_currency(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    if found.first == 0 or sentence.lowers[found.first - 1] not in lexicon.money_tails:
        return False
    raw = sentence.surface(found.first - 1, found.first)
    return any(sense.kind == "currency" for _, sense in lexicon.symbols.get(raw, ()))
