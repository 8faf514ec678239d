"""What stands beside a number: the small questions that the skip rules share."""

from __future__ import annotations

from figures.candidates import Candidate
from figures.lexicon import senses as s
from figures.lexicon.compiled import Compiled
from figures.tokens import Sentence

ORDINALS = frozenset(("st", "nd", "rd", "th"))


def counts(sentence: Sentence, found: Candidate) -> bool:
    """Tell whether a noun in the plural or a unit stands right behind the number."""
    for word in sentence.words[found.after : found.after + 3]:
        if (word.noun is not None and (word.plural or found.value == 1)) or word.unit is not None:
            return True
        if word.flags or word.strange or word is s.DIGITS or word.before is not None:
            return False  # "week 38 A total of 31 contacts"
    return False


def is_participle(sentence: Sentence, found: Candidate) -> bool:
    """Tell whether a participle stands right behind the number."""
    return sentence.words[found.after].forms & s.PARTICIPLE != 0


def is_slip(sentence: Sentence, at: int) -> bool:
    """Tell people in the wrong number: "near Karva 40 *civilian* killed"."""
    noun = sentence.words[at].noun
    done = sentence.words[at + 1].forms & s.PARTICIPLE
    return noun is not None and noun.cls in ("combatant", "person") and done != 0


def after_currency(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell whether a sign or code of money stands right before the number."""
    if found.first == 0 or sentence.lowers[found.first - 1] not in lexicon.money_tails:
        return False
    if sentence.raw_at(found.first - 1) in lexicon.big_money:
        return is_big_money(sentence, lexicon, found)
    sign = sentence.raw_at(found.first - 1)
    if (
        any(not rest for rest, _ in lexicon.symbols.get(sign, ()))
        or not sign.isalpha()
        and lexicon.is_currency(sign)
    ):
        return True
    opening = lexicon.symbols.get(sentence.raw_at(found.first - 2), ())
    return any(rest[-1:] == (sign,) for rest, _ in opening)  # "$A29", "S/760", not "US17"


def is_big_money(sentence: Sentence, lexicon: Compiled, found: Candidate) -> bool:
    """Tell "N30 million", "P500,000" and "R450m" from "N95", "P5" and the road "R450"."""
    sign = sentence.raw_at(found.first - 1)
    if sign not in lexicon.big_money or found.kind not in ("digits", "range") or (found.value or 0) < 1000:
        return False
    grouped = "," in sentence.lowers[found.first]
    if not sentence.adjacent(found.first) and (len(sign) == 1 or found.after == found.first + 1):
        return False
    return grouped or found.after > found.first + 1


def shouts(sentence: Sentence) -> bool:
    """Tell whether the sentence is all in capitals, so that a capital tells nothing."""
    return sentence.surface(0, sentence.size).isupper()


def is_where(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell a preposition of place, alone or at the end of a known phrase ("camp in")."""
    places, token = lexicon.lists.before_places, sentence.lowers[at]
    if at < 0:
        return False
    if token in ("of", "to"):  # "in front of delmas 41", "next to delmas 41"
        last = sentence.lowers[at - 1 : at + 1] if token == "to" else sentence.lowers[at - 2 : at + 1]
        return at > 1 and " ".join(last) in places
    return token in places or token.rpartition(" ")[2] in places


def held_against(sentence: Sentence, lexicon: Compiled, at: int) -> bool:
    """Tell the time of a number that one before it is held against: "(*prev. week* 90)", "*last month* 12"."""
    first = at - 1
    if sentence.lowers[first] == ".":
        first -= 1
    opens = sentence.lowers[first - 1] in ("(", ",", "[")
    return opens and sentence.lowers[first] in lexicon.lists.gone
